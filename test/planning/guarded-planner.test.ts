// The guard: who plans, what is written down, and when the admins hear of it.
import { describe, expect, test } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../src/lib/clock.ts';
import { silentLogger } from '../../src/lib/log.ts';
import { deadline } from '../../src/lib/timers.ts';
import { createBreaker } from '../../src/model/breaker.ts';
import type { BudgetDecision } from '../../src/model/budget.ts';
import type { ModelRun } from '../../src/model/ledger.ts';
import { ModelError } from '../../src/model/model.ts';
import { createGuardedPlanner } from '../../src/planning/guarded-planner.ts';
import type { ModelPlanner } from '../../src/planning/model/model-planner-port.ts';
import type { PlanningRequest, Proposal, Reads } from '../../src/planning/planner.ts';
import { ManualClock } from '../support/manual-clock.ts';

const ANSWER: Proposal = { type: 'answer', text: 'Like this.', sources: [], ticketType: 'password' };
const READS: Reads = { offered: [], call: async () => null };
const USAGE = {
  promptTokens: 100,
  cachedTokens: 10,
  completionTokens: 5,
  reasoningTokens: 1,
  estimated: false,
};
const REQUEST: PlanningRequest = {
  ticketId: 't1',
  ticketNumber: 1001,
  clientId: 'acme',
  clientName: 'Acme',
  messages: ['Help'],
  hints: [],
  state: {},
  requester: { id: 'u1', email: 'a@acme.example', name: 'A' },
  onBehalf: false,
  timeZone: 'UTC',
  now: new Date(0),
  workflows: [],
};

function setUp(plan: ModelPlanner['plan'], options: { decision?: () => BudgetDecision } = {}) {
  const clock = new ManualClock();
  const rows: ModelRun[] = [];
  const alarms: { key: string; text: string }[] = [];
  const faults = { record: false, budget: false };
  const planner = createGuardedPlanner({
    model: { plan },
    modelName: 'm',
    embedded: {
      plan: async (_request, _reads, _writes, signal) => {
        signal.throwIfAborted();
        return { type: 'hand_off', reason: 'No workflow fits.', by: 'embedded' };
      },
    },
    breaker: createBreaker(clock),
    budget: {
      decide: async () => {
        if (faults.budget) throw new Error('database gone');
        return options.decision?.() ?? { may: true, tokensLeft: undefined, costLeft: undefined };
      },
      costOf: ({ promptTokens }) => ({ micros: promptTokens, currency: 'EUR' }),
      day: () => clock.now().toISOString().slice(0, 10),
    },
    ledger: {
      record: async (row) => {
        if (faults.record) throw new Error('database gone');
        rows.push(row);
      },
      spent: () => Promise.reject(new Error('not asked')),
      spentOn: () => Promise.reject(new Error('not asked')),
    },
    clock,
    log: silentLogger,
    alarm: (key, text) => alarms.push({ key, text }),
  });
  const run = (signal = new AbortController().signal, request = REQUEST) =>
    planner.plan(request, READS, [], signal);
  return { clock, rows, alarms, faults, run };
}

test('the model plans, and what it used is written down with its cost', async () => {
  const { run, rows, alarms } = setUp(async (_request, _reads, _writes, _signal, meter) => {
    meter.add(USAGE);
    meter.add({ ...USAGE, estimated: true });
    return ANSWER;
  });
  expect(await run()).toEqual({ ...ANSWER, by: 'model' });
  expect(rows).toMatchObject([
    {
      ticketId: 't1',
      clientId: 'acme',
      model: 'm',
      outcome: 'answer',
      requests: 2,
      usage: {
        promptTokens: 200,
        cachedTokens: 20,
        completionTokens: 10,
        reasoningTokens: 2,
        estimated: true,
      },
      cost: { micros: 200, currency: 'EUR' },
    },
  ]);
  expect(alarms).toEqual([]);
});

describe('the embedded planner takes over', () => {
  test.each([
    { name: 'a busy server', error: new ModelError('busy', 'Busy.'), outcome: 'busy', requests: 2 },
    { name: 'a wrong key', error: new ModelError('setup', 'Key.'), outcome: 'setup', requests: 2 },
    { name: 'a fault of the program', error: new TypeError('x is undefined'), outcome: 'fault', requests: 1 },
  ])('after $name', async ({ error, outcome, requests }) => {
    const { run, rows } = setUp(async (_request, _reads, _writes, _signal, meter) => {
      meter.add(USAGE);
      throw error;
    });
    expect(await run()).toMatchObject({ type: 'hand_off', by: 'embedded' });
    expect(rows).toMatchObject([{ outcome, requests, usage: { promptTokens: 100 } }]);
  });

  test('from a model that never ends and does not look at its signal', async () => {
    const { run, rows, clock } = setUp(() => new Promise(() => {}));
    const planning = run();
    await clock.pass(75_000);
    expect(await planning).toMatchObject({ by: 'embedded' });
    expect(rows).toMatchObject([{ outcome: 'timeout' }]);
  });

  test('and not once the whole run is over', async () => {
    const { run, rows, clock } = setUp(() => new Promise(() => {}));
    using whole = deadline(clock, 20_000);
    const refused = expect(run(whole.signal)).rejects.toThrow();
    await clock.pass(20_000);
    await refused;
    expect(rows).toMatchObject([{ outcome: 'timeout' }]);
  });

  test('when the ledger cannot be read, without asking the model', async () => {
    let asked = 0;
    const { run, faults } = setUp(async () => {
      asked += 1;
      return ANSWER;
    });
    faults.budget = true;
    expect(await run()).toMatchObject({ by: 'embedded' });
    expect(asked).toBe(0);
  });
});

