// Before the first test and after the last: one folder holds everything that a run keeps in the temporary folder, so that runs side by
// side share nothing and nothing is left. A process of its own clears up, so that it happens however the run ends, SIGKILL included.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTime } from './in-time.ts';
import { RUNNING } from './left-running.ts';

/** What a run takes: the binaries of PostgreSQL once, a database for each of a few files, and small things. */
const NEEDED_MB = 500;
const CLEARED_MS = 15_000;

/** @throws Error when the temporary folder cannot take a run */
export default function setUp(): () => Promise<void> {
  const folder = makeFolder(tmpdir(), NEEDED_MB);
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder, TMP: folder, TEST_RUN_FOLDER: folder });
  // Its input ends when this process is no more, however that came.
  const clearing = spawn(process.execPath, [join(import.meta.dirname, 'clear-up.ts'), folder], {
    stdio: ['pipe', 'ignore', 'inherit'],
    detached: true,
  });
  const cleared = new Promise<void>((resolve) => clearing.once('exit', () => resolve()));
  clearing.unref();
  const onExit = () => {
    clearing.kill('SIGTERM');
    waitUntilGone(folder);
  };
  process.once('exit', onExit);
  return async () => {
    process.off('exit', onExit);
    clearing.stdin.end('done');
    await inTime(cleared, `clearing up ${folder}`, CLEARED_MS);
  };
}

/** @throws Error when there is less room than that */
export function makeFolder(parent: string, neededMb: number): string {
  const remedy = 'Free some, or set TMPDIR to another folder.';
  const { bavail, bsize } = statfsSync(parent);
  const freeMb = Math.floor((bavail * bsize) / 1_000_000);
  if (freeMb < neededMb) {
    throw new Error(`The tests need ${neededMb} MB in ${parent}, and ${freeMb} MB are free. ${remedy}`);
  }
  const folder = mkdtempSync(join(parent, 'deskhand-'));
  // PostgreSQL runs as a user of its own when we are root.
  chmodSync(folder, 0o711);
  mkdirSync(join(folder, RUNNING));
  return folder;
}

/** Nothing can be awaited while a process exits. */
function waitUntilGone(folder: string): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (const end = Date.now() + CLEARED_MS; existsSync(folder) && Date.now() < end; ) {
    Atomics.wait(pause, 0, 0, 20);
  }
}
