// A person retries the rest of a run that failed: a new plan and a new request, in which the click is the technician's half.
import { type ApprovalRequest, mayDecide } from '../../approvals/approval.ts';
import { decideApproval } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import { type Audience, type Copy, personCopies, technicianAudience } from '../../notices/audience.ts';
import type { Actor } from '../../people/actor.ts';
import type { PlanBody } from '../../plans/plan.ts';
import { movePlan, type StoredPlan, selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket } from '../../tickets/store.ts';
import type { Work } from '../../work/work.ts';
import { askForHalves, type OpenedRequest, openRequest } from '../approval/open-request.ts';
import { involvedIn } from '../approval/request-approval.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused, unknown } from '../outcome.ts';
import type { EndedRun } from './ended-run.ts';
import { startRun } from './start-run.ts';

export async function retryRun(core: Core, by: Actor, runId: string): Promise<Outcome> {
  const seen = await core.runs.get(runId);
  const client = seen && core.desk.client(seen.clientId);
  const before = seen && (await core.plans.get(seen.planId));
  if (!client || !before) return unknown('This run does not exist any more.');
  const audience = {
    technicians: await technicianAudience(core, client, involvedIn(before.body)),
    managers: before.body.manager ? await personCopies(core, before.body.manager.email) : [],
  };
  try {
    return await core.unit((work) => retry(core, work, { by, runId, client, audience }));
  } catch (error) {
    if (error instanceof RetryRefused) return refused(error.message);
    throw error;
  }
}

interface Retry {
  readonly by: Actor;
  readonly runId: string;
  readonly client: DeskClient;
  readonly audience: { readonly technicians: Audience; readonly managers: readonly Copy[] };
}

/** The click is the technician's half, given in the same unit that makes the request. */
function* retry(core: Core, work: Work, { by, runId, client, audience }: Retry): Step<Outcome> {
  const found = yield* forAction(work, by, 'run.retry', runId);
  if (found.type === 'refused') return found;
  const { thing: ended } = found;
  if (ended.run.status !== 'failed') return refused('This run has not failed, so there is nothing to retry.');
  if (!ended.plan.intact) return refused('The stored plan was changed, so it cannot be retried.');
  if ((yield* selectPlanOf(work, ended.run.ticketId))?.id !== ended.plan.id)
    return refused('A newer plan for this ticket exists already.');
  const body = restOf(ended);
  const state = body.manager ? 'awaiting_approval' : 'working';
  const ticket = yield* changeTicket(work, ended.run.ticketId, { state }, { from: ['with_technician'] });
  if (!ticket) return refused('This ticket is not with the technicians any more.');
  const opened = yield* openRequest(work, ticket, { body, prose: restOfProse(ended, body) });
  const { plan } = opened;
  const technician = yield* giveHalf(work, by, opened, client);
  work.audit({
    actor: `person:${by.person.email}`,
    verb: 'run.retried',
    subject: `ticket:${ticket.number}`,
    clientId: client.id,
    text: `${by.person.name} retries the remaining ${body.steps.length} steps on ticket ${ticket.number} as plan ${plan.hash.slice(0, 8)}.`,
  });
  if (body.manager) {
    askForHalves(core, work, ticket, { ...opened, technician }, audience);
    return done(`Your half is given. ${body.manager.name} has to approve the rest as manager.`);
  }
  yield* movePlan(work, plan.id, ['awaiting_approval'], 'running');
  yield* startRun(work, plan);
  return done(`Retrying the remaining ${body.steps.length} steps.`);
}

/** @throws RetryRefused if this person may not decide it, which takes the new plan back */
function* giveHalf(
  work: Work,
  { person }: Actor,
  { plan, technician, manager }: OpenedRequest,
  client: DeskClient,
): Step<ApprovalRequest> {
  const halves = manager ? [technician, manager] : [technician];
  const right = mayDecide(technician, person, { plan: plan.body, client, halves });
  if (!right.ok) throw new RetryRefused(right.why);
  const decision = { status: 'approved', by: person, planHash: plan.hash, tellRequester: false } as const;
  const decided = yield* decideApproval(work, technician.id, decision);
  if (!decided) throw new RetryRefused('This request was decided already.');
  return decided;
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
