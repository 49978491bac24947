// One ticket as technicians see it: everything, internal notes included.
import { lookUp } from '../src/lib/look-up.ts';
import type { Card, CardBlock } from './card.ts';

export interface TicketView {
  readonly ticketId: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly client: string;
  readonly requester: string;
  readonly owner: string | undefined;
  readonly openedAt: number;
  readonly attachments: readonly string[];
  /** What the language model was used for on this ticket; absent: it was not. */
  readonly model?: string | undefined;
  readonly entries: readonly {
    readonly kind: string;
    readonly author: string;
    readonly text: string;
    readonly at: number;
  }[];
  readonly open: boolean;
}

const KINDS: Readonly<Record<string, string>> = {
  requester: 'wrote',
  technician: 'wrote',
  reply: 'replied',
  internal_note: 'noted (internal)',
  hint: 'told the assistant (internal)',
  event: '',
};

/** The newest entries that fit. */
const SHOWN = 12;

export function ticketCard(view: TicketView): Card {
  const left = view.entries.length - SHOWN;
  const entries = view.entries.slice(-SHOWN).flatMap((entry): CardBlock[] => [
    {
      type: 'text',
      text: [`${entry.author} ${lookUp(KINDS, entry.kind) ?? entry.kind} `, { time: entry.at }],
      muted: true,
    },
    { type: 'quote', label: entry.kind.replaceAll('_', ' '), text: entry.text },
  ]);
  const id = view.ticketId;
  return {
    title: `Ticket ${view.number}: ${view.title}`,
    status: { text: stateWords(view.state), tone: 'neutral' },
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Requester', value: view.requester },
          { label: 'Client', value: view.client },
          { label: 'Owner', value: view.owner ?? 'nobody yet' },
          { label: 'Opened', value: [{ time: view.openedAt }] },
          ...(view.attachments.length > 0
            ? [{ label: 'Attachments', value: view.attachments.join(', ') }]
            : []),
          ...(view.model === undefined ? [] : [{ label: 'Language model', value: view.model }]),
        ],
      },
      ...(left > 0
        ? [{ type: 'text', text: `${left} earlier entries: "activity ${view.number}"`, muted: true } as const]
        : []),
      ...entries,
    ],
    buttons: view.open
      ? [
          { label: 'Take', style: 'primary', action: { type: 'ticket.take', ticketId: id } },
          { label: 'Reply…', action: { type: 'ticket.reply', ticketId: id } },
          { label: 'Note…', action: { type: 'ticket.note', ticketId: id } },
          { label: 'Close', action: { type: 'ticket.close', ticketId: id } },
        ]
      : [],
  };
}

/** A ticket's state in words for people. */
export function stateWords(state: string): string {
  const words: Readonly<Record<string, string>> = {
    new: 'New',
    working: 'Being worked on',
    waiting_requester: 'Waiting for an answer',
    awaiting_approval: 'Waiting for approval',
    scheduled: 'Scheduled',
    with_technician: 'With a technician',
    resolved: 'Resolved',
    closed: 'Closed',
  };
  return lookUp(words, state) ?? state;
}
