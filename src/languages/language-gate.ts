// Says which language a message is written in. English is what the desk reads, so a text that could be English is English
// or unknown, never another language: only clear words of the other one outvote it.
import { lookUp } from '../lib/look-up.ts';
import { LOANS, WITNESSES } from './witness-words.ts';

/** `unknown`: too short or too strange to say; names, products and codes alone are such. Else an ISO 639 code. */
export type LanguageCode = 'en' | 'de' | 'fr' | 'es' | 'unknown' | (string & {});

export interface LanguageGate {
  readonly languageOf: (text: string) => LanguageCode;
}

interface Guess {
  readonly code: string;
  readonly chance: number;
}

type Guesser = (text: string) => readonly Guess[];

const MOST_CHARS = 2000;
/** How sure the model must be of a language whose words are not known here. */
const SURE_LATIN = 0.75;
const SURE_OTHER_SCRIPT = 0.5;
const FEWEST_LATIN_WORDS = 3;
/** The model takes these for one another in short texts; their words decide. */
const LIKE: Readonly<Record<string, string>> = {
  gl: 'es',
  ast: 'es',
  ca: 'es',
  als: 'de',
  bar: 'de',
  nds: 'de',
  lb: 'de',
  af: 'nl',
  oc: 'fr',
};

/** Loads the model, which is in the package; nothing is downloaded. Its result answers at once. */
export async function createLanguageGate(): Promise<LanguageGate> {
  const { getLIDModel } = await import('fasttext.wasm.js');
  const model = await (await getLIDModel()).load();
  const guess: Guesser = (text) => {
    const found = model.predict(text, 3, 0.01);
    const guesses = Array.from({ length: found.size() }, (_, at) => {
      const [chance, label] = found.get(at);
      return { chance, code: label.replace('__label__', '') };
    });
    // What WebAssembly hands out is not collected by itself.
    (found as { delete?: () => void }).delete?.();
    return guesses;
  };
  return { languageOf: (text) => decide(text, guess) };
}

let gate: Promise<LanguageGate> | undefined;

/** The model is loaded by the first message that asks; it holds no state. */
export async function languageOf(text: string): Promise<LanguageCode> {
  gate ??= createLanguageGate();
  return (await gate).languageOf(text);
}

function decide(text: string, guess: Guesser): LanguageCode {
  const plain = ownWords(text.slice(0, MOST_CHARS));
  const words = plain.match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*'?/gu) ?? [];
  if (words.length === 0) return 'unknown';
  const lower = words.map((word) => word.toLowerCase());
  const [best] = guess(lower.join(' '));
  const code = best === undefined ? 'unknown' : (lookUp(LIKE, best.code) ?? best.code);
  const isLatin = /^\p{Script=Latin}/u.test(words[0] ?? '') || /\p{Script=Latin}{3}/u.test(plain);
  if (!isLatin) return best !== undefined && best.chance >= SURE_OTHER_SCRIPT ? code : 'unknown';
  const votes = countVotes(lower);
  const loans = lower.filter((word) => LOANS.has(word)).length;
  const all = votes.get('en') ?? 0;
  // A loan word bears witness only beside a word that is English alone.
  const english = all > loans ? all : 0;
  const ranked = [...votes]
    .filter(([name]) => name !== 'en')
    .sort(([a, one], [b, two]) => two - one || (b === code ? 1 : 0) - (a === code ? 1 : 0));
  const [other, most] = ranked[0] ?? ['unknown', 0];
  if (english > 0 && english >= most) return 'en';
  const isAgreed = other === code && (best?.chance ?? 0) >= 0.25;
  if (most >= 2 && most - english >= 1)
    return isAgreed || (votes.get(code) ?? 0) < most || code === 'en' ? other : code;
  if (most === 1 && isAgreed) return other;
  const isSure = (best?.chance ?? 0) >= SURE_LATIN && words.length >= FEWEST_LATIN_WORDS;
  if (english === 0 && isSure && !looksLikeNames(words)) return code;
  return english + loans > 0 || code === 'en' ? 'en' : 'unknown';
}

/** Without addresses, links, codes and quoted words. */
function ownWords(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replace(/https?:\/\/\S+|\S+@\S+|"[^"\n]*"|[„“][^“”"\n]*[“”"]|«[^»\n]*»|`[^`]*`/g, ' ')
    .replace(/\b[\p{L}_-]*\d[\p{L}\d_-]*\b/gu, ' ');
}

function countVotes(words: readonly string[]): ReadonlyMap<string, number> {
  const votes = new Map<string, number>();
  for (const [language, known] of WITNESSES) {
    const count = words.filter(
      (word) => known.has(word) || known.has(word.replace(/^(\p{L}{1,2}')\p{L}+$/u, '$1')),
    ).length;
    votes.set(language, count);
  }
  return votes;
}

function looksLikeNames(words: readonly string[]): boolean {
  return words.every((word) => /^\p{Lu}/u.test(word));
}
