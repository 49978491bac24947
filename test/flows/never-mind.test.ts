// Taking a request back, and saying more, at every point of a ticket's life.
import { afterEach, describe, expect, test } from 'vitest';
import { scriptedPlanner } from '../runs/scripted-planner.ts';
import { createTestDesk, DANA, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const PAUL = 'paul.laurent@acme-dental.example';
const ticket = async (number = 1001) => (await desk.app.core.tickets.byNumber(number))!;
const threadOf = async () => ({ thread: (await ticket()).address.thread! });

const WORDINGS = [
  'never mind',
  'Nevermind, found it',
  'nvm',
  'please cancel my request',
  'it works again, thanks',
  'Hat sich erledigt, danke',
  'Laissez tomber, merci',
  'Olvídalo, gracias',
  'laat maar',
];

/** What works by now is solved; what is taken back is cancelled. */
const ends = (words: string) => (/works|fixed|solved|geht wieder/.test(words) ? 'resolved' : 'closed');

describe.each(WORDINGS)('"%s"', (words) => {
  test('is not the answer to an open question, in the thread or outside', async () => {
    for (const inside of [true, false]) {
      desk = await createTestDesk();
      await desk.says(MIA, 'Please reset the password of Alex');
      expect((await ticket()).state).toBe('waiting_requester');
      await desk.says(MIA, words, inside ? await threadOf() : {});
      expect((await ticket()).state).toBe(ends(words));
      expect(await desk.app.core.tickets.byNumber(1002)).toBeUndefined();
      if (inside) await desk.close();
    }
  });

  test('withdraws what waits for approval, whose cards say so', async () => {
    desk = await createTestDesk();
    await desk.says(DANA, 'Please add me to the Finance group');
    await desk.says(DANA, words);
    expect((await ticket()).state).toBe(ends(words));
    expect(desk.chat.textsOf(TINA).join()).toContain('Withdrawn. Nothing was done.');
    expect(() => desk.chat.button(TINA, 'Approve')).toThrow('sees no button');
  });

  test('reopens nothing that is finished', async () => {
    desk = await createTestDesk();
    await desk.says(DANA, 'I forgot my password');
    expect((await ticket()).state).toBe('resolved');
    await desk.says(DANA, words, await threadOf());
    expect((await ticket()).state).toBe('resolved');
  });
});

test('of several open requests the person names one, and a closed thread means no other', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'Please add me to the Finance group');
  const first = await threadOf();
  await desk.says(DANA, 'Please add me to the Newsletter group');
  await desk.says(DANA, 'never mind');
  expect(desk.chat.textsOf(DANA).at(-1)).toContain('You have 2 open requests. Which one?');
  await desk.says(DANA, 'never mind', first);
  await desk.says(DANA, 'never mind', first);
  expect((await ticket(1001)).state).toBe('closed');
  expect((await ticket(1002)).state).toBe('awaiting_approval');
});

test('nobody else takes a request back', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'Please add me to the Finance group');
  await desk.says(MIA, 'never mind');
  expect((await ticket()).state).toBe('awaiting_approval');
});

test('while the planner is at work, and while a step waits for its time', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const inner = scriptedPlanner();
  let asked = 0;
  desk = await createTestDesk({
    planner: {
      plan: async (...call) => {
        asked += 1;
        await gate;
        return inner.plan(...call);
      },
    },
  });
  await desk.chat.says(DANA, 'newsletter please');
  await expect.poll(() => asked, { interval: 2, timeout: 5000 }).toBe(1);
  await desk.chat.says(DANA, 'never mind');
  await expect.poll(async () => (await ticket()).state, { interval: 2, timeout: 5000 }).toBe('closed');
  release();
  await desk.settle();
  expect((await ticket()).state).toBe('closed');
  expect(await desk.app.core.plans.ofTicket((await ticket()).id)).toBeUndefined();
  await desk.close();
  desk = await createTestDesk();
  await desk.says(MIA, 'Please offboard Sam Ortiz on Friday');
  await desk.clicks(TINA, 'Approve');
  await desk.clicks(PAUL, 'Approve');
  expect((await ticket()).state).toBe('scheduled');
  await desk.says(MIA, 'never mind, he stays');
  expect((await ticket()).state).toBe('closed');
  desk.clock.advance(7 * 24 * 3_600_000);
  await desk.settle();
  expect(desk.chat.textsOf(MIA).join()).not.toContain('Done.');
});

test('more words while an approval waits: the same plan stands, and the technicians are told', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'Please add me to the Finance group');
  const before = (await desk.app.core.plans.ofTicket((await ticket()).id))!;
  await desk.says(DANA, 'it is rather urgent', await threadOf());
  const after = (await desk.app.core.plans.ofTicket((await ticket()).id))!;
  expect([after.id, after.status]).toEqual([before.id, 'awaiting_approval']);
  expect(desk.chat.textsOf(TINA).at(-1)).toContain('the plan stays the same');
  expect(await desk.clicks(TINA, 'Approve')).toBe('accepted');
});

test('more words that change the plan replace the request', async () => {
  const inner = scriptedPlanner();
  desk = await createTestDesk({
    planner: {
      plan: (request, ...rest) => inner.plan({ ...request, messages: request.messages.slice(-1) }, ...rest),
    },
  });
  await desk.says(DANA, 'finance please');
  const stale = desk.chat.button(TINA, 'Approve');
  await desk.says(DANA, 'I meant newsletter', await threadOf());
  expect(desk.chat.textsOf(TINA).join()).toContain('Replaced or changed since');
  const plan = (await desk.app.core.plans.ofTicket((await ticket()).id))!;
  expect(plan.prose.diagnosis).toBe('Script newsletter');
  expect(plan.status).toBe('awaiting_approval');
  await desk.chat.click(TINA, stale.button.action, stale.ref);
  await desk.settle();
  expect((await ticket()).state).toBe('awaiting_approval');
});

test('what the requester adds while the planner is at work is in the plan that is shown', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const inner = scriptedPlanner();
  const heard: (readonly string[])[] = [];
  desk = await createTestDesk({
    planner: {
      plan: async (request, ...rest) => {
        heard.push(request.messages);
        if (heard.length === 1) await gate;
        return inner.plan({ ...request, messages: request.messages.slice(-1) }, ...rest);
      },
    },
  });
  await desk.chat.says(DANA, 'finance please');
  await expect.poll(() => heard.length, { interval: 2, timeout: 5000 }).toBe(1);
  await desk.chat.says(DANA, 'sorry, newsletter', await threadOf());
  const said = async () => (await desk.app.core.tickets.entries((await ticket()).id)).length;
  await expect.poll(said, { interval: 2, timeout: 5000 }).toBe(2);
  release();
  await desk.settle();
  const plan = (await desk.app.core.plans.ofTicket((await ticket()).id))!;
  expect(heard.at(-1)).toEqual(['finance please', 'sorry, newsletter']);
  expect(plan.prose.diagnosis).toBe('Script newsletter');
  expect(desk.chat.textsOf(TINA).join()).not.toContain('Finance');
});
