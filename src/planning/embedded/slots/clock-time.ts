// The times of day that a text names, in hours and minutes, each once. "4" alone is no time, and "at 4" may be either half of the
// day; "at 8" is when work begins. A part of the day means its usual
// hour: morning 8:00, noon 12:00, afternoon 13:00, close of business 17:00, evening 19:00.
import { addDays, type ClockTime, type Day } from '../../../lib/local-time.ts';

export interface WrittenTime {
  readonly clock: ClockTime;
  readonly written: string;
  /** The midnight that ends a day; only of today is it certain which one was meant. */
  readonly isMidnight: boolean;
  /** A part of the day ("tonight"), of which the hour is our reading. */
  readonly isPart: boolean;
  nextDay(day: Day): Day;
}

const EXACT: readonly (readonly [RegExp, (match: RegExpMatchArray) => ClockTime])[] = [
  [
    /\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s?(a\.?m\.?|p\.?m\.?)(?![a-z])/gi,
    (m) => ({ hour: (Number(m[1]) % 12) + (/^p/i.test(m[3] ?? '') ? 12 : 0), minute: Number(m[2] ?? 0) }),
  ],
  [
    /(?<![\d.:/+-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:/]|\s?[ap]\.?m)/gi,
    (m) => ({ hour: Number(m[1]), minute: Number(m[2]) }),
  ],
  [
    /\b([01]?\d|2[0-3])\s?(?:h|hrs|uhr|o'?clock)([0-5]\d)?\b/gi,
    (m) => ({ hour: Number(m[1]), minute: Number(m[2] ?? 0) }),
  ],
  [
    // "at 12 Main Street" is a place.
    /\b[Aa][Tt]\s+([89]|1\d|2[0-3])(?![\d:/-]|\.\d|\s?(?:[AaPp]\.?[Mm]|[Hh]|hrs|[Uu]hr|o'?clock)\b| [A-Z])/g,
    (m) => ({ hour: Number(m[1]), minute: 0 }),
  ],
];
const USUAL: readonly (readonly [RegExp, number])[] = [
  [/\bmidnight\b/i, 0],
  [/\b(?:noon|midday)\b/i, 12],
  [
    /\b(?:end of (?:the |his |her |their )?(?:working |business )?day|close of (?:business|play)|eod|cob)\b/i,
    17,
  ],
  [/\bmorning\b(?<!good morning)/i, 8],
  [/\bafternoon\b(?<!good afternoon)/i, 13],
  [/\b(?:evening|tonight)\b(?<!good evening)/i, 19],
];

/** Exact times go before parts of the day: "tomorrow morning at 9:30" is one time. */
export function clockTimes(text: string): readonly WrittenTime[] {
  const exact = EXACT.flatMap(([pattern, read]) =>
    [...text.matchAll(pattern)].map((match) => toTime(match[0], read(match))),
  );
  const same = (a: ClockTime, b: ClockTime) => a.hour === b.hour && a.minute === b.minute;
  if (exact.length > 0) {
    return exact.filter((time, index) => exact.findIndex((other) => same(other.clock, time.clock)) === index);
  }
  for (const [pattern, hour] of USUAL) {
    const match = pattern.exec(text);
    if (match) return [{ ...toTime(match[0], { hour, minute: 0 }, hour === 0), isPart: true }];
  }
  return [];
}

function toTime(written: string, clock: ClockTime, isMidnight = false): WrittenTime {
  return { written: written.trim(), clock, isMidnight, isPart: false, nextDay: (day) => addDays(day, 1) };
}
