// The conditions that one rule carries, in the order of the list. A key that the list does not know is a condition too, one that
// nothing is known of: it may hold or not, so a rule with it can only tighten.
import { z } from 'zod';
import { CONDITIONS, type Condition, type ConditionList } from './conditions.ts';
import type { Conditions, PolicyRule, ScopedRule } from './policy.ts';

export interface Limit {
  /** The key of the rule. */
  readonly name: string;
  readonly value: unknown;
  readonly condition: Condition<unknown>;
}

/** What a rule is about, what it asks for and where it comes from. Every other key limits it. */
const NO_CONDITIONS = {
  tool: true,
  policy: true,
  manager: true,
  verify: true,
  locked: true,
  clientId: true,
  source: true,
} satisfies Readonly<Record<Exclude<keyof ScopedRule, keyof Conditions>, true>>;

type Rule = Conditions & { readonly tool: string };

export function limitsOf(rule: Rule, conditions: ConditionList = CONDITIONS): readonly Limit[] {
  const carried = new Map<string, unknown>(Object.entries(conditionsOf(rule)));
  const known = Object.entries(conditions).flatMap(([name, condition]) =>
    carried.has(name) ? [{ name, value: carried.get(name), condition }] : [],
  );
  const unknown = unknownKeys(rule, conditions).map((name) => ({
    name,
    value: carried.get(name),
    condition: unknownCondition(name),
  }));
  return [...known, ...unknown];
}

/** The rule's conditions alone, for another rule that shall apply where this one does. */
export function conditionsOf(rule: Rule): Conditions {
  return Object.fromEntries(
    Object.entries(rule).filter(
      ([key, value]) => !Object.hasOwn(NO_CONDITIONS, key) && limitsAnything(value),
    ),
  );
}

/** Keys that another version wrote. */
export function unknownKeys(rule: Rule, conditions: ConditionList = CONDITIONS): readonly string[] {
  return Object.keys(conditionsOf(rule)).filter((key) => !Object.hasOwn(conditions, key));
}

/**
 * Whether a rule from chat takes the place of another of the same owner: one for the same tool under the same conditions. A locked
 * rule is changed in the desk file alone; every other one stays beside it.
 */
export function replaces(
  rule: PolicyRule,
  other: PolicyRule,
  conditions: ConditionList = CONDITIONS,
): boolean {
  if (other.tool !== rule.tool || other.locked === true) return false;
  return limitsKey(other, conditions) === limitsKey(rule, conditions);
}

/** One text for each set of conditions, whatever order or letters they were written in. */
export function limitsKey(rule: Rule, conditions: ConditionList = CONDITIONS): string {
  return JSON.stringify(limitsOf(rule, conditions).map(limitKey));
}

export function limitKey({ name, value, condition }: Limit): string {
  return `${name}=${condition.spelling(value)}`;
}

/** "in sandbox", "for access tickets", `where group is like "Finance*"` */
export function limitWords({ value, condition }: Limit): string {
  return `${condition.preposition} ${condition.words(value)}`;
}

/** An empty group of keys limits nothing. */
function limitsAnything(value: unknown): boolean {
  return value !== undefined && !(isGroup(value) && Object.keys(value).length === 0);
}

function isGroup(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function unknownCondition(name: string): Condition<unknown> {
  return {
    form: z.unknown(),
    typed: { usage: '', read: () => undefined },
    holds: () => false,
    unsettled: {
      why: () =>
        `This version does not know the condition "${name}": the strictest rule with and without it holds`,
      otherwise: `Without "${name}"`,
    },
    spelling: (value) => JSON.stringify(value),
    preposition: 'where',
    words: (value) => `${name} is ${JSON.stringify(value)}`,
    moreSpecific: false,
  };
}
