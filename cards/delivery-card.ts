// Tells the recipient that a temporary password waits for them. The password itself is never on a card.
import type { Card } from './card.ts';

export function deliveryCard(view: {
  readonly secretId: string;
  readonly forName: string;
  readonly ticketNumber: number;
}): Card {
  return {
    title: `A temporary password for ${view.forName}`,
    body: [
      {
        type: 'text',
        text: `The service desk set it for ticket ${view.ticketNumber}. It is shown once, within 15 minutes, to you alone.`,
      },
    ],
    buttons: [
      {
        label: 'Show temporary password',
        style: 'primary',
        action: { type: 'secret.reveal', secretId: view.secretId },
      },
    ],
  };
}
