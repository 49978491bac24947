// What a failed call to the connector means for a message: wait, try again, look first, or give up.
import { ChatError } from '../../src/chat.ts';

/** Errors that come before the first byte of the request is sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** Teams names a time only sometimes; its shortest window is two seconds. */
const DEFAULT_WAIT_MS = 2000;

interface Failure {
  readonly statusCode?: unknown;
  readonly code?: unknown;
  readonly errorCode?: unknown;
  readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
  readonly body?: { readonly error?: { readonly code?: unknown } };
}

/** @param sends the call would have made something new, so that nobody may simply repeat it */
export function toChatError(error: unknown, what: string, sends: boolean): ChatError {
  if (error instanceof ChatError) return error;
  const failure = (typeof error === 'object' && error !== null ? error : {}) as Failure;
  const { statusCode: status } = failure;
  if (typeof status === 'number') return ofStatus(status, failure, what, sends);
  const { code } = failure;
  const name = typeof code === 'string' ? code : 'no answer';
  // The login host refused or was not there, so nothing was sent.
  if (failure.errorCode !== undefined || NEVER_SENT.has(name))
    return new ChatError('unreachable', `${what}: Teams was not reached (${name})`, { doubtful: false });
  return new ChatError('unreachable', `${what}: the connection to Teams broke off (${name})`, {
    doubtful: sends,
  });
}

function ofStatus(status: number, failure: Failure, what: string, sends: boolean): ChatError {
  const named = failure.body?.error?.code;
  const text = `${what}: Teams answered ${status}${typeof named === 'string' ? ` ${named.slice(0, 60)}` : ''}`;
  if (status === 429) {
    const retryAfterMs = waitOf(failure.response?.headers?.get?.('retry-after'));
    return new ChatError('rate_limited', text, { retryAfterMs });
  }
  if (status === 404 || status === 403) return new ChatError('gone', text);
  if (status === 401 || status === 412) return new ChatError('unreachable', text, { doubtful: false });
  if (status >= 500) return new ChatError('unreachable', text, { doubtful: sends });
  return new ChatError('refused', text);
}

function waitOf(header: string | undefined): number {
  const seconds = Number(header);
  return header !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : DEFAULT_WAIT_MS;
}
