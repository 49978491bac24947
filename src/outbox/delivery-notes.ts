// Writes down what became of messages: one commit for all that finish within a short time. What is not written when the
// process dies counts as doubtful and is looked up.
import type { Clock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Logger } from '../lib/log.ts';
import type { Delivery, OutboxStore } from './store.ts';

const WRITE_AFTER_MS = 50;

export class DeliveryNotes {
  readonly #store: Pick<OutboxStore, 'record'>;
  readonly #clock: Clock;
  readonly #log: Logger;
  #finished: Delivery[] = [];
  #writing: Promise<void> | undefined;
  #hurry = new AbortController();

  constructor(store: Pick<OutboxStore, 'record'>, clock: Clock, log: Logger) {
    this.#store = store;
    this.#clock = clock;
    this.#log = log;
  }

  get pending(): boolean {
    return this.#writing !== undefined;
  }

  add(delivery: Delivery): void {
    this.#finished.push(delivery);
    this.#writing ??= this.#write();
  }

  /** Writes what there is now. */
  async flush(): Promise<void> {
    this.#hurry.abort();
    await this.#writing;
  }

  async #write(): Promise<void> {
    this.#hurry = new AbortController();
    await this.#clock.sleep(WRITE_AFTER_MS, this.#hurry.signal);
    const batch = this.#finished;
    this.#finished = [];
    try {
      await this.#store.record(batch);
    } catch (error) {
      this.#log.error({ error: errorText(error) }, 'deliveries could not be recorded');
    } finally {
      this.#writing = this.#finished.length > 0 ? this.#write() : undefined;
    }
  }
}
