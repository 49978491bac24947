import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createModelClient, type ModelClientOptions } from '../../src/model/client.ts';
import type { ModelMessage, ModelTool } from '../../src/model/model.ts';
import { MODEL_DIALECTS, startDialect } from '../support/model-dialects.ts';
import { saying } from '../support/one-answer-server.ts';
import { MODEL_KEY, type ScriptedModel, startScriptedModel } from '../support/scripted-model.ts';

const TOOLS: readonly ModelTool[] = [
  {
    name: 'get_user',
    description: 'Looks a person up.',
    schema: { type: 'object', properties: { email: { type: 'string' } }, required: ['email'] },
  },
];
const TALK: readonly ModelMessage[] = [
  { role: 'system', text: 'You plan.' },
  { role: 'user', text: 'Dana cannot sign in.' },
];
const never = () => new AbortController().signal;
const quick: ModelClientOptions = { maxRetries: 0, timeoutMs: 2000 };

let model: ScriptedModel;
beforeAll(async () => {
  model = await startScriptedModel();
  model.on(({ last }) => last.includes('many tools'), {
    calls: [
      { tool: 'get_user', args: { email: 'a' }, id: 'same' },
      { tool: 'get_user', args: { email: 'b' }, id: 'same' },
      { tool: 'get_user', args: 'no JSON {', id: 'third' },
    ],
  });
  model.on(({ last }) => last.includes('cut off'), { raw: { content: 'half', finishReason: 'length' } });
  model.on(({ last }) => last.includes('filtered'), { raw: { content: '', finishReason: 'content_filter' } });
  model.on(({ turn }) => turn === 0, { calls: [{ tool: 'get_user', args: { email: 'dana' }, id: 'r1' }] });
  model.on(({ last }) => last.includes('locked: yes'), { text: 'The account is locked.' });
});
beforeEach(() => model.fault(undefined));
afterAll(() => model.close());

const failureOf = (turn: Promise<unknown>) =>
  turn.then(
    () => undefined,
    (error: unknown) => error,
  );

describe.each(MODEL_DIALECTS)('a whole exchange with a server of kind %s', (dialect) => {
  test('calls a tool, takes its result and answers', async () => {
    const server = await startDialect(dialect, model);
    const client = createModelClient(server.config, { ...quick, profile: server.profile });
    const first = await client.turn(TALK, TOOLS, never());
    expect(first.calls.map(({ name, arguments: args }) => ({ name, args: JSON.parse(args) }))).toEqual([
      { name: 'get_user', args: { email: 'dana' } },
    ]);
    const [call] = first.calls;
    const talk: readonly ModelMessage[] = [
      ...TALK,
      { role: 'assistant', text: first.text, calls: first.calls },
      { role: 'tool', callId: call?.id ?? '', text: 'locked: yes' },
    ];
    const second = await client.turn(talk, TOOLS, never());
    expect(second).toMatchObject({ text: 'The account is locked.', calls: [], cut: false });
    expect(second.usage.estimated).toBe(dialect !== 'strict');
    expect(second.usage.promptTokens).toBeGreaterThan(0);
    expect(client.dialect).toBe(dialect === 'text only' ? 'text' : 'tools');
    // The refusal of tools was paid for once.
    expect(server.bodies().length).toBe(dialect === 'text only' ? 3 : 2);
    await server.close();
  });
});

describe('what is sent', () => {
  test('a server of no known kind gets the common fields only', async () => {
    const before = model.bodies().length;
    await createModelClient(model.config, quick).turn(TALK, TOOLS, never());
    const body = JSON.parse(model.bodies()[before] ?? '');
    expect(Object.keys(body).sort()).toEqual(['messages', 'model', 'tool_choice', 'tools']);
    expect(model.headers()[before]?.authorization).toBe(`Bearer ${MODEL_KEY}`);
  });

  test('without tools there is no tool_choice either', async () => {
    const before = model.bodies().length;
    await createModelClient(model.config, { ...quick, profile: 'openai' }).turn(TALK, [], never());
    const body = JSON.parse(model.bodies()[before] ?? '');
    expect(Object.keys(body).sort()).toEqual([
      'max_completion_tokens',
      'messages',
      'model',
      'prompt_cache_key',
      'store',
    ]);
  });

  test('a server that takes exception to a field of OpenAI is not sent it again', async () => {
    const server = await startDialect('generic', model);
    const client = createModelClient(server.config, { ...quick, profile: 'openai' });
    await client.turn(TALK, TOOLS, never());
    await client.turn(TALK, TOOLS, never());
    expect(server.bodies().map((body) => 'max_completion_tokens' in JSON.parse(body))).toEqual([
      true,
      false,
      false,
    ]);
    expect(client.dialect).toBe('tools');
    await server.close();
  });

  test('without a key none is sent, and credentials in the address are sent as such', async () => {
    const before = model.headers().length;
    const { model: name } = model.config;
    const address = new URL(model.config.baseUrl);
    await createModelClient({ baseUrl: address.href, model: name }, quick).turn(TALK, TOOLS, never());
    address.username = 'proxy';
    address.password = 'p%40ss';
    await createModelClient({ baseUrl: address.href, model: name }, quick).turn(TALK, TOOLS, never());
    expect(
      model
        .headers()
        .slice(before)
        .map(({ authorization }) => authorization),
    ).toEqual([undefined, `Basic ${Buffer.from('proxy:p@ss').toString('base64')}`]);
  });
});

describe('what comes back', () => {
  test('ids that repeat are made different, arguments stay as they are', async () => {
    const talk: readonly ModelMessage[] = [{ role: 'user', text: 'many tools' }];
    const { calls } = await createModelClient(model.config, quick).turn(talk, TOOLS, never());
    expect(calls.map((call) => call.id)).toEqual(['same', 'call_2', 'third']);
    expect(calls[2]?.arguments).toBe('no JSON {');
  });

  test('an answer at the limit of the server is cut', async () => {
    const turn = await createModelClient(model.config, quick).turn(
      [{ role: 'user', text: 'cut off' }],
      TOOLS,
      never(),
    );
    expect(turn).toMatchObject({ text: 'half', cut: true });
  });

  test.each([
    { name: 'whole', finishReason: 'stop', calls: 1 },
    { name: 'cut, which may lack what follows', finishReason: 'length', calls: 0 },
  ])('a call written as text counts when it is $name', async ({ finishReason, calls }) => {
    const content = '{"tool": "get_user", "arguments": {"email": "dana"}}';
    const server = await saying(
      200,
      JSON.stringify({ choices: [{ message: { content }, finish_reason: finishReason }] }),
    );
    const turn = await createModelClient(server.config, quick).turn(TALK, TOOLS, never());
    expect(turn.calls.length).toBe(calls);
    expect(turn.text).toBe(calls === 1 ? '' : content);
    const without = await createModelClient(server.config, quick).turn(TALK, [], never());
    expect(without.calls).toEqual([]);
    server.close();
  });

  test('an answer that a content filter ended is a failure', async () => {
    const turn = createModelClient(model.config, quick).turn(
      [{ role: 'user', text: 'filtered' }],
      TOOLS,
      never(),
    );
    expect(await failureOf(turn)).toMatchObject({ name: 'ModelError', kind: 'conversation' });
  });
});
