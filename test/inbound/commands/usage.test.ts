import { expect, onTestFinished, test } from 'vitest';
import { defaultDeskFile } from '../../../src/desk/default.ts';
import { createLedger } from '../../../src/model/ledger.ts';
import { ADA, createTestDesk, DANA, TINA } from '../../support/test-desk.ts';

const shipped = defaultDeskFile();
const [client] = shipped.clients;
if (!client) throw new Error('The shipped desk has no client');
const usage = {
  promptTokens: 1000,
  cachedTokens: 0,
  completionTokens: 234,
  reasoningTokens: 0,
  estimated: true,
};

async function deskWith(runs: number) {
  const budget = { tokens: 5000, cost: 0.5 };
  const desk = {
    ...shipped,
    clients: shipped.clients.map((entry) =>
      entry === client ? { ...entry, agent: { ...entry.agent, dailyBudget: budget } } : entry,
    ),
  };
  const stage = await createTestDesk({ desk });
  onTestFinished(stage.close);
  const ledger = createLedger(stage.database);
  const run = {
    ticketId: 't1',
    clientId: client?.id ?? '',
    model: 'm',
    outcome: 'plan',
    requests: 2,
    usage,
    latencyMs: 100,
    cost: { micros: 12_345, currency: shipped.agent.currency },
  };
  for (let made = 0; made < runs; made += 1) await ledger.record({ ...run, at: stage.clock.now() });
  return { stage, record: ledger.record, run };
}

test('today, this month, what is left; estimates are marked', async () => {
  const { stage, record, run } = await deskWith(2);
  const yesterday = new Date(stage.clock.now().getTime() - 24 * 3_600_000);
  await record({ ...run, at: yesterday });
  await record({
    ...run,
    at: yesterday,
    outcome: 'outage',
    requests: 0,
    usage: { ...usage, promptTokens: 0 },
  });
  const text = await stage.command(ADA, `usage ${client?.id}`);
  expect(text).toContain('Today: 2 runs, 4 calls, 2,468 tokens (partly estimated), 0.0247 EUR.');
  expect(text).toContain('This month: 3 runs, 6 calls, 3,936 tokens');
  expect(text).toContain('1 run left to the built-in planner.');
  expect(text).toContain('2,532 of 5,000 tokens, 0.48 EUR of 0.50 EUR.');
  expect(await stage.command(ADA, 'usage')).toContain('Model usage: all clients');
});

test('a ticket shows technicians what it cost, and nothing where the model was not used', async () => {
  const { stage, record, run } = await deskWith(0);
  await stage.says(DANA, 'The coffee machine makes a strange noise');
  const { tickets } = stage.app.core;
  const ticket = await tickets.byNumber(1001);
  expect(ticket).toBeDefined();
  expect(await stage.command(TINA, 'ticket 1001')).not.toContain('Language model');
  await record({ ...run, ticketId: ticket?.id ?? '', at: stage.clock.now() });
  expect(await stage.command(TINA, 'ticket 1001')).toMatch(/Language model:? 1 run, 2 calls, 1,234 tokens/);
});

test('nothing yet, a wrong name, somebody who may not', async () => {
  const { stage } = await deskWith(0);
  expect(await stage.command(ADA, 'usage')).toContain('was not used this month');
  expect(await stage.command(ADA, `usage ${client?.id}x`)).toContain(`Did you mean ${client?.id}?`);
  expect(await stage.command(TINA, 'usage')).not.toContain('Model usage');
});
