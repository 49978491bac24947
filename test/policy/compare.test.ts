import { describe, expect, it } from 'vitest';
import { compareRuleSets, compareRules, compareWithRule } from '../../src/policy/compare.ts';
import type { PolicyRule, ScopedRule } from '../../src/policy/policy.ts';
import type { Risk } from '../../src/tools/tool.ts';
import { acmeRule, mspRule } from './policy-facts.ts';

function rule(change: Partial<PolicyRule> = {}): PolicyRule {
  return { tool: 'add_group_member', policy: 'approval_needed', ...change };
}

interface Row {
  readonly name: string;
  readonly before?: PolicyRule;
  readonly after?: PolicyRule;
  readonly risk?: Risk;
  readonly is: 'tightens' | 'loosens' | 'same';
}

const single: Row[] = [
  { name: 'nothing before and after', is: 'same' },
  { name: 'the same rule', before: rule(), after: rule(), is: 'same' },
  { name: 'what the default says anyway', after: rule(), is: 'same' },
  { name: 'towards auto', before: rule(), after: rule({ policy: 'auto' }), is: 'loosens' },
  { name: 'away from auto', before: rule({ policy: 'auto' }), after: rule(), is: 'tightens' },
  { name: 'a read is no longer auto', after: rule(), risk: 'read', is: 'tightens' },
  { name: 'an MSP disables a tool', after: rule({ policy: 'disabled' }), is: 'tightens' },
  { name: 'a disabled tool comes back', before: rule({ policy: 'disabled' }), after: rule(), is: 'loosens' },
  { name: 'the rule that disables is removed', before: rule({ policy: 'disabled' }), is: 'loosens' },
  { name: 'the manager is asked for', before: rule(), after: rule({ manager: true }), is: 'tightens' },
  { name: 'the manager is dropped', before: rule({ manager: true }), after: rule(), is: 'loosens' },
  {
    name: 'the default manager of a destructive tool is dropped',
    after: rule(),
    risk: 'destructive',
    is: 'loosens',
  },
  { name: 'the proof of identity is dropped', before: rule({ verify: true }), after: rule(), is: 'loosens' },
  {
    name: 'manager for proof of identity: neither covers the other',
    before: rule({ manager: true }),
    after: rule({ verify: true }),
    is: 'loosens',
  },
  {
    name: 'a permissive rule loses its condition',
    before: rule({ policy: 'auto', when: { group: 'Sales*' } }),
    after: rule({ policy: 'auto' }),
    is: 'loosens',
  },
  {
    name: 'a permissive rule gains a condition',
    before: rule({ policy: 'auto' }),
    after: rule({ policy: 'auto', when: { group: 'Sales*' } }),
    is: 'tightens',
  },
  {
    name: 'a strict rule loses its condition',
    before: rule({ policy: 'disabled', when: { group: 'Domain*' } }),
    after: rule({ policy: 'disabled' }),
    is: 'tightens',
  },
  {
    name: 'a strict rule gains a condition',
    before: rule({ policy: 'disabled' }),
    after: rule({ policy: 'disabled', when: { group: 'Domain*' } }),
    is: 'loosens',
  },
  {
    name: 'another condition: unsure',
    before: rule({ policy: 'auto', when: { group: 'Sales*' } }),
    after: rule({ policy: 'auto', when: { group: 'Sales EU*' } }),
    is: 'loosens',
  },
  {
    name: 'the same condition in other letters',
    before: rule({ policy: 'auto', when: { group: 'Sales*' } }),
    after: rule({ policy: 'auto', when: { group: 'SALES*' } }),
    is: 'same',
  },
  {
    name: 'a permissive rule asks for one more argument',
    before: rule({ policy: 'auto', when: { group: 'Sales*' } }),
    after: rule({ policy: 'auto', when: { group: 'sales*', person: 'Dana*' } }),
    is: 'tightens',
  },
  {
    name: 'a permissive rule asks for one argument less',
    before: rule({ policy: 'auto', when: { group: 'Sales*', person: 'Dana*' } }),
    after: rule({ policy: 'auto', when: { group: 'Sales*' } }),
    is: 'loosens',
  },
  {
    name: 'an empty group of conditions is none',
    before: rule({ policy: 'auto', when: {} }),
    after: rule({ policy: 'auto' }),
    is: 'same',
  },
  {
    name: 'a key that the list of conditions does not know, dropped',
    before: { ...rule({ policy: 'auto' }), priority: 4 } as PolicyRule,
    after: rule({ policy: 'auto' }),
    is: 'loosens',
  },
  {
    name: 'a permissive rule loses its ticket type',
    before: rule({ policy: 'auto', ticket_type: 'access' }),
    after: rule({ policy: 'auto' }),
    is: 'loosens',
  },
  {
    name: 'a permissive rule loses its integration',
    before: rule({ policy: 'auto', integration: 'sandbox' }),
    after: rule({ policy: 'auto' }),
    is: 'loosens',
  },
  { name: 'a lock is put on', before: rule(), after: rule({ locked: true }), is: 'tightens' },
  { name: 'a lock is taken off', before: rule({ locked: true }), after: rule(), is: 'loosens' },
  {
    name: 'a locked rule is removed, even a lax one',
    before: rule({ policy: 'auto', locked: true }),
    is: 'loosens',
  },
  {
    name: 'another tool: unsure',
    before: rule({ policy: 'auto' }),
    after: rule({ tool: 'reset_mfa', policy: 'disabled' }),
    is: 'loosens',
  },
];

