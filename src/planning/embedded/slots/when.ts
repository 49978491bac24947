// When something is to happen, in the client's time zone: now, at one moment, or a reason to ask.

import { dayAt, timeOn } from '../../../lib/local-time.ts';
import { clockTime } from './clock-time.ts';
import { namedDays } from './named-days.ts';

export type When =
  | { readonly type: 'none' }
  | { readonly type: 'now' }
  /** `at` in milliseconds since 1970 UTC. */
  | { readonly type: 'at'; readonly at: number }
  | { readonly type: 'past'; readonly written: string }
  /** Several days, or one that can be read in two ways. */
  | { readonly type: 'unclear'; readonly written: readonly string[] };

export interface WhenRules {
  readonly now: Date;
  readonly timeZone: string;
  /** The hour of a day that is named without a time. */
  readonly defaultHour: number;
}

const AT_ONCE =
  /\b(?:immediately|immediate effect|effective now|right (?:now|away)|straight ?away|at once|as soon as possible|asap|with immediate effect)\b|^\W*(?:now|yes,? now|do it now|yes|yes please|already (?:gone|left))\W*$|\bas of now\b/i;

export function findWhen(text: string, { now, timeZone, defaultHour }: WhenRules): When {
  const today = dayAt(now.getTime(), timeZone);
  const days = namedDays(text, today);
  const [first] = days;
  if (!first) return AT_ONCE.test(text) ? { type: 'now' } : { type: 'none' };
  if (days.length > 1 || first.day === undefined) {
    return { type: 'unclear', written: days.map(({ written }) => written) };
  }
  const time = clockTime(text);
  const at = timeOn(first.day, time ?? { hour: defaultHour, minute: 0 }, timeZone);
  if (at > now.getTime()) return { type: 'at', at };
  // "today" after the usual hour, without a time of its own, means now.
  return first.day === today && !time ? { type: 'now' } : { type: 'past', written: first.written };
}
