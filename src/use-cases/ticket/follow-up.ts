// A further message in a ticket's thread: kept with the ticket, and told to whoever works on it. What a requester adds to a
// request that waits for an approval is held against its plan (reconsider.ts); what was decided already is not changed by it.

import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import { newId } from '../../lib/ids.ts';
import { personCopies, technicianCopies } from '../../notices/audience.ts';
import type { Person } from '../../people/person.ts';
import { changeTicket, insertEntry, selectTicket } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';

export async function noteFollowUp(
  core: Core,
  ticket: Ticket,
  person: Person,
  text: string,
  kind: 'requester' | 'technician',
): Promise<void> {
  const now = core.clock.now();
  const reopens = kind === 'requester' && ticket.state === 'resolved';
  const copies = kind === 'requester' ? await copiesFor(core, ticket, reopens) : [];
  await core.unit(function* (work) {
    yield* insertEntry(work, { ticketId: ticket.id, kind, author: person.name, text });
    const current = yield* selectTicket(work, ticket.id);
    if (kind === 'requester' && current?.state === 'awaiting_approval') {
      work.enqueue(planJob(ticket.id, { type: 'added', addedId: newId(now.getTime()) }));
    }
    if (reopens) {
      yield* changeTicket(
        work,
        ticket.id,
        { state: 'with_technician', resolvedAt: null },
        { from: ['resolved'] },
      );
      work.audit({
        actor: `person:${person.email}`,
        verb: 'ticket.reopened',
        subject: `ticket:${ticket.number}`,
        clientId: ticket.clientId,
        text: `${person.name} wrote again on ticket ${ticket.number}, which was resolved; it went to the technicians.`,
      });
      work.send({
        kind: 'post',
        key: `reopened:${ticket.id}:${now.getTime()}`,
        to: { type: 'address', address: ticket.address },
        content: `A technician will look at ticket ${ticket.number} again.`,
      });
    }
    for (const copy of copies) {
      work.send({
        kind: 'post',
        key: `followup:${ticket.id}:${now.getTime()}:${copy.id}`,
        to: copy.to,
        content: `${person.name} wrote on ticket ${ticket.number}${reopens ? ' (reopened)' : ''}. "ticket ${ticket.number}" shows it.`,
      });
    }
  });
}

/** The owner, or all technicians where a reopened ticket has none. */
async function copiesFor(core: Core, ticket: Ticket, reopens: boolean) {
  const owner = ticket.assigneeId ? await core.people.person(ticket.assigneeId) : undefined;
  if (owner) return personCopies(core, owner.email);
  const client = core.desk.client(ticket.clientId);
  return reopens && client ? technicianCopies(core, client, []) : [];
}
