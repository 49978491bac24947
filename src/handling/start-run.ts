// Makes the one run of a plan and the job that works it off.
import type { Core } from '../core.ts';
import type { StoredPlan } from '../planning/store.ts';
import { insertRun } from '../runs/store.ts';
import type { Tx } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import type { Effects } from '../store/unit.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

/** Does nothing if the plan has a run already. */
export function* startRun(
  core: Pick<Core, 'clock'>,
  tx: Tx,
  t: Tables,
  effects: Effects,
  plan: StoredPlan,
): Step<string | undefined> {
  const tools = plan.body.steps.map((step) => step.tool);
  const runId = yield* insertRun(
    tx,
    t,
    { planId: plan.id, ticketId: plan.ticketId, clientId: plan.clientId, tools },
    core.clock.now(),
  );
  if (runId) effects.enqueue({ kind: 'run', key: `run:${runId}`, payload: { runId } });
  return runId;
}
