// The three stories of a newcomer, through the whole app.
import { afterEach, expect, test } from 'vitest';
import { createTestDesk, DANA, LEE, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

test('I forgot my password: an automatic step, and the password shown once', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'I forgot my password');
  const texts = desk.chat.textsOf(DANA);
  expect(texts[0]).toContain('Got it. Your ticket is 1001.');
  expect(texts.at(-1)).toContain('Your password is reset');
  expect(await desk.clicks(TINA.replace('tina', 'nobody'), 'x').catch(() => 'none')).toBe('none');
  expect(await desk.clicks(DANA, 'Show temporary password')).toContain('form');
  expect(await desk.clicks(DANA, 'Show temporary password')).toContain('shown once');
});

test('add me to the Finance group: a technician and the manager', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'Please add me to the Finance group');
  expect(await desk.clicks(TINA, 'Approve')).toBe('accepted');
  expect(await desk.clicks(LEE, 'Details').catch((e: Error) => e.message)).toContain('sees no button');
  expect(await desk.clicks(MIA, 'Approve')).toBe('accepted');
  expect(desk.chat.textsOf(DANA).at(-1)).toMatch(/Done.*Finance/);
  expect(desk.chat.textsOf(TINA)[0]).toContain('Approved by');
});

test('offboard Sam Ortiz on Friday: approved now, done on Friday', async () => {
  desk = await createTestDesk();
  await desk.says(MIA, 'Please offboard Sam Ortiz on Friday');
  await desk.clicks(TINA, 'Approve');
  await desk.clicks('paul.laurent@acme-dental.example', 'Approve');
  desk.clock.advance(5 * 24 * 3_600_000);
  await desk.settle();
});
