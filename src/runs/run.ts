// A run is one execution of one plan. Pure: what comes next, and what the states add up to.
import type { Json } from '../lib/json.ts';
import type { RunStatus, StepStatus } from '../store/tables/runs.ts';

/** What the column may hold stands with it, in store/tables/. */
export type { RunStatus, StepStatus };

export interface Run {
  readonly id: string;
  readonly planId: string;
  readonly ticketId: string;
  readonly clientId: string;
  readonly status: RunStatus;
  readonly error: string | undefined;
  readonly createdAt: Date;
  readonly endedAt: Date | undefined;
}

export interface RunStep {
  readonly idx: number;
  readonly tool: string;
  readonly status: StepStatus;
  /** Counts attempts; a result that names another attempt is recorded nowhere. */
  readonly attempt: number;
  readonly result: Json | undefined;
  readonly error: string | undefined;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

/** The first step that has not ended; steps run strictly in order. */
export function nextStep(steps: readonly RunStep[]): RunStep | undefined {
  return steps.find(
    (step) => step.status === 'pending' || step.status === 'running' || step.status === 'uncertain',
  );
}

/**
 * The key that a vendor sees. Stable over automatic retries and over a crash; a person's retry is a new plan and so a new run.
 */
export function idempotencyKeyOf(runId: string, idx: number): string {
  return `${runId}:${idx}:0`;
}

/** Attempts of a repeatable step before it counts as failed. */
export const MAX_ATTEMPTS = 4;

/** How long the recipient may open a temporary password. */
export const DELIVERY_LIFETIME_MS = 15 * 60 * 1000;
