// `audit verify` and `audit export`, on a log that the app has written.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createHeadWriter, headFilesBeside } from '../../src/audit/heads.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createTestDesk, DANA } from '../support/test-desk.ts';
import { deskhand, folderWith } from './run-deskhand.ts';

/** A folder with a database that has a story in its log, and the signed head of it. */
async function written(options: { heads?: boolean } = {}) {
  const cwd = folderWith();
  const path = join(cwd, 'data/deskhand.db');
  const desk = await createTestDesk({ database: openSqlite({ path, use: 'server' }) });
  await desk.says(DANA, 'I forgot my password');
  await desk.says(DANA, 'Please add me to the Newsletter group');
  const { seq } = await desk.app.core.audit.head();
  if (options.heads !== false) {
    const files = headFilesBeside(join(cwd, 'data/deskhand.key'));
    await createHeadWriter(desk.app.core.audit, files).write(desk.clock.now());
  }
  await desk.close();
  return { cwd, path, seq };
}

/** As somebody with the file in hands would do it. */
function tamper(path: string, query: string): void {
  const file = new Sqlite(path);
  file.exec(query);
  file.close();
}

test('the log of the desk is intact, with its signed head', async () => {
  const { cwd, seq } = await written();
  const { code, out } = await deskhand(['audit', 'verify'], { cwd });
  expect(out).toContain(`intact: ${seq} entries`);
  expect(out).toContain('1 signed head fits.');
  expect(code).toBe(0);
});

test('without signed heads it says what cannot be seen', async () => {
  const { cwd } = await written({ heads: false });
  const { code, out } = await deskhand(['audit', 'verify'], { cwd });
  expect(code).toBe(0);
  expect(out).toContain('a cut tail would not show');
});

test.each([
  { name: 'words', query: "update audit_words set text = 'x' where seq = 3", bad: 3 },
  { name: 'an actor', query: "update audit set actor = 'system2' where seq = 2", bad: 2 },
  { name: 'an entry gone', query: 'delete from audit where seq = 4', bad: 4 },
])('the first bad entry is named: $name', async ({ query, bad }) => {
  const { cwd, path } = await written();
  tamper(path, query);
  const { code, err } = await deskhand(['audit', 'verify'], { cwd });
  expect(err).toContain(`First bad entry: ${bad}:`);
  expect(code).toBe(1);
});

test('a tail that was cut shows against the signed head', async () => {
  const { cwd, path, seq } = await written();
  tamper(path, `delete from audit where seq = ${seq}`);
  const { code, err } = await deskhand(['audit', 'verify'], { cwd });
  expect(err).toContain(`First bad entry: ${seq}:`);
  expect(err).toContain('the tail was cut');
  expect(code).toBe(1);
});

test('a desk that was never started has no log', async () => {
  const { code, err } = await deskhand(['audit', 'verify'], { cwd: folderWith() });
  expect(code).toBe(1);
  expect(err).toContain('There is no database');
});

test('a copy is checked anywhere, a changed byte and a cut tail are named', async () => {
  const { cwd, seq } = await written();
  expect((await deskhand(['audit', 'export', 'copy.jsonl'], { cwd })).out).toContain(`holds ${seq} entries`);
  const copy = join(cwd, 'copy.jsonl');
  const whole = readFileSync(copy, 'utf8');
  expect(Object.keys(JSON.parse(whole.split('\n')[0]!))).toEqual([
    'seq',
    'at',
    'actor',
    'verb',
    'subject',
    'clientId',
    'digest',
    'prev',
    'hash',
    'text',
  ]);
  rmSync(join(cwd, 'data'), { recursive: true });
  const verify = () => deskhand(['audit', 'verify', 'copy.jsonl'], { cwd });
  expect(await verify()).toMatchObject({ code: 0, err: '' });
  writeFileSync(copy, whole.replace('"text":"', '"text":"x'));
  expect(await verify()).toMatchObject({
    code: 1,
    err: expect.stringContaining('First bad entry: 1: its words'),
  });
  const lines = whole.trimEnd().split('\n');
  writeFileSync(copy, `${[...lines.slice(0, 3), '{"seq":4', ...lines.slice(4)].join('\n')}\n`);
  expect(await verify()).toMatchObject({
    code: 1,
    err: expect.stringContaining('First bad entry: 4: it is not JSON'),
  });
  writeFileSync(copy, lines.slice(0, -1).join('\n'));
  expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining(`First bad entry: ${seq}:`) });
  // Another spelling of the same moment is a changed byte as well.
  writeFileSync(copy, whole.replace('.000Z"', 'Z"'));
  expect(await verify()).toMatchObject({ code: 1, err: expect.stringContaining('First bad entry: 1:') });
});
