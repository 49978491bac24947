// Approvals over real HTTP and real sockets: who sees a card, who may press what, and what everybody's card says after.
import { afterEach, describe, expect, test } from 'vitest';
import { DAY, HOUR, MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

const audit = async () => (await desk.app.core.audit.latest(200)).map((entry) => entry.text ?? '');
const groupsOf = async (email: string) => {
  const directory = desk.app.core.systems('acme-dental').directory;
  const [person] = (await directory?.findPeople(email, AbortSignal.timeout(1000))) ?? [];
  const groups = person ? await directory?.groupsOf(person.id, AbortSignal.timeout(1000)) : [];
  return (groups ?? []).map(({ name }) => name);
};

describe.each(MODES)('over %s', (mode) => {
  const raise = async () => {
    desk = await raiseSlackDesk(mode);
  };
  const asksForFinance = async () => {
    await raise();
    await desk.says('dana', 'Please add me to the Finance group');
  };

  test('add me to Finance: technicians and the manager get cards, both approve, the cards say so', async () => {
    await asksForFinance();
    for (const technician of ['tina', 'lee', 'ada', 'noor']) {
      expect(desk.texts(technician).join()).toContain('Dana Reyes');
      expect(desk.hasButton(technician, 'Approve')).toBe(true);
    }
    expect(desk.hasButton('mia', 'Approve')).toBe(true);
    expect(desk.texts('mia').join()).not.toContain('Take over');
    for (const other of ['dana', 'sam', 'paul', 'claire', 'grace']) expect(desk.hasButton(other, 'Approve')).toBe(false);
    expect(desk.texts('dana').at(-1)).toContain('needs an approval');
    await desk.clicks('tina', 'Approve');
    expect(desk.texts('lee').join()).toContain('Approved by Tina Technician');
    expect(desk.texts('lee').join()).toContain('waiting for the manager');
    expect(desk.hasButton('lee', 'Approve')).toBe(false);
    expect(await groupsOf('dana.reyes@acme-dental.example')).not.toContain('Finance');
    await desk.clicks('mia', 'Approve');
    expect(await groupsOf('dana.reyes@acme-dental.example')).toContain('Finance');
    for (const person of ['tina', 'lee', 'ada', 'noor', 'mia']) {
      expect(desk.texts(person).join()).toContain('Approved by');
      expect(desk.texts(person).join()).toContain('Done at');
      expect(desk.hasButton(person, 'Approve')).toBe(false);
      expect(desk.hasButton(person, 'Deny')).toBe(false);
    }
    expect(desk.texts('dana').at(-1)).toContain('Finance');
    expect(desk.hasButton('dana', 'Good')).toBe(true);
  });

  test('denied with a reason: needed at the field, told to the requester, both halves over', async () => {
    await asksForFinance();
    await desk.clicks('tina', 'Deny');
    await desk.modal('tina', 'Deny P-');
    expect(await desk.submits('tina', { reason: '  ', tell: true })).toEqual({ reason: 'Please give a reason.' });
    expect(await desk.submits('tina', { reason: 'Her manager has left', tell: true })).toEqual({});
    expect(desk.texts('dana').at(-1)).toContain('not approved: Her manager has left. Reply here if something');
    expect(desk.texts('lee').join()).toContain('Denied by Tina Technician');
    expect(desk.hasButton('mia', 'Approve')).toBe(false);
    expect(desk.texts('mia').join()).toContain('Denied');
    expect(await groupsOf('dana.reyes@acme-dental.example')).not.toContain('Finance');
  });

  test('denied without telling the reason', async () => {
    await asksForFinance();
    await desk.clicks('lee', 'Deny');
    await desk.modal('lee', 'Deny P-');
    await desk.submits('lee', { reason: 'Under investigation', tell: false });
    expect(desk.texts('dana').at(-1)).toContain('Your request was not approved. Reply here');
    expect(await desk.screen('dana')).not.toContain('Under investigation');
    await desk.asks('tina', 'ticket 1001', 'Denied: Under investigation');
  });

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
    expect((await audit()).join()).not.toContain('Tina Technician approved');
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
      expect(desk.texts(person).join()).toContain('Withdrawn by the requester');
      expect(desk.hasButton(person, 'Approve')).toBe(false);
    }
    await desk.press('mia', stale);
    await desk.told('mia', 'withdrawn already');
  });

  const lastOf = (who: string) => {
    const last = desk.messages(who).at(-1);
    return { channel: last?.channel ?? '', ts: last?.thread ?? '' };
  };

  test('nobody approves their own request, whatever their role', async () => {
    desk = await raiseSlackDesk(mode, {
      desk: (file) => ({
        ...file,
        people: [
          ...(file.people ?? []),
          { email: 'dana.reyes@acme-dental.example', name: 'Dana Reyes', roles: ['msp_admin'] },
        ],
      }),
    });
    await desk.says('dana', 'Please add me to the Front Desk group');
    expect(desk.hasButton('dana', 'Approve')).toBe(false);
  });

  test('a click without the right is answered privately, changes nothing and is written down', async () => {
    await asksForFinance();
    const technicians = desk.button('tina', 'Approve');
    const managers = desk.button('mia', 'Approve');
    const clicks = [
      ['dana', technicians, 'You asked for this'],
      ['sam', technicians, 'for the technicians of Acme Dental'],
      ['grace', technicians, 'for the technicians of Acme Dental'],
      ['mia', technicians, "the requester's manager"],
      ['tina', managers, "for the requester's manager"],
      ['dana', managers, 'You asked for this'],
    ] as const;
    for (const [who, button, why] of clicks) {
      await desk.press(who, button);
      const answer = await desk.told(who, 'is not yours to decide');
      expect(answer).toContain(why);
      for (const other of ['tina', 'lee', 'mia', 'dana'].filter((name) => name !== who))
        expect(desk.news(other)).toEqual([]);
    }
    expect((await audit()).filter((text) => text.includes('and may not')).length).toBe(clicks.length);
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
    await desk.press('stan', technicians);
    await desk.told('stan', 'does not know you');
    expect(await groupsOf('dana.reyes@acme-dental.example')).not.toContain('Finance');
  });

  test('one person never fills both halves, and the manager not the technicians one', async () => {
    desk = await raiseSlackDesk(mode, {
      desk: (file) => ({
        ...file,
        people: [
          ...(file.people ?? []),
          { email: 'mia.fontaine@acme-dental.example', name: 'Mia Fontaine', roles: ['msp_technician'] },
        ],
      }),
    });
    await desk.says('dana', 'Please add me to the Finance group');
    const technicians = desk.button('tina', 'Approve');
    await desk.press('mia', technicians);
    await desk.told('mia', 'is not yours to decide');
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
  });

  test('a click on a stale card says who decided and when', async () => {
    await asksForFinance();
    const stale = desk.button('lee', 'Approve');
    await desk.clicks('tina', 'Approve');
    await desk.press('lee', stale);
    const answer = await desk.told('lee', 'approved already');
    expect(answer).toContain('Tina Technician');
    expect(answer).toMatch(/\d{1,2}:\d{2}/);
    await desk.press('lee', { ...stale, value: stale.value.replace('approve', 'deny').replace('deny"', 'deny"') });
    await desk.told('lee', 'approved already');
  });

  test.each(['approved', 'yes', '👍', ':+1:', 'ok go ahead'])('"%s" decides nothing and gets the card back', async (word) => {
    await asksForFinance();
    await desk.says('tina', word);
    const answer = await desk.told('tina', 'Only the buttons decide');
    expect(answer).toContain('Finance');
    expect((await audit()).join()).not.toMatch(/ approved P-/);
    await desk.clicks('tina', 'Approve');
    expect((await audit()).join()).toMatch(/Tina Technician approved P-/);
  });

  test('[Details] for the technician holds the diagnosis, for the manager not', async () => {
    await asksForFinance();
    await desk.clicks('tina', 'Details');
    await desk.told('tina', 'Plan');
    await desk.press('mia', desk.button('tina', 'Details'));
    await desk.told('mia', 'The diagnosis is for technicians');
    await desk.press('sam', desk.button('tina', 'Details'));
    await desk.told('sam', 'not yours to see');
  });

  test('[Take over] withdraws the request and tells the requester who', async () => {
    await asksForFinance();
    await desk.clicks('lee', 'Take over');
    await desk.told('lee', 'Ticket 1001 is yours');
    expect(desk.texts('dana').at(-1)).toContain('Lee Park is looking after your ticket 1001');
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    expect(desk.hasButton('mia', 'Approve')).toBe(false);
  });

  test('offboard Sam on Friday: approved now, told when, done then', async () => {
    await raise();
    await desk.says('mia', 'Please offboard Sam Ortiz on Friday');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('paul', 'Approve');
    expect(desk.texts('mia').at(-1)).toMatch(/approved and will be done on Friday.*cancel 1001/s);
    expect(desk.texts('tina').join()).toContain('Waits until');
    await desk.move(2 * DAY);
    expect(await enabled('sam.ortiz')).toBe(true);
    await desk.move(3 * DAY);
    expect(await enabled('sam.ortiz')).toBe(false);
    expect(desk.texts('tina').join()).toContain('Done at');
  });

  test('offboard on Friday, cancelled on Wednesday: nothing happens on Friday', async () => {
    await raise();
    await desk.says('mia', 'Please offboard Sam Ortiz on Friday');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('paul', 'Approve');
    await desk.move(2 * DAY);
    await desk.asks('mia', 'cancel 1001', 'Ticket 1001 is cancelled.');
    await desk.move(10 * DAY);
    expect(await enabled('sam.ortiz')).toBe(true);
    expect(desk.texts('mia').join()).not.toContain('Done');
  });

  const enabled = async (name: string) => {
    const directory = desk.app.core.systems('acme-dental').directory;
    const [person] =
      (await directory?.findPeople(`${name}@acme-dental.example`, AbortSignal.timeout(1000))) ?? [];
    return person?.enabled;
  };
});
