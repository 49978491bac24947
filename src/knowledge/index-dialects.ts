// How each database keeps and finds the words of an entry: FTS5 on SQLite, a tsvector under GIN on PostgreSQL. It is given
// words alone (letters and digits) and quotes each one, so nothing that a person writes is ever read as query syntax.
import { type Db, q, type Step } from '../store/database.ts';
import { sql } from '../store/drizzle.ts';
import { postgresKit, sqliteKit } from '../store/kit.ts';
import { everyColumn, statement } from '../store/statement.ts';

type Sql = ReturnType<typeof sql>;

/** The entries of one client and one kind; a search never leaves it. */
export interface Scope {
  readonly clientId: string;
  readonly kind: 'document' | 'ticket';
}

export interface EntryWords {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

export interface IndexDialect {
  insert(db: Db, id: number, scope: Scope, words: EntryWords): Step<void>;
  remove(db: Db, id: number): Step<void>;
  /** The name of the table that is searched, for a join by its column `id`, and how it is asked. */
  readonly table: string;
  readonly id: string;
  /** True for entries of the scope that hold one of the words. */
  matches(scope: Scope, words: readonly string[]): Sql;
  /** Less is better. */
  rank(words: readonly string[]): Sql;
}

/** A title says what a text is about: its words count that much more. */
const TITLE_WEIGHT = 3;

/** One word, letters and digits alone, that stands for the scope. */
function scopeWord({ clientId, kind }: Scope): string {
  return `${kind}x${Buffer.from(clientId).toString('hex')}`;
}

const fts = sqliteKit.table('search_index', {
  id: sqliteKit.int('rowid').notNull(),
  scope: sqliteKit.text('scope').notNull(),
  title: sqliteKit.text('title').notNull(),
  words: sqliteKit.text('words').notNull(),
});

const insertWords = statement((tx, _t, row: typeof fts.$inferSelect) =>
  tx.insert(fts).values(everyColumn(fts, row)),
);

/** https://www.sqlite.org/fts5.html#full_text_query_syntax: a text in double quotes is a string, whatever stands in it. */
const sqliteIndex: IndexDialect = {
  table: 'search_index',
  id: 'rowid',
  *insert(db, id, scope, words) {
    const row = { id, scope: scopeWord(scope), title: words.title.join(' '), words: words.text.join(' ') };
    yield* q(insertWords(db, row));
  },
  *remove({ tx }, id) {
    yield* q(tx.delete(fts).where(sql`rowid = ${id}`));
  },
  matches: (scope, words) => {
    const any = words.map((word) => `"${word}"`).join(' OR ');
    return sql`search_index match ${`scope : "${scopeWord(scope)}" AND {title words} : (${any})`}`;
  },
  rank: () => sql.raw(`bm25(search_index, 0, ${TITLE_WEIGHT}, 1)`),
};

const vectors = postgresKit.table('search_words', {
  id: postgresKit.int('id').notNull(),
  words: postgresKit.text('words').notNull(),
});

/** https://www.postgresql.org/docs/current/datatype-textsearch.html: quoted lexemes are taken as they are, no parser runs. */
const postgresIndex: IndexDialect = {
  table: 'search_words',
  id: 'id',
  *insert({ tx }, id, scope, words) {
    // No text has the mark in it, so no text can pretend to be in a scope.
    const lexemes = [
      `'@${scopeWord(scope)}':1`,
      ...words.title.map((word, index) => `'${word}':${placeOf(index)}B`),
      ...words.text.map((word, index) => `'${word}':${placeOf(words.title.length + index)}C`),
    ];
    yield* q(tx.insert(vectors).values({ id, words: sql`${lexemes.join(' ')}::tsvector` }));
  },
  *remove({ tx }, id) {
    yield* q(tx.delete(vectors).where(sql`id = ${id}`));
  },
  matches: (scope, words) => {
    return sql`search_words.words @@ ${`'@${scopeWord(scope)}' & (${anyOf(words)})`}::tsquery`;
  },
  // The weights of D, C, B and A; 1: a long text needs more to be as good.
  rank: (words) =>
    sql`-ts_rank(${`{0, 0.1, ${0.1 * TITLE_WEIGHT}, 1}`}::real[], search_words.words, ${anyOf(words)}::tsquery, 1)`,
};

function anyOf(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' | ');
}

/** Places begin at 1 and end at 16,383 (limits of a tsvector). */
function placeOf(index: number): number {
  return Math.min(index + 2, 16_383);
}

export function indexDialect(dialect: 'sqlite' | 'postgres'): IndexDialect {
  return dialect === 'sqlite' ? sqliteIndex : postgresIndex;
}
