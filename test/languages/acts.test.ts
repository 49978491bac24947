// A language acts only where a table that somebody else made is green: nothing unasked, nothing at once, most plain wishes recognised.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import { rehearse } from '../../src/use-cases/plan/rehearse.ts';
import { createTestDesk, DANA, MIA, type TestDesk } from '../support/test-desk.ts';
import { FRENCH, GERMAN, type Row, SPANISH } from './independent-table.ts';

const ADDRESSES: Readonly<Record<Row['from'], string>> = {
  dana: DANA,
  mia: MIA,
  erin: 'erin.cole@acme-dental.example',
  sam: 'sam.ortiz@acme-dental.example',
};

let desk: TestDesk;
const people = new Map<string, Person>();
beforeAll(async () => {
  desk = await createTestDesk();
  for (const [name, email] of Object.entries(ADDRESSES)) {
    const who = await desk.app.core.people.recognise(desk.chat.user(email));
    if (who.type === 'known') people.set(name, who.person);
  }
});
afterAll(() => desk.close());

test.each([
  { language: 'German', rows: GERMAN, recognised: 0.6 },
  { language: 'French', rows: FRENCH, recognised: 0.6 },
  { language: 'Spanish', rows: SPANISH, recognised: 0.6 },
])('$language', async ({ rows, recognised }) => {
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { text, from, may } of rows) {
    const client = desk.app.core.desk.client('acme-dental')!;
    const outcome = await rehearse(desk.app.core, { client, requester: people.get(from)!, text });
    const deeds = [...outcome.steps, ...(outcome.would ?? [])];
    if (outcome.outcome === 'auto') wrong.push(`${text} => runs at once`);
    for (const { sentence } of deeds) if (!may?.test(sentence)) wrong.push(`${text} => ${sentence}`);
    if (may && deeds.length === 0) missed.push(`${text} => ${outcome.outcome}: ${outcome.text ?? ''}`);
  }
  expect(wrong.join('\n')).toBe('');
  const wishes = rows.filter(({ may }) => may !== undefined).length;
  expect(1 - missed.length / wishes, missed.join('\n')).toBeGreaterThanOrEqual(recognised);
});
