// The one-line receipt: the message arrived and has a number. No diagnosis and no plan.
import type { Card } from './card.ts';

export function receiptCard(view: { readonly ticketId: string; readonly ticketNumber: number }): Card {
  return {
    title: `Got it. Your ticket is ${view.ticketNumber}.`,
    body: [],
    buttons: [
      {
        label: 'Talk to a person',
        action: { type: 'ticket.person', ticketId: view.ticketId },
        spoken: `Talk to a person about ticket ${view.ticketNumber}`,
      },
      {
        label: 'Cancel',
        action: { type: 'ticket.cancel', ticketId: view.ticketId },
        spoken: `Cancel ticket ${view.ticketNumber}`,
      },
    ],
  };
}
