// What the executor is given and what it tells: the run as it stands, and what becomes of the ticket when it moves.
import type { Clock } from '../lib/clock.ts';
import type { PlanStep } from '../plans/plan.ts';
import type { StoredPlan } from '../plans/store.ts';
import type { Redactor } from '../secrets/redactor.ts';
import type { Database, Step } from '../store/database.ts';
import type { Tool } from '../tools/tool.ts';
import type { Unit, Work } from '../work/work.ts';
import type { Deliveries } from './deliveries.ts';
import type { Run, RunStep } from './run.ts';

export interface RunView {
  readonly run: Run;
  readonly plan: StoredPlan;
  readonly steps: readonly RunStep[];
}

/** What becomes of the ticket and the cards, written in the same unit as the run's own change. */
export interface RunEvents {
  completed(work: Work, view: RunView): Step<void>;
  failed(work: Work, view: RunView, failure: { idx: number; error: string }): Step<void>;
  uncertain(work: Work, view: RunView, step: { idx: number; error: string }): Step<void>;
  scheduled(work: Work, view: RunView, at: Date): Step<void>;
}

export interface ExecutorOptions {
  readonly redactor: Redactor;
  readonly database: Database;
  readonly unit: Unit;
  readonly clock: Clock;
  readonly deliveries: Deliveries;
  readonly events: RunEvents;
  /** The tool as it is connected now, or undefined. */
  tool(clientId: string, name: string): Tool | undefined;
  /** Everything asked again before a step: definition, policy then and now, limits, people. A sentence if it must not run. */
  recheck(plan: StoredPlan, step: PlanStep): Promise<string | undefined>;
  secret(clientId: string, name: string): Promise<string>;
  /** The emergency stop. */
  stopped(): boolean;
}
