// What the sandbox's tools did, in order. A change's key is unique: repeating a call under the same key changes nothing.
import type { Change } from '../../store/tables/integrations.ts';

/** What the column may hold stands with it, in store/tables/. */
export type { Change };

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
