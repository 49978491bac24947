// One-time boxes: temporary passwords that steps leave for the person the plan names.
import type { Kit } from '../kit.ts';

export const deliveriesTables = (k: Kit) => {
  const deliveries = k.table(
    'deliveries',
    {
      id: k.text('id').primaryKey(),
      runId: k.text('run_id').notNull(),
      idx: k.int('idx').notNull(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      recipientEmail: k.text('recipient_email').notNull(),
      forName: k.text('for_name').notNull(),
      sealed: k.text('sealed'),
      expiresAt: k.time('expires_at').notNull(),
      openedAt: k.time('opened_at'),
    },
    (t) => [k.uniqueIndex('deliveries_step').on(t.runId, t.idx)],
  );

  return { deliveries };
};
