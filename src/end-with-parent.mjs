// Loaded before a program that npm runs: ends it when the process that started it is gone. npm puts a shell between, which passes no
// signal on, so that a server would otherwise outlive the npm that was told to end.
import { isMainThread } from 'node:worker_threads';

const LOOK_EVERY_MS = 250;
const parent = process.ppid;

if (isMainThread) {
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS).unref();
}
