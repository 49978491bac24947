// The time of day that a text names, in hours and minutes. "4" alone is no time; midnight is left to a question.
import type { ClockTime } from '../../../lib/local-time.ts';

const TWELVE = /\b(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?\s?(a\.?m\.?|p\.?m\.?)(?![a-z])/i;
const TWENTY_FOUR = /(?<![\d.:/-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:/-])/;
const AT_HOUR = /\bat\s+([01]?\d|2[0-3])(?:\s?(?:h|hrs|o'?clock))\b|\bat\s+(1[3-9]|2[0-3])(?![\d:./-])/i;
const END = /\b(?:end of (?:the )?(?:working |business )?day|close of (?:business|play)|eod|cob)\b/i;
const NOON = /\b(?:noon|midday)\b/i;

export function clockTime(text: string): ClockTime | undefined {
  const twelve = TWELVE.exec(text);
  if (twelve) {
    const hour = Number(twelve[1]) % 12;
    return { hour: hour + (/^p/i.test(twelve[3] ?? '') ? 12 : 0), minute: Number(twelve[2] ?? 0) };
  }
  const full = TWENTY_FOUR.exec(text);
  if (full) return { hour: Number(full[1]), minute: Number(full[2]) };
  const hour = AT_HOUR.exec(text);
  if (hour) return { hour: Number(hour[1] ?? hour[2]), minute: 0 };
  if (END.test(text)) return { hour: 17, minute: 0 };
  return NOON.test(text) ? { hour: 12, minute: 0 } : undefined;
}
