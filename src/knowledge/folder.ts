// The documents folder while the desk runs: looked through at the start and whenever something in it changes, in the background.
// Each client with a folder gets an integration that searches it, and nothing but it.
import { type FSWatcher, watch } from 'node:fs';
import type { Desk } from '../desk/desk.ts';
import type { Integration } from '../integrations/integration.ts';
import { type Clock, MINUTE_MS } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Logger } from '../lib/log.ts';
import { every, later } from '../lib/timers.ts';
import type { Redactor } from '../secrets/redactor.ts';
import type { Database } from '../store/database.ts';
import { documentsIntegration } from './documents-integration.ts';
import { type FolderCore, forgetClients, type IndexedFolder, indexFolder } from './index-folder.ts';
import { clientFolders, listFolder, type SkippedFile } from './list-folder.ts';
import { createDocumentReader } from './read-document.ts';
import { createSearchIndex } from './search-index.ts';

export interface DocumentsFolder {
  /** Finds out which clients have a folder, and begins to read; resolves before anything is read. */
  start(core: DocumentsCore): Promise<void>;
  /** Looks the folder through now; resolves when all of it is in the index. */
  follow(): Promise<void>;
  stop(): Promise<void>;
  /** Undefined: the client has no folder, and reads nothing. */
  integration(clientId: string): Integration | undefined;
  /** Changes whenever `integration` would answer differently. */
  version(): number;
}

export interface DocumentsCore {
  readonly desk: Desk;
  readonly database: Database;
  readonly clock: Clock;
  readonly redactor: Redactor;
  readonly log: Logger;
}

const RESCAN_MS = 5 * MINUTE_MS;
/** A file is written in several steps; one look after the last of them is enough. */
const QUIET_MS = 300;

export function createDocumentsFolder(
  path: string,
  times = { rescan: RESCAN_MS, quiet: QUIET_MS },
): DocumentsFolder {
  return new Folder(path, times);
}

class Folder implements DocumentsFolder {
  readonly #path: string;
  readonly #times: { readonly rescan: number; readonly quiet: number };
  readonly #clients = new Map<string, IndexedFolder | undefined>();
  readonly #stamps = new Map<string, string>();
  #running: (DocumentsCore & FolderCore) | undefined;
  #version = 0;
  #watcher: FSWatcher | undefined;
  #stopLooking: () => void = () => undefined;
  #cancelQuiet: () => void = () => undefined;
  #following: Promise<void> = Promise.resolve();
  #reported = '';

  constructor(path: string, times: { readonly rescan: number; readonly quiet: number }) {
    this.#path = path;
    this.#times = times;
  }

  async start(core: DocumentsCore): Promise<void> {
    const index = createSearchIndex(core.database);
    this.#running = { ...core, desk: core.desk, index, reader: createDocumentReader(core.clock) };
    try {
      for (const id of await clientFolders(this.#path, clientIds(core))) this.#clients.set(id, undefined);
    } catch (error) {
      core.log.warn({ error: errorText(error) }, 'the documents folder cannot be looked into');
    }
    this.#stopLooking = every(core.clock, this.#times.rescan, () => void this.follow());
    void this.follow();
  }

  follow(): Promise<void> {
    this.#following = this.#following.then(async () => {
      const core = this.#running;
      if (!core) return;
      try {
        this.#watch(core);
        await this.#look(core);
      } catch (error) {
        core.log.warn({ error: errorText(error) }, 'the documents folder could not be looked through');
      } finally {
        await core.reader.close();
      }
    });
    return this.#following;
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    this.#stopLooking();
    this.#cancelQuiet();
    this.#watcher?.close();
    this.#watcher = undefined;
    await running?.reader.close();
    await this.#following;
  }

  integration(clientId: string): Integration | undefined {
    const core = this.#running;
    if (!core || !this.#clients.has(clientId)) return undefined;
    return documentsIntegration(clientId, core.index, () => this.#clients.get(clientId));
  }

  version(): number {
    return this.#version;
  }

  async #look(core: DocumentsCore & FolderCore): Promise<void> {
    const listed = await listFolder(this.#path, clientIds(core));
    const present = listed.clients.map(({ clientId }) => clientId);
    let changes = 0;
    for (const id of [...this.#clients.keys()].filter((known) => !present.includes(known))) {
      this.#clients.delete(id);
      changes += 1;
    }
    for (const id of present.filter((fresh) => !this.#clients.has(fresh))) this.#clients.set(id, undefined);
    changes += await forgetClients(core, present);
    for (const folder of listed.clients) {
      if (!this.#running) return;
      const indexed = await indexFolder(core, folder, this.#stamps, () => !this.#running);
      const before = this.#clients.get(folder.clientId);
      this.#clients.set(folder.clientId, indexed);
      if (!before || JSON.stringify(before.skipped) !== JSON.stringify(indexed.skipped)) changes += 1;
      changes += indexed.changes;
    }
    if (changes > 0) this.#version += 1;
    this.#report(core, listed.strange);
  }

  /** Says what is new, once. */
  #report(core: DocumentsCore, strange: readonly SkippedFile[]): void {
    const counts = [...this.#clients].map(([client, indexed]) => ({
      client,
      documents: indexed?.documents ?? 0,
    }));
    const skipped = [...this.#clients].flatMap(([client, indexed]) =>
      (indexed?.skipped ?? []).map(({ path, why }) => `${client}/${path} ${why}`),
    );
    const all = [...strange.map(({ path, why }) => `${path} ${why}`), ...skipped];
    const report = JSON.stringify([counts, all]);
    if (report === this.#reported) return;
    this.#reported = report;
    if (counts.length > 0) core.log.info({ counts }, 'the documents folder was looked through');
    if (all.length > 0)
      core.log.warn({ skipped: all.slice(0, 50), count: all.length }, 'not read as documents');
  }

  /** Without it (no such folder yet, no more watchers) the regular look remains. */
  #watch(core: DocumentsCore): void {
    if (this.#watcher) return;
    try {
      const watcher = watch(this.#path, { recursive: true, persistent: false }, () => {
        this.#cancelQuiet();
        this.#cancelQuiet = later(core.clock, this.#times.quiet, () => void this.follow());
      });
      const lost = () => {
        watcher.close();
        if (this.#watcher === watcher) this.#watcher = undefined;
      };
      watcher.on('error', lost);
      this.#watcher = watcher;
    } catch (error) {
      core.log.debug({ error: errorText(error) }, 'the documents folder is not watched');
    }
  }
}

function clientIds({ desk }: Pick<DocumentsCore, 'desk'>): readonly string[] {
  return desk.desk.clients.map(({ id }) => id);
}
