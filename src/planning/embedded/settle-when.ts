// Settles the moment of a request: from the message, else from the answer to one question. A past or doubtful day is asked.
import { handOff, type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
import { findWhen, type When } from './slots/when.ts';
import { joinWords } from './words.ts';

export interface WhenQuestion {
  /** Hour of a day that is named without a time. */
  readonly defaultHour: number;
  /** Asked if no day is named. */
  readonly missing: string;
}

/** Nothing is scheduled further ahead: such a date is a slip. */
const FURTHEST_MS = 366 * 86_400_000;

/** Milliseconds since 1970 UTC, or undefined for at once. */
export function settleWhen(
  context: RecipeContext,
  { defaultHour, missing }: WhenQuestion,
): Settled<number | undefined> {
  const { now, timeZone } = context.request;
  const answer = context.dialogue.answer('when');
  const when = findWhen(answer?.text ?? context.dialogue.opening, { now, timeZone, defaultHour });
  if (when.type === 'now') return settled(undefined);
  if (when.type === 'at' && when.at - now.getTime() <= FURTHEST_MS) return settled(when.at);
  if (when.type === 'at')
    return stopped(
      handOff(context, 'The date named is more than a year away; please check it with the requester.'),
    );
  return stopped(context.dialogue.ask('when', questionFor(when, missing)));
}

export function questionFor(when: Exclude<When, { type: 'at' | 'now' }>, missing: string): string {
  switch (when.type) {
    case 'none':
      return missing;
    case 'past':
      return `“${when.written}” has passed already. Please give a date that is still to come, or write "now".`;
    case 'over':
      return `“${when.written}” is today, and that day is nearly over. Please write a day and a time that are still to come, or write "now".`;
    case 'unread': {
      const words = when.written.map((written) => `“${written}”`);
      return `I do not know which day and time you mean by ${joinWords(words, 'and')}. Please write it like 2026-12-01 17:00, or write "now".`;
    }
    case 'unclear': {
      const days = when.written.map((written) => `“${written}”`);
      return `Which day do you mean by ${joinWords(days, 'or')}? Please write it like 2026-12-01, or write "now".`;
    }
  }
}
