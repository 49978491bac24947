// The gist of a message in another language: which deed its clauses ask for, as English sentences. It is for messages that no phrase
// book understands whole, and what it finds is never certain. A clause that asks is known word by word; the others may be said in
// any words, but hold nothing that denies, takes back, looks back or speaks of another system.
import { type Book, bookOf, sentencesOf } from './book.ts';
import { ENGLISH_GIST } from './english/gist.ts';
import { FRENCH_GIST } from './french/gist.ts';
import { GERMAN_GIST } from './german/gist.ts';
import { type GistClause, gistClauses, type Names, type Unit, withoutGenitive } from './gist-clauses.ts';
import { type ClauseReading, classesIn, foldedText, readGistClause } from './gist-frames.ts';
import { type Asked, sayAll } from './gist-sense.ts';
import { peopleOf, subjectOf } from './gist-subject.ts';
import { compileGist, type Frame, type GistLanguage, type GistRules } from './gist-words.ts';
import type { Word } from './split-message.ts';

const LANGUAGES: ReadonlyMap<string, GistLanguage> = new Map([
  ['en', ENGLISH_GIST],
  ['de', GERMAN_GIST],
  ['fr', FRENCH_GIST],
]);
const compiled = new Map<string, GistRules>();

/** `alarm`: it tells of what looks like an attack, and nothing else of it counts. */
export type Gist =
  | {
      readonly type: 'wish';
      readonly text: string;
      /** The same with nouns for names: what workflows are matched with. */
      readonly topic: string;
    }
  | { readonly type: 'alarm' };

/**
 * @param code ISO 639 code of the language
 * @param names the client's people and things that the message names, see {@link phrasesToLookUp}
 * @returns undefined where no deed is understood
 */
export function gistOf(text: string, code: string, names: Names): Gist | undefined {
  const [book, language] = [bookOf(code), LANGUAGES.get(code)];
  if (!book || !language) return undefined;
  const rules = rulesOf(code, language);
  const clauses = gistClauses(spelled(text, language), book, language, rules, names);
  if (!clauses || clauses.length === 0) return undefined;
  const folded = clauses.map(({ units }) => foldedText(units)).join(' , ');
  if (language.alarms.test(folded)) return { type: 'alarm' };
  if (language.stops.test(folded)) return undefined;
  const spoken = withoutAddressees(clauses);
  const asked = readAll(spoken, language, rules);
  const said = asked && sayAll(asked, spoken);
  return said && { type: 'wish', ...said };
}

/** Parts of a message that may name a person or a thing of the client, longest first within each place; at most twenty. */
export function phrasesToLookUp(text: string, code: string): readonly string[] {
  const [book, language] = [bookOf(code), LANGUAGES.get(code)];
  if (!book || !language) return [];
  const found = (sentencesOf(spelled(text, language), book) ?? []).flatMap(({ words }) =>
    namesIn(words, book, rulesOf(code, language)),
  );
  const phrases = [...new Set(found.flatMap((phrase) => [phrase, withoutGenitive(phrase)]))];
  const [capital, small] = [
    phrases.filter((one) => /\p{Lu}|\d/u.test(one)),
    phrases.filter((one) => !/\p{Lu}|\d/u.test(one)),
  ];
  return [...capital, ...small].slice(0, MOST_PHRASES);
}

const MOST_PHRASES = 20;
const MOST_NAME_WORDS = 4;

