// `import` and `export`: the desk file in force, with and without a desk that runs.

import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Override } from '../../src/desk/overrides.ts';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { createImportSocket } from '../../src/process/import-socket.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { importDesk } from '../../src/use-cases/desk/import-desk.ts';
import { createTestDesk } from '../support/test-desk.ts';
import { deskhand, folderWith } from './run-deskhand.ts';

const SHIPPED = readFileSync(join(import.meta.dirname, '../../src/desk/default-desk.yaml'), 'utf8');
/** Looser for Birch: nobody approves a change of groups; and one technician less. */
const LOOSER = SHIPPED.replace(/\n {2}- \{ email: lee@[^\n]*/, '').replace(
  /(birch-legal[\s\S]*?add_group_member, policy: )approval_needed \}/,
  '$1auto }',
);

/** A desk in `data/` that runs, with its socket as the server opens it. */
async function running(cwd: string) {
  const path = join(cwd, 'data/deskhand.db');
  const desk = await createTestDesk({ database: openSqlite({ path, use: 'server' }) });
  const { core } = desk.app;
  const places = { configured: undefined, imported: join(cwd, 'data/imported-desk.yaml') };
  const socket = await createImportSocket({
    clock: systemClock,
    path: `${path}.sock`,
    apply: (text) => importDesk(core, text, places),
  });
  onTestFinished(async () => {
    await socket.close();
    await desk.close();
  });
  const fromChat = async (override: Override) => {
    await core.unit((work) => core.desk.write(work, override, 'ada@north-msp.example'));
    await core.desk.reload();
  };
  return { desk, core, path, fromChat };
}

test('export without a database prints the shipped desk, which reads as the same', async () => {
  const { code, out } = await deskhand(['export'], { cwd: folderWith() });
  expect(code).toBe(0);
  expect(out).toContain('# The desk as it holds now, from the shipped desk file');
  expect(parseDeskFile(out)).toEqual(parseDeskFile(SHIPPED));
});

test('export shows what chat changed, while the desk runs', async () => {
  const cwd = folderWith();
  const { fromChat } = await running(cwd);
  await fromChat({ kind: 'mode', client: 'birch-legal', mode: 'plan' });
  const { code, out } = await deskhand(['export'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('# changed in chat: clients[birch-legal].mode: "execute" -> "plan"');
  const read = parseDeskFile(out);
  expect(read.ok && read.desk.clients[1]?.mode).toBe('plan');
});

test('import into a desk that runs holds at once, clears what chat changed, and is in the audit log', async () => {
  const cwd = folderWith({ 'new.yaml': LOOSER });
  const { core, path, fromChat } = await running(cwd);
  await fromChat({ kind: 'mode', client: 'acme-dental', mode: 'plan' });
  await fromChat({ kind: 'stop', stopped: true });
  expect(statSync(`${path}.sock`).mode & 0o777).toBe(0o600);
  const { code, out, err } = await deskhand(['import', 'new.yaml'], { cwd });
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain('clients[acme-dental].mode: "plan" -> "execute"');
  expect(out).toContain('people[lee@north-msp.example]: {"email":"lee@north-msp.example"');
  expect(out).toContain(
    'This loosens:\n  the policy of add_group_member\n  Acme Dental goes from plan to execute',
  );
  expect(core.desk.staff('lee@north-msp.example')).toBeUndefined();
  expect(core.desk.modeOf('acme-dental')).toBe('execute');
  // An import is no way round the emergency stop.
  expect(core.desk.stopped).toBe(true);
  expect(out).toContain('The emergency stop is still on.');
  const [entry] = await core.audit.latest(1);
  expect(entry).toMatchObject({ verb: 'desk.imported', actor: 'system' });
  expect(entry?.text).toContain(
    'It loosens: the policy of add_group_member; Acme Dental goes from plan to execute.',
  );
  expect(readFileSync(join(cwd, 'data/imported-desk.yaml'), 'utf8')).toBe(LOOSER);
});

test('import without a desk that runs is kept, and the next start reads it', async () => {
  const cwd = folderWith({ 'new.yaml': LOOSER });
  const first = await deskhand(['import', 'new.yaml'], { cwd });
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toContain('people[lee@north-msp.example]: {"email":"lee@north-msp.example"');
  const { out } = await deskhand(['export'], { cwd });
  expect(out).toContain('from data/imported-desk.yaml');
  expect(out).not.toContain('lee@north-msp.example');
  const again = await deskhand(['import', 'new.yaml'], { cwd });
  expect(again.out).toBe('Imported. Nothing is different from before.\n');
});

test('admins of DESK_ADMINS are no difference of the file', async () => {
  const cwd = folderWith({ 'same.yaml': SHIPPED });
  const env = { DESK_ADMINS: 'zoe@north-msp.example' };
  const { out } = await deskhand(['import', 'same.yaml'], { cwd, env });
  expect(out).toBe('Imported. Nothing is different from before.\n');
});

test('a broken desk file in force does not stand in the way of the import that repairs it', async () => {
  const cwd = folderWith({ 'new.yaml': SHIPPED });
  mkdirSync(join(cwd, 'data'));
  writeFileSync(join(cwd, 'data/imported-desk.yaml'), 'msp: [');
  expect((await deskhand(['export'], { cwd })).code).toBe(1);
  const { code, err } = await deskhand(['import', 'new.yaml'], { cwd });
  expect(err).toContain('It cannot be compared with');
  expect(code).toBe(0);
  expect((await deskhand(['export'], { cwd })).code).toBe(0);
});

test.each([
  {
    name: 'form',
    text: SHIPPED.replace('    mode: execute', '    mode: excute'),
    says: 'clients[0].mode: must be one of',
  },
  {
    name: 'the sandbox connected twice',
    text: SHIPPED.replace(
      '      - { id: sandbox, kind: sandbox }\n',
      '      - { id: sandbox, kind: sandbox }\n      - { id: second, kind: sandbox }\n',
    ),
    says: 'clients[0].integrations: has the sandbox more than once',
  },
])('a desk file that is not right changes nothing: $name', async ({ text, says }) => {
  const cwd = folderWith({ 'new.yaml': text });
  const { code, out, err } = await deskhand(['import', 'new.yaml'], { cwd });
  expect(err).toContain(says);
  expect(out).toBe('');
  expect(code).toBe(1);
  expect(existsSync(join(cwd, 'data/imported-desk.yaml'))).toBe(false);
});

test('with DESK_CONFIG only that file can be imported', async () => {
  const cwd = folderWith({ 'desk.yaml': SHIPPED, 'new.yaml': LOOSER });
  const env = { DESK_CONFIG: 'desk.yaml' };
  const refused = await deskhand(['import', 'new.yaml'], { cwd, env });
  expect(refused.code).toBe(1);
  expect(refused.err).toContain('DESK_CONFIG is set to desk.yaml, and that file says something else.');
  expect((await deskhand(['import', 'desk.yaml'], { cwd, env })).code).toBe(0);
  expect(existsSync(join(cwd, 'data/imported-desk.yaml'))).toBe(false);
});

test('a desk that runs without its socket is left alone', async () => {
  const cwd = folderWith({ 'new.yaml': SHIPPED });
  const database = openSqlite({ path: join(cwd, 'data/deskhand.db'), use: 'server' });
  const { code, err } = await deskhand(['import', 'new.yaml'], { cwd });
  await database.close();
  expect(code).toBe(1);
  expect(err).toContain('Stop it, import, start it again.');
});
