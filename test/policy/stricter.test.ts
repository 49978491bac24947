import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/policy/policy.ts';
import { combineDecisions, stricter } from '../../src/policy/stricter.ts';

function decision(summary: string, change: Partial<Decision> = {}): Decision {
  return { effect: 'auto', manager: false, verify: false, hard: false, summary, children: [], ...change };
}

describe('stricter', () => {
  it.each([
    { name: 'the same twice: the first', a: decision('a'), b: decision('b'), says: 'a' },
    {
      name: 'approval over auto',
      a: decision('a'),
      b: decision('b', { effect: 'approval_needed' }),
      says: 'b',
    },
    {
      name: 'a hard limit over a rule that says the same',
      a: decision('a', { effect: 'disabled' }),
      b: decision('b', { effect: 'disabled', hard: true }),
      says: 'b',
    },
    {
      name: 'each asks for something else: both',
      a: decision('a', { effect: 'approval_needed', manager: true }),
      b: decision('b', { verify: true }),
      says: 'a; b',
    },
  ])('$name', ({ a, b, says }) => {
    expect(stricter(a, b).summary).toBe(says);
  });
});

describe('combineDecisions', () => {
  const stored = { effect: 'approval_needed', manager: true, verify: false, why: 'Rule of then' } as const;

  it('keeps the manager that a later rule dropped, and shows both', () => {
    const held = combineDecisions(stored, decision('Rule of now', { effect: 'approval_needed' }));
    expect(held).toMatchObject({ effect: 'approval_needed', manager: true, summary: 'Rule of then' });
    expect(held.children.map(({ summary }) => summary)).toEqual([
      'When the plan was made: Rule of then',
      'Now: Rule of now',
    ]);
  });

  it('stops a tool that was disabled after the approval', () => {
    const held = combineDecisions(stored, decision('Rule of now', { effect: 'disabled', hard: true }));
    expect(held).toMatchObject({ effect: 'disabled', hard: true, summary: 'Rule of now' });
  });
});
