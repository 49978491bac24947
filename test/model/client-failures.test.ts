// Every way in which a model server fails or is strange: which kind of failure it becomes, after how many requests.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createModelClient, type ModelClientOptions } from '../../src/model/client.ts';
import type { ModelMessage, ModelTool } from '../../src/model/model.ts';
import { saying } from '../support/one-answer-server.ts';
import { type Fault, MODEL_KEY, type ScriptedModel, startScriptedModel } from '../support/scripted-model.ts';

const TOOLS: readonly ModelTool[] = [
  { name: 'get_user', description: 'Looks up.', schema: { type: 'object' } },
];
const TALK: readonly ModelMessage[] = [
  { role: 'system', text: 'You plan.' },
  { role: 'user', text: 'Dana cannot sign in.' },
];
const never = () => new AbortController().signal;
const quick: ModelClientOptions = { maxRetries: 0, timeoutMs: 2000 };
const says = (message: string) => JSON.stringify({ error: { message } });

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
  model.always(() => ({ calls: [{ tool: 'get_user', args: { email: 'dana' }, id: 'r1' }] }));
});
beforeEach(() => model.fault(undefined));
afterAll(() => model.close());

const failureOf = (turn: Promise<unknown>) =>
  turn.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('failures', () => {
  test.each<{ fault: Fault; kind: string; message: string; requests: number }>([
    { fault: 'hung', kind: 'timeout', message: 'The model server did not answer in time.', requests: 2 },
    { fault: 'stalled', kind: 'timeout', message: 'The model server did not answer in time.', requests: 2 },
    { fault: '429', kind: 'busy', message: 'The model server is busy (429).', requests: 2 },
    { fault: '429 now', kind: 'busy', message: 'The model server is busy (429).', requests: 2 },
    { fault: '500', kind: 'failed', message: 'The model server answered with an error (500).', requests: 2 },
    {
      fault: 'cut',
      kind: 'failed',
      message: 'The connection to the model server failed (UND_ERR_SOCKET).',
      requests: 2,
    },
    {
      fault: 'malformed',
      kind: 'failed',
      message: 'The answer of the model server is not JSON.',
      requests: 1,
    },
    { fault: 'huge', kind: 'failed', message: 'The answer of the model server is too long.', requests: 1 },
    {
      fault: 'redirect',
      kind: 'setup',
      message: 'The model server points to another address, which is not followed (307).',
      requests: 1,
    },
    { fault: '401', kind: 'setup', message: 'The model server refuses the key (401).', requests: 1 },
  ])('$fault', async ({ fault, kind, message, requests }) => {
    const before = model.bodies().length;
    model.fault(fault);
    const client = createModelClient(model.config, {
      timeoutMs: fault === 'hung' || fault === 'stalled' ? 50 : 2000,
    });
    const error = await failureOf(client.turn(TALK, TOOLS, never()));
    expect(error).toMatchObject({ name: 'ModelError', kind, message });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(MODEL_KEY);
    expect(model.bodies().length - before).toBe(requests);
  });

  test.each<Fault>(['429 now', '500', 'cut'])('%s once is overcome by asking again', async (fault) => {
    model.fault(fault, 1);
    const turn = await createModelClient(model.config).turn(TALK, TOOLS, never());
    expect(turn.calls.length).toBe(1);
  });

  test.each<Fault>(['hung', 'stalled', '429 in a while'])(
    '%s: the signal ends a wait of any length',
    async (fault) => {
      model.fault(fault);
      const error = await failureOf(
        createModelClient(model.config).turn(TALK, TOOLS, AbortSignal.timeout(80)),
      );
      expect(error).toMatchObject({ kind: 'timeout', message: 'The time for this run was over.' });
    },
  );

  test('nobody listens', async () => {
    const client = createModelClient({ baseUrl: 'http://127.0.0.1:9/v1', model: 'm' }, quick);
    expect(await failureOf(client.turn(TALK, TOOLS, never()))).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('The connection to the model server failed'),
    });
  });
});

