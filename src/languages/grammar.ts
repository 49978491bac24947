// Compiles the rules of a phrase book: each rule says which words of a language mean which English words. It never looks at
// a message; `parse.ts` does.

import { lookUp } from '../lib/look-up.ts';

/** A verb in the forms that a language's moulds name, and what is done with it. */
export interface Verb {
  readonly forms: Readonly<Record<string, string>>;
  /** Each: the object in the language's words, `=>`, English that starts with the verb ("reset <password>"). */
  readonly frames: readonly string[];
}

/** Where a verb's forms and its object stand: `{form}`, `{o}` the whole object, `{first}` and `{rest}` its parts around `|`. */
export interface Mould {
  readonly name: string;
  readonly patterns: readonly string[];
  /** The English around a frame's: `{bare}` is it as written ("add …"), `{past}` its past ("added …"). */
  readonly english: string;
}

export interface Chapter {
  /** `@name` opens a phrase; each line after it is `words => English`. `[x]` may be missing, `(x|y)` is either, `<x>` a phrase. */
  readonly rules?: string;
  readonly verbs?: readonly Verb[];
}

export type Node =
  | { readonly type: 'word'; readonly word: string }
  | { readonly type: 'kind'; readonly kind: string; readonly slot: string }
  | { readonly type: 'phrase'; readonly phrase: string; readonly slot: string }
  | { readonly type: 'either'; readonly choices: readonly (readonly Node[])[] };

export interface Rule {
  readonly nodes: readonly Node[];
  readonly english: string;
}

export interface Grammar {
  readonly phrases: ReadonlyMap<string, readonly Rule[]>;
  /** Every word that a rule spells out, folded. */
  readonly vocabulary: ReadonlySet<string>;
  readonly opens: ReadonlyMap<Rule, Opening>;
}

/** What may stand first in a rule. */
export interface Opening {
  readonly words: readonly ReadonlySet<string>[];
  readonly kinds: ReadonlySet<string>;
  /** All of it may be missing. */
  readonly mayMiss: boolean;
}

const PAST: Readonly<Record<string, string>> = {
  reset: 'reset',
  unlock: 'unlocked',
  unblock: 'unblocked',
  lock: 'locked',
  add: 'added',
  remove: 'removed',
  give: 'gave',
  take: 'took',
  install: 'installed',
  uninstall: 'uninstalled',
  reinstall: 'reinstalled',
  update: 'updated',
  create: 'created',
  disable: 'disabled',
  delete: 'deleted',
  close: 'closed',
  restart: 'restarted',
  fix: 'fixed',
  change: 'changed',
  set: 'set',
  send: 'sent',
  revoke: 'revoked',
  assign: 'assigned',
  check: 'checked',
  cancel: 'cancelled',
  connect: 'connected',
  open: 'opened',
  help: 'helped',
  end: 'ended',
};

export function compileGrammar(
  chapters: readonly Chapter[],
  moulds: readonly Mould[],
  fold: (word: string) => string,
): Grammar {
  const phrases = new Map<string, Rule[]>();
  const vocabulary = new Set<string>();
  const pieces = new Map<string, readonly Node[]>();
  // A verb's forms and objects come back in every mould; each is read once, and rules share it.
  const readPiece = (piece: string): readonly Node[] => {
    const known = pieces.get(piece);
    if (known) return known;
    const nodes = readPattern(piece, fold, vocabulary);
    pieces.set(piece, nodes);
    return nodes;
  };
  const note = (phrase: string, parts: readonly string[], english: string) => {
    const rule = { nodes: parts.flatMap(readPiece), english: english.trim() };
    const rules = phrases.get(phrase);
    if (rules) rules.push(rule);
    else phrases.set(phrase, [rule]);
  };
  for (const chapter of chapters) {
    for (const { phrase, pattern, english } of readLines(chapter.rules ?? ''))
      note(phrase, [pattern], english);
    for (const verb of chapter.verbs ?? []) {
      for (const mould of moulds) castVerb(verb, mould, note);
    }
  }
  checkReferences(phrases);
  return { phrases, vocabulary, opens: findOpenings(phrases) };
}

function readLines(text: string) {
  const found: { phrase: string; pattern: string; english: string }[] = [];
  let phrase = '';
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '') continue;
    if (line.startsWith('@')) {
      phrase = line.slice(1);
      continue;
    }
    const arrow = line.indexOf('=>');
    if (arrow < 0) throw new Error(`A rule without "=>": ${line}`);
    found.push({ phrase, pattern: line.slice(0, arrow), english: line.slice(arrow + 2) });
  }
  return found;
}

