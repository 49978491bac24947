// A technician says whether a step happened whose outcome the desk does not know.

import type { Core } from '../../core.ts';
import { noticeJob, runJob } from '../../jobs/kinds.ts';
import { mayServe, type Person } from '../../people/person.ts';
import { movePlan } from '../../plans/store.ts';
import { endRun, setStep } from '../../runs/store.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { type Handled, refused } from '../outcome.ts';
import { loadEndedRun } from './ended-run.ts';

/** A technician says whether an uncertain step happened. It did: the run goes on. It did not: the run has failed there. */
export async function settleStep(
  core: Core,
  settle: { readonly runId: string; readonly idx: number; readonly outcome: 'done' | 'failed' },
  actor: Person,
): Promise<Handled> {
  const ended = await loadEndedRun(core, settle.runId);
  if (!ended || !mayServe(actor, ended.run.clientId))
    return refused('This is for the technicians of that client.');
  if (actor.email === ended.plan.body.requester.email)
    return refused('You asked for this, so somebody else settles it.');
  const sentence = ended.plan.body.steps[settle.idx]?.sentence ?? 'This step';
  return core.unit(function* (work) {
    const error = settle.outcome === 'failed' ? `${actor.name} says that it did not happen` : undefined;
    const own = yield* setStep(
      work,
      { runId: settle.runId, idx: settle.idx, from: 'uncertain' },
      { status: settle.outcome, error },
    );
    if (!own) return refused('Somebody has settled this already.');
    const said = settle.outcome === 'done' ? 'happened' : 'did not happen';
    work.audit({
      actor: `person:${actor.email}`,
      verb: 'step.settled',
      subject: `run:${settle.runId}`,
      clientId: ended.run.clientId,
      text: `${actor.name} says: "${sentence}" ${said}.`,
    });
    yield* insertEntry(work, {
      ticketId: ended.run.ticketId,
      kind: 'internal_note',
      author: actor.name,
      text: `"${sentence}" ${said}.`,
    });
    work.send({
      kind: 'update_all',
      subject: `uncertain:${settle.runId}`,
      content: `Settled by ${actor.name}: "${sentence}" ${said}.`,
    });
    if (settle.outcome === 'done') {
      yield* changeTicket(work, ended.run.ticketId, { state: 'working' }, { from: ['with_technician'] });
      work.enqueue(runJob(settle.runId, settle.idx));
      return { type: 'done', text: 'Noted. The remaining steps go on.' };
    }
    yield* movePlan(work, ended.plan.id, ['running'], 'failed');
    yield* endRun(work, settle.runId, { status: 'failed', error: `Step ${settle.idx + 1} did not happen` });
    work.enqueue(noticeJob({ type: 'failure', runId: settle.runId, ticketId: ended.run.ticketId }));
    return { type: 'done', text: 'Noted. You can retry the rest on the card that follows.' };
  });
}
