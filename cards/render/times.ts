// Points in time as text. It knows no "now" and no reader: the caller names the zone.
import type { Inline } from '../card.ts';

export type TimePart = Extract<Inline, { readonly time: number }>;

/** The last millisecond of the year 9999: later ones have no four-digit year. */
const LAST = 253_402_300_799_999;

function inRange(ms: number): number {
  return Number.isFinite(ms) ? Math.trunc(Math.min(LAST, Math.max(0, ms))) : 0;
}

/** "2026-03-02 10:32 UTC", or "10:32 UTC" for the style `time`; the same in another zone. Unknown zones count as UTC. */
export function timeText(part: TimePart, timeZone = 'UTC'): string {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  // Swedish dates are written the ISO way.
  const write = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(part.style === 'time' ? {} : { year: 'numeric', month: '2-digit', day: '2-digit' }),
  });
  return `${write.format(inRange(part.time))}${zone === 'UTC' ? ' UTC' : ''}`;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** Whole seconds since 1970 UTC. */
export function toSeconds(ms: number): number {
  return Math.floor(inRange(ms) / 1000);
}

/** `2026-03-02T10:32:00Z`: no fractions, as Adaptive Cards' date functions want it. */
export function toIsoSeconds(ms: number): string {
  return new Date(inRange(ms)).toISOString().replace(/\.\d+Z$/, 'Z');
}
