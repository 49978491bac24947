// Reduces a message to what its writer said, keeping names and addresses as they were written. It never repairs a name.

const MAX_CHARS = 4000;
const QUOTE_STARTS = [
  /^\s*-{2,}\s*(?:original message|forwarded message)/i,
  /^\s*on .{4,120} wrote:\s*$/i,
  /^\s*begin forwarded message/i,
];
const SIGNATURE_STARTS = [
  /^--\s*$/,
  /^\s*_{5,}\s*$/,
  /^\s*(?:(?:kind|best|warm|many)\s+)?(?:regards|thanks|wishes|cheers|sincerely|thank you)[\s,.!]{0,3}(?:[\p{L}'-]{1,20}\.?)?\s*$/iu,
  /^\s*sent from my .{2,40}$/i,
];
/** Zero-width, bidirectional and control characters: they make two different names look alike. */
const INVISIBLE = /[\p{Cf}\p{Cc}]/gu;
export const UNREADABLE = '\uFFFD';

/**
 * Quoted mail, signatures, links and chat mentions are dropped; an invisible character becomes a mark that matches no name.
 * At most 4,000 characters are read.
 */
export function ownWords(message: string): string {
  const kept: string[] = [];
  for (const line of message.slice(0, MAX_CHARS).normalize('NFC').split(/\r?\n/)) {
    if (/^\s*>/.test(line)) continue;
    if (QUOTE_STARTS.some((pattern) => pattern.test(line))) break;
    const hasSaid = kept.some((earlier) => /\w/.test(earlier));
    if (hasSaid && SIGNATURE_STARTS.some((pattern) => pattern.test(line))) break;
    kept.push(cleanLine(line));
  }
  return kept.join('\n').trim();
}

function cleanLine(line: string): string {
  return line
    .replace(/\t/g, ' ')
    .replace(INVISIBLE, UNREADABLE)
    .replace(/<@[^>]{1,60}>/g, ' ')
    .replace(/https?:\/\/\S{1,500}/gi, ' ')
    .replace(/[’ʼ`´‘]/g, "'")
    .replace(/[“”„«»]/g, '"');
}
