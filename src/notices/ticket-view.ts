// One ticket for technicians, and rows for lists.
import type { Card } from '../../cards/card.ts';
import { ticketCard } from '../../cards/ticket-card.ts';
import type { TicketRow } from '../../cards/tickets-card.ts';
import type { Core } from '../core.ts';
import { createLedger } from '../model/ledger.ts';
import { OPEN_STATES, type Ticket } from '../tickets/ticket.ts';
import { spendingInWords } from './model-spending.ts';

export async function showTicket(core: Core, ticket: Ticket): Promise<Card> {
  const [requester, owner, entries, spent] = await Promise.all([
    core.people.person(ticket.requesterId),
    ticket.assigneeId ? core.people.person(ticket.assigneeId) : undefined,
    core.tickets.entries(ticket.id),
    createLedger(core.database).spentOn(ticket.id),
  ]);
  return ticketCard({
    ticketId: ticket.id,
    number: ticket.number,
    title: ticket.title,
    state: ticket.state,
    client: core.desk.client(ticket.clientId)?.name ?? ticket.clientId,
    requester: requester ? `${requester.name} (${requester.email})` : 'not known any more',
    owner: owner?.name,
    openedAt: ticket.createdAt.getTime(),
    attachments: ticket.attachments.map((attachment) => attachment.name),
    model: spent.runs + spent.takenOver > 0 ? spendingInWords(spent) : undefined,
    entries: entries.map((entry) => ({ ...entry, at: entry.at.getTime() })),
    open: OPEN_STATES.includes(ticket.state),
  });
}

/** @param internal for technicians: with requester, client and owner */
export async function toRows(
  core: Core,
  tickets: readonly Ticket[],
  internal: boolean,
): Promise<readonly TicketRow[]> {
  return Promise.all(
    tickets.map(async (ticket) => {
      const row = {
        ticketId: ticket.id,
        number: ticket.number,
        title: ticket.title,
        state: ticket.state,
        at: ticket.createdAt.getTime(),
      };
      if (!internal) return row;
      const owner = ticket.assigneeId ? await core.people.person(ticket.assigneeId) : undefined;
      return {
        ...row,
        requester: (await core.people.person(ticket.requesterId))?.name,
        client: core.desk.client(ticket.clientId)?.name ?? ticket.clientId,
        owner: owner?.name,
      };
    }),
  );
}
