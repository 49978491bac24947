// Turns words into things that the client's systems know: groups, applications, licences, programs. A name that is not
// found, or that fits several, becomes a question; nothing near is taken instead.
import type { Proposal } from '../planner.ts';
import { type RecipeContext, type Settled, settled, stopped } from './recipe.ts';
import { isCommonWord } from './slots/common-words.ts';
import { type Option, pickOption } from './slots/pick-option.ts';
import { type Speech, type ThingPhrase, thingPhrases, withoutSpans } from './slots/thing-phrases.ts';
import { tokensOf } from './slots/tokens.ts';
import { choices, quote } from './words.ts';

export interface Thing {
  readonly id: string;
  readonly name: string;
}

export interface ThingSearch<T extends Thing> {
  /** Also the name of the question's slot. */
  readonly kind: string;
  readonly speech: Speech;
  readonly text: string;
  find(query: string): Promise<readonly T[]>;
  /** Ends the recipe where the thing certainly does not exist; without it, the requester is asked. */
  unknown?(name: string): Proposal;
  /** What tells two of the same name apart. */
  detail?(thing: T): string;
}

export interface FoundThings<T extends Thing> {
  /** At least one. */
  readonly things: readonly { readonly thing: T; readonly direction: ThingPhrase['direction'] }[];
  /** The message without the names that were found. */
  readonly rest: string;
}

export async function settleThings<T extends Thing>(
  context: RecipeContext,
  search: ThingSearch<T>,
): Promise<Settled<FoundThings<T>>> {
  const found: { thing: T; direction: ThingPhrase['direction']; start: number; end: number }[] = [];
  const unknown: ThingPhrase[] = [];
  for (const phrase of thingPhrases(search.text, search.speech)) {
    if (found.some(({ start, end }) => phrase.start < end && phrase.end > start)) continue;
    const hits = wholeNames(exactOrAll(await search.find(phrase.text), phrase.text), phrase);
    if (hits.length === 0) {
      unknown.push(phrase);
      continue;
    }
    const one = await oneOf(context, search, hits, `${search.kind}:${phrase.text.toLowerCase()}`);
    if (!one.ok) return one;
    found.push({ thing: one.value, direction: phrase.direction, start: phrase.start, end: phrase.end });
  }
  const lost = unknown.find(
    ({ certain, start, end }) => certain && !found.some((other) => start < other.end && end > other.start),
  );
  if (lost === undefined && found.length > 0) {
    const ordered = found.sort((a, b) => a.start - b.start);
    return settled({ things: uniqueThings(ordered), rest: withoutSpans(search.text, ordered) });
  }
  const missing = lost ?? (unknown.length === 1 ? unknown[0] : undefined);
  const asked = await askedThing(context, search, missing?.text);
  if (!asked.ok) return asked;
  const isAnswered = context.dialogue.answer(search.kind) !== undefined;
  const more = found.map(({ thing, direction }) => ({ thing, direction }));
  return settled({
    things: uniqueThings([...more, { thing: asked.value, direction: missing?.direction }]),
    // What was no thing after all may be somebody: "Team Planner. Could you give Dana a licence".
    rest: withoutName(
      withoutSpans(search.text, [...found, ...(isAnswered ? unknown : [])]),
      asked.value.name,
    ),
  });
}

