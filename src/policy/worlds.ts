// The ways in which conditions may hold together, as far as their entries know: what to try when a rule is compared, or when a
// fact is not settled. It never leaves out a way that is possible.
import type { Relation } from './conditions.ts';
import { type Limit, limitKey } from './limits.ts';

export interface World {
  /** The limits that hold, by their keys. */
  readonly held: readonly Limit[];
  /** Whether this limit, or one spelt the same, holds. */
  holds(limit: Limit): boolean;
}

/** Above these nothing is tried: for one condition, and for all of them together. */
const MOST_OF_ONE = 256;
const MOST_WORLDS = 4096;

/** First the world in which none holds. Undefined: there are too many to try. */
export function worldsOf(limits: readonly Limit[]): readonly World[] | undefined {
  let worlds: readonly (readonly Limit[])[] = [[]];
  for (const group of byCondition(limits)) {
    const ways = waysOf(group);
    if (!ways || worlds.length * ways.length > MOST_WORLDS) return undefined;
    worlds = worlds.flatMap((held) => ways.map((way) => [...held, ...way]));
  }
  return worlds.map((held) => {
    const keys = new Set(held.map(limitKey));
    return { held, holds: (limit) => keys.has(limitKey(limit)) };
  });
}

/** Values of one spelling once, in an order that does not depend on the order of the rules. */
function byCondition(limits: readonly Limit[]): readonly (readonly Limit[])[] {
  const groups = new Map<string, Map<string, Limit>>();
  const sorted = limits
    .map((limit) => ({ limit, by: `${limitKey(limit)} ${limit.condition.words(limit.value)}` }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  for (const { limit } of sorted) {
    const group = groups.get(limit.name) ?? new Map<string, Limit>();
    if (!group.has(limitKey(limit))) group.set(limitKey(limit), limit);
    groups.set(limit.name, group);
  }
  return [...groups.values()].map((group) => [...group.values()]);
}

interface Judged {
  readonly limit: Limit;
  readonly held: boolean;
}

function waysOf(limits: readonly Limit[]): readonly (readonly Limit[])[] | undefined {
  let ways: readonly (readonly Judged[])[] = [[]];
  for (const limit of limits) {
    ways = ways.flatMap((way) =>
      [false, true]
        .map((held) => ({ limit, held }))
        .filter((next) => way.every((known) => isPossible(known, next)))
        .map((next) => [...way, next]),
    );
    if (ways.length > MOST_OF_ONE) return undefined;
  }
  return ways.map((way) => way.filter(({ held }) => held).map(({ limit }) => limit));
}

function isPossible(a: Judged, b: Judged): boolean {
  const relation: Relation = a.limit.condition.relate?.(a.limit.value, b.limit.value) ?? 'unknown';
  switch (relation) {
    case 'excludes':
      return !(a.held && b.held);
    case 'narrower':
      return b.held || !a.held;
    case 'wider':
      return a.held || !b.held;
    case 'unknown':
      return true;
  }
}
