// What a person typed, without what Teams puts around it: the mention of the bot, the words of a message they quote, markup.
// Pure; every pattern is linear.
import { lookUp } from '../../src/lib/look-up.ts';

type Json = Readonly<Record<string, unknown>>;

/** A quoted message stands in the HTML copy only as such; in the plain text nothing tells it from the person's own words. */
const QUOTES = /schema\.skype\.com\/Reply/i;
const QUOTE_MARK = /<(\/?)blockquote\b[^<>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

/** @returns the words, and whether the bot was named in them */
export function plainWords(raw: Json): { readonly words: string; readonly mentioned: boolean } {
  const bot = idOf(raw.recipient);
  const mentions = (Array.isArray(raw.entities) ? raw.entities : []).filter(
    (entity) => fieldOf(entity, 'type') === 'mention' && idOf(fieldOf(entity, 'mentioned')) === bot,
  );
  let words = withoutQuote(raw) ?? (typeof raw.text === 'string' ? raw.text : '');
  for (const mention of mentions) {
    const shown = fieldOf(mention, 'text');
    if (typeof shown === 'string' && shown !== '') words = words.replaceAll(shown, ' ');
  }
  if (raw.textFormat === 'xml') words = fromHtml(words);
  return { words: words.replaceAll('\u00a0', ' ').trim(), mentioned: mentions.length > 0 };
}

/** Undefined unless the message quotes another one. */
function withoutQuote(raw: Json): string | undefined {
  const html = (Array.isArray(raw.attachments) ? raw.attachments : [])
    .filter((attachment) => fieldOf(attachment, 'contentType') === 'text/html')
    .map((attachment) => fieldOf(attachment, 'content'))
    .find((content) => typeof content === 'string' && QUOTES.test(content));
  if (typeof html !== 'string') return undefined;
  return fromHtml(outsideQuotes(html));
}

/** What stands in no quote, however deep they are in each other; a quote that does not end hides the rest. */
function outsideQuotes(html: string): string {
  let kept = '';
  let depth = 0;
  let end = 0;
  for (const mark of html.matchAll(QUOTE_MARK)) {
    if (depth === 0) kept += `${html.slice(end, mark.index)} `;
    depth = mark[1] === '' ? depth + 1 : Math.max(0, depth - 1);
    end = mark.index + mark[0].length;
  }
  return depth === 0 ? kept + html.slice(end) : kept;
}

function fromHtml(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li)\s*\/?>/gi, '\n')
    .replace(/<(?!at>|\/at>)[^<>]{0,2000}>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => lookUp(ENTITIES, name) ?? '')
    .trim();
}

function idOf(value: unknown): unknown {
  return fieldOf(value, 'id');
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? lookUp(value as Json, name) : undefined;
}
