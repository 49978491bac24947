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

/** The concepts of a text, details that belong to a larger situation left out. */
export function findConcepts(tokens: readonly Token[]): readonly ConceptHit[] {
  const located = book.locate(tokens);
  const hits = new Map<string, ConceptHit>();
  for (const { source, phrases, unless } of compiled) {
    const spans = phrases.flatMap((phrase) => findPhrase(phrase, located, tokens));
    if (spans.length === 0) continue;
    const negative = unless.flatMap((phrase) => findPhrase(phrase, located, tokens));
    const kept = spans.filter((span) =>
      negative.every((other) => distance(span, other, tokens) > UNLESS_REACH),
    );
    if (kept.length > 0) hits.set(source.name, { name: source.name, weight: source.weight, spans: kept });
  }
  return withoutDetails(hits, tokens);
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
