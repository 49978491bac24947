// Tickets and what was said on them.
import type { Address, Attachment, MessageRef } from '../../chat.ts';
import type { Json } from '../../lib/json.ts';
import type { Kit } from '../kit.ts';

export type TicketState =
  | 'new'
  | 'working'
  | 'waiting_requester'
  | 'awaiting_approval'
  | 'scheduled'
  | 'with_technician'
  | 'resolved'
  | 'closed';

export type EntryKind = 'requester' | 'technician' | 'reply' | 'internal_note' | 'hint' | 'event';

export const ticketsTables = (k: Kit) => {
  const tickets = k.table(
    'tickets',
    {
      id: k.text('id').primaryKey(),
      number: k.int('number').notNull(),
      clientId: k.text('client_id').notNull(),
      requesterId: k.text('requester_id').notNull(),
      submitterId: k.text('submitter_id').notNull(),
      title: k.text('title').notNull(),
      state: k.text<TicketState>('state').notNull(),
      type: k.text('type'),
      typeBy: k.text<'person' | 'rule' | 'model'>('type_by'),
      /** Where it came in and where replies go. */
      address: k.json<Address>('address').notNull(),
      /** The platform's message it was opened by, for reactions and edits. */
      message: k.json<MessageRef>('message'),
      /** One text for the thread, so that a follow-up finds its ticket by index. */
      threadKey: k.text('thread_key').notNull(),
      source: k.text<'chat' | 'form' | 'shortcut'>('source').notNull(),
      verified: k.bool('verified').notNull(),
      assigneeId: k.text('assignee_id'),
      assignedAt: k.time('assigned_at'),
      /** The planner's own notes between questions. */
      planning: k.json<Readonly<Record<string, Json>>>('planning').notNull(),
      questions: k.int('questions').notNull(),
      attachments: k.json<readonly Attachment[]>('attachments').notNull(),
      handOffReason: k.text('hand_off_reason'),
      rating: k.text('rating'),
      createdAt: k.time('created_at').notNull(),
      updatedAt: k.time('updated_at').notNull(),
      resolvedAt: k.time('resolved_at'),
    },
    (t) => [
      k.uniqueIndex('tickets_number').on(t.number),
      k.index('tickets_thread').on(t.threadKey, t.id),
      k.index('tickets_requester').on(t.requesterId, t.createdAt),
      k.index('tickets_state').on(t.state, t.createdAt),
    ],
  );

  const ticketEntries = k.table(
    'ticket_entries',
    {
      id: k.text('id').primaryKey(),
      ticketId: k.text('ticket_id').notNull(),
      kind: k.text<EntryKind>('kind').notNull(),
      author: k.text('author').notNull(),
      text: k.text('text').notNull(),
      at: k.time('at').notNull(),
    },
    (t) => [k.index('ticket_entries_ticket').on(t.ticketId, t.id)],
  );

  return { tickets, ticketEntries };
};
