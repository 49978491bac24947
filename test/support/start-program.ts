// A program as a process of its own, for tests: started with this Node, given an environment that holds nothing but what the test
// names, never waited for without an end, and gone when its test is.
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { onTestFinished } from 'vitest';
import { inTime } from './in-time.ts';
import { noteUntilEnded } from './left-running.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  readonly pid: number;
  /** @throws Error with what it said, if it has not ended in time */
  readonly ended: Promise<Ended>;
  /** Waits for these words. @throws Error if it ends or the time is over before it says them */
  says(words: RegExp): Promise<RegExpExecArray>;
}

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly deadlineMs?: number;
}

/** Long, as tests run on machines that are busy with others; shorter than the time that a test of programs has. */
const DEADLINE_MS = 50_000;

export function startProgram(args: readonly string[], options: ProgramOptions = {}): Program {
  const { cwd, env = {}, input, deadlineMs = DEADLINE_MS } = options;
  // Whatever it keeps for itself, Node's compile cache for one, goes where the test run clears up.
  const child = spawn(process.execPath, args, {
    cwd,
    env: { PATH: process.env.PATH, TMPDIR: tmpdir(), ...env },
  });
  noteUntilEnded(child);
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  let heard = () => {};
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    heard();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
    heard();
  });
  // A program that ends without reading its input is no failure of ours.
  child.stdin.on('error', () => {}).end(input);
  const closed = Promise.withResolvers<Ended>();
  child.once('error', closed.reject);
  child.once('close', (code, signal) => closed.resolve({ code, signal, out, err }));
  const ended = inTime(closed.promise, () => `the end of ${args.join(' ')}\n${out}${err}`, deadlineMs);
  ended.catch(() => child.kill('SIGKILL'));
  return {
    // Never 0, which would signal everybody.
    get pid() {
      if (child.pid === undefined) throw new Error(`${args.join(' ')} was not started`);
      return child.pid;
    },
    ended,
    says: (words) => {
      const said = Promise.withResolvers<RegExpExecArray>();
      heard = () => {
        const found = words.exec(out) ?? words.exec(err);
        if (found) said.resolve(found);
      };
      heard();
      const endedFirst = ended.then(({ code, signal }) => {
        throw new Error(`${args.join(' ')} ended (${code ?? signal}) before it said ${words}\n${out}${err}`);
      });
      return Promise.race([said.promise, endedFirst]);
    },
  };
}
