// Tickets: created once per message, moved between states by compare-and-set, never deleted.
import type { MessageRef } from '../chat.ts';
import { newId } from '../lib/ids.ts';
import { nextNumber } from '../store/counter.ts';
import { type Database, type Db, q, type Step, type Writing } from '../store/database.ts';
import { and, asc, desc, eq, inArray } from '../store/drizzle.ts';
import { everyColumn, statement, statementsBy } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import {
  type EntryKind,
  OPEN_STATES,
  type Ticket,
  type TicketEntry,
  type TicketState,
  threadKeyOf,
} from './ticket.ts';

const FIRST_TICKET_NUMBER = 1001;

const insertRow = statement((tx, t, row: Tables['tickets']['$inferSelect']) =>
  tx.insert(t.tickets).values(everyColumn(t.tickets, row)),
);
const insertEntryRow = statement((tx, t, row: Tables['ticketEntries']['$inferSelect']) =>
  tx.insert(t.ticketEntries).values(everyColumn(t.ticketEntries, row)),
);
const byId = statement((tx, t, ticket: { id: string }) =>
  tx.select().from(t.tickets).where(eq(t.tickets.id, ticket.id)),
);
const entriesOf = statement((tx, t, ticket: { id: string }) =>
  tx
    .select()
    .from(t.ticketEntries)
    .where(eq(t.ticketEntries.ticketId, ticket.id))
    .orderBy(asc(t.ticketEntries.id)),
);
const newestOfThread = statement((tx, t, thread: { key: string }) =>
  tx.select().from(t.tickets).where(eq(t.tickets.threadKey, thread.key)).orderBy(desc(t.tickets.id)).limit(1),
);
const oldestOfThread = statement((tx, t, thread: { key: string }) =>
  tx.select().from(t.tickets).where(eq(t.tickets.threadKey, thread.key)).orderBy(asc(t.tickets.id)).limit(20),
);
const waitingOnPerson = statement((tx, t, person: { id: string }) =>
  tx
    .select()
    .from(t.tickets)
    .where(and(eq(t.tickets.requesterId, person.id), eq(t.tickets.state, 'waiting_requester')))
    .orderBy(desc(t.tickets.createdAt))
    .limit(5),
);
const changes = statementsBy(
  (shape: { readonly set: readonly string[]; readonly from: readonly TicketState[] | undefined }) =>
    (tx, t, values: { readonly id: string; readonly [column: string]: unknown }) =>
      tx
        .update(t.tickets)
        .set(Object.fromEntries(shape.set.map((column) => [column, values[column]])))
        .where(
          and(
            eq(t.tickets.id, values.id),
            shape.from ? inArray(t.tickets.state, [...shape.from]) : undefined,
          ),
        )
        .returning(),
);

export type NewTicket = Pick<
  Ticket,
  | 'clientId'
  | 'requesterId'
  | 'submitterId'
  | 'title'
  | 'address'
  | 'message'
  | 'threadKey'
  | 'source'
  | 'verified'
  | 'attachments'
>;

export function* insertTicket(work: Writing, ticket: NewTicket): Step<Ticket> {
  const { now } = work;
  const number = yield* nextNumber(work, 'ticket', FIRST_TICKET_NUMBER);
  const row = {
    ...EMPTY,
    ...ticket,
    id: newId(now.getTime()),
    number,
    state: 'new' as const,
    message: ticket.message ?? null,
    planning: {},
    questions: 0,
    createdAt: now,
    updatedAt: now,
  };
  yield* q(insertRow(work, row));
  return toTicket(row);
}

const EMPTY = {
  type: null,
  typeBy: null,
  assigneeId: null,
  assignedAt: null,
  handOffReason: null,
  rating: null,
  resolvedAt: null,
};

export type TicketChange = Partial<
  Pick<
    Ticket,
    | 'state'
    | 'title'
    | 'type'
    | 'typeBy'
    | 'verified'
    | 'planning'
    | 'questions'
    | 'attachments'
    | 'handOffReason'
    | 'rating'
    | 'requesterId'
  >
> & {
  /** Null clears it; undefined leaves it as it is. */
  readonly assigneeId?: string | null;
  readonly assignedAt?: Date | null;
  readonly resolvedAt?: Date | null;
};

/**
 * Changes a ticket if it is in one of the states; gives the ticket after the change, or undefined if it was not.
 * @param from undefined: any state
 */
