// Delivers the outbox: in order within a conversation, conversations side by side. A platform's 429 pauses that
// conversation only. It never decides what is said.
import { setTimeout as sleep } from 'node:timers/promises';
import { type ChatAdapter, ChatError, type MessageRef, type Platform } from '../chat.ts';
import { backoffMs } from '../lib/backoff.ts';
import type { Clock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Logger } from '../lib/log.ts';
import { ConversationQueue } from './conversation-queue.ts';
import type { OutboxRow } from './outgoing.ts';
import type { Delivery, OutboxStore } from './store.ts';

const MAX_TRIES = 12;
const RETRY_BASE_MS = 1000;
const RETRY_CAP_MS = 5 * 60_000;
/** Deliveries are written together: one commit for all that finish within this time. */
const RECORD_AFTER_MS = 15;
const KNOWN_REFS = 5000;

export interface SenderOptions {
  readonly store: OutboxStore;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called when a message can never be delivered, so that an admin hears of it. */
  readonly onFailed: (row: OutboxRow, error: string) => void;
}

export class Sender {
  readonly #options: SenderOptions;
  readonly #queues = new Map<string, ConversationQueue>();
  readonly #refs = new Map<string, MessageRef>();
  #finished: Delivery[] = [];
  #recording: Promise<void> | undefined;
  #started = false;
  #stopped = false;
  readonly #stop = new AbortController();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /** Loads what an earlier process left, before anything new comes in. */
  async prepare(): Promise<void> {
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
      let queue = this.#queues.get(row.conversation);
      if (!queue) {
        queue = new ConversationQueue();
        this.#queues.set(row.conversation, queue);
      }
      queue.add(row);
      if (this.#started && !queue.busy && !this.#stopped) void this.#drain(row.conversation, queue);
    }
  }

  /** Resolves when everything offered so far was delivered or waits for a platform, and is written down. */
  async idle(): Promise<void> {
    while (
      [...this.#queues.values()].some((queue) => queue.busy && !queue.paused) ||
      this.#recording !== undefined
    ) {
      await (this.#recording ?? sleep(1));
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stop.abort();
    const deadline = performance.now() + 3000;
    while ([...this.#queues.values()].some((queue) => queue.busy) && performance.now() < deadline)
      await sleep(2);
    while (this.#recording !== undefined) await this.#recording;
  }

  async #drain(conversation: string, queue: ConversationQueue): Promise<void> {
    queue.busy = true;
    try {
      for (let row = queue.take(); row && !this.#stopped; row = queue.take()) {
        const waitMs = await this.#deliver(row, queue);
        if (waitMs > 0) await this.#pause(queue, waitMs);
      }
    } finally {
      queue.busy = false;
      if (queue.size === 0) this.#queues.delete(conversation);
    }
  }

  /** Sends one row; gives how long the conversation must wait (milliseconds). A row that is to be sent again goes back to the front. */
  async #deliver(row: OutboxRow, queue: ConversationQueue): Promise<number> {
    try {
      const ref = row.kind === 'post' ? await this.#post(row, queue) : await this.#update(row);
      if (ref) this.#remember(row.key, ref);
      this.#finish({ id: row.id, state: 'sent', ref });
      return 0;
    } catch (error) {
      return this.#failed(row, queue, error);
    }
  }

  async #post(row: OutboxRow, queue: ConversationQueue): Promise<MessageRef> {
    const adapter = this.#adapter(row);
    const address = row.to.type === 'direct' ? await adapter.openDirectMessage(row.to.user) : row.to.address;
    if (row.doubtful) {
      const found = await adapter.findPosted(address, row.key);
      if (typeof found === 'object') return found;
    }
    // A newer version of the same message waits behind it: send that one, once.
    const newer = queue.takeUpdatesOf(row.key);
    const content = newer[newer.length - 1]?.content ?? row.content;
    const ref = await adapter.post(address, content, { key: row.key, onlyFor: row.onlyFor });
    for (const update of newer) this.#finish({ id: update.id, state: 'merged' });
    return ref;
  }

  async #update(row: OutboxRow): Promise<MessageRef | undefined> {
    const target = row.target ?? '';
    const ref = this.#refs.get(target) ?? (await this.#options.store.refOf(target));
    // The post was refused for good, or it was for one person's eyes only: nothing is left to change.
    if (!ref || ref.message === '') return undefined;
    await this.#adapter(row).update(ref, row.content);
    return ref;
  }

  #failed(row: OutboxRow, queue: ConversationQueue, error: unknown): number {
    const known = error instanceof ChatError ? error : undefined;
    if (known?.kind === 'rate_limited') {
      queue.putBack(row);
      return known.retryAfterMs ?? RETRY_BASE_MS;
    }
    const tries = row.tries + 1;
    if (known?.kind === 'gone' || known?.kind === 'refused' || tries >= MAX_TRIES) {
      this.#finish({ id: row.id, state: 'failed', error: errorText(error) });
      this.#options.log.warn({ outbox: row.id, error: errorText(error) }, 'message could not be delivered');
      this.#options.onFailed(row, errorText(error));
      return 0;
    }
    const waitMs = backoffMs(tries, RETRY_BASE_MS, RETRY_CAP_MS, Math.random());
    queue.putBack({ ...row, tries, doubtful: row.doubtful || known?.doubtful !== false });
    const nextAt = new Date(this.#options.clock.now().getTime() + waitMs);
    this.#finish({ id: row.id, state: 'waiting', nextAt, tries, error: errorText(error) });
    return waitMs;
  }

  async #pause(queue: ConversationQueue, waitMs: number): Promise<void> {
    queue.paused = true;
    try {
      await sleep(waitMs, undefined, { signal: this.#stop.signal });
    } catch {
      // Stopping: the rows stay in the database and the next process sends them.
    } finally {
      queue.paused = false;
    }
  }

  #adapter(row: OutboxRow): ChatAdapter {
    const platform = row.to.type === 'direct' ? row.to.user.platform : row.to.address.platform;
    const adapter = this.#options.adapters.get(platform);
    if (!adapter) throw new ChatError('unreachable', `${platform} is not connected`);
    return adapter;
  }

  #remember(key: string, ref: MessageRef): void {
    if (this.#refs.size >= KNOWN_REFS) {
      for (const old of [...this.#refs.keys()].slice(0, KNOWN_REFS / 2)) this.#refs.delete(old);
    }
    this.#refs.set(key, ref);
  }

  #finish(delivery: Delivery): void {
    this.#finished.push(delivery);
    this.#recording ??= this.#record();
  }

  async #record(): Promise<void> {
    await sleep(RECORD_AFTER_MS);
    const batch = this.#finished;
    this.#finished = [];
    try {
      await this.#options.store.record(batch);
    } catch (error) {
      // The messages went out; unrecorded they count as doubtful after a restart and are looked up.
      this.#options.log.error({ error: errorText(error) }, 'deliveries could not be recorded');
    } finally {
      this.#recording = this.#finished.length > 0 ? this.#record() : undefined;
    }
  }
}
