// What a model wrote for people, made harmless: no secret, no mention, no hidden character, and no link or address that did
// not stand in a workflow or a document. Every pattern is linear. Pure.
import { redact } from '../../secrets/redact.ts';

const LINK_REMOVED = '[link removed]';
const ADDRESS_REMOVED = '[address removed]';

const SCHEME = String.raw`(?:\b[a-z][a-z0-9+.-]{0,20}:\/\/|\b(?:mailto|tel|sms|javascript|vbscript|data):)[^\s‹›"'|)\]]{1,500}`;
const ADDRESS = String.raw`[^\s‹›()[\]@,;:"'|]{1,64}@[^\s‹›()[\]@,;:"'|]{1,190}`;
/** Chat clients turn bare host names into links as well. */
const HOST = String.raw`(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}[.。]){1,6}\p{L}{2,24}(?![\p{L}\p{N}])(?:[/:?#][^\s‹›"'|)\]]{0,500})?`;
const LINKS = new RegExp(`(${SCHEME})|(${ADDRESS})|(${HOST})`, 'giu');
/** "report.pdf" is a file, not a host. */
const FILE = /\.(?:csv|dll|docx?|exe|ini|jpe?g|js|json|log|msi|pdf|png|pptx?|txt|xlsx?|xml|ya?ml)$/i;

/** Nobody reads more of a document than this. */
const LONGEST_SOURCE = 20_000;

export interface Allowed {
  /** Of workflows and returned documents; they may be repeated exactly. */
  readonly links: ReadonlySet<string>;
  /** Of the requester; addresses there are colleagues. */
  readonly domain: string;
}

/** @returns the text on at most `longest` characters, cut with an ellipsis; empty if nothing is left */
export function neutralText(text: string, longest: number, allowed: Allowed): string {
  const plain = unbracketed(redact(visible(text.slice(0, 4 * longest)))).replace(
    /\[([^\]\n]{0,200})\]\(([^)\n]{0,500})\)/g,
    '$1 ($2)',
  );
  const checked = plain.replace(LINKS, (link: string, scheme?: string, address?: string) => {
    const [bare, end] = withoutEnd(link);
    if (allowed.links.has(bare)) return link;
    if (address !== undefined && scheme === undefined) {
      return bare.toLowerCase().endsWith(`@${allowed.domain.toLowerCase()}`) && isAscii(bare)
        ? link
        : `${ADDRESS_REMOVED}${end}`;
    }
    const isBareName = scheme === undefined && !/[/:?#]/.test(bare);
    if (isBareName && (FILE.test(bare) || bare.toLowerCase() === allowed.domain.toLowerCase())) return link;
    return `${LINK_REMOVED}${end}`;
  });
  const calm = checked.replace(/(^|[^\p{L}\p{N}._-])@(?=[\p{L}\p{N}_])/gu, '$1').trim();
  return calm.length > longest ? `${calm.slice(0, longest - 1).trimEnd()}…`.toWellFormed() : calm;
}

/** Compatibility forms become plain letters; control, format and private characters go. */
export function visible(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Zl}\p{Zp}]|\r\n?/gu, '\n')
    .replace(/[^\P{C}\n]/gu, '')
    .replace(/\n{3,}/g, '\n\n');
}

/** Every link, address and host name as `neutralText` sees them. */
export function linksIn(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) =>
      [...unbracketed(visible(text.slice(0, LONGEST_SOURCE))).matchAll(LINKS)].map(
        ([link]) => withoutEnd(link)[0],
      ),
    ),
  );
}

/** Chat clients read `<...>` as a link or a mention. */
function unbracketed(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›');
}

/** A full stop or a bracket behind a link belongs to the sentence. */
function withoutEnd(link: string): readonly [string, string] {
  let end = link.length;
  while (end > 0 && '.,;:!?)]*_`'.includes(link.charAt(end - 1))) end -= 1;
  return [link.slice(0, end), link.slice(end)];
}

function isAscii(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text);
}
