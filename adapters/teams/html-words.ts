// Reads the HTML that Teams makes of a message: own words apart from the quotes and forwards in it, and markup as plain text.
// It resolves nobody and decides nothing. Every pattern is linear.
import { lookUp } from '../../src/lib/look-up.ts';

/** A part of a message that somebody else wrote, still as HTML. */
export interface Block {
  readonly html: string;
  readonly forwarded: boolean;
}

export interface Split {
  /** What stands in no quote and no forward, as HTML. */
  readonly own: string;
  readonly blocks: readonly Block[];
}

const BLOCK_MARK = /<(\/?)blockquote\b([^<>]*)>/gi;
const FORWARD = /schema\.skype\.com\/Forward/i;
const AUTHOR = /<(strong|span)\b[^<>]{0,500}itemprop="?mri\b[^<>]{0,500}>([^<>]*)<\/\1\s*>/i;
const EMOJI = /<(?:img|emoji)\b[^<>]{0,500}\balt="([^"<>]{1,40})"[^<>]{0,500}>/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '\u00ad',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
};

/** However deep quotes stand in each other, the outermost counts; one that does not end takes the rest with it. */
export function splitBlocks(html: string): Split {
  let own = '';
  const blocks: Block[] = [];
  let depth = 0;
  let end = 0;
  let forwarded = false;
  let start = 0;
  for (const mark of html.matchAll(BLOCK_MARK)) {
    const after = mark.index + mark[0].length;
    if (mark[1] === '') {
      if (depth === 0) {
        own += `${html.slice(end, mark.index)} `;
        start = after;
        forwarded = FORWARD.test(mark[2] ?? '');
      }
      depth += 1;
    } else if (depth === 0) own += `${html.slice(end, mark.index)} `;
    else {
      depth -= 1;
      if (depth === 0) blocks.push({ html: html.slice(start, mark.index), forwarded });
    }
    end = after;
  }
  if (depth > 0) return { own, blocks: [...blocks, { html: html.slice(start), forwarded }] };
  return { own: own + html.slice(end), blocks };
}

/** Whom Teams names as the writer of a quote, and the quote without that name. A forward has none. */
export function takeAuthor(html: string): { readonly author: string | undefined; readonly rest: string } {
  const found = AUTHOR.exec(html);
  if (found === null) return { author: undefined, rest: html };
  const rest = html.slice(0, found.index) + html.slice(found.index + found[0].length);
  return { author: decodeEntities(found[2] ?? '').trim() || undefined, rest };
}

/** Text with its lines; what no text is (pictures but for emoji, markup) is left out. */
export function htmlToText(html: string): string {
  const lines = html
    .replace(EMOJI, '$1')
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\s*\/?>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '');
  return decodeEntities(lines)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return lookUp(NAMED, name.toLowerCase()) ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Words that go into HTML and come out of `htmlToText` as they were. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
