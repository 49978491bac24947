// The one memory with a size: when it is full, what was used longest ago makes room, so that nobody can push everybody else's
// entries out at once. With an age it forgets by the desk's clock. Never the only place of anything.
import { LRUCache } from 'lru-cache';
import type { Clock } from './clock.ts';

export interface BoundedMap<V extends NonNullable<unknown>> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  has(key: string): boolean;
  delete(key: string): void;
  clear(): void;
  readonly size: number;
}

/** @param most entries that are kept */
export function boundedMap<V extends NonNullable<unknown>>(most: number): BoundedMap<V> {
  return new LRUCache<string, V>({ max: most });
}

/**
 * @param ageMs milliseconds after which an entry is forgotten, counted from when it was set
 * @param most entries that are kept
 */
export function expiringMap<V extends NonNullable<unknown>>(
  clock: Clock,
  ageMs: number,
  most = 5000,
): BoundedMap<V> {
  const perf = { now: () => clock.now().getTime() };
  // The library forgets what is older than its limit; here an entry of exactly that age is over.
  return new LRUCache<string, V>({ max: most, ttl: ageMs - 1, ttlResolution: 0, perf });
}
