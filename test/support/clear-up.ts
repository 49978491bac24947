// Clears up after a test run, in a process of its own (`node clear-up.ts FOLDER`): ends what still runs and removes the run's folder,
// when the run says that it is done, or else when it is gone.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { RUNNING } from './left-running.ts';

const PATIENCE_MS = 5000;
/** How long the workers of a run that was broken off may live on. */
const WORKERS_MS = 1500;
const folder = process.argv[2] ?? '';

let done = false;
const gone = new Promise<void>((resolve) => {
  process.stdin.once('data', () => {
    done = true;
  });
  process.stdin.once('end', resolve).once('error', resolve).resume();
});
const told = new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()));
// Ctrl+C is for the run; this one is needed afterwards.
process.on('SIGINT', () => {});

await Promise.race([gone, told]);
await clearUp();
if (!done) await clearUpAfterWorkers();
process.exit();

async function clearUp(): Promise<void> {
  const left = pidsIn(join(folder, RUNNING));
  for (const pid of left) send(pid, 'SIGINT');
  for (const end = Date.now() + PATIENCE_MS; left.some(isAlive) && Date.now() < end; ) await turn();
  for (const pid of left) send(pid, 'SIGKILL');
  // Somebody may still write while it is removed.
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

/** What they write until they notice that the run is gone is removed, too. */
async function clearUpAfterWorkers(): Promise<void> {
  await gone;
  for (const end = Date.now() + WORKERS_MS; Date.now() < end; await turn()) {
    if (existsSync(folder)) await clearUp();
  }
}

function pidsIn(path: string): readonly number[] {
  return existsSync(path) ? readdirSync(path).map(Number) : [];
}

function isAlive(pid: number): boolean {
  return send(pid, 0);
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
