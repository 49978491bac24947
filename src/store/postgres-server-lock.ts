// One serving process for a PostgreSQL database: a session lock that the server frees when the connection ends.
import { createRequire } from 'node:module';
import type { Client } from 'pg';
import { AppError } from '../lib/errors.ts';

const load = createRequire(import.meta.url);
const SERVER_LOCK = 7_203_120;

/**
 * Takes the lock for as long as the process serves.
 * @param onLost called if the connection ends: another process may take over, so this one has to stop
 * @throws AppError `store.locked` if another process serves this database
 */
export async function takePostgresServerLock(
  url: string,
  onLost: () => void,
): Promise<{ release(): Promise<void> }> {
  const { Client: Connection } = load('pg') as { Client: new (options: object) => Client };
  const client = new Connection({ connectionString: url, keepAlive: true });
  let released = false;
  const lost = () => {
    if (!released) onLost();
  };
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    SERVER_LOCK,
  ]);
  const release = async () => {
    released = true;
    await client.end();
  };
  if (rows[0]?.taken) return { release };
  await release();
  throw new AppError({
    code: 'store.locked',
    message:
      'Another process already serves this PostgreSQL database. This version serves it from one process; stop the other first.',
  });
}
