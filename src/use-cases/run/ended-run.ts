// A run with its plan and steps, for what people do after it ended badly.
import type { StoredPlan } from '../../plans/store.ts';
import type { Run, RunStep } from '../../runs/run.ts';

export interface EndedRun {
  readonly run: Run;
  readonly plan: StoredPlan;
  readonly steps: readonly RunStep[];
}
