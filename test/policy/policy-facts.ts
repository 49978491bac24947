// One realistic step and client that the policy tables start from; each row changes one thing.
import type { PolicyContext, ScopedRule, StepFacts, Target } from '../../src/policy/policy.ts';

export function stepFacts(change: Partial<StepFacts> = {}): StepFacts {
  return {
    tool: 'add_group_member',
    integration: 'sandbox',
    risk: 'write',
    repeat: 'idempotent',
    fromMcp: false,
    args: { person: ['Dana Reyes', 'p-dana'], group: ['Finance EU', 'g-finance-eu'] },
    targets: [],
    ...change,
  };
}

export function policyContext(change: Partial<PolicyContext> = {}): PolicyContext {
  return {
    clientId: 'acme-dental',
    clientName: 'Acme Dental',
    rules: [],
    ticketType: 'access',
    ticketTypeBy: 'person',
    requesterVerified: true,
    released: [],
    ...change,
  };
}

export function mspRule(rule: Partial<ScopedRule> = {}): ScopedRule {
  return { tool: 'add_group_member', policy: 'auto', source: 'desk_file', ...rule };
}

export function acmeRule(rule: Partial<ScopedRule> = {}): ScopedRule {
  return mspRule({ clientId: 'acme-dental', ...rule });
}

export function target(change: Partial<Target> = {}): Target {
  return {
    arg: 'person',
    kind: 'person',
    id: 'p-sam',
    name: 'Sam Ortiz',
    isRequester: false,
    ...change,
  };
}
