// What the sandbox's tools did, in order. A change's key is unique: repeating a call under the same key changes nothing.
import type { Json } from '../../lib/json.ts';

export interface Change {
  /** The step's idempotency key and the verb. */
  readonly key: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly verb: string;
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
