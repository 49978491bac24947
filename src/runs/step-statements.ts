// The SQL of steps and their attempts, built once. Which of it belongs together, and in what order, store.ts decides.
import { and, asc, eq, isNotNull, isNull } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';

interface At {
  readonly runId: string;
  readonly idx: number;
}
interface AtAttempt extends At {
  readonly attempt: number;
}
type StepEnd = Pick<Tables['runSteps']['$inferSelect'], 'status' | 'result' | 'error' | 'endedAt'>;

export const insertStepRow = statement((tx, t, row: Tables['runSteps']['$inferSelect']) =>
  tx.insert(t.runSteps).values(everyColumn(t.runSteps, row)),
);
export const insertAttemptRow = statement((tx, t, row: Tables['stepAttempts']['$inferSelect']) =>
  tx.insert(t.stepAttempts).values(everyColumn(t.stepAttempts, row)),
);
export const claimStep = statement(
  (tx, t, step: AtAttempt & { readonly next: number; readonly startedAt: Date }) =>
    tx
      .update(t.runSteps)
      .set({ status: 'running', attempt: step.next, startedAt: step.startedAt, error: null })
      .where(
        and(
          eq(t.runSteps.runId, step.runId),
          eq(t.runSteps.idx, step.idx),
          eq(t.runSteps.status, 'pending'),
          eq(t.runSteps.attempt, step.attempt),
        ),
      )
      .returning({ id: t.runSteps.id }),
);
export const endAttempt = statement(
  (tx, t, step: AtAttempt & { readonly endedAt: Date; readonly outcome: string }) =>
    tx
      .update(t.stepAttempts)
      .set({ endedAt: step.endedAt, outcome: step.outcome })
      .where(
        and(
          eq(t.stepAttempts.runId, step.runId),
          eq(t.stepAttempts.idx, step.idx),
          eq(t.stepAttempts.n, step.attempt),
          isNull(t.stepAttempts.endedAt),
        ),
      ),
);
export const forgetSealed = statement((tx, t, step: At) =>
  tx
    .update(t.stepAttempts)
    .set({ sealed: null })
    .where(
      and(
        eq(t.stepAttempts.runId, step.runId),
        eq(t.stepAttempts.idx, step.idx),
        isNotNull(t.stepAttempts.sealed),
      ),
    ),
);
export const endRunningStep = statement((tx, t, step: AtAttempt & StepEnd) =>
  tx
    .update(t.runSteps)
    .set({ status: step.status, result: step.result, error: step.error, endedAt: step.endedAt })
    .where(
      and(
        eq(t.runSteps.runId, step.runId),
        eq(t.runSteps.idx, step.idx),
        eq(t.runSteps.attempt, step.attempt),
        eq(t.runSteps.status, 'running'),
      ),
    )
    .returning({ id: t.runSteps.id }),
);
export const stepsOf = statement((tx, t, run: { id: string }) =>
  tx.select().from(t.runSteps).where(eq(t.runSteps.runId, run.id)).orderBy(asc(t.runSteps.idx)),
);
