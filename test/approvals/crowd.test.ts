// Many people at the same moment: fifty technicians click at once, approve races deny, cancel, take and the end of the day.
import { afterEach, describe, expect, test } from 'vitest';
import { APPROVAL_LIFETIME_MS } from '../../src/approvals/approval.ts';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { buttonsOf, privateText, textOf } from '../support/memory-chat.ts';
import { DANA, LEE, MIA, TINA } from '../support/test-desk.ts';
import { DeskUnderTest } from './desk-under-test.ts';

let desk: DeskUnderTest;
afterEach(() => desk.stop());

const CROWD = Array.from({ length: 50 }, (_, index) => `tech${index}@north-msp.example`);

async function open(script: 'newsletter' | 'finance', crowd: readonly string[] = []): Promise<void> {
  const file = defaultDeskFile();
  const more = crowd.map((email, index) => ({
    email,
    name: `Technician ${index}`,
    roles: ['msp_technician' as const],
  }));
  desk = await DeskUnderTest.start({ ...file, people: [...file.people, ...more] });
  await desk.chat.says(DANA, `Please do ${script} for me`);
  await desk.settle();
}

async function halfId(half = 'technician'): Promise<string> {
  return (await desk.facts()).approvals.find((approval) => approval.half === half)!.id;
}

const approve = async (who: string, half = 'technician') =>
  desk.chat.click(who, { type: 'approval.approve', approvalId: await halfId(half) });
const deny = async (who: string) =>
  desk.chat.submit(
    who,
    { type: 'form.deny', approvalId: await halfId() },
    { reason: 'no budget', tell: 'true' },
  );

describe('fifty technicians click approve at once, and every click is delivered twice', () => {
  test('one decision, one run, one effect, and everybody else is told who decided', async () => {
    await open('newsletter', CROWD);
    const approvalId = await halfId();
    const clicks = CROWD.flatMap((who) => [who, who]).map((who) =>
      desk.chat.click(who, { type: 'approval.approve', approvalId }).then((reply) => ({ who, reply })),
    );
    const answers = await Promise.all(clicks);
    await desk.settle();
    const { approvals, runs, effects, tickets } = await desk.facts();
    expect(approvals).toMatchObject([{ status: 'used' }]);
    expect(runs).toMatchObject([{ status: 'complete' }]);
    expect(effects).toHaveLength(1);
    expect(tickets).toMatchObject([{ state: 'resolved' }]);
    const accepted = answers.filter(({ reply }) => reply.type === 'accepted');
    expect(accepted).toHaveLength(1);
    const winner = approvals[0]!.decidedByName!;
    for (const { reply } of answers.filter((answer) => answer !== accepted[0])) {
      expect(privateText(reply)).toContain(winner);
    }
    const cards = CROWD.map((who) =>
      desk.chat.seenBy(who).find(({ content }) => textOf(content).includes('Approv')),
    );
    for (const card of cards) {
      expect(textOf(card!.content)).toContain(`Approved by ${winner}`);
      expect(typeof card!.content === 'string' ? [] : buttonsOf(card!.content)).toEqual([]);
    }
    expect(desk.chat.textsOf(DANA).filter((text) => text.includes('Done: newsletter'))).toHaveLength(1);
  });
});

describe('a race has one winner, and the cards show which', () => {
  const outcomeOf = async () => {
    await desk.settle();
    const { approvals, effects, tickets } = await desk.facts();
    return {
      statuses: approvals.map((approval) => approval.status),
      effects: effects.length,
      ticket: tickets[0]!.state,
    };
  };
  const done = { statuses: ['used'], effects: 1, ticket: 'resolved' };

  const others = [
    {
      name: 'deny',
      act: () => deny(LEE),
      expected: { statuses: ['denied'], effects: 0, ticket: 'with_technician' },
    },
    {
      name: 'cancel',
      act: () => cancel(),
      expected: { statuses: ['withdrawn'], effects: 0, ticket: 'closed' },
    },
    {
      name: 'take over',
      act: () => take(LEE),
      expected: { statuses: ['withdrawn'], effects: 0, ticket: 'with_technician' },
    },
  ];
  test.each(others)('$name, then approve: nothing runs', async ({ act, expected }) => {
    await open('newsletter');
    await act();
    expect((await approve(TINA)).type).toBe('private');
    expect(await outcomeOf()).toEqual(expected);
  });

  test.each(others)(
    '$name and approve at the same moment: the one or the other, whole',
    async ({ act, expected }) => {
      for (const order of [
        () => [act(), approve(TINA)],
        () => [approve(TINA), act()],
        () => [act(), approve(TINA), act(), approve(LEE)],
      ]) {
        await open('newsletter');
        await Promise.all(order());
        expect([done, expected]).toContainEqual(await outcomeOf());
        await desk.stop();
      }
      await open('newsletter');
    },
  );

  const ends = [
    { name: 'at the last millisecond it is approved', before: 1, expected: done },
    {
      name: 'at the end of the day it is expired, although the timer comes later',
      before: 0,
      expected: { statuses: ['expired'], effects: 0, ticket: 'with_technician' },
    },
  ];
  test.each(ends)('approve against the end of the day: $name', async ({ before, expected }) => {
    await open('newsletter');
    const asked = (await desk.facts()).approvals[0]!.createdAt.getTime();
    desk.clock.advance(asked + APPROVAL_LIFETIME_MS - before - desk.clock.now().getTime());
    const reply = await approve(TINA);
    expect(reply.type).toBe(before === 0 ? 'private' : 'accepted');
    expect(await outcomeOf()).toEqual(expected);
  });

  test('both halves at once: one run', async () => {
    await open('finance');
    await Promise.all([approve(TINA), approve(MIA, 'manager'), approve(TINA), approve(MIA, 'manager')]);
    expect(await outcomeOf()).toEqual({ statuses: ['used', 'used'], effects: 1, ticket: 'resolved' });
  });

  test('one half approved when the day ends: the whole request is expired', async () => {
    await open('finance');
    await approve(TINA);
    desk.clock.advance(APPROVAL_LIFETIME_MS);
    expect((await approve(MIA, 'manager')).type).toBe('private');
    expect(await outcomeOf()).toEqual({
      statuses: ['expired', 'expired'],
      effects: 0,
      ticket: 'with_technician',
    });
  });
});

async function cancel() {
  const [ticket] = (await desk.facts()).tickets;
  return desk.chat.click(DANA, { type: 'ticket.cancel', ticketId: ticket!.id });
}

async function take(who: string) {
  const [ticket] = (await desk.facts()).tickets;
  return desk.chat.click(who, { type: 'ticket.take', ticketId: ticket!.id });
}
