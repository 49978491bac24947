// The requester edits the message that opened the ticket: while nothing has run it is planned anew, and a request that was
// out for approval is replaced. Afterwards the edit is a note for the technician.

import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import type { Actor } from '../../people/actor.ts';
import { selectBegun, selectPlanOf } from '../../plans/store.ts';
import { type Db, q, type Step } from '../../store/database.ts';
import { and, asc, eq } from '../../store/drizzle.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { type Ticket, titleOf } from '../../tickets/ticket.ts';
import { forAction } from '../for-action.ts';
import { endWaitingPlan } from '../plan/end-waiting-plan.ts';
import { noteFollowUp } from './follow-up.ts';

/** The states in which a request may still be changed. */
export const REPLANNED = ['new', 'working', 'waiting_requester', 'awaiting_approval'] as const;

/**
 * @param editId the platform's id of the edit, so that a redelivery plans once
 * @param noted what the ticket says of it
 * @returns whether it is planned anew
 */
export async function editRequest(
  core: Core,
  by: Actor,
  seen: Ticket,
  text: string,
  editId: string,
  noted = 'Edited the request',
): Promise<boolean> {
  const { person } = by;
  const replanned = await core.unit(function* (work): Step<boolean | undefined> {
    const found = yield* forAction(work, by, 'ticket.edit', seen.id);
    if (found.type === 'refused') return undefined;
    const { thing: ticket } = found;
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
      text: noted,
    });
    work.audit({
      actor: `person:${person.email}`,
      verb: 'ticket.edited',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `${person.name} edited the request of ticket ${ticket.number}; it is planned anew.`,
    });
    work.enqueue(planJob(ticket.id, { type: 'edited', eventId: editId }));
    if (plan) yield* endWaitingPlan(core, work, { plan, ticket: moved }, 'superseded');
    return true;
  });
  if (replanned === false) await noteFollowUp(core, by, seen, `(edited) ${text}`, 'requester');
  return replanned === true;
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
