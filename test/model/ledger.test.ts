// The ledger on both databases, and the budget that reads it.
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/lib/clock.ts';
import { createLedger, type Ledger, type ModelRun } from '../../src/model/ledger.ts';
import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { startPostgres } from '../support/postgres.ts';

const AT = new Date('2026-11-23T08:00:00.123Z');
const usage = {
  promptTokens: 100,
  cachedTokens: 40,
  completionTokens: 20,
  reasoningTokens: 5,
  estimated: false,
};
const run = (change: Partial<ModelRun> = {}): ModelRun => ({
  ticketId: 't1',
  clientId: 'acme',
  at: AT,
  model: 'm',
  outcome: 'plan',
  requests: 3,
  usage,
  latencyMs: 1200,
  cost: { micros: 1500, currency: 'EUR' },
  ...change,
});
const nothing = {
  runs: 0,
  takenOver: 0,
  requests: 0,
  promptTokens: 0,
  cachedTokens: 0,
  completionTokens: 0,
  estimated: false,
  costs: [],
};

const started = await startPostgres();
afterAll(async () => {
  if (started.ok) await started.server.stop();
});

const databases: readonly { name: string; open: () => Promise<Database> }[] = [
  { name: 'SQLite', open: async () => openSqlite({ path: ':memory:', use: 'server' }) },
  ...(started.ok
    ? [
        {
          name: 'PostgreSQL',
          open: async () => openPostgres(await started.server.createDatabase()),
        },
      ]
    : []),
];

describe.each(databases)('the ledger on $name', ({ open }) => {
  let database: Database;
  let ledger: Ledger;
  beforeEach(async () => {
    database = await open();
    ledger = createLedger(database);
  });
  afterEach(() => database.close());

  test('sums the runs of one client since a moment, that moment included', async () => {
    await ledger.record(run());
    await ledger.record(run({ ticketId: 't2', usage: { ...usage, estimated: true }, cost: undefined }));
    await ledger.record(run({ outcome: 'timeout', requests: 1, cost: { micros: 2, currency: 'USD' } }));
    await ledger.record(run({ outcome: 'outage', requests: 0, usage: { ...usage, promptTokens: 0 } }));
    await ledger.record(run({ clientId: 'other' }));
    await ledger.record(run({ at: new Date(AT.getTime() - 1) }));
    const spent = await ledger.spent('acme', AT);
    expect({ ...spent, costs: spent.costs.toSorted((a, b) => (a.currency < b.currency ? -1 : 1)) }).toEqual({
      runs: 3,
      takenOver: 2,
      requests: 7,
      promptTokens: 300,
      cachedTokens: 160,
      completionTokens: 80,
      estimated: true,
      costs: [
        { micros: 3000, currency: 'EUR' },
        { micros: 2, currency: 'USD' },
      ],
    });
    expect((await ledger.spent(undefined, AT)).runs).toBe(4);
    expect((await ledger.spentOn('t1')).runs).toBe(4);
    expect((await ledger.spentOn('t2')).costs).toEqual([]);
  });

  test('nothing spent is zero, not an error', async () => {
    expect(await ledger.spent('acme', AT)).toEqual(nothing);
    expect(await ledger.spent(undefined, new Date(AT.getTime() - DAY_MS))).toEqual(nothing);
    expect(await ledger.spentOn('t1')).toEqual(nothing);
  });

  test('numbers beyond all reason are kept at the largest that fits', async () => {
    const huge = { ...usage, promptTokens: 1e15, completionTokens: -7 };
    await ledger.record(run({ usage: huge, cost: { micros: 1e20, currency: 'EUR' }, latencyMs: -HOUR_MS }));
    const spent = await ledger.spent('acme', AT);
    expect(spent.promptTokens).toBe(2_147_483_647);
    expect(spent.completionTokens).toBe(0);
  });
});
