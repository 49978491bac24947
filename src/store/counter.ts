// Short numbers that people see: ticket 1042, approval P-1234. Bumped in the transaction that uses them.
import { type Db, q, type Step } from './database.ts';
import { eq, sql } from './drizzle.ts';
import { statement } from './statement.ts';

const bump = statement((tx, t, counter: { name: string }) =>
  tx
    .update(t.counters)
    .set({ value: sql`${t.counters.value} + 1` })
    .where(eq(t.counters.name, counter.name))
    .returning({ value: t.counters.value }),
);

/** The next number of a series; the first is `first`. */
export function* nextNumber(db: Db, name: string, first: number): Step<number> {
  const { tx, t } = db;
  const [bumped] = yield* q(bump(db, { name }));
  if (bumped) return bumped.value;
  yield* q(tx.insert(t.counters).values({ name, value: first }));
  return first;
}
