// Says whether a database has every migration of this version. It only reads; migrating happens where a server opens it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Database, q } from './database.ts';
import { sql } from './drizzle.ts';

const FOLDER = join(import.meta.dirname, '../../migrations');

/** Positive: so many are still to be applied; negative: the database belongs to a newer version; 0: current. */
export async function missingMigrations(database: Database): Promise<number> {
  const file = join(FOLDER, database.dialect, 'meta/_journal.json');
  const journal = JSON.parse(readFileSync(file, 'utf8')) as { readonly entries: readonly unknown[] };
  return journal.entries.length - (await appliedMigrations(database));
}

/** drizzle's own table; 0 where it does not exist yet. */
async function appliedMigrations(database: Database): Promise<number> {
  const table = database.dialect === 'sqlite' ? sql`__drizzle_migrations` : sql`drizzle.__drizzle_migrations`;
  try {
    return await database.read(function* ({ tx }) {
      const rows = yield* q(tx.select({ count: sql<number>`count(*)` }).from(table));
      return Number(rows[0]?.count ?? 0);
    });
  } catch (error) {
    if (/no such table|does not exist/.test(textOf(error))) return 0;
    throw error;
  }
}

/** The driver's words may stand in the cause. */
function textOf(error: unknown): string {
  return error instanceof Error ? `${error.message} ${textOf(error.cause)}` : '';
}
