// Mends one-letter typos of words that matter ("pasword", "acount", "instal"). It never touches words it was not
// told about, short words, or real words that merely look similar.
import { FILLERS, GENERIC, NOT_TYPOS, VARIANTS } from './word-lists.ts';

const MIN_LENGTH = 5;

/**
 * @param targets words as written that a typo may be mended to.
 * @param realWords further words that are right as they are.
 * @returns for one lower-case word the vocabulary word it is one edit away from (a letter too many, too few, wrong, or
 *   two letters swapped; the first letter must be right), else the word itself. Constant time per word.
 */
export function createSpeller(
  targets: Iterable<string>,
  realWords: Iterable<string>,
): (word: string) => string {
  const known = new Set<string>([...FILLERS, ...GENERIC, ...NOT_TYPOS, ...VARIANTS.keys(), ...realWords]);
  const byDeletion = new Map<string, string>();
  for (const word of targets) {
    known.add(word);
    if (word.length < MIN_LENGTH || !/^[a-z]+$/.test(word)) continue;
    for (const shorter of deletions(word)) if (!byDeletion.has(shorter)) byDeletion.set(shorter, word);
    if (!byDeletion.has(word)) byDeletion.set(word, word);
  }
  return (word) => {
    if (word.length < MIN_LENGTH || known.has(word) || !/^[a-z]+$/.test(word)) return word;
    for (const candidate of [word, ...deletions(word)]) {
      const target = byDeletion.get(candidate);
      if (target !== undefined && target[0] === word[0] && isOneEdit(word, target)) return target;
    }
    return word;
  };
}

function deletions(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)).slice(1);
}

function isOneEdit(one: string, two: string): boolean {
  if (Math.abs(one.length - two.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const [restOne, restTwo] = [one.slice(at), two.slice(at)];
  if (restOne.slice(1) === restTwo || restOne === restTwo.slice(1)) return true;
  if (restOne.slice(1) === restTwo.slice(1)) return true;
  return restOne[0] === restTwo[1] && restOne[1] === restTwo[0] && restOne.slice(2) === restTwo.slice(2);
}
