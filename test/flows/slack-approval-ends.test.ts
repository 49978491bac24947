// Requests that nobody decides, that are taken back, and approved ones that wait for their day.
import { afterEach, describe, expect, test } from 'vitest';
import { auditOf, personAt } from '../support/directory-state.ts';
import { DAY, HOUR, MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

const samIsEnabled = async () =>
  (await personAt(desk.app, 'acme-dental', 'sam.ortiz@acme-dental.example')).enabled;

describe.each(MODES)('over %s', (mode) => {
  const asksForFinance = async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('dana', 'Please add me to the Finance group');
  };

  test('nobody decides in 24 hours: reminded before, expired exactly then, the requester may ask again', async () => {
    await asksForFinance();
    const stale = desk.button('tina', 'Approve');
    await desk.move(20 * HOUR);
    expect(desk.texts('tina').at(-1)).toContain('still waits for a decision');
    expect(desk.texts('mia').at(-1)).toContain('still waits for a decision');
    await desk.move(4 * HOUR - 1);
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
    await desk.move(1);
    expect(desk.texts('dana').at(-1)).toContain('not approved in time');
    expect(desk.texts('tina').join()).toContain('Expired undecided');
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    expect(desk.hasButton('mia', 'Approve')).toBe(false);
    await desk.press('tina', stale);
    await desk.told('tina', 'expired');
  });

  test('one millisecond late is late, also before the expiry was worked off', async () => {
    await asksForFinance();
    desk.clock.advance(DAY);
    const stale = desk.button('tina', 'Approve');
    await desk.press('tina', stale);
    await desk.told('tina', 'expired');
    expect((await auditOf(desk.app)).join()).not.toContain('Tina Technician approved');
  });

  test.each([
    { name: '"never mind"', take: () => desk.says('dana', 'never mind', { under: lastOf('dana') }) },
    { name: '[Cancel]', take: () => desk.clicks('dana', 'Cancel') },
    { name: '/desk cancel', take: () => desk.command('dana', 'cancel 1001') },
  ])('withdrawn by $name: the cards say so, a click comes too late', async ({ take }) => {
    await asksForFinance();
    const stale = desk.button('mia', 'Approve');
    await take();
    expect(desk.texts('dana').join()).toContain('Ticket 1001 is cancelled.');
    for (const person of ['tina', 'lee', 'mia']) {
      expect(desk.texts(person).join()).toContain('Withdrawn. Nothing was done');
      expect(desk.hasButton(person, 'Approve')).toBe(false);
    }
    await desk.press('mia', stale);
    await desk.told('mia', 'withdrawn already');
  });

  const lastOf = (who: string) => {
    const last = desk.messages(who).at(-1);
    return { channel: last?.channel ?? '', ts: last?.thread ?? '' };
  };

  test('offboard Sam on Friday: approved now, told when, done then', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('mia', 'Please offboard Sam Ortiz on Friday');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('paul', 'Approve');
    expect(desk.texts('mia').at(-1)).toMatch(/approved and will be done on Friday.*cancel 1001/s);
    expect(desk.texts('tina').join()).toContain('Waits until');
    await desk.move(2 * DAY);
    expect(await samIsEnabled()).toBe(true);
    await desk.move(3 * DAY);
    expect(await samIsEnabled()).toBe(false);
    expect(desk.texts('tina').join()).toContain('Done at');
  });

  test('offboard on Friday, cancelled on Wednesday: nothing happens on Friday', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('mia', 'Please offboard Sam Ortiz on Friday');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('paul', 'Approve');
    await desk.move(2 * DAY);
    await desk.asks('mia', 'cancel 1001', 'Ticket 1001 is cancelled.');
    await desk.move(10 * DAY);
    expect(await samIsEnabled()).toBe(true);
    expect(desk.texts('mia').join()).not.toContain('Done');
  });
});
