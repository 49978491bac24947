// The answer to something that a person asked for: done, or refused with the reason.
import type { Card, Text } from '../../cards/card.ts';

export interface Done {
  readonly type: 'done';
  readonly text: string;
}

export interface Refused {
  readonly type: 'refused';
  readonly why: Text;
  /** There is no such thing, as far as this person may know. */
  readonly unknown?: true;
  /** What can be done instead, where that takes a button. */
  readonly card?: Card;
}

export type Outcome = Done | Refused;

export function done(text: string): Done {
  return { type: 'done', text };
}

export function refused(why: Text): Refused {
  return { type: 'refused', why };
}

export function unknown(why: string): Refused {
  return { type: 'refused', why, unknown: true };
}

/** What the person is shown. A text with times in it needs a card, which shows them in the reader's zone. */
export function contentOf(outcome: Outcome): Card | string {
  if (outcome.type === 'done') return outcome.text;
  if (outcome.card) return outcome.card;
  if (typeof outcome.why === 'string') return outcome.why;
  return { title: 'Nothing was changed', body: [{ type: 'text', text: outcome.why }] };
}
