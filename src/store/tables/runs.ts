// Runs, their steps, and every attempt at a step.
import type { Json } from '../../lib/json.ts';
import type { Kit } from '../kit.ts';

export type RunStatus = 'running' | 'complete' | 'failed' | 'cancelled';
export type StepStatus = 'pending' | 'running' | 'done' | 'failed' | 'skipped' | 'uncertain';

export const runsTables = (k: Kit) => {
  const runs = k.table(
    'runs',
    {
      id: k.text('id').primaryKey(),
      /** One run per plan, for ever: this index is what makes a second execution impossible. */
      planId: k.text('plan_id').notNull(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      status: k.text<RunStatus>('status').notNull(),
      error: k.text('error'),
      createdAt: k.time('created_at').notNull(),
      endedAt: k.time('ended_at'),
    },
    (t) => [
      k.uniqueIndex('runs_plan').on(t.planId),
      k.index('runs_ticket').on(t.ticketId),
      k.index('runs_status').on(t.status),
    ],
  );

  const runSteps = k.table(
    'run_steps',
    {
      id: k.text('id').primaryKey(),
      runId: k.text('run_id').notNull(),
      idx: k.int('idx').notNull(),
      tool: k.text('tool').notNull(),
      status: k.text<StepStatus>('status').notNull(),
      /** Counts attempts, for fencing: a result that names another attempt is ignored. */
      attempt: k.int('attempt').notNull(),
      result: k.json<Json>('result'),
      error: k.text('error'),
      startedAt: k.time('started_at'),
      endedAt: k.time('ended_at'),
    },
    (t) => [k.uniqueIndex('run_steps_idx').on(t.runId, t.idx)],
  );

  const stepAttempts = k.table(
    'step_attempts',
    {
      id: k.text('id').primaryKey(),
      runId: k.text('run_id').notNull(),
      idx: k.int('idx').notNull(),
      n: k.int('n').notNull(),
      idempotencyKey: k.text('idempotency_key').notNull(),
      /** A temporary password, sealed before the vendor is called. */
      sealed: k.text('sealed'),
      startedAt: k.time('started_at').notNull(),
      endedAt: k.time('ended_at'),
      outcome: k.text('outcome'),
    },
    (t) => [k.uniqueIndex('step_attempts_n').on(t.runId, t.idx, t.n)],
  );

  return { runs, runSteps, stepAttempts };
};