export function* changeTicket(
  work: Writing,
  id: string,
  change: TicketChange,
  options: { readonly from?: readonly TicketState[] | undefined } = {},
): Step<Ticket | undefined> {
  const values = Object.fromEntries(
    Object.entries({ ...change, updatedAt: work.now }).filter(([, value]) => value !== undefined),
  );
  const changed = changes({ set: Object.keys(values), from: options.from });
  const [row] = yield* q(changed(work, { ...values, id }));
  return row ? toTicket(row) : undefined;
}

export function* insertEntry(
  work: Writing,
  entry: {
    readonly ticketId: string;
    readonly kind: EntryKind;
    readonly author: string;
    readonly text: string;
  },
): Step<void> {
  const { now } = work;
  yield* q(insertEntryRow(work, { id: newId(now.getTime()), ...entry, at: now }));
}

export function* selectTicket(db: Db, id: string): Step<Ticket | undefined> {
  const [row] = yield* q(byId(db, { id }));
  return row ? toTicket(row) : undefined;
}

export function* selectEntries(db: Db, ticketId: string): Step<readonly TicketEntry[]> {
  const rows = yield* q(entriesOf(db, { id: ticketId }));
  return rows;
}

/** @param number the short one that people see */
export function* selectTicketByNumber({ tx, t }: Db, number: number): Step<Ticket | undefined> {
  const [row] = yield* q(tx.select().from(t.tickets).where(eq(t.tickets.number, number)));
  return row ? toTicket(row) : undefined;
}

export interface TicketStore {
  get(id: string): Promise<Ticket | undefined>;
  byNumber(number: number): Promise<Ticket | undefined>;
  entries(ticketId: string): Promise<readonly TicketEntry[]>;
  /** The newest ticket of a thread. */
  ofThread(threadKey: string): Promise<Ticket | undefined>;
  /** Those that a message opened, in the order of its wishes. */
  ofMessage(message: MessageRef): Promise<readonly Ticket[]>;
  /** Newest first. */
  ofRequester(personId: string, limit: number): Promise<readonly Ticket[]>;
  /** Open ones, oldest first. */
  open(limit: number): Promise<readonly Ticket[]>;
  /** The requester's tickets that wait for an answer, newest first. */
  waitingOn(personId: string): Promise<readonly Ticket[]>;
}

export function createTicketStore(database: Database): TicketStore {
  const many = (pick: (db: Db) => PromiseLike<readonly Parameters<typeof toTicket>[0][]>) =>
    database.read(function* (db) {
      const rows = yield* q(pick(db));
      return rows.map(toTicket);
    });
  return {
    get: (id) => database.read((db) => selectTicket(db, id)),
    byNumber: (number) => database.read((db) => selectTicketByNumber(db, number)),
    entries: (ticketId) => database.read((db) => selectEntries(db, ticketId)),
    ofThread: async (threadKey) => (await many((db) => newestOfThread(db, { key: threadKey })))[0],
    // A message's own thread, or the one that it was written in.
    ofMessage: async (message) => {
      const key = threadKeyOf({ ...message, thread: message.thread ?? message.message });
      const tickets = await many((db) => oldestOfThread(db, { key }));
      return tickets.filter((ticket) => ticket.message?.message === message.message);
    },
    ofRequester: (personId, limit) =>
      many(({ tx, t }) =>
        tx
          .select()
          .from(t.tickets)
          .where(eq(t.tickets.requesterId, personId))
          .orderBy(desc(t.tickets.createdAt), desc(t.tickets.id))
          .limit(limit),
      ),
    open: (limit) =>
      many(({ tx, t }) =>
        tx
          .select()
          .from(t.tickets)
          .where(inArray(t.tickets.state, [...OPEN_STATES]))
          .orderBy(asc(t.tickets.createdAt))
          .limit(limit),
      ),
    waitingOn: (personId) => many((db) => waitingOnPerson(db, { id: personId })),
  };
}

function toTicket(row: Tables['tickets']['$inferSelect']): Ticket {
  return {
    ...row,
    type: row.type ?? undefined,
    typeBy: row.typeBy ?? undefined,
    message: row.message ?? undefined,
    assigneeId: row.assigneeId ?? undefined,
    assignedAt: row.assignedAt ?? undefined,
    handOffReason: row.handOffReason ?? undefined,
    rating: row.rating ?? undefined,
    resolvedAt: row.resolvedAt ?? undefined,
  };
}
