// The book of one language, compiled when its first message comes, and a message's words as that book spells them. It reads no meaning.
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { compileGrammar, type Grammar } from './grammar.ts';
import { createKinds } from './kinds.ts';
import type { Language } from './language.ts';
import type { Kinds } from './parse.ts';
import { spanish } from './spanish.ts';
import { type Sentence, splitMessage, type Word } from './split-message.ts';
import { createWordReader, type WordReader } from './word-reader.ts';

export interface Book {
  readonly language: Language;
  readonly grammar: Grammar;
  readonly reader: WordReader;
  readonly kinds: Kinds;
  /** Whether the book, or the language, has the word. */
  readonly isKnown: (word: Word) => boolean;
}

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);
/** Longer messages tell a story, and a person reads it. */
const MOST_CHARS = 600;
const MOST_WORDS = 90;

const books = new Map<string, Book>();

/** @param name ISO 639 code */
export function bookOf(name: string): Book | undefined {
  const known = books.get(name);
  const language = LANGUAGES.get(name);
  if (known || !language) return known;
  const grammar = compileGrammar(language.chapters, language.moulds, language.fold);
  const reader = createWordReader(grammar.vocabulary, language.realWords, language.bare);
  const isKnown = ({ key }: Word) =>
    grammar.vocabulary.has(key) || language.realWords.has(key) || language.months.has(key);
  const book = { language, grammar, reader, isKnown, kinds: createKinds(language, isKnown) };
  books.set(name, book);
  return book;
}

/** Words spelled as the book spells them. Undefined: too long, or with signs that writers do not use. */
export function sentencesOf(
  text: string,
  { language, reader, grammar }: Book,
): readonly Sentence[] | undefined {
  if (text.length > MOST_CHARS) return undefined;
  const spelled = language.spellings.reduce(
    (rest, [pattern, plain]) => rest.replace(pattern, plain),
    text.normalize('NFC').replace(/[’‘ʼ`´]/g, "'"),
  );
  const sentences = splitMessage(spelled, language.fold);
  if (!sentences || sentences.reduce((sum, { words }) => sum + words.length, 0) > MOST_WORDS)
    return undefined;
  return sentences.map(({ words, end }) => ({
    end,
    words: words
      .flatMap((word) => cutWord(word, language, grammar, reader))
      .map((word) => (word.kind === 'word' ? { ...word, key: reader.read(word.key) ?? word.key } : word)),
  }));
}

/** "Passwort-Reset" is two words of the book; "Meyer-Landrut" is one name. */
function cutWord(
  word: Word,
  language: Language,
  { vocabulary }: Grammar,
  reader: WordReader,
): readonly Word[] {
  if (word.kind !== 'word' || vocabulary.has(word.key)) return [word];
  const parts = language.cut(word.raw).flatMap((part) => {
    const pieces = part.split(/-+/).filter((piece) => piece !== '');
    const known = pieces.some((piece) => reader.read(language.fold(piece)) !== undefined);
    return known && !vocabulary.has(language.fold(part)) ? pieces : [part];
  });
  return parts.map((raw) => ({ raw, key: language.fold(raw), kind: 'word' }));
}
