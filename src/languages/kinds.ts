// The words that no rule can spell out: names of people, of groups and programs, devices, numbers of tickets, days and
// hours. It goes by how a word is written and by what the book knows; it never takes a known word for a name.
import type { Language } from './language.ts';
import type { Kinds, Reading } from './parse.ts';
import { isProduct } from './products.ts';
import type { Word } from './split-message.ts';

const MOST_NAME_WORDS = 4;
const MOST_THING_WORDS = 5;

/** @param isKnown whether the book, or the language, has the word. */
export function createKinds(language: Language, isKnown: (word: Word) => boolean): Kinds {
  const isName = (word: Word | undefined): boolean =>
    word?.kind === 'word' &&
    /^\p{Lu}/u.test(word.raw) &&
    /^[\p{L}\p{M}'’-]+$/u.test(word.raw) &&
    !isKnown(word);
  const person = (words: readonly Word[], at: number): readonly Reading[] => {
    const first = words[at];
    if (first?.kind === 'address') return [{ end: at + 1, english: first.raw }];
    if (first?.kind === 'quote') return [{ end: at + 1, english: first.raw }];
    if (first === undefined || !isName(first) || isProduct(first.raw)) return [];
    const ends = [at + 1];
    for (let end = at + 1; end - at < MOST_NAME_WORDS; end += 1) {
      const word = words[end];
      if (word && language.particles.has(word.key)) continue;
      const isSurname = /^\p{Lu}/u.test(word?.raw ?? '') && language.surnames.has(word?.key ?? '');
      if (!isName(word) && !isSurname) break;
      ends.push(end + 1);
    }
    return ends.map((end) => ({ end, english: written(words, at, end) })).reverse();
  };
  const thing = (words: readonly Word[], at: number): readonly Reading[] => {
    const first = words[at];
    if (first?.kind === 'quote' || first?.kind === 'address' || first?.kind === 'code')
      return [{ end: at + 1, english: first.raw }];
    const belongs = (word: Word | undefined): boolean =>
      word !== undefined &&
      (isName(word) ||
        (word.kind === 'word' && isProduct(word.raw)) ||
        (word.kind === 'word' && /^\p{Lu}/u.test(word.raw) && language.inNames.has(word.key)));
    if (!belongs(first)) return [];
    const ends = [at + 1];
    for (let end = at + 1; end - at < MOST_THING_WORDS; end += 1) {
      const word = words[end];
      if (word?.raw === '&' || word?.raw === '+') continue;
      if (!belongs(word) && word?.kind !== 'number' && word?.kind !== 'code') break;
      ends.push(end + 1);
    }
    return ends.map((end) => ({ end, english: written(words, at, end) })).reverse();
  };
  return (kind, words, at) => {
    const word = words[at];
    if (word === undefined) return [];
    if (kind === 'name') return person(words, at);
    if (kind === 'thing') return thing(words, at);
    if (kind === 'product') return isProduct(word.raw) || word.kind === 'quote' ? thing(words, at) : [];
    const english = single(kind, word, language);
    return english === undefined ? [] : [{ end: at + 1, english }];
  };
}

function written(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map(({ raw }) => raw)
    .join(' ');
}

function single(kind: string, { kind: of, raw, key }: Word, { months }: Language): string | undefined {
  const number = Number(/^\d+/.exec(raw)?.[0]);
  switch (kind) {
    case 'code':
      return of === 'code' || of === 'quote' ? raw : undefined;
    case 'address':
      return of === 'address' ? raw : undefined;
    case 'ticket':
      return of === 'code' || (of === 'number' && /^\d+$/.test(raw)) ? raw : undefined;
    case 'day':
      return of === 'number' && number >= 1 && number <= 31 ? String(number) : undefined;
    case 'year':
      return of === 'number' && number >= 2020 && number <= 2100 ? raw : undefined;
    case 'count':
      return of === 'number' ? raw : undefined;
    case 'month':
      return months.get(key);
    case 'hour':
      return of === 'hour' || (of === 'number' && number <= 24 && /^\d+$/.test(raw)) ? clock(raw) : undefined;
    case 'date':
      return of === 'date' ? date(raw) : undefined;
    default:
      throw new Error(`No kind of word #${kind}`);
  }
}

function clock(raw: string): string | undefined {
  const [hour = '', minute = ''] = raw.split(/[:.h]/);
  const padded = minute.padStart(2, '0');
  return Number(hour) <= 24 && Number(padded) < 60 ? `${hour.padStart(2, '0')}:${padded}` : undefined;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "11.12.2026" and "11/12/2026" name the day first in all languages that the desk has a book of. */
function date(raw: string): string | undefined {
  if (/^\d{4}-/.test(raw)) return raw;
  const [day, month, year = ''] = raw.split(/[./]/);
  const name = MONTHS[Number(month) - 1];
  if (name === undefined || Number(day) < 1 || Number(day) > 31) return undefined;
  return `${Number(day)} ${name}${year === '' ? '' : ` ${year.length === 2 ? `20${year}` : year}`}`;
}
