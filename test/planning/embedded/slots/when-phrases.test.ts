// What people write about a time, read at several moments: each phrase gives a definite moment, "now", or a reason to ask.
import { describe, expect, it } from 'vitest';
import { findWhen } from '../../../../src/planning/embedded/slots/when.ts';

/** All in Paris. */
const MONDAY = '2026-11-30T09:00:00Z';
const LATE = '2026-11-30T20:08:00Z';
const NEW_YEARS_EVE = '2026-12-31T10:00:00Z';
const BEFORE_CLOCKS_GO_ON = '2027-03-27T09:00:00Z';
const CLOCKS_GO_BACK = '2026-10-25T09:00:00Z';

function read(text: string, now: string): string {
  const when = findWhen(text, { now: new Date(now), timeZone: 'Europe/Paris', defaultHour: 17 });
  switch (when.type) {
    case 'at':
      return new Date(when.at).toISOString().slice(0, 16);
    case 'past':
    case 'over':
      return `${when.type}: ${when.written}`;
    case 'unclear':
    case 'unread':
      return `${when.type}: ${when.written.join(' | ')}`;
    case 'none':
    case 'now':
      return when.type;
  }
}

/** Each line: the phrase => what is understood. */
function phrases(lines: string): readonly (readonly [string, string])[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', expected = ''] = line.split('=>').map((part) => part.trim());
      return [text, expected] as const;
    });
}

describe.each([MONDAY, LATE])('at any hour of the last day of a month (%s)', (now) => {
  it.each(
    phrases(`
    Offboard Sam Ortiz on Friday 11 December => 2026-12-11T16:00
    Offboard Sam, Friday, 18 December 2026 => 2026-12-18T16:00
    Monday, 7 December 2026 => 2026-12-07T16:00
    starts on Monday 7 December => 2026-12-07T16:00
    Fri 11/12 => 2026-12-11T16:00
    on 11 December, a Friday => 2026-12-11T16:00
    next Friday 11 December => 2026-12-11T16:00
    Friday 10 December => unclear: Friday | 10 December
    Tuesday, 2026-12-11 => unclear: Tuesday | 2026-12-11
    Offboard Sam Ortiz now => now
    Disable his account NOW. => now
    Tom Becker left yesterday. Disable his account NOW. => now
    Tom left on 2 November, disable his account immediately => now
    please cut his access right now => now
    offboard him asap => now
    block her at once => now
    block her straight away => now
    do not disable it immediately => none
    Offboard Sam now, his last day is Friday => unclear: now | Friday
    he works in Berlin now => none
    offboard Sam at midnight => 2026-11-30T23:00
    Friday midnight => unclear: Friday, midnight
    tonight at midnight => 2026-11-30T23:00
    Friday, end of the day => 2026-12-04T16:00
    end of the year => 2026-12-31T16:00
    end of the week => 2026-12-04T16:00
    end of next week => 2026-12-11T16:00
    first of next month => 2026-12-01T16:00
    the 1st of next month => 2026-12-01T16:00
    in two weeks => 2026-12-14T16:00
    in 3 days => 2026-12-03T16:00
    in a week => 2026-12-07T16:00
    tomorrow morning => 2026-12-01T07:00
    tomorrow morning at 9:30 => 2026-12-01T08:30
    tomorrow at noon => 2026-12-01T11:00
    tomorrow afternoon => 2026-12-01T12:00
    tomorrow evening => 2026-12-01T18:00
    12/11 => unclear: 12/11
    25/12 => 2026-12-25T16:00
    04.12.2026 => 2026-12-04T16:00
    2026-12-04 => 2026-12-04T16:00
    2026-12-11T17:00 => 2026-12-11T16:00
    4th of December => 2026-12-04T16:00
    Dec 4 => 2026-12-04T16:00
    December 4, 2026 => 2026-12-04T16:00
    Friday 17h => 2026-12-04T16:00
    Friday 17h30 => 2026-12-04T16:30
    Friday 9 Uhr => 2026-12-04T08:00
    Friday at 4 => unread: at 4
    tomorrow 18:00 CET => 2026-12-01T17:00
    tomorrow 5pm Paris time => 2026-12-01T16:00
    Friday 17:00 UTC => 2026-12-04T17:00
    Friday 3 pm EST => 2026-12-04T20:00
    Friday 5pm New York time => 2026-12-04T22:00
    Friday 17:00 UTC+2 => 2026-12-04T15:00
    Friday 17:00 XYZT => unclear: XYZT
    Friday 5pm Narnia time => unclear: Narnia time
    1 July 2027 at 9:00 EST => unclear: EST
    sometime next sprint => unread: sometime next sprint
    after the move => unread: after the move
    the day after Thanksgiving => unread: the day after Thanksgiving
    once he is back => unread: once he is back
    when he is gone => unread: when he is gone
    after Friday => unread: after Friday
    not before Friday => 2026-12-04T16:00
    on Friday after the move => unread: after the move
    left yesterday => past: yesterday
    started last Monday => past: last Monday
    mid December => unread: mid December
    in two months => unread: in two months
    in 2 hours => unread: in 2 hours
    on the weekend => unread: weekend
    Friday at 5pm or 6pm => unclear: 5pm | 6pm
    today at 23:00 => 2026-11-30T22:00
    31 February => unclear: 31 February
    `),
  )('%s', (text, expected) => {
    expect(read(text, now)).toBe(expected);
  });
});

it.each(
  phrases(`
  end of the month => over: end of the month
  today => over: today
  tonight => over: tonight
  this evening => over: this evening
  end of the day => over: end of the day
  close of business => over: close of business
  at noon => over: noon
  at 17:00 => past: 17:00
  `),
)('asks when the day is nearly over: %s', (text, expected) => {
  expect(read(text, LATE)).toBe(expected);
});

it.each([
  ['end of the month', MONDAY, '2026-11-30T16:00'],
  ['tonight', MONDAY, '2026-11-30T18:00'],
  ['end of the day', MONDAY, '2026-11-30T16:00'],
  ['tomorrow', NEW_YEARS_EVE, '2027-01-01T16:00'],
  ['end of the year', NEW_YEARS_EVE, '2026-12-31T16:00'],
  ['first of next month', NEW_YEARS_EVE, '2027-01-01T16:00'],
  ['Friday 1 January', NEW_YEARS_EVE, '2027-01-01T16:00'],
  ['tomorrow at noon', BEFORE_CLOCKS_GO_ON, '2027-03-28T10:00'],
  ['tomorrow 2:30 am', BEFORE_CLOCKS_GO_ON, '2027-03-28T01:30'],
  ['tomorrow 12:00 CET', BEFORE_CLOCKS_GO_ON, 'unclear: CET'],
  ['today', CLOCKS_GO_BACK, '2026-10-25T16:00'],
  ['tomorrow at noon', CLOCKS_GO_BACK, '2026-10-26T11:00'],
])('%s at %s', (text, now, expected) => {
  expect(read(text, now)).toBe(expected);
});
