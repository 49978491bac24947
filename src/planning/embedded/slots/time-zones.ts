// The time zones that a text names ("18:00 CET", "5pm Paris time", "17:00 UTC+2") and the moment that a time has there. An
// abbreviation that is not in force on the day, such as EST in July, is no moment but a question.
import { type ClockTime, type Day, timeOn } from '../../../lib/local-time.ts';

export interface NamedZone {
  readonly written: string;
  /** Milliseconds since 1970 UTC; undefined: the words do not say which moment. */
  momentOf(day: Day, time: ClockTime): number | undefined;
}

/** Where an abbreviation is used, and the hours that it is ahead of UTC; without hours it follows the seasons. */
const ABBREVIATIONS: ReadonlyMap<string, readonly [zone: string, hours?: number]> = new Map([
  ['UTC', ['UTC', 0]],
  ['Z', ['UTC', 0]],
  ['GMT', ['UTC', 0]],
  ['BST', ['Europe/London', 1]],
  ['WET', ['Europe/Lisbon', 0]],
  ['WEST', ['Europe/Lisbon', 1]],
  ['CET', ['Europe/Paris', 1]],
  ['CEST', ['Europe/Paris', 2]],
  ['EET', ['Europe/Athens', 2]],
  ['EEST', ['Europe/Athens', 3]],
  ['ET', ['America/New_York']],
  ['EST', ['America/New_York', -5]],
  ['EDT', ['America/New_York', -4]],
  ['CT', ['America/Chicago']],
  ['CDT', ['America/Chicago', -5]],
  ['MT', ['America/Denver']],
  ['MST', ['America/Denver', -7]],
  ['MDT', ['America/Denver', -6]],
  ['PT', ['America/Los_Angeles']],
  ['PST', ['America/Los_Angeles', -8]],
  ['PDT', ['America/Los_Angeles', -7]],
]);
const HOUR_MS = 3_600_000;
const AFTER_CLOCK =
  /(?:\d\s?(?:[ap]\.?m\.?)?|noon|midday|midnight)\s*\(?((?:UTC|GMT)\s?[+-]\d{1,2}(?::?[0-5]\d)?|[A-Z]{1,4}T|UTC|Z|[+-]\d{2}:?[0-5]\d)\b/g;
const PLACE = /\b((?:[A-Z][\p{L}]+ ){1,3})time\b|\b(your|their|his|her) time\b/gu;

export function namedZones(text: string): readonly NamedZone[] {
  const short = [...text.matchAll(AFTER_CLOCK)].map((match) => byAbbreviation(match[1] ?? ''));
  const places = [...text.matchAll(PLACE)].map((match) => byPlace(match[0], match[1]?.trim()));
  return [...short, ...places];
}

function byAbbreviation(written: string): NamedZone {
  const offset = /([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(written);
  if (offset) {
    const hours = (Number(offset[2]) + Number(offset[3] ?? 0) / 60) * (offset[1] === '-' ? -1 : 1);
    return { written, momentOf: (day, time) => timeOn(day, time, 'UTC') - hours * HOUR_MS };
  }
  const [zone, hours] = ABBREVIATIONS.get(written) ?? [];
  return {
    written,
    momentOf(day, time) {
      if (zone === undefined) return undefined;
      const local = timeOn(day, time, zone);
      const fixed = timeOn(day, time, 'UTC') - (hours ?? 0) * HOUR_MS;
      return hours === undefined || local === fixed ? local : undefined;
    },
  };
}

function byPlace(written: string, place: string | undefined): NamedZone {
  const city = place?.replaceAll(' ', '_').toLowerCase();
  const zone = Intl.supportedValuesOf('timeZone').find(
    (name) => name.split('/').at(-1)?.toLowerCase() === city,
  );
  return { written, momentOf: (day, time) => (zone === undefined ? undefined : timeOn(day, time, zone)) };
}
