// The days that a text names ("on Friday", "17 December", "2026-12-01"), relative to today's date. A date that can be
// read in two ways is reported as unclear, never chosen.
import { addDays, calendarDay, type Day, endOfMonth, weekdayOf } from '../../../lib/local-time.ts';

export interface NamedDay {
  /** Undefined: it names a day but not which one. */
  readonly day: Day | undefined;
  readonly written: string;
  /** 1 for Monday to 7 for Sunday, if it says no more than that weekday. */
  readonly weekday?: number;
  /** The days that an unclear date can be. */
  readonly choices?: readonly Day[];
}

const FRIDAY = 5;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY =
  '(sunday|monday|tuesday|wednesday|thursday|friday|saturday|(?<=\\b(?:on|next|this|by|until|last|from) )(?:sun|mon|tues?|wed|thu|thurs?|fri|sat)|(?:sun|mon|tues?|wed|thu|thurs?|fri|sat)(?=[.,]?\\s+\\d))';
const WEEKDAY_NAME = '((?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?)';
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
/** A date without a year that lies at most this far back was meant; further back means next year. */
const RECENT_DAYS = 60;

type Reader = (match: RegExpMatchArray, today: Day) => Day | undefined;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})(?=T\d|\b)/g, (m) => calendarDay(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g, (m) => calendarDay(Number(m[3]), Number(m[2]), Number(m[1]))],
  [/\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/g, (m) => slashed(Number(m[1]), Number(m[2]), yearOf(m[3]))],
  [
    /(?<![\d/.:-])(?!24\/7)(\d{1,2})\/(\d{1,2})(?![\d/])/g,
    (m, today) => slashed(Number(m[1]), Number(m[2]), monthOf(today).year),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}\\b\\.?,?(?:\\s+(\\d{4}))?`, 'gi'),
    (m, today) => inMonth(m[2], Number(m[1]), m[3], today),
  ],
  [
    new RegExp(
      `\\b${MONTH}\\.?\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)?\\b(?![:.]\\d)(?:,?\\s+(\\d{4}))?`,
      'gi',
    ),
    (m, today) => inMonth(m[1], Number(m[2]), m[3], today),
  ],
  [
    new RegExp(`\\b(last|next|this|coming)?\\s*\\b${WEEKDAY}\\b`, 'gi'),
    (m, today) => weekday(m[1], m[2], today),
  ],
  [/\bthe (\d{1,2})(?:st|nd|rd|th)\b(?! of| floor)/gi, (m, today) => dayOfMonth(Number(m[1]), today)],
  [/\b(?:the )?day after tomorrow\b/gi, (_m, today) => addDays(today, 2)],
  [/\b(?:today|tonight|this (?:afternoon|evening|morning))\b/gi, (_m, today) => today],
  [/(?<!day after )\btomorrow\b/gi, (_m, today) => addDays(today, 1)],
  [/\byesterday\b/gi, (_m, today) => addDays(today, -1)],
  [
    /\bin (\d{1,2}|one|a|two|three|four) (day|week)s?\b/gi,
    (m, today) => addDays(today, count(m[1]) * (m[2]?.toLowerCase() === 'week' ? 7 : 1)),
  ],
  [
    /\b(?:end of (?:the |this )?month|last (?:working )?day of (?:the |this )?month|month[- ]end|eom)\b/gi,
    (_m, today) => endOfMonth(today),
  ],
  [/\bend of next month\b/gi, (_m, today) => endOfMonth(today, 1)],
  [
    /\bend of (?:the |this )?year\b|\byear[- ]end\b/gi,
    (_m, today) => calendarDay(monthOf(today).year, 12, 31),
  ],
  [/\bend of next week\b/gi, (_m, today) => addDays(today, 7 + FRIDAY - weekdayOf(today))],
  [
    /\b(?:the )?(?:first|1st)(?: day)? of (?:the )?next month\b/gi,
    (_m, today) => addDays(endOfMonth(today), 1),
  ],
  [/\bend of (?:the |this )?week\b/gi, (_m, today) => addDays(today, daysUntil(FRIDAY, today))],
  [/\b(?:next (?:week|month)|soon|in a few (?:days|weeks))\b/gi, () => undefined],
];

/** Each day once, in the order of the message. `written` is the expression as it stands there. */
export function namedDays(text: string, today: Day): readonly NamedDay[] {
  const found: (NamedDay & { readonly start: number; readonly end: number })[] = [];
  for (const [pattern, read] of READERS) {
    for (const match of text.slice(0, 4000).matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      found.push({ day: read(match, today), written: match[0].trim(), start, end });
    }
  }
  const sorted = agreed(
    found
      .sort((a, b) => a.start - b.start)
      .map(({ day, written }) => ({ ...detail(written, today), day, written })),
  );
  return sorted.filter(
    ({ day, written }, index) =>
      sorted.findIndex((other) => other.day === day && (day !== undefined || other.written === written)) ===
      index,
  );
}

/** "Friday" and "11 December" are one day where that day is a Friday; a weekday also decides between 11/12 and 12/11. */
function agreed(days: readonly NamedDay[]): readonly NamedDay[] {
  const weekdays = new Set(days.flatMap(({ weekday }) => weekday ?? []));
  if (weekdays.size !== 1) return days;
  const [wanted = 0] = weekdays;
  const decided = days.map((named): NamedDay => {
    const [fitting, another] = named.choices?.filter((day) => weekdayOf(day) === wanted) ?? [];
    return fitting !== undefined && another === undefined ? { day: fitting, written: named.written } : named;
  });
  const dates = decided.filter(({ weekday }) => weekday === undefined);
  const fits = dates.some(({ day }) => day !== undefined && weekdayOf(day) === wanted);
  return fits ? dates : decided;
}

function detail(written: string, today: Day): Pick<NamedDay, 'weekday' | 'choices'> {
  const name = new RegExp(`^(?:(?:next|this|coming)\\s+)?${WEEKDAY_NAME}$`, 'i').exec(written)?.[1];
  if (name !== undefined) return { weekday: WEEKDAYS.indexOf(name.slice(0, 3).toLowerCase()) + 1 };
  const slashes = /^(\d{1,2})[/-](\d{1,2})(?:[/-](\d{2,4}))?$/.exec(written);
  if (!slashes) return {};
  const year = slashes[3] === undefined ? monthOf(today).year : yearOf(slashes[3]);
  const [first, second] = [Number(slashes[1]), Number(slashes[2])];
  return {
    choices: [calendarDay(year, second, first), calendarDay(year, first, second)].filter(
      (day) => day !== undefined,
    ),
  };
}

/** 3/4/2026 is two days, depending on the reader's country; 17/12/2026 is one. */
function slashed(first: number, second: number, year: number): Day | undefined {
  if (first > 12) return calendarDay(year, second, first);
  if (second > 12) return calendarDay(year, first, second);
  return first === second ? calendarDay(year, first, second) : undefined;
}

function yearOf(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function inMonth(
  name: string | undefined,
  day: number,
  year: string | undefined,
  today: Day,
): Day | undefined {
  const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  if (year !== undefined) return calendarDay(Number(year), month, day);
  const { year: thisYear } = monthOf(today);
  const found = calendarDay(thisYear, month, day);
  const isPast = found !== undefined && found < addDays(today, -RECENT_DAYS);
  return isPast ? calendarDay(thisYear + 1, month, day) : found;
}

function dayOfMonth(day: number, today: Day): Day | undefined {
  const [now, next] = [monthOf(today), monthOf(endOfMonth(today, 1))];
  const found = calendarDay(now.year, now.month, day);
  return found !== undefined && found >= today ? found : calendarDay(next.year, next.month, day);
}

/** "Friday" is the coming one and, said on a Friday, unclear; "next Friday" is the one of next week, weeks starting on Monday. */
function weekday(which: string | undefined, name: string | undefined, today: Day): Day | undefined {
  const wanted = WEEKDAYS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
  const ahead = daysUntil(wanted, today);
  const word = which?.toLowerCase();
  if (word === 'next') return addDays(today, 7 + wanted - weekdayOf(today));
  if (word === 'last') return addDays(today, ahead - 7);
  if (ahead === 0) return word === 'this' ? today : undefined;
  return addDays(today, ahead);
}

/** 0 to 6. @param weekday 1 for Monday to 7 for Sunday */
function daysUntil(weekday: number, today: Day): number {
  return (weekday - weekdayOf(today) + 7) % 7;
}

function monthOf(day: Day): { readonly year: number; readonly month: number } {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return { year, month };
}

function count(word: string | undefined): number {
  const named = ['a', 'one', 'two', 'three', 'four'].indexOf((word ?? '').toLowerCase());
  return named < 0 ? Number(word) : Math.max(1, named);
}
