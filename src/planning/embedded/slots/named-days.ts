// The days that a text names ("on Friday", "17 December", "2026-12-01"), relative to today's date. A date that can be
// read in two ways is reported as unclear, never chosen.

/** A calendar day as milliseconds since 1970 at midnight UTC of that date. */
export type Day = number;

export interface NamedDay {
  /** Undefined: it names a day but not which one. */
  readonly day: Day | undefined;
  readonly written: string;
}

const DAY = 86_400_000;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY =
  '(sunday|monday|tuesday|wednesday|thursday|friday|saturday|(?<=\\b(?:on|next|this|by|until|last|from) )(?:sun|mon|tues?|wed|thu|thurs?|fri|sat))';
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
/** A date without a year that lies at most this far back was meant; further back means next year. */
const RECENT = 60 * DAY;

type Reader = (match: RegExpMatchArray, today: Day) => Day | undefined;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g, (m) => dayOf(Number(m[1]), Number(m[2]), Number(m[3]))],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b/g, (m) => dayOf(Number(m[3]), Number(m[2]), Number(m[1]))],
  [/\b(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})\b/g, (m) => slashed(Number(m[1]), Number(m[2]), yearOf(m[3]))],
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
  [/\b(?:the )?day after tomorrow\b/gi, (_m, today) => today + 2 * DAY],
  [/\b(?:today|tonight|this (?:afternoon|evening|morning))\b/gi, (_m, today) => today],
  [/(?<!day after )\btomorrow\b/gi, (_m, today) => today + DAY],
  [/\byesterday\b/gi, (_m, today) => today - DAY],
  [
    /\bin (\d{1,2}|one|a|two|three|four) (day|week)s?\b/gi,
    (m, today) => today + count(m[1]) * (m[2]?.toLowerCase() === 'week' ? 7 : 1) * DAY,
  ],
  [
    /\b(?:end of (?:the |this )?month|last (?:working )?day of (?:the |this )?month|month[- ]end|eom)\b/gi,
    (_m, today) => lastOfMonth(today, 0),
  ],
  [/\bend of next month\b/gi, (_m, today) => lastOfMonth(today, 1)],
  [/\bend of (?:the |this )?week\b/gi, (_m, today) => today + ((5 - weekdayOf(today) + 7) % 7) * DAY],
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
  const sorted = found.sort((a, b) => a.start - b.start).map(({ day, written }) => ({ day, written }));
  return sorted.filter(({ day }, index) => sorted.findIndex((other) => other.day === day) === index);
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  const at = Date.UTC(year, month - 1, day);
  const back = new Date(at);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? at : undefined;
}

/** 3/4/2026 is two days, depending on the reader's country; 17/12/2026 is one. */
function slashed(first: number, second: number, year: number): Day | undefined {
  if (first > 12) return dayOf(year, second, first);
  if (second > 12) return dayOf(year, first, second);
  return first === second ? dayOf(year, first, second) : undefined;
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
  if (year !== undefined) return dayOf(Number(year), month, day);
  const thisYear = new Date(today).getUTCFullYear();
  const at = dayOf(thisYear, month, day);
  return at !== undefined && at < today - RECENT ? dayOf(thisYear + 1, month, day) : at;
}

function dayOfMonth(day: number, today: Day): Day | undefined {
  const now = new Date(today);
  const at = dayOf(now.getUTCFullYear(), now.getUTCMonth() + 1, day);
  if (at !== undefined && at >= today) return at;
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  return dayOf(next.getUTCFullYear(), next.getUTCMonth() + 1, day);
}

/** "Friday" is the coming one and, said on a Friday, unclear; "next Friday" is the one of next week, weeks starting on Monday. */
function weekday(which: string | undefined, name: string | undefined, today: Day): Day | undefined {
  const wanted = WEEKDAYS.indexOf((name ?? '').slice(0, 3).toLowerCase());
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  const word = which?.toLowerCase();
  if (word === 'next') return mondayOf(today) + (7 + ((wanted + 6) % 7)) * DAY;
  if (word === 'last') return today - (7 - ahead) * DAY;
  if (ahead === 0) return word === 'this' ? today : undefined;
  return today + ahead * DAY;
}

function mondayOf(day: Day): Day {
  return day - ((weekdayOf(day) + 6) % 7) * DAY;
}

function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}

function lastOfMonth(today: Day, further: number): Day {
  const date = new Date(today);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 + further, 0);
}

function count(word: string | undefined): number {
  const named = ['a', 'one', 'two', 'three', 'four'].indexOf((word ?? '').toLowerCase());
  return named < 0 ? Number(word) : Math.max(1, named);
}
