// Who somebody is: strangers, guests, people of other workspaces, the first admin's code, boundaries between clients.
import { afterEach, describe, expect, test } from 'vitest';
import { makeClaimCode } from '../../src/use-cases/desk/claim-admin.ts';
import { auditOf } from '../support/directory-state.ts';
import { MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';
import { BOT_TOKEN } from '../support/slack-web.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

/** What Slack says about somebody, where `emulate` cannot say it. */
function profile(who: string, user: Record<string, unknown>): void {
  const id = desk.id(who);
  desk.web.serve('users.info', (_token, args) =>
    args.user === id ? { body: { ok: true, user: { id, team_id: desk.web.team, ...user } } } : undefined,
  );
}

describe.each(MODES)('over %s', (mode) => {
  test('a stranger is told politely, the admins once, and nothing else happens', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('stan', 'I forgot my password');
    expect(desk.texts('stan')).toEqual([expect.stringContaining('does not know you yet')]);
    for (const admin of ['ada', 'noor']) {
      expect(desk.texts(admin)).toEqual([expect.stringContaining('Stan Stranger')]);
      expect(desk.hasButton(admin, 'Confirm')).toBe(false);
    }
    for (const other of ['tina', 'lee', 'dana']) expect(desk.texts(other)).toEqual([]);
    await desk.says('stan', 'hello?');
    await desk.command('stan', 'status');
    await desk.told('stan', 'does not know you yet');
    expect(desk.texts('ada')).toHaveLength(1);
    expect(await desk.app.core.tickets.open(10)).toEqual([]);
  });

  test('a stranger who types a command or a mention in a channel is answered for their eyes alone', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('stan', 'let me in', { where: 'mention' });
    await desk.told('stan', 'does not know you yet');
    expect(desk.texts('sam')).toEqual([]);
    expect(desk.texts('ada').join()).toContain('Stan Stranger');
  });

  test('a click of a stranger is told to the admins too', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('dana', 'Please add me to the Finance group');
    await desk.press('stan', desk.button('tina', 'Approve'));
    await desk.told('stan', 'does not know you yet');
    expect(desk.texts('ada').at(-1)).toContain('Stan Stranger');
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
  });

  test('in a workspace that is not listed for their client a link is proposed; an admin confirms it', async () => {
    desk = await raiseSlackDesk(mode, {
      desk: (file) => ({ ...file, slack: [{ team: 'T0ACME', bot_token: '{{secrets.SLACK_ACME}}' }] }),
    });
    await desk.command('ada', 'secret set SLACK_ACME');
    await desk.modal('ada', 'SLACK_ACME');
    await desk.submits('ada', { value: BOT_TOKEN });
    profile('sam', {
      team_id: 'T0ACME',
      real_name: 'Sam Ortiz',
      profile: { email: 'sam.ortiz@acme-dental.example' },
    });
    const body = {
      team_id: 'T0ACME',
      context_team_id: 'T0ACME',
      authorizations: [{ team_id: 'T0ACME', user_id: desk.web.bot, is_bot: true }],
    };
    await desk.says('sam', 'I forgot my password', { body });
    expect(desk.texts('sam').join()).toContain('does not know you yet');
    expect(desk.texts('ada').join()).toMatch(/Sam Ortiz.*Acme Dental.*workspace T0ACME that is not listed/s);
    const stale = desk.button('noor', 'Confirm: this is Sam Ortiz');
    await desk.press('tina', stale);
    await desk.told('tina', 'This is for admins.');
    await desk.clicks('ada', 'Confirm');
    expect(desk.texts('noor').join()).toContain('Confirmed by Ada Admin');
    expect(desk.texts('sam').join()).toContain('knows you now');
    await desk.press('noor', stale);
    await desk.told('noor', 'settled already');
    await desk.says('sam', 'I forgot my password', { body });
    expect(desk.texts('sam').join()).toContain('Your ticket is 1001.');
  });

  test('without a client that lists it, a guest of the workspace is a stranger; a member is not', async () => {
    desk = await raiseSlackDesk(mode, {
      desk: (file) => ({
        ...file,
        clients: file.clients?.map((client) => ({ ...client, slack_teams: ['T0OTHER'] })),
      }),
    });
    profile('mia', { is_restricted: true, profile: { email: 'mia.fontaine@acme-dental.example' } });
    await desk.says('mia', 'I forgot my password');
    expect(desk.texts('mia').join()).toContain('does not know you yet');
    expect(desk.texts('ada').join()).toContain('A guest, in workspace');
    await desk.says('dana', 'I forgot my password');
    expect(desk.texts('dana').join()).toContain('Your ticket is');
  });

  test('a guest counts where their workspace is listed for their client', async () => {
    desk = await raiseSlackDesk(mode);
    profile('mia', {
      real_name: 'Mia Fontaine',
      is_restricted: true,
      profile: { email: 'mia.fontaine@acme-dental.example' },
    });
    await desk.says('mia', 'I forgot my password');
    expect(desk.texts('mia').join()).toContain('Your ticket is 1001.');
  });

  test("a guest with a technician's address is a stranger", async () => {
    desk = await raiseSlackDesk(mode);
    profile('stan', {
      real_name: 'Tina',
      is_ultra_restricted: true,
      profile: { email: 'ada@acme-dental.example' },
    });
    await desk.says('stan', 'I forgot my password');
    profile('rosa', { real_name: 'Tina', is_restricted: true, profile: { email: 'tina@elsewhere.example' } });
    await desk.command('rosa', 'tickets');
    await desk.told('rosa', 'does not know you yet');
  });

  test('somebody of a shared channel stays a stranger, whatever address they show', async () => {
    desk = await raiseSlackDesk(mode);
    profile('stan', {
      team_id: 'T0PARTNER',
      is_stranger: true,
      real_name: 'Ada Admin',
      profile: { email: 'ada@north-msp.example' },
    });
    await desk.says('stan', 'stop', {
      where: 'mention',
      event: { user_team: 'T0PARTNER', team: 'T0PARTNER' },
    });
    expect(desk.texts('stan').join()).toContain('does not know you yet');
    expect(desk.texts('ada').join()).toContain('another workspace');
    await desk.says('dana', 'Please add me to the Finance group');
    const button = desk.button('tina', 'Approve');
    await desk.press('stan', button);
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
    expect((await auditOf(desk.app)).join()).not.toContain('approval.approved');
  });

  test('an unconfirmed address is none', async () => {
    desk = await raiseSlackDesk(mode);
    profile('stan', {
      real_name: 'Ada',
      is_email_confirmed: false,
      profile: { email: 'ada@north-msp.example' },
    });
    await desk.command('stan', 'clients');
    await desk.told('stan', 'does not know you yet');
  });

  test('the code of the first start makes one admin, once', async () => {
    desk = await raiseSlackDesk(mode, {
      desk: (file) => ({ ...file, people: [] }),
    });
    const code = (await makeClaimCode(desk.app.core)) ?? '';
    expect(code).not.toBe('');
    await desk.asks('tina', 'clients', 'There is no command "clients"');
    await desk.asks('tina', 'claim wrong', 'This code is not right');
    await desk.asks('tina', `claim ${code}`, 'You are an admin of this desk now');
    await desk.asks('tina', 'clients', 'Acme Dental');
    await desk.asks('dana', `claim ${code}`, 'has an admin already');
    await desk.asks('dana', 'clients', 'There is no command');
  });

  test("a technician of certain clients sees and decides nothing of another's", async () => {
    desk = await raiseSlackDesk(mode, {
      desk: (file) => ({
        ...file,
        people: file.people?.map((person) =>
          person.name === 'Lee Park' ? { ...person, clients: ['birch-legal'] } : person,
        ),
      }),
    });
    await desk.says('dana', 'Please add me to the Finance group');
    expect(desk.texts('lee')).toEqual([]);
    await desk.press('lee', desk.button('tina', 'Approve'));
    await desk.told('lee', 'for the technicians of Acme Dental');
    await desk.asks('lee', 'ticket 1001', 'There is no ticket 1001 for you');
    expect(await desk.asks('lee', 'tickets', 'No open tickets')).not.toContain('Dana');
    expect(await desk.asks('lee', 'activity', 'Latest activity')).not.toContain('1001');
    await desk.says('rosa', 'Please add me to the Litigation group');
    expect(desk.hasButton('lee', 'Approve')).toBe(true);
    const screens = await Promise.all(['lee', 'grace', 'rosa'].map((who) => desk.screen(who)));
    expect(screens.join()).not.toContain('Dana Reyes');
  });

  test('a removed technician loses their rights at the next click', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('dana', 'Please add me to the Finance group');
    const button = desk.button('lee', 'Approve');
    await desk.asks('ada', 'people lee.park@north-msp.example none', 'It holds from now on');
    await desk.press('lee', button);
    await desk.told('lee', 'is not yours to decide');
  });

  test('a reaction marks the message that was taken', async () => {
    desk = await raiseSlackDesk(mode);
    const said = await desk.says('dana', 'I forgot my password');
    const reactions = () =>
      desk.web.calls
        .filter(({ method, args }) => method === 'reactions.add' && args.timestamp === said.ts)
        .map(({ args }) => args.name);
    await expect.poll(reactions).toEqual(expect.arrayContaining(['eyes', 'white_check_mark']));
  });
});
