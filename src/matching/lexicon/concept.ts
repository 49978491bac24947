// The form of a lexicon entry. A concept is a notion of the help desk, known by phrases; the same entry reads
// messages and triggers.

/**
 * Phrases are separated by `;`. In a phrase, words stand in order with at most two other meaningful words between two of
 * them; ` + ` joins parts that may stand in any order within eight words; `a_b` are neighbours; `a|b` are
 * alternatives; `$name` is a word class; `=word` is exactly that form. Words are matched by stem.
 */
export interface Concept {
  readonly name: string;
  /** 1: names a situation by itself. Less: supports, but does not decide. */
  readonly weight: number;
  readonly phrases: string;
  /** Negative contexts: near one of these phrases the concept is not meant. */
  readonly unless?: string;
  /** Names of concepts, separated by spaces, that are only a detail when this one stands near them. */
  readonly over?: string;
}
