// One call of one tool, outside any transaction, with a time limit. Whatever a tool throws becomes one of four outcomes.
import { backoffMs } from '../lib/backoff.ts';
import type { Clock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Json } from '../lib/json.ts';
import { deadline } from '../lib/timers.ts';
import type { PlanStep } from '../plans/plan.ts';
import type { StoredPlan } from '../plans/store.ts';
import { redact } from '../secrets/redact.ts';
import type { Redactor } from '../secrets/redactor.ts';
import { type Tool, type ToolContext, ToolError } from '../tools/tool.ts';
import type { Deliveries } from './deliveries.ts';
import type { StartedAttempt } from './store.ts';

export type CallOutcome =
  | { readonly type: 'done'; readonly result: Json }
  | { readonly type: 'failed'; readonly error: string }
  | { readonly type: 'retry'; readonly error: string; readonly waitMs: number }
  | { readonly type: 'unknown'; readonly error: string };

export interface CallOptions {
  /** What a tool says is masked before anybody reads it or it is stored. */
  readonly redactor: Redactor;
  readonly clock: Clock;
  readonly deliveries: Deliveries;
  secret(clientId: string, name: string): Promise<string>;
}

/** Milliseconds that one call of a tool may take. */
export const CALL_TIMEOUT_MS = 60_000;
const RETRY_BASE_MS = 1000;
const RETRY_CAP_MS = 60_000;
const RESULT_LENGTH = 8000;

export function toolContext(
  options: CallOptions,
  plan: StoredPlan,
  parts: Pick<ToolContext, 'idempotencyKey' | 'signal'> & { readonly temporaryPassword?: string | undefined },
): ToolContext {
  return {
    clientId: plan.clientId,
    requesterEmail: plan.body.requester.email,
    ticketNumber: plan.prose.ticketNumber,
    idempotencyKey: parts.idempotencyKey,
    clock: options.clock,
    signal: parts.signal,
    secret: (name) => options.secret(plan.clientId, name),
    temporaryPassword: parts.temporaryPassword,
  };
}

export async function callTool(
  options: CallOptions,
  call: {
    readonly tool: Tool;
    readonly step: PlanStep;
    readonly plan: StoredPlan;
    readonly started: StartedAttempt;
  },
): Promise<CallOutcome> {
  const { tool, started } = call;
  const temporaryPassword = started.sealed
    ? options.deliveries.open(call.started.sealed ?? '', started.idempotencyKey)
    : undefined;
  using time = deadline(options.clock, CALL_TIMEOUT_MS);
  const context = toolContext(options, call.plan, {
    idempotencyKey: started.idempotencyKey,
    signal: time.signal,
    temporaryPassword,
  });
  try {
    const result = await withDeadline(tool.execute(call.step.args, context), context.signal);
    return { type: 'done', result: masked(options.redactor, cutResult(result), temporaryPassword) };
  } catch (error) {
    return outcomeOf(error, tool, started.attempt, (text) => {
      return masked(options.redactor, text, temporaryPassword);
    });
  }
}

/** A temporary password is known to this call alone, so it is struck out here. */
function masked<T extends Json>(redactor: Redactor, said: T, temporaryPassword: string | undefined): T {
  const clean = redactor.value(said);
  if (temporaryPassword === undefined || !JSON.stringify(clean).includes(temporaryPassword)) return clean;
  return JSON.parse(redact(JSON.stringify(clean), [temporaryPassword]));
}

function outcomeOf(error: unknown, tool: Tool, attempt: number, mask: (text: string) => string): CallOutcome {
  const known = error instanceof ToolError ? error : undefined;
  const repeatable = tool.repeat !== 'never';
  const waitMs = known?.retryAfterMs ?? backoffMs(attempt, RETRY_BASE_MS, RETRY_CAP_MS, Math.random());
  const text = mask(errorText(error));
  if (known?.outcome === 'final') return { type: 'failed', error: text };
  if (known?.outcome === 'retry') return { type: 'retry', error: text, waitMs };
  return repeatable ? { type: 'retry', error: text, waitMs } : { type: 'unknown', error: text };
}

/** A tool that ignores its abort signal must not hold the run for ever. */
async function withDeadline<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener(
        'abort',
        () => reject(new ToolError('unknown', 'The call took longer than a minute.')),
        {
          once: true,
        },
      );
    }),
  ]);
}

function cutResult(result: Json): Json {
  const text = JSON.stringify(result) ?? 'null';
  return text.length <= RESULT_LENGTH ? result : { cut: true, text: text.slice(0, RESULT_LENGTH) };
}
