import { expect, test } from 'vitest';
import { MINUTE_MS } from '../../src/lib/clock.ts';
import { createBreaker } from '../../src/model/breaker.ts';
import { ManualClock } from '../support/manual-clock.ts';

function setUp() {
  const clock = new ManualClock();
  const breaker = createBreaker(clock);
  const fail = (times: number) => Array.from({ length: times }, () => breaker.enter()?.failed());
  return { clock, breaker, fail };
}

test('the third failure within five minutes closes the model off, once', () => {
  const { clock, breaker, fail } = setUp();
  const late = breaker.enter();
  expect(fail(3)).toEqual([false, false, true]);
  expect(breaker.enter()).toBeUndefined();
  expect(late?.failed()).toBe(false);
  clock.advance(2 * MINUTE_MS - 1);
  expect(breaker.enter()).toBeUndefined();
  clock.advance(1);
  expect(breaker.enter()).toBeDefined();
});

test('failures that are further apart do not', () => {
  const { clock, breaker, fail } = setUp();
  for (let round = 0; round < 6; round += 1) {
    expect(fail(1)).toEqual([false]);
    clock.advance(2.5 * MINUTE_MS);
  }
  expect(breaker.enter()).toBeDefined();
});

test('then one run at a time tries; its failure is no news, its success opens everything', () => {
  const { clock, breaker, fail } = setUp();
  fail(3);
  clock.advance(2 * MINUTE_MS);
  const trial = breaker.enter();
  expect(breaker.enter()).toBeUndefined();
  expect(trial?.failed()).toBe(false);
  expect(breaker.enter()).toBeUndefined();
  clock.advance(2 * MINUTE_MS);
  breaker.enter()?.succeeded();
  expect(fail(3)).toEqual([false, false, true]);
});

test('a trial that never comes back does not keep the model closed off for ever', () => {
  const { clock, breaker, fail } = setUp();
  fail(3);
  clock.advance(2 * MINUTE_MS);
  breaker.enter();
  clock.advance(2 * MINUTE_MS);
  expect(breaker.enter()).toBeDefined();
});

test('a success of a run that began before does not open it', () => {
  const { breaker, fail } = setUp();
  const early = breaker.enter();
  fail(3);
  early?.succeeded();
  expect(breaker.enter()).toBeUndefined();
});
