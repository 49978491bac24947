// Decides whether one step may run: hard limits, then rules, then what only tightens. Pure; reads no state and no clock.
import { chooseRule, rulesFor } from './choose-rule.ts';
import { CONDITIONS, type ConditionList } from './conditions.ts';
import { type Limit, limitsOf } from './limits.ts';
import type { Decision, PolicyContext, Reason, ScopedRule, StepFacts, Target } from './policy.ts';
import { outcomeWords } from './rule-sentence.ts';
import { covers, type Outcome, stricter } from './stricter.ts';
import { type World, worldsOf } from './worlds.ts';

const NEEDS_APPROVAL: Outcome = { effect: 'approval_needed', manager: false, verify: false };
const NEEDS_BOTH: Outcome = { effect: 'approval_needed', manager: true, verify: false };
const DISABLED: Outcome = { effect: 'disabled', manager: false, verify: false };

/** `summary` is the sentence that decided; `children` are all that was weighed, in the order hard limits, rules, requester. */
export function evaluateStep(
  facts: StepFacts,
  context: PolicyContext,
  conditions: ConditionList = CONDITIONS,
): Decision {
  const rules = evaluateRules(facts, context, conditions);
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
  if (context.heldBack !== undefined && facts.risk !== 'read')
    found.push(decide(NEEDS_APPROVAL, `${context.heldBack}: needs an approval`));
  return found;
}

function evaluateRules(facts: StepFacts, context: PolicyContext, conditions: ConditionList): Decision {
  const { clientId } = context;
  const at = { ...facts, clientId, clientName: context.clientName ?? clientId };
  const limits = rulesFor(context.rules, at).flatMap((rule) => limitsOf(rule, conditions));
  const open = limits.filter(({ condition }) => condition.unsettled?.why(context) !== undefined);
  const choose = (world: Pick<World, 'holds'> | undefined, rules = context.rules) =>
    chooseRule(rules, { ...at, holds: (limit) => holds(limit, facts, context, world) }, conditions);
  if (open.length === 0) return choose(undefined);
  const worlds = worldsOf(open) ?? [];
  const [none, ...others] = worlds.map((world) => ({ world, decision: choose(world) }));
  if (!none) return strictestOfAll(rulesFor(context.rules, at), choose);
  return strictestOver(none.decision, others, open, context);
}

/** @param world what holds of conditions that look at a fact which is not settled */
function holds(
  { name, value, condition }: Limit,
  facts: StepFacts,
  context: PolicyContext,
  world: Pick<World, 'holds'> | undefined,
): boolean {
  if (world && condition.unsettled?.why(context) !== undefined)
    return world.holds({ name, value, condition });
  return condition.holds(value, facts, context);
}

/** More cases than can be tried: whatever any rule asks for is asked for. */
function strictestOfAll(
  rules: readonly ScopedRule[],
  choose: (world: Pick<World, 'holds'>, rules: readonly ScopedRule[]) => Decision,
): Decision {
  const each = rules.map((rule) => choose({ holds: () => true }, [rule]));
  return each.reduce(stricter, choose({ holds: () => false }, []));
}

/** A fact that neither a person nor a fixed rule settled can only tighten: everything that rules say of it is tried. */
function strictestOver(
  none: Decision,
  others: readonly { readonly world: World; readonly decision: Decision }[],
  open: readonly Limit[],
  context: PolicyContext,
): Decision {
  const held = others.map(({ decision }) => decision).reduce(stricter, none);
  const differing = others.filter(({ decision }) => !same(decision, none));
  if (differing.length === 0) return none;
  const unsettled = open.flatMap(({ condition }) => condition.unsettled ?? []);
  const otherwise = [...new Set(unsettled.map((entry) => entry.otherwise))].join(', ');
  const children: Reason[] = [
    { summary: `${otherwise}: ${none.summary}`, children: none.children },
    ...differing.map(({ world, decision }) => ({
      summary: `${world.held.map(({ value, condition }) => condition.words(value)).join(', ')}: ${decision.summary}`,
      children: decision.children,
    })),
  ];
  const why = [...new Set(unsettled.map((entry) => entry.why(context)))].join('; ');
  return { ...held, children: [{ summary: why, children }] };
}

function same(a: Outcome, b: Outcome): boolean {
  return covers(a, b) && covers(b, a);
}

function decide(outcome: Outcome, summary: string): Decision {
  return { ...outcome, hard: false, summary, children: [] };
}
