// Values that may stand nowhere in the clear: looked for in the database files, the log, everything that Slack got, the
// notes and the audit entries. A temporary password may be in one modal of one person and in nothing else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type BadgeSystem, plansBadges, startBadgeSystem } from '../support/badge-system.ts';
import { passwordIn } from '../support/password-in.ts';
import { MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
let badges: BadgeSystem | undefined;
afterEach(async () => {
  await desk.close();
  await badges?.stop();
  badges = undefined;
});

/** As it is, and in the forms in which it could hide. */
function formsOf(value: string): readonly string[] {
  return [
    value,
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
    Buffer.from(value).toString('hex'),
  ];
}

/** Where the value was found. */
async function findings(value: string): Promise<readonly string[]> {
  const places: [string, string][] = [['log', desk.log.join('\n')]];
  for (const file of readdirSync(desk.folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    const path = join(file.parentPath, file.name);
    places.push([`file ${file.name}`, readFileSync(path, 'latin1')]);
  }
  for (const { method, args } of desk.web.calls) places.push([method, JSON.stringify(args)]);
  for (const who of ['dana', 'mia', 'tina', 'lee', 'ada', 'noor']) places.push([who, await desk.screen(who)]);
  for (const entry of await desk.app.core.audit.latest(500)) places.push(['audit', JSON.stringify(entry)]);
  return places
    .filter(([, text]) =>
      formsOf(value).some((form) => text.includes(form) || text.includes(JSON.stringify(form).slice(1, -1))),
    )
    .map(([place]) => place);
}

test('the search finds what is there', async () => {
  desk = await raiseSlackDesk('http');
  await desk.says('dana', 'please add me to the Finance group, canary-word-1234');
  const places = await findings('canary-word-1234');
  expect(places).toContain('tina');
  expect(places.some((place) => place.startsWith('file desk.db'))).toBe(true);
});

describe.each(MODES)('over %s', (mode) => {
  test('a temporary password is in one modal, and in nothing else before and after', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('dana', 'I forgot my password');
    await desk.clicks('dana', 'Show temporary password');
    const password = passwordIn(await desk.modal('dana', 'Temporary password'));
    await desk.asks('tina', 'ticket 1001', 'Ticket 1001');
    await desk.asks('tina', 'activity', 'opened the temporary password');
    expect(password.length).toBeGreaterThanOrEqual(14);
    expect(await findings(password)).toEqual(['views.open']);
  });

  test('a password for somebody else reaches its recipient alone', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('mia', 'Please reset the password of Dana Reyes');
    await desk.clicks('tina', 'Approve');
    if (desk.hasButton('paul', 'Approve')) await desk.clicks('paul', 'Approve');
    const holder = ['dana', 'mia'].find((who) => desk.hasButton(who, 'Show temporary password')) ?? '';
    expect(holder).not.toBe('');
    for (const other of ['tina', 'lee', 'ada'])
      expect(desk.hasButton(other, 'Show temporary password')).toBe(false);
    await desk.clicks(holder, 'Show temporary password');
    const password = passwordIn(await desk.modal(holder, 'Temporary password'));
    expect(await findings(password)).toEqual(['views.open']);
  });

  test('a secret is set in a modal, used by a tool that says it back, and stands nowhere', async () => {
    badges = await startBadgeSystem();
    desk = await raiseSlackDesk(mode, { desk: badges.desk, planner: plansBadges('North') });
    await desk.command('ada', 'secret set BADGE_KEY acme-dental');
    expect(await desk.modal('ada', 'BADGE_KEY')).not.toContain('initial_value');
    expect(await desk.submits('ada', { value: '' })).toEqual({ value: 'Please give the value.' });
    const canary = 'canary-9f3b"\\quoted-7d21c0';
    await desk.submits('ada', { value: canary });
    await desk.told('ada', 'BADGE_KEY is in the vault.');
    badges.answers = ['echo'];
    await desk.says('dana', 'my badge does not work');
    await desk.clicks('tina', 'Approve');
    expect(badges.keys).toEqual([`Bearer ${canary}`]);
    expect(desk.texts('tina').at(-1)).toContain('stopped half way');
    await desk.asks('tina', 'ticket 1001', 'Ticket 1001');
    await desk.asks('ada', 'secret', 'BADGE_KEY (acme-dental)');
    await desk.asks('ada', 'audit', 'intact');
    expect(await findings(canary)).toEqual([]);
    await desk.asks('ada', 'secret remove BADGE_KEY acme-dental', 'is removed');
    await desk.asks('ada', 'secret', 'The vault is empty');
  });

  test('the tokens and the key of the settings stand in no file, log or message', async () => {
    desk = await raiseSlackDesk(mode);
    await desk.says('dana', 'I forgot my password');
    for (const value of ['xoxb-deskhand', 'xapp-deskhand', 'test-signing-secret'])
      expect(await findings(value)).toEqual([]);
    expect(await findings(Buffer.alloc(32, 7).toString('latin1'))).toEqual([]);
  });
});
