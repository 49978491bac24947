import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from '../../src/policy/glob.ts';

describe('matchesGlob', () => {
  it.each([
    { name: 'equal', pattern: 'Sales', text: 'sales', fits: true },
    { name: 'without a star the whole text counts', pattern: 'Sales', text: 'Sales EU', fits: false },
    { name: 'tail', pattern: 'Sales*', text: 'Sales EU', fits: true },
    { name: 'head', pattern: '*EU', text: 'Sales EU', fits: true },
    { name: 'middle', pattern: 'S*s*EU', text: 'Sales EU', fits: true },
    { name: 'anything', pattern: '*', text: '', fits: true },
    { name: 'two stars', pattern: '**', text: 'x', fits: true },
    { name: 'head and tail may not share a letter', pattern: 'ab*ba', text: 'aba', fits: false },
    { name: 'pieces in order', pattern: '*b*a*', text: 'ab', fits: false },
    { name: 'a piece may not reach into the tail', pattern: '*ab*b', text: 'ab', fits: false },
    { name: 'a dot is a dot', pattern: 'a.c', text: 'abc', fits: false },
    { name: 'a question mark is a question mark', pattern: 'a?c', text: 'abc', fits: false },
    { name: 'compatibility letters', pattern: 'finance*', text: 'ﬁnance EU', fits: true },
    {
      name: 'white space of any width',
      pattern: 'domain admins',
      text: 'Domain\u00a0\u2003Admins',
      fits: true,
    },
    { name: 'a soft hyphen hides nothing', pattern: 'domain*', text: 'do\u00admain', fits: true },
    { name: 'an empty pattern fits the empty text only', pattern: '', text: 'x', fits: false },
  ])('$name', ({ pattern, text, fits }) => {
    expect(matchesGlob(pattern, text)).toBe(fits);
  });

  it('agrees with a regular expression', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '*'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 });
    fc.assert(
      fc.property(piece, text, (pattern, subject) => {
        const same = new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(subject);
        expect(matchesGlob(pattern, subject)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers on a pattern that makes backtracking matchers hang', () => {
    expect(matchesGlob(`${'a*'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false);
  });
});
