// Says in English what a message in German, French or Spanish means, or nothing. It understands every word of a message
// or none: whatever the book lacks makes it silent, and so does a "no", an "if" or a name that got lost on the way.
import { isFaithful } from './faithful.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { compileGrammar, type Grammar } from './grammar.ts';
import { createKinds } from './kinds.ts';
import type { Language } from './language.ts';
import { createParser, type Kinds } from './parse.ts';
import { spanish } from './spanish.ts';
import { type Sentence, splitMessage, type Word } from './split-message.ts';
import { createWordReader, type WordReader } from './word-reader.ts';

export interface Gloss {
  readonly text: string;
}

interface Book {
  readonly language: Language;
  readonly grammar: Grammar;
  readonly reader: WordReader;
  readonly kinds: Kinds;
}

const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ['de', german],
  ['fr', french],
  ['es', spanish],
]);
/** Longer messages tell a story, and a person reads it. */
const MOST_CHARS = 600;
const MOST_WORDS = 90;

/** Compiled when the first message of a language comes. */
const books = new Map<string, Book>();

/** The English sentence that a message means. Undefined: the book does not understand all of it. */
export function gloss(text: string, language: string): Gloss | undefined {
  const book = bookOf(language);
  if (!book || text.length > MOST_CHARS) return undefined;
  const sentences = readSentences(text, book);
  if (!sentences || sentences.length === 0) return undefined;
  const said: string[] = [];
  for (const sentence of sentences) {
    const english = sentence.words.length === 0 ? '' : readSentence(sentence, book);
    if (english === undefined) return undefined;
    if (english !== '') said.push(punctuate(english));
  }
  const joined = said.join(' ');
  return joined === '' ? undefined : { text: joined };
}

function bookOf(name: string): Book | undefined {
  const known = books.get(name);
  const language = LANGUAGES.get(name);
  if (known || !language) return known;
  const grammar = compileGrammar(language.chapters, language.moulds, language.fold);
  const reader = createWordReader(grammar.vocabulary, language.realWords, language.bare);
  const isKnown = ({ key }: Word) =>
    grammar.vocabulary.has(key) || language.realWords.has(key) || language.months.has(key);
  const book = { language, grammar, reader, kinds: createKinds(language, isKnown) };
  books.set(name, book);
  return book;
}

/** Words spelled as the book spells them, softeners gone. */
function readSentences(text: string, { language, reader, grammar }: Book): readonly Sentence[] | undefined {
  const spelled = language.spellings.reduce(
    (rest, [pattern, plain]) => rest.replace(pattern, plain),
    text.normalize('NFC').replace(/[’‘ʼ`´]/g, "'"),
  );
  const sentences = splitMessage(spelled, language.fold);
  if (!sentences || sentences.reduce((sum, { words }) => sum + words.length, 0) > MOST_WORDS)
    return undefined;
  return sentences.map(({ words, end }) => ({
    end,
    words: trimMarks(
      words
        .flatMap((word) => cutWord(word, language, grammar, reader))
        .map((word) => (word.kind === 'word' ? { ...word, key: reader.read(word.key) ?? word.key } : word))
        .filter(({ kind, key }) => kind !== 'word' || !language.softeners.has(key)),
    ),
  }));
}

function trimMarks(words: readonly Word[]): readonly Word[] {
  const isComma = (word: Word | undefined) => word?.kind === 'mark' && word.raw === ',';
  const kept = words.filter((word, at) => !(isComma(word) && isComma(words[at + 1])));
  return kept.slice(isComma(kept[0]) ? 1 : 0, isComma(kept.at(-1)) ? -1 : undefined);
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
