// The only place that reads the time and sets timers. Everything time-driven asks a Clock, so that tests and the demonstration
// move it; what comes later, again and again or not for longer is built on it in `timers.ts`.

export interface Clock {
  /** The time of day, for what is stored, shown and compared with dates. */
  now(): Date;
  /** Milliseconds of a clock that never goes back or jumps, for measuring. Where it begins means nothing. */
  steady(): number;
  /**
   * Resolves after `ms` milliseconds of the steady clock, or as soon as the signal aborts. Never rejects.
   * @param kind `background`: does not keep the process alive
   */
  sleep(ms: number, signal?: AbortSignal, kind?: 'background'): Promise<void>;
}

export const systemClock: Clock = {
  now: () => new Date(),
  steady: () => performance.now(),
  sleep: (ms, signal, kind) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, Math.max(0, ms));
      if (kind === 'background') timer.unref();
      signal?.addEventListener('abort', end, { once: true });
    }),
};

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
