// Masks what looks like a secret in text that will be logged or written to a note. It may mask too much; it is a second
// net, never the reason why a secret may be passed on.
import { TEMPORARY_PASSWORD } from './temporary-password.ts';

const MASK = '[hidden]';

/** Whether something was hidden in it. */
export function holdsMask(text: string): boolean {
  return text.includes(MASK);
}

// Every pattern scans a text once: repetitions are bounded or cannot begin at two places of one run.
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // An end that was cut off hides the rest of the text.
  [/-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|$)/g, MASK],
  [/(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*){0,3}/g, MASK],
  [/xox[a-z]-[A-Za-z0-9-]{5,}|xapp-[A-Za-z0-9-]{5,}/g, MASK],
  [/(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g, MASK],
  // `sk-` ends everyday words too, in names and ids: "helpdesk-technicians-emea".
  [/(?:gh[pousr]_|github_pat_|glpat-|(?<![A-Za-z])sk-|sk_live_|rk_live_|whsec_)[A-Za-z0-9_-]{16,}/g, MASK],
  // A short word of letters only is prose: "basic questions".
  [
    /\b(Bearer|Basic) {1,4}(?:(?=[^\s]{0,64}[0-9=+/])[A-Za-z0-9._~+/=-]{8,}|[A-Za-z0-9._~+/=-]{20,})/gi,
    `$1 ${MASK}`,
  ],
  [/(:\/\/[^\s:@/]{0,200}):[^\s/]{1,300}@/g, `$1:${MASK}@`],
  [/([?&]sig=)[A-Za-z0-9%+/=_-]{8,}/g, `$1${MASK}`],
  [TEMPORARY_PASSWORD, MASK],
];

const WORDS =
  'pass(?:word|wort|wd|code|phrase)|(?<![a-z])pass|pwd|mot de passe|kennwort|contrase[nñ]a|senha|secret|token|api[_ -]?key|account[_ -]?key|private[_ -]?key|access[_ -]?key|authorization';
const ASSIGNED = new RegExp(
  `((?:${WORDS})(?:[_-]?(?:key|id|value))?["'\`*]{0,3}\\s{0,4}(?::=|=>|[:=])\\s{0,4}(?:(?:bearer|basic) )?)(?:(["'\`])(?:(?!\\2)[\\s\\S]){1,2000}\\2|(?!\\{\\{secrets\\.)[^\\s,;"'\`]{1,2000})`,
  'gi',
);
/**
 * "my password is hunter2", "change it: password to Winter24!", but not "the password is expired" and not "send the password to
 * sam@acme.example": only what no plain word looks like, or what stands in quotes.
 */
const TOLD = new RegExp(
  `((?:${WORDS}) (?:(?:is|was|est|ist|lautet|es|é|è)(?: (?:now|still|currently|jetzt|maintenant|ahora|set to))?|(?:to|auf)(?! [^\\s@]{1,64}@[^\\s]{1,64}\\.)) )(?:"[^"\\n]{1,200}"|'[^'\\n]{1,200}'|["'\`]?(?=[^\\s]{0,64}[0-9#$%^&*@])[^\\s,;]{4,200})`,
  'gi',
);

/** Shorter values stand in too many innocent texts. */
const SHORTEST_KNOWN = 4;

/** `knownSecrets` are masked wherever they stand, also as base64, in an address or in JSON. Linear in the text's length. */
export function redact(text: string, knownSecrets: readonly string[] = []): string {
  return hideShapes(hideKnown(text, spellingsOf(knownSecrets)));
}

/** What looks like a secret. */
export function hideShapes(text: string): string {
  let masked = text;
  for (const [shape, replacement] of SHAPES) masked = masked.replace(shape, replacement);
  return masked
    .replace(ASSIGNED, (_, lead: string, quote = '') => `${lead}${quote}${MASK}${quote}`)
    .replace(TOLD, `$1${MASK}`);
}

/** @param spellings as `spellingsOf` gives them */
export function hideKnown(text: string, spellings: readonly string[]): string {
  let masked = text;
  for (const spelling of spellings) masked = masked.replaceAll(spelling, MASK);
  return masked;
}

/** Every form in which the secrets may stand in a text, the longest first: a secret may hold another. */
export function spellingsOf(secrets: readonly string[]): readonly string[] {
  const all = secrets.filter(({ length }) => length >= SHORTEST_KNOWN).flatMap(spellings);
  return [...new Set(all)].sort((a, b) => b.length - a.length);
}

function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    secret,
    encodeURIComponent(secret.toWellFormed()),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}
