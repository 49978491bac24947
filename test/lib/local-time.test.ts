// Days and times of zones. What is expected here was worked out from the rules of the zones, not with the code.
import { describe, expect, test } from 'vitest';
import {
  addDays,
  calendarDay,
  dayAt,
  endOfMonth,
  isTimeZone,
  localText,
  startOfDay,
  startOfMonth,
  timeOn,
  weekdayOf,
} from '../../src/lib/local-time.ts';

const iso = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');
const ms = (text: string) => Date.parse(text);

describe('a time of a day', () => {
  test.each([
    ['in winter', 'Europe/Paris', '2026-11-27', '17:00', '2026-11-27T16:00Z'],
    ['in summer', 'Europe/Paris', '2026-07-27', '17:00', '2026-07-27T15:00Z'],
    ['that spring skips moves on', 'Europe/Paris', '2027-03-28', '02:30', '2027-03-28T01:30Z'],
    ['that spring skips, at its first minute', 'Europe/Paris', '2027-03-28', '02:00', '2027-03-28T01:00Z'],
    ['after what spring skips', 'Europe/Paris', '2027-03-28', '03:00', '2027-03-28T01:00Z'],
    ['that autumn repeats is the first', 'Europe/Paris', '2026-10-25', '02:30', '2026-10-25T00:30Z'],
    ['after what autumn repeats', 'Europe/Paris', '2026-10-25', '03:00', '2026-10-25T02:00Z'],
    ['that spring skips moves on', 'America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30Z'],
    ['that autumn repeats is the first', 'America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30Z'],
    ['that half an hour skips', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45Z'],
    ['that half an hour repeats', 'Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45Z'],
    ['5:45 ahead', 'Asia/Kathmandu', '2026-06-01', '09:00', '2026-06-01T03:15Z'],
    ['13:45 ahead, in summer', 'Pacific/Chatham', '2026-01-15', '09:00', '2026-01-14T19:15Z'],
    ['8:45 ahead', 'Australia/Eucla', '2026-06-01', '09:00', '2026-06-01T00:15Z'],
    ['on the eve of the day that Samoa left out', 'Pacific/Apia', '2011-12-29', '12:00', '2011-12-29T22:00Z'],
    ['on the day that Samoa left out moves on', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00Z'],
    ['on the day after', 'Pacific/Apia', '2011-12-31', '12:00', '2011-12-30T22:00Z'],
    ['of a leap day', 'Europe/Paris', '2028-02-29', '08:00', '2028-02-29T07:00Z'],
    ['at the end of a year', 'Pacific/Auckland', '2026-12-31', '23:59', '2026-12-31T10:59Z'],
    ['without a zone', 'UTC', '2026-11-27', '00:00', '2026-11-27T00:00Z'],
  ])('%s: %s, %s %s', (_what, zone, day, time, expected) => {
    const [hour = 0, minute = 0] = time.split(':').map(Number);
    expect(iso(timeOn(day, { hour, minute }, zone))).toBe(expected);
  });

  test('nine o\u2019clock stays nine o\u2019clock over the clock change', () => {
    const nine = (day: string) => iso(timeOn(day, { hour: 9, minute: 0 }, 'Europe/Paris'));
    expect([nine('2026-10-24'), nine(addDays('2026-10-24', 1))]).toEqual([
      '2026-10-24T07:00Z',
      '2026-10-25T08:00Z',
    ]);
  });
});

describe('the day that it is', () => {
  test.each([
    ['Europe/Paris', '2026-11-18T22:59:59Z', '2026-11-18'],
    ['Europe/Paris', '2026-11-18T23:00:00Z', '2026-11-19'],
    ['America/New_York', '2026-11-18T04:59:00Z', '2026-11-17'],
    ['Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['Asia/Kathmandu', '2026-11-18T18:14:00Z', '2026-11-18'],
    ['Asia/Kathmandu', '2026-11-18T18:15:00Z', '2026-11-19'],
  ])('in %s at %s is %s', (zone, at, day) => {
    expect(dayAt(ms(at), zone)).toBe(day);
  });

  test.each([
    ['Europe/Paris', '2026-11-23T22:59:00Z', '2026-11-22T23:00Z', '2026-10-31T23:00Z'],
    ['Europe/Paris', '2026-11-23T23:00:00Z', '2026-11-23T23:00Z', '2026-10-31T23:00Z'],
    ['Europe/Paris', '2026-10-25T12:00:00Z', '2026-10-24T22:00Z', '2026-09-30T22:00Z'],
    ['America/New_York', '2026-11-23T04:59:00Z', '2026-11-22T05:00Z', '2026-11-01T04:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T12:00:00Z', '2026-10-03T13:30Z', '2026-09-30T13:30Z'],
    // Cuba changes its clocks at midnight: the day begins at one.
    ['America/Havana', '2026-03-08T12:00:00Z', '2026-03-08T05:00Z', '2026-03-01T05:00Z'],
    ['Pacific/Apia', '2011-12-30T12:00:00Z', '2011-12-30T10:00Z', '2011-12-01T10:00Z'],
    ['UTC', '2026-11-23T04:59:00Z', '2026-11-23T00:00Z', '2026-11-01T00:00Z'],
  ])('in %s at %s began at %s, and its month at %s', (zone, at, day, month) => {
    expect([iso(startOfDay(ms(at), zone)), iso(startOfMonth(ms(at), zone))]).toEqual([day, month]);
  });
});

describe('the calendar', () => {
  test.each([
    ['2026-01-31', 1, '2026-02-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2027-02-28', 1, '2027-03-01'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-10-24', 7, '2026-10-31'],
    ['2026-11-18', -60, '2026-09-19'],
    ['2026-11-18', 0, '2026-11-18'],
  ])('%s and %i days is %s', (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  test.each([
    ['2026-11-18', 0, '2026-11-30'],
    ['2026-11-30', 0, '2026-11-30'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-12-05', 1, '2027-01-31'],
  ])('the month of %s and %i more ends on %s', (day, further, expected) => {
    expect(endOfMonth(day, further)).toBe(expected);
  });

  test.each([
    [2028, 2, 29, '2028-02-29'],
    [2027, 2, 29, undefined],
    [2100, 2, 29, undefined],
    [2026, 4, 31, undefined],
    [2026, 13, 1, undefined],
    [2026, 0, 1, undefined],
    [2026, 1, 0, undefined],
    [26, 1, 2, '0026-01-02'],
    [Number.NaN, 1, 1, undefined],
  ])('year %d, month %d, day %d: %s', (year, month, day, expected) => {
    expect(calendarDay(year, month, day)).toBe(expected);
  });

  test('weeks begin on Monday', () => {
    expect(['2026-11-16', '2026-11-18', '2026-11-22'].map(weekdayOf)).toEqual([1, 3, 7]);
  });
});

test.each([
  ['Europe/Paris', true],
  ['Asia/Kathmandu', true],
  ['UTC', true],
  ['Etc/GMT+5', true],
  ['Mars/Base', false],
  ['Europe', false],
  ['+02:00', false],
  ['', false],
  ['constructor', false],
])('%s is a zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ['the day', (zone: string) => dayAt(0, zone)],
  ['a time', (zone: string) => timeOn('2026-11-27', { hour: 9, minute: 0 }, zone)],
  ['the start of a day', (zone: string) => startOfDay(0, zone)],
  ['the start of a month', (zone: string) => startOfMonth(0, zone)],
  ['a text', (zone: string) => localText(0, zone)],
])('%s in a zone that is not known says so', (_what, ask) => {
  expect(() => ask('Mars/Base')).toThrow(
    '"Mars/Base" is not a time zone that this machine knows. Use an IANA name, e.g. Europe/Paris.',
  );
});

test('a time is written with weekday, date, time and zone', () => {
  expect(localText(ms('2026-11-27T16:00:00Z'), 'Europe/Paris')).toBe(
    'Friday 27 November 2026, 17:00 (Europe/Paris)',
  );
});

const TIME = /, (\d\d):(\d\d) \(/;
test.each([
  'UTC',
  'Europe/Paris',
  'America/Chicago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
])('what is written in %s reads as the same time', (zone) => {
  for (let hour = 0; hour < 24 * 400; hour += 7) {
    const at = Date.UTC(2026, 0, 1) + hour * 3_600_000;
    const [, h, m] = TIME.exec(localText(at, zone)) ?? [];
    const back = timeOn(dayAt(at, zone), { hour: Number(h), minute: Number(m) }, zone);
    // An hour that happens twice comes back as the first of the two.
    expect(localText(back, zone)).toBe(localText(at, zone));
  }
});
