// The reply when a request is done, with the one-time reveal where a temporary password was set, and the rating.
import type { Button, Card } from './card.ts';

export interface DoneView {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly reply: string;
  /** The delivery that the requester may open. */
  readonly secretId?: string | undefined;
  /** Once rated, the buttons are gone. */
  readonly rated?: 'good' | 'bad' | undefined;
}

export function doneCard(view: DoneView): Card {
  const reveal: Button[] = view.secretId
    ? [
        {
          label: 'Show temporary password',
          style: 'primary',
          action: { type: 'secret.reveal', secretId: view.secretId },
        },
      ]
    : [];
  const rate = (rating: 'good' | 'bad', label: string): Button => ({
    label,
    action: { type: 'ticket.rate', ticketId: view.ticketId, rating },
    spoken: `${label}: rate ticket ${view.ticketNumber}`,
  });
  const rating: readonly Button[] = view.rated
    ? []
    : [
        rate('good', 'Good'),
        rate('bad', 'Not good'),
        { label: 'Not fixed', action: { type: 'ticket.reopen', ticketId: view.ticketId } },
      ];
  return {
    title: `Ticket ${view.ticketNumber}`,
    ...(view.rated ? { status: { text: 'Thank you for rating.', tone: 'neutral' } } : {}),
    body: [
      { type: 'text', text: view.reply },
      ...(view.rated ? [] : [{ type: 'text', text: 'How was this?', muted: true } as const]),
    ],
    buttons: [...reveal, ...rating],
  };
}
