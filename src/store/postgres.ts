// PostgreSQL: the same transaction bodies, each query awaited on one connection of the pool.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Pool as PgPool } from 'pg';
import type { Body, Database, Tx } from './database.ts';
import { schema } from './schema.postgres.ts';

const load = createRequire(import.meta.url);
const MIGRATIONS = join(import.meta.dirname, '../../migrations/postgres');
/** Any fixed number: replicas that start together wait for one another here. */
const MIGRATION_LOCK = 7_203_118;
const SERIALIZATION_FAILURES = new Set(['40001', '40P01']);
const MAX_TRIES = 5;

/**
 * Connects, migrates under an advisory lock (drizzle's migrator takes none), and gives the port.
 * @param url `postgres://user:password@host:port/name`
 */
export async function openPostgres(url: string): Promise<Database> {
  const { Pool } = load('pg') as { Pool: new (options: object) => PgPool };
  const pool = new Pool({ connectionString: url, max: 10 });
  // An idle connection that the server ends (a restart, a fail-over) is replaced by the pool; unheard it would end the process.
  pool.on('error', () => {});
  const { drizzle } = load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres');
  await migrateLocked(pool);
  const db = drizzle(pool);
  const run = async <T>(body: Body<T>, tx: unknown): Promise<T> => {
    const steps = body(tx as Tx, schema);
    let step = steps.next();
    while (!step.done) {
      let rows: unknown;
      try {
        rows = await step.value;
      } catch (error) {
        step = steps.throw(error);
        continue;
      }
      step = steps.next(rows);
    }
    return step.value;
  };
  return {
    dialect: 'postgres',
    transaction: async (body) => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await db.transaction((tx) => run(body, tx), { isolationLevel: 'serializable' });
        } catch (error) {
          if (tries === MAX_TRIES || !isSerializationFailure(error)) throw error;
        }
      }
    },
    read: (body) => run(body, db),
    close: () => pool.end(),
  };
}

async function migrateLocked(pool: PgPool): Promise<void> {
  const { drizzle } = load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres');
  const { migrate } = load(
    'drizzle-orm/node-postgres/migrator',
  ) as typeof import('drizzle-orm/node-postgres/migrator');
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: MIGRATIONS });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    client.release();
  }
}

function isSerializationFailure(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as Error & { code?: unknown }).code;
    if (typeof code === 'string' && SERIALIZATION_FAILURES.has(code)) return true;
  }
  return false;
}
