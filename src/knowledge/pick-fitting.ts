// Picks, from the texts that an index found, those that are about the query: a word of the title, or enough of the query's
// weight, and not far behind the best. Pure.
import { excerptOf } from '../lib/excerpt.ts';
import { wordsOf } from '../lib/search-words.ts';

export interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly details: unknown;
}

export interface FoundText {
  readonly key: string;
  readonly title: string;
  /** The paragraph that fits best, at most 1,200 characters. */
  readonly excerpt: string;
  readonly details: unknown;
}

/** Shares of the query's weight that a text has to hold, with two of its words or with one. */
const SHARE_OF_TWO = 0.2;
const SHARE_OF_ONE = 0.5;
/** A text this far behind the best one is about something else. */
const LEAST_OF_BEST = 0.25;
const TITLE_COUNTS = 2;
/** Stands for the number of all texts: a word in as many of them weighs next to nothing. */
const ALL = 500;

/**
 * @param candidates as the index orders them, several sections of one key among them
 * @param counts how many texts hold each word of the query
 * @returns best first, one per key, at most `limit`
 */
export function pickFitting(
  candidates: readonly Candidate[],
  counts: ReadonlyMap<string, number>,
  limit: number,
): readonly FoundText[] {
  const words = new Set(counts.keys());
  const weigh = (word: string) => Math.log(1 + ALL / (1 + (counts.get(word) ?? 0)));
  const sum = (some: Iterable<string>) => [...some].reduce((total, word) => total + weigh(word), 0);
  const whole = sum(words);
  const scored = candidates.flatMap((candidate) => {
    const inTitle = new Set(wordsOf(candidate.title).filter((word) => words.has(word)));
    const found = new Set(wordsOf(candidate.text).filter((word) => words.has(word)));
    const all = new Set([...inTitle, ...found]);
    const enough = whole * (all.size > 1 ? SHARE_OF_TWO : SHARE_OF_ONE);
    if (inTitle.size === 0 && sum(all) < enough) return [];
    return [{ candidate, all, score: sum(all) + (TITLE_COUNTS - 1) * sum(inTitle) }];
  });
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  const keys = new Set<string>();
  return scored
    .filter(({ candidate, score }) => {
      if (score < best * LEAST_OF_BEST || keys.has(candidate.key)) return false;
      keys.add(candidate.key);
      return true;
    })
    .slice(0, limit)
    .map(({ candidate: { key, title, text, details }, all }) => ({
      key,
      title,
      details,
      excerpt: excerptOf(text, all, weigh),
    }));
}
