// Which programs the tests have started and not ended yet: a file each in the run's folder, named with the process id, from which
// clear-up.ts ends what a run that was broken off has left.
import type { ChildProcess } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const RUNNING = 'running';

export function noteUntilEnded(child: ChildProcess): void {
  const run = process.env.TEST_RUN_FOLDER;
  if (!run || child.pid === undefined) return;
  const file = join(run, RUNNING, String(child.pid));
  try {
    writeFileSync(file, '');
  } catch {
    // The run has been broken off and cleared up: this came too late.
    child.kill('SIGKILL');
  }
  child.once('exit', () => rmSync(file, { force: true }));
}
