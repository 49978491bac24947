// Queries that are built once. Drizzle takes several times as long to build a query as SQLite takes to run it, so hot ones
// are kept as prepared statements with named holes; on PostgreSQL they are built each time, on the connection at hand.
import { boundedMap } from '../lib/bounded-map.ts';
import type { Db, Tx } from './database.ts';
import { getTableColumns, sql } from './drizzle.ts';
import type { Tables } from './tables.ts';

interface Prepared {
  readonly query: { readonly params: readonly unknown[] };
  execute(values: object): { sync(): unknown };
}

/** What a statement with its values is to the SQLite runner: ready to run. */
export class BoundStatement {
  readonly #prepared: Prepared;
  readonly #values: object;

  constructor(prepared: Prepared, values: object) {
    this.#prepared = prepared;
    this.#values = values;
  }

  run(): unknown {
    return this.#prepared.execute(this.#values).sync();
  }
}

/** Connections that live as long as their database, so that what was prepared on them stays good. */
const lasting = new WeakSet<Tx>();

export function keepStatements(tx: Tx): void {
  lasting.add(tx);
}

/**
 * Makes a query that is built once for each database.
 * @param build gets holes in place of the values: it may put them into a query and must not look at them
 * @returns gives the query with the values in it, to be yielded
 */
export function statement<V extends object, T>(
  build: (tx: Tx, t: Tables, values: V) => PromiseLike<T>,
): (db: Db, values: V) => PromiseLike<T> {
  const ready = new WeakMap<Tx, Prepared>();
  return ({ tx, t }, values) => {
    if (!lasting.has(tx)) return build(tx, t, values);
    let prepared = ready.get(tx);
    if (!prepared) {
      prepared = prepare(build(tx, t, holes as V));
      ready.set(tx, prepared);
    }
    return new BoundStatement(prepared, values) as unknown as PromiseLike<T>;
  };
}

/** Every property is a hole of that name. */
const holes: unknown = new Proxy({}, { get: (_none, name) => sql.placeholder(String(name)) });

function prepare(query: unknown): Prepared {
  const prepared = (query as { prepare(): Prepared }).prepare();
  for (const param of prepared.query.params) letNullThrough(param);
  return prepared;
}

interface Encoder {
  mapToDriverValue(value: unknown): unknown;
}

/** Drizzle encodes what fills a hole even if it is null: times would fail, JSON would become the text "null". */
function letNullThrough(param: unknown): void {
  if (typeof param !== 'object' || param === null || !('encoder' in param)) return;
  const encoder = param.encoder as Encoder;
  param.encoder = {
    mapToDriverValue: (value: unknown) => (value === null ? null : encoder.mapToDriverValue(value)),
  };
}

/** Shapes of one family: a handful in practice. */
const MOST_SHAPES = 500;

/** A family of statements whose text depends on a shape: columns to set, the length of a list. One is built per shape. */
export function statementsBy<S, V extends object, T>(
  build: (shape: S) => (tx: Tx, t: Tables, values: V) => PromiseLike<T>,
): (shape: S) => (db: Db, values: V) => PromiseLike<T> {
  const known = boundedMap<(db: Db, values: V) => PromiseLike<T>>(MOST_SHAPES);
  return (shape) => {
    const key = JSON.stringify(shape);
    let made = known.get(key);
    if (!made) {
      made = statement(build(shape));
      known.set(key, made);
    }
    return made;
  };
}

/** A row with every column of the table, for inserts: `values` is what the statement was given. */
export function everyColumn<T extends Parameters<typeof getTableColumns>[0]>(
  table: T,
  values: T['$inferSelect'],
): T['$inferInsert'] {
  const source = values as Readonly<Record<string, unknown>>;
  const row = Object.fromEntries(Object.keys(getTableColumns(table)).map((name) => [name, source[name]]));
  return row as T['$inferInsert'];
}
