import { describe, expect, it } from 'vitest';
import { findWhen } from '../../../../src/planning/embedded/slots/when.ts';

/** A Wednesday, 10:00 in Paris, 03:00 in Chicago. */
const NOW = '2026-11-18T09:00:00Z';

interface Row {
  readonly name: string;
  readonly text: string;
  readonly expected: string;
  readonly now?: string;
  readonly zone?: string;
  readonly hour?: number;
}

function read({ text, now = NOW, zone = 'Europe/Paris', hour = 17 }: Row): string {
  const when = findWhen(text, { now: new Date(now), timeZone: zone, defaultHour: hour });
  switch (when.type) {
    case 'at':
      return new Date(when.at).toISOString().replace(':00.000Z', 'Z');
    case 'past':
      return `past: ${when.written}`;
    case 'over':
      return `over: ${when.written}`;
    case 'unread':
    case 'unclear':
      return `${when.type}: ${when.written.join(' | ')}`;
    default:
      return when.type;
  }
}

const rows: readonly Row[] = [
  { name: 'a weekday is the coming one', text: 'leaves on Friday', expected: '2026-11-20T16:00Z' },
  { name: 'a weekday earlier in the week is next week', text: 'on Monday', expected: '2026-11-23T16:00Z' },
  { name: 'next Monday is the one of next week', text: 'next Monday', expected: '2026-11-23T16:00Z' },
  { name: 'next Friday is the one of next week', text: 'next Friday', expected: '2026-11-27T16:00Z' },
  { name: 'this Friday is the one of this week', text: 'this Friday', expected: '2026-11-20T16:00Z' },
  { name: 'a short weekday after on', text: 'on fri', expected: '2026-11-20T16:00Z' },
  { name: 'a short weekday elsewhere is no date', text: 'the sun is out', expected: 'none' },
  { name: 'the weekday of today is unclear', text: 'on Wednesday', expected: 'unclear: Wednesday' },
  { name: 'last Friday is past', text: 'left last Friday', expected: 'past: last Friday' },
  { name: 'an hour of the working day', text: 'tomorrow at 8, please', expected: '2026-11-19T07:00Z' },
  { name: 'an hour at the end of a sentence', text: 'Tomorrow at 9.', expected: '2026-11-19T08:00Z' },
  { name: 'an hour that is twice a day', text: 'tomorrow at 6.', expected: 'unread: at 6' },
  { name: 'tomorrow with a time', text: 'tomorrow at 5pm', expected: '2026-11-19T16:00Z' },
  { name: 'a time with minutes', text: 'tomorrow 9:30 am', expected: '2026-11-19T08:30Z' },
  { name: 'twelve at noon', text: 'tomorrow 12pm', expected: '2026-11-19T11:00Z' },
  { name: 'twelve at night', text: 'tomorrow 12 am', expected: '2026-11-18T23:00Z' },
  { name: 'a 24-hour time', text: 'Friday 18:15', expected: '2026-11-20T17:15Z' },
  { name: 'an hour after at', text: 'Friday at 16h', expected: '2026-11-20T15:00Z' },
  {
    name: 'end of the working day',
    text: 'Friday, close of business',
    expected: '2026-11-20T16:00Z',
    hour: 8,
  },
  { name: 'the day after tomorrow', text: 'the day after tomorrow', expected: '2026-11-20T16:00Z' },
  { name: 'day and month', text: '17 December', expected: '2026-12-17T16:00Z' },
  { name: 'month and day', text: 'December 17th', expected: '2026-12-17T16:00Z' },
  { name: 'with of and a year', text: 'the 3rd of March 2027', expected: '2027-03-03T16:00Z' },
  { name: 'a day long past this year means next year', text: '15 January', expected: '2027-01-15T16:00Z' },
  { name: 'a day just past is past', text: '2 November', expected: 'past: 2 November' },
  { name: 'an ISO date', text: 'last day 2026-12-01', expected: '2026-12-01T16:00Z' },
  { name: 'a dotted date', text: '01.12.2026', expected: '2026-12-01T16:00Z' },
  { name: 'a slashed date that can only be read one way', text: '17/12/2026', expected: '2026-12-17T16:00Z' },
  { name: 'the other way', text: '12/17/2026', expected: '2026-12-17T16:00Z' },
  { name: 'a slashed date that can be read two ways', text: '3/4/2027', expected: 'unclear: 3/4/2027' },
  { name: 'a day that does not exist', text: '2027-02-30', expected: 'unclear: 2027-02-30' },
  { name: 'a day of the month to come', text: 'on the 25th', expected: '2026-11-25T16:00Z' },
  { name: 'a day of the month that is over', text: 'on the 5th', expected: '2026-12-05T16:00Z' },
  { name: 'the end of the month', text: 'end of the month', expected: '2026-11-30T16:00Z' },
  { name: 'the end of next month', text: 'end of next month', expected: '2026-12-31T16:00Z' },
  { name: 'the end of the week', text: 'by the end of the week', expected: '2026-11-20T16:00Z' },
  { name: 'in two weeks', text: 'in two weeks', expected: '2026-12-02T16:00Z' },
  { name: 'in 3 days', text: 'in 3 days', expected: '2026-11-21T16:00Z' },
  {
    name: 'sometime next week names no day',
    text: 'sometime next week',
    expected: 'unread: sometime next week',
  },
  { name: 'two days are unclear', text: 'Monday or Thursday', expected: 'unclear: Monday | Thursday' },
  { name: 'one day said twice is one day', text: 'Friday, 20 November', expected: '2026-11-20T16:00Z' },
  { name: 'today before the hour', text: 'today', expected: '2026-11-18T16:00Z' },
  { name: 'today after the hour means now', text: 'today', expected: 'now', hour: 8 },
  { name: 'an earlier time today is past', text: 'today at 9:00', expected: 'past: today' },
  { name: 'yesterday is past', text: 'yesterday', expected: 'past: yesterday' },
  { name: 'immediately', text: 'please do it immediately', expected: 'now' },
  { name: 'a plain now', text: 'now', expected: 'now' },
  { name: 'now inside a sentence is no date', text: 'he now works elsewhere', expected: 'none' },
  { name: 'nothing said', text: 'Sam leaves', expected: 'none' },
  { name: 'a version number is no time', text: 'install 7.3', expected: 'none' },
  { name: 'in Chicago', text: 'Friday', zone: 'America/Chicago', expected: '2026-11-20T23:00Z' },
  {
    name: 'the day is the one of the zone, not of UTC',
    text: 'tomorrow',
    now: '2026-11-18T23:30:00Z',
    expected: '2026-11-20T16:00Z',
  },
  {
    name: 'before the clocks go back',
    text: 'on Saturday',
    now: '2026-10-21T09:00:00Z',
    expected: '2026-10-24T15:00Z',
  },
  {
    name: 'after the clocks go back',
    text: 'on Sunday',
    now: '2026-10-21T09:00:00Z',
    expected: '2026-10-25T16:00Z',
  },
  {
    name: 'a time that is skipped moves on',
    text: '28 March 2027 at 2:30 am',
    now: '2027-03-20T09:00:00Z',
    expected: '2027-03-28T01:30Z',
  },
  {
    name: 'a time that happens twice is the first',
    text: '25 October 2026 at 2:30 am',
    now: '2026-10-21T09:00:00Z',
    expected: '2026-10-25T00:30Z',
  },
];

describe('findWhen', () => {
  it.each(rows)('$name', (row) => {
    expect(read(row)).toBe(row.expected);
  });
});

it('does not guess in a zone that is not known', () => {
  expect(() => read({ name: '', text: 'Friday', zone: 'Mars/Base', expected: '' })).toThrow(
    '"Mars/Base" is not a time zone that this machine knows. Use an IANA name, e.g. Europe/Paris.',
  );
});
