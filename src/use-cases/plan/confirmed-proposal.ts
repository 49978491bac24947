// The plan that a requester said yes to, as a proposal to be held against systems and policy of now; and whether what comes out is
// what they said yes to. It decides nothing else.

import { toCanonicalJson } from '../../lib/json.ts';
import type { ProposedPlan } from '../../planning/planner.ts';
import type { PlanBody } from '../../plans/plan.ts';
import type { StoredPlan } from '../../plans/store.ts';

export function confirmedProposal({ body, prose }: StoredPlan, ticketType: string): ProposedPlan {
  return {
    type: 'plan',
    by: prose.by === 'model' ? 'model' : 'embedded',
    diagnosis: prose.diagnosis,
    evidence: prose.evidence,
    steps: body.steps.map(({ tool, args, notBefore, deliverTo }, at) => ({
      tool,
      args,
      why: prose.whys[at] ?? '',
      notBefore,
      deliverTo: deliverTo?.id,
    })),
    reply: body.reply,
    ticketType,
    subject: body.subject?.id,
  };
}

/** Policy may be another by now, and decides anew; what is done, to whom and when may not. */
export function isSameDeed(one: PlanBody, other: PlanBody): boolean {
  return deedOf(one) === deedOf(other);
}

function deedOf({ steps, subject, reply }: PlanBody): string {
  const done = steps.map(({ tool, sentence, targets, notBefore, deliverTo }) => ({
    tool,
    sentence,
    targets: targets.map(({ arg, id, name }) => ({ arg, id, name })),
    notBefore: notBefore ?? null,
    deliverTo: deliverTo?.id ?? null,
  }));
  return toCanonicalJson({ done, subject: subject?.id ?? null, reply });
}
