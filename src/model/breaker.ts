// Decides whether the model may be asked at all after it has failed: several failures in a short time close it off for a
// while, then one run at a time tries whether it is back. Holds its state in memory; a restart begins anew.
import { type Clock, MINUTE_MS } from '../lib/clock.ts';

/** Leave for one run; exactly one of the two is called at its end. */
export interface Pass {
  succeeded(): void;
  /** True if it was this failure that closed the model off; a trial that fails keeps it closed off and is no news. */
  failed(): boolean;
}

export interface Breaker {
  /** Undefined while the model is closed off. */
  enter(): Pass | undefined;
}

export interface BreakerLimits {
  readonly failures: number;
  readonly withinMs: number;
  readonly openMs: number;
}

const LIMITS: BreakerLimits = { failures: 3, withinMs: 5 * MINUTE_MS, openMs: 2 * MINUTE_MS };

export function createBreaker(clock: Clock, limits: BreakerLimits = LIMITS): Breaker {
  const now = () => clock.now().getTime();
  let failures: readonly number[] = [];
  /** Undefined: not closed off. Milliseconds since 1970 UTC. */
  let openUntil: number | undefined;

  const trial: Pass = {
    succeeded: () => {
      failures = [];
      openUntil = undefined;
    },
    failed: () => {
      openUntil = now() + limits.openMs;
      return false;
    },
  };
  const ordinary: Pass = {
    succeeded: () => {},
    failed: () => {
      // Runs that began before it was closed off tell nothing new.
      if (openUntil !== undefined) return false;
      const since = now() - limits.withinMs;
      failures = [...failures.filter((at) => at > since), now()];
      if (failures.length < limits.failures) return false;
      openUntil = now() + limits.openMs;
      return true;
    },
  };

  return {
    enter: () => {
      if (openUntil === undefined) return ordinary;
      if (now() < openUntil) return undefined;
      // The next one has to wait as long again, unless this one comes back before.
      openUntil = now() + limits.openMs;
      return trial;
    },
  };
}
