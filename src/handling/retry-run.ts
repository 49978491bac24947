// A person deals with a run that did not end well: retry the rest (a new plan and a new request, in which the click is the
// technician's half) or settle a step whose outcome is not known.
import { mayDecide } from '../approvals/approval.ts';
import { decideApproval, insertApproval } from '../approvals/store.ts';
import type { Core } from '../core.ts';
import { changeTicket, insertEntry } from '../intake/store.ts';
import { approvalSubject, cardOfHalf } from '../notices/approval-view.ts';
import { type Copy, personCopies } from '../notices/audience.ts';
import type { Person } from '../people/person.ts';
import { mayServe } from '../people/person.ts';
import type { PlanBody } from '../planning/plan.ts';
import { insertPlan, type StoredPlan } from '../planning/store.ts';
import type { Run, RunStep } from '../runs/run.ts';
import { endRun, setStep } from '../runs/store.ts';
import { startRun } from './start-run.ts';

export type Handled =
  | { readonly type: 'done'; readonly text: string }
  | { readonly type: 'refused'; readonly why: string };

const refused = (why: string): Handled => ({ type: 'refused', why });

interface Ended {
  readonly run: Run;
  readonly plan: StoredPlan;
  readonly steps: readonly RunStep[];
}

async function load(core: Core, runId: string): Promise<Ended | undefined> {
  const run = await core.runs.get(runId);
  const plan = run && (await core.plans.get(run.planId));
  return run && plan ? { run, plan, steps: await core.runs.steps(runId) } : undefined;
}

export async function retryRun(core: Core, runId: string, actor: Person): Promise<Handled> {
  const ended = await load(core, runId);
  const client = ended && core.desk.client(ended.run.clientId);
  if (!ended || !client) return refused('This run does not exist any more.');
  if (ended.run.status !== 'failed') return refused('This run has not failed, so there is nothing to retry.');
  if (!ended.plan.intact) return refused('The stored plan was changed, so it cannot be retried.');
  const newest = await core.plans.ofTicket(ended.run.ticketId);
  if (newest?.id !== ended.plan.id) return refused('A newer plan for this ticket exists already.');
  const body = restOf(ended);
  const managers = body.manager ? await personCopies(core, body.manager.email) : [];
  return core
    .unit(function* (tx, t, effects) {
      const now = core.clock.now();
      const plan = yield* insertPlan(
        tx,
        t,
        { body, prose: restOfProse(ended, body), status: 'awaiting_approval' },
        now,
      );
      const ids = { planId: plan.id, planHash: plan.hash, clientId: client.id, ticketId: plan.ticketId };
      const technician = yield* insertApproval(tx, t, { ...ids, half: 'technician' }, now);
      const right = mayDecide(technician, actor, { plan: body, client, halves: [technician] });
      if (!right.ok) throw new RetryRefused(right.why);
      const ticket = yield* changeTicket(
        tx,
        t,
        plan.ticketId,
        { state: body.manager ? 'awaiting_approval' : 'working' },
        { now, from: ['with_technician'] },
      );
      if (!ticket) throw new RetryRefused('This ticket is not with the technicians any more.');
      const decided = yield* decideApproval(tx, t, technician.id, {
        status: 'approved',
        by: actor,
        planHash: plan.hash,
        tellRequester: false,
        now,
      });
      effects.audit({
        actor: `person:${actor.email}`,
        verb: 'run.retried',
        subject: `ticket:${ticket.number}`,
        clientId: client.id,
        text: `${actor.name} retries the remaining ${body.steps.length} steps on ticket ${ticket.number} as plan ${plan.hash.slice(0, 8)}.`,
      });
      if (!body.manager) {
        yield* startRun(core, tx, t, effects, plan);
        return { type: 'done', text: `Retrying the remaining ${body.steps.length} steps.` };
      }
      const manager = yield* insertApproval(
        tx,
        t,
        { ...ids, half: 'manager', managerEmail: body.manager.email },
        now,
      );
      const halves = decided ? [decided, manager] : [technician, manager];
      const facts = {
        plan,
        halves,
        clientName: client.name,
        ticketNumber: ticket.number,
        ticketTitle: ticket.title,
      };
      effects.enqueue({
        kind: 'approval.expire',
        key: `approval.expire:${plan.id}`,
        payload: { planId: plan.id },
        runAt: manager.expiresAt,
      });
      for (const copy of managers) sendManagerCard(effects, copy, manager.id, cardOfHalf(manager, facts));
      return {
        type: 'done',
        text: `Your half is given. ${body.manager.name} has to approve the rest as manager.`,
      };
    })
    .catch((error: unknown) => {
      if (error instanceof RetryRefused) return refused(error.message);
      throw error;
    });
}

