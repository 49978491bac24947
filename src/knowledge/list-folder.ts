// Says which files of the documents folder are documents of which client, and which are not and why. It reads names and sizes,
// never contents; a folder that is no client's is named and not looked into.
import type { Dirent } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { DocumentKind } from './read-document.ts';

export interface ListedFile {
  /** Inside the client's folder, with `/` between the parts. */
  readonly path: string;
  /** Where it really lies: a link is followed here, and once. */
  readonly file: string;
  readonly kind: DocumentKind;
  /** Changes when the file does. */
  readonly stamp: string;
}

export interface SkippedFile {
  readonly path: string;
  /** Follows the name in a sentence, e.g. `is larger than 10 MB`. */
  readonly why: string;
}

export interface ClientFolder {
  readonly clientId: string;
  readonly files: readonly ListedFile[];
  readonly skipped: readonly SkippedFile[];
  /** False: a part of it could not be looked into, so what is missing is not known to be gone. */
  readonly complete: boolean;
}

export interface ListedDocuments {
  readonly clients: readonly ClientFolder[];
  /** Entries beside the clients' folders: no document in them is read. */
  readonly strange: readonly SkippedFile[];
}

export const LARGEST_FILE = 10 * 1024 * 1024;
const MOST_FILES = 10_000;
const DEEPEST = 16;
const KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['.md', 'text'],
  ['.txt', 'text'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.pdf', 'pdf'],
]);

/** The ids of the clients that have a folder. A folder of documents that is not there is one without clients. */
export async function clientFolders(
  folder: string,
  clientIds: readonly string[],
): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  return entries
    .filter((entry) => entry.isDirectory() && clientIds.includes(entry.name))
    .map(({ name }) => name);
}

/** @throws if the folder is there and cannot be looked into */
export async function listFolder(folder: string, clientIds: readonly string[]): Promise<ListedDocuments> {
  const clients: ClientFolder[] = [];
  const strange: SkippedFile[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory() && clientIds.includes(entry.name)) {
      clients.push(await listClient(folder, entry.name));
    } else if (!entry.name.startsWith('.')) {
      const why = entry.isDirectory()
        ? 'is not the id of a client, so nothing in it is read'
        : entry.isSymbolicLink()
          ? 'is a link; a client needs a folder here'
          : 'lies outside every client’s folder, so it is not read';
      strange.push({ path: shownPath(entry.name), why });
    }
  }
  return { clients, strange };
}

async function listClient(folder: string, clientId: string): Promise<ClientFolder> {
  const root = await realpath(join(folder, clientId));
  const files: ListedFile[] = [];
  const skipped: SkippedFile[] = [];
  let complete = true;
  const visit = async (directory: string, depth: number): Promise<void> => {
    let entries: readonly Dirent[] = [];
    try {
      entries = await entriesOf(join(root, directory));
    } catch {
      complete = false;
      skipped.push({ path: shownPath(directory) || '.', why: 'cannot be looked into' });
    }
    for (const entry of entries) {
      const path = directory === '' ? entry.name : `${directory}/${entry.name}`;
      const skip = (why: string) => skipped.push({ path: shownPath(path), why });
      if (entry.name.startsWith('.')) skip('begins with a dot');
      else if (entry.isDirectory() && depth < DEEPEST) await visit(path, depth + 1);
      else if (entry.isDirectory()) skip('lies too deep');
      else {
        const listed = await look(root, path);
        if ('why' in listed) skip(listed.why);
        else if (files.length >= MOST_FILES) skip(`is one more than ${MOST_FILES} files`);
        else files.push(listed);
      }
    }
  };
  await visit('', 0);
  return { clientId, files, skipped, complete };
}

async function look(root: string, path: string): Promise<ListedFile | { readonly why: string }> {
  const kind = KINDS.get(extname(path).toLowerCase());
  try {
    const isLink = (await lstat(join(root, path))).isSymbolicLink();
    const file = await realpath(join(root, path));
    if (!file.startsWith(root + sep)) return { why: 'is a link that leaves the folder' };
    const { size, mtimeMs, ino, ...stats } = await stat(file).then((found) => ({
      size: found.size,
      mtimeMs: found.mtimeMs,
      ino: found.ino,
      isFile: found.isFile(),
    }));
    if (!stats.isFile) return { why: isLink ? 'is a link to a folder' : 'is not a file' };
    if (kind === undefined) return { why: 'is not Markdown, text, HTML or PDF' };
    if (size > LARGEST_FILE) return { why: 'is larger than 10 MB' };
    return { path, file, kind, stamp: `${file} ${size} ${mtimeMs} ${ino}` };
  } catch {
    return { why: 'cannot be read' };
  }
}

/** In order of their names; none if there is no such folder. */
async function entriesOf(path: string): Promise<readonly Dirent[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Names are written by others: one line, no control characters, not endless. */
export function shownPath(path: string): string {
  return path.replace(/[\p{Cc}\p{Cf}]/gu, '?').slice(0, 200);
}
