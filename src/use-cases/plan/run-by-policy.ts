// The ending of a proposal whose every step is automatic: recorded as approved by policy, and run.
import { insertPlan } from '../../plans/store.ts';
import { changeTicket } from '../../tickets/store.ts';
import type { UnitBody } from '../../work/work.ts';
import { startRun } from '../run/start-run.ts';
import { type BoundPlan, type TypedBy, typeOf, writePlanNote } from './bound-plan.ts';
import { PLANNED_IN, type PlanningSubject } from './planning-subject.ts';

export function runByPolicy(subject: PlanningSubject, bound: BoundPlan, typed: TypedBy): UnitBody<void> {
  return function* (work) {
    const { ticket } = subject;
    const change = { state: 'working' as const, ...typeOf(typed) };
    if (!(yield* changeTicket(work, ticket.id, change, { from: PLANNED_IN }))) return;
    const plan = yield* insertPlan(work, { ...bound, status: 'running' });
    yield* writePlanNote(work, subject, bound, 'Every step is automatic by policy.');
    work.audit({
      actor: 'system',
      verb: 'plan.approved_by_policy',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `The plan for ticket ${ticket.number} needs no approval: ${bound.decisions.map((decision) => decision.summary).join('; ')}.`,
    });
    yield* startRun(work, plan);
  };
}
