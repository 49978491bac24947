// The database port: transactions whose bodies yield queries and nothing else, on SQLite and on PostgreSQL.
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Tables } from './tables.ts';

export type Tx = BetterSQLite3Database;

/** What a body has in hand: one transaction and the tables of its dialect. */
export interface Db {
  readonly tx: Tx;
  readonly t: Tables;
}

/** What a body has that writes: the transaction and the one time that stands in everything it writes. */
export interface Writing extends Db {
  readonly now: Date;
}

/** A part of a body: it yields drizzle queries and nothing else, so nothing else can be awaited inside. */
export type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

export type Body<T> = (db: Db) => Step<T>;

export interface Database {
  readonly dialect: 'sqlite' | 'postgres';
  /** All of it happens, or nothing. A throw inside rolls back and is thrown on. */
  transaction<T>(body: Body<T>): Promise<T>;
  /** Reads only; one consistent view on SQLite. */
  read<T>(body: Body<T>): Promise<T>;
  close(): Promise<void>;
}

/** Yields a query and gives back its rows, typed: `const rows = yield* q(tx.select()…)`. */
export function* q<T>(query: PromiseLike<T>): Generator<PromiseLike<T>, T, unknown> {
  return (yield query) as T;
}
