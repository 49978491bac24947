// The state of all conversations: what was said, what Home shows, what Deskhand is working on. It numbers every change,
// so that a page which lost its connection gets exactly what it missed. It decides nothing about people.
import type { Clock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { BOT, type HomeRecord, type MessageRecord } from './record.ts';
import type { Transcript } from './transcript.ts';

/** More than a playground shows; older ones are dropped. */
const KEPT_MESSAGES = 2000;

interface Kept {
  readonly record: MessageRecord;
  /** Place in the log; stays the same when the message changes. */
  readonly order: number;
  readonly change: number;
  /** Since when Deskhand works on this message, in milliseconds since 1970 UTC. Gone after a restart. */
  readonly workingSince: number | undefined;
  /** A few general words on what it does with it, beside `workingSince`. */
  readonly doing?: string | undefined;
}

export type RoomChange = { readonly change: number } & (
  | ({ readonly type: 'message' } & Omit<Kept, 'change'>)
  | { readonly type: 'home'; readonly home: HomeRecord }
);

export class Room {
  /** The numbers of changes begin anew at each start; this tells them apart. */
  readonly epoch: string;
  readonly #transcript: Transcript;
  readonly #messages = new Map<string, Kept>();
  readonly #homes = new Map<string, { readonly home: HomeRecord; readonly change: number }>();
  readonly #watchers = new Set<(change: RoomChange) => void>();
  #order = 0;
  #change = 0;

  constructor(transcript: Transcript, clock: Clock) {
    this.epoch = newId(clock.now().getTime());
    this.#transcript = transcript;
  }

  /** Takes over what the transcript holds. @throws Error if it cannot be read */
  async load(): Promise<void> {
    for (const line of await this.#transcript.load(KEPT_MESSAGES)) {
      if (line.type === 'message') this.#keep(line.message, undefined);
      else this.#keepHome(line.home);
    }
  }

  find(id: string): MessageRecord | undefined {
    return this.#messages.get(id)?.record;
  }

  /** The first message of this sender with this key in a conversation. */
  findByKey(channel: string, from: string, key: string): MessageRecord | undefined {
    for (const { record } of this.#messages.values()) {
      if (record.channel === channel && record.from === from && record.key === key) return record;
    }
    return undefined;
  }

  /** True if Deskhand wrote in this thread, so that replies in it are meant for it. */
  isOurThread(channel: string, thread: string): boolean {
    return [...this.#messages.values()].some(
      ({ record }) => record.channel === channel && record.thread === thread && record.from === BOT,
    );
  }

  /** Adds a message, or replaces the one with the same id. */
  put(record: MessageRecord): void {
    if (record.from === BOT && !this.#messages.has(record.id)) this.#endWork(record);
    this.#change += 1;
    const before = this.#messages.get(record.id);
    const kept = this.#keep(record, before?.workingSince, before?.doing);
    this.#transcript.append({ type: 'message', message: record });
    this.#tell({ type: 'message', ...kept });
    const oldest = this.#messages.keys().next().value;
    if (this.#messages.size > KEPT_MESSAGES && oldest !== undefined) this.#messages.delete(oldest);
  }

  putHome(home: HomeRecord): void {
    this.#change += 1;
    this.#keepHome(home);
    this.#transcript.append({ type: 'home', home });
    this.#tell({ type: 'home', home, change: this.#change });
  }

  /** Shows below a message that Deskhand works on it, until its next message there. Answered already: nothing. */
  work(id: string, now: number, doing?: string): void {
    const kept = this.#messages.get(id);
    if (kept === undefined) return;
    const answered = [...this.#messages.values()].some(
      ({ record, order }) => record.from === BOT && order > kept.order && isSameThread(record, kept.record),
    );
    // After the receipt there is something to show only where it says what.
    if (!answered || doing !== undefined) this.#setWork(kept, kept.workingSince ?? now, doing);
  }

  endWork(id: string): void {
    const kept = this.#messages.get(id);
    if (kept?.workingSince !== undefined) this.#setWork(kept, undefined);
  }

  /** Every message and Home that changed after this number, as it is now, oldest change first. */
  since(change: number): RoomChange[] {
    const all: RoomChange[] = [
      ...[...this.#messages.values()].map((kept) => ({ type: 'message' as const, ...kept })),
      ...[...this.#homes.values()].map((kept) => ({ type: 'home' as const, ...kept })),
    ];
    return all.filter((entry) => entry.change > change).sort((a, b) => a.change - b.change);
  }

  /** @returns the function that ends it */
  watch(watcher: (change: RoomChange) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #endWork(post: MessageRecord): void {
    for (const kept of this.#messages.values()) {
      const here =
        post.thread === undefined ? kept.record.channel === post.channel : isSameThread(post, kept.record);
      if (here && kept.workingSince !== undefined) this.#setWork(kept, undefined);
    }
  }

  #setWork({ record }: Kept, since: number | undefined, doing?: string): void {
    this.#change += 1;
    this.#tell({ type: 'message', ...this.#keep(record, since, doing) });
  }

  #keep(record: MessageRecord, workingSince: number | undefined, doing?: string): Kept {
    const before = this.#messages.get(record.id);
    if (before === undefined) this.#order += 1;
    if (this.#change === 0) this.#change = 1;
    const order = before?.order ?? this.#order;
    const kept = { record, order, change: this.#change, workingSince, doing };
    this.#messages.set(record.id, kept);
    return kept;
  }

  #keepHome(home: HomeRecord): void {
    if (this.#change === 0) this.#change = 1;
    this.#homes.set(home.person, { home, change: this.#change });
  }

  #tell(change: RoomChange): void {
    for (const watcher of this.#watchers) watcher(change);
  }
}

function isSameThread(a: MessageRecord, b: MessageRecord): boolean {
  return a.channel === b.channel && (a.thread ?? a.id) === (b.thread ?? b.id);
}
