// What a message says about a new colleague: full name, job title, who the manager is. It quotes; nothing is made up.
import { isCommonWord } from './common-words.ts';
import { withoutMarks } from './foldings.ts';
import { personMentions } from './person-mentions.ts';

const WORD = "[\\p{Lu}][\\p{L}\\p{M}'-]*";
const PARTICLE = '(?:de|da|di|del|della|der|den|van|von|la|le|el|al|bin|ten|ter|dos|du)';
const NAME = `(${WORD}(?: +(?:${PARTICLE} +){0,2}${WORD}){1,3})`;
/** A name after these is the new person's; the first pattern that fits wins. */
const NAMED: readonly RegExp[] = [
  new RegExp(`\\b(?:[Ff]ull\\s+)?[Nn]ame\\s*(?:is|:|=|-)\\s*${NAME}`, 'u'),
  new RegExp(`\\b(?:named|called)\\s+${NAME}`, 'u'),
  new RegExp(
    `\\b(?:[Oo]nboard(?:ing)?|[Hh]ired|[Ww]elcom(?:e|ing)|(?:[Nn]ew\\s+|[Nn]ext\\s+)?(?:hire|starter|employee|joiner|colleague|recruit|trainee|intern|team member)(?:'s name is| is)?)[\\s,:–-]+(?:(?:for|our|a|the|new|hire|starter|colleague|employee)\\s+){0,3}${NAME}`,
    'u',
  ),
  new RegExp(`\\b(?:account|login|mailbox|e-?mail|set ?up|everything)\\s+(?:ready\\s+)?for\\s+${NAME}`, 'u'),
  new RegExp(
    `${NAME}(?:,[^.,]{1,40},)?\\s+(?:is\\s+|will\\s+be\\s+|will\\s+)?(?:start|starts|starting|joins|join|joining|begins|beginning|comes on board)\\b`,
    'u',
  ),
];
/** After a comma or a colon, or first in brackets' company: "New starter on Monday: Ana Silva, dental assistant". */
const LAID_OUT: readonly RegExp[] = [
  new RegExp(`(?:[:>-]|,)\\s+${NAME}\\s*(?=[,(.;]|$| start| as )`, 'u'),
  new RegExp(
    `\\b(?:[Ss]et up|[Cc]reate|[Aa]dd|[Oo]nboard|[Pp]repare(?: for)?)\\s+(?:an? (?:\\w+ )?(?:account|user|profile) for\\s+)?${NAME}\\s*(?=[,(])`,
    'u',
  ),
];
const TITLE: readonly RegExp[] = [
  /\b(?:job\s+)?(?:title|role|position)\s*(?:is|:|=|will be)\s*(?:an?\s+)?([\p{L}][\p{L}&/ -]{2,60})/iu,
  /\bas\s+(?:an?|our|the)\s+(?:new\s+)?([\p{L}][\p{L}&/ -]{2,60})/iu,
  /\bis\s+(?:an?|our|the)\s+(?:new\s+)?([\p{L}][\p{L}&/ -]{2,60})/iu,
  new RegExp(`\\b[Nn]ew\\s+([\\p{L}][\\p{L}&/ -]{2,40}?),?\\s+${NAME}`, 'u'),
  new RegExp(
    `${NAME.replace('(', '(?:')}\\s*[,(]\\s*(?:our |the |an? )?(?:new )?([\\p{Ll}][\\p{L}&/ -]{2,40}?)(?=\\s*[,.;)]|$)`,
    'u',
  ),
];
const TITLE_ENDS =
  /\s+(?:and|from|on|in|at|with|for|who|joining|joins|join|starting|starts|start|begin|begins|beginning|reporting|reports|under|next|this|tomorrow|today|yesterday|as|to|please|she|he|they|manager is|the|monday|tuesday|wednesday|thursday|friday)\b.*$/iu;
const NO_TITLE =
  /^(?:new|hire|starter|employee|joiner|colleague|user|account|person|member|team member|team|start(?:er)?|soon|possible|soon as possible|well)\b/i;
