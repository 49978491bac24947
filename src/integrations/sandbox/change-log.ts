// What the sandbox's tools did, in order. A change's key is unique: repeating a call under the same key changes nothing.
import type { Json } from '../../lib/json.ts';
import type { DeviceVerb, DirectoryVerb } from '../../ports/directory.ts';
import type { TicketVerb } from '../../ports/ticket-system.ts';

/** How the log calls a ticket system's verbs: beside `setPassword` a bare `create` would say little. */
export const TICKET_CHANGES = {
  create: 'createTicket',
  addNote: 'addNote',
  update: 'updateTicket',
} as const satisfies Readonly<Record<TicketVerb, string>>;

/** Every change that a port can make. */
export type WriteVerb = DirectoryVerb | DeviceVerb | (typeof TICKET_CHANGES)[TicketVerb];

export interface Change {
  /** The step's idempotency key and the verb. */
  readonly key: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly verb: WriteVerb;
  readonly args: Readonly<Record<string, Json>>;
}

export interface ChangeLog {
  all(): Promise<readonly Change[]>;
  append(change: Change): Promise<'appended' | 'known'>;
}

export function createMemoryChangeLog(): ChangeLog {
  const changes: Change[] = [];
  return {
    all: async () => [...changes],
    append: async (change) => {
      if (changes.some((known) => known.key === change.key)) return 'known';
      changes.push(change);
      return 'appended';
    },
  };
}
