// Which events were taken already.
import type { Kit } from '../kit.ts';

export const intakeTables = (k: Kit) => {
  const inbox = k.table(
    'inbox',
    {
      id: k.text('id').primaryKey(),
      source: k.text('source').notNull(),
      eventId: k.text('event_id').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.uniqueIndex('inbox_event').on(t.source, t.eventId), k.index('inbox_at').on(t.at)],
  );

  return { inbox };
};
