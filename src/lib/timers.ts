// What comes later, again and again, or may not take longer, by a Clock. None of it keeps the process alive, and each ends
// without a trace when it is told to.
import type { Clock } from './clock.ts';

/** Calls `act` once, after `ms` milliseconds. @returns what takes it back */
export function later(clock: Clock, ms: number, act: () => void): () => void {
  const ended = new AbortController();
  void clock.sleep(ms, ended.signal, 'background').then(() => {
    if (!ended.signal.aborted) act();
  });
  return () => ended.abort();
}

/** Calls `act` each `ms` milliseconds, for the first time after them. @returns what ends it */
export function every(clock: Clock, ms: number, act: () => void): () => void {
  const ended = new AbortController();
  const run = async () => {
    for (;;) {
      await clock.sleep(ms, ended.signal, 'background');
      if (ended.signal.aborted) return;
      act();
    }
  };
  void run();
  return () => ended.abort();
}

export interface Deadline extends Disposable {
  /** Aborts with a `TimeoutError` when the time is over. */
  readonly signal: AbortSignal;
}

/** A signal for work that may take `ms` milliseconds. Hold it with `using`, so that it ends with the work. */
export function deadline(clock: Clock, ms: number): Deadline {
  const over = new AbortController();
  const cancel = later(clock, ms, () => {
    over.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
  });
  return { signal: over.signal, [Symbol.dispose]: cancel };
}
