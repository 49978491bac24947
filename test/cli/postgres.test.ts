// The same command line on PostgreSQL: it reads what a replica wrote, imports beside it, and never migrates.

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Check } from '../../src/cli/doctor/check.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { type StartedPostgres, startPostgres } from '../support/postgres.ts';
import { createTestDesk, DANA } from '../support/test-desk.ts';
import { deskhand, folderWith } from './run-deskhand.ts';

let started: StartedPostgres;
beforeAll(async () => {
  started = await startPostgres();
});
afterAll(async () => {
  if (started.ok) await started.server.stop();
});

async function examine(cwd: string, env: Record<string, string>) {
  const { out, err } = await deskhand(['doctor', '--json'], { cwd, env });
  expect(err).toBe('');
  return (JSON.parse(out) as { checks: Check[] }).checks.filter(({ name }) => name === 'database');
}

test('doctor, audit, export, dry-run and import', async ({ skip }) => {
  if (!started.ok) return skip(started.why);
  const url = await started.server.createDatabase();
  const shipped = readFileSync(new URL('../../src/desk/default-desk.yaml', import.meta.url), 'utf8');
  const cwd = folderWith({ 'new.yaml': shipped.replace('default_mode: execute', 'default_mode: plan') });
  const env = { DATABASE_URL: url };
  // An empty database: nothing is made by looking at it, twice.
  for (let look = 0; look < 2; look += 1)
    expect(await examine(cwd, env)).toMatchObject([
      { state: 'warning', message: expect.stringContaining('updates are made') },
    ]);
  const desk = await createTestDesk({ database: await openPostgres(url) });
  await desk.says(DANA, 'I forgot my password');
  const { seq } = await desk.app.core.audit.head();
  expect(await examine(cwd, env)).toMatchObject([{ state: 'on' }]);
  expect((await deskhand(['audit', 'verify'], { cwd, env })).out).toContain(`intact: ${seq} entries`);
  expect((await deskhand(['export'], { cwd, env })).out).toContain('default_mode: execute');
  const rehearsed = await deskhand(
    ['dry-run', '--client', 'acme-dental', '--from', DANA, '--json', 'I forgot my password'],
    { cwd, env },
  );
  expect(JSON.parse(rehearsed.out)).toMatchObject({ outcome: 'auto' });
  expect(await deskhand(['import', 'new.yaml'], { cwd, env })).toMatchObject({ code: 0, err: '' });
  expect((await desk.app.core.audit.latest(1))[0]).toMatchObject({ verb: 'desk.imported', seq: seq + 1 });
  await desk.close();
});

test('a database that does not answer is named without its password', async () => {
  const env = { DATABASE_URL: 'postgres://desk:hunter2-secret@127.0.0.1:1/desk' };
  const { code, out } = await deskhand(['doctor'], { cwd: folderWith(), env });
  expect(code).toBe(1);
  expect(out).toMatch(/^WRONG {4}database +PostgreSQL cannot be read/m);
  expect(out).not.toContain('hunter2');
});
