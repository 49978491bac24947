// Compiles what a language says of the gist of a message: which words belong to which class, and which classes together ask for
// which deed. It looks at no message.

import { createWordReader } from './word-reader.ts';

/** Data of one language; words are folded as its book folds them. */
export interface GistLanguage {
  /** Lines `class: word word* …`; a star ends a beginning. A word may be in several classes. */
  readonly classes: string;
  /**
   * Lines `deed mood: class class|class !class class? => English`. All classes have to be in the clause, none of the `!` ones may; a
   * guarding class (`no`, `done`) may stand there only where the line names it, needed or with `?`. `*` lets unknown words stand.
   */
  readonly frames: string;
  /** As the words of `classes` are written, where that differs from the book's folding: without accents. */
  readonly fold?: (word: string) => string;
  /** What is rewritten before words are told apart, in the message's own spelling. */
  readonly spellings: readonly (readonly [RegExp, string | ((found: string) => string)])[];
  /** On the folded words of a clause, with " ?" behind a question's: it asks somebody to do it ("Setzt ihr …?"). */
  readonly invites: RegExp;
  /** On all folded words of the message: it is about something else, tells, takes back, supposes. */
  readonly stops: RegExp;
  /** On the folded words of a clause: it asks to be told something. */
  readonly asks: RegExp;
  /** On the folded words of a message: what looks like an attack. */
  readonly alarms: RegExp;
  /** Words that begin another clause. */
  readonly joints: ReadonlySet<string>;
  /** Classes whose words say what is done or to what; a clause that holds one and fits no frame is not understood. */
  readonly topics: ReadonlySet<string>;
  /** Classes that a "not" may be about without denying a deed: "geht nicht", "keinen Zugriff". */
  readonly complaints: ReadonlySet<string>;
}

/** `state` is a complaint that is a wish by itself; `echo` repeats a deed without its thing: "bitte zurücksetzen". */
export type Mood = 'wish' | 'state' | 'echo';

export interface Frame {
  readonly deed: string;
  readonly mood: Mood;
  /** One of each. */
  readonly needs: readonly (readonly string[])[];
  readonly bars: readonly string[];
  readonly admits: ReadonlySet<string>;
  readonly english: string;
}

export interface GistRules {
  readonly frames: readonly Frame[];
  readonly classesOf: (key: string) => ReadonlySet<string>;
  readonly fold: (word: string) => string;
}

/** Classes that turn a clause round, or put it into the past. */
export const GUARDS: readonly string[] = ['no', 'without', 'done', 'past', 'if', 'elsewhere'];
const NONE: ReadonlySet<string> = new Set();

export function compileGist({
  classes,
  frames,
  fold = (word) => word,
}: Pick<GistLanguage, 'classes' | 'frames' | 'fold'>): GistRules {
  const whole = new Map<string, Set<string>>();
  const beginnings: (readonly [string, string])[] = [];
  for (const [name, text] of readLines(classes)) {
    for (const word of text.split(/\s+/)) {
      if (word.endsWith('*')) beginnings.push([word.slice(0, -1), name]);
      else whole.set(word, (whole.get(word) ?? new Set()).add(name));
    }
  }
  const known = new Map<string, ReadonlySet<string>>();
  const reader = createWordReader(new Set(whole.keys()), NONE, (word) => word);
  const look = (key: string): ReadonlySet<string> => {
    const open = beginnings.filter(([start]) => key.startsWith(start)).map(([, name]) => name);
    const own = whole.get(key) ?? (open.length === 0 ? whole.get(reader.read(key) ?? '') : undefined) ?? NONE;
    return open.length === 0 ? own : new Set([...own, ...open]);
  };
  return {
    frames: readLines(frames).map(([head, body]) => readFrame(head, body)),
    fold,
    classesOf: (word) => {
      const key = fold(word);
      const found = known.get(key) ?? look(key);
      if (known.size < 20_000) known.set(key, found);
      return found;
    },
  };
}

function readLines(text: string): readonly (readonly [string, string])[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf(':');
      if (at < 0) throw new Error(`A line without ":": ${line}`);
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const;
    });
}

function readFrame(head: string, body: string): Frame {
  const [deed = '', mood = ''] = head.split(' ');
  const [items = '', english] = body.split('=>').map((part) => part.trim());
  if (mood !== 'wish' && mood !== 'state' && mood !== 'echo') throw new Error(`No mood: ${head}`);
  if (english === undefined) throw new Error(`A frame without "=>": ${body}`);
  const words = items.split(/\s+/);
  const needs = words.filter((word) => !/^!|\?$|^\*$/.test(word)).map((word) => word.split('|'));
  return {
    deed,
    mood,
    needs,
    bars: words.filter((word) => word.startsWith('!')).map((word) => word.slice(1)),
    admits: new Set([
      ...needs.flat(),
      ...words.map((word) => word.replace(/\?$/, '')).filter((word) => !word.startsWith('!')),
    ]),
    english,
  };
}
