// A proposal that passed every check: the plan with its policy outcomes, ready to be stored, and the note that is written of it.
import { planNote } from '../../notices/plan-note.ts';
import type { PlanBody, PlanProse } from '../../plans/plan.ts';
import type { Decision } from '../../policy/policy.ts';
import type { Step, Writing } from '../../store/database.ts';
import { insertEntry } from '../../tickets/store.ts';
import type { PlanningSubject } from './planning-subject.ts';

export interface BoundPlan {
  readonly body: PlanBody;
  readonly prose: PlanProse;
  readonly decisions: readonly Decision[];
}

export interface TypedBy {
  readonly type: string;
  readonly by: 'person' | 'rule' | 'model' | undefined;
}

/** The full diagnosis and plan, for technicians; requesters never see it. */
export function* writePlanNote(
  work: Writing,
  subject: Pick<PlanningSubject, 'ticket' | 'matchWhy'>,
  bound: { readonly body: PlanBody; readonly prose: PlanProse },
  outcome: string,
): Step<void> {
  const text = planNote(bound, { matchWhy: subject.matchWhy, outcome });
  const entry = { ticketId: subject.ticket.id, kind: 'internal_note' as const, author: 'Deskhand', text };
  yield* insertEntry(work, entry);
}

export function typeOf(typed: TypedBy) {
  return typed.by === undefined ? {} : { type: typed.type, typeBy: typed.by };
}
