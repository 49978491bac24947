// What the platform's status line says while a request is looked at.
import { beforeEach, expect, test } from 'vitest';
import type { ChatAdapter } from '../../src/chat.ts';
import type { Core } from '../../src/core.ts';
import type { Ticket } from '../../src/tickets/ticket.ts';
import { createProgress } from '../../src/use-cases/plan/show-progress.ts';
import { ManualClock } from '../support/manual-clock.ts';

let clock: ManualClock;
beforeEach(() => {
  clock = new ManualClock();
});

const message = { platform: 'slack', tenant: 'T1', channel: 'D1', message: '1.0' } as const;

function stage(options: { mode?: 'plan' | 'execute'; message?: Ticket['message']; fails?: boolean } = {}) {
  const shown: unknown[] = [];
  const adapter = {
    acknowledge: async (...call: unknown[]) => {
      shown.push(call);
      if (options.fails) throw new Error('down');
    },
  } as unknown as ChatAdapter;
  const core = {
    clock,
    adapters: new Map([['slack', adapter]]),
    desk: { modeOf: () => options.mode ?? 'execute' },
  } as unknown as Core;
  const ticket = { clientId: 'acme', message: 'message' in options ? options.message : message } as Ticket;
  return {
    shown,
    words: () => shown.map((call) => (call as unknown[])[2]),
    progress: createProgress(core, ticket),
  };
}

test('the first words at once, then the latest after two seconds, and none twice', async () => {
  const { words, progress, shown } = stage();
  progress.tell('Reading the request');
  expect(shown).toEqual([[message, 'received', 'Reading the request']]);
  progress.tell('Looking at the groups');
  progress.tell('Looking at the devices');
  await clock.pass(1999);
  expect(words()).toHaveLength(1);
  await clock.pass(1);
  expect(words()).toEqual(['Reading the request', 'Looking at the devices']);
  progress.tell('Looking at the devices');
  await clock.pass(10_000);
  expect(words()).toHaveLength(2);
});

test('words outside the closed list are not shown', () => {
  const { words, progress } = stage();
  progress.tell('Dana was phished and her mailbox forwards to x@evil.example');
  expect(words()).toEqual(['Looking things up']);
});

test.each([
  { name: 'in plan mode', options: { mode: 'plan' as const } },
  { name: 'for a ticket without a message', options: { message: undefined } },
])('nothing is shown $name', async ({ options }) => {
  const { shown, progress } = stage(options);
  progress.tell('Reading the request');
  await clock.pass(10_000);
  expect(shown).toEqual([]);
});

test('nothing is shown once planning has ended, and a platform that fails is left alone', async () => {
  const { words, progress } = stage({ fails: true });
  progress.tell('Reading the request');
  progress.tell('Looking at the groups');
  progress.end();
  expect(clock.sleeping).toBe(0);
  await clock.pass(10_000);
  expect(words()).toEqual(['Reading the request']);
});
