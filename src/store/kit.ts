// The column kit: one set of words for both databases, so that the tables are written once. A column that holds one of a few
// words, or JSON of a known shape, says so in its type; nothing is checked when it is read.
import { pgCore, sqliteCore } from './drizzle.ts';

const { sqliteTable, integer, text: sqliteText, index, uniqueIndex, primaryKey } = sqliteCore;

export const sqliteKit = {
  table: sqliteTable,
  text: <T extends string = string>(name: string) => sqliteText(name).$type<T>(),
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  time: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  json: <T = unknown>(name: string) => sqliteText(name, { mode: 'json' }).$type<T>(),
  index,
  uniqueIndex,
  primaryKey,
};

export type Kit = typeof sqliteKit;

/** The same words on PostgreSQL. Typed as SQLite's: both drivers give the same values for these columns. */
export const postgresKit = {
  table: pgCore.pgTable,
  text: (name: string) => pgCore.text(name),
  int: (name: string) => pgCore.integer(name),
  bool: (name: string) => pgCore.boolean(name),
  time: (name: string) => pgCore.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  json: (name: string) => pgCore.jsonb(name),
  index: pgCore.index,
  uniqueIndex: pgCore.uniqueIndex,
  primaryKey: pgCore.primaryKey,
} as unknown as Kit;
