// A second look at what a sentence is said to mean, which knows no rule of the book: a "no", an "if", a question or a thing
// named that got lost on the way makes the meaning void. It never mends one.
import type { Language } from './language.ts';
import type { Word } from './split-message.ts';

const SAYS_NO =
  /\b(?:not|no|never|nothing|none|nobody|nor|without|cannot|unable|anymore|any more|except|instead)\b|n't\b/i;
const SAYS_IF = /\b(?:if|when|once|whenever|as soon as|unless|in case)\b/i;
/** They stand in the English as they stood in the message. */
const KEPT: ReadonlySet<string> = new Set(['quote', 'address', 'code']);

export function isFaithful(
  english: string,
  words: readonly Word[],
  { denies, supposes, asks }: Pick<Language, 'denies' | 'supposes' | 'asks'>,
): boolean {
  const keys = words.map(({ key }) => key).join(' ');
  if (denies.test(keys) && !SAYS_NO.test(english)) return false;
  if (supposes.test(keys) && !SAYS_IF.test(english)) return false;
  if (asks.test(keys) && !english.includes('?')) return false;
  return words.every(({ kind, raw }) => !KEPT.has(kind) || english.includes(raw));
}
