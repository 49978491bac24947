// "Where do I add a policy condition?": the row followed with one that is not there yet, the priority of a ticket. With nothing
// but its entry it is read from the desk file and from chat, evaluated, explained, and compared.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { DESK_LISTS } from '../../src/desk/schema.ts';
import { compareRuleSets, compareWithRule } from '../../src/policy/compare.ts';
import { CONDITIONS, type Condition } from '../../src/policy/conditions.ts';
import { evaluateStep } from '../../src/policy/evaluate.ts';
import { explainPolicy } from '../../src/policy/explain.ts';
import type { PolicyContext, ScopedRule } from '../../src/policy/policy.ts';
import { optionsUsage, readOptions } from '../../src/policy/rule-options.ts';
import { acmeRule, mspRule, policyContext, stepFacts } from '../policy/policy-facts.ts';
import { ADA, createTestDesk, NOOR } from '../support/test-desk.ts';

/** What a ticket would have to say for it; 1 is the most urgent. */
type Prioritised = PolicyContext & { readonly priority?: number; readonly priorityBy?: 'person' | 'model' };

/** "Priority 3" stands for 3 and everything less urgent. */
const priority: Condition<number> = {
  form: z.int('must be a whole number').min(1, 'must be from 1 to 4').max(4, 'must be from 1 to 4'),
  typed: {
    usage: 'priority=NUMBER',
    read: (word) => (/^priority=/.test(word) ? Number(word.slice('priority='.length)) : undefined),
  },
  holds: (least, _, context: Prioritised) => context.priority !== undefined && context.priority >= least,
  unsettled: {
    why: (context: Prioritised) =>
      context.priorityBy === 'person' ? undefined : 'No person set the priority: the strictest rule holds',
    otherwise: 'Other priorities',
  },
  spelling: String,
  relate: (a, b) => (a > b ? 'narrower' : 'wider'),
  preposition: 'for',
  words: (least) => `priority ${least}`,
  moreSpecific: false,
};
const WITH_PRIORITY = { ...CONDITIONS, priority };

/** A rule as the desk file of a version with the condition would give it. */
const rule = (least: number | undefined, more: Partial<ScopedRule> = {}): ScopedRule =>
  ({ ...acmeRule(), ...(least === undefined ? {} : { priority: least }), ...more }) as ScopedRule;
const context = (change: Partial<Prioritised>): Prioritised => ({
  ...policyContext({ ticketTypeBy: 'person' }),
  priorityBy: 'person',
  ...change,
});
const TOOL = { tool: 'add_group_member', risk: 'write', fromMcp: false } as const;

const file = (policies: string) =>
  `msp: { name: North, domains: [north.example] }\npolicies: [${policies}]\n`;

test.each([
  { name: 'read', policies: '{ tool: x, policy: auto, priority: 4 }', says: [] },
  {
    name: 'of the wrong form',
    policies: '{ tool: x, policy: auto, priority: 9 }',
    says: ['policies[0].priority: must be from 1 to 4'],
  },
  {
    name: 'misspelt',
    policies: '{ tool: x, policy: auto, priorty: 4 }',
    says: ['policies[0].priorty: unknown key, did you mean priority?'],
  },
])('in the desk file: $name', ({ policies, says }) => {
  const parsed = parseDeskFile(file(policies), { ...DESK_LISTS, conditions: WITH_PRIORITY });
  expect(parsed.ok ? [] : parsed.problems).toEqual(says);
  if (parsed.ok) expect(parsed.desk.policies).toEqual([{ tool: 'x', policy: 'auto', priority: 4 }]);
});

test('before the entry is there, the desk file knows no such key', () => {
  const parsed = parseDeskFile(file('{ tool: x, policy: auto, priority: 4 }'));
  expect(parsed).toEqual({ ok: false, problems: ['policies[0].priority: unknown key'] });
});

test.each([
  { words: ['priority=4', '+manager'], reads: { manager: true, priority: 4 } },
  {
    words: ['type=access', 'priority=1', 'when.group=Sales EU*', 'when.person=Dana*'],
    reads: { ticket_type: 'access', when: { group: 'Sales EU*', person: 'Dana*' }, priority: 1 },
  },
  { words: ['priority=9'], reads: 'priority=NUMBER: must be from 1 to 4.' },
  { words: ['priorty=4'], reads: '"priorty=4" is not understood, did you mean priority=?' },
])('in chat: $words', ({ words, reads }) => {
  const read = readOptions(words, WITH_PRIORITY);
  expect(read.type === 'read' ? read.options : read.why).toEqual(reads);
  expect(optionsUsage(WITH_PRIORITY)).toContain('[priority=NUMBER]');
});

test.each([
  {
    name: 'it holds',
    at: { priority: 4 },
    says: 'Rule of Acme Dental (priority 4): add_group_member is auto',
  },
  {
    name: 'it does not',
    at: { priority: 3 },
    says: 'Default for write tools: add_group_member needs an approval',
  },
  {
    name: 'a model chose it, so it loosens nothing',
    at: { priority: 4, priorityBy: 'model' as const },
    says: 'Default for write tools: add_group_member needs an approval',
  },
])('evaluated: $name', ({ at, says }) => {
  const decision = evaluateStep(stepFacts(), { ...context(at), rules: [rule(4)] }, WITH_PRIORITY);
  expect(decision.summary).toBe(says);
});

