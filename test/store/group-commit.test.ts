import { createRequire } from 'node:module';
import type SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGroupCommit, type GroupCommit } from '../../src/store/group-commit.ts';

const Sqlite = createRequire(import.meta.url)('better-sqlite3') as typeof SqliteDatabase;

let client: SqliteDatabase.Database;
let commits: GroupCommit;
let began: number;

beforeEach(() => {
  client = new Sqlite(':memory:', {
    verbose: (sql) => {
      if (/^BEGIN/.test(String(sql))) began += 1;
    },
  });
  client.exec('CREATE TABLE t (id TEXT PRIMARY KEY)');
  commits = createGroupCommit(client);
  began = 0;
});
afterEach(() => client.close());

const insert = (id: string) => () => client.prepare('INSERT INTO t VALUES (?)').run(id).changes;
const ids = () => client.prepare('SELECT id FROM t ORDER BY id').pluck().all();

test('units of one turn share a commit, and each gets its own value', async () => {
  const values = await Promise.all([commits.run(() => 'a'), commits.run(insert('b')), commits.run(() => 3)]);
  expect([values, began, ids()]).toEqual([['a', 1, 3], 1, ['b']]);
});

test.each([
  {
    name: 'that throws',
    fail: () => {
      throw new Error('mine');
    },
  },
  { name: 'that breaks a constraint', fail: () => insert('a')() },
])('a unit $name is rolled back alone', async ({ fail }) => {
  const settled = await Promise.allSettled([
    commits.run(insert('a')),
    commits.run(() => {
      insert('lost')();
      return fail();
    }),
    commits.run(insert('c')),
  ]);
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect([began, ids()]).toEqual([1, ['a', 'c']]);
});

test('a single unit that throws leaves nothing, and the next one works', async () => {
  const failing = commits.run(() => {
    insert('lost')();
    throw new Error('mine');
  });
  await expect(failing).rejects.toThrow('mine');
  await commits.run(insert('next'));
  expect(ids()).toEqual(['next']);
});

test('when the database gives the whole transaction up, every unit of it fails and none is half there', async () => {
  const settled = await Promise.allSettled([
    commits.run(insert('a')),
    commits.run(() => client.exec('ROLLBACK')),
    commits.run(insert('c')),
  ]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect([ids(), client.inTransaction]).toEqual([[], false]);
});

test('what waits is committed by flush, before the database closes', async () => {
  const waiting = commits.run(insert('a'));
  commits.flush();
  expect(ids()).toEqual(['a']);
  await waiting;
});
