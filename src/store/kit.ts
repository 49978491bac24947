// The column kit: one set of words for both databases, so that the tables are written once.
import { pgCore, sqliteCore } from './drizzle.ts';

const { sqliteTable, integer, text: sqliteText, index, uniqueIndex, primaryKey } = sqliteCore;

export const sqliteKit = {
  table: sqliteTable,
  text: sqliteText,
  int: (name: string) => integer(name),
  bool: (name: string) => integer(name, { mode: 'boolean' }),
  time: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  json: (name: string) => sqliteText(name, { mode: 'json' }),
  index,
  uniqueIndex,
  primaryKey,
};

export type Kit = typeof sqliteKit;

/** The same words on PostgreSQL. Typed as SQLite's: both drivers give the same values for these columns. */
export const postgresKit = {
  table: pgCore.pgTable,
  text: pgCore.text,
  int: (name: string) => pgCore.integer(name),
  bool: (name: string) => pgCore.boolean(name),
  time: (name: string) => pgCore.timestamp(name, { withTimezone: true, precision: 3, mode: 'date' }),
  json: (name: string) => pgCore.jsonb(name),
  index: pgCore.index,
  uniqueIndex: pgCore.uniqueIndex,
  primaryKey: pgCore.primaryKey,
} as unknown as Kit;
