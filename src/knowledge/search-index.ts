// The full-text index of documents and past tickets, on either database. Every call names its client, and nothing of another
// client is ever read for it. It answers nothing rather than something that shares only everyday words with the query.

import { wordsOf } from '../lib/search-words.ts';
import { nextNumber } from '../store/counter.ts';
import { type Database, type Db, q, type Step } from '../store/database.ts';
import { and, eq, sql } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import { type IndexDialect, indexDialect, type Scope } from './index-dialects.ts';
import { type Candidate, type FoundText, pickFitting } from './pick-fitting.ts';

/** What stands under one key: a document's sections, a ticket's one text. */
export interface Entry extends Scope {
  readonly key: string;
  readonly sections: readonly { readonly title: string; readonly text: string }[];
  /** Plain data that a hit is shown with. */
  readonly details: object;
}

export type SearchHit = FoundText;

export interface SearchIndex {
  /** Puts the entry in the place of what stood under its key; part of the transaction that it is called in. */
  put(db: Db, entry: Entry): Step<void>;
  remove(db: Db, at: Scope & { readonly key: string }): Step<void>;
  /** Best first, one hit per key, at most `limit`. */
  search(scope: Scope, query: string, limit: number): Promise<readonly SearchHit[]>;
}

const LONGEST_QUERY = 500;
const LONGEST_WORD = 64;
/** Of a query's words these many are looked at, and of them the rarest are searched for. */
const MOST_WORDS = 12;
const RAREST = 5;
/** Counting stops here: a word in so many texts says nothing. */
const MANY = 500;
/** Read for a search, to pick the best from. */
const CANDIDATES = 30;

type At = Scope & { readonly key: string };

const whereAt = (t: Tables, { clientId, kind, key }: At) =>
  and(eq(t.searchEntries.clientId, clientId), eq(t.searchEntries.kind, kind), eq(t.searchEntries.key, key));
const idsAt = statement((tx, t, at: At) =>
  tx.select({ id: t.searchEntries.id }).from(t.searchEntries).where(whereAt(t, at)),
);
const deleteAt = statement((tx, t, at: At) => tx.delete(t.searchEntries).where(whereAt(t, at)));
const insertEntry = statement((tx, t, row: Tables['searchEntries']['$inferSelect']) =>
  tx.insert(t.searchEntries).values(everyColumn(t.searchEntries, row)),
);

export function createSearchIndex(database: Database): SearchIndex {
  const index = indexDialect(database.dialect);
  return {
    put: (db, entry) => put(index, db, entry),
    remove: (db, at) => remove(index, db, at),
    search: async (scope, query, limit) => {
      const asked = [...new Set(indexWords(query.slice(0, LONGEST_QUERY)))].slice(0, MOST_WORDS);
      if (asked.length === 0) return [];
      const { counts, candidates } = await database.read((db) => find(index, db, scope, asked));
      return pickFitting(candidates, counts, limit);
    },
  };
}

function* put(index: IndexDialect, db: Db, entry: Entry): Step<void> {
  yield* remove(index, db, entry);
  const { clientId, kind, key, details } = entry;
  for (const section of entry.sections) {
    const [title, text] = [storable(section.title), storable(section.text)];
    const id = yield* nextNumber(db, 'search_entry', 1);
    yield* q(insertEntry(db, { id, clientId, kind, key, title, text, details }));
    yield* index.insert(db, id, entry, { title: indexWords(title), text: indexWords(text) });
  }
}

function* remove(index: IndexDialect, db: Db, { clientId, kind, key }: At): Step<void> {
  const at = { clientId, kind, key };
  const standing = yield* q(idsAt(db, at));
  if (standing.length === 0) return;
  for (const { id } of standing) yield* index.remove(db, id);
  yield* q(deleteAt(db, at));
}

/** How often each word stands in the scope, and the texts that hold the rarest of them. */
function* find(
  index: IndexDialect,
  db: Db,
  scope: Scope,
  asked: readonly string[],
): Step<{ readonly counts: ReadonlyMap<string, number>; readonly candidates: readonly Candidate[] }> {
  const { tx, t } = db;
  const counts = new Map<string, number>();
  for (const word of asked) {
    const held = sql`(select 1 from ${sql.raw(index.table)} where ${index.matches(scope, [word])} limit ${MANY}) as held`;
    const [row] = yield* q(tx.select({ count: sql<number>`count(*)` }).from(held));
    counts.set(word, Number(row?.count ?? 0));
  }
  const rarest = asked
    .filter((word) => counts.get(word) !== 0)
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || b.length - a.length)
    .slice(0, RAREST);
  if (rarest.length === 0) return { counts, candidates: [] };
  const entries = t.searchEntries;
  const candidates = yield* q(
    tx
      .select({ key: entries.key, title: entries.title, text: entries.text, details: entries.details })
      .from(entries)
      .innerJoin(sql.raw(index.table), sql`${entries.id} = ${sql.raw(`${index.table}.${index.id}`)}`)
      .where(
        and(index.matches(scope, rarest), eq(entries.clientId, scope.clientId), eq(entries.kind, scope.kind)),
      )
      .orderBy(index.rank(rarest), entries.id)
      .limit(CANDIDATES),
  );
  return { counts, candidates };
}

/** PostgreSQL keeps neither a zero character nor half a pair. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}

/** Letters and digits alone, none longer than a database takes. */
function indexWords(text: string): string[] {
  return wordsOf(text).map((word) => word.slice(0, LONGEST_WORD).replace(/[\uD800-\uDBFF]$/, ''));
}
