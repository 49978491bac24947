// Runs in a thread of its own, which may be ended at any moment: turns one HTML or PDF file after the other into plain text
// with "# " before headings. It runs no script, follows no link and loads nothing that a file names.
import { parentPort } from 'node:worker_threads';
import { convert, type FormatCallback } from 'html-to-text';
import { getDocumentProxy } from 'unpdf';

export interface ReadRequest {
  readonly kind: 'html' | 'pdf';
  readonly bytes: Uint8Array;
}

export type ReadReply =
  | { readonly ok: true; readonly text: string; readonly title: string | undefined }
  | { readonly ok: false; readonly why: string };

const MOST_PAGES = 1000;
const LONGEST_TEXT = 1_000_000;

/** Headings stay headings, so that a document is cut where its writer cut it. */
const heading: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 2 });
  builder.addLiteral('# ');
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 2 });
};

const SKIPPED = ['img', 'noscript', 'template', 'iframe', 'svg', 'nav', 'head'];
const selectors = [
  { selector: 'a', options: { ignoreHref: true } },
  { selector: 'table', format: 'dataTable' },
  ...SKIPPED.map((selector) => ({ selector, format: 'skip' })),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, format: 'plainHeading' })),
];

function readHtml(bytes: Uint8Array): ReadReply {
  const html = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const limits = { maxInputLength: 10_000_000, maxDepth: 200 };
  const text = convert(html, { wordwrap: false, selectors, limits, formatters: { plainHeading: heading } });
  const title = convert(html, {
    wordwrap: false,
    limits,
    baseElements: { selectors: ['title'], returnDomByDefault: false },
  });
  return { ok: true, text: text.slice(0, LONGEST_TEXT), title: title.trim() || undefined };
}

/** Old pages say which encoding they are in; what they say about UTF-16 cannot be true if it could be read here. */
function encodingOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const named = /<meta[^>]{1,200}charset\s*=\s*["']?\s*([\w-]{1,30})/i.exec(start)?.[1];
  return named !== undefined && /^(?:windows-125\d|iso-8859-\d{1,2}|latin1)$/i.test(named) ? named : 'utf-8';
}

async function readPdf(bytes: Uint8Array): Promise<ReadReply> {
  const pdf = await getDocumentProxy(bytes, { useSystemFonts: false, disableFontFace: true, verbosity: 0 });
  const { info } = await pdf.getMetadata();
  const pages: string[] = [];
  let length = 0;
  for (let page = 1; page <= Math.min(pdf.numPages, MOST_PAGES) && length < LONGEST_TEXT; page += 1) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
    length += text.length;
    pages.push(text);
  }
  const text = pages.join('\n\n').slice(0, LONGEST_TEXT);
  if (text.trim() === '') return { ok: false, why: 'holds no text (is it a scan?)' };
  return { ok: true, text, title: titleOf(info) };
}

function titleOf(info: object): string | undefined {
  const title: unknown = 'Title' in info ? info.Title : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined;
}

function whyOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'is locked with a password';
  return 'could not be read, it seems to be damaged';
}

parentPort?.on('message', ({ kind, bytes }: ReadRequest) => {
  const reading = kind === 'html' ? Promise.try(readHtml, bytes) : readPdf(bytes);
  void reading
    .catch((error: unknown): ReadReply => ({ ok: false, why: whyOf(error) }))
    .then((reply) => parentPort?.postMessage(reply));
});
