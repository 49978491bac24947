// One question to the requester; the answer is the next message.
import type { Card } from './card.ts';

export function questionCard(view: {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly question: string;
}): Card {
  return {
    title: `A question about ticket ${view.ticketNumber}`,
    body: [
      { type: 'text', text: view.question },
      { type: 'text', text: 'Please answer here.', muted: true },
    ],
    buttons: [
      { label: 'Talk to a person', action: { type: 'ticket.person', ticketId: view.ticketId } },
      { label: 'Cancel', action: { type: 'ticket.cancel', ticketId: view.ticketId } },
    ],
  };
}
