// What a test run owes its machine: nothing stays in the temporary folder or running, nothing waits for ever, and where something
// cannot be had, that is said.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { inTime } from './support/in-time.ts';
import { startPostgres } from './support/postgres.ts';
import { layOutPostgres, openForAll } from './support/postgres-binaries.ts';
import { startProgram } from './support/start-program.ts';
import { makeFolder } from './support/whole-run.ts';

const CLEAR_UP = join(import.meta.dirname, 'support/clear-up.ts');

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'deskhand-run-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

test.each([
  { name: 'that ends when it is asked', script: '' },
  { name: 'that does not', script: 'process.on("SIGINT", () => {});' },
])(
  'when a run is gone, a program it left is ended, $name, and its folder removed',
  async ({ script }) => {
    const run = folder();
    const left = startProgram(['-e', `${script} setInterval(() => {}, 1000); console.log('ready');`]);
    await left.says(/ready/);
    mkdirSync(join(run, 'running'));
    writeFileSync(join(run, 'running', String(left.pid)), '');
    // Its input ends at once, as that of a run does that was killed.
    expect(await startProgram([CLEAR_UP, run]).ended).toMatchObject({ code: 0, err: '' });
    expect((await left.ended).signal).toMatch(/SIGINT|SIGKILL/);
    expect(existsSync(run)).toBe(false);
  },
  30_000,
);

test('a temporary folder without room is named, with the remedy', () => {
  expect(() => makeFolder(tmpdir(), Number.MAX_VALUE)).toThrow(/MB in .*, and \d+ MB are free\. .*TMPDIR/);
});

test('a wait ends, and says for what', async () => {
  await expect(inTime(new Promise(() => {}), 'the end of time', 1)).rejects.toThrow('the end of time');
});

test.skipIf(process.platform === 'win32')(
  'another user can read and run PostgreSQL, wherever the project lies',
  ({ skip }) => {
    let binaries = '';
    try {
      binaries = layOutPostgres();
    } catch {
      skip('there is no PostgreSQL for this machine');
    }
    expect(statSync(join(binaries, 'bin/postgres')).mode & 0o777).toBe(0o755);
    for (let at = binaries; at !== join(tmpdir(), '..'); at = join(at, '..')) {
      expect(statSync(at).mode & 0o001, at).toBe(1);
    }
  },
);

test.skipIf(process.platform === 'win32').each([
  { name: 'cannot be started', initdb: undefined, postgres: '', says: /ENOENT/ },
  { name: 'cannot make its files', initdb: 'echo no room >&2; exit 3', postgres: '', says: /3: no room/ },
  { name: 'ends at its start', initdb: 'exit 0', postgres: 'echo so not >&2; exit 1', says: /so not/ },
  {
    name: 'never comes up',
    initdb: 'exit 0',
    postgres: 'exec sleep 600',
    says: /not within 0.5 s: the start/,
  },
])('a PostgreSQL that $name is told with its reason', async ({ initdb, postgres, says }) => {
  const made = folder();
  const bin = join(made, 'bin');
  mkdirSync(bin);
  for (const [name, text] of Object.entries({ initdb, postgres })) {
    if (text !== undefined) writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
  }
  openForAll(made);
  const started = await startPostgres(() => made, 500);
  expect(started).toMatchObject({ ok: false, why: expect.stringMatching(says) });
});
