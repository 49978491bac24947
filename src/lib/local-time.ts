// Days and wall-clock times of a time zone, both ways: the only place that counts in them. A time that a clock change skips
// moves on by the change, one that happens twice means the first. It knows no "now".
import { createRequire } from 'node:module';
import type { Temporal } from 'temporal-polyfill';
import { AppError } from './errors.ts';

type TemporalApi = typeof Temporal;

const load = createRequire(import.meta.url);
let loaded: TemporalApi | undefined;

/** Loaded when first needed: it takes 6 MB and tens of milliseconds, and most desks wait for no day. */
function temporal(): TemporalApi {
  loaded ??= (load('temporal-polyfill') as typeof import('temporal-polyfill')).Temporal;
  return loaded;
}

/** A day of the calendar, e.g. `2026-11-27`. Later ones are greater as texts, too. */
export type Day = string;

export interface ClockTime {
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
}

/** Whether this machine knows it by that name. Offsets such as +02:00 know no daylight saving time and are no zones. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** @param month 1 to 12. @returns undefined if the calendar has no such day */
export function calendarDay(year: number, month: number, day: number): Day | undefined {
  try {
    return temporal().PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

/** @param count days; negative for earlier ones */
export function addDays(day: Day, count: number): Day {
  return temporal().PlainDate.from(day).add({ days: count }).toString();
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return temporal().PlainDate.from(day).dayOfWeek;
}

/** The last day of the month that is `further` months after this day's. */
export function endOfMonth(day: Day, further = 0): Day {
  const month = temporal().PlainDate.from(day).toPlainYearMonth().add({ months: further });
  return month.toPlainDate({ day: month.daysInMonth }).toString();
}

/**
 * The day that it is there.
 * @param at milliseconds since 1970 UTC. @param timeZone IANA
 * @throws AppError `time.unknown_zone`
 */
export function dayAt(at: number, timeZone: string): Day {
  return zoned(at, timeZone).toPlainDate().toString();
}

/**
 * A time of a day, as milliseconds since 1970 UTC. A day that a zone left out, when it changed sides of the date line, moves on.
 * @throws AppError `time.unknown_zone`
 */
export function timeOn(day: Day, { hour, minute }: ClockTime, timeZone: string): number {
  const time = temporal().PlainDate.from(day).toPlainDateTime({ hour, minute });
  return inZone(timeZone, () => time.toZonedDateTime(timeZone)).epochMilliseconds;
}

/**
 * When this day began there, which is not midnight everywhere. Milliseconds since 1970 UTC, as is `at`.
 * @throws AppError `time.unknown_zone`
 */
export function startOfDay(at: number, timeZone: string): number {
  return zoned(at, timeZone).startOfDay().epochMilliseconds;
}

/**
 * When this month began there. Milliseconds since 1970 UTC, as is `at`.
 * @throws AppError `time.unknown_zone`
 */
export function startOfMonth(at: number, timeZone: string): number {
  return zoned(at, timeZone).with({ day: 1 }).startOfDay().epochMilliseconds;
}

/**
 * "Friday 27 November 2026, 17:00 (Europe/Paris)".
 * @param at milliseconds since 1970 UTC
 * @throws AppError `time.unknown_zone`
 */
export function localText(at: number, timeZone: string): string {
  const local = zoned(at, timeZone);
  const day = local
    .toPlainDate()
    .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return `${day.replace(',', '')}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })} (${timeZone})`;
}

function zoned(at: number, timeZone: string): Temporal.ZonedDateTime {
  const instant = temporal().Instant.fromEpochMilliseconds(at);
  return inZone(timeZone, () => instant.toZonedDateTimeISO(timeZone));
}

function inZone<T>(timeZone: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (isTimeZone(timeZone)) throw cause;
    throw new AppError({
      code: 'time.unknown_zone',
      message: `"${timeZone.slice(0, 60)}" is not a time zone that this machine knows. Use an IANA name, e.g. Europe/Paris.`,
      cause,
    });
  }
}
