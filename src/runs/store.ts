// Runs and their steps. Every method is a state transition by compare-and-set; the unique index on the plan makes a
// second run of one plan impossible.
import { newId } from '../lib/ids.ts';
import type { Json } from '../lib/json.ts';
import { type Database, type Db, q, type Step, type Writing } from '../store/database.ts';
import { and, desc, eq } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import { idempotencyKeyOf, type Run, type RunStatus, type RunStep, type StepStatus } from './run.ts';
import {
  claimStep,
  endAttempt,
  endRunningStep,
  forgetSealed,
  insertAttemptRow,
  insertStepRow,
  stepsOf,
} from './step-statements.ts';

const insertRunRow = statement((tx, t, row: Tables['runs']['$inferSelect']) =>
  tx.insert(t.runs).values(everyColumn(t.runs, row)).onConflictDoNothing().returning({ id: t.runs.id }),
);
const endRunRow = statement(
  (tx, t, run: Pick<Tables['runs']['$inferSelect'], 'id' | 'status' | 'error' | 'endedAt'>) =>
    tx
      .update(t.runs)
      .set({ status: run.status, error: run.error, endedAt: run.endedAt })
      .where(and(eq(t.runs.id, run.id), eq(t.runs.status, 'running')))
      .returning({ id: t.runs.id }),
);
const runById = statement((tx, t, run: { id: string }) =>
  tx.select().from(t.runs).where(eq(t.runs.id, run.id)),
);

/** Makes the run of a plan; undefined if the plan has one already. */
export function* insertRun(
  work: Writing,
  run: {
    readonly planId: string;
    readonly ticketId: string;
    readonly clientId: string;
    readonly tools: readonly string[];
  },
): Step<string | undefined> {
  const { now } = work;
  const id = newId(now.getTime());
  const inserted = yield* q(
    insertRunRow(work, {
      id,
      planId: run.planId,
      ticketId: run.ticketId,
      clientId: run.clientId,
      status: 'running',
      error: null,
      createdAt: now,
      endedAt: null,
    }),
  );
  if (inserted.length === 0) return undefined;
  const blank = { status: 'pending' as const, result: null, error: null, startedAt: null, endedAt: null };
  for (const [idx, tool] of run.tools.entries()) {
    const step = { id: newId(now.getTime()), runId: id, idx, tool, attempt: 0, ...blank };
    yield* q(insertStepRow(work, step));
  }
  return id;
}

export interface StartedAttempt {
  readonly attempt: number;
  readonly idempotencyKey: string;
  /** The sealed temporary password of the first attempt, so that a repetition sets the same one. */
  readonly sealed: string | undefined;
}

/**
 * Claims a step for one attempt: the row is written before the call.
 * @returns undefined if the step or the run has moved on
 */
export function* startStep(
  work: Writing,
  step: {
    readonly runId: string;
    readonly idx: number;
    readonly attempt: number;
    readonly sealed: string | undefined;
  },
): Step<StartedAttempt | undefined> {
  const { tx, t, now } = work;
  const { runId, idx } = step;
  const claim = { runId, idx, attempt: step.attempt, next: step.attempt + 1, startedAt: now };
  const claimed = yield* q(claimStep(work, claim));
  if (claimed.length === 0) return undefined;
  const idempotencyKey = idempotencyKeyOf(step.runId, step.idx);
  const attempt = step.attempt + 1;
  const [first] =
    attempt === 1
      ? []
      : yield* q(
          tx
            .select({ sealed: t.stepAttempts.sealed })
            .from(t.stepAttempts)
            .where(
              and(
                eq(t.stepAttempts.runId, step.runId),
                eq(t.stepAttempts.idx, step.idx),
                eq(t.stepAttempts.n, 1),
              ),
            ),
        );
  const sealed = first?.sealed ?? step.sealed;
  yield* q(
    insertAttemptRow(work, {
      id: newId(now.getTime()),
      runId,
      idx,
      n: attempt,
      idempotencyKey,
      sealed: sealed ?? null,
      startedAt: now,
      endedAt: null,
      outcome: null,
    }),
  );
  return { attempt, idempotencyKey, sealed };
}

