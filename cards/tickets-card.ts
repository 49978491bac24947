// A list of tickets: the technicians' queue, or a requester's own.
import type { Card } from './card.ts';
import { stateWords } from './ticket-card.ts';

export interface TicketRow {
  readonly ticketId: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  /** Shown to technicians. */
  readonly requester?: string | undefined;
  readonly client?: string | undefined;
  readonly owner?: string | undefined;
  readonly at: number;
}

export function ticketsCard(view: {
  readonly title: string;
  readonly empty: string;
  readonly tickets: readonly TicketRow[];
  /** Technicians open tickets; requesters cancel theirs. */
  readonly for: 'technician' | 'requester';
  readonly more: number;
}): Card {
  if (view.tickets.length === 0) return { title: view.title, body: [{ type: 'text', text: view.empty }] };
  return {
    title: view.title,
    body: [
      {
        type: 'rows',
        rows: view.tickets.map((ticket) => ({
          title: [{ strong: `${ticket.number}` }, ` ${ticket.title}`],
          detail: [
            [
              stateWords(ticket.state),
              ticket.requester,
              ticket.client,
              ticket.owner && `owner ${ticket.owner}`,
            ]
              .filter((part) => part)
              .join(' · '),
            ' · ',
            { time: ticket.at },
          ],
          buttons: rowButtons(ticket, view.for),
        })),
      },
      ...(view.more > 0 ? [{ type: 'text', text: `and ${view.more} more`, muted: true } as const] : []),
    ],
  };
}

function rowButtons(ticket: TicketRow, reader: 'technician' | 'requester') {
  if (reader === 'technician') {
    return [
      {
        label: 'Open',
        action: { type: 'ticket.open' as const, ticketId: ticket.ticketId },
        spoken: `Open ticket ${ticket.number}`,
      },
    ];
  }
  if (ticket.state === 'resolved' || ticket.state === 'closed') return [];
  return [
    {
      label: 'Cancel',
      action: { type: 'ticket.cancel' as const, ticketId: ticket.ticketId },
      spoken: `Cancel ticket ${ticket.number}`,
    },
  ];
}
