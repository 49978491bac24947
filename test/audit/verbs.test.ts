// The words of the log: each is said somewhere in the product, so that none stands in the list that nothing writes.
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { AUDIT_VERBS } from '../../src/audit/verbs.ts';

const product = globSync('src/**/*.ts')
  .filter((path) => path !== 'src/audit/verbs.ts')
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n');
/** Families whose verb is put together from the state that was reached. */
const REACHED = /verb: `(\w+)\.\$\{/g;
const reached = new Set([...product.matchAll(REACHED)].map((match) => match[1]));

test.each(Object.entries(AUDIT_VERBS))('%s: every verb is written by something', (family, verbs) => {
  const silent = verbs.filter(
    (verb) =>
      !product.includes(`'${family}.${verb}'`) && !(reached.has(family) && product.includes(`'${verb}'`)),
  );
  expect(silent).toEqual([]);
});
