// Removes one guard after the other from a copy of the project and runs the hostile-model suite on it; every one has to make it
// red. Run by .ci/run: `node test/hostile/run-mutations.ts [PART OF A GUARD'S NAME]`. Exits 1 if a removed guard is not missed.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUTATIONS, type Mutation } from './mutations.ts';

const ROOT = join(import.meta.dirname, '../..');
const PARTS = [
  'src',
  'adapters',
  'cards',
  'migrations',
  'test',
  'workflows',
  'package.json',
  'vitest.config.ts',
  'tsconfig.json',
];
const SUITE = 'test/hostile/compromised-model.test.ts';
/** Many times what it takes: a removed guard may also make it wait for ever, which is told as broken. */
const SUITE_MS = 10 * 60_000;

const copy = mkdtempSync(join(tmpdir(), 'deskhand-mutations-'));
process.once('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

const wanted = MUTATIONS.filter(({ guard }) => guard.includes(process.argv[2] ?? ''));
const missed: string[] = [];
say('none removed', 'green', run());
for (const mutation of wanted) {
  apply(mutation);
  say(mutation.guard, 'red', run());
  for (const { file } of mutation.edits) cpSync(join(ROOT, file), join(copy, file));
}
process.stdout.write(`${wanted.length + 1 - missed.length} as expected, ${missed.length} not\n`);
process.exitCode = missed.length === 0 ? 0 : 1;

function apply({ guard, edits }: Mutation): void {
  for (const { file, find, replace } of edits) {
    const text = readFileSync(join(copy, file), 'utf8');
    if (!text.includes(find)) throw new Error(`${guard}: ${file} does not hold: ${find}`);
    writeFileSync(
      join(copy, file),
      text.replace(find, () => replace),
    );
  }
}

/** `red` only if a judgement failed; a suite that cannot run at all shows nothing. */
function run(): 'green' | 'red' | 'broken' {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, 'node_modules/vitest/vitest.mjs'), 'run', SUITE, '--bail', '1'],
    { cwd: copy, encoding: 'utf8', timeout: SUITE_MS, env: { ...process.env, NO_COLOR: '1' } },
  );
  if (status === 0) return 'green';
  return /expected \[ .* \] to deeply equal \[\]/.test(stdout + stderr) ? 'red' : 'broken';
}

function say(guard: string, expected: string, result: string): void {
  if (result !== expected) missed.push(guard);
  process.stdout.write(`${result === expected ? 'ok ' : 'NOT'}  ${guard}: ${result}\n`);
}
