// What chat changed over the desk file, and what waits for a second admin or for its day.
import type { Kit } from '../kit.ts';

export const deskTables = (k: Kit) => {
  const overrides = k.table('desk_overrides', {
    /** What chat changed, e.g. `mode/acme-dental`. */
    key: k.text('key').primaryKey(),
    value: k.json('value').notNull(),
    changedBy: k.text('changed_by').notNull(),
    changedAt: k.time('changed_at').notNull(),
  });

  const changes = k.table(
    'changes',
    {
      id: k.text('id').primaryKey(),
      key: k.text('key').notNull(),
      value: k.json('value').notNull(),
      summary: k.text('summary').notNull(),
      state: k.text<'pending' | 'applied' | 'withdrawn'>('state').notNull(),
      askedBy: k.text('asked_by').notNull(),
      askedAt: k.time('asked_at').notNull(),
      /** On a desk with one admin it takes effect then. */
      appliesAt: k.time('applies_at'),
      decidedBy: k.text('decided_by'),
      decidedAt: k.time('decided_at'),
    },
    (t) => [k.index('changes_state').on(t.state)],
  );

  return { overrides, changes };
};
