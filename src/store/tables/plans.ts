// Plans: the canonical text that was hashed, and what stands beside it for people.
import type { Kit } from '../kit.ts';

export type PlanStatus =
  | 'noted'
  /** Waits for the requester to say that it is what they want; ended by them, by newer words of theirs, or by time. */
  | 'proposed'
  | 'confirmed'
  | 'declined'
  | 'unconfirmed'
  | 'awaiting_approval'
  | 'denied'
  | 'expired'
  | 'withdrawn'
  | 'superseded'
  | 'running'
  | 'done'
  | 'failed'
  | 'cancelled';

/** What stands beside the plan for people to read; not part of the hash. */
export interface PlanProse {
  readonly ticketNumber: number;
  readonly diagnosis: string;
  readonly evidence: readonly string[];
  readonly whys: readonly string[];
  readonly workflows: readonly { readonly id: string; readonly title: string; readonly why: string }[];
  /** `before → after` and undo sentences by step, read when the plan was made. */
  readonly effects: readonly { readonly change?: string | undefined; readonly undo?: string | undefined }[];
  readonly by: 'embedded' | 'model' | 'technician';
}

export const plansTables = (k: Kit) => {
  const plans = k.table(
    'plans',
    {
      id: k.text('id').primaryKey(),
      ticketId: k.text('ticket_id').notNull(),
      clientId: k.text('client_id').notNull(),
      /** Canonical JSON as text: the hash is over these characters. */
      body: k.text('body').notNull(),
      hash: k.text('hash').notNull(),
      prose: k.json<PlanProse>('prose').notNull(),
      status: k.text<PlanStatus>('status').notNull(),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.index('plans_ticket').on(t.ticketId, t.createdAt)],
  );

  return { plans };
};
