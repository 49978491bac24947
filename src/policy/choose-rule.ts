// Decides which rule of many holds for one tool, one client and one ticket type, and says of every other why it lost.
// Looks at rules only; hard limits and the requester stand in evaluate.ts.
import type { Risk } from '../tools/tool.ts';
import { foldText } from './glob.ts';
import type { Decision, Reason, ScopedRule } from './policy.ts';
import { conditionWords, outcomeWords, ruleOutcome, ruleSentence } from './rule-sentence.ts';
import { covers, type Outcome, stricter, weightOf } from './stricter.ts';

/** What a rule is held against. */
export interface RuleCase {
  readonly tool: string;
  readonly integration: string;
  readonly risk: Risk;
  readonly fromMcp: boolean;
  readonly clientId: string;
  readonly clientName: string;
  /** Undefined: a ticket of none of the types that rules name. */
  readonly ticketType: string | undefined;
  /** Whether the conditions of a rule hold; called only for rules with conditions. */
  meets(when: NonNullable<ScopedRule['when']>): boolean;
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

/** Client + type, client, MSP + type, MSP. */
function rankOf(rule: ScopedRule): number {
  return (rule.clientId === undefined ? 0 : 2) + (rule.ticket_type === undefined ? 0 : 1);
}

function whyNot(rule: ScopedRule, at: RuleCase): string | undefined {
  if (rule.integration !== undefined && foldText(rule.integration) !== foldText(at.integration))
    return `only in ${rule.integration}`;
  if (
    rule.ticket_type !== undefined &&
    (at.ticketType === undefined || foldText(rule.ticket_type) !== foldText(at.ticketType))
  )
    return `only for ${rule.ticket_type} tickets`;
  if (rule.when !== undefined && Object.keys(rule.when).length > 0 && !at.meets(rule.when))
    return `only where ${conditionWords(rule.when)}`;
  return undefined;
}

function judge(rule: ScopedRule, at: RuleCase): Judged {
  const outcome = ruleOutcome(rule);
  // `locked` is a word of the MSP alone: on a client's rule it means nothing.
  const shown = rule.clientId === undefined ? rule : { ...rule, locked: undefined };
  const summary = ruleSentence(shown, rule.clientId === undefined ? 'the MSP' : at.clientName);
  const decision: Decision = { ...outcome, hard: outcome.effect === 'disabled', summary, children: [] };
  return { rule, decision, rank: rankOf(rule), missing: whyNot(rule, at) };
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

/**
 * The rule that holds: the most specific one, ties to the strictest; a locked rule of the MSP is a floor under
 * every other. The answer does not depend on the order of the rules.
 */
export function chooseRule(rules: readonly ScopedRule[], at: RuleCase): Decision {
  const judged = rules
    .filter(({ tool, clientId }) => tool === at.tool && (clientId === undefined || clientId === at.clientId))
    .map((rule) => judge(rule, at))
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
