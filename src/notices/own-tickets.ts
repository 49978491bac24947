// Somebody's own requests, newest first, as `status` and the question for them show it.
import type { Card } from '../../cards/card.ts';
import { ticketsCard } from '../../cards/tickets-card.ts';
import type { Core } from '../core.ts';
import { toRows } from './ticket-view.ts';

const SHOWN = 10;

export async function ownTickets(core: Core, personId: string): Promise<Card> {
  const tickets = await core.tickets.ofRequester(personId, SHOWN + 1);
  return ticketsCard({
    title: 'Your requests',
    empty: 'You have no requests yet. Write to me what you need, in your own words.',
    tickets: await toRows(core, tickets.slice(0, SHOWN), false),
    for: 'requester',
    more: Math.max(0, tickets.length - SHOWN),
  });
}
