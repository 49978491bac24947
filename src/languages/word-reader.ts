// Knows the words of one language as a phrase book spells them, and mends what people leave out or mistype. It never
// mends an ending or a real word into another, because those carry mood and tense.

export interface WordReader {
  /** The word of the book that was meant, or undefined. */
  readonly read: (key: string) => string | undefined;
}

const SHORTEST_TO_MEND = 7;

/**
 * @param vocabulary the book's words, folded.
 * @param realWords words of the language that are right as they are and that the book gives no meaning; never mended.
 * @param bare a word without its accents and their substitutes.
 */
export function createWordReader(
  vocabulary: ReadonlySet<string>,
  realWords: ReadonlySet<string>,
  bare: (word: string) => string,
): WordReader {
  const byBare = new Map<string, string | undefined>();
  const byDeletion = new Map<string, Set<string>>();
  for (const word of vocabulary) {
    const key = bare(word);
    byBare.set(key, byBare.has(key) && byBare.get(key) !== word ? undefined : word);
    if (word.length < SHORTEST_TO_MEND) continue;
    for (const shorter of [key, ...deletions(key)]) {
      const words = byDeletion.get(shorter) ?? new Set();
      byDeletion.set(shorter, words.add(word));
    }
  }
  const mend = (key: string): string | undefined => {
    if (key.length < SHORTEST_TO_MEND || !/^\p{L}+$/u.test(key)) return undefined;
    const found = new Set<string>();
    for (const shorter of [key, ...deletions(key)]) {
      for (const word of byDeletion.get(shorter) ?? []) if (isMended(key, bare(word))) found.add(word);
    }
    return found.size === 1 ? [...found][0] : undefined;
  };
  return {
    read(key) {
      if (vocabulary.has(key)) return key;
      if (realWords.has(key)) return undefined;
      const hasAccents = bare(key) !== key && key.normalize('NFD') !== key;
      // An accent that is written is meant: "reinicié" is no "reinicie".
      if (!hasAccents && byBare.get(bare(key)) !== undefined) return byBare.get(bare(key));
      return hasAccents ? undefined : mend(bare(key));
    },
  };
}

function deletions(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)).slice(1);
}

/** One letter too many, too few, wrong or swapped with the next; neither the first two nor the last two letters. */
function isMended(one: string, two: string): boolean {
  if (one === two || Math.abs(one.length - two.length) > 1) return one === two;
  if (one.slice(0, 2) !== two.slice(0, 2) || one.slice(-2) !== two.slice(-2)) return false;
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  const [restOne, restTwo] = [one.slice(at), two.slice(at)];
  if (restOne.slice(1) === restTwo || restOne === restTwo.slice(1)) return true;
  if (restOne.slice(1) === restTwo.slice(1)) return true;
  return restOne[0] === restTwo[1] && restOne[1] === restTwo[0] && restOne.slice(2) === restTwo.slice(2);
}
