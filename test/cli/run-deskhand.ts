// Runs the command line in a folder of its own, with nothing in its environment but what a test gives. In the test's own process,
// as loading the program anew takes ten times as long as most commands do; as a process of its own where that is what is tested.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished, vi } from 'vitest';
import { runCli } from '../../src/cli/run-cli.ts';
import { startProgram } from '../support/start-program.ts';

const CLI = join(import.meta.dirname, '../../src/cli.ts');

// A test starts several processes, on machines that are busy with others.
vi.setConfig({ testTimeout: 180_000 });

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

let running = false;

/** @throws Error if another one runs: both would need the process's folder */
export async function deskhand(
  args: readonly string[],
  { cwd, env = {}, input = '' }: RunOptions,
): Promise<Ran> {
  if (running) throw new Error('one command at a time; side by side they need processes: deskhandProcess');
  const before = process.cwd();
  const [out, err]: [string[], string[]] = [[], []];
  running = true;
  process.chdir(cwd);
  try {
    const terminal = {
      print: (line: string) => void out.push(`${line}\n`),
      complain: (line: string) => void err.push(`${line}\n`),
      input: () => Readable.from([input]),
    };
    const code = await runCli(args, terminal, env);
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    process.chdir(before);
    running = false;
  }
}

export async function deskhandProcess(args: readonly string[], options: RunOptions): Promise<Ran> {
  const { code, out, err } = await startProgram([CLI, ...args], options).ended;
  return { code, out, err };
}

/** A folder that is gone after the test; `files` by name. */
export function folderWith(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
