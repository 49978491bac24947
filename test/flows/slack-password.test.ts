// "I forgot my password" over real HTTP and real sockets: an automatic step, and a password that stands nowhere but in
// one modal of one person.
import { afterEach, describe, expect, test } from 'vitest';
import { passwordIn } from '../support/password-in.ts';
import { MINUTE, MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

describe.each(MODES)('over %s', (mode) => {
  const forgot = async () => {
    desk = await raiseSlackDesk(mode);
    return desk.says('dana', 'I forgot my password');
  };

  test('receipt, reply with a button, the password in a modal of the requester alone, once', async () => {
    const said = await forgot();
    expect(said.delivered.status).toBe(200);
    expect(desk.texts('dana')[0]).toContain('Got it. Your ticket is 1001.');
    expect(desk.texts('dana').at(-1)).toContain('Your password is reset');
    expect(desk.messages('dana').every((message) => message.thread === said.ts)).toBe(true);
    const button = desk.button('dana', 'Show temporary password');
    await desk.press('mia', button);
    await desk.told('mia', 'for somebody else');
    await desk.press('ada', button);
    await desk.told('ada', 'for somebody else');
    await desk.press('dana', button);
    const modal = await desk.modal('dana', 'Temporary password');
    expect(passwordIn(modal).length).toBeGreaterThanOrEqual(14);
    expect(desk.web.views.get(desk.id('mia'))).toBeUndefined();
    expect(await desk.submits('dana', {})).toEqual({});
    await desk.press('dana', button);
    await desk.told('dana', 'shown already');
    expect(desk.web.views.get(desk.id('dana'))).toEqual([]);
    expect(await desk.screen('dana')).not.toContain(passwordIn(modal));
  });

  test('the button holds for 15 minutes and not a moment longer', async () => {
    await forgot();
    await desk.move(15 * MINUTE - 1);
    const button = desk.button('dana', 'Show temporary password');
    await desk.move(1);
    await desk.press('dana', button);
    await desk.told('dana', 'The 15 minutes for this temporary password are over');
    expect(desk.web.views.size).toBe(0);
  });

  test('rated before it was opened: the button stays', async () => {
    await forgot();
    await desk.clicks('dana', 'Good');
    await desk.told('dana', 'Thank you');
    expect(desk.hasButton('dana', 'Good')).toBe(false);
    await desk.clicks('dana', 'Show temporary password');
    await desk.modal('dana', 'Temporary password');
  });

  test('"Not fixed" brings a technician', async () => {
    await forgot();
    await desk.clicks('dana', 'Not fixed');
    expect(desk.texts('tina').at(-1)).toContain('Dana Reyes says that it is not fixed.');
    expect(desk.texts('dana').join()).toContain('A technician is taking this over. Your ticket is 1001.');
    await desk.asks('tina', 'take 1001', 'Ticket 1001 is yours');
  });

  test('[Talk to a person] takes the request out of the hands of the planner', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('dana', 'Please add me to the Finance group');
    await desk.clicks('dana', 'Talk to a person');
    expect(desk.texts('tina').at(-1)).toContain('Dana Reyes asked for a person.');
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    expect(desk.hasButton('mia', 'Approve')).toBe(false);
  });
});
