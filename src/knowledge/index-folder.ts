// Brings the index in line with the documents folder: new and changed files are read, those that are gone are forgotten.
// A file whose content is known is not read again.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Clock } from '../lib/clock.ts';
import type { Redactor } from '../secrets/redactor.ts';
import { type Database, q } from '../store/database.ts';
import { and, eq } from '../store/drizzle.ts';
import {
  type ClientFolder,
  LARGEST_FILE,
  type ListedFile,
  type SkippedFile,
  shownPath,
} from './list-folder.ts';
import type { DocumentReader } from './read-document.ts';
import type { SearchIndex } from './search-index.ts';
import { splitDocument } from './split-document.ts';

/** Goes up when the same file would be read differently. */
const READING = '1';

export interface FolderCore {
  readonly database: Database;
  readonly clock: Clock;
  readonly redactor: Redactor;
  readonly index: SearchIndex;
  readonly reader: DocumentReader;
}

export interface IndexedFolder {
  readonly documents: number;
  readonly skipped: readonly SkippedFile[];
  /** Files that were read anew, and documents that are gone. */
  readonly changes: number;
}

interface Known {
  readonly hash: string;
  readonly skipped: string | null;
}

/**
 * @param stamps by client and path, of the files as they were when last looked at; kept up to date here
 * @param ended the desk is stopping: what is not begun is left for the next time
 */
export async function indexFolder(
  core: FolderCore,
  folder: ClientFolder,
  stamps: Map<string, string>,
  ended: () => boolean,
): Promise<IndexedFolder> {
  const { clientId } = folder;
  const known = await knownDocuments(core, clientId);
  const skipped: SkippedFile[] = [...folder.skipped];
  let changes = 0;
  for (const file of folder.files) {
    if (ended()) break;
    const before = known.get(file.path);
    const key = `${clientId}/${file.path}`;
    if (before === undefined || stamps.get(key) !== file.stamp) {
      const after = await indexFile(core, clientId, file, before, ended);
      if (!after) break;
      if (after !== before) changes += 1;
      known.set(file.path, after);
      stamps.set(key, file.stamp);
    }
    const why = known.get(file.path)?.skipped;
    if (why) skipped.push({ path: shownPath(file.path), why });
  }
  const listed = new Set(folder.files.map(({ path }) => path));
  const gone = folder.complete && !ended() ? [...known.keys()].filter((path) => !listed.has(path)) : [];
  for (const path of gone) await forgetDocument(core, clientId, path);
  for (const path of gone) stamps.delete(`${clientId}/${path}`);
  return {
    documents: folder.files.length + folder.skipped.length - skipped.length,
    skipped,
    changes: changes + gone.length,
  };
}

async function indexFile(
  core: FolderCore,
  clientId: string,
  file: ListedFile,
  before: Known | undefined,
  ended: () => boolean,
): Promise<Known | undefined> {
  const bytes = await contentOf(file.file);
  const hash = bytes ? `${READING}:${createHash('sha256').update(bytes).digest('base64url')}` : 'unreadable';
  if (before?.hash === hash) return before;
  const read = bytes
    ? await core.reader.read(file.kind, bytes)
    : { ok: false as const, why: 'cannot be read' };
  // A reader that was ended says nothing about the file.
  if (ended()) return undefined;
  const name = basename(file.path, extname(file.path));
  const split = read.ok
    ? splitDocument(core.redactor.text(read.text), core.redactor.text(read.title ?? name))
    : undefined;
  const skipped = read.ok ? (split?.sections.length ? null : 'is empty') : read.why;
  const row = { clientId, path: file.path, hash, skipped, readAt: core.clock.now() };
  await core.database.transaction(function* (db) {
    const { tx, t } = db;
    const at = { clientId, kind: 'document', key: file.path } as const;
    const details = { title: split?.title ?? name, path: shownPath(file.path) };
    yield* core.index.put(db, { ...at, sections: split?.sections ?? [], details });
    yield* q(
      tx.delete(t.documents).where(and(eq(t.documents.clientId, clientId), eq(t.documents.path, file.path))),
    );
    yield* q(tx.insert(t.documents).values(row));
  });
  return { hash, skipped };
}

async function knownDocuments(core: FolderCore, clientId: string): Promise<Map<string, Known>> {
  const rows = await core.database.read(({ tx, t }) =>
    q(tx.select().from(t.documents).where(eq(t.documents.clientId, clientId))),
  );
  return new Map(rows.map(({ path, hash, skipped }) => [path, { hash, skipped }]));
}

async function forgetDocument(core: FolderCore, clientId: string, path: string): Promise<void> {
  await core.database.transaction(function* (db) {
    const { tx, t } = db;
    yield* core.index.remove(db, { clientId, kind: 'document', key: path });
    yield* q(
      tx.delete(t.documents).where(and(eq(t.documents.clientId, clientId), eq(t.documents.path, path))),
    );
  });
}

/** Clients with documents in the index that have no folder any more. */
export async function forgetClients(core: FolderCore, present: readonly string[]): Promise<number> {
  const rows = await core.database.read(({ tx, t }) =>
    q(tx.selectDistinct({ clientId: t.documents.clientId }).from(t.documents)),
  );
  const gone = rows.filter(({ clientId }) => !present.includes(clientId));
  for (const { clientId } of gone)
    for (const path of (await knownDocuments(core, clientId)).keys())
      await forgetDocument(core, clientId, path);
  return gone.length;
}

/** The file as it was listed: no link is followed any more, and no more is read than was allowed. */
async function contentOf(file: string): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      const { size } = await handle.stat();
      return size > LARGEST_FILE ? undefined : new Uint8Array(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
