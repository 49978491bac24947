// SQLite: one file, one writing process. The server holds a lock beside the file; readers open it read-only.

import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { boundedMap } from '../lib/bounded-map.ts';
import { AppError } from '../lib/errors.ts';
import type { Body, Database, Tx } from './database.ts';
import { createGroupCommit } from './group-commit.ts';
import { schema } from './schema.sqlite.ts';
import { BoundStatement, keepStatements } from './statement.ts';

const load = createRequire(import.meta.url);
const MIGRATIONS = join(import.meta.dirname, '../../migrations/sqlite');

interface Runnable {
  prepare(): { execute(): { sync(): unknown } };
}

export interface SqliteOptions {
  /** A path, or `:memory:`. */
  readonly path: string;
  /** `server` takes the lock, migrates and writes; `reader` opens an existing file read-only. */
  readonly use: 'server' | 'reader';
}

/**
 * Opens the database, creates its folder and brings it up to date.
 * @throws AppError `store.locked` if another process serves this file, `store.missing` if a reader finds none.
 */
export function openSqlite(options: SqliteOptions): Database {
  const memory = options.path === ':memory:';
  const lock = options.use === 'server' && !memory ? takeServerLock(options.path) : undefined;
  const Sqlite = load('better-sqlite3') as typeof SqliteDatabase;
  if (options.use === 'reader' && !existsSync(options.path)) {
    throw new AppError({
      code: 'store.missing',
      message: `There is no database at ${options.path} yet. Start the desk once with "npm start".`,
    });
  }
  const client = new Sqlite(options.path, { readonly: options.use === 'reader' });
  client.pragma('busy_timeout = 5000');
  if (options.use === 'server') {
    client.pragma('journal_mode = WAL');
    // better-sqlite3 is built with NORMAL as the default in WAL mode; a power cut must not lose a decision.
    client.pragma('synchronous = FULL');
    client.pragma('foreign_keys = ON');
  }
  cacheStatements(client);
  const { drizzle } = load('drizzle-orm/better-sqlite3') as typeof import('drizzle-orm/better-sqlite3');
  const tx: Tx = drizzle(client);
  if (options.use === 'server') {
    const { migrate } = load(
      'drizzle-orm/better-sqlite3/migrator',
    ) as typeof import('drizzle-orm/better-sqlite3/migrator');
    migrate(tx, { migrationsFolder: MIGRATIONS });
  }
  keepStatements(tx);
  const commits = createGroupCommit(client);
  return {
    dialect: 'sqlite',
    transaction: (body) => commits.run(() => stepThrough(body, tx)),
    read: async (body) => stepThrough(body, tx),
    close: async () => {
      commits.flush();
      client.close();
      lock?.close();
    },
  };
}

function stepThrough<T>(body: Body<T>, tx: Tx): T {
  const steps = body({ tx, t: schema });
  let step = steps.next();
  while (!step.done) {
    let rows: unknown;
    try {
      const query: unknown = step.value;
      rows = query instanceof BoundStatement ? query.run() : (query as Runnable).prepare().execute().sync();
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(rows);
  }
  return step.value;
}

/** Compiling SQL costs more than running it here: the same text gives the same prepared statement. */
function cacheStatements(client: SqliteDatabase.Database): void {
  const prepare = client.prepare.bind(client);
  const cache = boundedMap<ReturnType<typeof prepare>>(500);
  const cached = (source: string) => {
    const known = cache.get(source);
    if (known) return known;
    const statement = prepare(source);
    cache.set(source, statement);
    return statement;
  };
  client.prepare = cached as typeof client.prepare;
}

/** Whether a server holds the lock of this file now. */
export function isServed(path: string): boolean {
  if (!existsSync(path)) return false;
  try {
    takeServerLock(path).close();
    return false;
  } catch {
    return true;
  }
}

/** An exclusive transaction on a small file of its own: the operating system frees it when the process dies. */
function takeServerLock(path: string): { close(): void } {
  mkdirSync(dirname(path), { recursive: true });
  const Sqlite = load('better-sqlite3') as typeof SqliteDatabase;
  const lock = new Sqlite(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    throw new AppError({
      code: 'store.locked',
      message: `Another process already serves ${path}. Stop it first, or use PostgreSQL (DATABASE_URL=postgres://…) to run several replicas.`,
      cause,
    });
  }
  return lock;
}
