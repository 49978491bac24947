// Finds the frame that one clause fills: the one that accounts for most of it. What fills none is small talk, not understood, or
// against any deed at all.
import type { GistClause, NameKind, Unit } from './gist-clauses.ts';
import { type Frame, type GistLanguage, type GistRules, GUARDS } from './gist-words.ts';

/**
 * `small`: it speaks of no deed. `unread`: it may, and is not understood. `against`: it asks, tells what was done or says what is not
 * to be done, and so may turn the rest round.
 */
export type ClauseReading = Frame | 'small' | 'unread' | 'against';

/** Persons and devices may stand in any frame. */
const OF_ANY: readonly NameKind[] = ['person', 'device'];

export function readGistClause(
  clause: GistClause,
  { asks, invites, topics, complaints }: GistLanguage,
  { frames }: GistRules,
): ClauseReading {
  const { units, isQuestion } = clause;
  const folded = `${foldedText(units)}${isQuestion ? ' ?' : ''}`;
  if (asks.test(folded)) return 'against';
  const classes = new Set(invites.test(folded) ? [...classesIn(units), 'can'] : classesIn(units));
  const things = units.flatMap(({ kind }) => (kind && !OF_ANY.includes(kind) ? [kindsOf(kind)] : []));
  const isPolite = ['can', 'need', 'please'].some((name) => classes.has(name));
  // A word that is not known may turn a sentence round, unless it says outright that it asks.
  const isUnknown = units.some(
    (unit, at) => isOpen(unit) && !(isPolite ? isHarmless(units, at) : isAround(units, at)),
  );
  const fits = frames.filter(
    ({ needs, bars, admits, mood }) =>
      needs.every((choices) => choices.some((name) => classes.has(name))) &&
      !bars.some((name) => classes.has(name)) &&
      GUARDS.every((guard) => !classes.has(guard) || admits.has(guard)) &&
      things.every((kinds) => kinds.some((kind) => admits.has(kind))) &&
      (!isUnknown || admits.has('*')) &&
      (mood === 'state' || !isQuestion || isPolite),
  );
  const most = Math.max(...fits.map(({ needs }) => needs.length));
  const [best, ...others] = fits.filter(({ needs }) => needs.length === most);
  if (best) return others.every(({ deed }) => deed === best.deed) ? best : 'unread';
  const isTelling = things.length > 0 || [...classes].some((name) => topics.has(name));
  const isComplaint =
    !classes.has('want') && !classes.has('please') && [...classes].some((name) => complaints.has(name));
  if (classes.has('done') && isTelling) return 'against';
  if ((classes.has('no') || classes.has('without')) && !isComplaint)
    return isTelling || !hasContent(units) ? 'against' : 'small';
  // "I can't get into my account": what follows from a password that is gone.
  const isOutcome = classes.has('no') && isComplaint && things.length === 0;
  return isTelling && !isOutcome ? 'unread' : 'small';
}

function isOpen({ type, classes, kind }: Unit): boolean {
  return kind === 'stranger' || (type === 'word' && classes.size === 0);
}

/** An unknown word that names nobody and says of no thing whose or what it is. */
function isHarmless(units: readonly Unit[], at: number): boolean {
  const [unit, before, after] = [units[at], units[at - 1], units[at + 1]];
  const led = before?.classes.has('art') ? units[at - 2] : before;
  const has = (other: Unit | undefined, ...names: readonly string[]) =>
    names.some((name) => other?.classes.has(name) === true);
  if (has(led, 'belong') || has(before, 'belong') || has(after, 'pw', 'account', 'mfa', 'access'))
    return false;
  if (before?.kind === 'person' || after?.kind === 'person' || has(before, 'and') || has(after, 'and'))
    return false;
  const isCapital = /^\p{Lu}/u.test(unit?.raw ?? '');
  return !isCapital || at === 0 || isAround(units, at);
}

/** "Nach der Mittagspause": when or why. */
function isAround(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  const led = before?.classes.has('art') ? units[at - 2] : before;
  return led?.classes.has('around') === true && units[at]?.kind !== 'stranger';
}

/** "Bitte nicht", "das will ich nicht": it denies what stands before it. */
const EMPTY = ['small', 'me', 'my', 'their', 'please', 'want', 'can', 'art', 'they', 'no', 'need'];

function hasContent(units: readonly Unit[]): boolean {
  return units.some(
    ({ classes, kind, type }) =>
      kind !== undefined || (type === 'word' && !EMPTY.some((name) => classes.has(name))),
  );
}

export function foldedText(units: readonly Unit[]): string {
  return units.map(({ key, kind }) => (kind ? `#${kind}` : key)).join(' ');
}

function kindsOf(kind: NameKind): readonly string[] {
  return kind === 'program' ? ['#app', '#software'] : [`#${kind}`];
}

/** The classes of all units; of a name, its kind. */
export function classesIn(units: readonly Unit[]): ReadonlySet<string> {
  return new Set(
    units.flatMap(({ classes, kind, type }) => [
      ...classes,
      ...(kind ? kindsOf(kind) : []),
      ...(type === 'time' ? ['time'] : []),
    ]),
  );
}
