// The files of the page, by their address. Only what is listed here can be fetched.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const SCRIPT = 'text/javascript; charset=utf-8';
const SCRIPTS = [
  'page',
  'api',
  'card-view',
  'composer',
  'dialog',
  'element',
  'empty-view',
  'log-view',
  'markdown',
  'message-view',
  'pane',
  'person-picker',
  'store',
  'thread-rows',
];
const STYLES = ['theme', 'page', 'messages', 'cards'];

interface PageFile {
  readonly type: string;
  readonly at: URL;
}

const own = (name: string) => new URL(`page/${name}`, import.meta.url);

const FILES: ReadonlyMap<string, PageFile> = new Map([
  ['/', { type: 'text/html; charset=utf-8', at: own('index.html') }],
  ['/icon.svg', { type: 'image/svg+xml', at: own('icon.svg') }],
  [
    '/adaptivecards.js',
    { type: SCRIPT, at: new URL(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js')) },
  ],
  ...SCRIPTS.map((name) => [`/${name}.js`, { type: SCRIPT, at: own(`${name}.js`) }] as const),
  ...STYLES.map(
    (name) => [`/${name}.css`, { type: 'text/css; charset=utf-8', at: own(`${name}.css`) }] as const,
  ),
]);

/** The file at a path of the listener, or undefined. @throws Error if an installed file is missing */
export async function readPageFile(
  path: string,
): Promise<{ readonly type: string; readonly body: Buffer } | undefined> {
  const file = FILES.get(path);
  return file && { type: file.type, body: await readFile(fileURLToPath(file.at)) };
}
