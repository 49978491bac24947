// The port of a planner that asks a language model. It proposes or says that no usable answer came; whoever calls it
// decides what happens then.
import type { Usage } from '../../model/model.ts';
import type { PlanningRequest, Proposal, Reads, ToolSummary } from '../planner.ts';

/** Counts what a run used, turn by turn, also of runs that fail. */
export interface UsageMeter {
  add(usage: Usage): void;
}

export interface ModelPlanner {
  /**
   * @param writes tools that policy does not rule out; a plan names some of them
   * @throws ModelError when the model gave no usable answer, or when the signal ended the run
   */
  plan(
    request: PlanningRequest,
    reads: Reads,
    writes: readonly ToolSummary[],
    signal: AbortSignal,
    meter: UsageMeter,
  ): Promise<Proposal>;
}
