// The rules of the desk, from chat: plan mode, switching it, tightening, loosening, the emergency stop, hard limits.
import { afterEach, describe, expect, test } from 'vitest';
import type { DeskFileForm } from '../../src/desk/schema.ts';
import { auditOf, personAt } from '../support/directory-state.ts';
import { DAY, MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

const groupsOfDana = async () =>
  (await personAt(desk.app, 'acme-dental', 'dana.reyes@acme-dental.example')).groups;
const inMode = (mode: 'plan' | 'execute') => (file: DeskFileForm) => ({
  ...file,
  clients: file.clients?.map((client) => ({ ...client, mode })),
});
const withOneAdmin = (file: DeskFileForm) => ({
  ...file,
  people: file.people?.filter((person) => person.name !== 'Noor Admin'),
});

describe.each(MODES)('over %s', (mode) => {
  test('in plan mode nobody is asked and nothing runs; only the note says what would', async () => {
    desk = await raiseSlackDesk(mode, { desk: inMode('plan') });
    await desk.says('dana', 'Please add me to the Finance group');
    await desk.says('dana', 'I forgot my password');
    for (const person of ['tina', 'lee', 'mia', 'ada']) expect(desk.texts(person)).toEqual([]);
    expect(desk.texts('dana').filter((text) => !text.startsWith('Got it.'))).toEqual([]);
    expect(await groupsOfDana()).not.toContain('Finance');
    await desk.asks('tina', 'ticket 1001', 'Plan mode: nothing runs and nobody is asked.');
    await desk.asks('tina', 'ticket 1002', /Reset the password/);
    expect((await auditOf(desk.app)).join()).not.toContain('run.');
  });

  test('switching to execute shows the notes, asks to confirm, and waits for a second admin', async () => {
    desk = await raiseSlackDesk(mode, { desk: inMode('plan') });
    await desk.says('dana', 'Please add me to the Finance group');
    const before = await desk.asks('ada', 'mode acme-dental execute', 'Before Acme Dental executes');
    expect(before).toContain('Ticket 1001: Add Dana Reyes to the group Finance');
    expect(desk.hasButton('noor', 'Confirm')).toBe(false);
    await desk.asks('ada', 'mode acme-dental execute confirm', 'a second admin has to confirm it');
    await desk.asks('ada', 'mode', /Acme Dental \(acme-dental\): plan/);
    await desk.clicks('ada', 'Confirm');
    await desk.told('ada', 'another admin confirms it');
    await desk.clicks('noor', 'Confirm');
    await desk.asks('ada', 'mode', /Acme Dental \(acme-dental\): execute/);
    await desk.says('dana', 'I forgot my password');
    expect(desk.texts('dana').at(-1)).toContain('Your password is reset');
    await desk.asks('ada', 'mode acme-dental plan', 'It holds from now on.');
    await desk.asks('ada', 'mode', /Acme Dental \(acme-dental\): plan/);
  });

  test('a policy is tightened at once and loosened by two', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.asks('ada', 'policy acme-dental reset_password approval_needed', 'It holds from now on.');
    await desk.says('dana', 'I forgot my password');
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
    expect(desk.hasButton('dana', 'Show temporary password')).toBe(false);
    await desk.asks('ada', 'policy acme-dental reset_password auto', 'a second admin has to confirm it');
    const stale = desk.button('noor', 'Confirm');
    await desk.press('tina', stale);
    await desk.told('tina', 'This is for admins.');
    await desk.says('sam', 'I forgot my password');
    expect(desk.hasButton('sam', 'Show temporary password')).toBe(false);
    await desk.clicks('noor', 'Withdraw');
    expect(desk.texts('ada').join()).toContain('Withdrawn by Noor Admin. Nothing changed.');
    await desk.press('noor', stale);
    await desk.told('noor', 'settled already');
    await desk.asks('ada', 'policy acme-dental reset_password auto', 'a second admin has to confirm it');
    await desk.clicks('noor', 'Confirm');
    await desk.says('claire', 'I forgot my password');
    expect(desk.hasButton('claire', 'Show temporary password')).toBe(true);
  });

  test('on a desk with one admin a loosening takes effect after a day', async () => {
    desk = await raiseSlackDesk(mode, { desk: withOneAdmin });
    await desk.asks('ada', 'policy acme-dental unlock_account auto', 'takes effect in 24 hours');
    expect(desk.hasButton('ada', 'Confirm')).toBe(false);
    await desk.move(DAY - 1);
    expect(await desk.asks('ada', 'policy acme-dental unlock_account', 'Tool policies')).not.toContain(
      'auto,',
    );
    expect(desk.hasButton('ada', 'Withdraw')).toBe(true);
    await desk.move(1);
    await desk.asks('ada', 'policy acme-dental unlock_account', 'unlock_account for Acme Dental: auto');
    expect(desk.texts('ada').join()).toContain('Took effect after a day.');
  });

  test('withdrawn within the day it never takes effect', async () => {
    desk = await raiseSlackDesk(mode, { desk: withOneAdmin });
    await desk.asks('ada', 'policy acme-dental unlock_account auto', 'takes effect in 24 hours');
    await desk.clicks('ada', 'Withdraw');
    await desk.move(2 * DAY);
    const rules = await desk.asks('ada', 'policy acme-dental unlock_account', 'Tool policies');
    expect(rules).not.toContain('unlock_account for Acme Dental: auto');
  });

  test('disabled after the approval, before the day: the step does not run', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('mia', 'Please offboard Sam Ortiz on Friday');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('paul', 'Approve');
    await desk.asks('ada', 'policy acme-dental disable_user disabled', 'It holds from now on.');
    await desk.move(5 * DAY);
    expect((await personAt(desk.app, 'acme-dental', 'sam.ortiz@acme-dental.example')).enabled).toBe(true);
    expect(desk.texts('tina').join()).toContain('Policy does not allow this any more');
    expect(desk.texts('mia').at(-1)).toContain('a technician is finishing it');
  });

  test('a client put into plan mode after the approval: nothing runs', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('mia', 'Please offboard Sam Ortiz on Friday');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('paul', 'Approve');
    await desk.asks('ada', 'mode acme-dental plan', 'It holds from now on.');
    await desk.move(5 * DAY);
    expect((await personAt(desk.app, 'acme-dental', 'sam.ortiz@acme-dental.example')).enabled).toBe(true);
  });

  test.each([
    { name: 'the administrator account', text: 'Please reset the password of it.admin@acme-dental.example' },
    { name: 'the break-glass account', text: 'Please reset the password of Break Glass' },
    { name: 'a service account', text: 'Please reset the password of Backup Service' },
    { name: 'a group that grants admin rights', text: 'Please add me to the Backup Operators group' },
  ])('$name is out of reach of every approval', async ({ text }) => {
    desk = await raiseSlackDesk(mode);
    await desk.says('mia', text);
    for (const who of ['tina', 'ada', 'paul']) expect(desk.hasButton(who, 'Approve')).toBe(false);
    expect(desk.texts('tina').join()).toContain('needs a person');
    expect(desk.texts('tina').join()).toMatch(/protected/i);
    expect(desk.texts('mia').join()).toContain('A technician is taking this over');
    expect((await auditOf(desk.app)).join()).not.toContain('step.');
  });

  test('the emergency stop holds every run at once; two admins let it go on', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('dana', 'Please add me to the Finance group');
    await desk.asks('ada', 'stop', 'No step of any plan starts until "resume"');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('mia', 'Approve');
    await desk.says('sam', 'I forgot my password');
    await desk.move(60_000);
    expect(await groupsOfDana()).not.toContain('Finance');
    expect(desk.hasButton('sam', 'Show temporary password')).toBe(false);
    await desk.asks('ada', 'stop', 'stopped already');
    await desk.asks('tina', 'resume', 'There is no command');
    await desk.asks('ada', 'resume', 'a second admin has to confirm it');
    await desk.move(60_000);
    expect(await groupsOfDana()).not.toContain('Finance');
    await desk.clicks('noor', 'Confirm');
    await desk.move(60_000);
    expect(await groupsOfDana()).toContain('Finance');
    expect(desk.hasButton('sam', 'Show temporary password')).toBe(true);
  });
});
