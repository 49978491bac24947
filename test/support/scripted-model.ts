// A model server that says what a test wrote: answers by predicate, or one function for everything (a model that has gone
// over to the enemy), a journal of what it was asked, and a switch for every way in which such a server fails.
import { type ChatCompletionRequest, type FixtureResponse, LLMock } from '@copilotkit/aimock';
import type { ModelConfig } from '../../src/model/client.ts';
import { startFront } from './model-front.ts';

export const MODEL = 'test-model';
export const MODEL_KEY = 'sk-canary-0123456789';

/** A request as a script reads it, the same whether tools came as such or were told in text. */
export interface SeenRequest {
  /** Text of the last message. */
  readonly last: string;
  /** All texts, in order, with the tool calls of earlier turns. */
  readonly all: string;
  readonly tools: readonly string[];
  /** Answers of the model so far. */
  readonly turn: number;
}

export type Answer =
  | { readonly text: string }
  | { readonly calls: readonly { readonly tool: string; readonly args: unknown; readonly id?: string }[] }
  | { readonly raw: FixtureResponse };

export type Script = (request: SeenRequest) => Answer | Promise<Answer>;

/** `slow` answers after many turns of the event loop; `hung` never; `stalled` begins and never ends; `cut` breaks off inside the body; `malformed` is no JSON. */
export type Fault =
  | 'slow'
  | 'hung'
  | 'stalled'
  | '429'
  | '429 now'
  | '429 in a while'
  | '500'
  | 'cut'
  | 'malformed'
  | 'huge'
  | 'redirect'
  | '401';

export interface ScriptedModel {
  readonly url: string;
  readonly config: ModelConfig;
  /** The first script whose predicate holds answers. */
  on(when: (request: SeenRequest) => boolean, answer: Answer | Script): void;
  always(script: Script): void;
  /** From now on, or for the next so many requests. `undefined` ends it. */
  fault(fault: Fault | undefined, times?: number): void;
  /** Calls it for every request that has met a fault. */
  onFault(met: (fault: Fault) => void): void;
  /** Every request body that arrived, faults included. */
  bodies(): readonly string[];
  headers(): readonly Readonly<Record<string, string | string[] | undefined>>[];
  close(): Promise<void>;
}

export async function startScriptedModel(): Promise<ScriptedModel> {
  const mock = new LLMock({ port: 0, strict: true, logLevel: 'silent', journalMaxEntries: 10_000 });
  await mock.start();
  const front = await startFront(mock.url);
  const on: ScriptedModel['on'] = (when, answer) => {
    mock.on({ predicate: (request) => when(seen(request)) }, async (request) =>
      toFixture(typeof answer === 'function' ? await answer(seen(request)) : answer),
    );
  };
  return {
    url: front.url,
    config: { baseUrl: `${front.url}/v1`, apiKey: MODEL_KEY, model: MODEL },
    on,
    always: (script) => on(() => true, script),
    fault: front.fault,
    onFault: (met) => {
      front.onFault = met;
    },
    bodies: front.bodies,
    headers: front.headers,
    close: async () => {
      await front.close();
      await mock.stop();
    },
  };
}

function seen(request: ChatCompletionRequest): SeenRequest {
  const texts = request.messages.map(
    (message) => `${textOf(message.content)}${message.tool_calls ? JSON.stringify(message.tool_calls) : ''}`,
  );
  const named = request.tools?.map((tool) => tool.function.name);
  return {
    last: texts.at(-1) ?? '',
    all: texts.join('\n'),
    tools: named ?? [...(texts[0] ?? '').matchAll(/^- (\w[\w-]*): /gm)].map((match) => match[1] ?? ''),
    turn: request.messages.filter((message) => message.role === 'assistant').length,
  };
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content ?? '');
}

function toFixture(answer: Answer): FixtureResponse {
  if ('raw' in answer) return answer.raw;
  if ('text' in answer) return { content: answer.text };
  return {
    toolCalls: answer.calls.map(({ tool, args, id }) => ({
      name: tool,
      // Objects would go over the wire as objects.
      arguments: typeof args === 'string' ? args : JSON.stringify(args),
      ...(id === undefined ? {} : { id }),
    })),
  };
}
