// The three stories of a newcomer, through the whole app with chat in memory.
import { afterEach, expect, test } from 'vitest';
import { createTestDesk, DANA, LEE, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

const PAUL = 'paul.laurent@acme-dental.example';
const DAY = 24 * 3_600_000;

let desk: TestDesk;
afterEach(() => desk.close());

test('I forgot my password: an automatic step, and the password shown once', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'I forgot my password');
  const texts = desk.chat.textsOf(DANA);
  expect(texts[0]).toContain('Got it. Your ticket is 1001.');
  expect(texts.at(-1)).toContain('Your password is reset');
  for (const other of [TINA, LEE, MIA]) expect(desk.chat.seenBy(other)).toEqual([]);
  expect(await desk.clicks(DANA, 'Show temporary password')).toContain('form Temporary password');
  expect(await desk.clicks(DANA, 'Show temporary password')).toContain('shown once');
});

test('add me to the Finance group: a technician and the manager', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'Please add me to the Finance group');
  expect(await desk.clicks(TINA, 'Approve')).toBe('accepted');
  expect(() => desk.chat.button(LEE, 'Approve')).toThrow('sees no button');
  expect(desk.chat.textsOf(DANA).join()).not.toContain('Done.');
  expect(await desk.clicks(MIA, 'Approve')).toBe('accepted');
  expect(desk.chat.textsOf(DANA).at(-1)).toContain('Finance');
  expect(desk.chat.textsOf(TINA)[0]).toContain('Approved by');
});

test('offboard Sam Ortiz on Friday: approved now, done on Friday', async () => {
  desk = await createTestDesk();
  await desk.says(MIA, 'Please offboard Sam Ortiz on Friday');
  await desk.clicks(TINA, 'Approve');
  await desk.clicks(PAUL, 'Approve');
  expect(desk.chat.textsOf(MIA).at(-1)).toContain('will be done on Friday 27 November');
  desk.clock.advance(3 * DAY);
  await desk.settle();
  expect(desk.chat.textsOf(MIA).at(-1)).toContain('will be done on Friday 27 November');
  desk.clock.advance(2 * DAY);
  await desk.settle();
  expect(desk.chat.textsOf(MIA).at(-1)).toContain('Done.');
});
