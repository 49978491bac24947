// What a phrase book needs to know of a language besides its rules. Types only.
import type { Chapter, Mould } from './grammar.ts';

export interface Language {
  readonly chapters: readonly Chapter[];
  readonly moulds: readonly Mould[];
  /** Spellings that are one word to the book: "e-mail" is "email". Tried in order, before anything is read. */
  readonly spellings: readonly (readonly [RegExp, string])[];
  /** Lower case, with what one language writes in two ways written in one. */
  readonly fold: (word: string) => string;
  /** Without accents and what stands for them. */
  readonly bare: (word: string) => string;
  /** Politeness and sighs, folded: they say nothing wherever they stand. */
  readonly softeners: ReadonlySet<string>;
  /** Words that are no names even where one may stand, and that are never mended into another. */
  readonly realWords: ReadonlySet<string>;
  /** Words that may stand inside the name of a group or a program although the book knows them. */
  readonly inNames: ReadonlySet<string>;
  /** Words of the book that are family names too; they are one after a first name and with a capital letter. */
  readonly surnames: ReadonlySet<string>;
  /** Words that join the parts of a person's name. */
  readonly particles: ReadonlySet<string>;
  /** By month's name, folded. */
  readonly months: ReadonlyMap<string, string>;
  /** A message with one of these says no, and so must its meaning. */
  readonly denies: RegExp;
  /** A message with one of these is about what may be, and so must its meaning. */
  readonly supposes: RegExp;
  /** A sentence that opens with one of these asks. */
  readonly asks: RegExp;
  /** The parts that one written word stands for: "j'ai" is "j'" and "ai". */
  readonly cut: (raw: string) => readonly string[];
}

/** The words of a text as a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
