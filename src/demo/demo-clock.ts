// A clock that the demonstration moves by hand, so that a day passes at once.
import type { Clock } from '../lib/clock.ts';

export class DemoClock implements Clock {
  #now = Date.parse('2026-11-23T08:00:00Z');

  now(): Date {
    return new Date(this.#now);
  }

  /** @param ms milliseconds */
  advance(ms: number): void {
    this.#now += ms;
  }
}
