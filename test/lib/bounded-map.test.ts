// The bounded memory: it makes room for what is new by what was used longest ago, and forgets by the desk's clock.
import { expect, test } from 'vitest';
import { boundedMap, expiringMap } from '../../src/lib/bounded-map.ts';
import { ManualClock } from '../support/manual-clock.ts';

test('the one used last stays, however many others come', () => {
  const known = boundedMap<number>(3);
  known.set('kept', 1);
  for (let n = 0; n < 1000; n += 1) {
    known.set(`other ${n}`, n);
    expect(known.get('kept')).toBe(1);
  }
  expect(known.size).toBe(3);
  expect(known.get('other 0')).toBeUndefined();
});

test('what was not used makes room first', () => {
  const known = boundedMap<number>(2);
  known.set('a', 1);
  known.set('b', 2);
  known.get('a');
  known.set('c', 3);
  expect([known.get('a'), known.get('b'), known.get('c')]).toEqual([1, undefined, 3]);
});

test('names that every object has are names like others', () => {
  const known = boundedMap<number>(10);
  for (const name of ['constructor', '__proto__', 'toString']) {
    expect(known.get(name)).toBeUndefined();
    known.set(name, 1);
    expect(known.get(name)).toBe(1);
  }
});

test('an entry is forgotten after its age, by the clock of the desk', () => {
  const clock = new ManualClock();
  const known = expiringMap<string>(clock, 1000);
  known.set('a', 'one');
  clock.advance(999);
  expect(known.get('a')).toBe('one');
  clock.advance(1);
  expect(known.get('a')).toBeUndefined();
  known.set('a', 'two');
  clock.advance(999);
  expect(known.get('a')).toBe('two');
});
