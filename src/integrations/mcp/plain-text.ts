// Words of an MCP server as they are shown to people: one line, nothing hidden in it. Decides nothing about what they mean.

/** Controls, format characters (bidirectional and zero-width among them), lone surrogates, private use, odd spaces. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;

/** @param longest in characters; what is cut off is marked by `…` */
export function plainText(text: string, longest: number): string {
  const line = text.toWellFormed().replace(/\s+/gu, ' ').trim().replace(HIDDEN, escaped);
  return line.length > longest ? `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
