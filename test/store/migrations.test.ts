// The migrations are those of the tables: generating them again finds nothing to add, for both databases.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const KIT = join(ROOT, 'node_modules/drizzle-kit/bin.cjs');
const DIALECTS = [
  { name: 'sqlite', dialect: 'sqlite' },
  { name: 'postgres', dialect: 'postgresql' },
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(KIT))(`migrations${existsSync(KIT) ? '' : ' (skipped: no drizzle-kit)'}`, () => {
  test.each(DIALECTS)('of $name are up to date with the tables', ({ name, dialect }) => {
    const copy = join(folder, name);
    cpSync(join(ROOT, 'migrations', name), copy, { recursive: true });
    generate(name, dialect, copy);
    expect(filesOf(copy), `run "npm run db:generate:${name}" and commit what it writes`).toEqual(
      filesOf(join(ROOT, 'migrations', name)),
    );
  });

  test.each(DIALECTS)('of $name: an empty folder is filled, so that the check above can fail', (entry) => {
    const empty = join(folder, entry.name);
    generate(entry.name, entry.dialect, empty);
    expect(filesOf(empty).filter((file) => file.endsWith('.sql'))).toHaveLength(1);
  });
});

function generate(name: string, dialect: string, out: string): void {
  const schema = `src/store/schema.${name}.ts`;
  // drizzle-kit takes `--out` as relative to where it runs, whatever it begins with.
  const args = [KIT, 'generate', '--dialect', dialect, '--schema', schema, '--out', relative(ROOT, out)];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: 'pipe', timeout: 60_000 });
}

function filesOf(path: string): readonly string[] {
  return readdirSync(path, { recursive: true }).map(String).toSorted();
}