test('a ledger that cannot be written costs no proposal', async () => {
  const { run, faults } = setUp(async () => ANSWER);
  faults.record = true;
  expect(await run()).toMatchObject({ by: 'model' });
});

test('three failures: the admins hear once, the model is left alone, then tried by one run', async () => {
  let asked = 0;
  let broken = true;
  const { run, rows, alarms, clock } = setUp(async () => {
    asked += 1;
    if (broken) throw new ModelError('setup', 'The model server refuses the key (401).');
    return ANSWER;
  });
  for (let round = 0; round < 5; round += 1) expect(await run()).toMatchObject({ by: 'embedded' });
  expect(asked).toBe(3);
  expect(alarms).toHaveLength(1);
  expect(alarms[0]?.text).toContain('The model server refuses the key (401).');
  expect(rows.map(({ outcome, requests }) => `${outcome} ${requests}`)).toEqual([
    'setup 1',
    'setup 1',
    'setup 1',
    'outage 0',
    'outage 0',
  ]);
  clock.advance(2 * MINUTE_MS);
  await run();
  await run();
  expect(asked).toBe(4);
  expect(alarms).toHaveLength(1);
  broken = false;
  clock.advance(2 * MINUTE_MS);
  expect(await run()).toMatchObject({ by: 'model' });
  expect(await run()).toMatchObject({ by: 'model' });
});

test('a spent budget: told once a day for each client, the model is not asked', async () => {
  let asked = 0;
  const { run, rows, alarms, clock } = setUp(
    async () => {
      asked += 1;
      return ANSWER;
    },
    { decision: () => ({ may: false, why: 'its daily budget of 10 tokens is spent' }) },
  );
  await run();
  expect(await run()).toMatchObject({ by: 'embedded' });
  expect(alarms.map(({ key }) => key)).toEqual(['model-budget:acme:2026-11-23']);
  expect(alarms[0]?.text).toContain('Acme today: its daily budget of 10 tokens is spent');
  clock.advance(DAY_MS);
  await run();
  expect(alarms).toHaveLength(2);
  expect(asked).toBe(0);
  expect(rows.map(({ outcome, requests }) => `${outcome} ${requests}`)).toEqual(
    Array.from({ length: 3 }, () => 'budget 0'),
  );
});

test('a workflow of tool steps is carried out as written, without asking the model', async () => {
  const { run, rows } = setUp(async () => ANSWER);
  const steps = [{ tool: 'reset_password', args: {} }];
  const workflow = { id: 'w', title: 'W', trigger: 'when', instructions: '', why: 'fits', steps };
  const request = { ...REQUEST, workflows: [workflow] };
  expect((await run(undefined, request)).by).toBe('embedded');
  expect(rows).toEqual([]);
});

test.each([
  { name: 'one ticket', runs: 12, next: {} },
  { name: 'one person', runs: 60, next: { ticketId: 'another' } },
])('a flood for $name ends in the embedded planner, for an hour', async ({ runs, next }) => {
  const { run, rows, clock } = setUp(async () => ANSWER);
  for (let count = 0; count < runs; count += 1) {
    const ticketId = runs === 12 ? 't1' : `t${count}`;
    expect((await run(undefined, { ...REQUEST, ticketId })).by).toBe('model');
  }
  expect((await run(undefined, { ...REQUEST, ...next })).by).toBe('embedded');
  expect(rows.at(-1)).toMatchObject({ outcome: 'pace', requests: 0 });
  const other = {
    ...REQUEST,
    ticketId: 'other',
    requester: { ...REQUEST.requester, email: 'b@acme.example' },
  };
  expect((await run(undefined, other)).by).toBe('model');
  clock.advance(61 * MINUTE_MS);
  expect((await run(undefined, { ...REQUEST, ...next })).by).toBe('model');
});

test('conversations that come to nothing never close the model off; a server that fails does', async () => {
  let error = new ModelError('conversation', 'The content filter stopped the answer.');
  let asked = 0;
  const { run, alarms } = setUp(async () => {
    asked += 1;
    throw error;
  });
  for (let round = 0; round < 10; round += 1)
    await run(undefined, {
      ...REQUEST,
      ticketId: `t${round}`,
      requester: { ...REQUEST.requester, email: `p${round}@acme.example` },
    });
  expect(asked).toBe(10);
  expect(alarms).toEqual([]);
  error = new ModelError('failed', 'The connection failed.');
  for (let round = 10; round < 20; round += 1)
    await run(undefined, {
      ...REQUEST,
      ticketId: `t${round}`,
      requester: { ...REQUEST.requester, email: `p${round}@acme.example` },
    });
  expect(asked).toBe(13);
  expect(alarms).toHaveLength(1);
});

test('a client that the model fails alone loses it alone, and the admins read for whom', async () => {
  const { run, rows, alarms } = setUp(async ({ clientId }) => {
    if (clientId === 'acme') throw new ModelError('timeout', 'Too slow.');
    return ANSWER;
  });
  const ask = (clientId: string, at: number) =>
    run(undefined, {
      ...REQUEST,
      clientId,
      clientName: clientId === 'acme' ? 'Acme' : 'Birch',
      ticketId: `t${at}`,
      requester: { ...REQUEST.requester, email: `${at}@x.example` },
    });
  for (const [at, clientId] of ['acme', 'acme', 'birch', 'acme', 'acme', 'birch'].entries())
    await ask(clientId, at);
  expect(rows.map(({ outcome }) => outcome)).toEqual([
    'timeout',
    'timeout',
    'answer',
    'timeout',
    'outage',
    'answer',
  ]);
  expect(alarms.map(({ text }) => text)).toEqual([expect.stringContaining('is not used for Acme for now')]);
});
