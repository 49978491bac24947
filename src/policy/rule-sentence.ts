// Says in one plain sentence what a rule or an outcome asks for; the same string stands on the card, in the log and in the test.
import { CONDITIONS, type ConditionList } from './conditions.ts';
import { limitsOf } from './limits.ts';
import type { PolicyRule } from './policy.ts';
import type { Outcome } from './stricter.ts';

/** "is auto", "needs an approval and the manager's", "is disabled". */
export function outcomeWords(outcome: Outcome): string {
  if (outcome.effect === 'disabled') return 'is disabled';
  if (outcome.effect === 'auto')
    return outcome.verify ? 'is auto after a fresh proof of identity' : 'is auto';
  if (outcome.manager && outcome.verify)
    return "needs an approval, the manager's and a fresh proof of identity";
  if (outcome.manager) return "needs an approval and the manager's";
  return outcome.verify ? 'needs an approval and a fresh proof of identity' : 'needs an approval';
}

/** What the rule asks for. `auto` with a manager contradicts itself; the manager's word is kept. */
export function ruleOutcome(rule: PolicyRule): Outcome {
  if (rule.policy === 'disabled') return { effect: 'disabled', manager: false, verify: false };
  const manager = rule.manager === true;
  return {
    effect: manager ? 'approval_needed' : rule.policy,
    manager,
    verify: rule.verify === true,
  };
}

/** `owner`: "Acme Dental" or "the MSP". */
export function ruleSentence(
  rule: PolicyRule,
  owner: string,
  conditions: ConditionList = CONDITIONS,
): string {
  const limits = limitsOf(rule, conditions);
  const words = (isWhere: boolean) =>
    limits
      .filter(({ condition }) => (condition.preposition === 'where') === isWhere)
      .map(({ value, condition }) => condition.words(value));
  const scope = words(false).length === 0 ? '' : ` (${words(false).join(', ')})`;
  const where = words(true).length === 0 ? '' : ` where ${words(true).join(' and ')}`;
  const head = rule.locked === true ? 'Locked rule' : 'Rule';
  return `${head} of ${owner}${scope}: ${rule.tool} ${outcomeWords(ruleOutcome(rule))}${where}`;
}
