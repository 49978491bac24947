import { describe, expect, test } from 'vitest';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { costMicros, createBudget, decideBudget } from '../../src/model/budget.ts';
import type { Spent } from '../../src/model/ledger.ts';
import { ManualClock } from '../support/manual-clock.ts';

const NOTHING: Spent = {
  runs: 0,
  takenOver: 0,
  requests: 0,
  promptTokens: 0,
  cachedTokens: 0,
  completionTokens: 0,
  estimated: false,
  costs: [],
};
const eur = (micros: number) => ({ ...NOTHING, costs: [{ micros, currency: 'EUR' }] });
const tokens = (promptTokens: number, completionTokens: number) => ({
  ...NOTHING,
  promptTokens,
  completionTokens,
});

describe('whether a run may start', () => {
  test.each([
    { name: 'no limits', limits: {}, spent: tokens(1e9, 1e9), may: true },
    { name: 'tokens left', limits: { tokens: 1000 }, spent: tokens(900, 99), may: true },
    {
      name: 'tokens spent, prompt and answer together',
      limits: { tokens: 1000 },
      spent: tokens(900, 100),
      may: false,
    },
    { name: 'no tokens at all', limits: { tokens: 0 }, spent: NOTHING, may: false },
    { name: 'money left', limits: { cost: 1.5 }, spent: eur(1_499_999), may: true },
    { name: 'money spent', limits: { cost: 1.5 }, spent: eur(1_500_000), may: false },
    { name: 'money of another currency', limits: { cost: 1, currency: 'USD' }, spent: eur(9e9), may: true },
    { name: 'no money at all', limits: { cost: 0 }, spent: NOTHING, may: false },
    { name: 'both, one spent', limits: { cost: 9, tokens: 10 }, spent: tokens(10, 0), may: false },
    {
      name: 'a limit on money without a price',
      limits: { cost: 9 },
      spent: NOTHING,
      priced: false,
      may: false,
    },
    {
      name: 'a limit on tokens without a price',
      limits: { tokens: 9 },
      spent: NOTHING,
      priced: false,
      may: true,
    },
  ])('$name: $may', ({ limits, spent, priced, may }) => {
    expect(decideBudget({ currency: 'EUR', ...limits }, spent, priced ?? true).may).toBe(may);
  });

  test('it says what is left', () => {
    const limits = { currency: 'EUR', tokens: 1000, cost: 2 };
    expect(decideBudget(limits, { ...tokens(100, 50), ...{ costs: eur(500_000).costs } }, true)).toEqual({
      may: true,
      tokensLeft: 850,
      costLeft: { micros: 1_500_000, currency: 'EUR' },
    });
  });
});

test.each([
  {
    name: 'cached tokens have a price of their own',
    price: { prompt: 2, cached: 0.5, completion: 8 },
    micros: 60 * 2 + 40 * 0.5 + 20 * 8,
  },
  { name: 'or cost as much as others', price: { prompt: 2, completion: 8 }, micros: 100 * 2 + 20 * 8 },
  { name: 'nothing', price: { prompt: 0, completion: 0 }, micros: 0 },
])('cost: $name', ({ price, micros }) => {
  const usage = {
    promptTokens: 100,
    cachedTokens: 40,
    completionTokens: 20,
    reasoningTokens: 5,
    estimated: false,
  };
  expect(costMicros(usage, price)).toBe(micros);
});

describe('limits of the desk file', () => {
  const parsed = parseDeskFile(`
msp: { name: North, domains: [north.example] }
agent:
  daily_budget: { tokens: 1000, cost: 3 }
  prices: { big: { prompt: 1, completion: 2 } }
clients:
  - { id: acme, name: Acme, time_zone: Europe/Paris, agent: { daily_budget: { tokens: 50 } } }
  - { id: bolt, name: Bolt }
`);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  const file = parsed.desk;
  const desk = { desk: file, client: (id: string) => file.clients.find((client) => client.id === id) };
  const clock = new ManualClock();
  const asked: string[] = [];
  const budget = (spent: Spent, model = 'big') =>
    createBudget({
      desk,
      clock,
      model,
      ledger: {
        spent: async (clientId, since) => {
          asked.push(`${clientId} ${since.toISOString()}`);
          return spent;
        },
      },
    });

  test("a client's own go first, key by key, and its day counts", async () => {
    expect(await budget(tokens(60, 0)).decide('acme')).toMatchObject({ may: false });
    expect(await budget(tokens(60, 0)).decide('bolt')).toMatchObject({ may: true });
    expect(await budget(eur(3_000_000)).decide('acme')).toMatchObject({ may: false });
    expect(asked.slice(0, 2)).toEqual(['acme 2026-11-22T23:00:00.000Z', 'bolt 2026-11-23T00:00:00.000Z']);
  });

  test('a model whose name is a word of the language has no price', async () => {
    const usage = {
      promptTokens: 1,
      cachedTokens: 0,
      completionTokens: 1,
      reasoningTokens: 0,
      estimated: false,
    };
    expect(budget(NOTHING, 'constructor').costOf(usage)).toBeUndefined();
    expect(budget(NOTHING).costOf(usage)).toEqual({ micros: 3, currency: 'EUR' });
  });
});