/** Thrown inside the unit so that the new plan is rolled back. */
class RetryRefused extends Error {}

function sendManagerCard(
  effects: Parameters<Parameters<Core['unit']>[0]>[2],
  copy: Copy,
  approvalId: string,
  content: ReturnType<typeof cardOfHalf>,
): void {
  effects.send({
    kind: 'post',
    key: `approval:${approvalId}:${copy.id}`,
    to: copy.to,
    content,
    subject: approvalSubject(approvalId),
  });
}

/** The steps that are not done, as a plan of their own. */
function restOf({ plan, steps }: Ended): PlanBody {
  const rest = plan.body.steps.filter((_, idx) => steps[idx]?.status !== 'done');
  // What a person decides to repeat is not automatic any more.
  const gated = rest.map((step) => ({
    ...step,
    policy: {
      ...step.policy,
      effect: 'approval_needed' as const,
      why: `Retried by a technician; before: ${step.policy.why}`,
    },
  }));
  return { ...plan.body, steps: gated };
}

function restOfProse({ plan, steps }: Ended, body: PlanBody): StoredPlan['prose'] {
  const keep = <T>(list: readonly T[]) => list.filter((_, idx) => steps[idx]?.status !== 'done');
  return {
    ...plan.prose,
    whys: keep(plan.prose.whys),
    effects: keep(plan.prose.effects),
    evidence: [
      ...plan.prose.evidence,
      `${plan.body.steps.length - body.steps.length} steps of the plan before are done.`,
    ],
  };
}

/** A technician says whether an uncertain step happened. It did: the run goes on. It did not: the run has failed there. */
export async function settleStep(
  core: Core,
  settle: { readonly runId: string; readonly idx: number; readonly outcome: 'done' | 'failed' },
  actor: Person,
): Promise<Handled> {
  const ended = await load(core, settle.runId);
  if (!ended || !mayServe(actor, ended.run.clientId))
    return refused('This is for the technicians of that client.');
  if (actor.email === ended.plan.body.requester.email)
    return refused('You asked for this, so somebody else settles it.');
  const sentence = ended.plan.body.steps[settle.idx]?.sentence ?? 'This step';
  return core.unit(function* (tx, t, effects) {
    const now = core.clock.now();
    const error = settle.outcome === 'failed' ? `${actor.name} says that it did not happen` : undefined;
    const own = yield* setStep(
      tx,
      t,
      { runId: settle.runId, idx: settle.idx, from: 'uncertain' },
      { status: settle.outcome, error },
      now,
    );
    if (!own) return refused('Somebody has settled this already.');
    const said = settle.outcome === 'done' ? 'happened' : 'did not happen';
    effects.audit({
      actor: `person:${actor.email}`,
      verb: 'step.settled',
      subject: `run:${settle.runId}`,
      clientId: ended.run.clientId,
      text: `${actor.name} says: "${sentence}" ${said}.`,
    });
    yield* insertEntry(
      tx,
      t,
      {
        ticketId: ended.run.ticketId,
        kind: 'internal_note',
        author: actor.name,
        text: `"${sentence}" ${said}.`,
      },
      now,
    );
    effects.send({
      kind: 'update_all',
      subject: `uncertain:${settle.runId}`,
      content: `Settled by ${actor.name}: "${sentence}" ${said}.`,
    });
    if (settle.outcome === 'done') {
      yield* changeTicket(
        tx,
        t,
        ended.run.ticketId,
        { state: 'working' },
        { now, from: ['with_technician'] },
      );
      const key = `run:${settle.runId}:settled:${settle.idx}`;
      effects.enqueue({ kind: 'run', key, payload: { runId: settle.runId } });
      return { type: 'done', text: 'Noted. The remaining steps go on.' };
    }
    yield* endRun(
      tx,
      t,
      settle.runId,
      { status: 'failed', error: `Step ${settle.idx + 1} did not happen` },
      now,
    );
    const payload = { type: 'failure', runId: settle.runId, ticketId: ended.run.ticketId };
    effects.enqueue({ kind: 'notice', key: `notice:failure:${settle.runId}`, payload });
    return { type: 'done', text: 'Noted. You can retry the rest on the card that follows.' };
  });
}
