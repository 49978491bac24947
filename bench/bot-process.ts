// A bot as a process of its own: started, waited for, its CPU and memory read from /proc (Linux), stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export const SIGNING_SECRET = 'bench-signing-secret';
/** Clock ticks a second: the kernel's USER_HZ. */
const TICKS = 100;
const START_TIMEOUT_MS = 20_000;

/** Ended with the benchmark, also when it fails or is broken off. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

export interface BotProcess {
  readonly pid: number;
  readonly url: string;
  /** From the start of the process until it answers on its port. */
  readonly readyMs: number;
  cpuMs(): number;
  memoryMiB(): number;
  stop(): Promise<void>;
}

export async function startBot(script: string, env: Readonly<Record<string, string>>): Promise<BotProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const started = performance.now();
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      ...env,
      PORT: String(port),
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_BOT_TOKEN: 'xoxb-bench',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() - started > START_TIMEOUT_MS) {
      throw new Error(`${script} did not start`);
    }
    await sleep(5);
  }
  const pid = child.pid ?? 0;
  return {
    pid,
    url,
    readyMs: performance.now() - started,
    cpuMs: () => cpuMs(pid),
    memoryMiB: () => memoryMiB(pid),
    stop: () => stop(child),
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(START_TIMEOUT_MS) })).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

function cpuMs(pid: number): number {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
}

function memoryMiB(pid: number): number {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'utf8'))?.[1]) / 1024;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(5000, undefined, { ref: false })]);
  child.kill('SIGKILL');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
