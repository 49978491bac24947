// `dry-run`: every outcome, and that nothing is written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createTestDesk, DANA } from '../support/test-desk.ts';
import { deskhand, folderWith } from './run-deskhand.ts';

const SHIPPED = readFileSync(join(import.meta.dirname, '../../src/desk/default-desk.yaml'), 'utf8');

async function rehearse(
  text: string,
  options: { cwd?: string; env?: Record<string, string>; from?: string } = {},
) {
  const args = ['dry-run', '--client', 'acme-dental', '--from', options.from ?? DANA, '--json', text];
  const ran = await deskhand(args, { cwd: options.cwd ?? folderWith(), env: options.env ?? {} });
  expect(ran.err).toBe('');
  expect(ran.code).toBe(0);
  return JSON.parse(ran.out) as Record<string, unknown> & { steps: Record<string, unknown>[] };
}

test('a step that policy lets run at once', async () => {
  const found = await rehearse('I forgot my password');
  expect(found).toMatchObject({
    client: 'acme-dental',
    from: DANA,
    outcome: 'auto',
    mode: 'execute',
    workflows: ['reset-password'],
    steps: [
      {
        tool: 'reset_password',
        sentence: 'Reset the password of Dana Reyes',
        effect: 'auto',
        manager: false,
      },
    ],
    reply: expect.stringContaining('Your password is reset'),
  });
  expect(found.steps[0]!.why).toContain('reset_password is auto');
  expect(found).not.toHaveProperty('manager');
});

test('a step that needs a technician and the manager, and who they are', async () => {
  expect(await rehearse('Please add me to the Finance group')).toMatchObject({
    outcome: 'approval_needed',
    steps: [{ tool: 'add_group_member', effect: 'approval_needed', manager: true }],
    manager: 'Mia Fontaine <mia.fontaine@acme-dental.example>',
    approvers: ['Ada Admin', 'Noor Admin', 'Tina Technician', 'Lee Park'],
  });
});

test.each([
  { name: 'a question back', text: 'Please add me to a group', outcome: 'question', says: /\?/ },
  { name: 'an answer from a document', text: 'How do I connect to the VPN?', outcome: 'answer', says: /VPN/ },
  {
    name: 'nothing that fits',
    text: 'The coffee machine is on fire',
    outcome: 'hand_off',
    says: /No workflow/,
  },
  { name: 'small talk', text: 'hello', outcome: 'answer', says: /opens no ticket/ },
])('$name', async ({ text, outcome, says }) => {
  const found = await rehearse(text);
  expect(found.outcome).toBe(outcome);
  expect(found.text).toMatch(says);
});

test('a step that policy forbids', async () => {
  const text = SHIPPED.replace(
    'policies: []',
    'policies: [{ tool: reset_password, policy: disabled, locked: true }]',
  );
  const cwd = folderWith({ 'desk.yaml': text });
  expect(await rehearse('I forgot my password', { cwd, env: { DESK_CONFIG: 'desk.yaml' } })).toMatchObject({
    outcome: 'refused',
    steps: [{ tool: 'reset_password', effect: 'disabled' }],
    text: expect.stringContaining('reset_password is disabled'),
  });
});

test('two wishes in one message are two plans', async () => {
  const found = await rehearse('Please reset my password. Also add me to the Newsletter group.');
  expect(found).toMatchObject({ outcome: 'auto', more: [{ outcome: 'approval_needed' }] });
});

test('in words', async () => {
  const args = ['dry-run', '--client', 'acme-dental', '--from', DANA, 'Please add me to the Finance group'];
  const { out } = await deskhand(args, { cwd: folderWith() });
  expect(out).toContain('Outcome: waits for approval\n');
  expect(out).toContain('1. Add Dana Reyes to the group Finance\n   approval needed with the manager: ');
  expect(out).toContain('Manager who has to approve: Mia Fontaine');
});

test.each([
  {
    name: 'nobody of that address',
    args: ['acme-dental', 'dana.reye@acme-dental.example'],
    says: 'Did you mean dana.reyes@',
  },
  {
    name: 'somebody of another client',
    args: ['birch-legal', DANA],
    says: 'Nobody in the directory of Birch Legal',
  },
  { name: 'a client that is not there', args: ['acme-dentl', DANA], says: 'Did you mean acme-dental?' },
])('refuses $name', async ({ args, says }) => {
  const [client, from] = args as [string, string];
  const { code, err, out } = await deskhand(['dry-run', '--client', client, '--from', from, 'hello'], {
    cwd: folderWith(),
  });
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain(says);
});

test('uses what chat changed, while the desk runs, and writes nothing anywhere', async () => {
  const cwd = folderWith();
  const path = join(cwd, 'data/deskhand.db');
  const desk = await createTestDesk({ database: openSqlite({ path, use: 'server' }) });
  const { core } = desk.app;
  const override = { kind: 'mode', client: 'acme-dental', mode: 'plan' } as const;
  await core.unit((work) => core.desk.write(work, override, 'ada'));
  const before = await core.audit.head();
  expect(await rehearse('I forgot my password', { cwd })).toMatchObject({ outcome: 'auto', mode: 'plan' });
  expect(await core.audit.head()).toEqual(before);
  expect(
    await core.systems('acme-dental').directory?.findPeople(DANA, AbortSignal.timeout(5000)),
  ).toHaveLength(1);
  await desk.close();
  const empty = folderWith();
  await rehearse('I forgot my password', { cwd: empty });
  expect(readdirSync(empty)).toEqual([]);
});

test('a list of approvers is heeded', async () => {
  const text = SHIPPED.replace(
    '    mode: execute\n',
    '    mode: execute\n    approvers: [lee@north-msp.example]\n',
  );
  expect(parseDeskFile(text).ok).toBe(true);
  const cwd = folderWith({ 'desk.yaml': text });
  const found = await rehearse('Please add me to the Newsletter group', {
    cwd,
    env: { DESK_CONFIG: 'desk.yaml' },
  });
  expect(found.approvers).toEqual(['Lee Park']);
});
