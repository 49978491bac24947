// The vault: sealed values by scope and name.
import type { Kit } from '../kit.ts';

export const secretsTables = (k: Kit) => {
  const secrets = k.table(
    'secrets',
    {
      id: k.text('id').primaryKey(),
      /** A client id, or `msp`. */
      scope: k.text('scope').notNull(),
      name: k.text('name').notNull(),
      sealed: k.text('sealed').notNull(),
      changedBy: k.text('changed_by').notNull(),
      changedAt: k.time('changed_at').notNull(),
    },
    (t) => [k.uniqueIndex('secrets_name').on(t.scope, t.name)],
  );

  return { secrets };
};
