// The requester edits the message that opened the ticket: while nothing has run it is planned anew, and a request that was
// out for approval is replaced. Afterwards the edit is a note for the technician.

import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import type { Person } from '../../people/person.ts';
import { selectBegun, selectPlanOf } from '../../plans/store.ts';
import { type Db, q, type Step } from '../../store/database.ts';
import { and, asc, eq } from '../../store/drizzle.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { type Ticket, titleOf } from '../../tickets/ticket.ts';
import { supersedePlan } from '../plan/end-waiting-plan.ts';
import { noteFollowUp } from './follow-up.ts';

const REPLANNED = ['new', 'working', 'waiting_requester', 'awaiting_approval'] as const;

/** @param editId the platform's id of the edit, so that a redelivery plans once */
export async function editRequest(
  core: Core,
  ticket: Ticket,
  person: Person,
  text: string,
  editId: string,
): Promise<void> {
  const replanned = await core.unit(function* (work): Step<boolean> {
    const plan = yield* selectPlanOf(work, ticket.id);
    if (yield* selectBegun(work, ticket.id)) return false;
    const moved = yield* changeTicket(
      work,
      ticket.id,
      { state: 'working', title: titleOf(text), planning: {}, questions: 0 },
      { from: REPLANNED },
    );
    if (!moved) return false;
    yield* rewriteFirst(work, ticket.id, text);
    yield* insertEntry(work, {
      ticketId: ticket.id,
      kind: 'event',
      author: person.name,
      text: 'Edited the request',
    });
    work.audit({
      actor: `person:${person.email}`,
      verb: 'ticket.edited',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `${person.name} edited the request of ticket ${ticket.number}; it is planned anew.`,
    });
    work.enqueue(planJob(ticket.id, { type: 'edited', eventId: editId }));
    const clientName = core.desk.client(ticket.clientId)?.name ?? ticket.clientId;
    if (plan) yield* supersedePlan(core, work, { plan, ticket: moved, clientName });
    return true;
  });
  if (!replanned) await noteFollowUp(core, ticket, person, `(edited) ${text}`, 'requester');
}

function* rewriteFirst(db: Db, ticketId: string, text: string): Step<void> {
  const { tx, t } = db;
  const [first] = yield* q(
    tx
      .select({ id: t.ticketEntries.id })
      .from(t.ticketEntries)
      .where(and(eq(t.ticketEntries.ticketId, ticketId), eq(t.ticketEntries.kind, 'requester')))
      .orderBy(asc(t.ticketEntries.id))
      .limit(1),
  );
  if (first) yield* q(tx.update(t.ticketEntries).set({ text }).where(eq(t.ticketEntries.id, first.id)));
}
