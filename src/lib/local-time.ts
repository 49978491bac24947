// Wall-clock time of a time zone, both ways. A time that a clock change skips moves on by the change; one that happens
// twice means the first.

export interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** @param at milliseconds since 1970 UTC. @param timeZone IANA; one that this machine does not know counts as UTC */
export function toLocal(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/** Milliseconds since 1970 UTC. */
export function fromLocal(local: LocalTime, timeZone: string): number {
  const wall = Date.UTC(local.year, local.month - 1, local.day, local.hour, local.minute);
  const earlier = wall - offsetAt(wall - DAY, timeZone);
  const later = wall - offsetAt(wall + DAY, timeZone);
  if (offsetAt(earlier, timeZone) === wall - earlier) return earlier;
  return offsetAt(later, timeZone) === wall - later ? later : earlier;
}

const DAY = 86_400_000;

function offsetAt(at: number, timeZone: string): number {
  const { year, month, day, hour, minute } = toLocal(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / 60_000) * 60_000;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const options = {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  } as const;
  const make = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { ...options, hourCycle: 'h23', timeZone: zone });
  const made = isZone(timeZone) ? make(timeZone) : make('UTC');
  formats.set(timeZone, made);
  return made;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** "Friday 27 November 2026, 17:00 (Europe/Paris)". */
export function localText(at: number, timeZone: string): string {
  const zone = isZone(timeZone) ? timeZone : 'UTC';
  const day = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(at);
  const { hour, minute } = toLocal(at, zone);
  return `${day.replace(',', '')}, ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')} (${zone})`;
}