/** Ends an attempt; false if another attempt took over, and then nothing is written but the attempt's own end. */
export function* endStep(
  work: Writing,
  step: { readonly runId: string; readonly idx: number; readonly attempt: number },
  end: {
    readonly status: StepStatus;
    readonly outcome: string;
    readonly result?: Json;
    readonly error?: string | undefined;
  },
): Step<boolean> {
  const { now } = work;
  const { runId, idx, attempt } = step;
  yield* q(endAttempt(work, { runId, idx, attempt, endedAt: now, outcome: end.outcome }));
  if (end.status === 'done' || end.status === 'failed') {
    // The delivery holds the only copy from here on.
    yield* q(forgetSealed(work, { runId, idx }));
  }
  const ended = yield* q(
    endRunningStep(work, {
      runId,
      idx,
      attempt,
      status: end.status,
      result: end.result ?? null,
      error: end.error ?? null,
      endedAt: end.status === 'pending' || end.status === 'uncertain' ? null : now,
    }),
  );
  return ended.length === 1;
}

/** A step that never started, or that a person settles, gets its end. */
export function* setStep(
  work: Writing,
  step: { readonly runId: string; readonly idx: number; readonly from: StepStatus },
  end: { readonly status: StepStatus; readonly error?: string | undefined },
): Step<boolean> {
  const { tx, t, now } = work;
  const ended = yield* q(
    tx
      .update(t.runSteps)
      .set({ status: end.status, error: end.error ?? null, endedAt: now })
      .where(
        and(eq(t.runSteps.runId, step.runId), eq(t.runSteps.idx, step.idx), eq(t.runSteps.status, step.from)),
      )
      .returning({ id: t.runSteps.id }),
  );
  return ended.length === 1;
}

/** Ends a running run; false if it has ended already. */
export function* endRun(
  work: Writing,
  runId: string,
  end: { readonly status: Exclude<RunStatus, 'running'>; readonly error?: string | undefined },
): Step<boolean> {
  const { now } = work;
  const run = { id: runId, status: end.status, error: end.error ?? null, endedAt: now };
  const rows = yield* q(endRunRow(work, run));
  return rows.length === 1;
}

export function* selectRun(db: Db, runId: string): Step<Run | undefined> {
  const [row] = yield* q(runById(db, { id: runId }));
  return row ? toRun(row) : undefined;
}

export function* selectRunOfPlan(db: Db, planId: string): Step<Run | undefined> {
  const { tx, t } = db;
  const [row] = yield* q(tx.select().from(t.runs).where(eq(t.runs.planId, planId)));
  return row ? toRun(row) : undefined;
}

export function* selectSteps(db: Db, runId: string): Step<readonly RunStep[]> {
  const rows = yield* q(stepsOf(db, { id: runId }));
  return rows.map((row) => ({
    ...row,
    result: row.result ?? undefined,
    error: row.error ?? undefined,
    startedAt: row.startedAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
  }));
}

export interface RunStore {
  get(id: string): Promise<Run | undefined>;
  ofPlan(planId: string): Promise<Run | undefined>;
  steps(runId: string): Promise<readonly RunStep[]>;
  /** Newest first. */
  latest(limit: number): Promise<readonly Run[]>;
}

export function createRunStore(database: Database): RunStore {
  return {
    get: (id) => database.read((db) => selectRun(db, id)),
    ofPlan: (planId) => database.read((db) => selectRunOfPlan(db, planId)),
    steps: (runId) => database.read((db) => selectSteps(db, runId)),
    latest: (limit) =>
      database.read(function* ({ tx, t }) {
        const rows = yield* q(tx.select().from(t.runs).orderBy(desc(t.runs.id)).limit(limit));
        return rows.map(toRun);
      }),
  };
}

function toRun(row: Tables['runs']['$inferSelect']): Run {
  return {
    ...row,
    error: row.error ?? undefined,
    endedAt: row.endedAt ?? undefined,
  };
}
