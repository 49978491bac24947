// When something is to happen, in the client's time zone: now, at one moment, or a reason to ask. A time that was written and
// not understood is never replaced by another one.

import { dayAt, timeOn } from '../../../lib/local-time.ts';
import { clockTimes } from './clock-time.ts';
import { namedDays } from './named-days.ts';
import { saysNow } from './now-words.ts';
import { namedZones } from './time-zones.ts';
import { unreadTimes } from './unread-times.ts';

export type When =
  | { readonly type: 'none' }
  | { readonly type: 'now' }
  /** `at` in milliseconds since 1970 UTC. */
  | { readonly type: 'at'; readonly at: number }
  | { readonly type: 'past'; readonly written: string }
  /** It is today, and the hour that a day without a time means is over. */
  | { readonly type: 'over'; readonly written: string }
  /** Several days or times, or one that can be read in two ways. */
  | { readonly type: 'unclear'; readonly written: readonly string[] }
  /** Words about a time that say no moment. */
  | { readonly type: 'unread'; readonly written: readonly string[] };

export interface WhenRules {
  readonly now: Date;
  readonly timeZone: string;
  /** The hour of a day that is named without a time. */
  readonly defaultHour: number;
}

const NOON = 12;
const EVENING = 17;

export function findWhen(text: string, rules: WhenRules): When {
  const { now, timeZone } = rules;
  const today = dayAt(now.getTime(), timeZone);
  const days = namedDays(text, today);
  const unread = unreadTimes(
    text,
    days.map(({ written }) => written),
  );
  const isNow = saysNow(text);
  // A past day beside "now" is the report of what happened; "now" is the wish.
  if (isNow && unread.length === 0 && days.every(({ day }) => day !== undefined && day <= today)) {
    return { type: 'now' };
  }
  if (unread.length > 0) return { type: 'unread', written: unread };
  const written = days.map((named) => named.written);
  if (isNow) return { type: 'unclear', written: ['now', ...written] };
  if (days.length > 1 || (days[0] && days[0].day === undefined)) return { type: 'unclear', written };
  return momentOf(text, days[0], today, rules);
}

function momentOf(
  text: string,
  named: { readonly day: string | undefined; readonly written: string } | undefined,
  today: string,
  { now, timeZone, defaultHour }: WhenRules,
): When {
  const times = clockTimes(text);
  const zones = namedZones(text);
  const [time] = times;
  const [zone] = zones;
  if (!named?.day && !time) return { type: 'none' };
  if (times.length > 1) return { type: 'unclear', written: times.map((each) => each.written) };
  if (zones.length > 1) return { type: 'unclear', written: zones.map((each) => each.written) };
  // Midnight of a named day may be the one that begins or the one that ends it.
  if (time?.isMidnight && named?.day !== undefined && named.day !== today) {
    return { type: 'unclear', written: [`${named.written}, ${time.written}`] };
  }
  const day = named?.day ?? today;
  const written = named?.written ?? time?.written ?? '';
  const at = timeOn(day, time?.clock ?? { hour: defaultHour, minute: 0 }, timeZone);
  const moment = time?.isMidnight ? timeOn(time.nextDay(today), time.clock, timeZone) : at;
  if (zone) {
    if (!time) return { type: 'unread', written: [zone.written] };
    const there = zone.momentOf(day, time.clock);
    if (there === undefined) return { type: 'unclear', written: [zone.written] };
    return there > now.getTime() ? { type: 'at', at: there } : { type: 'past', written };
  }
  if (moment > now.getTime()) return { type: 'at', at: moment };
  if (day === today && time?.isPart) return { type: 'over', written };
  if (day !== today || time) return { type: 'past', written };
  // A first day has begun when its first hour is over; a last day has ended with its last one.
  const isRunning =
    defaultHour < NOON && now.getTime() < timeOn(today, { hour: EVENING, minute: 0 }, timeZone);
  return isRunning ? { type: 'now' } : { type: 'over', written };
}
