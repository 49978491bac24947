// What an outside product offers: only the ports it really has, each saying what it cannot do.
import type { Tool } from '../tools/tool.ts';
import type { Devices, Directory } from './directory.ts';
import type { Documentation } from './documentation.ts';
import type { TicketSystem } from './ticket-system.ts';

export interface Integration {
  /** Unique within the client, e.g. `sandbox`. Policies name it. */
  readonly id: string;
  readonly kind: string;
  /** Real systems start their client in `plan` mode; the sandbox does not. */
  readonly real: boolean;
  readonly directory?: Directory | undefined;
  readonly devices?: Devices | undefined;
  readonly documentation?: Documentation | undefined;
  readonly tickets?: TicketSystem | undefined;
  /** Everything the product can be asked to do, reads included. */
  readonly tools: readonly Tool[];
  /** Resolves to what works; throws AppError that names what is wrong and the remedy. */
  check(signal: AbortSignal): Promise<string>;
}
