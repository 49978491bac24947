// Decides what a whole plan needs from what its steps need. A plan is as strict as its strictest step; it never runs in part.
import type { Decision } from './policy.ts';
import type { Outcome } from './stricter.ts';

export interface PlanOutcome extends Outcome {
  /** The one sentence that says why. */
  readonly summary: string;
}

/** Any `disabled` refuses the plan; any approval holds the whole plan back, nothing of it runs before. */
export function planOutcome(decisions: readonly Decision[]): PlanOutcome {
  const refused = decisions.find(({ effect }) => effect === 'disabled');
  if (refused !== undefined)
    return { effect: 'disabled', manager: false, verify: false, summary: `Refused: ${refused.summary}` };
  const manager = decisions.some((decision) => decision.manager);
  const verify = decisions.some((decision) => decision.verify);
  const gated = decisions.filter(({ effect }) => effect === 'approval_needed');
  const [first] = [...gated].sort((a, b) => Number(b.manager) - Number(a.manager));
  if (first === undefined) return { effect: 'auto', manager, verify, summary: autoSummary(decisions) };
  const count = gated.length === 1 ? '1 step needs' : `${gated.length} steps need`;
  const summary =
    decisions.length === 1 ? first.summary : `${count} an approval, of ${decisions.length}: ${first.summary}`;
  return { effect: 'approval_needed', manager, verify, summary };
}

function autoSummary(decisions: readonly Decision[]): string {
  const [only, ...others] = decisions;
  if (only === undefined) return 'The plan has no steps';
  return others.length === 0 ? only.summary : `All ${decisions.length} steps are auto: ${only.summary}`;
}
