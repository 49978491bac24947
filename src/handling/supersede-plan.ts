// A plan that waits for approval is replaced: its requests are closed and their cards say so. It decides nothing about the ticket.
import { closeApprovals } from '../approvals/store.ts';
import type { Core } from '../core.ts';
import type { Ticket } from '../intake/ticket.ts';
import { movePlan, type StoredPlan } from '../planning/store.ts';
import type { Tx } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import type { Effects } from '../store/unit.ts';
import { showDecision } from './decide.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

/** False if the plan did not wait any more; then nothing is changed. */
export function* supersedePlan(
  core: Core,
  tx: Tx,
  t: Tables,
  effects: Effects,
  shown: { readonly plan: StoredPlan; readonly ticket: Ticket; readonly clientName: string },
): Step<boolean> {
  if (!(yield* movePlan(tx, t, shown.plan.id, ['awaiting_approval'], 'superseded'))) return false;
  yield* closeApprovals(tx, t, shown.plan.id, 'superseded');
  yield* showDecision(core, tx, t, effects, shown);
  return true;
}
