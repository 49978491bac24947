// How data stands in a prompt: redacted, as JSON in which no mark can be written, between marks that carry a random word of
// this run. Whatever the data says, it cannot end its own fence. Pure.
import type { Json } from '../../lib/json.ts';
import { redact } from '../../secrets/redact.ts';

const MASK = '[hidden]';
/** Deeper values are cut off; nothing that people write is nested like this. */
const DEEPEST = 12;
/** Longer values are cut before they are searched for secrets; far more than is ever shown. */
const LONGEST_SEARCHED = 100_000;

/** @param nonce unguessable and new for each run */
export function fence(nonce: string, text: string): string {
  return `<<<data ${nonce}>>>\n${text}\n<<<end ${nonce}>>>`;
}

/** Redacted JSON on one line; brackets of marks, control, format and line-breaking characters are written as escapes. */
export function dataText(value: Json): string {
  return escapeMarks(redact(JSON.stringify(redactJson(value)).slice(0, LONGEST_SEARCHED)));
}

/** Secret-shaped texts, and whatever stands under a key such as `password`, are masked. */
export function redactJson(value: Json, depth = 0): Json {
  if (typeof value === 'string') return redact(value.slice(0, LONGEST_SEARCHED));
  if (value === null || typeof value !== 'object') return value;
  if (depth >= DEEPEST) return '[left out]';
  if (Array.isArray(value)) return value.map((entry: Json) => redactJson(entry, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      redact(key),
      namesSecret(key) && (typeof entry === 'string' || typeof entry === 'number')
        ? MASK
        : redactJson(entry, depth + 1),
    ]),
  );
}

/** The redaction itself says which keys name a secret. */
function namesSecret(key: string): boolean {
  return redact(`${key.slice(-60)}: x7`).includes(MASK);
}

/** `<` and `>` stand in no mark but ours; what is invisible or turns the reading direction becomes visible. */
function escapeMarks(json: string): string {
  return json
    .toWellFormed()
    .replace(/[<>\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) =>
      Array.from(
        { length: character.length },
        (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
      ).join(''),
    );
}
