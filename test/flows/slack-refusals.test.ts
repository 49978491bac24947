// Clicks and words that must not decide: by the wrong person, too late, or typed.
import { afterEach, describe, expect, test } from 'vitest';
import { auditOf, personAt } from '../support/directory-state.ts';
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

  test('whoever submits for a colleague does not decide it either', async () => {
    desk = await raiseSlackDesk(mode);
    const said = await desk.sends('dana', 'Please add me to the Finance group', { where: 'channel' });
    await desk.sendToIt('tina', said, 'Please add me to the Finance group');
    await desk.modal('tina', 'This opens a ticket for Dana Reyes.');
    await desk.submits('tina', { text: 'Please add me to the Finance group' });
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    await desk.press('tina', desk.button('lee', 'Approve'));
    expect(await desk.told('tina', 'is not yours to decide')).toContain('You submitted this request');
    await desk.clicks('lee', 'Approve');
    await desk.clicks('mia', 'Approve');
    expect(await inFinance()).toBe(true);
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
    expect((await auditOf(desk.app)).filter((text) => text.includes('and may not')).length).toBe(
      clicks.length,
    );
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
    await desk.press('stan', technicians);
    await desk.told('stan', 'does not know you');
    expect(await inFinance()).toBe(false);
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
    await desk.press('lee', {
      ...stale,
      value: stale.value.replace('approve', 'deny').replace('deny"', 'deny"'),
    });
    await desk.told('lee', 'approved already');
  });

  test.each(['approved', 'yes', '👍', ':+1:', 'ok go ahead'])(
    '"%s" decides nothing and gets the card back',
    async (word) => {
      await asksForFinance();
      await desk.says('tina', word);
      const answer = await desk.told('tina', 'Only the buttons decide');
      expect(answer).toContain('Finance');
      expect((await auditOf(desk.app)).join()).not.toMatch(/ approved P-/);
      await desk.clicks('tina', 'Approve');
      expect((await auditOf(desk.app)).join()).toMatch(/Tina Technician approved P-/);
    },
  );
});
