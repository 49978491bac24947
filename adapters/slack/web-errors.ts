// Turns what the Slack SDK throws into the port's four kinds of failure. It decides whether a send may have happened;
// it never decides whether to repeat it.
import { webApi } from '@slack/bolt';
import { ChatError } from '../../src/chat.ts';

const GONE = new Set([
  'account_inactive',
  'channel_not_found',
  'is_archived',
  'message_not_found',
  'thread_not_found',
  'token_revoked',
  'user_disabled',
  'user_not_found',
  'users_not_found',
]);

/** Slack's own failures. With the second two "some aspect of the operation may have succeeded". */
const TRY_AGAIN = new Set(['request_timeout', 'service_unavailable', 'team_added_to_org']);
const MAYBE_DONE = new Set(['fatal_error', 'internal_error']);
const LIMITED = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded']);

/** Network failures in which no byte of the request reached Slack. */
const NEVER_SENT = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const DEFAULT_WAIT_MS = 5000;

/** Slack's error code of a failure made by `toChatError`, e.g. `invalid_blocks`; undefined if Slack gave none. */
export function slackCode(error: unknown): string | undefined {
  const cause = error instanceof ChatError ? error.cause : error;
  return cause instanceof webApi.WebAPIPlatformError ? cause.data.error : undefined;
}

/** The status of an answer that was not 200, as stand-ins and gateways send for a method they lack. */
export function httpStatus(error: unknown): number | undefined {
  const cause = error instanceof ChatError ? error.cause : error;
  return cause instanceof webApi.WebAPIHTTPError ? cause.statusCode : undefined;
}

/** The failure of calling `method`, in the words of the chat port. Messages name the method and the code, never a token. */
export function toChatError(error: unknown, method: string): ChatError {
  if (error instanceof ChatError) return error;
  if (error instanceof webApi.WebAPIRateLimitedError) return limited(method, error.retryAfter * 1000, error);
  if (error instanceof webApi.WebAPIPlatformError) return fromPlatform(error, method);
  if (error instanceof webApi.WebAPIHTTPError) {
    const kind = error.statusCode >= 500 ? 'unreachable' : 'refused';
    return new ChatError(kind, `Slack answered ${method} with HTTP ${error.statusCode}.`, {
      doubtful: kind === 'unreachable',
      cause: error,
    });
  }
  // A 429 without Retry-After arrives as a plain Error of the SDK.
  if (error instanceof Error && error.message.startsWith('Retry header')) {
    return limited(method, DEFAULT_WAIT_MS, error);
  }
  return new ChatError('unreachable', `Slack could not be reached for ${method}: ${networkCode(error)}.`, {
    doubtful: !NEVER_SENT.has(networkCode(error)),
    cause: error,
  });
}

function fromPlatform(error: InstanceType<typeof webApi.WebAPIPlatformError>, method: string): ChatError {
  const code = error.data.error;
  // The SDK puts a body that is not JSON (a gateway's page) where the code belongs.
  if (typeof code !== 'string' || !/^[a-z0-9_.]{1,60}$/.test(code)) {
    return new ChatError('unreachable', `Slack's answer to ${method} could not be read.`, {
      doubtful: true,
      cause: error,
    });
  }
  if (LIMITED.has(code)) {
    return limited(
      method,
      (error.data.response_metadata?.retryAfter ?? DEFAULT_WAIT_MS / 1000) * 1000,
      error,
    );
  }
  if (TRY_AGAIN.has(code) || MAYBE_DONE.has(code)) {
    const doubtful = MAYBE_DONE.has(code);
    return new ChatError('unreachable', `Slack failed at ${method}: ${code}.`, { doubtful, cause: error });
  }
  return new ChatError(
    GONE.has(code) ? 'gone' : 'refused',
    `Slack refused ${method}: ${code}${remedy(error)}.`,
    {
      cause: error,
    },
  );
}

function remedy(error: InstanceType<typeof webApi.WebAPIPlatformError>): string {
  const needed = 'needed' in error.data ? error.data.needed : undefined;
  if (error.data.error !== 'missing_scope' || typeof needed !== 'string') return '';
  return ` (install the app again with the scope ${needed})`;
}

function limited(method: string, retryAfterMs: number, cause: Error): ChatError {
  return new ChatError('rate_limited', `Slack asks to wait ${retryAfterMs} ms before ${method}.`, {
    retryAfterMs,
    cause,
  });
}

/** The innermost name of a network failure: `ECONNREFUSED`, `TimeoutError`. */
function networkCode(error: unknown): string {
  let inner: unknown = error;
  for (let depth = 0; depth < 5 && inner instanceof Error && inner.cause !== undefined; depth += 1)
    inner = inner.cause;
  if (inner instanceof AggregateError) inner = inner.errors[0];
  if (!(inner instanceof Error)) return 'no reason given';
  return 'code' in inner && typeof inner.code === 'string' ? inner.code : inner.name;
}
