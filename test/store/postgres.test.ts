// PostgreSQL: the same store contract on a real server, replicas that start together, connections that the server ends.
import { afterAll, describe, expect, test } from 'vitest';
import { q } from '../../src/store/database.ts';
import { sql } from '../../src/store/drizzle.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { takePostgresServerLock } from '../../src/store/postgres-server-lock.ts';
import { storeContract } from '../contracts/store.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

const started = await startPostgres();
const server = started.ok ? started.server : undefined;
afterAll(() => server?.stop());

describe.skipIf(!server)(started.ok ? 'on a real server' : `skipped: ${started.why}`, () => {
  storeContract('PostgreSQL', async () => {
    const url = await databaseUrl();
    const database = await openPostgres(url);
    return {
      database,
      reopen: async () => {
        await database.close();
        return openPostgres(url);
      },
    };
  });

  test('databases that are asked for at once are different ones', async () => {
    const urls = await Promise.all([databaseUrl(), databaseUrl(), databaseUrl()]);
    expect(new Set(urls).size).toBe(3);
  });

  test('five replicas that start on an empty database all come up', async () => {
    const url = await databaseUrl();
    const replicas = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)));
    const counted = await Promise.all(
      replicas.map((replica) => replica.read(({ tx, t }) => q(tx.select().from(t.counters)))),
    );
    expect(counted).toEqual([[], [], [], [], []]);
    await Promise.all(replicas.map((replica) => replica.close()));
  });

  test('only one process serves a database, until it lets go', async () => {
    const url = await databaseUrl();
    const first = await takePostgresServerLock(url, () => {});
    await expect(takePostgresServerLock(url, () => {})).rejects.toThrow('Another process already serves');
    await first.release();
    const second = await takePostgresServerLock(url, () => {});
    await second.release();
  });

  test('a lock that is lost is told', async () => {
    const url = await databaseUrl();
    let lost = false;
    await takePostgresServerLock(url, () => {
      lost = true;
    });
    const other = await openPostgres(url);
    const end = sql`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 7203120`;
    await other.read(({ tx }) =>
      q((tx as unknown as { execute(query: typeof end): PromiseLike<unknown> }).execute(end)),
    );
    await expect.poll(() => lost).toBe(true);
    await other.close();
  });

  test('an idle connection that the server ends is replaced', async () => {
    const url = await databaseUrl();
    const [database, other] = [await openPostgres(url), await openPostgres(url)];
    await database.read(({ tx, t }) => q(tx.select().from(t.counters)));
    await other.read(({ tx }) => {
      const end = sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`;
      return q((tx as unknown as { execute(query: typeof end): PromiseLike<unknown> }).execute(end));
    });
    await expect
      .poll(() => database.read(({ tx, t }) => q(tx.select().from(t.counters))).catch(() => 'lost'))
      .toEqual([]);
    await Promise.all([database.close(), other.close()]);
  });
});

function databaseUrl(): Promise<string> {
  return (server as TestPostgres).createDatabase();
}