/** "I still get the Treatment Rooms mails, remove me from that group": the one name that stands whole in the message. */
async function standingThing<T extends Thing>(search: ThingSearch<T>): Promise<T | undefined> {
  const text = ` ${search.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const found = new Map<string, T>();
  const tokens = tokensOf(search.text).filter(({ isWord }) => isWord);
  for (const [at, { text: word, lower }] of tokens.entries()) {
    if (lower.length < 3 || isCommonWord(lower)) continue;
    // A system that knows "Finance" need not name "Finance EU" with it.
    for (const query of [`${word} ${tokens[at + 1]?.text ?? ''}`.trim(), word])
      for (const hit of await search.find(query))
        if (text.includes(` ${hit.name.toLowerCase()} `)) found.set(hit.id, hit);
  }
  const longest = Math.max(...[...found.values()].map(({ name }) => name.length));
  const [only, ...more] = [...found.values()].filter(({ name }) => name.length === longest);
  return more.length === 0 ? only : undefined;
}

function withoutName(text: string, name: string): string {
  return text.replace(
    new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'giu'),
    (found) => ';'.repeat(found.length),
  );
}

function uniqueThings<T extends Thing>(things: readonly { thing: T; direction: ThingPhrase['direction'] }[]) {
  return things
    .filter(({ thing }, index) => things.findIndex((other) => other.thing.id === thing.id) === index)
    .map(({ thing, direction }) => ({ thing, direction }));
}

/** One of several hits, by the answer to the question that names them. */
async function oneOf<T extends Thing>(
  context: RecipeContext,
  search: ThingSearch<T>,
  hits: readonly T[],
  slot: string,
): Promise<Settled<T>> {
  const [only] = hits;
  if (only && hits.length === 1) return settled(only);
  const answer = context.dialogue.answer(slot);
  const picked = answer && pickOption(answer.text, answer.options);
  const thing = hits.find(({ id }) => id === picked?.id);
  if (thing) return settled(thing);
  const options = hits.slice(0, 6).map((hit) => toOption(search, hit));
  return stopped(
    context.dialogue.ask(slot, `Which ${search.kind} do you mean: ${choices(options)}?`, options),
  );
}

/** Nothing was found by the message: the answer to "Which group?", or the question. */
async function askedThing<T extends Thing>(
  context: RecipeContext,
  search: ThingSearch<T>,
  missing: string | undefined,
): Promise<Settled<T>> {
  const answer = context.dialogue.answer(search.kind);
  if (!answer) {
    const standing = missing === undefined ? await standingThing(search) : undefined;
    return standing ? settled(standing) : stopped(await askUnknown(context, search, missing, search.text));
  }
  const picked = pickOption(answer.text, answer.options);
  if (picked) {
    const again = (await search.find(picked.name)).find(({ id }) => id === picked.id);
    if (again) return settled(again);
  }
  const said = [
    answer.text
      .replace(/["\n]/g, ' ')
      .replace(/[.!?\s]+$/, '')
      .trim(),
    ...thingPhrases(answer.text, search.speech).map(({ text }) => text),
  ];
  for (const query of said.slice(0, 6)) {
    const hits = exactOrAll(await search.find(query), query);
    if (hits.length > 0) return oneOf(context, search, hits, search.kind);
  }
  return stopped(await askUnknown(context, search, said[0], answer.text));
}

async function askUnknown<T extends Thing>(
  context: RecipeContext,
  search: ThingSearch<T>,
  name: string | undefined,
  text: string,
) {
  const options = await near(search, name ?? text);
  // Words that only sound like a request ("install request") are no name.
  const isName = (words: string) => words.split(/\s+/).every((word) => !isCommonWord(word.toLowerCase()));
  if (search.unknown && name !== undefined && isName(name) && options.length === 0)
    return search.unknown(name);
  const lead =
    name === undefined
      ? `Which ${search.kind} do you mean?`
      : `I could not find ${/^[aeiou]/.test(search.kind) ? 'an' : 'a'} ${search.kind} called ${quote(name)}.`;
  const offer = options.length > 0 ? ` There is ${choices(options)}.` : '';
  return context.dialogue.ask(search.kind, `${lead}${offer} Please write its exact name.`, options);
}

/** Things that share a word with what was written: offered, never taken. */
async function near<T extends Thing>(search: ThingSearch<T>, text: string): Promise<readonly Option[]> {
  const found = new Map<string, Option>();
  const words = tokensOf(text).filter(
    ({ isWord, lower }) => isWord && lower.length > 2 && !isCommonWord(lower),
  );
  for (const { text: word } of words.slice(0, 4)) {
    for (const hit of await search.find(word)) found.set(hit.id, toOption(search, hit));
  }
  return [...found.values()].slice(0, 5);
}

/** Part of a name decides only where the message says that it is one: "the front" is not the group Front Desk. */
function wholeNames<T extends Thing>(hits: readonly T[], { text, certain }: ThingPhrase): readonly T[] {
  if (certain || hits.length > 1) return hits;
  const said = new Set(text.toLowerCase().split(/\s+/));
  return hits.filter(({ name }) =>
    name
      .toLowerCase()
      .split(/\s+/)
      .every((word) => said.has(word)),
  );
}

function exactOrAll<T extends Thing>(hits: readonly T[], query: string): readonly T[] {
  const exact = hits.filter(({ name }) => name.toLowerCase() === query.trim().toLowerCase());
  return exact.length === 1 ? exact : hits;
}

function toOption<T extends Thing>(search: ThingSearch<T>, thing: T): Option {
  return { id: thing.id, name: thing.name, detail: search.detail?.(thing) ?? '' };
}
