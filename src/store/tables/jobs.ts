// The queue of what the desk owes.
import { isNull } from '../drizzle.ts';
import type { Kit } from '../kit.ts';

export const jobsTables = (k: Kit) => {
  const jobs = k.table(
    'jobs',
    {
      id: k.text('id').primaryKey(),
      kind: k.text('kind').notNull(),
      key: k.text('key').notNull(),
      payload: k.json('payload').notNull(),
      runAt: k.time('run_at').notNull(),
      leaseUntil: k.time('lease_until'),
      leaseToken: k.int('lease_token').notNull(),
      tries: k.int('tries').notNull(),
      lastError: k.text('last_error'),
      doneAt: k.time('done_at'),
    },
    (t) => [
      k.uniqueIndex('jobs_key').on(t.key),
      // Done jobs are many and never looked for: an index without them is smaller and cheaper to keep.
      k.index('jobs_due').on(t.runAt).where(isNull(t.doneAt)),
    ],
  );

  return { jobs };
};
