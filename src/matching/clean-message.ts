// Strips a message down to what its writer said: no quoted mail, no signature, no addresses. It never judges
// what the words mean.

const QUOTE_STARTS = [
  /^\s*-{2,}\s*(?:original message|forwarded message)/i,
  /^\s*on .{4,120} wrote:\s*$/i,
  /^\s*begin forwarded message/i,
  /^\s*from:\s.{1,200}$/i,
];
const SIGNATURE_STARTS = [
  /^--\s*$/,
  /^\s*_{5,}\s*$/,
  /^\s*(?:kind|best|warm|many)\s+(?:regards|thanks|wishes)\b.{0,20}$/i,
  /^\s*(?:regards|cheers|sincerely|yours|thanks|thank you|thx|rgds|br|kr)[\s,.!]{0,3}$/i,
  /^\s*(?:regards|cheers|thanks|thank you),\s{0,3}[\w'-]{1,20}\.?$/i,
  /^\s*(?:sent|get) (?:from|outlook for) .{2,40}$/i,
];
const NOTICE =
  /^\s*(?:this (?:e-?mail|message)|confidentiality|disclaimer)\b.{0,80}(?:confidential|intended|privileged)/i;
const REPLY_PREFIX = /^(?:\s{0,3}(?:re|fw|fwd|aw|wg)\s{0,2}:)+/i;
const MAX_CHARS = 8000;

/**
 * The writer's own words of a message or mail: Unicode NFKC, quoted mail, signature, legal notice, links, addresses
 * and user mentions dropped. A message that is nothing but a quotation is kept whole. At most 8000 characters are read.
 */
export function cleanMessage(text: string): string {
  const lines = text.slice(0, MAX_CHARS).normalize('NFKC').split(/\r?\n/);
  const kept = ownLines(lines);
  const source = kept.some((line) => /\w/.test(line)) ? kept : lines;
  return source.map(cleanLine).join('\n').trim();
}

function ownLines(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const line of lines) {
    if (/^\s*>/.test(line)) continue;
    if (QUOTE_STARTS.some((pattern) => pattern.test(line))) break;
    const saidSomething = kept.some((earlier) => /\w/.test(earlier));
    if (saidSomething && SIGNATURE_STARTS.some((pattern) => pattern.test(line))) break;
    if (saidSomething && NOTICE.test(line)) break;
    kept.push(line);
  }
  return kept;
}

function cleanLine(line: string): string {
  return line
    .replace(REPLY_PREFIX, ' ')
    .replace(/<@[^>]{1,60}>/g, ' ')
    .replace(/https?:\/\/\S{1,500}/gi, ' ')
    .replace(/[^\s@<>]{1,64}@[a-z0-9-]{1,63}\.[a-z0-9.-]{2,190}/gi, ' ')
    .replace(/[’ʼ`´]/g, "'");
}
