// One ticket as its requester sees it: where it stands, what was said to them and what they can do. No internal notes.
import type { Card, CardBlock } from './card.ts';
import { stateWords } from './ticket-card.ts';

export interface StatusView {
  readonly ticketId: string;
  readonly number: number;
  readonly title: string;
  readonly state: string;
  readonly openedAt: number;
  /** Newest last; replies only, never notes. */
  readonly replies: readonly { readonly author: string; readonly text: string; readonly at: number }[];
}

/** The newest replies that are of use. */
const SHOWN = 3;

export function statusCard(view: StatusView): Card {
  const { ticketId, number } = view;
  const over = view.state === 'resolved' || view.state === 'closed';
  return {
    title: `Ticket ${number}: ${view.title}`,
    status: { text: stateWords(view.state), tone: over ? 'good' : 'neutral' },
    body: [
      { type: 'text', text: ['Asked ', { time: view.openedAt }], muted: true },
      ...view.replies.slice(-SHOWN).flatMap((reply): CardBlock[] => [
        { type: 'text', text: [{ time: reply.at }], muted: true },
        { type: 'quote', label: `${reply.author} replied`, text: reply.text },
      ]),
    ],
    buttons: over
      ? [
          {
            label: 'Not fixed',
            action: { type: 'ticket.reopen', ticketId },
            spoken: `Reopen ticket ${number}`,
          },
        ]
      : [
          { label: 'Talk to a person', action: { type: 'ticket.person', ticketId } },
          { label: 'Cancel', action: { type: 'ticket.cancel', ticketId }, spoken: `Cancel ticket ${number}` },
        ],
  };
}
