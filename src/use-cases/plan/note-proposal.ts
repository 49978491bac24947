// The ending of a proposal in plan mode: the internal note is all that happens; nobody is asked and the requester hears nothing.
import { insertPlan } from '../../plans/store.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import type { UnitBody } from '../../work/work.ts';
import { type BoundPlan, type TypedBy, typeOf, writePlanNote } from './bound-plan.ts';
import { PLANNED_IN, type PlanningSubject } from './planning-subject.ts';

/** A question or an answer that would have been given. */
export function noteProposal({ ticket }: PlanningSubject, text: string): UnitBody<void> {
  return function* (work) {
    yield* changeTicket(work, ticket.id, { state: 'with_technician' }, { from: PLANNED_IN });
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'internal_note', author: 'Deskhand', text });
  };
}

export function notePlan(subject: PlanningSubject, bound: BoundPlan, typed: TypedBy): UnitBody<void> {
  return function* (work) {
    const { ticket } = subject;
    const change = { state: 'with_technician' as const, ...typeOf(typed) };
    if (!(yield* changeTicket(work, ticket.id, change, { from: PLANNED_IN }))) return;
    yield* insertPlan(work, { ...bound, status: 'noted' });
    yield* writePlanNote(work, subject, bound, 'Plan mode: nothing runs and nobody is asked.');
    work.audit({
      actor: 'planner',
      verb: 'plan.noted',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `A plan of ${bound.body.steps.length} steps was noted on ticket ${ticket.number}; ${subject.client.name} is in plan mode.`,
    });
  };
}
