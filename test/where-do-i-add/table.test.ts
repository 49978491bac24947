// Follows "a table" of the README: its room's file in src/store/tables/, its name in both schema files, both migrations generated.
// What is forgotten is found here; that the migrations are up to date is asked in test/store/migrations.test.ts.
import { expect, test } from 'vitest';
import { insertRun, setStep } from '../../src/runs/store.ts';
import { q, type Step, type Writing } from '../../src/store/database.ts';
import * as postgres from '../../src/store/schema.postgres.ts';
import * as sqlite from '../../src/store/schema.sqlite.ts';
import { openSqlite } from '../../src/store/sqlite.ts';

/** Whatever would compile here and must not is found by `tsc`. */
export function* whatDoesNotCompile(work: Writing): Step<void> {
  const { tx, t } = work;
  // @ts-expect-error a word that the column does not hold
  yield* q(tx.update(t.runs).set({ status: 'runing' }));
  // @ts-expect-error JSON of another shape than the column's
  yield* q(tx.update(t.plans).set({ prose: { diagnosis: 7 } }));
  // @ts-expect-error a state of steps that there is none
  yield* setStep(work, { runId: 'r1', idx: 0, from: 'started' }, { status: 'done' });
  const [row] = yield* q(tx.select().from(t.tickets));
  // @ts-expect-error a comparison with what can never stand there
  if (row?.state === 'open') yield* insertRun(work, { planId: 'p', ticketId: 't', clientId: 'c', tools: [] });
}

test.each([
  { file: 'schema.sqlite.ts', names: Object.keys(sqlite), tables: Object.keys(sqlite.schema) },
  { file: 'schema.postgres.ts', names: Object.keys(postgres), tables: Object.keys(postgres.schema) },
])('$file names every table: drizzle-kit sees no other', ({ names, tables }) => {
  expect(names.filter((name) => name !== 'schema').toSorted()).toEqual(tables.toSorted());
});

test('every table is in a database that was migrated, with every column', async () => {
  const database = openSqlite({ path: ':memory:', use: 'server' });
  try {
    const read = await database.read(function* ({ tx, t }) {
      const names: string[] = [];
      for (const [name, table] of Object.entries(t)) {
        yield* q(tx.select().from(table));
        names.push(name);
      }
      return names;
    });
    expect(read).toEqual(Object.keys(sqlite.schema));
  } finally {
    await database.close();
  }
});
