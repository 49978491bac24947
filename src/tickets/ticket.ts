// A ticket and its entries. People see the short number; ids stay inside.
import type { Address, Attachment, MessageRef } from '../chat.ts';
import type { Json } from '../lib/json.ts';
import type { EntryKind, TicketState } from '../store/tables/tickets.ts';

/** What the column may hold stands with it, in store/tables/. */
export type { EntryKind, TicketState };

export const OPEN_STATES: readonly TicketState[] = [
  'new',
  'working',
  'waiting_requester',
  'awaiting_approval',
  'scheduled',
  'with_technician',
];

export interface Ticket {
  readonly id: string;
  readonly number: number;
  readonly clientId: string;
  readonly requesterId: string;
  readonly submitterId: string;
  readonly title: string;
  readonly state: TicketState;
  readonly type: string | undefined;
  readonly typeBy: 'person' | 'rule' | 'model' | undefined;
  readonly address: Address;
  readonly message: MessageRef | undefined;
  readonly threadKey: string;
  readonly source: 'chat' | 'form' | 'shortcut';
  /** False while the requester's identity was only typed. */
  readonly verified: boolean;
  readonly assigneeId: string | undefined;
  /** Since when the owner has it. */
  readonly assignedAt: Date | undefined;
  readonly planning: Readonly<Record<string, Json>>;
  readonly questions: number;
  readonly attachments: readonly Attachment[];
  readonly handOffReason: string | undefined;
  readonly rating: string | undefined;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly resolvedAt: Date | undefined;
}

export interface TicketEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly author: string;
  readonly text: string;
  readonly at: Date;
}

/** The text of a thread, so that a follow-up finds its ticket. */
export function threadKeyOf(address: Address): string {
  return `${address.platform}:${address.tenant}:${address.channel}:${address.thread ?? ''}`;
}

const TITLE_LENGTH = 80;

/** The first line of a message, cut on a word. */
export function titleOf(text: string): string {
  const line = text.trim().split('\n')[0]?.trim() ?? '';
  if (line.length <= TITLE_LENGTH) return line || 'No text';
  const cut = line.slice(0, TITLE_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40))}…`;
}
