// PostgreSQL: the same transaction bodies, each query awaited on one connection of the pool.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Pool as PgPool } from 'pg';
import type { Body, Database, Tx } from './database.ts';
import { sql } from './drizzle.ts';
import { schema } from './schema.postgres.ts';

const load = createRequire(import.meta.url);
const MIGRATIONS = join(import.meta.dirname, '../../migrations/postgres');
/** Any fixed number: replicas that start together wait for one another here. */
const MIGRATION_LOCK = 7_203_118;
const WRITER_LOCK = 7_203_119;

/**
 * Connects, migrates under an advisory lock (drizzle's migrator takes none), and gives the port.
 * @param url `postgres://user:password@host:port/name`
 * @param use a `reader` neither migrates nor may write
 */
export async function openPostgres(url: string, use: 'server' | 'reader' = 'server'): Promise<Database> {
  const { Pool } = load('pg') as { Pool: new (options: object) => PgPool };
  const readOnly = { options: '-c default_transaction_read_only=on', connectionTimeoutMillis: 5000 };
  const pool = new Pool({ connectionString: url, max: 10, ...(use === 'reader' ? readOnly : {}) });
  // An idle connection that the server ends (a restart, a fail-over) is replaced by the pool; unheard it would end the process.
  pool.on('error', () => {});
  const { drizzle } = load('drizzle-orm/node-postgres') as typeof import('drizzle-orm/node-postgres');
  if (use === 'server') await migrateLocked(pool);
  const db = drizzle(pool);
  const run = async <T>(body: Body<T>, tx: unknown): Promise<T> => {
    const steps = body({ tx: tx as Tx, t: schema });
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
    transaction: (body) =>
      db.transaction(
        async (tx) => {
          // One writer at a time, as on SQLite: every unit extends the one audit chain, so writers side by side would only undo
          // one another. Each statement after the lock sees everything that was committed before it.
          await tx.execute(sql`select pg_advisory_xact_lock(${WRITER_LOCK})`);
          return run(body, tx);
        },
        { isolationLevel: 'read committed' },
      ),
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
