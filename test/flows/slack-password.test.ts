// "I forgot my password" over real HTTP and real sockets: an automatic step, and a password that stands nowhere but in
// one modal of one person.
import { afterEach, describe, expect, test } from 'vitest';
import { passwordIn } from '../support/password-in.ts';
import { DAY, HOUR, MINUTE, MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

describe.each(MODES)('over %s', (mode) => {
  test('receipt, reply with a button, the password in a modal of the requester alone, once', async () => {
    desk = await raiseSlackDesk(mode);
    const said = await desk.says('dana', 'I forgot my password');
    expect(said.delivered.status).toBe(200);
    expect(desk.texts('dana')[0]).toContain('Got it. Your ticket is 1001.');
    expect(desk.texts('dana').at(-1)).toContain('Your password is reset');
    expect(desk.messages('dana').every((message) => message.thread === said.ts)).toBe(true);
    const button = desk.button('dana', 'Show temporary password');
    await desk.press('mia', button);
    expect(await desk.told('mia', 'for somebody else')).toBeTruthy();
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
});
