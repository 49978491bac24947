// A clock that moves only when a test says so, and wakes whoever sleeps by it. There are three ways to move it:
// `advance` jumps, as for a machine that was asleep, so a story's day costs nothing and each regular look happens once;
// `pass` goes from sleeper to sleeper and lets each do its work, for tests that measure pauses;
// `skipPause` ends the next short pause and leaves the time of day alone, for helpers that wait for an answer over a real
// socket while the desk pauses: a story's dates stay exact. Nothing moves by itself, so a deadline cannot come too early.
import { DemoClock } from '../../src/demo/demo-clock.ts';
import { Bell } from '../../src/lib/bell.ts';

export class ManualClock extends DemoClock {
  readonly #asleep = new Bell();

  /** How many sleep by this clock now. */
  get sleeping(): number {
    return this.sleepers().length;
  }

  /** Time passes from sleeper to sleeper. @param ms milliseconds */
  async pass(ms: number): Promise<void> {
    await settled();
    const end = this.steady() + ms;
    for (;;) {
      const next = this.sleepers()[0]?.dueAt ?? end;
      this.advance(Math.max(0, Math.min(next, end) - this.steady()));
      await settled();
      const more = this.sleepers()[0];
      if (this.steady() >= end && (more === undefined || more.dueAt > end)) return;
    }
  }

  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    const slept = super.sleep(ms, signal);
    this.#asleep.ring();
    return slept;
  }

  /**
   * Waits for an answer over a real socket while the desk may pause: as soon as it does, `settle` brings the rest of the desk
   * to rest, and a pause of at most `ms` milliseconds that still stands in the way is skipped.
   */
  async untilAnswered<T>(answer: Promise<T>, ms: number, settle = async () => {}): Promise<T> {
    let answered = false;
    const end = () => {
      answered = true;
    };
    const seen = answer.then(end, end);
    while (!answered) {
      if (this.#pausesWithin(ms)) await Promise.race([seen, settle()]);
      if (!answered && !(await this.skipPause(ms))) await Promise.race([seen, this.#asleep.rung()]);
    }
    return answer;
  }

  /** Ends the next pause if it is over within `ms` milliseconds. @returns whether one was */
  async skipPause(ms: number): Promise<boolean> {
    const next = this.sleepers()[0];
    if (next === undefined || !this.#pausesWithin(ms)) return false;
    this.advanceSteady(Math.max(0, next.dueAt - this.steady()));
    await settled();
    return true;
  }

  #pausesWithin(ms: number): boolean {
    const next = this.sleepers()[0];
    return next !== undefined && next.dueAt <= this.steady() + ms;
  }
}

/** Promise reactions have run, and what they had the database commit. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