describe('odd servers', () => {
  test.each([
    {
      name: 'unknown model of OpenAI',
      status: 404,
      body: says('The model `m` does not exist'),
      kind: 'setup',
      words: 'does not know the model',
    },
    {
      name: 'unknown model of Ollama',
      status: 404,
      body: says('model "m" not found, try pulling it first'),
      kind: 'setup',
      words: 'does not know the model',
    },
    {
      name: 'unknown deployment of Azure',
      status: 404,
      body: '{"error":{"code":"DeploymentNotFound","message":"x"}}',
      kind: 'setup',
      words: 'does not know the model',
    },
    {
      name: 'a web server',
      status: 404,
      body: '<h1>Not found</h1>',
      kind: 'setup',
      words: 'Nothing answers chat completions',
    },
    {
      name: 'no money',
      status: 429,
      body: '{"error":{"code":"insufficient_quota","message":"x"}}',
      kind: 'setup',
      words: 'nothing left to spend',
    },
    {
      name: 'a long conversation',
      status: 400,
      body: says("This model's maximum context length is 8192 tokens, 300 in the functions"),
      kind: 'conversation',
      words: 'too long for the model',
    },
    {
      name: 'a wrong order of results',
      status: 400,
      body: says("messages with role 'tool' must follow 'tool_calls'; unexpected"),
      kind: 'failed',
      words: 'error (400)',
    },
    {
      name: 'a filtered prompt',
      status: 400,
      body: '{"error":{"code":"content_filter","message":"x"}}',
      kind: 'conversation',
      words: 'content filter',
    },
    {
      name: 'text',
      status: 200,
      body: 'Hello',
      type: 'text/plain',
      kind: 'failed',
      words: 'did not answer as chat completions do',
    },
    {
      name: 'nothing',
      status: 200,
      body: '',
      kind: 'failed',
      words: 'did not answer as chat completions do',
    },
    {
      name: 'null',
      status: 200,
      body: 'null',
      kind: 'failed',
      words: 'did not answer as chat completions do',
    },
    {
      name: 'no choices',
      status: 200,
      body: '{"choices": []}',
      kind: 'failed',
      words: 'did not answer as chat completions do',
    },
  ])('$name', async ({ status, body, type, kind, words }) => {
    const server = await saying(status, body, type);
    const client = createModelClient(server.config, quick);
    const error = await failureOf(client.turn(TALK, TOOLS, never()));
    expect(error).toMatchObject({ name: 'ModelError', kind, message: expect.stringContaining(words) });
    expect(client.dialect).toBe('tools');
    server.close();
  });

  test.each([
    {
      name: 'vLLM without flags',
      status: 400,
      said: '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set',
      hint: 'vLLM',
    },
    {
      name: 'llama-server without a flag',
      status: 500,
      said: 'tools param requires --jinja flag',
      hint: '--jinja',
    },
    { name: 'an old llama-server', status: 500, said: 'Unsupported param: tools', hint: '--jinja' },
    {
      name: 'a model of Ollama',
      status: 400,
      said: 'registry.ollama.ai/library/m:latest does not support tools',
      hint: 'Choose a model',
    },
    {
      name: 'a router',
      status: 404,
      said: 'No endpoints found that support tool use',
      hint: 'Choose a model',
    },
    {
      name: 'a strict proxy',
      status: 422,
      said: "Additional properties are not allowed ('tools' was unexpected)",
      hint: 'Choose a model',
    },
  ])('$name makes the client write its calls', async ({ status, said, hint }) => {
    const server = await saying(status, says(said));
    const client = createModelClient(server.config, quick);
    await failureOf(client.turn(TALK, TOOLS, never()));
    expect(client.dialect).toBe('text');
    expect(client.toolsHint).toContain(hint);
    server.close();
  });

  test('numbers that cannot be are not counted, argument objects and missing ids are taken', async () => {
    const server = await saying(
      200,
      JSON.stringify({
        choices: [
          {
            message: { content: null, tool_calls: [{ function: { name: 'get_user', arguments: { a: 1 } } }] },
          },
        ],
        usage: { prompt_tokens: -5, completion_tokens: 1e12 },
      }),
    );
    const turn = await createModelClient(server.config, quick).turn(TALK, TOOLS, never());
    expect(turn.calls).toEqual([{ id: 'call_1', name: 'get_user', arguments: '{"a":1}' }]);
    expect(turn.usage).toMatchObject({ estimated: true });
    expect(turn.usage.promptTokens).toBeLessThan(200);
    server.close();
  });
});
