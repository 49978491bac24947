// Turns the lexicon's phrase text into patterns over tokens and finds where they stand. Work is linear in the
// message: every word looks up the terms it can start; nothing backtracks.
import { lookUp } from '../lib/look-up.ts';
import { WORD_CLASSES } from './lexicon/word-classes.ts';
import { type Token, tokenise } from './tokenise.ts';

/** Token indexes, both inclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Parts that may stand in any order near each other; each part is a list of term numbers in order. */
export type Phrase = readonly (readonly number[])[];

interface Alternative {
  readonly term: number;
  readonly rest: readonly string[];
  /** True: compare the written form, not the stem. */
  readonly exact: boolean;
}

const MAX_SKIPPED_WORDS = 2;
const WINDOW_STEPS = 8;
/** Of one term in one message; more is repetition, and would make the work quadratic. */
const MAX_PLACES = 24;

export class PhraseBook {
  readonly #terms = new Map<string, number>();
  readonly #starts = new Map<string, Alternative[]>();
  readonly #words = new Set<string>();

  /** @param source phrases as described in `lexicon/concept.ts`. */
  compile(source: string): readonly Phrase[] {
    return source
      .replace(/\|\s+/g, '|')
      .split(';')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
      .map((phrase) =>
        phrase.split(/\s+\+\s+/).map((part) =>
          part
            .trim()
            .split(/\s+/)
            .map((term) => this.#term(term)),
        ),
      );
  }

  /** Every word of every phrase, as written; for the speller. */
  words(): ReadonlySet<string> {
    return this.#words;
  }

  /** Where each term stands: one list of spans per term number, in text order. */
  locate(tokens: readonly Token[]): ReadonlyMap<number, readonly Span[]> {
    const found = new Map<number, Span[]>();
    tokens.forEach((token, at) => {
      for (const key of [token.stem, `=${token.surface}`]) {
        for (const alternative of this.#starts.get(key) ?? []) {
          const end = endOf(alternative, tokens, at);
          if (end === undefined) continue;
          const spans = found.get(alternative.term);
          if (spans && spans.length < MAX_PLACES) spans.push({ start: at, end });
          else if (!spans) found.set(alternative.term, [{ start: at, end }]);
        }
      }
    });
    return found;
  }

  #term(source: string): number {
    const known = this.#terms.get(source);
    if (known !== undefined) return known;
    const term = this.#terms.size;
    this.#terms.set(source, term);
    for (const alternative of source.split('|')) {
      const words = alternative.startsWith('$') ? classWords(alternative.slice(1)) : [alternative];
      for (const word of words) this.#addAlternative(term, word);
    }
    return term;
  }

  #addAlternative(term: number, word: string): void {
    const exact = word.startsWith('=');
    const tokens = tokenise(word.replace(/^=/, '').replaceAll('_', ' '));
    for (const token of tokens) this.#words.add(token.surface);
    const [first, ...rest] = tokens.map((token) => (exact ? token.surface : token.stem));
    if (first === undefined) return;
    const key = exact ? `=${first}` : first;
    const list = this.#starts.get(key) ?? [];
    list.push({ term, rest, exact });
    this.#starts.set(key, list);
  }
}

function classWords(name: string): readonly string[] {
  const words = lookUp(WORD_CLASSES, name);
  if (words === undefined) throw new Error(`The lexicon names an unknown word class: $${name}`);
  return words.trim().split(/\s+/);
}

function endOf(alternative: Alternative, tokens: readonly Token[], at: number): number | undefined {
  let position = at;
  for (const wanted of alternative.rest) {
    const next = [position + 1, position + 2].find((index, skipped) => {
      const token = tokens[index];
      if (!token || (skipped === 1 && !tokens[position + 1]?.filler)) return false;
      return (alternative.exact ? token.surface : token.stem) === wanted;
    });
    if (next === undefined) return undefined;
    position = next;
  }
  return position;
}

/** All places where a phrase stands, given where its terms stand. */
export function findPhrase(
  phrase: Phrase,
  located: ReadonlyMap<number, readonly Span[]>,
  tokens: readonly Token[],
): readonly Span[] {
  const parts: (readonly Span[])[] = [];
  for (const part of phrase) {
    if (part.some((term) => !located.has(term))) return [];
    const spans = findInOrder(part, located, tokens);
    if (spans.length === 0) return [];
    parts.push(spans);
  }
  const [first = [], ...others] = parts;
  return others.reduce<readonly Span[]>((spans, part) => joinNear(spans, part, tokens), first);
}

function findInOrder(
  part: readonly number[],
  located: ReadonlyMap<number, readonly Span[]>,
  tokens: readonly Token[],
): readonly Span[] {
  const [head, ...tail] = part.map((term) => located.get(term) ?? []);
  const found: Span[] = [];
  for (const start of head ?? []) {
    let span: Span | undefined = start;
    for (const spans of tail) {
      const before: Span = span;
      const next: Span | undefined = spans.find((candidate) => candidate.start > before.end);
      if (!next || distance(before, next, tokens) > MAX_SKIPPED_WORDS + 1) {
        span = undefined;
        break;
      }
      span = { start: start.start, end: next.end };
    }
    if (span) found.push(span);
  }
  return found;
}

function joinNear(left: readonly Span[], right: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const found: Span[] = [];
  for (const one of left) {
    for (const two of right) {
      if (isSameText(one, two)) continue;
      const joined = { start: Math.min(one.start, two.start), end: Math.max(one.end, two.end) };
      if (width(joined, tokens) <= WINDOW_STEPS) found.push(joined);
    }
  }
  return found.slice(0, MAX_PLACES);
}

/** A span may lie between the ends of a joined one, but no word may serve twice. */
function isSameText(one: Span, two: Span): boolean {
  const apart = one.end < two.start || two.end < one.start;
  const inside = one.start < two.start && two.end < one.end;
  return !apart && !inside;
}

function width(span: Span, tokens: readonly Token[]): number {
  return (tokens[span.end]?.step ?? 0) - (tokens[span.start]?.step ?? 0);
}

/** Meaningful words from one span to another; 0 if they overlap. */
export function distance(one: Span, two: Span, tokens: readonly Token[]): number {
  if (one.start <= two.end && two.start <= one.end) return 0;
  const [first, second] = one.start < two.start ? [one, two] : [two, one];
  return (tokens[second.start]?.step ?? 0) - (tokens[first.end]?.step ?? 0);
}
