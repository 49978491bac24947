// A canary in every place where a secret can stand, through whole stories: nothing of it in any byte of the database, in
// any message, in the log, or in anything that a planner is given.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { carriesIdsAlone } from '../../cards/action.ts';
import { readConfig } from '../../src/config.ts';
import { createEmbeddedPlanner } from '../../src/planning/embedded/embedded-planner.ts';
import type { Planner } from '../../src/planning/planner.ts';
import { secretsOfConfig } from '../../src/process/secrets-of-config.ts';
import { createRedactor, maskedLog } from '../../src/secrets/redactor.ts';
import { type BadgeSystem, plansBadges, startBadgeSystem } from '../support/badge-system.ts';
import { raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

const VAULT = 'canary vault plainwords';
const ROTATED = 'canary rotated plainwords';
const MODEL = 'canarymodelkeyplain';
const TYPED = ['hunter2-canary', 'Canary#2027', 'canary in quotes'];

let desk: SlackDesk;
let badges: BadgeSystem | undefined;
let folder: string | undefined;
afterEach(async () => {
  await desk?.close();
  await badges?.stop();
  badges = undefined;
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Everything that a planner is given and reads, as text. */
function recording(inner: Planner, heard: string[]): Planner {
  return {
    plan: async (request, reads, writes, signal) => {
      heard.push(JSON.stringify({ request, offered: reads.offered, writes }));
      const call: typeof reads.call = async (tool, args) => {
        const result = await reads.call(tool, args);
        heard.push(JSON.stringify(result));
        return result;
      };
      for (const tool of ['find_groups', 'find_people', 'find_apps']) {
        for (const key of ['query', 'text', 'name'])
          for (const word of ['a', 'Dana Reyes']) await call(tool, { [key]: word }).catch(() => {});
      }
      return inner.plan(request, { ...reads, call }, writes, signal);
    },
  };
}

function places(heard: readonly string[]): readonly (readonly [string, string])[] {
  const files = readdirSync(desk.folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.startsWith('desk.db'))
    .map((file) => [file.name, readFileSync(join(file.parentPath, file.name), 'latin1')] as const);
  return [
    ...files,
    ['log', desk.log.join('\n')],
    ['planner', heard.join('\n')],
    ...desk.web.calls.map(({ method, args }) => [method, JSON.stringify(args)] as const),
  ];
}

function found(value: string, heard: readonly string[]): readonly string[] {
  const forms = [value, encodeURIComponent(value), Buffer.from(value).toString('base64').replace(/=+$/, '')];
  return places(heard)
    .filter(([, text]) => forms.some((form) => text.includes(form)))
    .map(([place]) => place);
}

async function setSecret(name: string, value: string): Promise<void> {
  await desk.command('ada', `secret set ${name} acme-dental`);
  await desk.modal('ada', name);
  await desk.submits('ada', { value });
}

test('the search finds what is there, in all three places', async () => {
  const heard: string[] = [];
  desk = await raiseSlackDesk('http', { planner: recording(createEmbeddedPlanner(), heard) });
  await desk.says('dana', 'please add me to the Finance group, canary-word-1234');
  expect(found('canary-word-1234', heard)).toContain('planner');
  expect(found('canary-word-1234', heard)).toContain('chat.postMessage');
  expect(found('canary-word-1234', heard).some((place) => place.startsWith('desk.db'))).toBe(true);
});

test('secrets in messages, commands, forms, edits and hints', async () => {
  const heard: string[] = [];
  desk = await raiseSlackDesk('http', {
    planner: recording(createEmbeddedPlanner(), heard),
    env: { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_API_KEY: MODEL, OPENAI_MODEL: 'none' },
  });
  await setSecret('RMM_TOKEN', VAULT);
  await setSecret('RMM_TOKEN', ROTATED);
  const told = `my password is ${TYPED[0]}, before it the password was "${TYPED[1]}", the key ${VAULT} or ${ROTATED} or ${MODEL} or xoxb-deskhand-1`;
  const said = await desk.says('dana', 'Please add me to the Finance group');
  await desk.says('dana', told, { under: said });
  expect(desk.texts('dana').join('\n')).toContain('I hid what looks like a password');
  await desk.says('dana', `password: "${TYPED[2]}"`, { under: said });
  await desk.edits(said, `Please add me to the Newsletter group. Password=${TYPED[1]} ${MODEL}`);
  for (const text of [
    `note 1001 the password is ${TYPED[0]}`,
    `reply 1001 use ${VAULT} and password: ${TYPED[1]}`,
    `plan 1001 with ${ROTATED}`,
    `release 1001 token=${TYPED[0]}`,
  ])
    await desk.command('tina', text);
  await desk.command('ada', `secret set RMM_TOKEN ${TYPED[0]}`);
  await desk.says('ada', `secret set RMM_TOKEN acme-dental ${TYPED[1]}`);
  await desk.says('mia', 'Please add me to the Newsletter group');
  await desk.clicks('tina', 'Deny');
  await desk.modal('tina', 'Deny');
  await desk.submits('tina', { reason: `because ${ROTATED}, pwd: ${TYPED[1]}`, tell: 'true' });
  await desk.asks('tina', 'ticket 1001', 'my password is [hidden]');
  const told2 = desk.texts('dana').filter((text) => text.includes('I hid what looks like'));
  expect(told2).toHaveLength(1);
  for (const value of [...TYPED, VAULT, ROTATED, MODEL, 'xoxb-deskhand-1'])
    expect([value, found(value, heard)]).toEqual([value, []]);
});

test('what systems say: a read, a name, a refusal, an outcome', async () => {
  const shipped = readFileSync('src/integrations/sandbox/sandbox.yaml', 'utf8');
  folder = mkdtempSync(join(tmpdir(), 'canaries-'));
  const file = join(folder, 'sandbox.yaml');
  writeFileSync(file, shipped.replaceAll('title: Receptionist', `title: "Password: hunter2 ${VAULT}"`));
  badges = await startBadgeSystem();
  const heard: string[] = [];
  desk = await raiseSlackDesk('http', {
    desk: badges.desk,
    planner: recording(plansBadges('North', VAULT), heard),
    env: { SANDBOX_FILE: file },
  });
  await setSecret('BADGE_KEY', VAULT);
  badges.answers = ['echo'];
  await desk.says('dana', 'my badge does not work');
  await desk.clicks('tina', 'Approve');
  expect(badges.keys).toEqual([`Bearer ${VAULT}`]);
  expect(desk.texts('tina').at(-1)).toContain('stopped half way');
  expect(heard.join('\n')).toContain('Password: [hidden] [hidden]');
  expect(found(VAULT, heard)).toEqual([]);
  expect(found('hunter2', heard).filter((place) => !place.startsWith('desk.db'))).toEqual([]);
});

describe('what the redactor knows', () => {
  test('every secret of the environment', () => {
    const env = {
      DESK_SECRET_KEY: 'canary-passphrase-long-enough',
      DATABASE_URL: 'postgres://desk:canary%21db@127.0.0.1/desk',
      SLACK_MODE: 'socket',
      SLACK_BOT_TOKEN: 'xoxb-canary',
      SLACK_APP_TOKEN: 'xapp-canary',
      TEAMS_APP_ID: '00000000-0000-0000-0000-000000000001',
      TEAMS_APP_PASSWORD: 'canary-teams',
      TEAMS_TENANT_ID: '00000000-0000-0000-0000-000000000002',
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      OPENAI_API_KEY: 'canary-model',
      OPENAI_MODEL: 'none',
    };
    const read = readConfig(env);
    if (!read.ok) throw new Error(read.problems.join('\n'));
    const http = readConfig({ ...env, SLACK_MODE: 'http', SLACK_SIGNING_SECRET: 'canary-signing' });
    if (!http.ok) throw new Error(http.problems.join('\n'));
    const known = [...secretsOfConfig(read.config), ...secretsOfConfig(http.config)];
    for (const value of [
      'canary-passphrase-long-enough',
      'canary!db',
      'xoxb-canary',
      'xapp-canary',
      'canary-signing',
      'canary-teams',
      'canary-model',
    ])
      expect(known).toContain(value);
  });

  test('a log line, its fields and its errors', () => {
    const redactor = createRedactor(carriesIdsAlone);
    redactor.learn(['plain words canary']);
    const lines: unknown[] = [];
    const keep = (fields: object, message: string) => lines.push(fields, message);
    const log = maskedLog({ debug: keep, info: keep, warn: keep, error: keep }, redactor);
    log.error(
      { error: new Error('plain words canary'), deep: [{ a: 'plain words canary' }] },
      'plain words canary',
    );
    expect(lines).toEqual([{ error: '[hidden]', deep: [{ a: '[hidden]' }] }, '[hidden]']);
  });

  test('a button keeps what it carries, and dates and numbers stay', () => {
    const redactor = createRedactor(carriesIdsAlone, ['0195-a1-secret']);
    const at = new Date(0);
    const card = {
      title: '0195-a1-secret',
      buttons: [{ action: { type: 'approval.approve', approvalId: '0195-a1-secret' } }],
      at,
      n: 3,
    };
    expect(redactor.value(card)).toEqual({ ...card, title: '[hidden]' });
  });

  test('what a system answers is masked whatever its fields are called', () => {
    const redactor = createRedactor(carriesIdsAlone, ['canary-value-1']);
    const answer = {
      action: 'canary-value-1',
      deep: { action: { type: 'x', note: 'canary-value-1' } },
      'canary-value-1': 1,
    };
    expect(JSON.stringify(redactor.value(answer))).not.toContain('canary-value-1');
  });
});
