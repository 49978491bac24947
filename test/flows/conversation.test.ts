// How people go on talking: answers outside their thread, "any update?", "works now", and thanks that open nothing.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTestDesk, DANA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await createTestDesk();
});
afterEach(() => desk.close());

const ticket = (number: number) => desk.app.core.tickets.byNumber(number);
const last = (who: string) => desk.chat.textsOf(who).at(-1) ?? '';
const messagesOf = async (number: number) =>
  (await desk.app.core.tickets.entries((await ticket(number))!.id))
    .filter(({ kind }) => kind === 'requester')
    .map(({ text }) => text);

test('a new wish beside an open question is a ticket of its own, and the old question stays open', async () => {
  await desk.says(DANA, 'please add me to the budget group');
  expect((await ticket(1001))?.state).toBe('waiting_requester');
  await desk.says(DANA, 'remove me from the newsletter');
  expect(await messagesOf(1001)).toEqual(['please add me to the budget group']);
  expect(await messagesOf(1002)).toEqual(['remove me from the newsletter']);
  expect((await ticket(1001))?.state).toBe('waiting_requester');
});

test.each([
  'my laptop smells of smoke',
  'hi',
  'who has access to the Finance group?',
  'Reactivate Sam Ortiz please',
  'what is going on with the wifi?',
])('"%s" is no answer to "which group?"', async (text) => {
  await desk.says(DANA, 'please add me to the budget group');
  await desk.says(DANA, text);
  expect(await messagesOf(1001)).toEqual(['please add me to the budget group']);
});

test('a name outside the thread answers the question', async () => {
  await desk.says(DANA, 'please add me to the budget group');
  await desk.says(DANA, 'Newsletter');
  expect(await messagesOf(1001)).toEqual(['please add me to the budget group', 'Newsletter']);
  expect((await ticket(1001))?.state).toBe('awaiting_approval');
});

test('"any update?" is answered from the state, and the queue hears that somebody waits', async () => {
  await desk.says(DANA, 'my chair squeaks');
  await desk.says(DANA, 'any update?', { thread: (await ticket(1001))!.address.thread! });
  expect(last(DANA)).toBe(
    'Ticket 1001: it is with the technicians, and none of them has taken it yet. I told them that you asked.',
  );
  expect(last(TINA)).toMatch(/^.*wrote on ticket 1001/);
});

test.each(['any news?', 'what is the status of my request?', 'any update on my ticket?'])(
  '"%s" outside every thread is answered with the own requests, and opens none',
  async (text) => {
    await desk.says(DANA, 'my chair squeaks');
    await desk.says(DANA, text);
    expect(last(DANA)).toMatch(/^Your requests[\s\S]*my chair squeaks/);
    expect(await ticket(1002)).toBeUndefined();
  },
);

test('"works now, thanks" resolves; "never mind" cancels', async () => {
  await desk.says(DANA, 'my chair squeaks');
  await desk.says(DANA, 'ok works now, thanks!');
  expect((await ticket(1001))?.state).toBe('resolved');
  expect(last(DANA)).toMatch(/^Good to hear\. Ticket 1001 is resolved/);
  await desk.says(DANA, 'my chair squeaks again');
  await desk.says(DANA, 'never mind');
  expect((await ticket(1002))?.state).toBe('closed');
});

test.each([
  ['Thanks, the password reset worked', 'You are welcome.'],
  ['Great, I am in the Front Desk group now, thanks', 'You are welcome.'],
  ['I forgot my password. Sorry, false alarm, I remember it now.', 'All right, nothing is done.'],
])('"%s" opens no ticket', async (text, says) => {
  await desk.says(DANA, text);
  expect(last(DANA)).toBe(says);
  expect(await ticket(1001)).toBeUndefined();
});

test.each([
  'I clicked on a link in a phishing mail and entered my password',
  'someone keeps sending me mfa prompts',
  'Somebody changed my password without asking!',
])('"%s" is urgent, and touches nothing', async (text) => {
  await desk.says(DANA, text);
  expect((await ticket(1001))?.state).toBe('with_technician');
  expect(last(TINA)).toMatch(/Urgent: ticket 1001 reports a possible attack/);
  expect(last(DANA)).toMatch(/^Thank you for telling\. This may be an attack, so nothing was changed\./);
});

test.each(['claim ABCD-EFGH-IJK', 'claim Zx81_kq'])(
  '"%s" is a code that was typed wrongly, and no request',
  async (text) => {
    await desk.says(DANA, text);
    expect(await desk.app.core.tickets.open(5)).toEqual([]);
    expect(desk.chat.textsOf(DANA).at(-1)).toMatch(/has an admin already|not right/);
  },
);

test.each(['yes', 'ok', '👍'])('"%s" where nothing is asked opens no ticket', async (text) => {
  await desk.says(DANA, text);
  expect(await desk.app.core.tickets.open(5)).toEqual([]);
  expect(desk.chat.textsOf(DANA).at(-1)).toMatch(/Nothing waits for a yes or no of yours|You are welcome/);
});

test('"claim expenses" is a request', async () => {
  await desk.says(DANA, 'claim expenses');
  expect(await desk.app.core.tickets.open(5)).toHaveLength(1);
});
