// The clock that everything time-driven asks: what the system's promises, that the tests' keeps the same promises moved by hand,
// and what is built on both.
import { describe, expect, test } from 'vitest';
import { type Clock, systemClock } from '../../src/lib/clock.ts';
import { deadline, every, later } from '../../src/lib/timers.ts';
import { untilDeadline } from '../../src/lib/until-deadline.ts';
import { ManualClock } from '../support/manual-clock.ts';

const HOUR = 3_600_000;

/** How many timers keep this process alive now. */
const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;

describe.each([
  { name: 'the system clock', make: (): Clock => systemClock },
  { name: 'the manual clock', make: (): Clock => new ManualClock() },
])('$name', ({ make }) => {
  test('has a steady time that never goes back', () => {
    const clock = make();
    const times = Array.from({ length: 1000 }, () => clock.steady());
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  test('ends a sleep as soon as its signal aborts, and does not begin one after that', async () => {
    const clock = make();
    const ended = new AbortController();
    const slept = clock.sleep(HOUR, ended.signal);
    ended.abort();
    await slept;
    await clock.sleep(HOUR, ended.signal);
  });

  test('does not wait for what is over already', async () => {
    const clock = make();
    await clock.sleep(0);
    await clock.sleep(-5);
  });
});

test('the system clock sleeps as long as it was told, by its steady time', async () => {
  const before = systemClock.steady();
  await systemClock.sleep(15);
  // A timer may fire within the millisecond that it was set for.
  expect(systemClock.steady() - before).toBeGreaterThanOrEqual(14);
});

test.each([
  { name: 'a sleep keeps', kind: undefined, more: 1 },
  { name: 'a sleep in the background does not keep', kind: 'background' as const, more: 0 },
])('$name the process alive', ({ kind, more }) => {
  const ended = new AbortController();
  const before = timers();
  void systemClock.sleep(HOUR, ended.signal, kind);
  expect(timers() - before).toBe(more);
  ended.abort();
  expect(timers()).toBe(before);
});

describe('the manual clock', () => {
  test('moves both times together, and neither by itself', () => {
    const clock = new ManualClock(Date.parse('2026-11-23T08:00:00Z'));
    const before = clock.steady();
    clock.advance(90_000);
    expect(clock.now().toISOString()).toBe('2026-11-23T08:01:30.000Z');
    expect(clock.steady() - before).toBe(90_000);
  });

  test('wakes whoever is due, in the order of their times, and nobody else', async () => {
    const clock = new ManualClock();
    const woken: string[] = [];
    for (const [name, ms] of [
      ['late', 30],
      ['soon', 10],
      ['never', 31],
      ['middle', 20],
    ] as const)
      void clock.sleep(ms).then(() => woken.push(name));
    clock.advance(30);
    await clock.pass(0);
    expect(woken).toEqual(['soon', 'middle', 'late']);
    expect(clock.sleeping).toBe(1);
  });

  test('passes from sleeper to sleeper, each at its own time, also those who sleep again', async () => {
    const clock = new ManualClock();
    const start = clock.now().getTime();
    const seen: string[] = [];
    const note = (name: string) => seen.push(`${name} ${clock.now().getTime() - start}`);
    const stop = every(clock, 10, () => note('each 10'));
    later(clock, 15, () => note('once'));
    await clock.pass(34);
    stop();
    expect(seen).toEqual(['each 10 10', 'once 15', 'each 10 20', 'each 10 30']);
    expect(clock.now().getTime() - start).toBe(34);
    expect(clock.sleeping).toBe(0);
  });

  test('jumps over a day in one look, as a machine that was asleep', async () => {
    const clock = new ManualClock();
    let looks = 0;
    const stop = every(clock, 1000, () => {
      looks += 1;
    });
    clock.advance(24 * HOUR);
    await clock.pass(0);
    expect(looks).toBe(1);
    stop();
  });

  test('skips a short pause without moving the time of day, and no long one', async () => {
    const clock = new ManualClock();
    const today = clock.now();
    let rested = false;
    void clock.sleep(200).then(() => {
      rested = true;
    });
    void clock.sleep(2500);
    expect(await clock.skipPause(600)).toBe(true);
    expect(rested).toBe(true);
    expect(await clock.skipPause(600)).toBe(false);
    expect(clock.now()).toEqual(today);
    expect(clock.sleeping).toBe(1);
  });

  test('waits for an answer that only comes after pauses', async () => {
    const clock = new ManualClock();
    let settled = 0;
    const answer = (async () => {
      await clock.sleep(100);
      await clock.sleep(200);
      return 'answered';
    })();
    const settle = async () => {
      settled += 1;
    };
    expect(await clock.untilAnswered(answer, 600, settle)).toBe('answered');
    expect(settled).toBe(2);
    await expect(clock.untilAnswered(Promise.reject(new Error('refused')), 600, settle)).rejects.toThrow(
      'refused',
    );
  });
});

describe('by a clock', () => {
  test('what was to come later does not, once it is taken back, and leaves nothing behind', async () => {
    const clock = new ManualClock();
    let done = 0;
    const cancel = later(clock, 10, () => {
      done += 1;
    });
    later(clock, 10, () => {
      done += 1;
    });
    cancel();
    await clock.pass(10);
    expect(done).toBe(1);
    cancel();
    expect(clock.sleeping).toBe(0);
  });

  test('a deadline aborts with a TimeoutError at its time, and not before', async () => {
    const clock = new ManualClock();
    using limit = deadline(clock, 1000);
    await clock.pass(999);
    expect(limit.signal.aborted).toBe(false);
    await clock.pass(1);
    expect(limit.signal.reason).toMatchObject({ name: 'TimeoutError' });
    expect(limit.signal.reason).toBeInstanceOf(DOMException);
  });

  test('a deadline ends with the work that it was for', async () => {
    const clock = new ManualClock();
    const signalOf = () => {
      using limit = deadline(clock, 1000);
      return limit.signal;
    };
    const signal = signalOf();
    expect(clock.sleeping).toBe(0);
    await clock.pass(2000);
    expect(signal.aborted).toBe(false);
  });

  test('work that takes too long is late, and work that ends in time leaves nothing behind', async () => {
    const clock = new ManualClock();
    expect(await untilDeadline(clock, Promise.resolve('done'), 1000)).toBe('done');
    await expect(untilDeadline(clock, Promise.reject(new Error('no')), 1000)).rejects.toThrow('no');
    expect(clock.sleeping).toBe(0);
    const slow = untilDeadline(clock, new Promise(() => {}), 1000);
    await clock.pass(1000);
    expect(await slow).toBe('late');
  });
});
