// The e-mail addresses that a message names. An address with anything but plain ASCII letters is reported as unreadable,
// because it may only look like one; it is never cut down to the part that can be read.

export interface WrittenAddress {
  readonly address: string | undefined;
  /** As written, at most 80 characters. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
}

const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;
const MOST = 10;

export function emailAddresses(text: string): readonly WrittenAddress[] {
  const found: WrittenAddress[] = [];
  for (const match of text.matchAll(/[^\s,;:()<>"[\]|]+/gu)) {
    const [token] = match;
    // U+FF20 and U+FE6B are shown as an at sign.
    if (!/[@＠﹫]/u.test(token) || token.length < 3) continue;
    const written = token.replace(/^['*_]+/, '').replace(/(?:'s)?[.!?'*_]*$/i, '');
    if (/^@|@$/.test(written)) continue;
    found.push({
      address: ADDRESS.test(written) ? written.toLowerCase() : undefined,
      written: written.slice(0, 80),
      start: match.index,
      end: match.index + token.length,
    });
    if (found.length >= MOST) break;
  }
  return found;
}
