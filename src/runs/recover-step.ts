// A step that was running when the process died: was it repeatable, did it happen, or must a person say?

import { deadline } from '../lib/timers.ts';
import type { PlanStep } from '../plans/plan.ts';
import { type Database, q } from '../store/database.ts';
import { and, eq } from '../store/drizzle.ts';
import type { Tool } from '../tools/tool.ts';
import { CALL_TIMEOUT_MS, type CallOptions, toolContext } from './call-tool.ts';
import type { RunView } from './executor-ports.ts';
import { idempotencyKeyOf, type RunStep } from './run.ts';
import type { StartedAttempt } from './store.ts';

export type Recovered =
  | { readonly type: 'repeat' }
  | { readonly type: 'happened'; readonly attempt: StartedAttempt }
  | { readonly type: 'unknown' };

/**
 * Keyed and idempotent calls are sent again under the same key. Others are read back; where the effect cannot be seen,
 * the outcome is unknown and the call is never repeated by itself.
 */
export async function recoverStep(
  options: CallOptions & { readonly database: Database },
  at: { readonly tool: Tool; readonly step: PlanStep; readonly view: RunView; readonly at: RunStep },
): Promise<Recovered> {
  const { tool, step, view } = at;
  if (tool.repeat !== 'never') return { type: 'repeat' };
  if (!tool.readBack) return { type: 'unknown' };
  const idempotencyKey = idempotencyKeyOf(view.run.id, at.at.idx);
  using time = deadline(options.clock, CALL_TIMEOUT_MS);
  const context = toolContext(options, view.plan, { idempotencyKey, signal: time.signal });
  try {
    const state = await tool.readBack(step.args, context);
    if (state === 'not_done') return { type: 'repeat' };
    if (state === 'unknown') return { type: 'unknown' };
  } catch {
    // Cannot be read now: a person decides rather than a guess.
    return { type: 'unknown' };
  }
  const sealed = await sealedOf(options.database, view.run.id, at.at);
  return { type: 'happened', attempt: { attempt: at.at.attempt, idempotencyKey, sealed } };
}

function sealedOf(database: Database, runId: string, at: RunStep): Promise<string | undefined> {
  return database.read(function* ({ tx, t }) {
    const [row] = yield* q(
      tx
        .select({ sealed: t.stepAttempts.sealed })
        .from(t.stepAttempts)
        .where(
          and(
            eq(t.stepAttempts.runId, runId),
            eq(t.stepAttempts.idx, at.idx),
            eq(t.stepAttempts.n, at.attempt),
          ),
        ),
    );
    return row?.sealed ?? undefined;
  });
}
