// Runs the command line as a process of its own, in a folder of its own, with nothing in its environment but what a test gives.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
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

export async function deskhand(args: readonly string[], options: RunOptions): Promise<Ran> {
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
