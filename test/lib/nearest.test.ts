import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/lib/nearest.ts';

describe('nearest', () => {
  it.each([
    { name: 'a letter missing', word: 'polices', among: ['policies', 'people'], is: 'policies' },
    { name: 'two letters swapped', word: 'cleint', among: ['clear', 'client'], is: 'client' },
    { name: 'two letters swapped in a short word', word: 'mtach', among: ['match'], is: 'match' },
    { name: 'other case', word: 'Policies', among: ['policies'], is: 'policies' },
    { name: 'nothing near', word: 'hours', among: ['policies', 'people'], is: undefined },
    { name: 'the word itself is no suggestion', word: 'mode', among: ['mode'], is: undefined },
    { name: 'one letter', word: 'a', among: ['b', 'abc'], is: 'b' },
    { name: 'no candidates', word: 'a', among: [], is: undefined },
    { name: 'no typing mistake is that long', word: 'a'.repeat(65), among: ['a'.repeat(64)], is: undefined },
  ])('$name', ({ word, among, is }) => {
    expect(nearest(word, among)).toBe(is);
  });
});
