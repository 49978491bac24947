// Points in time as text. It knows no "now" and no reader: the caller names the zone.
import { boundedMap } from '../../src/lib/bounded-map.ts';
import { isTimeZone } from '../../src/lib/local-time.ts';
import type { Inline } from '../card.ts';

export type TimePart = Extract<Inline, { readonly time: number }>;

/** The last millisecond of the year 9999: later ones have no four-digit year. */
const LAST = 253_402_300_799_999;

function inRange(ms: number): number {
  return Number.isFinite(ms) ? Math.trunc(Math.min(LAST, Math.max(0, ms))) : 0;
}

/** "2026-03-02 10:32 UTC", or "10:32 UTC" for the style `time`; the same in another zone. Unknown zones count as UTC. */
export function timeText(part: TimePart, timeZone = 'UTC'): string {
  const { zone, write } = writerOf(timeZone, part.style === 'time');
  return `${write.format(inRange(part.time))}${zone === 'UTC' ? ' UTC' : ''}`;
}

interface Writer {
  readonly zone: string;
  readonly write: Intl.DateTimeFormat;
}

/** Making a writer costs a thousand times as much as using it. There are as many as zones that people live in. */
/** Zones come from chat profiles. */
const writers = boundedMap<Writer>(200);

function writerOf(timeZone: string, short: boolean): Writer {
  const key = `${timeZone} ${short}`;
  let writer = writers.get(key);
  if (!writer) {
    const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
    writer = { zone, write: makeWrite(zone, short) };
    writers.set(key, writer);
  }
  return writer;
}

/** Swedish dates are written the ISO way. */
function makeWrite(timeZone: string, short: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(short ? {} : { year: 'numeric', month: '2-digit', day: '2-digit' }),
  });
}

/** Whole seconds since 1970 UTC. */
export function toSeconds(ms: number): number {
  return Math.floor(inRange(ms) / 1000);
}

/** `2026-03-02T10:32:00Z`: no fractions, as Adaptive Cards' date functions want it. */
export function toIsoSeconds(ms: number): string {
  return new Date(inRange(ms)).toISOString().replace(/\.\d+Z$/, 'Z');
}
