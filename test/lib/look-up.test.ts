import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookUp } from '../../src/lib/look-up.ts';
import { having, INHERITED_EXAMPLES } from '../support/inherited-names.ts';

test('finds what stands in the record under any name, and nothing else', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(lookUp({}, name)).toBeUndefined();
      expect(lookUp(having(`${name}s`, 'other'), name)).toBeUndefined();
      expect(lookUp(having(name, 'own'), name)).toBe('own');
    }),
    { examples: INHERITED_EXAMPLES },
  );
});
