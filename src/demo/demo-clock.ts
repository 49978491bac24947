// A clock that the demonstration moves by hand, so that a day passes at once: whoever sleeps is woken when their time has come.
import type { Clock } from '../lib/clock.ts';

interface Sleeper {
  readonly dueAt: number;
  readonly wake: () => void;
}

export class DemoClock implements Clock {
  #now: number;
  #steady = 0;
  readonly #sleepers = new Set<Sleeper>();

  /** @param start a Monday at 09:00 in Paris unless told, milliseconds since 1970 */
  constructor(start = Date.parse('2026-11-23T08:00:00Z')) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  steady(): number {
    return this.#steady;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      // As with a timer: whatever else was to happen now happens first.
      if (ms <= 0) return void setImmediate(resolve);
      const wake = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { dueAt: this.#steady + ms, wake };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', wake, { once: true });
    });
  }

  /** Moves time at once, as for a machine that was asleep; whoever is due wakes in order. @param ms milliseconds */
  advance(ms: number): void {
    this.#now += ms;
    this.advanceSteady(ms);
  }

  /** The same without the time of day. @param ms milliseconds */
  protected advanceSteady(ms: number): void {
    this.#steady += ms;
    for (const sleeper of this.sleepers()) if (sleeper.dueAt <= this.#steady) sleeper.wake();
  }

  /** Who sleeps now, the next to wake first. */
  protected sleepers(): readonly Sleeper[] {
    return [...this.#sleepers].sort((a, b) => a.dueAt - b.dueAt);
  }
}
