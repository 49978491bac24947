// Reads which notions of the help desk a text speaks of. The same reader is used for messages and for triggers, so
// that a trigger in an admin's own words meets a message in the requester's.
import { distance, findPhrase, type Phrase, PhraseBook, type Span } from './compile-phrases.ts';
import type { Concept } from './lexicon/concept.ts';
import { LEXICON } from './lexicon/lexicon.ts';
import type { Token } from './tokenise.ts';

export interface ConceptHit {
  readonly name: string;
  /** 1: a situation by itself; less: supports only. */
  readonly weight: number;
  readonly spans: readonly Span[];
}

interface CompiledConcept {
  readonly source: Concept;
  readonly phrases: readonly Phrase[];
  readonly unless: readonly Phrase[];
  readonly over: ReadonlySet<string>;
}

/** How far a negative context and a dominating concept reach, in meaningful words. */
const UNLESS_REACH = 6;
const OVER_REACH = 12;

/** From this weight on a concept names a situation by itself. */
export const SITUATION_WEIGHT = 0.9;

const book = new PhraseBook();
const compiled: readonly CompiledConcept[] = LEXICON.map((source) => ({
  source,
  phrases: book.compile(source.phrases),
  unless: book.compile(source.unless ?? ''),
  over: new Set(source.over?.trim().split(/\s+/)),
}));

/** Words that the lexicon knows, as written. */
export const LEXICON_WORDS: ReadonlySet<string> = book.words();

export interface Concepts {
  readonly hits: readonly ConceptHit[];
  /** Indexes of tokens that only look like a situation ("password" of a PDF); they prove nothing as words either. */
  readonly denied: ReadonlySet<number>;
}

/** The concepts of a text, details that belong to a larger situation left out. */
export function findConcepts(tokens: readonly Token[]): Concepts {
  const located = book.locate(tokens);
  const hits = new Map<string, ConceptHit>();
  const denied = new Set<number>();
  for (const { source, phrases, unless } of compiled) {
    const spans = phrases.flatMap((phrase) => findPhrase(phrase, located, tokens));
    if (spans.length === 0) continue;
    const negative = unless.flatMap((phrase) => findPhrase(phrase, located, tokens));
    const kept = spans.filter((span) =>
      negative.every((other) => distance(span, other, tokens) > UNLESS_REACH),
    );
    if (kept.length > 0) hits.set(source.name, { name: source.name, weight: source.weight, spans: kept });
    else if (source.weight >= SITUATION_WEIGHT)
      for (const { start, end } of spans) denied.add(start).add(end);
  }
  return withoutDenied(withoutDetails(hits, tokens), denied);
}

/** A situation that was really named keeps its words; a mere detail that stands on denied words goes with them. */
function withoutDenied(hits: readonly ConceptHit[], denied: Set<number>): Concepts {
  for (const hit of hits) {
    if (hit.weight < SITUATION_WEIGHT) continue;
    for (const { start, end } of hit.spans) {
      denied.delete(start);
      denied.delete(end);
    }
  }
  const stands = ({ start, end }: Span): boolean => !denied.has(start) && !denied.has(end);
  return { hits: hits.filter((hit) => hit.spans.some(stands)), denied };
}

function withoutDetails(
  hits: ReadonlyMap<string, ConceptHit>,
  tokens: readonly Token[],
): readonly ConceptHit[] {
  const result: ConceptHit[] = [];
  for (const hit of hits.values()) {
    const larger = compiled.flatMap(({ source, over }) =>
      over.has(hit.name) ? (hits.get(source.name)?.spans ?? []) : [],
    );
    const spans = hit.spans.filter((span) =>
      larger.every((other) => distance(span, other, tokens) > OVER_REACH),
    );
    if (spans.length > 0) result.push({ ...hit, spans });
  }
  return result;
}
