// Approvals over real HTTP and real sockets: who gets a card, and what everybody's card says after each decision.
import { afterEach, describe, expect, test } from 'vitest';
import { personAt } from '../support/directory-state.ts';
import { MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

const inFinance = async () =>
  (await personAt(desk.app, 'acme-dental', 'dana.reyes@acme-dental.example')).groups.includes('Finance');

describe.each(MODES)('over %s', (mode) => {
  const asksForFinance = async () => {
    desk = await raiseSlackDesk(mode);
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
    for (const other of ['dana', 'sam', 'paul', 'claire', 'grace'])
      expect(desk.hasButton(other, 'Approve')).toBe(false);
    expect(desk.texts('dana').at(-1)).toContain('needs an approval');
    await desk.clicks('tina', 'Approve');
    expect(desk.texts('lee').join()).toContain('Approved by Tina Technician');
    expect(desk.texts('lee').join()).toContain('waiting for the manager');
    expect(desk.hasButton('lee', 'Approve')).toBe(false);
    expect(await inFinance()).toBe(false);
    await desk.clicks('mia', 'Approve');
    expect(await inFinance()).toBe(true);
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
    expect(await desk.submits('tina', { reason: '  ', tell: true })).toEqual({
      reason: 'Please give a reason.',
    });
    expect(await desk.submits('tina', { reason: 'Her manager has left', tell: true })).toEqual({});
    expect(desk.texts('dana').at(-1)).toContain(
      'not approved: Her manager has left. Reply here if something',
    );
    expect(desk.texts('lee').join()).toContain('Denied by Tina Technician');
    expect(desk.hasButton('mia', 'Approve')).toBe(false);
    expect(desk.texts('mia').join()).toContain('Denied');
    expect(await inFinance()).toBe(false);
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

  test('[Details] for the technician holds the diagnosis, for the manager not', async () => {
    await asksForFinance();
    await desk.clicks('tina', 'Details');
    await desk.told('tina', 'Seen: Dana Reyes');
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
});
