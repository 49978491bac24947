// A run with its plan and steps, for what people do after it ended badly.
import type { Core } from '../../core.ts';
import type { StoredPlan } from '../../plans/store.ts';
import type { Run, RunStep } from '../../runs/run.ts';

export interface EndedRun {
  readonly run: Run;
  readonly plan: StoredPlan;
  readonly steps: readonly RunStep[];
}

export async function loadEndedRun(
  core: Pick<Core, 'runs' | 'plans'>,
  runId: string,
): Promise<EndedRun | undefined> {
  const run = await core.runs.get(runId);
  const plan = run && (await core.plans.get(run.planId));
  return run && plan ? { run, plan, steps: await core.runs.steps(runId) } : undefined;
}
