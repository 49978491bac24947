// Decides which rule of many holds for one tool, one client and one ticket type, and says of every other why it lost.
// Looks at rules only; hard limits and the requester stand in evaluate.ts.
import type { Risk } from '../tools/tool.ts';
import { CONDITIONS, type ConditionList } from './conditions.ts';
import { type Limit, limitsOf, limitWords } from './limits.ts';
import type { Decision, Reason, ScopedRule } from './policy.ts';
import { outcomeWords, ruleOutcome, ruleSentence } from './rule-sentence.ts';
import { covers, type Outcome, stricter, weightOf } from './stricter.ts';

/** What a rule is held against. */
export interface RuleCase {
  readonly tool: string;
  readonly risk: Risk;
  readonly fromMcp: boolean;
  readonly clientId: string;
  readonly clientName: string;
  holds(limit: Limit): boolean;
}

/** The outcome where no rule is set. */
export function defaultOutcome(risk: Risk, fromMcp: boolean): Outcome {
  const manager = risk === 'destructive';
  const auto = risk === 'read' && !fromMcp;
  return { effect: auto ? 'auto' : 'approval_needed', manager, verify: false };
}

interface Judged {
  readonly rule: ScopedRule;
  readonly decision: Decision;
  readonly rank: number;
  readonly missing: string | undefined;
}

/** Client + type, client, MSP + type, MSP: that a rule is the client's counts for more than all its conditions. */
function rankOf(rule: ScopedRule, limits: readonly Limit[], conditions: ConditionList): number {
  const specific = limits.filter(({ condition }) => condition.moreSpecific).length;
  return (rule.clientId === undefined ? 0 : Object.keys(conditions).length + 1) + specific;
}

function judge(rule: ScopedRule, at: RuleCase, conditions: ConditionList): Judged {
  const limits = limitsOf(rule, conditions);
  const unmet = limits.find((limit) => !at.holds(limit));
  const missing = unmet && `only ${limitWords(unmet)}`;
  const outcome = ruleOutcome(rule);
  // `locked` is a word of the MSP alone: on a client's rule it means nothing.
  const shown = rule.clientId === undefined ? rule : { ...rule, locked: undefined };
  const summary = ruleSentence(shown, rule.clientId === undefined ? 'the MSP' : at.clientName, conditions);
  const decision: Decision = { ...outcome, hard: outcome.effect === 'disabled', summary, children: [] };
  return { rule, decision, rank: rankOf(rule, limits, conditions), missing };
}

/** A total order, so that the order in which rules were written never shows. */
function byWeight(a: Judged, b: Judged): number {
  if (a.rank !== b.rank) return b.rank - a.rank;
  const weight = weightOf(b.decision) - weightOf(a.decision);
  if (weight !== 0) return weight;
  return a.decision.summary < b.decision.summary ? -1 : a.decision.summary > b.decision.summary ? 1 : 0;
}

function isLocked({ rule }: Judged): boolean {
  return rule.locked === true && rule.clientId === undefined;
}

function lostBecause(judged: Judged, top: number, held: Decision): string {
  if (judged.missing !== undefined) return `does not apply: ${judged.missing}`;
  if (judged.rank === top || isLocked(judged))
    return covers(judged.decision, held) ? 'holds too' : 'lost: a stricter rule holds';
  return 'lost: a more specific rule holds';
}

/** The MSP's rules of the tool and the client's, whether they apply or not. */
export function rulesFor(
  rules: readonly ScopedRule[],
  at: Pick<RuleCase, 'tool' | 'clientId'>,
): readonly ScopedRule[] {
  return rules.filter(
    ({ tool, clientId }) => tool === at.tool && (clientId === undefined || clientId === at.clientId),
  );
}

/**
 * The rule that holds: the most specific one, ties to the strictest; a locked rule of the MSP is a floor under
 * every other. The answer does not depend on the order of the rules.
 */
export function chooseRule(
  rules: readonly ScopedRule[],
  at: RuleCase,
  conditions: ConditionList = CONDITIONS,
): Decision {
  const judged = rulesFor(rules, at)
    .map((rule) => judge(rule, at, conditions))
    .sort(byWeight);
  const applying = judged.filter(({ missing }) => missing === undefined);
  const top = applying[0]?.rank ?? -1;
  const holding = applying.filter((each) => each.rank === top || isLocked(each));
  const fallback = defaultDecision(at);
  const [first, ...others] = holding.map(({ decision }) => decision);
  const held = first === undefined ? fallback : others.reduce(stricter, first);
  const children: Reason[] = judged
    .filter(({ decision }) => decision.summary !== held.summary)
    .map((each) => ({
      summary: `${each.decision.summary} (${lostBecause(each, top, held)})`,
      children: [],
    }));
  if (first !== undefined)
    children.push({ summary: `${fallback.summary} (lost: a rule is set)`, children: [] });
  return { ...held, children };
}

function defaultDecision(at: RuleCase): Decision {
  const outcome = defaultOutcome(at.risk, at.fromMcp);
  const kind = at.fromMcp ? 'tools of MCP servers' : `${at.risk} tools`;
  return {
    ...outcome,
    hard: false,
    summary: `Default for ${kind}: ${at.tool} ${outcomeWords(outcome)}`,
    children: [],
  };
}
