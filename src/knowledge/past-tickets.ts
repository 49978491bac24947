// What was asked before at one client and what was done about it: how a finished ticket is kept in the index, and how similar
// ones are found. It shows titles and what was done, never who asked or what else they wrote.
import { type Database, type Db, q, type Step } from '../store/database.ts';
import { and, eq, inArray } from '../store/drizzle.ts';
import { createSearchIndex } from './search-index.ts';

export interface FinishedTicket {
  readonly id: string;
  readonly clientId: string;
  readonly title: string;
  /** What the requester wrote; searched, never shown. */
  readonly words: string;
  readonly done: string;
}

export interface PastTicket {
  readonly number: number;
  readonly title: string;
  readonly type: string | null;
  readonly done: string;
  /** A date, e.g. `2026-11-21`. */
  readonly resolvedAt: string;
}

const FINISHED = ['resolved', 'closed'] as const;
const LONGEST_WORDS = 4000;
const LONGEST_DONE = 500;
/** Some of what is found may have been opened again since. */
const SPARE = 2;

/** Part of the unit that finishes the ticket. */
export function* rememberTicket(database: Database, db: Db, ticket: FinishedTicket): Step<void> {
  const { id, clientId, title } = ticket;
  const done = ticket.done.slice(0, LONGEST_DONE);
  yield* createSearchIndex(database).put(db, {
    clientId,
    kind: 'ticket',
    key: id,
    sections: [{ title, text: `${ticket.words.slice(0, LONGEST_WORDS)}\n\n${done}` }],
    details: { done },
  });
}

/** Finished tickets of this client alone, best first. */
export async function findPastTickets(
  database: Database,
  clientId: string,
  query: string,
  limit: number,
): Promise<readonly PastTicket[]> {
  const hits = await createSearchIndex(database).search({ clientId, kind: 'ticket' }, query, limit * SPARE);
  if (hits.length === 0) return [];
  const ids = hits.map(({ key }) => key);
  const rows = await database.read(({ tx, t }) =>
    q(
      tx
        .select()
        .from(t.tickets)
        .where(
          and(
            eq(t.tickets.clientId, clientId),
            inArray(t.tickets.id, ids),
            inArray(t.tickets.state, FINISHED),
          ),
        ),
    ),
  );
  const finished = new Map(rows.map((row) => [row.id, row]));
  return hits
    .flatMap(({ key, title, details }) => {
      const row = finished.get(key);
      if (!row) return [];
      const resolvedAt = (row.resolvedAt ?? row.updatedAt).toISOString().slice(0, 10);
      return [{ number: row.number, title, type: row.type, done: doneOf(details), resolvedAt }];
    })
    .slice(0, limit);
}

function doneOf(details: unknown): string {
  if (typeof details !== 'object' || details === null || !('done' in details)) return '';
  return typeof details.done === 'string' ? details.done : '';
}
