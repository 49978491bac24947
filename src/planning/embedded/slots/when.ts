// When something is to happen, in the client's time zone: now, at one moment, or a reason to ask.

import { fromLocal, toLocal } from '../../../lib/local-time.ts';
import { clockTime } from './clock-time.ts';
import { type Day, namedDays } from './named-days.ts';

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
  const local = toLocal(now.getTime(), timeZone);
  const today: Day = Date.UTC(local.year, local.month - 1, local.day);
  const days = namedDays(text, today);
  const [first] = days;
  if (!first) return AT_ONCE.test(text) ? { type: 'now' } : { type: 'none' };
  if (days.length > 1 || first.day === undefined) {
    return { type: 'unclear', written: days.map(({ written }) => written) };
  }
  const time = clockTime(text);
  const date = new Date(first.day);
  const at = fromLocal(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: time?.hour ?? defaultHour,
      minute: time?.minute ?? 0,
    },
    timeZone,
  );
  if (at > now.getTime()) return { type: 'at', at };
  // "today" after the usual hour, without a time of its own, means now.
  return first.day === today && !time ? { type: 'now' } : { type: 'past', written: first.written };
}
