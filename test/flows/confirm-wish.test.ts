// A wish that is likely but not certain: one button, which is the wish, for exactly this plan, once, for a day.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Action } from '../../cards/action.ts';
import { DAY_MS, HOUR_MS } from '../../src/lib/clock.ts';
import { q } from '../../src/store/database.ts';
import { eq } from '../../src/store/drizzle.ts';
import { buttonsOf, privateText, textOf } from '../support/memory-chat.ts';
import { createTestDesk, DANA, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await createTestDesk();
});
afterEach(() => desk.close());

const shown = (who: string) => desk.chat.messages.filter(({ ref }) => ref.channel === `dm:${who}`);
const buttonOf = (who: string, label: RegExp): Action | undefined =>
  shown(who)
    .flatMap(({ content }) => (typeof content === 'string' ? [] : buttonsOf(content)))
    .findLast((button) => label.test(button.label))?.action;
const effects = () => desk.app.core.database.read(({ tx, t }) => q(tx.select().from(t.sandboxChanges)));
const ticket = async (number = 1001) => (await desk.app.core.tickets.byNumber(number))!;
const press = async (who: string, action: Action) => {
  const reply = await desk.chat.click(who, action);
  await desk.settle();
  return privateText(reply);
};

describe('"password reset please" in a direct message', () => {
  let yes: Action;
  let no: Action;
  beforeEach(async () => {
    await desk.says(DANA, 'password reset please');
    yes = buttonOf(DANA, /^Yes, reset my password$/)!;
    no = buttonOf(DANA, /^No$/)!;
    expect([yes?.type, no?.type]).toEqual(['plan.confirm', 'plan.decline']);
    expect((await ticket()).state).toBe('waiting_requester');
    expect(await effects()).toEqual([]);
  });

  test('yes: it is done, once, and the card says so', async () => {
    expect(await press(DANA, yes)).toBe('Thank you. I am on it.');
    expect(await effects()).toHaveLength(1);
    expect((await ticket()).state).toBe('resolved');
    expect(await press(DANA, yes)).toBe('You said yes to this already.');
    expect(await press(DANA, no)).toBe('You said yes to this already.');
    expect(await effects()).toHaveLength(1);
    expect(shown(DANA).map(({ content }) => textOf(content))).toContain(
      'You said yes: Reset the password of Dana Reyes.',
    );
    const verbs = (await desk.app.core.audit.latest(20, 'ticket:1001')).map(({ verb }) => verb);
    expect(verbs).toEqual(
      expect.arrayContaining(['plan.proposed', 'plan.confirmed', 'plan.approved_by_policy']),
    );
  });

  test('no: nothing is done, and what is written next is heard', async () => {
    expect(await press(DANA, no)).toMatch(/^Nothing is done\. Write on ticket 1001/);
    expect(await press(DANA, yes)).toBe('You said no to this already. Please write again what you need.');
    await desk.says(DANA, 'never mind');
    expect((await ticket()).state).toBe('closed');
    expect(await effects()).toEqual([]);
  });

  test('somebody else presses: nothing', async () => {
    for (const who of [MIA, TINA]) expect(await press(who, yes)).toBe('Only the requester can answer this.');
    expect(await effects()).toEqual([]);
    expect((await ticket()).state).toBe('waiting_requester');
  });

  test('newer words of the same person end it', async () => {
    await desk.says(DANA, 'no, I mean the wifi');
    expect(await press(DANA, yes)).toMatch(/^This question is closed: you wrote something newer/);
    expect(await effects()).toEqual([]);
  });

  test('cancelled, it cannot be confirmed', async () => {
    await desk.says(DANA, 'never mind');
    expect((await ticket()).state).toBe('closed');
    await press(DANA, yes);
    expect(await effects()).toEqual([]);
  });

  test('a day later it is over, and a technician has it', async () => {
    await desk.clock.advance(DAY_MS + HOUR_MS);
    await desk.settle();
    expect((await ticket()).state).toBe('with_technician');
    expect(await press(DANA, yes)).toMatch(/^This question is closed/);
    expect(await effects()).toEqual([]);
  });

  test('a stored plan that was changed is not carried out', async () => {
    await desk.app.core.unit(function* ({ tx, t }) {
      const [plan] = yield* q(tx.select().from(t.plans).where(eq(t.plans.status, 'proposed')));
      const body = plan!.body.replaceAll('Dana Reyes', 'Mia Fontaine');
      yield* q(tx.update(t.plans).set({ body }).where(eq(t.plans.id, plan!.id)));
    });
    expect(await press(DANA, yes)).toMatch(/^The stored plan was changed/);
    expect(await effects()).toEqual([]);
  });

  test('two presses at once are one yes', async () => {
    await Promise.all([desk.chat.click(DANA, yes), desk.chat.click(DANA, yes), desk.chat.click(DANA, no)]);
    await desk.settle();
    expect((await effects()).length).toBeLessThanOrEqual(1);
    expect(['resolved', 'waiting_requester']).toContain((await ticket()).state);
  });
});

test('what needs an approval still does after the yes', async () => {
  await desk.says(DANA, 'Newsletter group for me');
  const yes = buttonOf(DANA, /^Yes/);
  if (yes) await press(DANA, yes);
  expect(await effects()).toEqual([]);
});

test('a ticket is asked to confirm once; then a person helps', async () => {
  await desk.says(DANA, 'password reset please');
  await press(DANA, buttonOf(DANA, /^No$/)!);
  await desk.says(DANA, 'the normal one');
  expect((await ticket()).state).toBe('with_technician');
  expect(await effects()).toEqual([]);
});