const ME_AS_MANAGER =
  /\b(?:my\s+(?:own\s+)?(?:team|department|group|crew)|report(?:s|ing)?\s+(?:directly\s+)?to\s+me|i\s*(?:'m| am|'ll be| will be)\s+(?:her|his|their|the)\s+manager|my\s+new\s+\p{L}+|i\s*(?:'ve| have)?\s*(?:just\s+)?hired|works? (?:for|under) me|\bunder me\b|manager\s*(?:is|:|=)?\s*(?:me|myself)\b|(?:me|myself) as (?:the )?manager)/iu;
const MANAGER = new RegExp(
  `\\b(?:[Rr]eport(?:s|ing)? +(?:directly +)?to|[Mm]anager *(?:is|will be|:|=)?|[Mm]anaged +by|under) +((?:[^\\s@]{1,64}@[^\\s,;]{3,190})|${WORD}(?: +${WORD}){0,3})`,
  'gu',
);
const TEAM_OF = new RegExp(`\\b(${WORD}(?: +${WORD}){0,2})'s\\s+(?:team|department)`, 'u');

/** First and last name as written, without words that are no names ("Please Onboard"). */
export function newHireName(text: string): string | undefined {
  for (const pattern of [...NAMED, ...LAID_OUT]) {
    const name = pattern.exec(text)?.[1];
    const words = name?.split(/\s+/) ?? [];
    const kept = words.slice(words.findLastIndex((word) => isCommonWord(word.toLowerCase())) + 1);
    if (kept.length >= 2) return kept.join(' ').slice(0, 100);
  }
  return undefined;
}

export function jobTitle(text: string): string | undefined {
  for (const pattern of TITLE) {
    const found = pattern.exec(text)?.[1]?.replace(TITLE_ENDS, '').trim();
    if (found && found.length > 2 && !NO_TITLE.test(found)) return found.slice(0, 80);
  }
  return undefined;
}

export type ManagerSlot =
  | { readonly type: 'requester' }
  | { readonly type: 'named'; readonly query: string }
  | { readonly type: 'unsaid' };

export function managerOf(text: string): ManagerSlot {
  for (const named of [...text.matchAll(MANAGER), TEAM_OF.exec(text)]) {
    const words = named?.[1]?.split(/\s+/).filter((word) => !isCommonWord(word.toLowerCase())) ?? [];
    if (words.length > 0) return { type: 'named', query: words.join(' ').slice(0, 80) };
  }
  return ME_AS_MANAGER.test(text) ? { type: 'requester' } : { type: 'unsaid' };
}

/** In an answer to "which job title?": the part that is neither a date, a name nor the manager. */
export function titleInAnswer(text: string, name: string | undefined): string | undefined {
  for (const piece of text.split(/[,;\n.]|\band\b/)) {
    const words = piece.trim();
    const isTitle = /^\p{L}[\p{L}&/ -]{2,60}$/u.test(words) && words.split(' ').length <= 5;
    const isOther =
      /\b(?:start|starts|on|next|tomorrow|today|now|manager|report|reports|me|myself|she|he|they|team|don't|know|no|yes|day|week|month)\b/i.test(
        words,
      ) || /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i.test(words);
    if (words.toLowerCase() === name?.toLowerCase()) continue;
    if (isTitle && !isOther && personMentions(words).every(({ strength }) => strength === 'weak'))
      return words;
  }
  return undefined;
}

/** `first.last` in ASCII, or undefined for a name that cannot be written so. */
export function mailName(name: string): string | undefined {
  const words = withoutMarks(name)
    .split(/\s+/)
    .map((word) => word.replace(/['.]/g, ''));
  const [first, last] = [words[0], words.at(-1)];
  if (words.length < 2 || !first || !last || ![first, last].every((word) => /^[a-z][a-z-]*$/.test(word)))
    return undefined;
  return `${first}.${last}`;
}
