// Sends one HTTP request of a tool and says what became of it. It follows no redirect, reads no more than it shows, and
// strikes secrets out of everything that comes back.
import type { Clock } from '../lib/clock.ts';
import type { Json } from '../lib/json.ts';
import { deadline } from '../lib/timers.ts';
import { readAnswer } from './http-answer.ts';
import { ToolError } from './tool.ts';

export interface HttpCall {
  /** The tool's name, for errors. */
  readonly tool: string;
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly secrets: readonly string[];
  /** Whether sending it twice does the same as sending it once. */
  readonly repeatable: boolean;
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

const MOST_WAIT_MS = 15 * 60_000;
const SHOWN_OF_ERROR = 300;
/** Errors that come before the first byte of the request is sent. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const NOT_TRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/;

/** @returns `{ok, status, body}` for a 2xx answer. @throws ToolError for anything else */
export async function callHttp(call: HttpCall): Promise<Json> {
  const { host } = new URL(call.url);
  using time = deadline(call.clock, call.timeoutMs);
  const signal = AbortSignal.any([call.signal, time.signal]);
  let response: Response;
  try {
    response = await fetch(call.url, {
      method: call.method,
      // A connection of its own: one kept from before may be closing, and then nobody knows whether the request arrived.
      headers: { ...call.headers, connection: 'close' },
      redirect: 'manual',
      signal,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
  } catch (error) {
    throw lostCall(call, host, error);
  }
  const { status } = response;
  const answer = await readAnswer(response, call.secrets);
  if (response.ok) return { ok: true, status, ...answer };
  const shown = answer.body === undefined ? '' : `: ${asText(answer.body).slice(0, SHOWN_OF_ERROR)}`;
  throw refusedCall(call, response, `${call.tool}: ${host} answered ${status}${shown}`);
}

function lostCall(call: HttpCall, host: string, error: unknown): ToolError {
  const code = codeOf(error);
  if (code !== undefined && NOT_TRUSTED.test(code))
    return new ToolError('final', `${call.tool}: the certificate of ${host} is not trusted (${code}).`);
  if (code !== undefined && NEVER_SENT.has(code))
    return new ToolError('retry', `${call.tool}: ${host} could not be reached (${code}).`);
  // The error's own text may hold a header or the address, and with it a secret.
  const text = `${call.tool}: ${host} did not answer, so nobody knows whether it happened (${code ?? nameOf(error)}).`;
  return new ToolError(call.repeatable ? 'retry' : 'unknown', text);
}

function refusedCall(call: HttpCall, response: Response, text: string): ToolError {
  const { status } = response;
  const wait = retryAfterMs(response.headers.get('retry-after'), call.clock);
  const after = wait === undefined ? {} : { retryAfterMs: wait };
  if (status === 429) return new ToolError('retry', text, after);
  if (status >= 500) return new ToolError(call.repeatable ? 'retry' : 'unknown', text, after);
  if (status >= 300 && status < 400) {
    // Many systems answer a finished POST with "see other"; only 307 and 308 say that nothing was done.
    const mayBeDone = !call.repeatable && call.method !== 'GET' && status < 304;
    return new ToolError(mayBeDone ? 'unknown' : 'final', `${text}, a redirect, which is not followed`);
  }
  return new ToolError('final', text);
}

/** Seconds or a date (RFC 9110, 10.2.3). @returns milliseconds, at most 15 minutes */
function retryAfterMs(header: string | null, clock: Clock): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - clock.now().getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MOST_WAIT_MS) : undefined;
}

function asText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'connection lost';
}

function codeOf(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}
