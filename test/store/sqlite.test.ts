// SQLite: the store contract in memory and in a file, durable after every opening, one server per file.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { q } from '../../src/store/database.ts';
import { sql } from '../../src/store/drizzle.ts';
import { isServed, openSqlite } from '../../src/store/sqlite.ts';
import { storeContract } from '../contracts/store.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-store-'));
  path = join(folder, 'data', 'desk.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const PRAGMAS = ['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'];
/** https://www.sqlite.org/pragma.html#pragma_synchronous */
const FULL = 2;

const open = () => openSqlite({ path, use: 'server' });

storeContract('SQLite in memory', async () => ({
  database: openSqlite({ path: ':memory:', use: 'server' }),
  reopen: undefined,
}));

storeContract('SQLite in a file', async () => {
  const database = open();
  return {
    database,
    reopen: async () => {
      await database.close();
      return open();
    },
  };
});

describe('a file', () => {
  test('is written through to the disk on every commit, also when it is opened again', async () => {
    // Files remember WAL, but the level of safety is each connection's own.
    for (let opened = 0; opened < 2; opened += 1) {
      const database = open();
      const settings = await database.read(function* ({ tx }) {
        return PRAGMAS.map((name) => Object.values(tx.get<object>(sql.raw(`PRAGMA ${name}`)))[0]);
      });
      expect(settings).toEqual(['wal', FULL, 1, 5000]);
      await database.close();
    }
  });

  test('has one server: a second is refused and pointed to PostgreSQL, a reader is not', async () => {
    const database = open();
    expect(isServed(path)).toBe(true);
    expect(open).toThrow(/already serves .*use PostgreSQL \(DATABASE_URL=postgres:/);
    const reader = openSqlite({ path, use: 'reader' });
    const write = reader.transaction(function* ({ tx, t }) {
      yield* q(tx.insert(t.counters).values({ name: 'x', value: 1 }));
    });
    await expect(write).rejects.toThrow(/readonly|read-only/);
    await reader.close();
    await database.close();
    expect(isServed(path)).toBe(false);
    await open().close();
  });

  test('that is not there gives a reader a remedy, and is not made by it', () => {
    expect(() => openSqlite({ path, use: 'reader' })).toThrow(/Start the desk once/);
    expect(isServed(path)).toBe(false);
  });
});
