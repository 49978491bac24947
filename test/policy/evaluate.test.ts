import { describe, expect, it } from 'vitest';
import { evaluateStep } from '../../src/policy/evaluate.ts';
import type { PolicyContext, StepFacts } from '../../src/policy/policy.ts';
import { acmeRule, mspRule, policyContext, stepFacts, target } from './policy-facts.ts';

interface Row {
  readonly name: string;
  readonly facts?: Partial<StepFacts>;
  readonly context?: Partial<PolicyContext>;
  readonly says: string;
  /** `effect`, then `manager`, `verify`, `hard` where they hold. */
  readonly is: string;
}

function check({ facts, context, says, is }: Row): void {
  const decision = evaluateStep(stepFacts(facts), policyContext(context));
  const flags = (['manager', 'verify', 'hard'] as const).filter((flag) => decision[flag]);
  expect([decision.summary, [decision.effect, ...flags].join(' ')]).toEqual([says, is]);
}

const defaults: Row[] = [
  {
    name: 'a read runs by itself',
    facts: { tool: 'find_groups', risk: 'read' },
    says: 'Default for read tools: find_groups is auto',
    is: 'auto',
  },
  {
    name: 'a write needs an approval',
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'a destructive tool needs the manager too',
    facts: { tool: 'reset_mfa', risk: 'destructive' },
    says: "Default for destructive tools: reset_mfa needs an approval and the manager's",
    is: 'approval_needed manager',
  },
  {
    name: 'a tool of an MCP server that calls itself a read',
    facts: { tool: 'crm.list', risk: 'read', fromMcp: true },
    says: 'Default for tools of MCP servers: crm.list needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'a destructive tool of an MCP server',
    facts: { tool: 'crm.wipe', risk: 'destructive', fromMcp: true },
    says: "Default for tools of MCP servers: crm.wipe needs an approval and the manager's",
    is: 'approval_needed manager',
  },
  {
    name: 'an admin may set a tool of an MCP server to auto',
    facts: { fromMcp: true },
    context: { rules: [acmeRule()] },
    says: 'Rule of Acme Dental: add_group_member is auto',
    is: 'auto',
  },
];

const specificity: Row[] = [
  {
    name: 'client + type beats client',
    context: { rules: [acmeRule({ policy: 'disabled' }), acmeRule({ ticket_type: 'access' })] },
    says: 'Rule of Acme Dental (access tickets): add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'client beats MSP + type',
    context: { rules: [mspRule({ policy: 'disabled', ticket_type: 'access' }), acmeRule()] },
    says: 'Rule of Acme Dental: add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'MSP + type beats MSP',
    context: {
      rules: [mspRule({ policy: 'disabled' }), mspRule({ policy: 'approval_needed', ticket_type: 'Access' })],
    },
    says: 'Rule of the MSP (Access tickets): add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'MSP beats the default',
    context: { rules: [mspRule()] },
    says: 'Rule of the MSP: add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'the rule of another client is nothing to us',
    context: { rules: [mspRule({ clientId: 'birch-legal' })] },
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'the rule of another tool is nothing to us',
    context: { rules: [acmeRule({ tool: 'reset_password' })] },
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'the rule of another integration is nothing to us',
    context: { rules: [acmeRule({ integration: 'graph' })] },
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'a rule of this integration',
    context: { rules: [acmeRule({ integration: 'sandbox' })] },
    says: 'Rule of Acme Dental (sandbox): add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'a rule for another ticket type is nothing to us',
    context: { rules: [acmeRule({ ticket_type: 'hardware' })] },
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'a tie goes to the strictest',
    context: { rules: [acmeRule(), acmeRule({ policy: 'approval_needed' })] },
    says: 'Rule of Acme Dental: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'in a tie that asks for different things both hold',
    context: {
      rules: [
        acmeRule({ policy: 'approval_needed', manager: true }),
        acmeRule({ policy: 'auto', verify: true }),
      ],
    },
    says: "Rule of Acme Dental: add_group_member needs an approval and the manager's; Rule of Acme Dental: add_group_member is auto after a fresh proof of identity",
    is: 'approval_needed manager verify',
  },
];

