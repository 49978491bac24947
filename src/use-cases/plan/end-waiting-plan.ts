// A plan that waits for approval is replaced: its requests are closed and their cards say so. It decides nothing about the ticket.
import { closeApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import { movePlan, type StoredPlan } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { showDecision } from '../approval/decide.ts';

/** False if the plan did not wait any more; then nothing is changed. */
export function* supersedePlan(
  core: Core,
  work: Work,
  shown: { readonly plan: StoredPlan; readonly ticket: Ticket; readonly clientName: string },
): Step<boolean> {
  if (!(yield* movePlan(work, shown.plan.id, ['awaiting_approval'], 'superseded'))) return false;
  yield* closeApprovals(work, shown.plan.id, 'superseded');
  yield* showDecision(core, work, shown);
  return true;
}
