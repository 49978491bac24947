// Small pieces of sentences: candidates, possessives, quoted words. Used in questions, diagnoses and replies.

import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../lib/clock.ts';
import type { DirectoryPerson } from '../../ports/directory.ts';
import { isRequester, type RecipeContext } from './recipe.ts';
import type { Option } from './slots/pick-option.ts';

const MAX_QUOTE = 60;
const MAX_CHOICES = 6;

/** Somebody's own words, short and on one line. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `“${line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line}”`;
}

/** "A, B or C", each with what tells it apart. */
export function choices(options: readonly Option[]): string {
  const shown = options
    .slice(0, MAX_CHOICES)
    .map(({ name, detail }) => (detail === '' ? name : `${name} (${detail})`));
  return joinWords(shown, 'or');
}

export function joinWords(words: readonly string[], last: 'and' | 'or'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** "your" for the requester, else "Dana Reyes's". */
export function whose(context: RecipeContext, person: DirectoryPerson): string {
  return isRequester(context, person) ? 'your' : `${person.name}'s`;
}

/** "you" for the requester, else the name. */
export function who(context: RecipeContext, person: DirectoryPerson): string {
  return isRequester(context, person) ? 'you' : person.name;
}

export function personOption(person: DirectoryPerson): Option {
  return { id: person.id, name: person.name, detail: person.email };
}

/** "Dana Reyes's account is enabled and not locked". */
export function accountState(person: DirectoryPerson): string {
  const lock = person.locked ? 'locked' : 'not locked';
  return `${person.name}'s account is ${person.enabled ? 'enabled' : 'disabled'} and ${lock}`;
}

/** "3 h ago"; a time that is still to come counts as now. */
export function ago(at: number, now: Date): string {
  const ms = Math.max(0, now.getTime() - at);
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min ago`;
  return ms < 2 * DAY_MS ? `${Math.floor(ms / HOUR_MS)} h ago` : `${Math.floor(ms / DAY_MS)} days ago`;
}

export function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
