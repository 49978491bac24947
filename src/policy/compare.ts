// Decides whether a change of rules tightens or loosens, because loosening waits for a second admin. When unsure: loosens.
import { toCanonicalJson } from '../lib/json.ts';
import type { Risk } from '../tools/tool.ts';
import { chooseRule, type RuleCase } from './choose-rule.ts';
import { foldText } from './glob.ts';
import type { PolicyRule, ScopedRule } from './policy.ts';
import { covers } from './stricter.ts';

export type Change = 'tightens' | 'loosens' | 'same';

export interface ComparedTool {
  readonly tool: string;
  readonly risk: Risk;
  readonly fromMcp: boolean;
}

/** Conditions are tried in all combinations; above this many the answer is `loosens` without trying. */
const MOST_CONDITIONS = 8;

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
 * Compares what all rules of a tool say before and after, for every client, ticket type, integration and
 * combination of conditions that any of them names, and for a client that would loosen it if it may.
 */
export function compareRuleSets(
  before: readonly ScopedRule[],
  after: readonly ScopedRule[],
  compared: ComparedTool,
): Change {
  const mine = [...before, ...after].filter(({ tool }) => tool === compared.tool);
  if (unlocks(before, after, compared.tool)) return 'loosens';
  const conditions = [...new Set(mine.map(conditionKey).filter((key) => key !== undefined))];
  if (conditions.length > MOST_CONDITIONS) return 'loosens';
  let tightens = false;
  for (const at of cases(mine, conditions, compared)) {
    const lax: ScopedRule[] = at.lax
      ? [{ tool: compared.tool, policy: 'auto', clientId: at.clientId, source: 'chat' }]
      : [];
    const was = chooseRule([...before, ...lax], at);
    const is = chooseRule([...after, ...lax], at);
    if (!covers(is, was)) return 'loosens';
    if (!covers(was, is)) tightens = true;
  }
  return tightens ? 'tightens' : 'same';
}

/** A lock that is taken off opens the tool to rules of clients that do not exist yet. */
function unlocks(before: readonly ScopedRule[], after: readonly ScopedRule[], tool: string): boolean {
  const locks = (rules: readonly ScopedRule[]): number =>
    rules.filter((rule) => rule.tool === tool && rule.locked === true && rule.clientId === undefined).length;
  return locks(after) < locks(before);
}

function conditionKey({ when }: ScopedRule): string | undefined {
  if (when === undefined || Object.keys(when).length === 0) return undefined;
  return toCanonicalJson(Object.fromEntries(Object.entries(when).map(([arg, p]) => [arg, foldText(p)])));
}

interface ComparedCase extends RuleCase {
  /** A client that sets the tool to `auto` by itself. */
  readonly lax: boolean;
}

function* cases(
  rules: readonly ScopedRule[],
  conditions: readonly string[],
  compared: ComparedTool,
): Generator<ComparedCase> {
  const named = (values: readonly (string | undefined)[]): string[] => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  // The empty name stands for "any other": no rule can carry it.
  const clients = [...named(rules.map(({ clientId }) => clientId)), ''];
  const types = [...named(rules.map(({ ticket_type }) => ticket_type)), undefined];
  const integrations = [...named(rules.map(({ integration }) => integration)), ''];
  for (const clientId of clients)
    for (const ticketType of types)
      for (const integration of integrations)
        for (let truth = 0; truth < 1 << conditions.length; truth += 1)
          for (const lax of [false, true])
            yield {
              ...compared,
              clientId,
              clientName: clientId,
              ticketType,
              integration,
              lax,
              meets: (when) => {
                const key = conditionKey({ ...compared, policy: 'auto', when, source: 'chat' });
                return key === undefined || (truth & (1 << conditions.indexOf(key))) !== 0;
              },
            };
}
