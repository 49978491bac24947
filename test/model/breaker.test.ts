import { expect, test } from 'vitest';
import { MINUTE_MS } from '../../src/lib/clock.ts';
import { createBreaker } from '../../src/model/breaker.ts';
import { ManualClock } from '../support/manual-clock.ts';

function setUp() {
  const clock = new ManualClock();
  const breaker = createBreaker(clock);
  const fail = (times: number, client = 'acme', cause = 'failed') =>
    Array.from({ length: times }, () => breaker.enter(client)?.failed(cause));
  return { clock, breaker, fail };
}

test('the third failure within five minutes closes the model off, once', () => {
  const { clock, breaker, fail } = setUp();
  const late = breaker.enter('acme');
  expect(fail(3)).toEqual([undefined, undefined, 'everybody']);
  expect(breaker.enter('acme')).toBeUndefined();
  expect(late?.failed('failed')).toBeUndefined();
  clock.advance(2 * MINUTE_MS - 1);
  expect(breaker.enter('acme')).toBeUndefined();
  clock.advance(1);
  expect(breaker.enter('acme')).toBeDefined();
});

test('failures that are further apart do not', () => {
  const { clock, breaker, fail } = setUp();
  for (let round = 0; round < 6; round += 1) {
    expect(fail(1)).toEqual([undefined]);
    clock.advance(2.5 * MINUTE_MS);
  }
  expect(breaker.enter('acme')).toBeDefined();
});

test('then one run at a time tries; its failure is no news, its success opens everything', () => {
  const { clock, breaker, fail } = setUp();
  fail(3);
  clock.advance(2 * MINUTE_MS);
  const trial = breaker.enter('acme');
  expect(breaker.enter('acme')).toBeUndefined();
  expect(trial?.failed('failed')).toBeUndefined();
  expect(breaker.enter('acme')).toBeUndefined();
  clock.advance(2 * MINUTE_MS);
  breaker.enter('acme')?.succeeded();
  expect(fail(3)).toEqual([undefined, undefined, 'everybody']);
});

test('a trial that never comes back does not keep the model closed off for ever', () => {
  const { clock, breaker, fail } = setUp();
  fail(3);
  clock.advance(2 * MINUTE_MS);
  breaker.enter('acme');
  clock.advance(2 * MINUTE_MS);
  expect(breaker.enter('acme')).toBeDefined();
});

test('a success of a run that began before does not open it', () => {
  const { breaker, fail } = setUp();
  const early = breaker.enter('acme');
  fail(3);
  early?.succeeded();
  expect(breaker.enter('acme')).toBeUndefined();
});

test('failures of different causes are not counted together', () => {
  const { breaker, fail } = setUp();
  for (const cause of ['timeout', 'busy', 'failed', 'timeout', 'busy', 'failed'])
    expect(fail(1, 'acme', cause)).toEqual([undefined]);
  expect(breaker.enter('acme')).toBeDefined();
});

test('what fails one client alone, while others are answered, closes it off for that one', () => {
  const { clock, breaker, fail } = setUp();
  fail(2, 'acme', 'timeout');
  breaker.enter('birch')?.succeeded();
  expect(fail(1, 'acme', 'timeout')).toEqual(['client']);
  expect(breaker.enter('acme')).toBeUndefined();
  expect(breaker.enter('birch')).toBeDefined();
  clock.advance(2 * MINUTE_MS);
  breaker.enter('acme')?.succeeded();
  expect(fail(2, 'acme', 'timeout')).toEqual([undefined, undefined]);
});

test('what fails two clients closes it off for everybody', () => {
  const { breaker, fail } = setUp();
  fail(2, 'acme');
  expect(fail(1, 'birch')).toEqual(['everybody']);
  expect(breaker.enter('cedar')).toBeUndefined();
});

test('an answer from before the failures does not speak for the server', () => {
  const { clock, breaker, fail } = setUp();
  breaker.enter('birch')?.succeeded();
  clock.advance(1);
  expect(fail(3)).toEqual([undefined, undefined, 'everybody']);
});
