// A ticket that needs a person: what it is about and why the desk did not finish it.
import type { Card } from './card.ts';

export interface HandOffView {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly title: string;
  readonly requester: string;
  readonly client: string;
  readonly reason: string;
  readonly takenBy?: string | undefined;
}

export function handOffCard(view: HandOffView): Card {
  return {
    title: `Ticket ${view.ticketNumber} needs a person`,
    ...(view.takenBy ? { status: { text: `Taken by ${view.takenBy}.`, tone: 'neutral' as const } } : {}),
    body: [
      {
        type: 'fields',
        fields: [
          { label: 'Requester', value: view.requester },
          { label: 'Client', value: view.client },
          { label: 'Request', value: view.title },
        ],
      },
      { type: 'quote', label: 'Why', text: view.reason },
    ],
    buttons: [
      ...(view.takenBy
        ? []
        : [
            {
              label: 'Take',
              style: 'primary' as const,
              action: { type: 'ticket.take' as const, ticketId: view.ticketId },
            },
          ]),
      { label: 'Open', action: { type: 'ticket.open', ticketId: view.ticketId } },
      { label: 'Reply…', action: { type: 'ticket.reply', ticketId: view.ticketId } },
    ],
  };
}
