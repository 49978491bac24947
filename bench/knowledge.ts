// Measures a search in the knowledge index: 2,000 documents and 20,000 past tickets of ten clients, against a bare full-text
// query on the same tables in the same run. It prints figures and judges nothing.
// node bench/knowledge.ts [--documents 2000] [--tickets 20000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { indexDialect } from '../src/knowledge/index-dialects.ts';
import { createSearchIndex } from '../src/knowledge/search-index.ts';
import { q } from '../src/store/database.ts';
import { sql } from '../src/store/drizzle.ts';
import { openSqlite } from '../src/store/sqlite.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000' },
    tickets: { type: 'string', default: '20000' },
  },
});
const CLIENTS = 10;
const WORDS = 20_000;
const QUERIES = 300;
const BATCH = 500;

/** The same numbers in every run (a linear congruential generator, Numerical Recipes). */
let state = 7;
const random = () => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
};
/** A few words stand in almost every text, most in few (Zipf). */
const word = () => `w${Math.floor(WORDS ** random())}`;
const text = (length: number) => Array.from({ length }, word).join(' ');

const folder = mkdtempSync(join(tmpdir(), 'deskhand-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const database = openSqlite({ path: join(folder, 'bench.db'), use: 'server' });
const index = createSearchIndex(database);

async function fill(kind: 'document' | 'ticket', count: number, length: number): Promise<number> {
  const start = performance.now();
  for (let done = 0; done < count; done += BATCH) {
    await database.transaction(function* (db) {
      for (let at = done; at < Math.min(count, done + BATCH); at += 1) {
        const sections = [{ title: text(6), text: text(length) }];
        const clientId = `client-${at % CLIENTS}`;
        yield* index.put(db, { clientId, kind, key: `${at}`, sections, details: {} });
      }
    });
  }
  return (performance.now() - start) / count;
}

/** The middle and the 95th of a hundred, in milliseconds. */
async function measure(
  run: (query: string) => Promise<unknown>,
  queries: readonly string[],
): Promise<string> {
  for (const query of queries.slice(0, 20)) await run(query);
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    await run(query);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

/** The floor: the same words, the same client, nothing but the database's own ranking. */
const bare = (kind: 'document' | 'ticket') => (query: string) => {
  const words = [...new Set(query.split(' '))];
  const { matches, rank, table, id } = indexDialect('sqlite');
  return database.read(({ tx }) =>
    q(
      tx
        .select({ id: sql<number>`${sql.raw(id)}` })
        .from(sql.raw(table))
        .where(matches({ clientId: 'client-3', kind }, words))
        .orderBy(rank(words))
        .limit(5),
    ),
  );
};

console.log(`put, per document: ${(await fill('document', Number(values.documents), 250)).toFixed(2)} ms`);
console.log(`put, per ticket:   ${(await fill('ticket', Number(values.tickets), 60)).toFixed(2)} ms`);
const queries = Array.from({ length: QUERIES }, () => text(8));
const of = (kind: 'document' | 'ticket') => (query: string) =>
  index.search({ clientId: 'client-3', kind }, query, 5);
for (const kind of ['document', 'ticket'] as const) {
  console.log(`${kind}s, one client of ${CLIENTS}: ${await measure(of(kind), queries)}`);
  console.log(`  floor, a bare query:  ${await measure(bare(kind), queries)}`);
}
await database.close();
