// An answer from the client's own documentation, with its sources named.
import type { Card, CardBlock } from './card.ts';

export function answerCard(view: {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly text: string;
  readonly sources: readonly string[];
}): Card {
  const body: CardBlock[] = [{ type: 'text', text: view.text }];
  if (view.sources.length > 0)
    body.push({ type: 'text', text: `Source: ${view.sources.join('; ')}`, muted: true });
  return {
    title: `About ticket ${view.ticketNumber}`,
    body,
    buttons: [
      {
        label: 'That helped',
        style: 'primary',
        action: { type: 'ticket.rate', ticketId: view.ticketId, rating: 'good' },
      },
      { label: 'Talk to a person', action: { type: 'ticket.person', ticketId: view.ticketId } },
    ],
  };
}
