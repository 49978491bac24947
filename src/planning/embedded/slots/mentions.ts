// Finds what a message names by asking the systems, not by guessing: runs of one to three words are looked up, and only
// names whose words all stand in the message count.
import { COMMON_WORDS } from './common-words.ts';

export interface Mention<T> {
  /** As it stands in the message. */
  readonly text: string;
  /** Up to three words before it, lower case. */
  readonly before: string;
  readonly hits: readonly T[];
}

interface Word {
  readonly text: string;
  readonly folded: string;
}

const MOST_WORDS = 80;

export function foldWord(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words with their possessive taken off: "Sam's" is "Sam". */
function wordsOf(text: string): readonly Word[] {
  return [...text.slice(0, 2000).matchAll(/[\p{L}\p{N}][\p{L}\p{N}&._-]*(?:['’]\p{L}+)?/gu)]
    .slice(0, MOST_WORDS)
    .map(([found]) => {
      const plain = found.replace(/['’]s?$/u, '').replace(/[._-]+$/u, '');
      return { text: plain, folded: foldWord(plain) };
    });
}

/**
 * Every name in the text that the look-up knows, longest first at each place.
 * @param find looks a name up; what it gives is filtered to names that hold every word
 */
export async function findMentions<T extends { readonly name: string }>(
  text: string,
  find: (query: string) => Promise<readonly T[]>,
): Promise<readonly Mention<T>[]> {
  const words = wordsOf(text);
  const mentions: Mention<T>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(3, words.length - at); length > 0; length -= 1) {
      const run = words.slice(at, at + length);
      if (!isCandidate(run)) continue;
      const hits = (await find(run.map((word) => word.text).join(' '))).filter((hit) => holds(hit.name, run));
      if (hits.length === 0) continue;
      const before = words.slice(Math.max(0, at - 3), at).map((word) => word.folded);
      mentions.push({
        text: run.map((word) => word.text).join(' '),
        before: before.join(' '),
        hits: narrow(hits, run),
      });
      at += length - 1;
      break;
    }
  }
  return mentions;
}

function isCandidate(run: readonly Word[]): boolean {
  const first = run[0];
  const last = run[run.length - 1];
  if (!first || !last) return false;
  // A name neither begins nor ends with an everyday word, and a single one is not one.
  if (COMMON_WORDS.has(first.folded) || COMMON_WORDS.has(last.folded)) return false;
  return run.length > 1 || first.folded.length > 1;
}

function holds(name: string, run: readonly Word[]): boolean {
  const parts = new Set(foldWord(name).split(/[^\p{L}\p{N}&]+/u));
  const whole = foldWord(name);
  return run.every(
    (word) => parts.has(word.folded) || whole === word.folded || whole.split(/\s+/).includes(word.folded),
  );
}

/** Of several hits, those with exactly these words win: "Finance" before "Finance EU". */
function narrow<T extends { readonly name: string }>(hits: readonly T[], run: readonly Word[]): readonly T[] {
  const wanted = run.map((word) => word.folded).join(' ');
  const exact = hits.filter((hit) => foldWord(hit.name) === wanted);
  return exact.length > 0 ? exact : hits;
}
