// The one-line receipt: the message arrived and has a number. No diagnosis and no plan.
import type { Card } from './card.ts';

export interface ReceiptView {
  readonly ticketId: string;
  readonly ticketNumber: number;
  /** False once the ticket has ended: nothing is left to cancel. */
  readonly open: boolean;
}

export function receiptCard(view: ReceiptView): Card {
  const card = { title: `Got it. Your ticket is ${view.ticketNumber}.`, body: [] };
  if (!view.open) return card;
  return {
    ...card,
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
