// What a sub-command of the command line is: words in, lines out, an exit code. It writes to the terminal only through its call.
import type { Readable } from 'node:stream';
import type { Env } from '../config.ts';
import type { Clock } from '../lib/clock.ts';

/** 0 right, 1 something is wrong, 2 the command was typed wrong. */
export type ExitCode = 0 | 1 | 2;

export interface Terminal {
  /** A line of standard output. */
  print(line: string): void;
  /** A line of standard error. */
  complain(line: string): void;
  /** Standard input. Not opened before a command reads it. */
  input(): Readable;
}

export interface CliCall extends Terminal {
  /** The words after the sub-command's name. */
  readonly args: readonly string[];
  readonly env: Env;
  readonly clock: Clock;
}

export type CliRun = (call: CliCall) => Promise<ExitCode>;

export interface CliCommand {
  readonly name: string;
  /** `import FILE` */
  readonly usage: string;
  readonly summary: string;
  /** Loaded when it is called, so that a quick command stays quick. */
  load(): Promise<CliRun>;
}
