// Says in English what a message in German, French or Spanish means, or nothing. It understands every word of a message
// or none: whatever the book lacks makes it silent, and so does a "no", an "if" or a name that got lost on the way.
import { type Book, bookOf, sentencesOf } from './book.ts';
import { isFaithful } from './faithful.ts';
import { createParser } from './parse.ts';
import type { Sentence, Word } from './split-message.ts';

export interface Gloss {
  readonly text: string;
}

/** The English sentence that a message means. Undefined: the book does not understand all of it. */
export function gloss(text: string, language: string): Gloss | undefined {
  const book = bookOf(language);
  const sentences = book && sentencesOf(text, book);
  if (!sentences || sentences.length === 0) return undefined;
  const said: string[] = [];
  for (const { words, end } of sentences) {
    const meant = withoutSofteners(words, book);
    const english = meant.length === 0 ? '' : readSentence({ words: meant, end }, book);
    if (english === undefined) return undefined;
    if (english !== '') said.push(punctuate(english));
  }
  const joined = said.join(' ');
  return joined === '' ? undefined : { text: joined };
}

function withoutSofteners(words: readonly Word[], { language }: Book): readonly Word[] {
  return trimMarks(words.filter(({ kind, key }) => kind !== 'word' || !language.softeners.has(key)));
}

function trimMarks(words: readonly Word[]): readonly Word[] {
  const isComma = (word: Word | undefined) => word?.kind === 'mark' && word.raw === ',';
  const kept = words.filter((word, at) => !(isComma(word) && isComma(words[at + 1])));
  return kept.slice(isComma(kept[0]) ? 1 : 0, isComma(kept.at(-1)) ? -1 : undefined);
}

function readSentence(sentence: Sentence, book: Book): string | undefined {
  const { words, end } = sentence;
  const { grammar, kinds, language } = book;
  const parser = createParser(grammar, words, kinds);
  const whole = parser
    .read(end === '?' ? 'question' : 'sentence', 0)
    .find((reading) => reading.end === words.length);
  if (whole === undefined || !isFaithful(whole.english, words, language)) return undefined;
  return whole.english;
}

function punctuate(english: string): string {
  const text = english
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,?.])/g, '')
    .replace(/\ba (?=[aeio])/g, 'an ')
    .trim();
  return /[.?!]$/.test(text) || text === '' ? text : `${text}.`;
}
