// How long to wait before the next try.

/**
 * Exponential with full jitter.
 * @param tries failed tries so far, from 1
 * @param random 0 to 1
 * @returns milliseconds, at most `capMs`
 */
export function backoffMs(tries: number, baseMs: number, capMs: number, random: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(tries - 1, 20));
  return Math.round(ceiling / 2 + (ceiling / 2) * random);
}
