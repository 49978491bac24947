// Decides whether one step may run: hard limits, then rules, then what only tightens. Pure; reads no state and no clock.
import { lookUp } from '../lib/look-up.ts';
import { chooseRule, type RuleCase } from './choose-rule.ts';
import { foldText, matchesGlob } from './glob.ts';
import type { Decision, PolicyContext, Reason, StepFacts, Target } from './policy.ts';
import { outcomeWords } from './rule-sentence.ts';
import { covers, type Outcome, stricter } from './stricter.ts';

const NEEDS_APPROVAL: Outcome = { effect: 'approval_needed', manager: false, verify: false };
const NEEDS_BOTH: Outcome = { effect: 'approval_needed', manager: true, verify: false };
const DISABLED: Outcome = { effect: 'disabled', manager: false, verify: false };

/** `summary` is the sentence that decided; `children` are all that was weighed, in the order hard limits, rules, requester. */
export function evaluateStep(facts: StepFacts, context: PolicyContext): Decision {
  const rules = evaluateRules(facts, context);
  const limits = facts.targets
    .map((target) => limitOf(target, context.released))
    .filter((limit) => limit !== undefined);
  const requester = rules.effect === 'auto' ? tightenAuto(facts, context) : [];
  const parts = [...limits, rules, ...requester];
  const decided = parts.reduce(stricter);
  return { ...decided, children: parts.map(({ summary, children }) => ({ summary, children })) };
}

const PROTECTED: Readonly<Record<NonNullable<Target['protection']>, string>> = {
  admin: 'is an admin account',
  service: 'is a service account',
  break_glass: 'is a break-glass account',
  admin_group: 'is a group that grants admin rights',
};

function limitOf(target: Target, released: readonly string[]): Decision | undefined {
  if (target.protection === undefined) return undefined;
  const what = `${target.name} ${PROTECTED[target.protection]}`;
  // Only ordinary admin accounts can be released; break-glass and service accounts and groups never.
  if (target.protection === 'admin' && released.includes(target.id))
    return decide(NEEDS_BOTH, `${what} released by two admins: ${outcomeWords(NEEDS_BOTH)}`);
  return { ...decide(DISABLED, `Protected: ${what}, which no approval lifts`), hard: true };
}

/** What `auto` may not do on its own: act on anybody else, or for somebody who was not verified. */
function tightenAuto(facts: StepFacts, context: PolicyContext): Decision[] {
  const others = facts.targets
    .filter(({ kind, isRequester }) => (kind === 'person' || kind === 'requester') && !isRequester)
    .map(({ name }) => name);
  const found: Decision[] = [];
  if (others.length > 0)
    found.push(
      decide(
        NEEDS_APPROVAL,
        `Acts on ${[...new Set(others)].join(' and ')}, not on the requester: needs an approval`,
      ),
    );
  if (!context.requesterVerified)
    found.push(decide(NEEDS_APPROVAL, 'The requester is not verified: needs an approval'));
  return found;
}

function evaluateRules(facts: StepFacts, context: PolicyContext): Decision {
  const at = (ticketType: string | undefined): RuleCase => ({
    tool: facts.tool,
    integration: facts.integration,
    risk: facts.risk,
    fromMcp: facts.fromMcp,
    clientId: context.clientId,
    clientName: context.clientName ?? context.clientId,
    ticketType,
    meets: (when) =>
      Object.entries(when).every(([arg, pattern]) => {
        const texts = lookUp(facts.args, arg) ?? [];
        return texts.some((text) => matchesGlob(pattern, text));
      }),
  });
  const settled = context.ticketTypeBy === 'person' || context.ticketTypeBy === 'rule';
  if (settled && context.ticketType !== undefined) return chooseRule(context.rules, at(context.ticketType));
  return strictestOverTypes(facts, context, (type) => chooseRule(context.rules, at(type)));
}

/** A ticket type that neither a person nor a fixed rule set can only tighten: every type that rules name is tried. */
function strictestOverTypes(
  facts: StepFacts,
  context: PolicyContext,
  choose: (ticketType: string | undefined) => Decision,
): Decision {
  const types = new Set(
    context.rules
      .filter(({ tool }) => tool === facts.tool)
      .map(({ ticket_type }) => ticket_type)
      .filter((type) => type !== undefined),
  );
  const untyped = choose(undefined);
  const typed = [...new Set([...types].map(foldText))]
    .sort()
    .map((type) => ({ type, decision: choose(type) }));
  const held = typed.map(({ decision }) => decision).reduce(stricter, untyped);
  const differing = typed.filter(({ decision }) => !same(decision, untyped));
  if (differing.length === 0) return untyped;
  const children: Reason[] = [
    { summary: `Other tickets: ${untyped.summary}`, children: untyped.children },
    ...differing.map(({ type, decision }) => ({
      summary: `${type} tickets: ${decision.summary}`,
      children: decision.children,
    })),
  ];
  const why =
    'The ticket type was not set by a person or a fixed rule: the strictest rule over all types holds';
  return { ...held, children: [{ summary: why, children }] };
}

function same(a: Outcome, b: Outcome): boolean {
  return covers(a, b) && covers(b, a);
}

function decide(outcome: Outcome, summary: string): Decision {
  return { ...outcome, hard: false, summary, children: [] };
}
