// Judges recent sign-ins by rules that are written here and nowhere else. It looks at places, outcomes and times; what a
// person says about them is one input more.

import { DAY_MS, HOUR_MS } from '../../lib/clock.ts';
import type { SignIn } from '../../ports/directory.ts';

export interface Judgement {
  readonly verdict: 'benign' | 'suspicious' | 'compromised' | 'unknown';
  /** Why, in whole sentences without a full stop. */
  readonly why: string;
}

/** Only sign-ins of the last two days are judged; older ones say what is usual. */
const RECENT_MS = 2 * DAY_MS;
/** So many MFA prompts refused within an hour are a burst: somebody else has the password. */
const BURST = 3;
const BURST_MS = HOUR_MS;
/** Two successes in different places closer than this need a plane that does not exist. */
const TRAVEL_MS = 2 * HOUR_MS;
const MANY_FAILURES = 5;

/**
 * A place is new if no success came from there before it, and another place is known.
 * - compromised: a success from a new place, together with one of: a refused or failed attempt from the same place in the day
 *   before, a burst of refused MFA prompts, a success elsewhere within two hours, the person denies it.
 * - suspicious: a success from a new place alone, a burst alone, five failures from a new place, or the person denies a sign-in.
 * - benign: none of these. unknown: nothing recent to judge.
 */
export function judgeSignIns(signIns: readonly SignIn[], now: Date, deniedByPerson: boolean): Judgement {
  const sorted = [...signIns].sort((a, b) => a.at - b.at);
  const recent = sorted.filter(({ at }) => now.getTime() - at <= RECENT_MS);
  if (recent.length === 0) return { verdict: 'unknown', why: 'No sign-in of the last two days is recorded' };
  const foreign = recent.find((entry) => entry.outcome === 'success' && isNew(entry, sorted));
  const burst = hasBurst(recent);
  if (foreign) {
    const sign = secondSign(foreign, sorted, burst, deniedByPerson);
    const what = `A sign-in from ${foreign.place} succeeded, where none succeeded before`;
    return sign ? { verdict: 'compromised', why: `${what}, ${sign}` } : { verdict: 'suspicious', why: what };
  }
  if (burst)
    return { verdict: 'suspicious', why: `${BURST} or more MFA prompts were refused within an hour` };
  const failing = failuresFromNewPlace(recent, sorted);
  if (failing) return { verdict: 'suspicious', why: `Repeated failed attempts came from ${failing}` };
  if (deniedByPerson) {
    return {
      verdict: 'suspicious',
      why: 'The person says that a sign-in was not theirs; the records show none from a new place',
    };
  }
  const places = [...new Set(recent.map(({ place }) => place))].join(', ');
  return {
    verdict: 'benign',
    why: `All ${recent.length} sign-ins of the last two days came from ${places}, as usual`,
  };
}

function isNew(entry: SignIn, sorted: readonly SignIn[]): boolean {
  const successes = sorted.filter((other) => other !== entry && other.outcome === 'success');
  const knownBefore = successes.some(({ at, place }) => at < entry.at && place === entry.place);
  return !knownBefore && successes.some(({ at, place }) => at < entry.at && place !== entry.place);
}

function secondSign(
  foreign: SignIn,
  sorted: readonly SignIn[],
  burst: boolean,
  deniedByPerson: boolean,
): string | undefined {
  if (deniedByPerson) return 'and the person says that it was not theirs';
  const tried = sorted.some(
    ({ at, place, outcome }) =>
      outcome !== 'success' && place === foreign.place && at <= foreign.at && foreign.at - at <= DAY_MS,
  );
  if (tried) return 'after refused or failed attempts from there';
  if (burst) return 'after a burst of refused MFA prompts';
  const elsewhere = sorted.find(
    ({ at, place, outcome }) =>
      outcome === 'success' && place !== foreign.place && Math.abs(at - foreign.at) <= TRAVEL_MS,
  );
  return elsewhere && `within two hours of one from ${elsewhere.place}`;
}

function hasBurst(recent: readonly SignIn[]): boolean {
  const denied = recent.filter(({ outcome }) => outcome === 'mfa_denied');
  return denied.some((first, index) => {
    const last = denied[index + BURST - 1];
    return last !== undefined && last.at - first.at <= BURST_MS;
  });
}

function failuresFromNewPlace(recent: readonly SignIn[], sorted: readonly SignIn[]): string | undefined {
  const usual = new Set(sorted.filter(({ outcome }) => outcome === 'success').map(({ place }) => place));
  const failed = recent.filter(({ outcome, place }) => outcome !== 'success' && !usual.has(place));
  return failed.find(({ place }) => failed.filter((other) => other.place === place).length >= MANY_FAILURES)
    ?.place;
}
