// How often a bot may send into one conversation. Source: learn.microsoft.com "Rate limiting for bots".
const SEND: readonly (readonly [most: number, seconds: number])[] = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1800, 3600],
];
const READ: readonly (readonly [most: number, seconds: number])[] = [
  [14, 1],
  [120, 30],
];

export class Rates {
  readonly #now: () => number;
  readonly #sent = new Map<string, number[]>();

  /** @param now milliseconds, of the clock that the test moves */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Counts one operation. @returns seconds to wait if there were too many, which are not counted */
  take(kind: 'send' | 'read', conversation: string): number | undefined {
    const key = `${kind} ${conversation}`;
    const now = this.#now();
    const times = this.#sent.get(key) ?? [];
    for (const [most, seconds] of kind === 'send' ? SEND : READ) {
      const within = times.filter((time) => now - time < seconds * 1000);
      const first = within.at(-most);
      if (first !== undefined) return Math.max(1, Math.ceil((first + seconds * 1000 - now) / 1000));
    }
    this.#sent.set(key, [...times, now]);
    return undefined;
  }
}
