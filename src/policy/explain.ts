// Shows why a policy is what it is, as indented text for `/desk policy explain CLIENT TOOL`. Decides nothing itself.
import { CONDITIONS, type ConditionList } from './conditions.ts';
import { evaluateStep } from './evaluate.ts';
import type { PolicyContext, Reason, StepFacts } from './policy.ts';
import { outcomeWords } from './rule-sentence.ts';

const ALWAYS = [
  'Always: protected accounts and groups that grant admin rights are refused',
  'Always: aimed at anybody but the requester, or for somebody not verified, auto becomes an approval',
];

function lines(reason: Reason, depth: number): string[] {
  return [
    `${'  '.repeat(depth)}${reason.summary}`,
    ...reason.children.flatMap((child) => lines(child, depth + 1)),
  ];
}

/**
 * First the outcome, then the rule that decided, then every rule that was weighed and why it lost.
 * With empty `args` and `targets` it explains the tool in general; filled in, one step.
 */
export function explainPolicy(
  facts: StepFacts,
  context: PolicyContext,
  conditions: ConditionList = CONDITIONS,
): string {
  const decision = evaluateStep(facts, context, conditions);
  const head = `${facts.tool} for ${context.clientName ?? context.clientId} ${outcomeWords(decision)}`;
  return [
    head,
    `  Decided by: ${decision.summary}`,
    ...decision.children.flatMap((child) => lines(child, 1)),
    ...ALWAYS.map((line) => `  ${line}`),
  ].join('\n');
}
