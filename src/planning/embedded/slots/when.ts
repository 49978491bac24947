// Dates as people write them, in the client's time zone.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../lib/clock.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const MONTH = MONTHS.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|');

interface Day {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

export type When =
  | { readonly type: 'none' }
  /** Milliseconds since 1970 UTC. */
  | { readonly type: 'at'; readonly at: number }
  | { readonly type: 'past' };

/**
 * The time that a text names.
 * @param options.hour of the day, where the text names a day and no time
 */
export function findWhen(
  text: string,
  options: { readonly now: Date; readonly timeZone: string; readonly hour: number },
): When {
  const lower = text.toLowerCase().slice(0, 2000);
  const today = dayIn(options.now, options.timeZone);
  const day = findDay(lower, today, options.now, options.timeZone);
  if (!day) return { type: 'none' };
  const time = findTime(lower) ?? { hour: options.hour, minute: 0 };
  const at = toInstant(day, time, options.timeZone);
  if (at > options.now.getTime()) return { type: 'at', at };
  // "today" after the hour is now; a day that is over is a mistake worth asking about.
  const sameDay = day.year === today.year && day.month === today.month && day.day === today.day;
  return sameDay ? { type: 'none' } : { type: 'past' };
}

function findDay(text: string, today: Day, now: Date, timeZone: string): Day | undefined {
  if (
    /\b(?:immediately|right away|asap|at once|now)\b/.test(text) &&
    !/\b(?:on|until|from)\s+\w+day\b/.test(text)
  )
    return undefined;
  const iso = /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/.exec(text);
  if (iso) return valid(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named =
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(${MONTH})\\b\\.?,?\\s*(\\d{4})?`).exec(text) ??
    swap(new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b,?\\s*(\\d{4})?`).exec(text));
  if (named) return monthDay(named[1], named[2], named[3], today);
  if (/\btoday\b|\btonight\b|\bend of (?:the )?day\b|\beod\b/.test(text)) return today;
  if (/\btomorrow\b/.test(text)) return addDays(today, 1);
  if (/\bend of (?:the |this )?month\b/.test(text))
    return valid(today.year, today.month, daysIn(today.year, today.month));
  const inDays = /\bin (\d{1,2}) (day|week)s?\b/.exec(text);
  if (inDays) return addDays(today, Number(inDays[1]) * (inDays[2] === 'week' ? 7 : 1));
  const weekday = /\b(next\s+)?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/.exec(text);
  if (weekday) return nextWeekday(weekday[2] ?? '', now, timeZone, today);
  return /\bend of (?:the |this )?week\b/.test(text)
    ? nextWeekday('friday', now, timeZone, today)
    : undefined;
}

/** The coming one; on that very day it is meant for the week after only if "next" says so, else for today. */
function nextWeekday(name: string, now: Date, timeZone: string, today: Day): Day {
  const current = WEEKDAYS.indexOf(
    new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone }).format(now).toLowerCase(),
  );
  const ahead = (WEEKDAYS.indexOf(name) - current + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

function swap(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && [match[0], match[2], match[1], match[3]];
}

function monthDay(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
  today: Day,
): Day | undefined {
  const number = MONTHS.findIndex((entry) => entry.startsWith((month ?? '').slice(0, 3))) + 1;
  const found = valid(year ? Number(year) : today.year, number, Number(day));
  if (!found || year) return found;
  // A month that is well behind means the year to come.
  return number < today.month - 6 || (number < today.month && today.month - number > 1)
    ? valid(today.year + 1, number, Number(day))
    : found;
}

function findTime(text: string): { hour: number; minute: number } | undefined {
  const clock =
    /\b(?:at |by |until |from )?(\d{1,2}):(\d{2})\s*(am|pm)?\b/.exec(text) ??
    /\b(\d{1,2})()\s*(am|pm)\b/.exec(text);
  if (clock) {
    const hour = (Number(clock[1]) % (clock[3] ? 12 : 24)) + (clock[3] === 'pm' ? 12 : 0);
    return { hour, minute: Number(clock[2] || 0) };
  }
  if (/\bnoon\b/.test(text)) return { hour: 12, minute: 0 };
  return /\bmidnight\b/.test(text) ? { hour: 23, minute: 59 } : undefined;
}

function valid(year: number, month: number, day: number): Day | undefined {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
    ? { year, month, day }
    : undefined;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function addDays({ year, month, day }: Day, days: number): Day {
  const moved = new Date(Date.UTC(year, month - 1, day) + days * DAY_MS);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

function dayIn(at: Date, timeZone: string): Day {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at);
  const [year = 0, month = 0, day = 0] = parts.split('-').map(Number);
  return { year, month, day };
}

/** The instant of a wall-clock time in a zone; in the hour that daylight saving skips, the one after it. */
export function toInstant(
  day: Day,
  time: { readonly hour: number; readonly minute: number },
  timeZone: string,
): number {
  const wall = Date.UTC(day.year, day.month - 1, day.day) + time.hour * HOUR_MS + time.minute * MINUTE_MS;
  const first = wall - offsetMs(wall, timeZone);
  return wall - offsetMs(first, timeZone);
}

function offsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((entry) => entry.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(at / 1000) * 1000
  );
}
