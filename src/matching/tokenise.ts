// Cuts cleaned text into tokens, with the spellings of one notion sent to one word ("wi-fi", "wireless" → "wifi").
// It never drops a word: what counts as filler is only marked, because patterns may need it.
import { stem } from './stem.ts';
import { COMPOUNDS, FILLERS, VARIANTS } from './word-lists.ts';

export interface Token {
  /** As written, lower case, after joining compounds. */
  readonly surface: string;
  readonly stem: string;
  readonly filler: boolean;
  /** Distance scale: counts meaningful words; a sentence end adds three. */
  readonly step: number;
}

const SENTENCE_GAP = 3;
/** More is log output or a pasted document. */
const MAX_TOKENS = 600;
const DURATION = /^(\d{1,4}(?:[.,]\d{1,2})?)(h|hr|hrs|hours?|m|min|mins|minutes?)$/;
/** Ticket numbers of the usual systems: INC0012345, REQ-17, SR#9. */
const TICKET_NUMBER = /^(?:inc|req|ritm|sr|cs|tkt|tick)[-#]?\d{2,12}$/;
const NUMBER = /^#?\d[\d.,:/]*$/;

/** @param fix corrects one spelling; the same word if it is right or unknown. */
export function tokenise(text: string, fix: (word: string) => string = (word) => word): readonly Token[] {
  const tokens: Token[] = [];
  let step = 0;
  for (const sentence of text.toLowerCase().split(/[.!?;]+(?=\s|$)|\n+/)) {
    for (const word of joinCompounds(words(sentence).map(fix))) {
      if (tokens.length >= MAX_TOKENS) return tokens;
      const filler = FILLERS.has(word);
      if (!filler) step += 1;
      tokens.push({ surface: word, stem: NUMBER.test(word) ? '#' : stem(word), filler, step });
    }
    step += SENTENCE_GAP;
  }
  return tokens;
}

function words(sentence: string): readonly string[] {
  const found: string[] = [];
  for (const raw of sentence.split(/[^\p{L}\p{N}'#.,:+]+/u)) {
    const word = raw.replace(/^[.,:'+]+|[.,:'+]+$/g, '');
    if (word === '') continue;
    const duration = DURATION.exec(word);
    if (TICKET_NUMBER.test(word)) found.push('ticket', '#1');
    else if (duration) found.push(duration[1] ?? '', (duration[2] ?? '').startsWith('h') ? 'hour' : 'minute');
    else if (isHourAfterNumber(word, found.at(-1))) found.push('hour');
    else found.push(...expand(word));
  }
  return found;
}

/** "1 hr", "2 h"; elsewhere HR is the department. */
function isHourAfterNumber(word: string, before: string | undefined): boolean {
  return (word === 'hr' || word === 'h') && before !== undefined && NUMBER.test(before);
}

function expand(word: string): readonly string[] {
  const variant = VARIANTS.get(word);
  if (variant !== undefined) return variant.split(' ');
  if (/^(?:can't|cant|cannot|couldn't|couldnt)$/.test(word)) return ['cannot'];
  if (/n't$/.test(word)) return ['not'];
  const plain = word.replace(/'(?:s|ll|ve|re|d|m)$/, '').replaceAll("'", '');
  return NUMBER.test(plain) ? [plain] : plain.split(/[.,:+]+/).filter((part) => part !== '');
}

function joinCompounds(list: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const one = list[at] ?? '';
    const two = list[at + 1] ?? '';
    const three = list[at + 2] ?? '';
    const longest = COMPOUNDS.get(`${one} ${two} ${three}`);
    const pair = COMPOUNDS.get(`${one} ${two}`);
    joined.push(longest ?? pair ?? one);
    if (longest !== undefined) at += 2;
    else if (pair !== undefined) at += 1;
  }
  return joined;
}
