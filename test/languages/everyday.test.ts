// Everyday messages; those in English and German were written by people who had not seen how the desk reads: nothing unasked, and most of what is wished. Some
// wishes ask for what this desk has no tool, seat or lock for, and count as missed.
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Rehearsal, rehearse } from '../../src/use-cases/plan/rehearse.ts';
import { createTestDesk, type TestDesk } from '../support/test-desk.ts';

interface Row {
  readonly id: string;
  readonly client: string;
  readonly from: string;
  readonly text: string;
  /** What each planned sentence has to match; absent: nothing may be planned. */
  readonly allow?: string;
}

const FOLDER = new URL('./everyday/', import.meta.url);
/** Of all wishes, by the language of the file's name. */
const RECOGNISED = new Map([
  ['en', 0.65],
  ['de', 0.5],
  ['fr', 0.5],
]);

let desk: TestDesk;
beforeAll(async () => {
  desk = await createTestDesk();
});
afterAll(() => desk.close());

test.each(readdirSync(FOLDER))('%s', async (file) => {
  const rows = readFileSync(new URL(file, FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line): Row => JSON.parse(line));
  const wrong: string[] = [];
  let missed = 0;
  for (const row of rows) {
    const { planned, isAtOnce } = await planOf(row);
    const allowed = row.allow === undefined ? undefined : new RegExp(row.allow, 'i');
    for (const sentence of planned)
      if (allowed?.test(sentence) !== true) wrong.push(`${row.id} ${row.text} => ${sentence}`);
    if (isAtOnce && !file.startsWith('en')) wrong.push(`${row.id} ${row.text} => at once`);
    if (allowed && planned.length === 0) missed += 1;
  }
  expect(wrong.join('\n')).toBe('');
  const wishes = rows.filter(({ allow }) => allow !== undefined).length;
  expect(1 - missed / wishes).toBeGreaterThanOrEqual(RECOGNISED.get(file.slice(0, 2)) ?? 1);
});

async function planOf({ client, from, text, allow }: Row) {
  const who = await desk.app.core.people.recognise(desk.chat.user(from));
  if (who.type !== 'known') throw new Error(`${from} is nobody of this desk.`);
  const outcome = await rehearse(desk.app.core, {
    client: desk.app.core.desk.client(client)!,
    requester: who.person,
    text,
  });
  return { planned: sentencesOf(outcome, allow), isAtOnce: outcome.outcome === 'auto' };
}

/** A plan that policy refuses was understood, and plans nothing. */
function sentencesOf(
  { outcome, steps, would = [] }: Rehearsal,
  allow: string | undefined,
): readonly string[] {
  if (outcome === 'refused') return allow === undefined ? [] : [allow];
  return [...steps, ...would].map(({ sentence }) => sentence);
}
