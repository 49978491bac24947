// Reads the words of one sentence by a grammar and says what they mean in English. A word that no rule accounts for ends
// it without a meaning: nothing is skipped and nothing is guessed.
import type { Grammar, Node, Opening, Rule } from './grammar.ts';
import type { Word } from './split-message.ts';

/** What a word is that rules do not spell out: a name, a day of the month. It answers with English, or undefined. */
export type Kinds = (kind: string, words: readonly Word[], at: number) => readonly Reading[];

/** A part of a sentence: where it ends, and what it means. */
export interface Reading {
  readonly end: number;
  readonly english: string;
}

const NONE: readonly never[] = [];
const NO_SLOTS: ReadonlyMap<string, string> = new Map();

interface State {
  readonly end: number;
  readonly slots: ReadonlyMap<string, string>;
}

/** The most readings that are followed; a sentence that has more is given up. */
const MOST_STATES = 20_000;

export interface Parser {
  readonly read: (phrase: string, at: number) => readonly Reading[];
}

export function createParser(grammar: Grammar, words: readonly Word[], kinds: Kinds): Parser {
  const known = words.map(() => new Map<string, readonly Reading[]>());
  known.push(new Map());
  const ofKinds = new Map<string, (readonly Reading[])[]>();
  let states = 0;
  const readKind = (kind: string, at: number): readonly Reading[] => {
    const byPlace = ofKinds.get(kind) ?? [];
    ofKinds.set(kind, byPlace);
    const found = byPlace[at] ?? kinds(kind, words, at);
    byPlace[at] = found;
    return found;
  };
  const readNode = (node: Node, { end, slots }: State): readonly State[] => {
    if (node.type === 'word') return words[end]?.key === node.word ? [{ end: end + 1, slots }] : NONE;
    if (node.type === 'either') return node.choices.flatMap((choice) => readNodes(choice, { end, slots }));
    const readings = node.type === 'kind' ? readKind(node.kind, end) : read(node.phrase, end);
    if (readings.length === 0) return NONE;
    return readings.map((reading) => ({
      end: reading.end,
      slots: new Map(slots).set(node.slot, reading.english),
    }));
  };
  const readNodes = (nodes: readonly Node[], from: State): readonly State[] => {
    let open: readonly State[] = [from];
    for (const node of nodes) {
      if (open.length === 0) return open;
      states += open.length;
      open = open.flatMap((state) => readNode(node, state));
    }
    return open;
  };
  const read = (phrase: string, at: number): readonly Reading[] => {
    const here = known[at];
    const before = here?.get(phrase);
    if (before || !here) return before ?? NONE;
    const found = new Map<number, Reading>();
    const next = words[at]?.key;
    for (const rule of rulesFor(grammar, phrase, next)) {
      const { words: openers, kinds: openKinds, mayMiss } = grammar.opens.get(rule) as Opening;
      const mayOpen =
        mayMiss ||
        openers.some((set) => set.has(next ?? '')) ||
        [...openKinds].some((kind) => readKind(kind, at).length > 0);
      if (!mayOpen) continue;
      if (states > MOST_STATES) break;
      for (const { end, slots } of readNodes(rule.nodes, { end: at, slots: NO_SLOTS })) {
        // The earlier rule is the better one.
        if (!found.has(end)) found.set(end, { end, english: fill(rule, slots) });
      }
    }
    const readings = [...found.values()];
    here.set(phrase, readings);
    return readings;
  };
  return { read: (phrase, at) => (states > MOST_STATES ? [] : read(phrase, at)) };
}

function fill({ english }: Rule, slots: ReadonlyMap<string, string>): string {
  return english
    .replace(/<([^>]+)>/g, (_, slot: string) => slots.get(slot) ?? '')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,?])/g, '')
    .trim();
}

const byFirstWord = new WeakMap<Grammar, Map<string, readonly Rule[]>>();

/** The rules of a phrase that may open with this word, or with a word that no rule spells out. */
function rulesFor(grammar: Grammar, phrase: string, next: string | undefined): readonly Rule[] {
  const word = next !== undefined && grammar.vocabulary.has(next) ? next : '';
  const known = byFirstWord.get(grammar) ?? new Map<string, readonly Rule[]>();
  byFirstWord.set(grammar, known);
  const id = `${phrase} ${word}`;
  const found = known.get(id);
  if (found) return found;
  const rules = (grammar.phrases.get(phrase) ?? []).filter((rule) => {
    const { words, kinds, mayMiss } = grammar.opens.get(rule) as Opening;
    return words.some((set) => set.has(word)) || kinds.size > 0 || mayMiss;
  });
  known.set(id, rules);
  return rules;
}
