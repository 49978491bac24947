// A person retries the rest of a run that failed: a new plan and a new request, in which the click is the technician's half.

import { mayDecide } from '../../approvals/approval.ts';
import { decideApproval, insertApproval } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import { expireApprovalJob } from '../../jobs/kinds.ts';
import { approvalSubject, cardOfHalf } from '../../notices/approval-view.ts';
import { type Copy, personCopies } from '../../notices/audience.ts';
import type { Person } from '../../people/person.ts';
import type { PlanBody } from '../../plans/plan.ts';
import { insertPlan, movePlan, type StoredPlan } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket } from '../../tickets/store.ts';
import type { Work } from '../../work/work.ts';
import { type Handled, refused } from '../outcome.ts';
import { type EndedRun, loadEndedRun } from './ended-run.ts';
import { startRun } from './start-run.ts';

export async function retryRun(core: Core, runId: string, actor: Person): Promise<Handled> {
  const ended = await loadEndedRun(core, runId);
  const client = ended && core.desk.client(ended.run.clientId);
  if (!ended || !client) return refused('This run does not exist any more.');
  if (ended.run.status !== 'failed') return refused('This run has not failed, so there is nothing to retry.');
  if (!ended.plan.intact) return refused('The stored plan was changed, so it cannot be retried.');
  const newest = await core.plans.ofTicket(ended.run.ticketId);
  if (newest?.id !== ended.plan.id) return refused('A newer plan for this ticket exists already.');
  const body = restOf(ended);
  const managers = body.manager ? await personCopies(core, body.manager.email) : [];
  try {
    return await core.unit((work) => writeRetry(work, { ended, body, client, actor, managers }));
  } catch (error) {
    if (error instanceof RetryRefused) return refused(error.message);
    throw error;
  }
}

interface Retry {
  readonly ended: EndedRun;
  readonly body: PlanBody;
  readonly client: DeskClient;
  readonly actor: Person;
  readonly managers: readonly Copy[];
}

/** The click is the technician's half, given in the same unit that makes the request. */
function* writeRetry(work: Work, retry: Retry): Step<Handled> {
  const { ended, body, client, actor } = retry;
  const { now } = work;
  const prose = restOfProse(ended, body);
  const plan = yield* insertPlan(work, { body, prose, status: 'awaiting_approval' });
  const ids = { planId: plan.id, planHash: plan.hash, clientId: client.id, ticketId: plan.ticketId };
  const technician = yield* insertApproval(work, { ...ids, half: 'technician' });
  const right = mayDecide(technician, actor, { plan: body, client, halves: [technician] });
  if (!right.ok) throw new RetryRefused(right.why);
  const state = body.manager ? 'awaiting_approval' : 'working';
  const ticket = yield* changeTicket(work, plan.ticketId, { state }, { from: ['with_technician'] });
  if (!ticket) throw new RetryRefused('This ticket is not with the technicians any more.');
  const decision = { status: 'approved', by: actor, planHash: plan.hash, tellRequester: false, now } as const;
  const decided = yield* decideApproval(work, technician.id, decision);
  work.audit({
    actor: `person:${actor.email}`,
    verb: 'run.retried',
    subject: `ticket:${ticket.number}`,
    clientId: client.id,
    text: `${actor.name} retries the remaining ${body.steps.length} steps on ticket ${ticket.number} as plan ${plan.hash.slice(0, 8)}.`,
  });
  if (!body.manager || !decided) {
    yield* movePlan(work, plan.id, ['awaiting_approval'], 'running');
    yield* startRun(work, plan);
    return { type: 'done', text: `Retrying the remaining ${body.steps.length} steps.` };
  }
  const managerEmail = body.manager.email;
  const manager = yield* insertApproval(work, { ...ids, half: 'manager', managerEmail });
  work.arm(expireApprovalJob(plan.id), manager.expiresAt);
  const halves = [decided, manager];
  const titles = { clientName: client.name, ticketNumber: ticket.number, ticketTitle: ticket.title };
  const content = cardOfHalf(manager, { plan, halves, ...titles });
  for (const copy of retry.managers) {
    const key = `approval:${manager.id}:${copy.id}`;
    work.send({ kind: 'post', key, to: copy.to, content, subject: approvalSubject(manager.id) });
  }
  return {
    type: 'done',
    text: `Your half is given. ${body.manager.name} has to approve the rest as manager.`,
  };
}

/** Thrown inside the unit so that the new plan is rolled back. */
class RetryRefused extends Error {}

/** The steps that are not done, as a plan of their own. */
function restOf({ plan, steps }: EndedRun): PlanBody {
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

function restOfProse({ plan, steps }: EndedRun, body: PlanBody): StoredPlan['prose'] {
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
