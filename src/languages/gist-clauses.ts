// Cuts a message into clauses of units: names that the client's systems know, moments, words with their classes. It keeps the order and
// drops nothing; what the language does not know is a unit without a class.
import { type Book, sentencesOf } from './book.ts';
import type { GistLanguage, GistRules } from './gist-words.ts';
import { createParser } from './parse.ts';
import type { Word } from './split-message.ts';

/**
 * `writer`: whoever wrote the message. `program`: to be had as an application and to be installed. `stranger`: what looks like a name and
 * is none of this client's.
 */
export type NameKind =
  | 'writer'
  | 'person'
  | 'group'
  | 'app'
  | 'licence'
  | 'software'
  | 'program'
  | 'printer'
  | 'device'
  | 'stranger';
/** By the name as written, in lower case. */
export type Names = ReadonlyMap<string, NameKind>;

export interface Unit {
  readonly type: 'word' | 'name' | 'time' | 'address' | 'number';
  /** As written. */
  readonly raw: string;
  readonly key: string;
  readonly kind?: NameKind;
  /** Of a moment. */
  readonly english?: string;
  readonly classes: ReadonlySet<string>;
}

export interface GistClause {
  readonly units: readonly Unit[];
  /** Its sentence ends with a question mark. */
  readonly isQuestion: boolean;
  /** Counts sentences. */
  readonly sentence: number;
}

const LONGEST_NAME = 5;
const NONE: ReadonlySet<string> = new Set();
const WRITER: ReadonlySet<string> = new Set(['writer', 'me']);
const TIMES = ['when', 'since', 'ago', 'date', 'time'];

export function gistClauses(
  text: string,
  book: Book,
  language: GistLanguage,
  rules: GistRules,
  names: Names,
): readonly GistClause[] | undefined {
  return sentencesOf(text, book)?.flatMap(({ words, end }, sentence) =>
    splitUnits(unitsOf(words, book, rules, names), language).map((units) => ({
      units: withStrangers(units, book),
      isQuestion: end === '?',
      sentence,
    })),
  );
}

function unitsOf(words: readonly Word[], book: Book, rules: GistRules, names: Names): readonly Unit[] {
  const parser = createParser(book.grammar, words, book.kinds);
  const phrases = TIMES.filter((phrase) => book.grammar.phrases.has(phrase));
  const units: Unit[] = [];
  for (let at = 0; at < words.length; ) {
    const found =
      nameAt(words, at, names) ??
      timeAt(words, at, rules, (place) => phrases.flatMap((phrase) => parser.read(phrase, place)));
    if (found) {
      units.push(found.unit);
      at = found.end;
      continue;
    }
    units.push(single(words[at] as Word, rules));
    at += 1;
  }
  return units;
}

function nameAt(words: readonly Word[], at: number, names: Names) {
  for (let end = Math.min(words.length, at + LONGEST_NAME); end > at; end -= 1) {
    const raw = words
      .slice(at, end)
      .map((word) => word.raw.replace(/^["„“«]\s*|\s*["”“»]$/gu, ''))
      .join(' ');
    for (const name of [raw, withoutGenitive(raw)]) {
      const kind = names.get(name.toLowerCase());
      if (!kind) continue;
      const unit = { type: 'name', raw: name, key: name.toLowerCase() } as const;
      return {
        end,
        unit: kind === 'writer' ? { ...unit, classes: WRITER } : { ...unit, kind, classes: NONE },
      };
    }
  }
  return undefined;
}

/** "Danas Passwort" is Dana's. */
export function withoutGenitive(name: string): string {
  return name.replace(/(?<=\p{L}{3})'?s$/u, '');
}

function timeAt(
  words: readonly Word[],
  at: number,
  { classesOf, fold }: GistRules,
  read: (at: number) => readonly { readonly end: number; readonly english: string }[],
) {
  const word = words[at];
  // Small words that a rule of moments opens with, and that mean more than a moment.
  if (word === undefined || classesOf(word.key).has('no')) return undefined;
  const longest = [...read(at)].sort((one, other) => other.end - one.end)[0];
  if (longest === undefined || longest.end <= at) return undefined;
  const raw = words
    .slice(at, longest.end)
    .map((part) => part.raw)
    .join(' ');
  return {
    end: longest.end,
    unit: {
      type: 'time',
      raw,
      key: fold(raw.toLowerCase()),
      english: longest.english,
      classes: NONE,
    } as const,
  };
}

function single({ raw, key: written, kind }: Word, { classesOf, fold }: GistRules): Unit {
  const key = fold(written);
  if (kind === 'address') return { type: 'name', raw, key, kind: 'person', classes: NONE };
  if (kind === 'number' || kind === 'hour' || kind === 'date')
    return { type: 'number', raw, key, classes: NONE };
  return { type: 'word', raw, key, classes: classesOf(key) };
}

/** Two capital words in a row that nobody knows: a name, perhaps after a noun ("Assistentin Ana Silva"). */
function withStrangers(units: readonly Unit[], { isKnown }: Book): readonly Unit[] {
  const isNew = (unit: Unit | undefined) =>
    unit?.type === 'word' &&
    unit.classes.size === 0 &&
    /^\p{Lu}\p{Ll}/u.test(unit.raw) &&
    !isKnown({ raw: unit.raw, key: unit.key, kind: 'word' });
  const found: Unit[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const [one, two, next] = [units[at], units[at + 1], units[at + 2]];
    if (one && two && isNew(one) && isNew(two) && !isNew(next)) {
      const raw = `${one.raw} ${two.raw}`;
      found.push({ type: 'name', raw, key: raw.toLowerCase(), kind: 'stranger', classes: NONE });
      at += 1;
    } else if (one) found.push(one);
  }
  return found;
}

/** At commas and at words that join clauses; "Sam und Dana" and "Ledger, Zoom" stay together. */
function splitUnits(units: readonly Unit[], { joints }: GistLanguage): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [[]];
  units.forEach((unit, at) => {
    const [before, after] = [units[at - 1], units[at + 1]];
    const isList =
      before !== undefined &&
      after !== undefined &&
      listed(before) !== undefined &&
      listed(before) === listed(after);
    const isComma = unit.key === ',';
    if ((isComma || joints.has(unit.key)) && !isList) parts.push([]);
    if (!isComma) parts.at(-1)?.push(unit);
    // "Grace sagt, ich soll …", with or without the comma.
    if (unit.classes.has('says')) parts.push([]);
  });
  return parts.filter((part) => part.length > 0);
}

/** What may stand in one list: names of a kind, and the writer among people. */
function listed({ kind, classes }: Unit): NameKind | undefined {
  return classes.has('myself') ? 'person' : kind;
}
