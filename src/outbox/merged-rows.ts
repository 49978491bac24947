// The queue message of one conversation: posts that wait for the platform stand in it as rows until their subject is
// decided or one of them gets a message of its own. It knows which rows stand where, not what they say.
import type { Row } from '../../cards/card.ts';
import type { MessageRef } from '../chat.ts';
import type { OutboxRow } from './outgoing.ts';

/** Milliseconds that a post waits before it becomes a row. */
const MERGE_AFTER_MS = 2000;
/** One edit a second. */
const EDIT_EVERY_MS = 1000;

interface Entry {
  row: OutboxRow;
  /** It stands in the queue message that people see. */
  shown: boolean;
}

export class MergedRows {
  /** The queue message, once it is posted. */
  ref: MessageRef | undefined;
  readonly #entries = new Map<string, Entry>();
  readonly #waitingSince = new Map<string, number>();
  #dirty = false;
  #editedAt = Number.NEGATIVE_INFINITY;

  get size(): number {
    return this.#entries.size;
  }

  get group(): string | undefined {
    return this.rows()[0]?.merge?.group;
  }

  /** There are rows and no message that shows them. */
  get wantsPost(): boolean {
    return this.ref === undefined && this.#entries.size > 0;
  }

  get editAt(): number | undefined {
    return this.ref && this.#dirty ? this.#editedAt + EDIT_EVERY_MS : undefined;
  }

  wantsEdit(now: number): boolean {
    return this.editAt !== undefined && this.editAt <= now;
  }

  rows(): readonly OutboxRow[] {
    return [...this.#entries.values()].map((entry) => entry.row);
  }

  /** Moves posts that have waited long enough out of `posts`; one group a conversation. */
  takeOver(posts: OutboxRow[], now: number): void {
    const since = new Map<string, number>();
    for (const row of posts) {
      if (row.merge) since.set(row.key, this.#waitingSince.get(row.key) ?? now);
    }
    this.#waitingSince.clear();
    for (const [key, at] of since) this.#waitingSince.set(key, at);
    for (const row of [...posts]) {
      if (!row.merge || row.merge.group !== (this.group ?? row.merge.group)) continue;
      if (now - (since.get(row.key) ?? now) < MERGE_AFTER_MS) continue;
      posts.splice(posts.indexOf(row), 1);
      this.#entries.set(row.key, { row, shown: false });
      this.#dirty = true;
    }
  }

  /** After a restart: a row that an earlier process put into its queue message. */
  restore(row: OutboxRow, ref: MessageRef): void {
    this.ref = ref;
    this.#entries.set(row.key, { row, shown: true });
  }

  /** Takes an update of a row's subject: gives the rows that are done with, or undefined if none of it stands here. */
  change(key: string, update: OutboxRow): readonly OutboxRow[] | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#dirty = true;
    if (update.merge) {
      entry.row = { ...entry.row, content: update.content, merge: withRow(entry.row, update.merge.row) };
      return [update];
    }
    this.#entries.delete(key);
    return [update, entry.row];
  }

  /** Takes the oldest row that may have a message of its own. */
  promote(isNew: (row: OutboxRow) => boolean): OutboxRow | undefined {
    for (const [key, { row }] of this.#entries) {
      if (!isNew(row)) continue;
      this.#entries.delete(key);
      this.#dirty = true;
      return row;
    }
    return undefined;
  }

  /** The queue message now shows these rows. Gives those that it shows for the first time. */
  showed(ref: MessageRef, rows: readonly OutboxRow[], now: number): readonly OutboxRow[] {
    this.ref = ref;
    this.#editedAt = now;
    const fresh: OutboxRow[] = [];
    for (const row of rows) {
      const entry = this.#entries.get(row.key);
      if (entry && !entry.shown) fresh.push(row);
      if (entry) entry.shown = true;
    }
    this.#dirty = rows.length !== this.#entries.size;
    // An empty queue message is history; the next backlog gets one at the end of the conversation.
    if (this.#entries.size === 0) this.ref = undefined;
    return fresh;
  }

  /** The message cannot be changed any more: the rows get a new one. */
  lost(): void {
    this.ref = undefined;
    this.#dirty = true;
    for (const entry of this.#entries.values()) entry.shown = false;
  }
}

function withRow(row: OutboxRow, shown: Row): OutboxRow['merge'] {
  return row.merge && { group: row.merge.group, row: shown };
}