const conditions: Row[] = [
  {
    name: 'the resolved name fits',
    context: { rules: [acmeRule({ policy: 'approval_needed', manager: true, when: { group: 'finance*' } })] },
    says: 'Rule of Acme Dental: add_group_member needs an approval and the manager\'s where group is like "finance*"',
    is: 'approval_needed manager',
  },
  {
    name: 'the raw value fits',
    context: { rules: [acmeRule({ policy: 'disabled', when: { group: 'g-finance*' } })] },
    says: 'Rule of Acme Dental: add_group_member is disabled where group is like "g-finance*"',
    is: 'disabled hard',
  },
  {
    name: 'full-width letters and invisible characters are seen through',
    facts: { args: { group: ['Ｄｏｍａｉｎ\u200b ADMINS'] } },
    context: { rules: [acmeRule({ policy: 'disabled', when: { group: 'Domain Admins*' } })] },
    says: 'Rule of Acme Dental: add_group_member is disabled where group is like "Domain Admins*"',
    is: 'disabled hard',
  },
  {
    name: 'all conditions must fit',
    context: { rules: [acmeRule({ when: { group: 'Finance*', person: 'Kim*' } })] },
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'an argument that is not there fits nothing',
    context: { rules: [acmeRule({ when: { constructor: '*' } })] },
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'two conditions are named in the order of the alphabet',
    context: { rules: [acmeRule({ when: { person: 'Dana*', group: '*EU' } })] },
    says: 'Rule of Acme Dental: add_group_member is auto where group is like "*EU" and person is like "Dana*"',
    is: 'auto',
  },
];

const locked: Row[] = [
  {
    name: 'a client cannot loosen a locked rule',
    context: { rules: [mspRule({ policy: 'approval_needed', manager: true, locked: true }), acmeRule()] },
    says: "Locked rule of the MSP: add_group_member needs an approval and the manager's",
    is: 'approval_needed manager',
  },
  {
    name: 'a client may tighten a locked rule',
    context: { rules: [mspRule({ locked: true }), acmeRule({ policy: 'disabled' })] },
    says: 'Rule of Acme Dental: add_group_member is disabled',
    is: 'disabled hard',
  },
  {
    name: 'a locked rule whose condition does not hold is no floor',
    context: {
      rules: [mspRule({ policy: 'disabled', locked: true, when: { group: 'Domain*' } }), acmeRule()],
    },
    says: 'Rule of Acme Dental: add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'a client cannot lock',
    context: {
      rules: [acmeRule({ policy: 'disabled', locked: true }), acmeRule({ ticket_type: 'access' })],
    },
    says: 'Rule of Acme Dental (access tickets): add_group_member is auto',
    is: 'auto',
  },
];

const narrowed = [acmeRule({ policy: 'approval_needed' }), acmeRule({ ticket_type: 'access' })];
const ticketTypes: Row[] = [
  {
    name: 'a type set by a person counts',
    context: { rules: narrowed },
    says: 'Rule of Acme Dental (access tickets): add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'a type set by a fixed rule counts',
    context: { rules: narrowed, ticketTypeBy: 'rule' },
    says: 'Rule of Acme Dental (access tickets): add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'a type chosen by a model loosens nothing',
    context: { rules: narrowed, ticketTypeBy: 'model' },
    says: 'Rule of Acme Dental: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'no type: the strictest rule over all types holds',
    context: {
      rules: [acmeRule(), acmeRule({ policy: 'disabled', ticket_type: 'offboarding' })],
      ticketType: undefined,
      ticketTypeBy: undefined,
    },
    says: 'Rule of Acme Dental (offboarding tickets): add_group_member is disabled',
    is: 'disabled hard',
  },
  {
    name: 'a person who set no type has not settled it',
    context: { rules: narrowed, ticketType: undefined },
    says: 'Rule of Acme Dental: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'types that rules of other tools name do not matter',
    context: {
      rules: [acmeRule(), acmeRule({ tool: 'reset_mfa', policy: 'disabled', ticket_type: 'offboarding' })],
      ticketTypeBy: 'model',
    },
    says: 'Rule of Acme Dental: add_group_member is auto',
    is: 'auto',
  },
];

