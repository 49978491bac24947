// Holds a proposed plan against the client's systems and policy of this moment. It reads only.
import type { Core } from '../../core.ts';
import { deadline } from '../../lib/timers.ts';
import { type Bound, bindPlan } from '../../planning/bind-plan.ts';
import type { ProposedPlan } from '../../planning/planner.ts';
import { evaluateStep } from '../../policy/evaluate.ts';
import type { TypedBy } from './bound-plan.ts';
import { type PlanningSubject, policyOf } from './planning-subject.ts';

const BIND_TIMEOUT_MS = 30_000;

export async function bindProposal(
  core: Core,
  subject: PlanningSubject,
  proposal: ProposedPlan,
): Promise<{ readonly bound: Bound; readonly typed: TypedBy }> {
  const policy = policyOf(core, subject, {
    type: proposal.ticketType,
    by: proposal.by === 'embedded' ? 'rule' : 'model',
  });
  using time = deadline(core.clock, BIND_TIMEOUT_MS);
  const bound = await bindPlan(proposal, {
    client: subject.client,
    requester: subject.requester,
    submitter: subject.submitter,
    ticketId: subject.ticket.id,
    ticketNumber: subject.ticket.number,
    systems: subject.systems,
    workflows: subject.workflows,
    by: proposal.by,
    clock: core.clock,
    signal: time.signal,
    evaluate: (facts) => evaluateStep(facts, policy),
  });
  const typed = { type: proposal.ticketType, by: policy.ticketTypeBy };
  const hints = subject.hints.length;
  if (bound.type === 'refused') return { bound: core.redactor.value(bound), typed };
  // The prose holds what systems said; the body is what runs and stays exact.
  const prose = core.redactor.value(bound.prose);
  const body = hints > 0 ? { ...bound.body, hints } : bound.body;
  return { bound: { ...bound, body, prose }, typed };
}
