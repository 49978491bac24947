// Makes the one run of a plan and the job that works it off.
import { runJob } from '../../jobs/kinds.ts';
import type { StoredPlan } from '../../plans/store.ts';
import { insertRun } from '../../runs/store.ts';
import type { Step } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';

/** Does nothing if the plan has a run already. */
export function* startRun(work: Work, plan: StoredPlan): Step<string | undefined> {
  const tools = plan.body.steps.map((step) => step.tool);
  const runId = yield* insertRun(work, {
    planId: plan.id,
    ticketId: plan.ticketId,
    clientId: plan.clientId,
    tools,
  });
  if (runId) work.enqueue(runJob(runId));
  return runId;
}
