// The loop: whatever a model says, a run ends in a proposal or a ModelError, within its caps, and nothing but look-ups is made.
import { describe, expect, test } from 'vitest';
import { ModelError } from '../../../src/model/model.ts';
import { call, LOOK, plan, run, type Script, STEP, text, toldLast, turn } from './run-planner.ts';

const PLAN = {
  diagnosis: 'Dana is not in Finance.',
  evidence: [],
  confidence: 0.9,
  ticket_type: 'access',
  steps: [STEP],
  reply: 'Done.',
};

test('looks up, then proposes the plan', async () => {
  const ran = await run([turn(call('find_groups', { query: 'Fin' })), LOOK, plan()]);
  expect(ran.proposal).toEqual({
    type: 'plan',
    diagnosis: 'Dana is not in Finance.',
    evidence: ['Finance has 12 members.'],
    steps: [STEP],
    reply: 'Done. You are in Finance now.',
    ticketType: 'access',
  });
  expect(ran.read).toEqual([
    { tool: 'find_groups', args: { query: 'Fin' } },
    { tool: 'find_groups', args: { query: 'Finance' } },
  ]);
  expect(ran.metered).toBe(3);
  expect(ran.progress).toEqual(['Reading the request', 'Looking at the groups']);
});

describe('a fault of the model', () => {
  const endless = turn(call('find_people', { query: 'Dana' }), call('find_people', { query: 'Reyes' }));
  const rows: readonly {
    name: string;
    script: readonly Script[];
    outcome: 'plan' | 'fails';
    turns: number;
    told?: string;
    reads?: number;
  }[] = [
    { name: 'no call at all', script: [text('I will look into it.')], outcome: 'fails', turns: 2 },
    { name: 'no call, then a plan', script: [LOOK, text('Hm.'), plan()], outcome: 'plan', turns: 3 },
    { name: 'endless calls end at the cap', script: [endless], outcome: 'fails', turns: 8, reads: 16 },
    {
      name: 'endless unknown tools',
      script: [turn(call('rm_rf', {}))],
      outcome: 'fails',
      turns: 8,
      told: 'no tool of this name',
      reads: 0,
    },
    {
      name: 'a write tool during diagnosis, then a plan',
      script: [turn(call('add_group_member', STEP.args)), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: 'changes something',
      reads: 1,
    },
    {
      name: 'a write tool under the name that servers take',
      script: [turn(call('files_write', { path: 'a' })), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: 'changes something',
      reads: 1,
    },
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'].map((name) => ({
      name: `a tool called ${name}`,
      script: [turn(call(name, {})), LOOK, plan()],
      outcome: 'plan' as const,
      turns: 3,
      told: 'no tool of this name',
      reads: 1,
    })),
    {
      name: 'arguments that are not JSON',
      script: [turn(call('find_groups', '{"query": ')), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: 'not one JSON object',
      reads: 1,
    },
    {
      name: 'arguments that are a list',
      script: [turn(call('find_groups', '["Finance"]')), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: 'not one JSON object',
      reads: 1,
    },
    {
      name: 'huge arguments',
      script: [turn(call('find_groups', `{"query":"${'x'.repeat(20_000)}"}`)), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: '16 kB',
      reads: 1,
    },
    {
      name: 'a query that is too long',
      script: [turn(call('find_groups', { query: 'x'.repeat(201) })), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: '200 characters',
      reads: 1,
    },
    {
      name: 'arguments that reach into the prototype',
      script: [turn(call('find_groups', '{"query":"a","__proto__":{"x":1}}')), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: 'not allowed',
      reads: 1,
    },
    {
      name: 'arguments nested without end',
      script: [turn(call('find_groups', `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`)), LOOK, plan()],
      outcome: 'plan',
      turns: 3,
      told: 'nested too deeply',
      reads: 1,
    },
    {
      name: 'a plan that is repaired',
      script: [LOOK, plan({ confidence: 9 }), plan()],
      outcome: 'plan',
      turns: 3,
      told: 'confidence',
    },
    {
      name: 'a plan that is wrong twice',
      script: [LOOK, plan({ steps: 'none' })],
      outcome: 'fails',
      turns: 3,
    },
    {
      name: 'a plan of 500 steps, twice',
      script: [LOOK, plan({ steps: Array.from({ length: 500 }, () => STEP) })],
      outcome: 'fails',
      turns: 3,
      told: '16 kB',
    },
    {
      name: 'a plan of 11 steps, twice',
      script: [LOOK, plan({ steps: Array.from({ length: 11 }, () => STEP) })],
      outcome: 'fails',
      turns: 3,
      told: 'at most 10 steps',
    },
    {
      name: 'two closing calls in one turn: the first counts',
      script: [LOOK, turn(call('submit_plan', PLAN), call('hand_off', { reason: 'x' }))],
      outcome: 'plan',
      turns: 2,
    },
  ];
  test.each(rows)('$name', async ({ script, outcome, turns, told, reads }) => {
    const ran = await run(script);
    expect(ran.error?.kind ?? ran.proposal?.type).toBe(outcome === 'fails' ? 'conversation' : 'plan');
    expect(ran.model.requests).toHaveLength(turns);
    expect(ran.metered).toBe(turns);
    if (told !== undefined) expect(ran.model.sent()).toContain(told);
    if (reads !== undefined) expect(ran.read).toHaveLength(reads);
  });
});

test('the last two turns offer closing calls only', async () => {
  const ran = await run([turn(call('find_people', { query: 'Dana' }))]);
  const offered = ran.model.requests.map(({ tools }) => tools.some(({ name }) => name === 'find_people'));
  expect(offered).toEqual([true, true, true, true, true, true, false, false]);
  expect(ran.model.requests[6]!.messages.at(-1)).toMatchObject({ role: 'user' });
});

test('at most 24 look-ups in a run, four at a time, every call answered in its order', async () => {
  const many = turn(...Array.from({ length: 12 }, (_, at) => call('find_people', { query: `q${at}` })));
  const ran = await run([many, many, many]);
  expect(ran.read).toHaveLength(24);
  expect(ran.mostAtOnce).toBe(4);
  expect(ran.model.requests[2]!.tools.map(({ name }) => name)).not.toContain('find_people');
  const last = ran.model.requests.at(-1)!.messages;
  const asked = last.flatMap((message) =>
    message.role === 'assistant' ? message.calls.map(({ id }) => id) : [],
  );
  const answered = last.flatMap((message) => (message.role === 'tool' ? [message.callId] : []));
  expect(answered).toEqual(asked);
  expect(toldLast(ran.model).at(-1)).toContain('At most 24');
});

test('a hundred calls in one turn: sixteen are heard', async () => {
  const ran = await run([
    turn(...Array.from({ length: 100 }, () => call('find_people', { query: 'x' }))),
    plan(),
  ]);
  expect(ran.read).toHaveLength(16);
});

test('ids that are used twice, empty or no ids at all become ids of the run', async () => {
  const ran = await run([
    turn(call('find_people', { query: 'a' }, 'same'), call('find_groups', { query: 'b' }, 'same')),
    turn(call('get_person', { person: 'p-dana' }, ''), call('find_people', { query: 'c' }, 'ä\n"')),
    plan(),
  ]);
  expect(ran.proposal?.type).toBe('plan');
  expect(ran.read).toHaveLength(4);
  const last = ran.model.requests.at(-1)!.messages;
  const ids = last.flatMap((message) => (message.role === 'tool' ? [message.callId] : []));
  expect(new Set(ids).size).toBe(4);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{1,64}$/);
  expect(
    last.flatMap((message) => (message.role === 'assistant' ? message.calls.map((c) => c.id) : [])),
  ).toEqual(ids);
});

test('what goes back to the server is always whole: names it takes, arguments that parse', async () => {
  const ran = await run([turn(call('rm -rf /\u202e', '{broken')), LOOK, plan()]);
  const back = ran.model.requests[1]!.messages.flatMap((message) =>
    message.role === 'assistant' ? message.calls : [],
  );
  expect(back).toMatchObject([{ name: 'unknown', arguments: '{}' }]);
});

test('a read that fails is told to the model and does not end the run', async () => {
  const ran = await run([LOOK, turn(call('hand_off', { reason: 'The groups could not be read.' }))], {
    answer: () => Promise.reject(new Error('the directory is down')),
  });
  expect(toldLast(ran.model)[0]).toContain('the directory is down');
  expect(ran.proposal).toMatchObject({ type: 'hand_off', reason: 'The groups could not be read.' });
});

test('a long result is cut at 8 kB and says so', async () => {
  const ran = await run([LOOK, plan()], {
    results: { find_groups: [{ id: 'g-finance', name: 'ä<'.repeat(9000) }] },
  });
  const told = toldLast(ran.model)[0]!;
  expect(Buffer.byteLength(told)).toBeLessThan(8192 + 100);
  expect(told).toContain('[cut: the result was longer than 8 kB]');
  expect(ran.proposal?.type).toBe('plan');
});

describe('a server without tool calls', () => {
  const inText = (value: unknown) => JSON.stringify(value);
  const rows = [
    { name: 'bare', say: inText({ tool: 'submit_plan', arguments: PLAN }) },
    { name: 'with args', say: inText({ tool: 'submit_plan', args: PLAN }) },
    {
      name: 'in a fence with prose',
      say: `Here it is:\n\`\`\`json\n${inText({ name: 'submit_plan', arguments: PLAN })}\n\`\`\``,
    },
    { name: 'arguments as text', say: inText({ name: 'submit_plan', arguments: inText(PLAN) }) },
    { name: 'the plan alone', say: inText(PLAN) },
    {
      name: 'after thinking aloud',
      say: `<think>{"tool": no}</think> ${inText({ tool: 'submit_plan', args: PLAN })}`,
    },
  ];
  test.each(rows)('$name', async ({ say }) => {
    const ran = await run([text(inText({ tool: 'find_groups', args: { query: 'Finance' } })), text(say)]);
    expect(ran.proposal).toMatchObject({ type: 'plan', steps: [STEP] });
    const back = ran.model.requests[1]!.messages.slice(-2);
    expect(back).toMatchObject([{ role: 'assistant', calls: [] }, { role: 'user' }]);
    expect(back[1]).toMatchObject({ text: expect.stringContaining('g-finance') });
  });
});

test('an abort ends the run at once, also inside a read that hangs', async () => {
  const stop = new AbortController();
  const ran = run([LOOK, plan()], {
    signal: stop.signal,
    answer: () => {
      stop.abort();
      return new Promise(() => {});
    },
  });
  await expect(ran).resolves.toMatchObject({ error: { kind: 'timeout' }, proposal: undefined });
});

test('a signal that is aborted already asks nothing', async () => {
  const ran = await run([plan()], { signal: AbortSignal.abort() });
  expect(ran.error?.kind).toBe('timeout');
  expect(ran.model.requests).toHaveLength(0);
});

test('what the model port throws comes out as a ModelError of its kind', async () => {
  const setup = await run([
    () => {
      throw new ModelError('setup', 'no such model');
    },
  ]);
  expect(setup.error?.kind).toBe('setup');
  const other = await run([
    () => {
      throw new SyntaxError('malformed');
    },
  ]);
  expect(other.error?.kind).toBe('failed');
});

test('with nothing connected the model is not asked', async () => {
  const ran = await run([plan()], { reads: [], writes: [] });
  expect(ran.proposal?.type).toBe('hand_off');
  expect(ran.model.requests).toHaveLength(0);
});
