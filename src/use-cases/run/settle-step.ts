// A technician says whether a step happened whose outcome the desk does not know.

import type { Core } from '../../core.ts';
import { noticeJob, runJob } from '../../jobs/kinds.ts';
import type { Actor } from '../../people/actor.ts';
import { movePlan } from '../../plans/store.ts';
import { endRun, setStep } from '../../runs/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** A technician says whether an uncertain step happened. It did: the run goes on. It did not: the run has failed there. */
export async function settleStep(
  core: Core,
  by: Actor,
  settle: { readonly runId: string; readonly idx: number; readonly outcome: 'done' | 'failed' },
): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'run.settle', settle.runId);
    if (found.type === 'refused') return found;
    const { thing: ended } = found;
    const { person: actor } = by;
    const sentence = ended.plan.body.steps[settle.idx]?.sentence ?? 'This step';
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
      return done('Noted. The remaining steps go on.');
    }
    yield* movePlan(work, ended.plan.id, ['running'], 'failed');
    yield* endRun(work, settle.runId, { status: 'failed', error: `Step ${settle.idx + 1} did not happen` });
    work.enqueue(noticeJob({ type: 'failure', runId: settle.runId, ticketId: ended.run.ticketId }));
    return done('Noted. You can retry the rest on the card that follows.');
  });
}
