// Whom a clause is about: its writer, people that it names, or nobody that it says. It never takes a name for the writer, nor the
// writer for a name.
import type { GistClause, Unit } from './gist-clauses.ts';

export type Subject =
  | { readonly type: 'self' }
  | { readonly type: 'people'; readonly names: readonly string[] }
  | { readonly type: 'unsaid' }
  /** "mein … von Sam", or "ihr Passwort" with nobody named. */
  | { readonly type: 'unclear' };

/** Things that somebody has: what stands before them says whose they are. */
const OWNED = ['pw', 'account', 'mfa', 'access', 'device'];

/** @param elsewhere people that other clauses are about */
export function subjectOf({ units }: GistClause, elsewhere: readonly string[]): Subject {
  const people = peopleOf(units);
  const owner = ownerOf(units);
  const has = (name: string) => units.some(({ classes }) => classes.has(name));
  if (people.length > 0)
    return owner === 'my'
      ? { type: 'unclear' }
      : { type: 'people', names: has('myself') ? [...people, 'me'] : people };
  if (owner === 'their' || has('they') || has('kin'))
    return elsewhere.length === 1 ? { type: 'people', names: elsewhere } : { type: 'unclear' };
  if (owner === 'my' || has('me') || has('myself') || has('my') || has('writer')) return { type: 'self' };
  return { type: 'unsaid' };
}

export function peopleOf(units: readonly Unit[]): readonly string[] {
  return [...new Set(units.filter(({ kind }) => kind === 'person').map(({ raw }) => raw))];
}

/** By the nearest word of possession before a thing that is owned. */
function ownerOf(units: readonly Unit[]): 'my' | 'their' | undefined {
  for (const [at, { classes }] of units.entries()) {
    if (!OWNED.some((name) => classes.has(name))) continue;
    for (const before of units.slice(Math.max(0, at - 3), at).reverse()) {
      if (before.kind !== undefined || before.classes.has('kin')) break;
      if (before.classes.has('my')) return 'my';
      if (before.classes.has('their')) return 'their';
    }
  }
  return undefined;
}
