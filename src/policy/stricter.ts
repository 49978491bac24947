// Compares and joins outcomes of policy. Joining only ever adds demands; nothing here can drop one.
import type { Decision, Effect } from './policy.ts';

/** What a decision demands, without its reasons. */
export interface Outcome {
  readonly effect: Effect;
  readonly manager: boolean;
  readonly verify: boolean;
}

const RANK: Readonly<Record<Effect, number>> = { auto: 0, approval_needed: 1, disabled: 2 };

/** True if `a` is at least as strict as `b` in every respect. `disabled` is as strict as can be. */
export function covers(a: Outcome, b: Outcome): boolean {
  if (a.effect === 'disabled') return true;
  return RANK[a.effect] >= RANK[b.effect] && (a.manager || !b.manager) && (a.verify || !b.verify);
}

/** One number to sort by; if `a` covers `b` and not the other way round, its weight is greater. */
export function weightOf(outcome: Outcome): number {
  return RANK[outcome.effect] * 4 + Number(outcome.manager) * 2 + Number(outcome.verify);
}

/** The stricter of two; where each demands something that the other does not, both demands hold. */
export function stricter(a: Decision, b: Decision): Decision {
  if (covers(a, b)) return !a.hard && b.hard && covers(b, a) ? b : a;
  if (covers(b, a)) return b;
  return {
    effect: RANK[a.effect] >= RANK[b.effect] ? a.effect : b.effect,
    manager: a.manager || b.manager,
    verify: a.verify || b.verify,
    hard: a.hard || b.hard,
    summary: `${a.summary}; ${b.summary}`,
    children: [a, b],
  };
}

/**
 * What holds at execution: the stricter of the outcome stored in the plan and the decision of now.
 * A policy that was loosened since the approval loosens nothing.
 */
export function combineDecisions(stored: Outcome & { readonly why: string }, now: Decision): Decision {
  const then: Decision = {
    effect: stored.effect,
    manager: stored.manager,
    verify: stored.verify,
    hard: stored.effect === 'disabled',
    summary: stored.why,
    children: [],
  };
  return {
    ...stricter(now, then),
    children: [
      { summary: `When the plan was made: ${stored.why}`, children: [] },
      { summary: `Now: ${now.summary}`, children: now.children },
    ],
  };
}
