// Cuts cleaned text into tokens, with the spellings of one notion sent to one word ("wi-fi", "wireless" → "wifi").
// It never drops a word: what counts as filler is only marked, because patterns may need it.
import { stem } from './stem.ts';
import { COMPOUNDS, FILLERS, VARIANTS } from './word-lists.ts';

export interface Token {
  /** What the writer wrote, lower case; for reasons shown to people. */
  readonly written: string;
  /** The word it stands for, after variants and compounds. */
  readonly surface: string;
  readonly stem: string;
  readonly filler: boolean;
  /** Distance scale: counts meaningful words; a sentence end adds three. */
  readonly step: number;
}

interface Word {
  readonly written: string;
  readonly word: string;
}

const SENTENCE_GAP = 3;
/** More is log output or a pasted document. */
const MAX_TOKENS = 600;
/** Longer is a key, a path or noise. */
const MAX_WORD = 40;
const DURATION = /^(\d{1,4}(?:[.,]\d{1,2})?)(h|hr|hrs|hours?|m|min|mins|minutes?)$/;
/** Ticket numbers of the usual systems: INC0012345, REQ-17, SR#9. */
const TICKET_NUMBER = /^(?:inc|req|ritm|sr|cs|tkt|tick)[-#]?\d{2,12}$/;
const NUMBER = /^#?\d[\d.,:/]*$/;

/** @param fix corrects one spelling; the same word if it is right or unknown. */
export function tokenise(text: string, fix: (word: string) => string = (word) => word): readonly Token[] {
  const tokens: Token[] = [];
  let step = 0;
  for (const sentence of text.toLowerCase().split(/[.!?;]+(?=\s|$)|\n+/)) {
    for (const { word, written } of joinCompounds(toWords(sentence, fix))) {
      if (tokens.length >= MAX_TOKENS) return tokens;
      const filler = FILLERS.has(word);
      if (!filler) step += 1;
      tokens.push({ written, surface: word, stem: NUMBER.test(word) ? '#' : stem(word), filler, step });
    }
    step += SENTENCE_GAP;
  }
  return tokens;
}

function toWords(sentence: string, fix: (word: string) => string): readonly Word[] {
  const found: Word[] = [];
  for (const raw of sentence.split(/[^\p{L}\p{N}'#.,:+]+/u)) {
    const written = raw.replace(/^[.,:'+]+|[.,:'+]+$/g, '');
    if (written === '' || written.length > MAX_WORD) continue;
    const words = isHourAfterNumber(written, found.at(-1)?.word) ? ['hour'] : expand(written);
    for (const word of words) found.push({ written, word: fix(word) });
  }
  return found;
}

/** "1 hr", "2 h"; elsewhere HR is the department. */
function isHourAfterNumber(word: string, before: string | undefined): boolean {
  return (word === 'hr' || word === 'h') && before !== undefined && NUMBER.test(before);
}

function expand(word: string): readonly string[] {
  if (TICKET_NUMBER.test(word)) return ['ticket', '#1'];
  const duration = DURATION.exec(word);
  if (duration) return [duration[1] ?? '', (duration[2] ?? '').startsWith('h') ? 'hour' : 'minute'];
  const variant = VARIANTS.get(word);
  if (variant !== undefined) return variant.split(' ');
  if (/^(?:can't|cant|cannot|couldn't|couldnt)$/.test(word)) return ['cannot'];
  if (/n't$/.test(word)) return ['not'];
  const plain = word.replace(/'(?:s|ll|ve|re|d|m)$/, '').replaceAll("'", '');
  return NUMBER.test(plain) ? [plain] : plain.split(/[.,:+]+/).filter((part) => part !== '');
}

function joinCompounds(list: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const three = list.slice(at, at + 3);
    const two = three.slice(0, 2);
    const group = [three, two].find((words) => COMPOUNDS.has(keyOf(words)));
    const one = list[at];
    if (group) {
      const written = [...new Set(group.map((word) => word.written))].join(' ');
      joined.push({ written, word: COMPOUNDS.get(keyOf(group)) ?? '' });
      at += group.length - 1;
    } else if (one) {
      joined.push(one);
    }
  }
  return joined;
}

function keyOf(words: readonly Word[]): string {
  return words.map(({ word }) => word).join(' ');
}