function spelled(text: string, { spellings }: GistLanguage): string {
  const plain = text.replace(/[’‘ʼ`´]/g, "'").trim();
  return spellings.reduce(
    (rest, [from, to]) => (typeof to === 'string' ? rest.replace(from, to) : rest.replace(from, to)),
    asSentence(plain),
  );
}

const FIELD = /^[ \t]*[\p{L}][\p{L} /-]{1,30}:[ \t]*\S/gmu;

/** A form, "Application: Ledger" under "User: Dana", is one sentence; its reasons are nobody's wish. */
function asSentence(text: string): string {
  if ((text.match(FIELD) ?? []).length < 2) return text;
  return text
    .split(/\n+/)
    .filter(
      (line) =>
        !/^\s*(?:reasons?|why|comment|begründung|grund|bemerkung|motif|raison|commentaire)\b/iu.test(line),
    )
    .map((line) => line.replace(/[:;,.]+(?=\s|$)/gu, ' ').trim())
    .join(' ');
}

function rulesOf(code: string, language: GistLanguage): GistRules {
  const rules = compiled.get(code) ?? compileGist(language);
  compiled.set(code, rules);
  return rules;
}

/**
 * Every stretch of words that the language does not know, each part of it, and the whole with one neighbour that it knows: "Front Desk",
 * "team planner".
 */
function namesIn(words: readonly Word[], { language }: Book, { classesOf }: GistRules): readonly string[] {
  const isKnown = ({ key }: Word) => classesOf(key).size > 0;
  const isOpen = (word: Word) =>
    word.kind === 'quote' ||
    word.kind === 'code' ||
    (word.kind === 'word' &&
      !language.months.has(word.key) &&
      (!isKnown(word) || (/^\p{Lu}/u.test(word.raw) && language.inNames.has(word.key))));
  const found: (readonly Word[])[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let end = at;
    while (end < words.length && end - at < MOST_NAME_WORDS && isOpen(words[end] as Word)) end += 1;
    if (end === at) continue;
    for (let to = end; to > at; to -= 1) found.push(words.slice(at, to));
    const [before, after] = [words[at - 1], words[end]];
    if (after?.kind === 'word' && isKnown(after)) found.push(words.slice(at, end + 1));
    if (before?.kind === 'word' && isKnown(before)) found.push(words.slice(at - 1, end));
  }
  return found
    .map((part) => part.map(({ raw }) => raw.replace(/^["„“«]\s*|\s*["”“»]$/gu, '')).join(' '))
    .sort((one, other) => other.split(' ').length - one.split(' ').length);
}

/** "Hallo Tina" and "Gruß, Dana" name nobody whom the message is about. */
function withoutAddressees(clauses: readonly GistClause[]): readonly GistClause[] {
  let isSigned = false;
  return clauses.flatMap((clause, place): readonly GistClause[] => {
    const isNames = clause.units.every(
      ({ kind, raw, classes }) => kind === 'person' || (classes.size === 0 && /^\p{Lu}/u.test(raw)),
    );
    if (isNames && clause.units.length <= 4 && (isSigned || place === clauses.length - 1)) return [];
    let isAddressed = false;
    const units = clause.units.filter(({ kind, classes, raw }) => {
      if (classes.has('bye')) isSigned = true;
      if (classes.has('hello') || classes.has('bye')) isAddressed = true;
      else if (!(kind === 'person' || classes.has('title') || (classes.size === 0 && /^\p{Lu}/u.test(raw))))
        isAddressed = false;
      return !isAddressed;
    });
    return units.length === 0 ? [] : [{ ...clause, units }];
  });
}

/** What all clauses of a message say together; see {@link readGistClause} for one. */
function readAll(
  clauses: readonly GistClause[],
  language: GistLanguage,
  rules: GistRules,
): readonly Asked[] | undefined {
  const read = clauses.map((clause) => ({ clause, reading: readGistClause(clause, language, rules) }));
  if (read.some(({ reading }) => reading === 'against')) return undefined;
  const hire = newHire(clauses, rules);
  if (hire) return [hire];
  const asked: Asked[] = [];
  const givers = new Map<GistClause, string>();
  let unread = 0;
  for (const { clause, reading } of read) {
    const own = isFrame(reading) ? { clause, frame: reading } : undefined;
    const lent = withThing(clause, clauses, language, rules);
    // "Könnt ihr mir einen Zugang geben?" is about the application of the sentence before.
    const found = lent && lent.frame.needs.length > (own?.frame.needs.length ?? 0) ? lent : own;
    if (!found) {
      if (reading === 'unread') unread += 1;
      continue;
    }
    const elsewhere = peopleOf(clauses.flatMap((other) => (other === clause ? [] : other.units)));
    if (isSupposed(clause, clauses)) return undefined;
    if (found === lent) givers.set(lent.giver, lent.frame.deed);
    asked.push({ ...found, from: clause, subject: subjectOf(found.clause, elsewhere) });
  }
  // "There are licences of Ledger. I'd like one for Nina": what is wished of a thing counts, not how it was brought up.
  const told = asked.filter(({ from, frame }) => givers.get(from) !== frame.deed);
  // Beside a wish that is understood the rest may be said in any words; a complaint has to be the whole message.
  return unread === 0 || told.some(({ frame }) => frame.mood !== 'state') ? told : undefined;
}

function isFrame(reading: ClauseReading): reading is Frame {
  return typeof reading !== 'string';
}

/** "Wenn … vergesse, setzt ihr …": the sentence supposes. */
function isSupposed({ sentence }: GistClause, clauses: readonly GistClause[]): boolean {
  return clauses.some(
    (other) => other.sentence === sentence && other.units.some(({ classes }) => classes.has('if')),
  );
}

/** "Zoom fehlt auf LT-SAM. Bitte installieren": a deed whose thing another clause names, if only one does. */
function withThing(
  clause: GistClause,
  clauses: readonly GistClause[],
  language: GistLanguage,
  rules: GistRules,
): (Pick<Asked, 'clause' | 'frame'> & { readonly giver: GistClause }) | undefined {
  const isThing = ({ kind }: Unit) =>
    kind !== undefined && kind !== 'person' && kind !== 'device' && kind !== 'stranger';
  if (clause.units.some((unit) => isThing(unit) || unit.classes.has('says'))) return undefined;
  const [giver, ...others] = clauses.filter((other) => other.units.some(isThing));
  if (!giver || others.length > 0 || classesIn(giver.units).has('done')) return undefined;
  const isForOthers = peopleOf(clause.units).length > 0;
  const lent = giver.units.filter(
    ({ kind, classes }) =>
      kind !== undefined ||
      (!isForOthers && (classes.has('my') || classes.has('me'))) ||
      classes.has('access') ||
      classes.has('group'),
  );
  const joined = { ...clause, units: [...lent, ...clause.units] };
  const frame = readGistClause(joined, language, rules);
  return isFrame(frame) && frame.mood === 'wish' ? { clause: joined, frame, giver } : undefined;
}

/** Somebody new is told of in several clauses: name, day, what they need. */
function newHire(clauses: readonly GistClause[], { frames }: GistRules): Asked | undefined {
  const units = clauses.flatMap((clause) => clause.units);
  const strangers = units.filter(({ kind }) => kind === 'stranger');
  const classes = classesIn(units);
  const frame = frames.find(
    ({ deed, needs }) =>
      deed === 'onboard' && needs.every((choices) => choices.some((name) => classes.has(name))),
  );
  const [first] = clauses;
  if (!frame || !first || strangers.length !== 1 || classes.has('if')) return undefined;
  return { frame, from: first, clause: { ...first, units }, subject: { type: 'self' } };
}
