// Tickets: created once per message, moved between states by compare-and-set, never deleted.
import { newId } from '../lib/ids.ts';
import { nextNumber } from '../store/counter.ts';
import { type Database, q, type Tx } from '../store/database.ts';
import { and, asc, desc, eq, inArray } from '../store/drizzle.ts';
import type { Tables } from '../store/tables.ts';
import { type EntryKind, OPEN_STATES, type Ticket, type TicketEntry, type TicketState } from './ticket.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

const FIRST_TICKET_NUMBER = 1001;

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

export function* insertTicket(tx: Tx, t: Tables, ticket: NewTicket, now: Date): Step<Ticket> {
  const number = yield* nextNumber(tx, t, 'ticket', FIRST_TICKET_NUMBER);
  const row = {
    ...ticket,
    id: newId(now.getTime()),
    number,
    state: 'new',
    message: ticket.message ?? null,
    planning: {},
    questions: 0,
    createdAt: now,
    updatedAt: now,
  };
  yield* q(tx.insert(t.tickets).values(row));
  return toTicket({ ...EMPTY, ...row });
}

const EMPTY = {
  type: null,
  typeBy: null,
  assigneeId: null,
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
  readonly resolvedAt?: Date | null;
};

/**
 * Changes a ticket if it is in one of the states; gives the ticket after the change, or undefined if it was not.
 * @param from undefined: any state
 */
export function* changeTicket(
  tx: Tx,
  t: Tables,
  id: string,
  change: TicketChange,
  options: { readonly now: Date; readonly from?: readonly TicketState[] | undefined },
): Step<Ticket | undefined> {
  const [row] = yield* q(
    tx
      .update(t.tickets)
      .set({ ...change, updatedAt: options.now })
      .where(
        and(eq(t.tickets.id, id), options.from ? inArray(t.tickets.state, [...options.from]) : undefined),
      )
      .returning(),
  );
  return row ? toTicket(row) : undefined;
}

export function* insertEntry(
  tx: Tx,
  t: Tables,
  entry: {
    readonly ticketId: string;
    readonly kind: EntryKind;
    readonly author: string;
    readonly text: string;
  },
  now: Date,
): Step<void> {
  yield* q(tx.insert(t.ticketEntries).values({ id: newId(now.getTime()), ...entry, at: now }));
}

export function* selectTicket(tx: Tx, t: Tables, id: string): Step<Ticket | undefined> {
  const [row] = yield* q(tx.select().from(t.tickets).where(eq(t.tickets.id, id)));
  return row ? toTicket(row) : undefined;
}

export function* selectEntries(tx: Tx, t: Tables, ticketId: string): Step<readonly TicketEntry[]> {
  const rows = yield* q(
    tx
      .select()
      .from(t.ticketEntries)
      .where(eq(t.ticketEntries.ticketId, ticketId))
      .orderBy(asc(t.ticketEntries.id)),
  );
  return rows.map((row) => ({ ...row, kind: row.kind as EntryKind }));
}

export interface TicketStore {
  get(id: string): Promise<Ticket | undefined>;
  byNumber(number: number): Promise<Ticket | undefined>;
  entries(ticketId: string): Promise<readonly TicketEntry[]>;
  /** The newest ticket of a thread. */
  ofThread(threadKey: string): Promise<Ticket | undefined>;
  /** Newest first. */
  ofRequester(personId: string, limit: number): Promise<readonly Ticket[]>;
  /** Open ones, oldest first. */
  open(limit: number): Promise<readonly Ticket[]>;
  /** The requester's tickets that wait for an answer, newest first. */
  waitingOn(personId: string): Promise<readonly Ticket[]>;
}

export function createTicketStore(database: Database): TicketStore {
  const many = (pick: (tx: Tx, t: Tables) => PromiseLike<readonly Parameters<typeof toTicket>[0][]>) =>
    database.read(function* (tx, t) {
      const rows = yield* q(pick(tx, t));
      return rows.map(toTicket);
    });
  return {
    get: (id) => database.read((tx, t) => selectTicket(tx, t, id)),
    byNumber: async (number) =>
      (await many((tx, t) => tx.select().from(t.tickets).where(eq(t.tickets.number, number))))[0],
    entries: (ticketId) => database.read((tx, t) => selectEntries(tx, t, ticketId)),
    ofThread: async (threadKey) =>
      (
        await many((tx, t) =>
          tx
            .select()
            .from(t.tickets)
            .where(eq(t.tickets.threadKey, threadKey))
            .orderBy(desc(t.tickets.id))
            .limit(1),
        )
      )[0],
    ofRequester: (personId, limit) =>
      many((tx, t) =>
        tx
          .select()
          .from(t.tickets)
          .where(eq(t.tickets.requesterId, personId))
          .orderBy(desc(t.tickets.createdAt), desc(t.tickets.id))
          .limit(limit),
      ),
    open: (limit) =>
      many((tx, t) =>
        tx
          .select()
          .from(t.tickets)
          .where(inArray(t.tickets.state, [...OPEN_STATES]))
          .orderBy(asc(t.tickets.createdAt))
          .limit(limit),
      ),
    waitingOn: (personId) =>
      many((tx, t) =>
        tx
          .select()
          .from(t.tickets)
          .where(and(eq(t.tickets.requesterId, personId), eq(t.tickets.state, 'waiting_requester')))
          .orderBy(desc(t.tickets.createdAt))
          .limit(5),
      ),
  };
}

function toTicket(row: Tables['tickets']['$inferSelect']): Ticket {
  return {
    ...row,
    state: row.state as TicketState,
    type: row.type ?? undefined,
    typeBy: (row.typeBy ?? undefined) as Ticket['typeBy'],
    address: row.address as Ticket['address'],
    message: (row.message ?? undefined) as Ticket['message'],
    source: row.source as Ticket['source'],
    assigneeId: row.assigneeId ?? undefined,
    planning: row.planning as Ticket['planning'],
    attachments: row.attachments as Ticket['attachments'],
    handOffReason: row.handOffReason ?? undefined,
    rating: row.rating ?? undefined,
    resolvedAt: row.resolvedAt ?? undefined,
  };
}
