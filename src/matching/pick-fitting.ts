// Decides which of the scored triggers apply. A wrong workflow costs more than a person's look, so it abstains unless a
// score is clear; a second workflow applies only if the message names a second situation for it.
import { SITUATION_WEIGHT } from './find-concepts.ts';
import type { Reading } from './read-against.ts';

/** Measured with `bench/matching.ts`: few right scores lie below it and few wrong ones above; 1.4 to 2 do about as well. */
const THRESHOLD = 1.8;
/** Two triggers on the same words of a message both apply only if they are this close. */
const NEAR_TIE = 0.97;
/** A further situation must be about as clear as the first. */
const SECOND_SITUATION = 0.6;

/**
 * @param readings best first, of one message.
 * @returns those that apply, best first; empty: none does.
 */
export function pickFitting(readings: readonly Reading[]): readonly Reading[] {
  const clear = readings.filter((reading) => reading.score >= THRESHOLD);
  const best = clear[0];
  if (!best) return [];
  const picked: Reading[] = [];
  for (const reading of clear) {
    if (isNearTie(reading, best) || namesAnother(reading, picked, best)) picked.push(reading);
  }
  return clientsOwnFirst(picked, clear);
}

function isNearTie(reading: Reading, best: Reading): boolean {
  return reading.score >= best.score * NEAR_TIE;
}

function namesAnother(reading: Reading, picked: readonly Reading[], best: Reading): boolean {
  if (reading.score < best.score * SECOND_SITUATION) return false;
  const taken = picked.flatMap((other) => other.concepts);
  return reading.concepts.some(
    (hit) =>
      hit.weight >= SITUATION_WEIGHT &&
      hit.spans.some((span) =>
        taken.every((other) => other.spans.every(({ start, end }) => span.end < start || end < span.start)),
      ),
  );
}

/** A client's workflow stands in for the shared one of the same title, if its trigger fits too; else the shared one stays. */
function clientsOwnFirst(picked: readonly Reading[], clear: readonly Reading[]): readonly Reading[] {
  const own = byTitle(clear.filter((reading) => !isShared(reading) && reading.meetsTrigger));
  const shared = byTitle(clear.filter(isShared));
  const kept = picked.map((reading) => {
    const replacement = isShared(reading) ? own : reading.meetsTrigger ? undefined : shared;
    return replacement?.get(titleKey(reading)) ?? reading;
  });
  return [...new Set(kept)];
}

/** The best reading of each title. */
function byTitle(readings: readonly Reading[]): ReadonlyMap<string, Reading> {
  return new Map([...readings].reverse().map((reading) => [titleKey(reading), reading]));
}

function isShared({ indexed }: Reading): boolean {
  return (indexed.trigger.scope ?? 'shared') === 'shared';
}

function titleKey({ indexed }: Reading): string {
  return indexed.trigger.title.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
