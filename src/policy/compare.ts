// Decides whether a change of rules tightens or loosens, because loosening waits for a second admin. When unsure: loosens.
import type { Risk } from '../tools/tool.ts';
import { chooseRule, rulesFor } from './choose-rule.ts';
import { CONDITIONS, type ConditionList } from './conditions.ts';
import { limitsOf, replaces, unknownKeys } from './limits.ts';
import type { PolicyRule, ScopedRule } from './policy.ts';
import { covers } from './stricter.ts';
import { worldsOf } from './worlds.ts';

export type Change = 'tightens' | 'loosens' | 'same';

export interface ComparedTool {
  readonly tool: string;
  readonly risk: Risk;
  readonly fromMcp: boolean;
}

/**
 * One rule replaced (or set, or removed: undefined) where no other rule stands for the tool.
 * Where others may stand, use `compareRuleSets`.
 */
export function compareRules(
  before: PolicyRule | undefined,
  after: PolicyRule | undefined,
  risk: Risk,
  fromMcp = false,
): Change {
  const tool = before?.tool ?? after?.tool;
  if (tool === undefined) return 'same';
  if (before !== undefined && after !== undefined && before.tool !== after.tool) return 'loosens';
  const scoped = (rule: PolicyRule | undefined): ScopedRule[] =>
    rule === undefined ? [] : [{ ...rule, source: 'chat' }];
  return compareRuleSets(scoped(before), scoped(after), { tool, risk, fromMcp });
}

/**
 * Compares what all rules of a tool say before and after, for every client that any of them names and every way in which their
 * conditions may hold, and for a client that would loosen it if it may. A condition that the list does not know loosens.
 */
export function compareRuleSets(
  before: readonly ScopedRule[],
  after: readonly ScopedRule[],
  compared: ComparedTool,
  conditions: ConditionList = CONDITIONS,
): Change {
  const mine = [...before, ...after].filter(({ tool }) => tool === compared.tool);
  if (mine.some((rule) => unknownKeys(rule, conditions).length > 0)) return 'loosens';
  if (unlocks(before, after, compared.tool)) return 'loosens';
  // The empty name stands for "any other": no rule can carry it.
  const clients = new Set([...mine.flatMap(({ clientId }) => clientId ?? []), '']);
  const changes = [...clients].map((clientId) => compareFor(clientId, before, after, compared, conditions));
  if (changes.includes('loosens')) return 'loosens';
  return changes.includes('tightens') ? 'tightens' : 'same';
}

/** What a rule from chat changes: it takes the place of its owner's rule under the same conditions and stands beside all others. */
export function compareWithRule(
  rules: readonly ScopedRule[],
  rule: ScopedRule,
  compared: ComparedTool,
  conditions: ConditionList = CONDITIONS,
): Change {
  const others = rules.filter(
    (other) => other.clientId !== rule.clientId || !replaces(rule, other, conditions),
  );
  return compareRuleSets(rules, [...others, rule], compared, conditions);
}

function compareFor(
  clientId: string,
  before: readonly ScopedRule[],
  after: readonly ScopedRule[],
  compared: ComparedTool,
  conditions: ConditionList,
): Change {
  const client = { ...compared, clientId, clientName: clientId };
  const limits = rulesFor([...before, ...after], client).flatMap((rule) => limitsOf(rule, conditions));
  const worlds = worldsOf(limits);
  if (!worlds) return 'loosens';
  // A client that sets the tool to `auto` by itself.
  const lax: ScopedRule = { tool: compared.tool, policy: 'auto', clientId, source: 'chat' };
  let tightens = false;
  for (const { holds } of worlds) {
    for (const own of [[], [lax]]) {
      const was = chooseRule([...before, ...own], { ...client, holds }, conditions);
      const is = chooseRule([...after, ...own], { ...client, holds }, conditions);
      if (!covers(is, was)) return 'loosens';
      if (!covers(was, is)) tightens = true;
    }
  }
  return tightens ? 'tightens' : 'same';
}

/** A lock that is taken off opens the tool to rules of clients that do not exist yet. */
function unlocks(before: readonly ScopedRule[], after: readonly ScopedRule[], tool: string): boolean {
  const locks = (rules: readonly ScopedRule[]): number =>
    rules.filter((rule) => rule.tool === tool && rule.locked === true && rule.clientId === undefined).length;
  return locks(after) < locks(before);
}
