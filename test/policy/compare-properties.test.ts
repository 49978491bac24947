// The comparison against the evaluation: whatever two sets of rules say, a change that asks no second admin lets nothing through
// that was held back before, in any case that its conditions can tell apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRuleSets } from '../../src/policy/compare.ts';
import { evaluateStep } from '../../src/policy/evaluate.ts';
import type { PolicyContext, ScopedRule } from '../../src/policy/policy.ts';
import { covers } from '../../src/policy/stricter.ts';
import { policyContext, stepFacts } from './policy-facts.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const types = ['access', 'Access', 'password'];
const rule: fc.Arbitrary<ScopedRule> = fc.record({
  tool: fc.constant('add_group_member'),
  policy: fc.constantFrom('auto', 'approval_needed', 'disabled'),
  manager: maybe(fc.boolean()),
  verify: maybe(fc.boolean()),
  integration: maybe(fc.constantFrom('sandbox', 'graph')),
  ticket_type: maybe(fc.constantFrom(...types)),
  when: maybe(
    fc.constantFrom<Record<string, string>>(
      {},
      { group: 'Finance*' },
      { group: 'finance*', person: 'Dana*' },
      { person: 'Dana*' },
      { group: 'Sales*' },
    ),
  ),
  locked: maybe(fc.boolean()),
  clientId: maybe(fc.constantFrom('acme-dental', 'birch-legal')),
  source: fc.constantFrom('desk_file', 'chat'),
});
/** Mostly few changes: two sets that have nothing in common nearly always loosen. */
const change = fc
  .tuple(fc.array(rule, { maxLength: 4 }), fc.array(rule, { maxLength: 2 }), fc.nat(4))
  .map(([kept, added, dropped]) => ({
    before: kept,
    after: [...kept.filter((_, at) => at !== dropped), ...added],
  }));
const facts = fc
  .record({
    integration: fc.constantFrom('sandbox', 'graph', 'other'),
    group: fc.constantFrom('Finance EU', 'Sales EU', 'Everybody'),
    person: fc.constantFrom('Dana Reyes', 'Sam Ortiz'),
  })
  .map(({ integration, group, person }) =>
    stepFacts({ integration, args: { group: [group], person: [person] } }),
  );
const context: fc.Arbitrary<PolicyContext> = fc
  .record({
    clientId: fc.constantFrom('acme-dental', 'birch-legal', 'cedar'),
    ticketType: maybe(fc.constantFrom(...types, 'other')),
    ticketTypeBy: maybe(fc.constantFrom('person', 'rule', 'model')),
  })
  .map((at) => policyContext(at));
const TOOL = { tool: 'add_group_member', risk: 'write', fromMcp: false } as const;

describe('compareRuleSets, for any two sets of rules', () => {
  it('calls nothing the same or tighter that lets a step through more easily', () => {
    let asked = 0;
    fc.assert(
      fc.property(
        change,
        fc.array(fc.tuple(facts, context), { minLength: 20, maxLength: 20 }),
        (sets, cases) => {
          const verdict = compareRuleSets(sets.before, sets.after, TOOL);
          fc.pre(verdict !== 'loosens');
          asked += 1;
          for (const [step, at] of cases) {
            const was = evaluateStep(step, { ...at, rules: sets.before });
            const is = evaluateStep(step, { ...at, rules: sets.after });
            expect(covers(is, was)).toBe(true);
            if (verdict === 'same') expect(covers(was, is)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(asked).toBe(300);
  });

  it('finds that a set is the same as itself, in any order', () => {
    fc.assert(
      fc.property(fc.array(rule, { maxLength: 5 }), (rules) => {
        expect(compareRuleSets(rules, [...rules].reverse(), TOOL)).toBe('same');
      }),
      { numRuns: 200 },
    );
  });
});
