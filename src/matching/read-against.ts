// Scores one message against one trigger: concepts they share count three times as much as plain words, and a match of
// half a clause counts less than a match of a whole one. It decides nothing; see pick-fitting.
import { type ConceptHit, SITUATION_WEIGHT } from './find-concepts.ts';
import { type Clause, type IndexedTrigger, isGeneric } from './index-trigger.ts';
import type { Token } from './tokenise.ts';

export interface Message {
  readonly tokens: readonly Token[];
  readonly concepts: readonly ConceptHit[];
}

export interface Reading {
  readonly indexed: IndexedTrigger;
  readonly score: number;
  /** What to show as the reason: the part of the trigger that the message covers best, else the title. */
  readonly clause: Clause | undefined;
  /** True if the trigger itself is met, not only the title. */
  readonly meetsTrigger: boolean;
  readonly concepts: readonly ConceptHit[];
  readonly words: readonly string[];
}

interface Covered {
  readonly clause: Clause;
  /** 0 to 1. */
  readonly coverage: number;
}

/** How telling each word is among these triggers, 0 to 1. */
export type WordWeights = ReadonlyMap<string, number>;

const CONCEPT_FACTOR = 3;
/** The first words of a message hold its wish; later ones count less. */
const EARLY_WORDS = 60;
const LATE_STRENGTH = 0.5;
/** A trigger that names a situation which the message does not is met by side words only. */
const MISSED_SITUATION = 0.45;
const GENERIC_FACTOR = 0.2;
/** From this coverage on a part of the trigger explains a match better than the title does. */
const SHOWN_COVERAGE = 0.3;
/** BM25: how fast repetition saturates, and how much a long trigger is held against it. */
const K1 = 1.2;
const B = 0.3;
const TYPICAL_LENGTH = 12;
/** Triggers assumed beside the real ones, so that a desk with three workflows weighs words like one with thirty. */
const PRIOR_TRIGGERS = 20;

export function weighWords(triggers: readonly IndexedTrigger[]): WordWeights {
  const frequency = new Map<string, number>();
  for (const { words } of triggers) {
    for (const stem of words.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const total = triggers.length + PRIOR_TRIGGERS;
  const rarest = inverse(total, 1);
  return new Map(
    [...frequency].map(([stem, count]) => [
      stem,
      (inverse(total, count) / rarest) * (isGeneric(stem) ? GENERIC_FACTOR : 1),
    ]),
  );
}

function inverse(total: number, count: number): number {
  return Math.log(1 + (total - count + 0.5) / (count + 0.5));
}

/** @param weights of the words of all triggers, from {@link weighWords}. */
export function readAgainst(message: Message, indexed: IndexedTrigger, weights: WordWeights): Reading {
  const strengths = wordStrengths(message.tokens);
  const words = [...indexed.words.keys()].filter((stem) => strengths.has(stem));
  const concepts = message.concepts.filter((hit) => indexed.concepts.has(hit.name));
  const names = new Set(concepts.map((hit) => hit.name));
  const [title, ...parts] = indexed.clauses.map((clause) => ({
    clause,
    coverage: coverageOf(clause, names, new Set(words), weights),
  }));
  const part = best(parts);
  const shared = concepts.reduce(
    (sum, hit) => sum + (indexed.concepts.get(hit.name) ?? 0) * strengthAt(hit.spans[0]?.start ?? 0),
    0,
  );
  const wordScore = words.reduce((sum, stem) => {
    const times = indexed.words.get(stem) ?? 0;
    const norm = K1 * (1 - B + (B * indexed.length) / TYPICAL_LENGTH);
    const saturated = (times * (K1 + 1)) / (times + norm);
    return sum + (weights.get(stem) ?? 0) * saturated * (strengths.get(stem) ?? 0);
  }, 0);
  const covered = Math.max(title?.coverage ?? 0, part?.coverage ?? 0);
  const met = concepts.some((hit) => hit.weight >= SITUATION_WEIGHT);
  const missed = !met && [...indexed.concepts.values()].some((weight) => weight >= SITUATION_WEIGHT);
  const focus = met ? 1 : messageFocus(message, weights, words);
  const full = CONCEPT_FACTOR * shared * (0.5 + 0.5 * covered) + wordScore * (0.3 + 0.7 * covered) * focus;
  const score = missed ? full * MISSED_SITUATION : full;
  const shown = part && part.coverage >= SHOWN_COVERAGE ? part : best([title, part]);
  return {
    indexed,
    score,
    clause: shown?.clause,
    meetsTrigger: meetsAny(indexed, names, words),
    concepts,
    words,
  };
}

/** Matched by words alone: a message that is about another situation, or about much else, is held against it. */
function messageFocus(message: Message, weights: WordWeights, words: readonly string[]): number {
  const elsewhere = message.concepts.some((hit) => hit.weight >= SITUATION_WEIGHT);
  const telling = new Set(
    message.tokens.filter((token) => !token.filler && !isGeneric(token.stem)).map((token) => token.stem),
  );
  const met = words.reduce((sum, stem) => sum + (isGeneric(stem) ? 0 : (weights.get(stem) ?? 0)), 0);
  const share = telling.size === 0 ? 0 : Math.min(1, met / telling.size);
  return (elsewhere ? 0.5 : 1) * (0.75 + 0.75 * share);
}

function best(read: readonly (Covered | undefined)[]): Covered | undefined {
  return read.reduce((top, one) => (one && one.coverage > (top?.coverage ?? 0) ? one : top), undefined);
}

function meetsAny(
  { clauses }: IndexedTrigger,
  concepts: ReadonlySet<string>,
  words: readonly string[],
): boolean {
  const telling = words.filter((stem) => !isGeneric(stem));
  return clauses
    .slice(1)
    .some(
      (clause) =>
        telling.some((stem) => clause.words.has(stem)) ||
        [...clause.concepts.keys()].some((name) => concepts.has(name)),
    );
}

function coverageOf(
  clause: Clause,
  concepts: ReadonlySet<string>,
  words: ReadonlySet<string>,
  weights: WordWeights,
): number {
  let all = 0;
  let met = 0;
  for (const [name, weight] of clause.concepts) {
    all += CONCEPT_FACTOR * weight;
    if (concepts.has(name)) met += CONCEPT_FACTOR * weight;
  }
  // Where concepts speak, plain words only nuance.
  const wordFactor = all > 0 ? 0.3 : 1;
  for (const stem of clause.words) {
    const weight = (weights.get(stem) ?? 0) * wordFactor;
    all += weight;
    if (words.has(stem)) met += weight;
  }
  return all === 0 ? 0 : met / all;
}

function wordStrengths(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  tokens.forEach((token, at) => {
    if (!token.filler && !found.has(token.stem)) found.set(token.stem, strengthAt(at));
  });
  return found;
}

function strengthAt(index: number): number {
  return index < EARLY_WORDS ? 1 : LATE_STRENGTH;
}
