// Decides whether the model may be asked at all after it has failed: several failures of one cause in a short time close it off for a
// while, then one run at a time tries whether it is back. Where it answers other clients meanwhile, it is closed off for the one that it
// fails alone. Holds its state in memory; a restart begins anew.
import { type Clock, MINUTE_MS } from '../lib/clock.ts';

/** For whom a failure closed the model off. */
export type ClosedFor = 'everybody' | 'client';

/** Leave for one run; exactly one of the two is called at its end. */
export interface Pass {
  succeeded(): void;
  /**
   * @param cause what kind of failure: only those of one kind are counted together
   * @returns for whom this failure closed the model off; undefined if it did not. A trial that fails keeps it closed off and is no news.
   */
  failed(cause: string): ClosedFor | undefined;
}

export interface Breaker {
  /** Undefined while the model is closed off for this client. */
  enter(clientId: string): Pass | undefined;
}

export interface BreakerLimits {
  readonly failures: number;
  readonly withinMs: number;
  readonly openMs: number;
}

interface Failure {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly clientId: string;
  readonly cause: string;
}

const LIMITS: BreakerLimits = { failures: 3, withinMs: 5 * MINUTE_MS, openMs: 2 * MINUTE_MS };

/** No client has this id. */
const EVERYBODY = '*';

export function createBreaker(clock: Clock, limits: BreakerLimits = LIMITS): Breaker {
  const now = () => clock.now().getTime();
  let failures: readonly Failure[] = [];
  /** The latest success of each client. */
  const answered = new Map<string, number>();
  /** Until when it is closed off, by client or for everybody. Milliseconds since 1970 UTC. */
  const closed = new Map<string, number>();
  const isClosed = (clientId: string) => closed.has(EVERYBODY) || closed.has(clientId);

  const trial = (clientId: string, scopes: readonly string[]): Pass => ({
    succeeded: () => {
      answered.set(clientId, now());
      failures = scopes.includes(EVERYBODY) ? [] : failures.filter((one) => one.clientId !== clientId);
      for (const scope of scopes) closed.delete(scope);
    },
    failed: () => {
      for (const scope of scopes) closed.set(scope, now() + limits.openMs);
      return undefined;
    },
  });

  const ordinary = (clientId: string): Pass => ({
    succeeded: () => {
      answered.set(clientId, now());
    },
    failed: (cause) => {
      // Runs that began before it was closed off tell nothing new.
      if (isClosed(clientId)) return undefined;
      const since = now() - limits.withinMs;
      failures = [...failures.filter(({ at }) => at > since), { at: now(), clientId, cause }];
      const alike = failures.filter((one) => one.cause === cause);
      const first = alike[0]?.at ?? now();
      const isThere = [...answered].some(([other, at]) => other !== clientId && at >= first);
      const counted = isThere ? alike.filter((one) => one.clientId === clientId) : alike;
      if (counted.length < limits.failures) return undefined;
      closed.set(isThere ? clientId : EVERYBODY, now() + limits.openMs);
      return isThere ? 'client' : 'everybody';
    },
  });

  return {
    enter: (clientId) => {
      const scopes = [EVERYBODY, clientId].filter((scope) => closed.has(scope));
      if (scopes.length === 0) return ordinary(clientId);
      if (scopes.some((scope) => now() < (closed.get(scope) ?? 0))) return undefined;
      // The next one has to wait as long again, unless this one comes back before.
      for (const scope of scopes) closed.set(scope, now() + limits.openMs);
      return trial(clientId, scopes);
    },
  };
}
