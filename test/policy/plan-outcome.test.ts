import { describe, expect, it } from 'vitest';
import { planOutcome } from '../../src/policy/plan-outcome.ts';
import type { Decision } from '../../src/policy/policy.ts';

function decision(summary: string, change: Partial<Decision> = {}): Decision {
  return { effect: 'auto', manager: false, verify: false, hard: false, summary, children: [], ...change };
}
const auto = decision('A is auto');
const gated = decision('B needs an approval', { effect: 'approval_needed' });
const dual = decision('C needs both', { effect: 'approval_needed', manager: true });
const disabled = decision('D is disabled', { effect: 'disabled', hard: true });
const verified = decision('E is auto after a proof', { verify: true });

describe('planOutcome', () => {
  it.each([
    { name: 'no steps', steps: [], is: 'auto', says: 'The plan has no steps' },
    { name: 'one auto step', steps: [auto], is: 'auto', says: 'A is auto' },
    { name: 'auto steps', steps: [auto, auto], is: 'auto', says: 'All 2 steps are auto: A is auto' },
    { name: 'one gated step alone', steps: [gated], is: 'approval_needed', says: 'B needs an approval' },
    {
      name: 'any approval holds the whole plan back',
      steps: [auto, gated, auto],
      is: 'approval_needed',
      says: '1 step needs an approval, of 3: B needs an approval',
    },
    {
      name: 'the step that needs the manager is named',
      steps: [gated, dual, verified],
      is: 'approval_needed manager verify',
      says: '2 steps need an approval, of 3: C needs both',
    },
    {
      name: 'a proof of identity alone',
      steps: [verified],
      is: 'auto verify',
      says: 'E is auto after a proof',
    },
    {
      name: 'any disabled step refuses the plan',
      steps: [auto, dual, disabled],
      is: 'disabled',
      says: 'Refused: D is disabled',
    },
  ])('$name', ({ steps, is, says }) => {
    const outcome = planOutcome(steps);
    const flags = (['manager', 'verify'] as const).filter((flag) => outcome[flag]);
    expect([[outcome.effect, ...flags].join(' '), outcome.summary]).toEqual([is, says]);
  });
});
