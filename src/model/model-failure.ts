// What a failed request to a model server means: who has to act, and the words for it. The words never hold what the server
// or the configuration said: a server may echo a key or a conversation.
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { TOO_LONG_HEADER } from './bounded-fetch.ts';
import { ModelError } from './model.ts';

/** Characters of a server's message that are looked at. */
const LOOKED_AT = 600;

export type FailureReason =
  | 'key'
  | 'account'
  | 'model'
  | 'address'
  | 'redirect'
  | 'connection'
  | 'busy'
  | 'slow'
  | 'answer';

/** A failure with what it was about, for whoever has to say what can be done. */
export class ServerFailure extends ModelError {
  readonly reason: FailureReason;
  constructor(kind: ModelError['kind'], reason: FailureReason, message: string) {
    super(kind, message);
    this.reason = reason;
  }
}

/** Any error of any class becomes a ModelError. No cause is kept: the SDK's errors carry the answer's body. */
export function toModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof APIUserAbortError)
    return new ServerFailure('timeout', 'slow', 'The time for this run was over.');
  if (error instanceof APIConnectionTimeoutError)
    return new ServerFailure('timeout', 'slow', 'The model server did not answer in time.');
  if (error instanceof APIConnectionError) return notReached(error);
  if (error instanceof APIError && typeof error.status === 'number') return refused(error, error.status);
  if (error instanceof SyntaxError)
    return new ServerFailure('failed', 'answer', 'The answer of the model server is not JSON.');
  return new ServerFailure('failed', 'answer', 'The request to the model server failed.');
}

export function filtered(): ModelError {
  return new ServerFailure('conversation', 'answer', "The model server's content filter stopped the answer.");
}

/** The words of the system, such as ECONNREFUSED, name the cause without an address. */
function notReached(error: APIConnectionError): ModelError {
  let code: string | undefined;
  for (let cause: unknown = error.cause, level = 0; cause instanceof Error && level < 4; level += 1) {
    if ('code' in cause && typeof cause.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(cause.code))
      code = cause.code;
    cause = cause.cause;
  }
  return new ServerFailure(
    'failed',
    'connection',
    `The connection to the model server failed${code ? ` (${code})` : ''}.`,
  );
}

function refused(error: APIError, status: number): ModelError {
  const said = messageOf(error);
  const setup = (reason: FailureReason, words: string) =>
    new ServerFailure('setup', reason, `${words} (${status}).`);
  if (error.headers?.has(TOO_LONG_HEADER))
    return new ServerFailure('failed', 'answer', 'The answer of the model server is too long.');
  if (status >= 300 && status < 400)
    return setup('redirect', 'The model server points to another address, which is not followed');
  if (status === 401 || status === 403) return setup('key', 'The model server refuses the key');
  if (status === 402 || (status === 429 && /insufficient_quota|exceeded your current quota/i.test(said)))
    return setup('account', 'The account at the model server has nothing left to spend');
  if (isUnknownModel(error)) return setup('model', 'The model server does not know the model');
  if (status === 404 || status === 405)
    return setup('address', 'Nothing answers chat completions at that address');
  if (status === 429 || status === 503 || status === 529)
    return new ServerFailure('busy', 'busy', `The model server is busy (${status}).`);
  if (status === 408 || status === 504)
    return new ServerFailure('timeout', 'slow', `The model server ran out of time (${status}).`);
  if (/content_filter|content management policy/i.test(said)) return filtered();
  const long = /context.length|context.(?:size|window)|maximum context/i.test(said);
  const words = long
    ? 'The conversation is too long for the model'
    : 'The model server answered with an error';
  return new ServerFailure(long ? 'conversation' : 'failed', 'answer', `${words} (${status}).`);
}

/** `model_not_found` of OpenAI, `DeploymentNotFound` of Azure, prose of others. */
function isUnknownModel(error: APIError): boolean {
  if (error.status !== 404 && error.status !== 400) return false;
  return /model_not_found|DeploymentNotFound|model\b.{0,120}\b(?:not found|does not exist|not exist|unknown)|unknown model|invalid model/i.test(
    messageOf(error),
  );
}

const TOOLS = /\b(?:tools?|tool_choice|function.?call\w*|functions)\b/i;
const REFUSAL =
  /support|unrecogni[sz]ed|unknown (?:field|param|arg|name)|unexpected|not (?:permitted|allowed|enabled|available|implemented)|forbidden|requires? --/i;
/** About the contents of a request, not about whether tools can be sent at all. */
const CONTENTS =
  /tool_calls|tool_call_id|tokens|context|schema|\.function\b|maximum|too (?:long|many|large)/i;

/**
 * Whether a server says that it, or this model, takes no tools.
 * Sources: ollama/ollama#6027 (400 "does not support tools"), vllm-project/vllm#9986 (400 "requires --enable-auto-tool-choice"),
 * ggml-org/llama.cpp#10920 (500 "Unsupported param: tools") and its "tools param requires --jinja flag".
 */
export function refusesTools(error: unknown): error is APIError {
  if (!(error instanceof APIError) || ![400, 404, 422, 500, 501].includes(error.status ?? 0)) return false;
  const said = messageOf(error);
  return TOOLS.test(said) && REFUSAL.test(said) && !CONTENTS.test(said);
}

/** Whether a server takes exception to a field that only some servers know. */
export function refusesExtras(error: unknown): boolean {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return false;
  return /max_completion_tokens|max_tokens|prompt_cache_key|\bstore\b/.test(messageOf(error));
}

/** What an operator can change at a server that refuses tools. */
export function toolsHint(error: APIError): string {
  const said = messageOf(error);
  if (said.includes('--enable-auto-tool-choice'))
    return 'Start vLLM with --enable-auto-tool-choice and --tool-call-parser.';
  if (said.includes('--jinja') || said.includes('Unsupported param'))
    return 'Start llama-server with --jinja.';
  return 'Choose a model that supports tools.';
}

function messageOf(error: APIError): string {
  return `${error.code ?? ''} ${error.message}`.slice(0, LOOKED_AT);
}
