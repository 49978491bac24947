// Clears up after a test run, in a process of its own (`node clear-up.ts FOLDER`): waits until the run tells it or is gone, ends what
// still runs, removes the run's folder.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RUNNING } from './left-running.ts';

const PATIENCE_MS = 5000;
const folder = process.argv[2] ?? '';

let begun = false;
process.stdin.resume().once('end', clearUp).once('error', clearUp);
process.once('SIGTERM', clearUp);
// Ctrl+C is for the run; this one is needed afterwards.
process.on('SIGINT', () => {});

async function clearUp(): Promise<void> {
  if (begun) return;
  begun = true;
  const left = pidsIn(join(folder, RUNNING));
  for (const pid of left) send(pid, 'SIGINT');
  for (const end = Date.now() + PATIENCE_MS; left.some(isAlive) && Date.now() < end; ) await turn();
  for (const pid of left) send(pid, 'SIGKILL');
  // Somebody may still write while it is removed.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  process.exit();
}

function pidsIn(path: string): readonly number[] {
  return existsSync(path) ? readdirSync(path).map(Number) : [];
}

const isAlive = (pid: number) => send(pid, 0);

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));