const requester: Row[] = [
  {
    name: 'auto on the requester',
    facts: { targets: [target({ isRequester: true })] },
    context: { rules: [acmeRule()] },
    says: 'Rule of Acme Dental: add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'auto aimed at somebody else',
    facts: { targets: [target()] },
    context: { rules: [acmeRule()] },
    says: 'Acts on Sam Ortiz, not on the requester: needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'the requester and two others',
    facts: {
      targets: [target({ isRequester: true, name: 'Dana Reyes' }), target(), target({ name: 'Kim' })],
    },
    context: { rules: [acmeRule()] },
    says: 'Acts on Sam Ortiz and Kim, not on the requester: needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'a group is not a person',
    facts: { targets: [target({ kind: 'group', name: 'Sales EU' })] },
    context: { rules: [acmeRule()] },
    says: 'Rule of Acme Dental: add_group_member is auto',
    is: 'auto',
  },
  {
    name: 'a proof of identity is kept when somebody else is acted on',
    facts: { targets: [target()] },
    context: { rules: [acmeRule({ verify: true })] },
    says: 'Rule of Acme Dental: add_group_member is auto after a fresh proof of identity; Acts on Sam Ortiz, not on the requester: needs an approval',
    is: 'approval_needed verify',
  },
  {
    name: 'an unverified requester gets nothing by auto',
    facts: { tool: 'find_groups', risk: 'read' },
    context: { requesterVerified: false },
    says: 'The requester is not verified: needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'what needs an approval anyway is not said twice',
    facts: { targets: [target()] },
    context: { requesterVerified: false },
    says: 'Default for write tools: add_group_member needs an approval',
    is: 'approval_needed',
  },
  {
    name: 'auto with a manager contradicts itself: the manager stays',
    context: { rules: [acmeRule({ manager: true })] },
    says: "Rule of Acme Dental: add_group_member needs an approval and the manager's",
    is: 'approval_needed manager',
  },
  {
    name: 'without a name the id of the client stands in the sentence',
    context: { rules: [acmeRule({ verify: true, policy: 'approval_needed' })], clientName: undefined },
    says: 'Rule of acme-dental: add_group_member needs an approval and a fresh proof of identity',
    is: 'approval_needed verify',
  },
];

const admin = target({ protection: 'admin', id: 'p-root', name: 'Rae Root' });
const limits: Row[] = [
  {
    name: 'an admin account',
    facts: { targets: [admin] },
    context: { rules: [acmeRule()] },
    says: 'Protected: Rae Root is an admin account, which no approval lifts',
    is: 'disabled hard',
  },
  {
    name: 'an admin account that asks for itself',
    facts: { targets: [{ ...admin, isRequester: true }] },
    context: { rules: [acmeRule()] },
    says: 'Protected: Rae Root is an admin account, which no approval lifts',
    is: 'disabled hard',
  },
  {
    name: 'a released admin account needs both approvals, whatever the rules say',
    facts: { targets: [{ ...admin, isRequester: true }] },
    context: { rules: [acmeRule()], released: ['p-root'] },
    says: "Rae Root is an admin account released by two admins: needs an approval and the manager's",
    is: 'approval_needed manager',
  },
  {
    name: 'a released break-glass account stays protected',
    facts: { targets: [{ ...admin, protection: 'break_glass' }] },
    context: { released: ['p-root'] },
    says: 'Protected: Rae Root is a break-glass account, which no approval lifts',
    is: 'disabled hard',
  },
  {
    name: 'a released service account stays protected',
    facts: { targets: [{ ...admin, protection: 'service' }] },
    context: { released: ['p-root'] },
    says: 'Protected: Rae Root is a service account, which no approval lifts',
    is: 'disabled hard',
  },
  {
    name: 'a released admin group stays protected',
    facts: { targets: [{ ...admin, kind: 'group', name: 'Domain Admins', protection: 'admin_group' }] },
    context: { released: ['p-root'] },
    says: 'Protected: Domain Admins is a group that grants admin rights, which no approval lifts',
    is: 'disabled hard',
  },
  {
    name: 'one released, one not',
    facts: { targets: [admin, { ...admin, id: 'p-other', name: 'Ola Other' }] },
    context: { released: ['p-root'] },
    says: 'Protected: Ola Other is an admin account, which no approval lifts',
    is: 'disabled hard',
  },
  {
    name: 'a disabled tool stays disabled for a released account',
    facts: { targets: [admin] },
    context: { rules: [acmeRule({ policy: 'disabled' })], released: ['p-root'] },
    says: 'Rule of Acme Dental: add_group_member is disabled',
    is: 'disabled hard',
  },
];

describe('evaluateStep', () => {
  describe('defaults', () => it.each(defaults)('$name', check));
  describe('the most specific rule', () => it.each(specificity)('$name', check));
  describe('conditions', () => it.each(conditions)('$name', check));
  describe('locked rules', () => it.each(locked)('$name', check));
  describe('ticket types', () => it.each(ticketTypes)('$name', check));
  describe('the requester', () => it.each(requester)('$name', check));
  describe('hard limits', () => it.each(limits)('$name', check));
});
