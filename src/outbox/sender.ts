// Delivers the outbox: in order within a conversation, conversations side by side. A platform's 429 holds back that
// conversation's posts or edits only. It never decides what is said.
import type { Card, Row } from '../../cards/card.ts';
import { type Address, type ChatAdapter, ChatError, type MessageRef, type Platform } from '../chat.ts';
import { backoffMs } from '../lib/backoff.ts';
import { Bell } from '../lib/bell.ts';
import { boundedMap } from '../lib/bounded-map.ts';
import type { Clock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Logger } from '../lib/log.ts';
import { untilDeadline } from '../lib/until-deadline.ts';
import { ConversationQueue } from './conversation-queue.ts';
import { DeliveryNotes } from './delivery-notes.ts';
import type { OutboxRow } from './outgoing.ts';
import type { OutboxStore } from './store.ts';

const MAX_TRIES = 12;
const RETRY_BASE_MS = 1000;
const RETRY_CAP_MS = 5 * 60_000;
const KNOWN_REFS = 5000;
const STOP_MS = 3000;

export interface SenderOptions {
  readonly store: OutboxStore;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when a message can never be delivered, so that an admin hears of it. */
  readonly onFailed: (row: OutboxRow, error: string) => void;
  /** The queue message of a conversation: what its rows look like together. Undefined: nothing is ever merged. */
  readonly mergeRows?: (group: string, rows: readonly Row[]) => Card;
}

