// The files of the page, by their address. Only what is listed here can be fetched.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const TYPES = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const;

const own = (name: string) => new URL(`page/${name}`, import.meta.url);
const renderer = () => new URL(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));

const FILES: Readonly<Record<string, { readonly type: keyof typeof TYPES; readonly at: () => URL }>> = {
  '/': { type: 'html', at: () => own('index.html') },
  '/page.css': { type: 'css', at: () => own('page.css') },
  '/cards.css': { type: 'css', at: () => own('cards.css') },
  '/icon.svg': { type: 'svg', at: () => own('icon.svg') },
  '/adaptivecards.js': { type: 'js', at: renderer },
  ...Object.fromEntries(
    [
      'page',
      'api',
      'card-view',
      'composer',
      'dialog',
      'element',
      'markdown',
      'message-view',
      'pane',
      'store',
    ].map((name) => [`/${name}.js`, { type: 'js' as const, at: () => own(`${name}.js`) }]),
  ),
};

/** The file at a path of the listener, or undefined. @throws Error if an installed file is missing */
export async function readPageFile(
  path: string,
): Promise<{ readonly type: string; readonly body: Buffer } | undefined> {
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (file === undefined) return undefined;
  return { type: TYPES[file.type], body: await readFile(fileURLToPath(file.at())) };
}
