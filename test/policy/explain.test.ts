import { describe, expect, it } from 'vitest';
import { explainPolicy } from '../../src/policy/explain.ts';
import { acmeRule, mspRule, policyContext, stepFacts, target } from './policy-facts.ts';

describe('explainPolicy', () => {
  it('names the rule that holds, and why every other one lost', () => {
    const text = explainPolicy(
      stepFacts({ args: {} }),
      policyContext({
        rules: [
          acmeRule({ policy: 'approval_needed' }),
          acmeRule({ policy: 'approval_needed', manager: true, when: { group: 'Finance*' } }),
          acmeRule(),
          mspRule({ policy: 'disabled', ticket_type: 'offboarding' }),
          mspRule(),
          mspRule({ integration: 'graph', policy: 'disabled' }),
        ],
      }),
    );
    expect(text.split('\n')).toEqual([
      'add_group_member for Acme Dental needs an approval',
      '  Decided by: Rule of Acme Dental: add_group_member needs an approval',
      '  Rule of Acme Dental: add_group_member needs an approval',
      '    Rule of Acme Dental: add_group_member needs an approval and the manager\'s where group is like "Finance*" (does not apply: only where group is like "Finance*")',
      '    Rule of Acme Dental: add_group_member is auto (lost: a stricter rule holds)',
      '    Rule of the MSP (offboarding tickets): add_group_member is disabled (does not apply: only for offboarding tickets)',
      '    Rule of the MSP (graph): add_group_member is disabled (does not apply: only in graph)',
      '    Rule of the MSP: add_group_member is auto (lost: a more specific rule holds)',
      '    Default for write tools: add_group_member needs an approval (lost: a rule is set)',
      '  Always: protected accounts and groups that grant admin rights are refused',
      '  Always: aimed at anybody but the requester, or for somebody not verified, auto becomes an approval',
    ]);
  });

  it('shows a locked rule under a client rule, and the step itself', () => {
    const text = explainPolicy(
      stepFacts({ targets: [target()] }),
      policyContext({ rules: [acmeRule(), mspRule({ locked: true })] }),
    );
    expect(text.split('\n').slice(0, 6)).toEqual([
      'add_group_member for Acme Dental needs an approval',
      '  Decided by: Acts on Sam Ortiz, not on the requester: needs an approval',
      '  Rule of Acme Dental: add_group_member is auto',
      '    Locked rule of the MSP: add_group_member is auto (holds too)',
      '    Default for write tools: add_group_member needs an approval (lost: a rule is set)',
      '  Acts on Sam Ortiz, not on the requester: needs an approval',
    ]);
  });

  it('lists what each ticket type would say where nobody set it', () => {
    const text = explainPolicy(
      stepFacts(),
      policyContext({
        rules: [acmeRule(), acmeRule({ policy: 'disabled', ticket_type: 'offboarding' })],
        ticketTypeBy: 'model',
      }),
    );
    expect(text).toContain(
      '    The ticket type was not set by a person or a fixed rule: the strictest rule over all types holds\n' +
        '      Other tickets: Rule of Acme Dental: add_group_member is auto\n',
    );
    expect(text).toContain(
      '      offboarding tickets: Rule of Acme Dental (offboarding tickets): add_group_member is disabled\n',
    );
  });
});
