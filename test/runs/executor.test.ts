// How a run meets a vendor that fails: repeated under one key, once at most where it cannot be keyed, stopped where it must not
// go on. The vendor is a real HTTP server that counts.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { q } from '../../src/store/database.ts';
import { DeskUnderTest } from '../approvals/desk-under-test.ts';
import { buttonsOf } from '../support/memory-chat.ts';
import { ADA, DANA, LEE, TINA } from '../support/test-desk.ts';
import { scriptedPlanner } from './scripted-planner.ts';

type Answer = 'ok' | 'lost' | number | { readonly status: number; readonly retryAfter: number };

class Vendor {
  readonly calls: { readonly path: string; readonly key: string }[] = [];
  /** What comes next; `ok` when it is empty. */
  answers: Answer[] = [];
  readonly #server = createServer((request, response) => {
    this.calls.push({ path: request.url ?? '', key: String(request.headers['idempotency-key']) });
    const answer = this.answers.shift() ?? 'ok';
    request.resume().on('end', () => {
      if (answer === 'lost') return void request.socket.destroy();
      const status = answer === 'ok' ? 200 : typeof answer === 'number' ? answer : answer.status;
      if (typeof answer === 'object') response.setHeader('retry-after', String(answer.retryAfter));
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

const MINUTE_MS = 60_000;
let vendor: Vendor;
let desk: DeskUnderTest;

async function open(steps: readonly ('keyed' | 'never')[]): Promise<void> {
  const url = await vendor.listen();
  const file = defaultDeskFile();
  const tool = (repeat: 'keyed' | 'never') => ({
    name: `order_${repeat}`,
    description: `Order a badge (${repeat})`,
    risk: 'write' as const,
    repeat,
    args: {},
    request: { method: 'POST' as const, url: `${url}/${repeat}` },
  });
  const clients = file.clients.map((client) => ({ ...client, tools: [tool('keyed'), tool('never')] }));
  const planner = scriptedPlanner({
    badge: () => steps.map((name) => ({ tool: `order_${name}`, args: {} })),
  });
  desk = await DeskUnderTest.start({ ...file, clients }, planner);
  await desk.chat.says(DANA, 'Please order a badge');
  await desk.settle();
}

async function click(who: string, label: string): Promise<void> {
  await desk.chat.clicks(who, label);
  await desk.settle();
}

/** Lets time pass until nothing more is due: later tries come within minutes. */
async function passMinutes(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    desk.clock.advance(MINUTE_MS);
    await desk.settle();
  }
}

const states = async () => {
  const { tickets, runs, steps } = await desk.facts();
  return { ticket: tickets[0]!.state, run: runs.at(-1)?.status, steps: steps.map((step) => step.status) };
};
const offers = (who: string) =>
  desk.chat
    .seenBy(who)
    .flatMap(({ content }) => (typeof content === 'string' ? [] : buttonsOf(content)))
    .map((button) => button.label);

beforeEach(() => {
  vendor = new Vendor();
});
afterEach(async () => {
  await desk.stop();
  await vendor.close();
});

describe('a call that can be keyed', () => {
  test.each([
    { name: 'a server error', answers: [503, 500] as Answer[] },
    { name: 'a lost answer', answers: ['lost', 'lost'] as Answer[] },
  ])('is repeated after $name, under the same key', async ({ answers }) => {
    vendor.answers = answers;
    await open(['keyed']);
    await click(TINA, 'Approve');
    expect(await states()).toEqual({ ticket: 'working', run: 'running', steps: ['pending'] });
    await passMinutes(5);
    expect(vendor.calls).toHaveLength(3);
    expect(new Set(vendor.calls.map((call) => call.key)).size).toBe(1);
    expect(await states()).toEqual({ ticket: 'resolved', run: 'complete', steps: ['done'] });
  });

  test('waits as long as the vendor asks', async () => {
    vendor.answers = [{ status: 429, retryAfter: 120 }];
    await open(['keyed']);
    await click(TINA, 'Approve');
    desk.clock.advance(119_999);
    await desk.settle();
    expect(vendor.calls).toHaveLength(1);
    desk.clock.advance(1);
    await desk.settle();
    expect(vendor.calls).toHaveLength(2);
    expect((await states()).run).toBe('complete');
  });

  test('is given up after its tries; the rest does not run and a technician is asked', async () => {
    vendor.answers = [500, 500, 500, 500, 500, 500];
    await open(['keyed', 'never']);
    await click(TINA, 'Approve');
    await passMinutes(10);
    expect(vendor.calls.map((call) => call.path)).toEqual(['/keyed', '/keyed', '/keyed', '/keyed']);
    expect(await states()).toEqual({
      ticket: 'with_technician',
      run: 'failed',
      steps: ['failed', 'pending'],
    });
    expect(offers(LEE)).toContain('Retry the rest');
  });

  test('that is refused is not repeated', async () => {
    vendor.answers = [403];
    await open(['keyed']);
    await click(TINA, 'Approve');
    await passMinutes(10);
    expect(vendor.calls).toHaveLength(1);
    expect((await states()).run).toBe('failed');
  });
});

describe('a call that cannot be keyed', () => {
  test.each([
    { name: 'a lost answer', answers: ['lost'] as Answer[] },
    { name: 'a server error', answers: [502] as Answer[] },
  ])('is never repeated after $name: a technician says whether it happened', async ({ answers }) => {
    vendor.answers = answers;
    await open(['never', 'keyed']);
    await click(TINA, 'Approve');
    await passMinutes(10);
    await desk.restart();
    expect(vendor.calls.map((call) => call.path)).toEqual(['/never']);
    expect(await states()).toEqual({
      ticket: 'with_technician',
      run: 'running',
      steps: ['uncertain', 'pending'],
    });
    await click(LEE, 'It happened');
    expect(vendor.calls.map((call) => call.path)).toEqual(['/never', '/keyed']);
    expect(await states()).toEqual({ ticket: 'resolved', run: 'complete', steps: ['done', 'done'] });
  });

  test('that did not happen ends the run, and what is left is a new request of a technician', async () => {
    vendor.answers = ['lost'];
    await open(['never', 'keyed']);
    await click(TINA, 'Approve');
    await click(LEE, 'It did not happen');
    expect(await states()).toMatchObject({ ticket: 'with_technician', run: 'failed' });
    expect((await desk.facts()).plans.map((plan) => plan.status)).toEqual(['failed']);
    await click(LEE, 'Retry the rest');
    const { plans, runs, approvals } = await desk.facts();
    expect(plans).toHaveLength(2);
    expect(runs.map((run) => run.status)).toEqual(['failed', 'complete']);
    expect(approvals.map((approval) => approval.status)).toEqual(['used', 'used']);
    expect(vendor.calls.map((call) => call.path)).toEqual(['/never', '/never', '/keyed']);
    expect(new Set(vendor.calls.map((call) => call.key)).size).toBe(3);
  });

  test('is settled once, by whoever is first', async () => {
    vendor.answers = ['lost'];
    await open(['never']);
    await click(TINA, 'Approve');
    const runId = (await desk.facts()).runs[0]!.id;
    const say = (who: string, outcome: 'done' | 'failed') =>
      desk.chat.click(who, { type: 'run.settle', runId, step: '0', outcome });
    await say(DANA, 'done');
    expect((await states()).steps).toEqual(['uncertain']);
    await Promise.all([say(TINA, 'done'), say(LEE, 'failed'), say(TINA, 'done')]);
    await desk.settle();
    expect(await states()).toEqual({ ticket: 'resolved', run: 'complete', steps: ['done'] });
  });
});

describe('between approval and execution', () => {
  test('a stopped desk starts nothing; after it goes on, everything runs once', async () => {
    await open(['keyed', 'never']);
    await desk.chat.command(ADA, 'stop');
    await click(TINA, 'Approve');
    await passMinutes(5);
    await desk.restart();
    expect(vendor.calls).toEqual([]);
    await desk.chat.command(ADA, 'resume');
    await desk.settle();
    await click('noor@north-msp.example', 'Confirm');
    await passMinutes(1);
    expect(vendor.calls.map((call) => call.path)).toEqual(['/keyed', '/never']);
  });

  const changes = [
    { name: 'policy disables the tool', words: 'policy acme-dental order_keyed disabled' },
    { name: 'policy asks for the manager', words: 'policy acme-dental order_keyed approval_needed +manager' },
    { name: 'the client goes to plan mode', words: 'mode acme-dental plan' },
  ];
  test.each(changes)('$name: nothing of it runs', async ({ words }) => {
    await open(['keyed']);
    await desk.chat.command(ADA, words);
    await click(TINA, 'Approve');
    await passMinutes(2);
    expect(vendor.calls).toEqual([]);
    expect(await states()).toMatchObject({ ticket: 'with_technician', run: 'failed' });
  });

  test('a plan that was changed in the database after its approval does not run', async () => {
    await open(['keyed']);
    await desk.chat.command(ADA, 'stop');
    await click(TINA, 'Approve');
    await desk.database.transaction(function* ({ tx, t }) {
      const [plan] = yield* q(tx.select().from(t.plans));
      yield* q(tx.update(t.plans).set({ body: plan!.body.replaceAll('order_keyed', 'order_never') }));
    });
    await desk.chat.command(ADA, 'resume');
    await desk.settle();
    await click('noor@north-msp.example', 'Confirm');
    await passMinutes(1);
    expect(vendor.calls).toEqual([]);
    expect((await states()).run).toBe('failed');
  });

  test('a plan that was changed before its approval cannot be approved; the card says so and a technician has it', async () => {
    await open(['keyed']);
    await desk.database.transaction(function* ({ tx, t }) {
      const [plan] = yield* q(tx.select().from(t.plans));
      yield* q(tx.update(t.plans).set({ body: plan!.body.replaceAll('order_keyed', 'order_never') }));
    });
    const approvalId = (await desk.facts()).approvals[0]!.id;
    const reply = await desk.chat.click(TINA, { type: 'approval.approve', approvalId });
    await desk.settle();
    expect(JSON.stringify(reply)).toContain('changed');
    const { approvals, runs, tickets } = await desk.facts();
    expect(approvals).toMatchObject([{ status: 'superseded', decidedBy: null }]);
    expect(runs).toEqual([]);
    expect(tickets).toMatchObject([{ state: 'with_technician' }]);
    expect(offers(TINA)).not.toContain('Approve');
  });
});
