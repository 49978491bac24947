// Approval requests: at most two halves a plan.
import type { Kit } from '../kit.ts';

export type ApprovalStatus =
  | 'pending'
  | 'approved'
  | 'denied'
  | 'expired'
  | 'withdrawn'
  | 'superseded'
  | 'used';

export type Half = 'technician' | 'manager';

export const approvalsTables = (k: Kit) => {
  const approvals = k.table(
    'approvals',
    {
      id: k.text('id').primaryKey(),
      number: k.int('number').notNull(),
      planId: k.text('plan_id').notNull(),
      planHash: k.text('plan_hash').notNull(),
      clientId: k.text('client_id').notNull(),
      ticketId: k.text('ticket_id').notNull(),
      half: k.text<Half>('half').notNull(),
      /** For the manager's half: the e-mail address that alone may decide it. */
      managerEmail: k.text('manager_email'),
      status: k.text<ApprovalStatus>('status').notNull(),
      decidedBy: k.text('decided_by'),
      decidedByName: k.text('decided_by_name'),
      decidedAt: k.time('decided_at'),
      reason: k.text('reason'),
      tellRequester: k.bool('tell_requester').notNull(),
      createdAt: k.time('created_at').notNull(),
      expiresAt: k.time('expires_at').notNull(),
      remindedAt: k.time('reminded_at'),
      usedAt: k.time('used_at'),
    },
    (t) => [
      k.uniqueIndex('approvals_number').on(t.number),
      k.uniqueIndex('approvals_plan').on(t.planId, t.half),
      k.index('approvals_status').on(t.status, t.expiresAt),
      k.index('approvals_ticket').on(t.ticketId),
    ],
  );

  return { approvals };
};
