// How often a model is asked for one ticket and for one person: a flood of messages, or a planner that asks and asks, ends
// in the embedded planner. In memory: after a start everybody begins anew.
import { boundedMap } from '../lib/bounded-map.ts';
import { type Clock, HOUR_MS } from '../lib/clock.ts';

const PER_PERSON = 60;
const PER_TICKET = 12;
const MOST_KEYS = 10_000;

export interface Pace {
  /** Counts a run and says whether it may ask the model: 60 runs an hour for a person, 12 for a ticket. */
  mayAsk(run: { readonly ticketId: string; readonly requester: string }): boolean;
}

export function createPace(clock: Clock): Pace {
  const runs = boundedMap<readonly number[]>(MOST_KEYS);
  const within = (key: string, limit: number): boolean => {
    const now = clock.now().getTime();
    const recent = (runs.get(key) ?? []).filter((at) => now - at < HOUR_MS);
    if (recent.length >= limit) return false;
    runs.set(key, [...recent, now]);
    return true;
  };
  return {
    mayAsk: ({ ticketId, requester }) =>
      within(`ticket ${ticketId}`, PER_TICKET) && within(`person ${requester}`, PER_PERSON),
  };
}