describe('compareRules', () => {
  it.each(single)('$name', ({ before, after, risk, is }) => {
    expect(compareRules(before, after, risk ?? 'write')).toBe(is);
  });

  it('knows that tools of MCP servers need an approval by default', () => {
    expect(compareRules(undefined, rule({ policy: 'auto' }), 'read', true)).toBe('loosens');
  });
});

describe('compareRuleSets', () => {
  const tool = { tool: 'add_group_member', risk: 'write', fromMcp: false } as const;
  const many = Array.from({ length: 9 }, (_, at) =>
    acmeRule({ policy: 'disabled', when: { group: `G${at}*` } }),
  );
  const table: { name: string; before: ScopedRule[]; after: ScopedRule[]; is: string }[] = [
    {
      name: 'a client rule that merely asks for approval opens what the MSP disabled',
      before: [mspRule({ policy: 'disabled' })],
      after: [mspRule({ policy: 'disabled' }), acmeRule({ policy: 'approval_needed' })],
      is: 'loosens',
    },
    {
      name: 'under a lock the same client rule changes nothing',
      before: [mspRule({ policy: 'disabled', locked: true })],
      after: [mspRule({ policy: 'disabled', locked: true }), acmeRule({ policy: 'approval_needed' })],
      is: 'same',
    },
    {
      name: 'an MSP rule that only clients without their own feel',
      before: [mspRule(), acmeRule({ policy: 'disabled' })],
      after: [mspRule({ policy: 'approval_needed' }), acmeRule({ policy: 'disabled' })],
      is: 'tightens',
    },
    {
      name: 'where two conditions hold at once, the more specific rule now goes before the one that disables',
      before: [
        acmeRule({ when: { group: 'Sales*' } }),
        acmeRule({ policy: 'disabled', when: { person: 'D*' } }),
      ],
      after: [
        acmeRule({ when: { group: 'Sales*' }, ticket_type: 'access' }),
        acmeRule({ policy: 'disabled', when: { person: 'D*' } }),
      ],
      is: 'loosens',
    },
    {
      name: 'the same with two integrations, which never hold at once',
      before: [acmeRule({ integration: 'graph' }), acmeRule({ policy: 'disabled', integration: 'sandbox' })],
      after: [
        acmeRule({ integration: 'graph', ticket_type: 'access' }),
        acmeRule({ policy: 'disabled', integration: 'sandbox' }),
      ],
      is: 'tightens',
    },
    { name: 'rules of other tools', before: [], after: [acmeRule({ tool: 'reset_mfa' })], is: 'same' },
    { name: 'too many conditions to try', before: many, after: [...many, many[0]!], is: 'loosens' },
  ];
  it.each(table)('$name', ({ before, after, is }) => {
    expect(compareRuleSets(before, after, tool)).toBe(is);
  });
});

describe('compareWithRule', () => {
  const tool = { tool: 'add_group_member', risk: 'write', fromMcp: false } as const;
  const finance = acmeRule({ policy: 'disabled', when: { group: 'Finance*' } });
  const table: { name: string; rules: ScopedRule[]; rule: ScopedRule; is: string }[] = [
    {
      name: 'a rule without a condition stands beside one that has one',
      rules: [finance],
      rule: acmeRule({ policy: 'approval_needed' }),
      is: 'tightens',
    },
    {
      name: 'a rule under the same condition, in other letters, takes its place',
      rules: [finance],
      rule: acmeRule({ policy: 'approval_needed', when: { group: 'FINANCE*' } }),
      is: 'loosens',
    },
    {
      name: 'a locked rule is not replaced',
      rules: [mspRule({ policy: 'disabled', locked: true })],
      rule: mspRule({ policy: 'auto' }),
      is: 'same',
    },
    {
      name: 'nor is the rule of another client',
      rules: [acmeRule({ policy: 'disabled', clientId: 'birch-legal' })],
      rule: acmeRule({ policy: 'approval_needed' }),
      is: 'tightens',
    },
  ];
  it.each(table)('$name', ({ rules, rule: changed, is }) => {
    expect(compareWithRule(rules, changed, tool)).toBe(is);
  });
});