/** One frame in every place that the mould knows. A form that a verb lacks makes no rule. */
function castVerb(
  { forms, frames }: Verb,
  { name, patterns, english: around }: Mould,
  note: (phrase: string, parts: readonly string[], english: string) => void,
): void {
  for (const frame of frames) {
    const [object = '', bare = ''] = frame.split('=>').map((part) => part.trim());
    const [first = '', rest = ''] = object.split(' | ');
    const parts = new Map([
      ...Object.entries(forms),
      ['o', `${first} ${rest}`],
      ['first', first],
      ['rest', rest],
    ]);
    const english = around.replace('{bare}', bare).replace('{past}', () => toPast(bare));
    for (const pattern of patterns) {
      const filled = pattern
        .split(/(\{\w+\})/)
        .map((part) => (part.startsWith('{') ? parts.get(part.slice(1, -1)) : part));
      if (filled.every((part) => part !== undefined)) note(name, filled, english);
    }
  }
}

function toPast(english: string): string {
  const [verb = '', ...rest] = english.split(' ');
  const past = lookUp(PAST, verb);
  if (past === undefined) throw new Error(`No past form of "${verb}" is known`);
  return [past, ...rest].join(' ');
}

function readPattern(pattern: string, fold: (word: string) => string, vocabulary: Set<string>): Node[] {
  const parts = pattern.match(/<[^>]+>|[[\]()|]|[^\s[\]()|<]+/g) ?? [];
  let at = 0;
  const sequence = (): Node[] => {
    const nodes: Node[] = [];
    for (; at < parts.length; at += 1) {
      const part = parts[at] ?? '';
      if (part === ')' || part === ']' || part === '|') break;
      if (part === '(' || part === '[') {
        at += 1;
        nodes.push({ type: 'either', choices: choices(part === '[') });
      } else nodes.push(readPart(part, fold, vocabulary));
    }
    return nodes;
  };
  const choices = (mayMiss: boolean): Node[][] => {
    const found = [sequence()];
    while (parts[at] === '|') {
      at += 1;
      found.push(sequence());
    }
    if (parts[at] !== (mayMiss ? ']' : ')')) throw new Error(`Unbalanced: ${pattern}`);
    return mayMiss ? [...found, []] : found;
  };
  const nodes = sequence();
  if (at < parts.length) throw new Error(`Unbalanced: ${pattern}`);
  return nodes;
}

function readPart(part: string, fold: (word: string) => string, vocabulary: Set<string>): Node {
  if (!part.startsWith('<')) {
    const word = fold(part);
    vocabulary.add(word);
    return { type: 'word', word };
  }
  const slot = part.slice(1, -1);
  const [name = ''] = slot.split('/');
  return name.startsWith('#')
    ? { type: 'kind', kind: name.slice(1), slot }
    : { type: 'phrase', phrase: name, slot };
}

function checkReferences(phrases: ReadonlyMap<string, readonly Rule[]>): void {
  const check = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type === 'phrase' && !phrases.has(node.phrase)) throw new Error(`No phrase @${node.phrase}`);
      if (node.type === 'either') node.choices.forEach(check);
    }
  };
  for (const rules of phrases.values()) for (const rule of rules) check(rule.nodes);
}

/** So that a rule is tried only where its first word stands. */
function findOpenings(phrases: ReadonlyMap<string, readonly Rule[]>): ReadonlyMap<Rule, Opening> {
  const known = new Map<string, Opening>();
  const byNode = new Map<Node, Opening>();
  const open = new Set<string>();
  const ofPhrase = (phrase: string): Opening => {
    const found = known.get(phrase);
    if (found) return found;
    // The parser would go round for ever.
    if (open.has(phrase)) throw new Error(`@${phrase} opens with itself`);
    open.add(phrase);
    const { words, ...rest } = either((phrases.get(phrase) ?? []).map(({ nodes }) => ofNodes(nodes)));
    const opening = { words: [union(words)], ...rest };
    known.set(phrase, opening);
    return opening;
  };
  const ofNodes = (nodes: readonly Node[]): Opening => {
    const openings: Opening[] = [];
    for (const node of nodes) {
      const opening = byNode.get(node) ?? ofNode(node);
      byNode.set(node, opening);
      openings.push(opening);
      if (!opening.mayMiss) return { ...either(openings), mayMiss: false };
    }
    return { ...either(openings), mayMiss: true };
  };
  const ofNode = (node: Node): Opening => {
    if (node.type === 'word') return { words: [new Set([node.word])], kinds: NO_KINDS, mayMiss: false };
    if (node.type === 'kind') return { words: [], kinds: new Set([node.kind]), mayMiss: false };
    return node.type === 'phrase' ? ofPhrase(node.phrase) : either(node.choices.map(ofNodes));
  };
  return new Map([...phrases.values()].flat().map((rule) => [rule, ofNodes(rule.nodes)]));
}

const NO_KINDS: ReadonlySet<string> = new Set();

/** Refers to the sets of its parts: a thousand rules share what "tomorrow" opens with. */
function either(all: readonly Opening[]): Opening {
  const [only] = all;
  if (only && all.length === 1) return only;
  return {
    words: [...new Set(all.flatMap(({ words }) => words))],
    kinds: new Set(all.flatMap(({ kinds }) => [...kinds])),
    mayMiss: all.some(({ mayMiss }) => mayMiss),
  };
}

function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const set of sets) for (const word of set) words.add(word);
  return words;
}
