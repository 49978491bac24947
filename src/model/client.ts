// The client of an OpenAI-compatible server: one request per turn, in the dialect that the server understands. Every failure
// comes out as a ModelError; nothing that the server says is run, checked or trusted here.
import OpenAI, { AzureOpenAI, type ClientOptions } from 'openai';
import { SECOND_MS } from '../lib/clock.ts';
import { boundedFetch } from './bounded-fetch.ts';
import type { Model, ModelMessage, ModelTool, ModelTurn } from './model.ts';
import { refusesExtras, refusesTools, toModelError, toolsHint } from './model-failure.ts';
import { extrasOf, type ModelProfile, profileOf, readAddress } from './model-profile.ts';
import { readAnswer } from './read-answer.ts';
import { readTextCall } from './text-calls.ts';
import { toPlainMessages } from './text-dialect.ts';

export interface ModelConfig {
  readonly baseUrl: string;
  /** Absent: the server asks for none (a model on this machine). */
  readonly apiKey?: string | undefined;
  readonly model: string;
}

type Request = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;

export interface ModelClient extends Model {
  readonly profile: ModelProfile;
  /** `text` once the server has refused tools: calls are then written as text. */
  readonly dialect: 'tools' | 'text';
  /** What an operator could change so that the server takes tools; undefined as long as it does. */
  readonly toolsHint: string | undefined;
  /** Names of the models that the server offers. @throws ModelError */
  listModels(signal: AbortSignal): Promise<readonly string[]>;
}

export interface ModelClientOptions {
  /** Milliseconds for one request; 30,000 unless told. */
  readonly timeoutMs?: number | undefined;
  /** How often a request is repeated when the server is busy or breaks off; once unless told. */
  readonly maxRetries?: number | undefined;
  /** What the server takes beyond the common fields; by its host unless told. */
  readonly profile?: ModelProfile | undefined;
}

const REQUEST_TIMEOUT_MS = 30 * SECOND_MS;

/** @throws TypeError if the base URL is none */
export function createModelClient(config: ModelConfig, options: ModelClientOptions = {}): ModelClient {
  const sdk = createSdk(config, options);
  const profile = options.profile ?? profileOf(config.baseUrl);
  let extras = profile !== 'generic';
  let hint: string | undefined;

  const request = (messages: readonly ModelMessage[], tools: readonly ModelTool[]): Request => {
    const asText = hint !== undefined;
    const withTools = !asText && tools.length > 0;
    return {
      model: config.model,
      messages: asText
        ? toPlainMessages(messages, tools).map(({ role, text }) => ({ role, content: text }))
        : messages.map(toWire),
      ...(withTools ? { tools: tools.map(toWireTool), tool_choice: 'auto' } : {}),
      ...(extras ? extrasOf(profile) : {}),
    };
  };

  /** A refusal of tools or of a field is remembered for the life of the process, so it is paid for once. */
  const learn = (error: unknown): boolean => {
    if (extras && refusesExtras(error)) extras = false;
    else if (hint === undefined && refusesTools(error)) hint = toolsHint(error);
    else return false;
    return true;
  };

  return {
    name: config.model,
    profile,
    get dialect() {
      return hint === undefined ? 'tools' : 'text';
    },
    get toolsHint() {
      return hint;
    },
    turn: async (messages, tools, signal) => {
      for (;;) {
        const body = request(messages, tools);
        try {
          const answer: unknown = await sdk.chat.completions.create(body, { signal });
          return withWrittenCall(readAnswer(answer, lengthOf(body)), tools);
        } catch (error) {
          if (!learn(error)) throw toModelError(error);
        }
      }
    },
    listModels: async (signal) => {
      try {
        const page: unknown = await sdk.models.list({ signal });
        return modelNames(page);
      } catch (error) {
        throw toModelError(error);
      }
    },
  };
}

/** Everything that the SDK would otherwise take from the environment is said here. */
function createSdk({ baseUrl, apiKey }: ModelConfig, options: ModelClientOptions): OpenAI {
  const address = readAddress(baseUrl);
  const own = {
    baseURL: address.baseUrl,
    // The SDK wants a key; where there is none, the headers below take it out again.
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    timeout: options.timeoutMs ?? REQUEST_TIMEOUT_MS,
    maxRetries: options.maxRetries ?? 1,
    logLevel: 'off',
    fetch: boundedFetch,
    defaultHeaders:
      apiKey === undefined ? { authorization: address.basic ?? null, 'api-key': null } : undefined,
  } satisfies ClientOptions;
  if (address.apiVersion === undefined) return new OpenAI(own);
  return new AzureOpenAI({ ...own, apiVersion: address.apiVersion });
}

function toWire(message: ModelMessage): OpenAI.Chat.Completions.ChatCompletionMessageParam {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.callId, content: message.text };
  if (message.role !== 'assistant') return { role: message.role, content: message.text };
  if (message.calls.length === 0) return { role: 'assistant', content: message.text };
  return {
    role: 'assistant',
    content: message.text,
    tool_calls: message.calls.map(({ id, name, arguments: args }) => ({
      id,
      type: 'function',
      function: { name, arguments: args },
    })),
  };
}

function toWireTool({ name, description, schema }: ModelTool): OpenAI.Chat.Completions.ChatCompletionTool {
  const parameters = typeof schema === 'object' && schema !== null && !Array.isArray(schema) ? schema : {};
  return { type: 'function', function: { name, description, parameters: { ...parameters } } };
}

/** A call that the model wrote as text counts as one wherever tools were offered. */
function withWrittenCall(turn: ModelTurn, tools: readonly ModelTool[]): ModelTurn {
  if (turn.calls.length > 0 || turn.cut || tools.length === 0) return turn;
  const call = readTextCall(turn.text);
  if (!call) return turn;
  return { ...turn, text: '', calls: [{ id: 'call_1', name: call.tool, arguments: call.arguments }] };
}

function lengthOf({ messages, tools }: Request): number {
  return JSON.stringify(messages).length + (tools ? JSON.stringify(tools).length : 0);
}

/** Names as people could type them; anything else in the list is left out. */
function modelNames(page: unknown): readonly string[] {
  if (typeof page !== 'object' || page === null || !('data' in page) || !Array.isArray(page.data)) return [];
  const entries: readonly unknown[] = page.data;
  return entries.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null || !('id' in entry)) return [];
    return typeof entry.id === 'string' && /^[\w.:/@-]{1,100}$/.test(entry.id) ? [entry.id] : [];
  });
}