test('explained, with why it does not apply and what a fact that nobody set would change', () => {
  const settled = explainPolicy(
    stepFacts(),
    { ...context({ priority: 3 }), rules: [rule(4)] },
    WITH_PRIORITY,
  );
  expect(settled).toContain(
    'Rule of Acme Dental (priority 4): add_group_member is auto (does not apply: only for priority 4)',
  );
  const open = explainPolicy(
    stepFacts(),
    { ...context({ priorityBy: 'model' }), rules: [rule(4)] },
    WITH_PRIORITY,
  );
  expect(open).toContain('No person set the priority: the strictest rule holds');
  expect(open).toContain('Other priorities: Default for write tools: add_group_member needs an approval');
  expect(open).toContain('priority 4: Rule of Acme Dental (priority 4): add_group_member is auto');
});

test.each([
  {
    name: 'auto for priority 4 becomes auto for every ticket',
    from: rule(4),
    to: rule(undefined),
    is: 'loosens',
  },
  {
    name: 'auto for every ticket becomes auto for priority 4',
    from: rule(undefined),
    to: rule(4),
    is: 'tightens',
  },
  { name: 'auto for priority 4 becomes auto for 3 and 4', from: rule(4), to: rule(3), is: 'loosens' },
  { name: 'auto for 3 and 4 becomes auto for priority 4', from: rule(3), to: rule(4), is: 'tightens' },
  { name: 'the same', from: rule(4), to: rule(4), is: 'same' },
  {
    name: 'what is disabled for 3 and 4 is disabled for 4 alone',
    from: rule(3, { policy: 'disabled' }),
    to: rule(4, { policy: 'disabled' }),
    is: 'loosens',
  },
])('compared: $name', ({ from, to, is }) => {
  expect(compareRuleSets([from], [to], TOOL, WITH_PRIORITY)).toBe(is);
});

test('an entry that does not say how its values lie to each other: everything is tried', () => {
  const { relate: _, ...unrelated } = priority;
  const conditions = { ...CONDITIONS, priority: unrelated };
  expect(compareRuleSets([rule(3)], [rule(4)], TOOL, conditions)).toBe('loosens');
  // Only where both hold does the more specific rule go before the one that disables.
  const disabled = rule(4, { policy: 'disabled' });
  const before = [rule(3), disabled];
  const after = [rule(3, { ticket_type: 'access' }), disabled];
  expect(compareRuleSets(before, after, TOOL, conditions)).toBe('loosens');
});

test('from chat, dropping the condition stands beside the rule that has it, and asks the second admin', () => {
  const rules = [mspRule({ policy: 'approval_needed' }), rule(4)];
  expect(compareWithRule(rules, rule(undefined), TOOL, WITH_PRIORITY)).toBe('loosens');
  expect(compareWithRule(rules, rule(4, { policy: 'disabled' }), TOOL, WITH_PRIORITY)).toBe('tightens');
});

describe('a condition that only another version knows', () => {
  const before = [rule(4)];

  test.each([
    { name: 'dropped', after: [rule(undefined)] },
    { name: 'kept', after: before },
    { name: 'new', after: [...before, rule(3)] },
  ])('never compares as the same: $name', ({ after }) => {
    expect(compareRuleSets(before, after, TOOL)).toBe('loosens');
  });

  test('lets nothing run by itself, and still disables', () => {
    const at = (policy: ScopedRule['policy']) =>
      evaluateStep(stepFacts(), policyContext({ rules: [rule(4, { policy })] }));
    expect(at('auto').effect).toBe('approval_needed');
    expect(at('disabled').effect).toBe('disabled');
    expect(at('disabled').children[0]?.children[0]?.summary).toBe(
      'This version does not know the condition "priority": the strictest rule with and without it holds',
    );
  });
});

test('every condition of the list can be set, listed and widened in chat, and widening waits for a second admin', async () => {
  const desk = await createTestDesk();
  try {
    const narrow =
      'policy acme-dental unlock_account auto type=unlock integration=sandbox when.person="Dana Re*"';
    const sentence =
      'unlock_account for Acme Dental: auto, in sandbox, for unlock tickets, where person is like "Dana Re*"';
    expect(await desk.command(ADA, narrow)).toContain(`${sentence}: this loosens the rules`);
    await desk.clicks(NOOR, 'Confirm');
    expect(await desk.command(ADA, 'policy acme-dental unlock_account')).toContain(sentence);
    // The same conditions in other letters and another order are the same rule.
    const again =
      'policy acme-dental unlock_account disabled when.person="dana re*" integration=SANDBOX type=unlock';
    expect(await desk.command(ADA, again)).toContain('It holds from now on.');
    expect(await desk.command(ADA, 'policy acme-dental unlock_account')).not.toContain('auto, in sandbox');
    // Another pattern is another rule, and stands beside it.
    const sam = 'policy acme-dental unlock_account disabled type=unlock integration=sandbox when.person=Sam*';
    expect(await desk.command(ADA, sam)).toContain('It holds from now on.');
    const listed = await desk.command(ADA, 'policy acme-dental unlock_account');
    expect(listed).toContain('where person is like "dana re*"');
    expect(listed).toContain('where person is like "Sam*"');
    // So does the desk file's rule for some groups beside a rule from chat for all.
    await desk.command(ADA, 'policy acme-dental add_group_member disabled');
    expect(await desk.command(ADA, 'policy acme-dental add_group_member')).toContain(
      'approval needed, with the manager, where group is like "Finance*"',
    );
    // One condition less opens more.
    const wider = 'policy acme-dental unlock_account auto type=unlock';
    expect(await desk.command(ADA, wider)).toContain('a second admin has to confirm it');
  } finally {
    await desk.close();
  }
});
