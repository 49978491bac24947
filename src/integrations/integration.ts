// What an outside product offers: only the ports it really has, each saying what it cannot do.

import type { Devices, Directory } from '../ports/directory.ts';
import type { Documentation } from '../ports/documentation.ts';
import type { TicketSystem } from '../ports/ticket-system.ts';
import type { Step, Writing } from '../store/database.ts';
import type { Tool } from '../tools/tool.ts';

export interface Integration {
  /** Unique within the client, e.g. `sandbox`. Policies name it. */
  readonly id: string;
  /** False: made up, nothing real is touched. */
  readonly real: boolean;
  /** Its tools were defined by an outside program: they start under approval, whatever they claim. */
  readonly fromMcp: boolean;
  readonly directory?: Directory | undefined;
  readonly devices?: Devices | undefined;
  readonly documentation?: Documentation | undefined;
  readonly tickets?: TicketSystem | undefined;
  /** Everything the product can be asked to do, reads included. */
  readonly tools: readonly Tool[];
  /** How it does now, for products that come and go: `files (mcp, stdio): 11 tools, connected`. */
  readonly state?: string | undefined;
  /** For products that bring the definitions of their tools themselves. */
  readonly definitions?: Definitions | undefined;
  /** Resolves to what works; throws AppError that names what is wrong and the remedy. */
  check(signal: AbortSignal): Promise<string>;
}

/** Definitions that an outside product may change; a changed one is not used until an admin has looked. */
export interface Definitions {
  /** Names of the tools that wait for an admin. */
  readonly suspended: readonly string[];
  /** What changed, in plain words; one tool's definition if it is named. */
  review(tool?: string): readonly string[];
  /**
   * How the new definition of a suspended tool is taken up; undefined if it is not suspended. `write` gives false if it has
   * changed again since; `reload` comes after the commit.
   */
  accept(
    tool: string,
    by: string,
  ): { write(work: Writing): Step<boolean>; reload(): Promise<void> } | undefined;
}