export class Sender {
  readonly #options: SenderOptions;
  readonly #queues = new Map<string, ConversationQueue>();
  readonly #refs = boundedMap<MessageRef>(KNOWN_REFS);
  /** Subjects that have a message of their own somewhere. */
  readonly #shown = boundedMap<true>(KNOWN_REFS);
  readonly #notes: DeliveryNotes;
  /** A queue has come to rest. */
  readonly #rested = new Bell();
  #hurried = 0;
  #started = false;
  #stopped = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#notes = new DeliveryNotes(options.store, options.clock, options.log);
  }

  /** Loads what an earlier process left, before anything new comes in. */
  async prepare(): Promise<void> {
    for (const { row, ref } of await this.#options.store.merged())
      this.#queueOf(row.conversation).merged.restore(row, ref);
    this.offer(await this.#options.store.waiting());
  }

  /** Begins to send. */
  start(): void {
    this.#started = true;
    for (const [conversation, queue] of this.#queues) void this.#drain(conversation, queue);
  }

  /** Takes rows of a committed unit. */
  offer(rows: readonly OutboxRow[]): void {
    for (const row of rows) {
      const queue = this.#queueOf(row.conversation);
      this.#drop(
        queue.add(this.#options.mergeRows ? row : { ...row, merge: undefined }, this.#options.clock.steady()),
      );
      queue.wake();
      if (this.#started && !queue.busy && !this.#stopped) void this.#drain(row.conversation, queue);
    }
  }

  /** Resolves when everything offered so far was delivered or waits for a platform, and is written down. */
  async idle(): Promise<void> {
    this.#hurried += 1;
    for (const queue of this.#queues.values()) queue.wake();
    const working = () => [...this.#queues.values()].some((queue) => queue.busy && !queue.paused);
    while (working() || this.#notes.pending) await (working() ? this.#rested.rung() : this.#notes.flush());
    this.#hurried -= 1;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const queue of this.#queues.values()) queue.wake();
    const finish = async () => {
      while ([...this.#queues.values()].some((queue) => queue.busy)) await this.#rested.rung();
    };
    await untilDeadline(this.#options.clock, finish(), STOP_MS);
    while (this.#notes.pending) await this.#notes.flush();
  }

  #queueOf(conversation: string): ConversationQueue {
    let queue = this.#queues.get(conversation);
    if (!queue) {
      queue = new ConversationQueue();
      this.#queues.set(conversation, queue);
    }
    return queue;
  }

  async #drain(conversation: string, queue: ConversationQueue): Promise<void> {
    queue.busy = true;
    try {
      while (!this.#stopped) {
        const next = queue.next(this.#options.clock.steady(), this.#shown, this.#hurried > 0);
        if (next.type === 'empty') break;
        if (next.type === 'wait') await this.#rest(queue, next);
        else if (next.type === 'send') await this.#deliver(next.row, queue);
        else await this.#showQueue(queue);
      }
    } finally {
      queue.busy = false;
      if (queue.isSpent(this.#options.clock.steady())) this.#queues.delete(conversation);
      this.#rested.ring();
    }
  }

  /** Until the time comes, or something new does. After a stop the rows stay in the database for the next process. */
  async #rest(
    queue: ConversationQueue,
    wait: { readonly ms: number; readonly held: boolean },
  ): Promise<void> {
    queue.paused = wait.held;
    if (wait.held) this.#rested.ring();
    const woken = new AbortController();
    queue.wake = () => woken.abort();
    await this.#options.clock.sleep(wait.ms, woken.signal);
    queue.wake = () => undefined;
    queue.paused = false;
  }

  /** Sends one row; one that is to be sent again goes back to the front. */
  async #deliver(row: OutboxRow, queue: ConversationQueue): Promise<void> {
    const mergeable = row.merge && row.subject !== undefined ? row.subject : undefined;
    if (row.kind === 'post' && mergeable !== undefined) this.#shown.set(mergeable, true);
    try {
      const ref = row.kind === 'post' ? await this.#post(row, queue) : await this.#update(row);
      if (ref) this.#remember(row.key, ref);
      this.#notes.add({ id: row.id, state: 'sent', ref });
    } catch (error) {
      if (row.kind === 'post' && mergeable !== undefined) this.#shown.delete(mergeable);
      this.#failed(row, queue, error);
    }
  }

  /** Posts or edits the queue message of a conversation. */
  async #showQueue(queue: ConversationQueue): Promise<void> {
    const { merged } = queue;
    const rows = merged.rows();
    const [first] = rows;
    const content = this.#options.mergeRows?.(
      merged.group ?? '',
      rows.flatMap((row) => row.merge?.row ?? []),
    );
    const known = merged.ref;
    if (!content || (!first && !known)) return;
    try {
      const ref = known ?? (await this.#postQueue(queue, first, content));
      if (known) await this.#adapterOf(known.platform).update(known, content);
      for (const row of merged.showed(ref, rows, this.#options.clock.steady()))
        this.#notes.add({ id: row.id, state: 'merged', ref });
    } catch (error) {
      const gone = error instanceof ChatError && (error.kind === 'gone' || error.kind === 'refused');
      if (gone) merged.lost();
      this.#holdBack(queue, known ? 'update' : 'post', error, RETRY_BASE_MS);
    }
  }

  async #postQueue(
    queue: ConversationQueue,
    first: OutboxRow | undefined,
    content: Card,
  ): Promise<MessageRef> {
    if (!first) throw new ChatError('gone', 'nothing waits any more');
    const address = await this.#addressOf(first);
    const ref = await this.#adapter(first).post(address, content, { key: `queue:${first.key}` });
    queue.posted(this.#options.clock.steady());
    return ref;
  }

  #drop(rows: readonly OutboxRow[]): void {
    for (const row of rows) this.#notes.add({ id: row.id, state: 'merged' });
  }

  async #post(row: OutboxRow, queue: ConversationQueue): Promise<MessageRef> {
    const adapter = this.#adapter(row);
    const address = await this.#addressOf(row);
    if (row.doubtful) {
      const found = await adapter.findPosted(address, row.key);
      if (typeof found === 'object') return found;
    }
    // A newer version of the same message waits behind it: send that one, once.
    const newer = queue.takeEditsOf(row.key);
    const content = newer[0]?.content ?? row.content;
    try {
      const ref = await adapter.post(address, content, { key: row.key, onlyFor: row.onlyFor });
      queue.posted(this.#options.clock.steady());
      this.#drop(newer);
      return ref;
    } catch (error) {
      for (const update of newer) this.#drop(queue.putBack(update));
      throw error;
    }
  }

  async #update(row: OutboxRow): Promise<MessageRef | undefined> {
    const target = row.target ?? '';
    const ref = this.#refs.get(target) ?? (await this.#options.store.refOf(target));
    // The post was refused for good, or it was for one person's eyes only: nothing is left to change.
    if (!ref || ref.message === '') return undefined;
    await this.#adapter(row).update(ref, row.content);
    return ref;
  }

  #failed(row: OutboxRow, queue: ConversationQueue, error: unknown): void {
    const known = error instanceof ChatError ? error : undefined;
    if (known?.kind === 'rate_limited') {
      this.#drop(queue.putBack(row));
      this.#holdBack(queue, row.kind, error, RETRY_BASE_MS);
      return;
    }
    const tries = row.tries + 1;
    if (known?.kind === 'gone' || known?.kind === 'refused' || tries >= MAX_TRIES) {
      this.#notes.add({ id: row.id, state: 'failed', error: errorText(error) });
      this.#options.log.warn({ outbox: row.id, error: errorText(error) }, 'message could not be delivered');
      this.#options.onFailed(row, errorText(error));
      return;
    }
    const waitMs = backoffMs(tries, RETRY_BASE_MS, RETRY_CAP_MS, Math.random());
    const again = { ...row, tries, doubtful: row.doubtful || known?.doubtful !== false };
    this.#drop(queue.putBack(again));
    const nextAt = new Date(this.#options.clock.now().getTime() + waitMs);
    this.#notes.add({ id: row.id, state: 'waiting', nextAt, tries, error: errorText(error) });
    this.#holdBack(queue, row.kind, error, waitMs);
  }

  /** A 429 holds back what it was for; a platform that does not answer, everything. */
  #holdBack(queue: ConversationQueue, kind: OutboxRow['kind'], error: unknown, waitMs: number): void {
    const now = this.#options.clock.steady();
    const limited = error instanceof ChatError && error.kind === 'rate_limited' ? error : undefined;
    const holdMs = limited?.retryAfterMs ?? waitMs;
    if (limited && kind === 'post') queue.limit(now, holdMs + 30);
    queue.hold(limited ? kind : 'both', now + holdMs);
  }

  async #addressOf(row: OutboxRow): Promise<Address> {
    return row.to.type === 'direct' ? this.#adapter(row).openDirectMessage(row.to.user) : row.to.address;
  }

  #adapter(row: OutboxRow): ChatAdapter {
    return this.#adapterOf(row.to.type === 'direct' ? row.to.user.platform : row.to.address.platform);
  }

  /** @throws ChatError */
  #adapterOf(platform: Platform): ChatAdapter {
    const adapter = this.#options.adapters.get(platform);
    if (!adapter) throw new ChatError('unreachable', `${platform} is not connected`);
    return adapter;
  }

  #remember(key: string, ref: MessageRef): void {
    this.#refs.set(key, ref);
  }
}
