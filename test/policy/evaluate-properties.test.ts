import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateStep } from '../../src/policy/evaluate.ts';
import type { PolicyContext, ScopedRule } from '../../src/policy/policy.ts';
import { combineDecisions, covers, stricter } from '../../src/policy/stricter.ts';
import { having, INHERITED_EXAMPLES } from '../support/inherited-names.ts';
import { mspRule, policyContext, stepFacts, target } from './policy-facts.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const types = ['access', 'password', 'offboarding'];

const rule: fc.Arbitrary<ScopedRule> = fc.record({
  tool: fc.constantFrom('add_group_member', 'add_group_member', 'reset_password'),
  policy: fc.constantFrom('auto', 'approval_needed', 'disabled'),
  manager: maybe(fc.boolean()),
  verify: maybe(fc.boolean()),
  integration: maybe(fc.constantFrom('sandbox', 'graph')),
  ticket_type: maybe(fc.constantFrom(...types)),
  when: maybe(fc.constantFrom({ group: 'Finance*' }, { group: 'Sales*' }, { group: '*', person: 'Dana*' })),
  locked: maybe(fc.boolean()),
  clientId: maybe(fc.constantFrom('acme-dental', 'birch-legal')),
  source: fc.constantFrom('desk_file', 'chat'),
});
const rules = fc.array(rule, { maxLength: 8 });
const facts = fc
  .record({ risk: fc.constantFrom('read', 'write', 'destructive'), fromMcp: fc.boolean() })
  .map((change) => stepFacts(change));
const context: fc.Arbitrary<PolicyContext> = fc
  .record({
    rules,
    ticketType: maybe(fc.constantFrom(...types)),
    ticketTypeBy: maybe(fc.constantFrom('person', 'rule', 'model')),
    requesterVerified: fc.boolean(),
  })
  .map((change) => policyContext(change));

const runs = { numRuns: 500 };

describe('evaluateStep, for any rules', () => {
  it('gives the same tree whatever the order of the rules', () => {
    const shuffled = context.chain((base) =>
      fc.tuple(
        fc.constant(base),
        fc.shuffledSubarray([...base.rules], { minLength: base.rules.length, maxLength: base.rules.length }),
      ),
    );
    fc.assert(
      fc.property(facts, shuffled, (step, [base, order]) => {
        expect(evaluateStep(step, { ...base, rules: order })).toEqual(evaluateStep(step, base));
      }),
      runs,
    );
  });

  it('never gets laxer by a locked rule of the MSP that is at least as strict as what holds', () => {
    fc.assert(
      fc.property(facts, context, rule, (step, base, extra) => {
        const before = evaluateStep(step, base);
        const locked: ScopedRule = { ...extra, clientId: undefined, locked: true };
        const asRule = { effect: locked.policy, manager: !!locked.manager, verify: !!locked.verify };
        fc.pre(covers(asRule, before));
        const after = evaluateStep(step, { ...base, rules: [...base.rules, locked] });
        expect(covers(after, before)).toBe(true);
      }),
      runs,
    );
  });

  it('never lets a client fall under a locked rule that applies', () => {
    fc.assert(
      fc.property(facts, context, fc.boolean(), (step, base, manager) => {
        const floor: ScopedRule = {
          tool: step.tool,
          policy: 'approval_needed',
          manager,
          locked: true,
          source: 'desk_file',
        };
        const decision = evaluateStep(step, { ...base, rules: [...base.rules, floor] });
        expect(covers(decision, { effect: 'approval_needed', manager, verify: false })).toBe(true);
      }),
      runs,
    );
  });

  it('never gets laxer by a ticket type that a model chose', () => {
    fc.assert(
      fc.property(facts, context, fc.constantFrom(...types), (step, base, chosen) => {
        const byModel = evaluateStep(step, { ...base, ticketType: chosen, ticketTypeBy: 'model' });
        const without = evaluateStep(step, { ...base, ticketType: undefined, ticketTypeBy: undefined });
        const byPerson = evaluateStep(step, { ...base, ticketType: chosen, ticketTypeBy: 'person' });
        expect(covers(byModel, without)).toBe(true);
        expect(covers(byModel, byPerson)).toBe(true);
      }),
      runs,
    );
  });

  it('keeps hard limits under every rule set', () => {
    const protection = fc.constantFrom('admin', 'service', 'break_glass', 'admin_group');
    fc.assert(
      fc.property(facts, context, protection, fc.boolean(), (step, base, kind, released) => {
        const rae = target({ id: 'p-root', protection: kind, isRequester: true });
        const decision = evaluateStep(
          { ...step, targets: [rae] },
          { ...base, released: released ? ['p-root'] : [] },
        );
        if (kind === 'admin' && released)
          expect(covers(decision, { effect: 'approval_needed', manager: true, verify: false })).toBe(true);
        else expect([decision.effect, decision.hard]).toEqual(['disabled', true]);
      }),
      runs,
    );
  });

  it('never runs by auto on somebody else or for somebody unverified', () => {
    fc.assert(
      fc.property(facts, context, (step, base) => {
        const onSam = evaluateStep({ ...step, targets: [target()] }, base);
        const unverified = evaluateStep(step, { ...base, requesterVerified: false });
        expect([onSam.effect, unverified.effect]).not.toContain('auto');
      }),
      runs,
    );
  });
});

describe('a condition on an argument of any name', () => {
  const decide = (args: Record<string, readonly string[]>, arg: string) =>
    evaluateStep(stepFacts({ args }), policyContext({ rules: [mspRule({ when: having(arg, '*') })] })).effect;

  it('meets a step that has the argument, and no other', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (arg) => {
        expect(decide(having(arg, ['Finance EU']), arg)).toBe('auto');
        expect(decide({}, arg)).toBe('approval_needed');
      }),
      { examples: INHERITED_EXAMPLES },
    );
  });
});

describe('stricter and combineDecisions', () => {
  it('cover both sides, in either order', () => {
    fc.assert(
      fc.property(facts, context, context, (step, a, b) => {
        const [then, now] = [evaluateStep(step, a), evaluateStep(step, b)];
        for (const joined of [stricter(then, now), stricter(now, then)])
          expect([covers(joined, then), covers(joined, now)]).toEqual([true, true]);
        const held = combineDecisions({ ...then, why: then.summary }, now);
        expect([covers(held, then), covers(held, now)]).toEqual([true, true]);
      }),
      runs,
    );
  });
});
