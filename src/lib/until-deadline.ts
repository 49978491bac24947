// Waits for something, but not for ever. The work goes on.
import type { Clock } from './clock.ts';

/** @param ms milliseconds. @returns what the work gives, or `late` if that takes longer. @throws what the work throws in time */
export async function untilDeadline<T>(clock: Clock, work: Promise<T>, ms: number): Promise<T | 'late'> {
  const ended = new AbortController();
  try {
    return await Promise.race([work, clock.sleep(ms, ended.signal).then(() => 'late' as const)]);
  } finally {
    ended.abort();
  }
}
