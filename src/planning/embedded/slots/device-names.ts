// Words of a message that look like the label of a device: letters with a dash or digits ("PRN-LYON-2", "LT0042").
import { tokensOf } from './tokens.ts';

const LABEL = /^(?=[^\s]*[\p{L}])(?:[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+|\p{L}+\p{N}+|\p{Lu}{2,}\d*)$/u;
const MOST = 5;

/** In the order of the message, each once, at most five. */
export function deviceNames(text: string): readonly string[] {
  const found = tokensOf(text)
    .filter(({ isWord, text: word, lower }) => isWord && LABEL.test(word) && !NO_LABELS.has(lower))
    .map(({ text: word }) => word);
  return [...new Set(found)].slice(0, MOST);
}

const NO_LABELS: ReadonlySet<string> = new Set(
  'wi-fi e-mail sign-in sign-ins co-worker re-install multi-factor a4 a3 vpn mfa pc it pdf usb hp ok asap fyi end-of-day add-in follow-up'.split(
    ' ',
  ),
);
