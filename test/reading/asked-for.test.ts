// What nobody asked for does not happen: every deed of the shipped recipes in every way of speaking, through the whole planner with the
// shipped desk. A tenth by default (another one each day of the month), the whole table with ASKED_FULL=1.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readProcessEnv } from '../../src/config.ts';
import type { Person } from '../../src/people/person.ts';
import { type Rehearsal, rehearse } from '../../src/use-cases/plan/rehearse.ts';
import { createTestDesk, DANA, MIA, type TestDesk } from '../support/test-desk.ts';
import { DEEDS, sentencesOf, WAYS, type Way } from './sentences.ts';

const FULL = readProcessEnv().ASKED_FULL === '1';
const PART = 10;

let desk: TestDesk;
const people = new Map<string, Person>();
beforeAll(async () => {
  desk = await createTestDesk();
  for (const email of [DANA, MIA]) {
    const who = await desk.app.core.people.recognise(desk.chat.user(email));
    if (who.type === 'known') people.set(email, who.person);
  }
});
afterAll(() => desk.close());

async function outcomeOf(text: string, from: string): Promise<Rehearsal> {
  const client = desk.app.core.desk.client('acme-dental')!;
  return rehearse(desk.app.core, { client, requester: people.get(from)!, text });
}

const deedsOf = ({ steps, would = [] }: Rehearsal) => [...steps, ...would].map(({ sentence }) => sentence);

test('the table is as large as it says', () => {
  const all = WAYS.flatMap((way) => sentencesOf(way));
  expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThan(5000);
  expect(DEEDS.length).toBeGreaterThan(9);
});

describe.each(WAYS)('$name', (way: Way) => {
  test('yields what it may', { timeout: 300_000 }, async () => {
    const rows = sentencesOf(way).filter((_row, at) => FULL || at % PART === 0);
    const wrong: string[] = [];
    const missed: string[] = [];
    for (const { text, from, allow } of rows) {
      const outcome = await outcomeOf(text, from);
      const unasked = deedsOf(outcome).filter((sentence) => allow === undefined || !allow.test(sentence));
      if (unasked.length > 0) wrong.push(`${text} => ${outcome.outcome}: ${unasked.join('; ')}`);
      // A question for what is missing, or that there is nothing to do, recognised the wish as well.
      const isSettled = /nothing to unlock|none is free|already/.test(outcome.text ?? '');
      if (deedsOf(outcome).length === 0 && outcome.outcome !== 'question' && !isSettled)
        missed.push(`${text} => ${outcome.outcome}: ${outcome.text ?? ''}`);
      if (way.never?.includes(outcome.outcome)) wrong.push(`${text} => ${outcome.outcome}`);
    }
    expect(wrong.join('\n')).toBe('');
    const share = 1 - missed.length / rows.length;
    if (way.recognised !== undefined) expect(share, missed.join('\n')).toBeGreaterThanOrEqual(way.recognised);
  });
});
