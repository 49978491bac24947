// Everything that people and operators may do to a desk, in any order, as data that fast-check can draw and shrink.
import fc from 'fast-check';
import { q } from '../../src/store/database.ts';
import { eq } from '../../src/store/drizzle.ts';
import { SCRIPTS, type ScriptName } from '../runs/scripted-planner.ts';
import { ADA, DANA, LEE, MIA, NOOR, TINA } from '../support/test-desk.ts';
import { type DeskUnderTest, EVERYBODY } from './desk-under-test.ts';

const HOUR_MS = 3_600_000;

export type DeskEvent =
  | { readonly do: 'ask'; readonly script: ScriptName; readonly onBehalf: boolean }
  | { readonly do: 'click'; readonly clicks: readonly Click[] }
  | { readonly do: 'clock'; readonly ms: number }
  | { readonly do: 'policy'; readonly words: string }
  | { readonly do: 'tamper'; readonly plan: number }
  | { readonly do: 'stop' | 'resume' | 'restart' };

/** Several clicks of one event happen at the same moment. */
export interface Click {
  readonly who: string;
  readonly what: 'approve' | 'deny' | 'cancel' | 'take' | 'retry';
  /** Which request or ticket, counted from the newest. */
  readonly nth: number;
  /** How often the platform delivers it. */
  readonly times: number;
}

const TECHNICIAN_CLICK = { nth: 0, times: 1 } as const;

const click: fc.Arbitrary<Click> = fc.record({
  // People who may decide are drawn more often, so that histories get somewhere.
  who: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(TINA, LEE, MIA) },
    { weight: 2, arbitrary: fc.constantFrom(...EVERYBODY) },
  ),
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constant('approve' as const) },
    {
      weight: 2,
      arbitrary: fc.constantFrom('deny' as const, 'cancel' as const, 'take' as const, 'retry' as const),
    },
  ),
  nth: fc.nat(2),
  times: fc.integer({ min: 1, max: 3 }),
});

const event: fc.Arbitrary<DeskEvent> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('ask' as const),
      script: fc.constantFrom(...(Object.keys(SCRIPTS) as ScriptName[])),
      onBehalf: fc.boolean(),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('click' as const),
      clicks: fc.array(click, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      ms: fc.constantFrom(1, HOUR_MS, 23 * HOUR_MS, 24 * HOUR_MS - 1, 24 * HOUR_MS, 24 * HOUR_MS + 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('policy' as const),
      words: fc.constantFrom(
        'acme-dental add_group_member disabled',
        'acme-dental add_group_member approval_needed +manager',
        'acme-dental assign_app disabled',
        'acme-dental reset_password disabled',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tamper' as const), plan: fc.nat(2) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('stop' as const, 'resume' as const, 'restart' as const) }),
  },
);

/** A history begins with a request and, half of the time, with the click of a technician. */
export const history: fc.Arbitrary<readonly DeskEvent[]> = fc
  .tuple(
    fc.constantFrom(...(Object.keys(SCRIPTS) as ScriptName[])),
    fc.boolean(),
    fc.array(event, { minLength: 3, maxLength: 12 }),
  )
  .map(([script, clicked, rest]) => [
    { do: 'ask', script, onBehalf: false },
    ...(clicked
      ? [{ do: 'click' as const, clicks: [{ ...TECHNICIAN_CLICK, who: TINA, what: 'approve' as const }] }]
      : []),
    ...rest,
  ]);

/** Does it, and waits until nothing moves. */
export async function perform(desk: DeskUnderTest, event: DeskEvent): Promise<void> {
  switch (event.do) {
    case 'ask':
      await ask(desk, event.script, event.onBehalf);
      break;
    case 'click':
      await Promise.all(
        event.clicks.flatMap((one) => Array.from({ length: one.times }, () => press(desk, one))),
      );
      break;
    case 'clock':
      desk.clock.advance(event.ms);
      break;
    case 'policy':
      await desk.chat.command(ADA, `policy ${event.words}`);
      break;
    case 'tamper':
      await tamper(desk, event.plan);
      break;
    case 'stop':
      await desk.chat.command(ADA, 'stop');
      break;
    case 'resume':
      await resume(desk);
      break;
    case 'restart':
      await desk.restart();
      break;
  }
  await desk.settle();
}

async function ask(desk: DeskUnderTest, script: ScriptName, onBehalf: boolean): Promise<void> {
  const text = `Please do ${script} for me`;
  if (!onBehalf) {
    await desk.chat.says(DANA, text);
    return;
  }
  const messageKey = `${DANA}\nm${Math.random()}`;
  await desk.chat.submit(TINA, { type: 'form.send_to_it', messageKey }, { text });
}

async function press(desk: DeskUnderTest, { who, what, nth }: Click): Promise<unknown> {
  const { approvals, tickets, runs } = await desk.facts();
  const approval = approvals.at(-1 - nth);
  const ticket = tickets.at(-1 - nth);
  const run = runs.at(-1 - nth);
  switch (what) {
    case 'approve':
      return approval && desk.chat.click(who, { type: 'approval.approve', approvalId: approval.id });
    case 'deny': {
      const form = { type: 'form.deny' as const, approvalId: approval?.id ?? 'none' };
      return desk.chat.submit(who, form, { reason: 'not needed', tell: 'true' });
    }
    case 'cancel':
      return ticket && desk.chat.click(who, { type: 'ticket.cancel', ticketId: ticket.id });
    case 'take':
      return ticket && desk.chat.click(who, { type: 'ticket.take', ticketId: ticket.id });
    case 'retry':
      return run && desk.chat.click(who, { type: 'run.retry', runId: run.id });
  }
}

/** Somebody writes into the database: the same plan for another person. */
async function tamper(desk: DeskUnderTest, nth: number): Promise<void> {
  const plan = (await desk.facts()).plans.at(-1 - nth);
  if (!plan) return;
  const body = plan.body.replaceAll('dana.reyes@', 'nina.roux@');
  await desk.database.transaction(function* ({ tx, t }) {
    yield* q(tx.update(t.plans).set({ body }).where(eq(t.plans.id, plan.id)));
  });
}

async function resume(desk: DeskUnderTest): Promise<void> {
  await desk.chat.command(ADA, 'resume');
  await desk.settle();
  const change = await desk.database.read(function* ({ tx, t }) {
    const rows = yield* q(tx.select().from(t.changes).where(eq(t.changes.state, 'pending')));
    return rows.findLast((row) => row.key === 'stop');
  });
  if (change) await desk.chat.click(NOOR, { type: 'change.confirm', changeId: change.id });
  // The stop is looked at again every half minute.
  desk.clock.advance(30_000);
}
