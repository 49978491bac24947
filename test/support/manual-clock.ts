// A clock that moves only when a test says so.
import type { Clock } from '../../src/lib/clock.ts';

export class ManualClock implements Clock {
  #now: number;

  /** A Monday at 09:00 in Paris. */
  constructor(start = Date.parse('2026-11-23T08:00:00Z')) {
    this.#now = start;
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(ms: number): void {
    this.#now += ms;
  }
}
