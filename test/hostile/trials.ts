// Which attacks meet which strategies: every strategy at least once, every text with a different part of the table.
import { readFileSync } from 'node:fs';

export interface Injection {
  readonly id: string;
  readonly channel: string;
  readonly text: string;
}

const OWN = new URL('../fixtures/injections.jsonl', import.meta.url);

/** The texts of the project, or those of another file in the same form (`{id, channel, text}` a line). */
export function readInjections(file: string | undefined): readonly Injection[] {
  return readFileSync(file ?? OWN, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Injection);
}

/**
 * Spreads `all` over `lots`, `each` to a lot, going round and round.
 * @returns as many lists as `lots`
 */
export function spread<T>(all: readonly T[], lots: number, each: number): readonly (readonly T[])[] {
  return Array.from({ length: lots }, (_, lot) =>
    Array.from({ length: each }, (_none, at) => all[(lot * each + at) % all.length] as T),
  );
}
