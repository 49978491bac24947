// The demonstration runs by itself, ends well, and shows no password.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createNarrator } from '../src/demo/narrator.ts';
import { TEMPORARY_PASSWORD } from '../src/secrets/temporary-password.ts';
import { startProgram } from './support/start-program.ts';

test('tells the whole story, exits 0, shows no password, leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-demo-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const demo = join(import.meta.dirname, '../src/demo.ts');
  const { code, out, err } = await startProgram([demo], { cwd: folder, env: { TMPDIR: folder } }).ended;
  expect(err).toBe('');
  expect(code).toBe(0);
  const claims = out.match(/^ {2}=> /gm)?.length;
  expect(claims).toBeGreaterThan(15);
  expect(out).toContain(`All ${claims} checks held.`);
  for (const chapter of [1, 2, 3, 4, 5, 6]) expect(out).toMatch(new RegExp(`^${chapter}\\. `, 'm'));
  expect(out).toContain('[shown once to Dana, never logged]');
  expect(out.match(TEMPORARY_PASSWORD)).toBeNull();
  expect(readdirSync(folder).filter((name) => name.startsWith('deskhand'))).toEqual([]);
}, 60_000);

test('a claim that does not hold ends the story', () => {
  const lines: string[] = [];
  const tell = createNarrator((line) => lines.push(line));
  tell.claim('one', true);
  expect(() => tell.claim('two', false)).toThrow('This does not hold: two');
  expect(tell.claims).toBe(1);
  expect(tell.printed).toContain('=> one');
});
