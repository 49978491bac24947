// Reads one trigger once, when the matcher is made: its words, its concepts, and the clauses that a message may
// meet. What a trigger rules out ("not for guests") and how it names its carrier ("when a ticket says that") is not matched.
import { cleanMessage } from './clean-message.ts';
import { findConcepts, SITUATION_WEIGHT } from './find-concepts.ts';
import type { Trigger } from './matcher.ts';
import { type Token, tokenise } from './tokenise.ts';
import { GENERIC } from './word-lists.ts';

export interface Clause {
  /** As the admin wrote it, for the reason shown to people. */
  readonly text: string;
  readonly words: ReadonlySet<string>;
  /** Concept → weight. */
  readonly concepts: ReadonlyMap<string, number>;
}

export interface IndexedTrigger {
  readonly trigger: Trigger;
  /** Stem → times, the title counted twice. */
  readonly words: ReadonlyMap<string, number>;
  readonly length: number;
  readonly concepts: ReadonlyMap<string, number>;
  /** The title first, then the parts of the trigger. */
  readonly clauses: readonly Clause[];
}

const RULED_OUT =
  /[(,;]?\s*\b(?:but not|and not|or not|not for|not when|not about|rather than|other than|as opposed to|instead of|except(?: for)?|excluding|unlike)\b[^,.;()]*|\(not [^)]*\)|, not [^,.;()]*/gi;
/** What it is for is not when it applies. */
const PURPOSE = /,?\s*\b(?:so that|in order (?:to|that))\b[^.;]*/gi;
const OPENING = /^\s*(?:when|whenever|if|once|as soon as|for)\s+/i;
const CARRIER =
  /^(?:a|an|the|any|some)?\s*(?:new\s+|incoming\s+)?(?:ticket|case|incident|message|e-?mail|request)\s+(?:(?:is|was|has been|gets)\s+)?(?:open(?:ed|s)|rais(?:ed|es)|creat(?:ed|es)|submitted|logged|received|comes? in|arrives?|asks?|says?|reports?|mentions?|describes?|concerns?|is about|about|for|states?)\b/i;
const TITLE_COUNT = 2;
const MENTIONED_ONLY = 0.8;
const GENERIC_STEMS: ReadonlySet<string> = new Set(
  [...GENERIC].flatMap((word) => tokenise(word).map((token) => token.stem)),
);

/** True for words that occur in nearly every request and prove nothing alone. */
export function isGeneric(stem: string): boolean {
  return stem === '#' || GENERIC_STEMS.has(stem);
}

/** @throws never; an empty trigger gives an index that nothing meets. */
export function indexTrigger(trigger: Trigger): IndexedTrigger {
  const sentence = essence(trigger.trigger);
  const words = new Map<string, number>();
  for (const stem of contentStems(tokenise(trigger.title)))
    words.set(stem, (words.get(stem) ?? 0) + TITLE_COUNT);
  for (const stem of contentStems(tokenise(sentence))) words.set(stem, (words.get(stem) ?? 0) + 1);
  const titleConcepts = conceptsOfAny(trigger.title, /\s+(?:and|or)\s+|[,&/+]/i);
  const concepts = weighConcepts(titleConcepts, conceptsOfAny(sentence, /\s+or\s+/i));
  return {
    trigger,
    words,
    length: [...words.values()].reduce((sum, count) => sum + count, 0),
    concepts,
    clauses: [
      toClause(trigger.title, concepts),
      ...clausesOf(sentence).map((text) => toClause(text, concepts)),
    ],
  };
}

/** The title says what the workflow is about; another situation that only the sentence mentions counts less. */
function weighConcepts(
  title: ReadonlyMap<string, number>,
  sentence: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const titleIsClear = [...title.values()].some((weight) => weight >= SITUATION_WEIGHT);
  const weighed = new Map(title);
  for (const [name, weight] of sentence) {
    if (!weighed.has(name)) weighed.set(name, titleIsClear ? weight * MENTIONED_ONLY : weight);
  }
  return weighed;
}

function essence(text: string): string {
  const wanted = cleanMessage(text).replace(RULED_OUT, ' ').replace(PURPOSE, ' ');
  const opened = wanted.replace(OPENING, '');
  const carried = opened.replace(CARRIER, '').trim();
  const hasTopic = [...conceptsOf(carried).keys()].some((name) => !name.startsWith('ticket-'));
  return hasTopic ? carried : opened.trim();
}

/** The alternatives of a sentence: "asks to join a group, or to leave one" has two, and the whole is one as well. */
function clausesOf(sentence: string): readonly string[] {
  const parts = sentence
    .split(/\s+or\s+|\s+and\s+|[,;:()/]\s*|\.\s+/i)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '');
  return parts.length > 1 ? [...parts, sentence] : [sentence.replace(/\.$/, '')];
}

function toClause(text: string, kept: ReadonlyMap<string, number>): Clause {
  const concepts = [...conceptsOf(text).keys()].flatMap((name) => {
    const weight = kept.get(name);
    return weight === undefined ? [] : [[name, weight] as const];
  });
  return {
    text: text.replace(OPENING, ''),
    words: new Set(contentStems(tokenise(text))),
    concepts: new Map(concepts),
  };
}

function conceptsOf(text: string): ReadonlyMap<string, number> {
  return new Map(findConcepts(tokenise(cleanMessage(text))).map((hit) => [hit.name, hit.weight]));
}

/** Alternatives are read each by itself as well, so that one cannot pass for a detail of the other. */
function conceptsOfAny(text: string, between: RegExp): ReadonlyMap<string, number> {
  return new Map([text, ...text.split(between)].flatMap((part) => [...conceptsOf(part)]));
}

function contentStems(tokens: readonly Token[]): readonly string[] {
  return tokens.filter((token) => !token.filler && token.stem !== '#').map((token) => token.stem);
}
