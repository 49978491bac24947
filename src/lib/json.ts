// JSON values and their one canonical text: sorted keys, NFC strings, no floats that print differently.
import { createHash } from 'node:crypto';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical text of a JSON value: keys sorted by code unit, strings in Unicode NFC, no white space.
 * Two values with the same meaning have the same text; hashes are taken over it.
 * @throws TypeError for anything that is not plain JSON (undefined, non-finite and fractional numbers, class instances).
 */
export function toCanonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value.normalize('NFC'));
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`Not a safe integer in canonical JSON: ${value}`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    const entries = Object.entries(value as Record<string, unknown>)
      .map(([key, entry]) => [key.normalize('NFC'), entry] as const)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${toCanonicalJson(entry)}`).join(',')}}`;
  }
  throw new TypeError(`Not plain JSON: ${typeof value}`);
}

/** SHA-256 as 64 hex digits over a domain prefix, a line feed and the canonical text. */
export function hashJson(domain: string, value: unknown): string {
  return createHash('sha256')
    .update(`${domain}\n${toCanonicalJson(value)}`)
    .digest('hex');
}
