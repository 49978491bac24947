// How two values of one condition lie to each other, in both directions; that nothing wrong follows is compare-properties.test.ts.
import { expect, test } from 'vitest';
import { CONDITIONS } from '../../src/policy/conditions.ts';

test.each([
  { a: { group: 'F*' }, b: { group: 'f*', person: 'D*' }, is: 'wider', back: 'narrower' },
  { a: { person: 'D*' }, b: { group: 'F*', person: 'D*' }, is: 'wider', back: 'narrower' },
  { a: { group: 'F*' }, b: { group: 'S*' }, is: 'unknown', back: 'unknown' },
  { a: { group: 'F*' }, b: { group: 'Finance*', person: 'D*' }, is: 'unknown', back: 'unknown' },
  { a: { group: 'F*' }, b: { person: 'D*' }, is: 'unknown', back: 'unknown' },
])('when $a is $is beside $b', ({ a, b, is, back }) => {
  expect(CONDITIONS.when.relate(a, b)).toBe(is);
  expect(CONDITIONS.when.relate(b, a)).toBe(back);
});

test('a ticket has one type and a tool comes from one integration', () => {
  expect([CONDITIONS.ticket_type.relate(), CONDITIONS.integration.relate()]).toEqual([
    'excludes',
    'excludes',
  ]);
});

test.each([
  { a: { group: 'F*', person: 'D*' }, b: { person: 'd*', group: 'Ｆ*' } },
  { a: { group: ' Finance  EU ' }, b: { group: 'finance eu' } },
])('$a is spelt like $b', ({ a, b }) => {
  expect(CONDITIONS.when.spelling(a)).toBe(CONDITIONS.when.spelling(b));
});
