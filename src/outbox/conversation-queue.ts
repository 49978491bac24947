// The waiting messages of one conversation, in order. Of several updates of one message only the newest is kept.
import type { OutboxRow } from './outgoing.ts';

export class ConversationQueue {
  busy = false;
  paused = false;
  #rows: OutboxRow[] = [];

  get size(): number {
    return this.#rows.length;
  }

  add(row: OutboxRow): void {
    this.#rows.push(row);
  }

  take(): OutboxRow | undefined {
    return this.#rows.shift();
  }

  putBack(row: OutboxRow): void {
    this.#rows.unshift(row);
  }

  /** Removes and gives the waiting updates of a post, oldest first. */
  takeUpdatesOf(key: string): readonly OutboxRow[] {
    const updates = this.#rows.filter((row) => row.kind === 'update' && row.target === key);
    if (updates.length > 0) this.#rows = this.#rows.filter((row) => !updates.includes(row));
    return updates;
  }
}
