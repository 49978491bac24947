// The one ending of a plan that waits for approval: its requests are closed, its timers taken back, and every card says so.
// What becomes of the ticket is the caller's affair.

import type { ApprovalStatus } from '../../approvals/approval.ts';
import { closeApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import { expireApprovalJob, remindApproversJob } from '../../jobs/kinds.ts';
import { movePlan, type StoredPlan } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { showDecision } from '../approval/show-decision.ts';
import { endOffer } from './confirm-plan.ts';

export type Ending = Extract<ApprovalStatus, 'denied' | 'expired' | 'withdrawn' | 'superseded'>;

/** False if the plan did not wait any more; then nothing is changed. */
export function* endWaitingPlan(
  core: Pick<Core, 'desk'>,
  work: Work,
  { plan, ticket }: { readonly plan: StoredPlan; readonly ticket: Ticket },
  ending: Ending,
): Step<boolean> {
  yield* endOffer(work, plan);
  if (!(yield* movePlan(work, plan.id, ['awaiting_approval'], ending))) return false;
  yield* closeApprovals(work, plan.id, ending);
  work.cancel(expireApprovalJob(plan.id));
  work.cancel(remindApproversJob(plan.id));
  yield* showDecision(core, work, { plan, ticket });
  return true;
}
