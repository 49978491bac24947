// Which phrases of a message are names of this client's people and things, by its own systems. Whole names only; a person may be
// called by one part of their name. It decides nothing about whom or what was meant.
import type { Core } from '../../core.ts';
import type { NameKind, Names } from '../../languages/gist-clauses.ts';
import { errorText } from '../../lib/errors.ts';
import { deadline } from '../../lib/timers.ts';
import { createLookups, type Lookups } from '../../planning/embedded/lookups.ts';
import { foldings } from '../../planning/embedded/slots/foldings.ts';
import type { PlanningSubject } from './planning-subject.ts';
import { readsFor } from './reads-for.ts';

const LOOK_UP_MS = 10_000;

/** Empty where nothing could be looked up: then no name is known. */
export async function knownNames(
  core: Core,
  subject: Pick<PlanningSubject, 'ticket' | 'client' | 'systems' | 'requester'>,
  phrases: readonly string[],
): Promise<Names> {
  const names = new Map<string, NameKind>();
  using time = deadline(core.clock, LOOK_UP_MS);
  try {
    const look = createLookups(readsFor(core, subject, time.signal), time.signal);
    for (const phrase of phrases) {
      const isPart = [...names.keys()].some((name) => ` ${name} `.includes(` ${phrase.toLowerCase()} `));
      const kind = isPart ? undefined : await kindOf(phrase, look, subject.requester.email);
      if (kind) names.set(phrase.toLowerCase(), kind);
    }
  } catch (error) {
    core.log.warn({ ticket: subject.ticket.number, error: errorText(error) }, 'names could not be looked up');
  }
  return names;
}

async function kindOf(phrase: string, look: Lookups, writer: string): Promise<NameKind | undefined> {
  const isIt = ({ name }: { readonly name: string }) => name.toLowerCase() === phrase.toLowerCase();
  const people = (await look.findPeople(phrase)).filter(({ name }) => isPersonsName(name, phrase));
  if (people.length > 0) return people.every(({ email }) => isSame(email, writer)) ? 'writer' : 'person';
  if (/[\d-]/.test(phrase)) {
    const device = (await look.findDevices(phrase)).find(isIt);
    if (device) return /print/i.test(device.kind) ? 'printer' : 'device';
  }
  if ((await look.findGroups(phrase)).some(isIt)) return 'group';
  const software = look.isOffered('find_software') ? await look.findSoftware(phrase) : [];
  const apps = await look.findApps(phrase);
  if (apps.some(isIt)) return software.some(isIt) ? 'program' : 'app';
  if (software.some(isIt)) return 'software';
  return (await look.findLicences(phrase)).some(isIt) ? 'licence' : undefined;
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** "IT" and "Al" are parts of too many names. */
const SHORTEST_PART = 3;

function isPersonsName(name: string, phrase: string): boolean {
  if (phrase.length < SHORTEST_PART) return false;
  const parts = foldings(name).flatMap((folded) => folded.split(/[\s-]+/));
  return phrase.split(/[\s-]+/).every((word) => foldings(word).some((folded) => parts.includes(folded)));
}
