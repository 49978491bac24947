// The matcher: which workflows does a message ask for. It compares the message with every trigger in view, picks those
// that clearly fit, and abstains when in doubt. It knows no workflow by name and calls nothing.
import { cleanMessage } from './clean-message.ts';
import { explainFit, explainNothing } from './explain.ts';
import { findConcepts, LEXICON_WORDS } from './find-concepts.ts';
import { type IndexedTrigger, indexTrigger } from './index-trigger.ts';
import type { Match, Matcher, MatchResult, Trigger } from './matcher.ts';
import { pickFitting } from './pick-fitting.ts';
import { type Message, type Reading, readAgainst, weighWords } from './read-against.ts';
import { createSpeller } from './speller.ts';
import { tokenise } from './tokenise.ts';
import { OFTEN_MISTYPED } from './word-lists.ts';

const MAX_CONSIDERED = 8;
/** Shorter words of triggers have too many neighbours that are words themselves. */
const MIN_TRIGGER_WORD = 8;

/** Reads all triggers once; matching afterwards is pure and takes well under 5 ms with 200 triggers. */
export function createMatcher(triggers: readonly Trigger[]): Matcher {
  const indexed = triggers.map(indexTrigger);
  const weights = weighWords(indexed);
  const fix = createSpeller([...OFTEN_MISTYPED, ...indexed.flatMap(tellingWords)], LEXICON_WORDS);
  return {
    match(text, clientId) {
      const tokens = tokenise(cleanMessage(text), fix);
      const message: Message = { tokens, concepts: findConcepts(tokens) };
      const readings = indexed
        .filter(({ trigger }) => isInView(trigger, clientId))
        .map((trigger) => readAgainst(message, trigger, weights))
        .sort((one, two) => two.score - one.score);
      return toResult(readings, pickFitting(readings), message);
    },
  };
}

function isInView(trigger: Trigger, clientId: string | undefined): boolean {
  const scope = trigger.scope ?? 'shared';
  return scope === 'shared' || (clientId !== undefined && scope === clientId);
}

function tellingWords({ trigger }: IndexedTrigger): readonly string[] {
  return tokenise(cleanMessage(`${trigger.title}. ${trigger.trigger}`))
    .map((token) => token.surface)
    .filter((word) => word.length >= MIN_TRIGGER_WORD);
}

function toResult(readings: readonly Reading[], fitting: readonly Reading[], message: Message): MatchResult {
  const considered = readings.slice(0, MAX_CONSIDERED).map((reading) => ({
    ...toMatch(reading, message),
    fits: fitting.includes(reading),
  }));
  const matches = fitting.map((reading) => toMatch(reading, message));
  const first = fitting[0];
  if (!first) return { matches, why: explainNothing(readings[0], message), considered };
  const names = fitting.map(({ indexed }) => `'${indexed.trigger.title}'`).join(' and ');
  const verb = fitting.length === 1 ? 'fits' : 'fit';
  return { matches, why: `${names} ${verb}; ${explainFit(first, message)}`, considered };
}

function toMatch(reading: Reading, message: Message): Match {
  const score = Math.round(reading.score * 100) / 100;
  return { id: reading.indexed.trigger.id, score, why: explainFit(reading, message) };
}
