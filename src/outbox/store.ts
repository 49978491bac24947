// Rows of the outbox: written in the unit that caused them, marked in batches when they were delivered.
import { isDeepStrictEqual } from 'node:util';
import type { Row } from '../../cards/card.ts';
import type { MessageRef } from '../chat.ts';
import { newId } from '../lib/ids.ts';
import { type Database, type Db, q, type Step } from '../store/database.ts';
import { and, asc, desc, eq, inArray, isNotNull, or, sql } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import { conversationOf, type OutboxRow, type OutgoingMessage } from './outgoing.ts';

type Stored = Tables['outbox']['$inferSelect'];

const insertRow = statement((tx, t, row: Stored) =>
  tx.insert(t.outbox).values(everyColumn(t.outbox, row)).onConflictDoNothing().returning({ id: t.outbox.id }),
);
const copiesBySubject = statement((tx, t, shown: { subject: string }) =>
  tx
    .select({ key: t.outbox.key, conversation: t.outbox.conversation, to: t.outbox.recipient })
    .from(t.outbox)
    .where(
      and(
        eq(t.outbox.subject, shown.subject),
        eq(t.outbox.kind, 'post'),
        // A merged row counts while its queue message shows it.
        or(
          inArray(t.outbox.state, ['waiting', 'sent']),
          and(eq(t.outbox.state, 'merged'), isNotNull(t.outbox.ref)),
        ),
      ),
    ),
);
const markDelivered = statement((tx, t, row: Pick<Stored, 'id' | 'state' | 'ref' | 'lastError'>) =>
  tx
    .update(t.outbox)
    .set({ state: row.state, ref: row.ref, lastError: row.lastError })
    .where(eq(t.outbox.id, row.id)),
);
const markWaiting = statement((tx, t, row: Pick<Stored, 'id' | 'nextAt' | 'tries' | 'lastError'>) =>
  tx
    .update(t.outbox)
    .set({ nextAt: row.nextAt, tries: row.tries, lastError: row.lastError })
    .where(eq(t.outbox.id, row.id)),
);

/** Inserts what a unit sends, in order; messages whose key is known already are dropped. Gives the new rows. */
export function* insertMessages(
  db: Db,
  messages: readonly OutgoingMessage[],
  now: Date,
): Step<readonly OutboxRow[]> {
  const rows: OutboxRow[] = [];
  for (const message of messages) {
    if (message.kind === 'post') rows.push(toPost(message, now));
    else if (message.kind === 'show') rows.push(...(yield* shown(db, message, rows, now)));
    else rows.push(...(yield* copiesOf(db, message, rows, now)));
  }
  const fresh: OutboxRow[] = [];
  for (const row of rows) {
    const inserted = yield* q(insertRow(db, toRecord(row, now)));
    if (inserted.length > 0) fresh.push(row);
  }
  return fresh;
}

function toPost(message: Extract<OutgoingMessage, { kind: 'post' }>, now: Date): OutboxRow {
  return {
    id: newId(now.getTime()),
    key: message.key,
    conversation: conversationOf(message.to),
    kind: 'post',
    to: message.to,
    content: message.content,
    onlyFor: message.onlyFor,
    subject: message.subject,
    merge: message.merge,
    target: undefined,
    tries: 0,
    doubtful: false,
  };
}

/** A new post, an edit of the one that stands there, or nothing where it shows the same already. */
function* shown(
  db: Db,
  message: Extract<OutgoingMessage, { kind: 'show' }>,
  pending: readonly OutboxRow[],
  now: Date,
): Step<OutboxRow[]> {
  const { tx, t } = db;
  const [newest] = yield* q(
    tx
      .select({ content: t.outbox.content })
      .from(t.outbox)
      .where(or(eq(t.outbox.key, message.key), eq(t.outbox.target, message.key)))
      .orderBy(desc(t.outbox.id))
      .limit(1),
  );
  const own = pending.findLast((row) => row.key === message.key || row.target === message.key);
  const post = toPost({ ...message, kind: 'post' }, now);
  if (!own && !newest) return [post];
  const shows = own?.content ?? newest?.content.content;
  if (isDeepStrictEqual(shows, message.content)) return [];
  return [toUpdate(post, { content: message.content }, now)];
}

/** One update for every copy of the subject, those of this very unit included. */
function* copiesOf(
  db: Db,
  message: Extract<OutgoingMessage, { kind: 'update_all' }>,
  pending: readonly OutboxRow[],
  now: Date,
): Step<OutboxRow[]> {
  const stored = yield* q(copiesBySubject(db, { subject: message.subject }));
  const own = pending.filter((row) => row.kind === 'post' && row.subject === message.subject);
  return [...stored, ...own].map((copy) => toUpdate(copy, message, now));
}

function toUpdate(
  copy: Pick<OutboxRow, 'key' | 'conversation' | 'to'>,
  change: { readonly content: OutboxRow['content']; readonly row?: Row | undefined },
  now: Date,
): OutboxRow {
  const id = newId(now.getTime());
  return {
    id,
    key: `${copy.key}/update/${id}`,
    conversation: copy.conversation,
    kind: 'update' as const,
    to: copy.to,
    content: change.content,
    onlyFor: undefined,
    subject: undefined,
    merge: change.row && { group: '', row: change.row },
    target: copy.key,
    tries: 0,
    doubtful: false,
  };
}

function toRecord(row: OutboxRow, now: Date): Stored {
  return {
    id: row.id,
    key: row.key,
    conversation: row.conversation,
    kind: row.kind,
    recipient: row.to,
    content: { content: row.content, merge: row.merge },
    onlyFor: row.onlyFor ?? null,
    subject: row.subject ?? null,
    target: row.target ?? null,
    state: 'waiting',
    nextAt: now,
    tries: 0,
    ref: null,
    lastError: null,
  };
}

export type Delivery =
  | { readonly id: string; readonly state: 'sent'; readonly ref: MessageRef | undefined }
  /** It goes out inside another message (`ref`), or not at all any more. */
  | { readonly id: string; readonly state: 'merged'; readonly ref?: MessageRef }
  | { readonly id: string; readonly state: 'failed'; readonly error: string }
  | {
      readonly id: string;
      readonly state: 'waiting';
      readonly nextAt: Date;
      readonly tries: number;
      readonly error: string;
    };

export interface OutboxStore {
  /** All rows that still wait, in order. For start-up. */
  waiting(): Promise<readonly OutboxRow[]>;
  /** Rows that stand in a queue message, and where that is. For start-up. */
  merged(): Promise<readonly { readonly row: OutboxRow; readonly ref: MessageRef }[]>;
  /** Marks a batch in one transaction. */
  record(deliveries: readonly Delivery[]): Promise<void>;
  /** Where the post with this key stands, if it was sent. */
  refOf(key: string): Promise<MessageRef | undefined>;
}

export function createOutboxStore(database: Database): OutboxStore {
  return {
    waiting: () =>
      database.read(function* ({ tx, t }) {
        const rows = yield* q(
          tx.select().from(t.outbox).where(sql`${t.outbox.state} = 'waiting'`).orderBy(asc(t.outbox.id)),
        );
        return rows.map(toRow);
      }),
    merged: () =>
      database.read(function* ({ tx, t }) {
        const shown = and(eq(t.outbox.state, 'merged'), isNotNull(t.outbox.ref));
        const rows = yield* q(tx.select().from(t.outbox).where(shown).orderBy(asc(t.outbox.id)));
        return rows.flatMap((row) => (row.ref === null ? [] : [{ row: toRow(row), ref: row.ref }]));
      }),
    record: (deliveries) =>
      database.transaction(function* (db) {
        for (const delivery of deliveries) {
          yield* q(mark(db, delivery));
        }
      }),
    refOf: (key) =>
      database.read(function* ({ tx, t }) {
        const [row] = yield* q(
          tx
            .select({ ref: t.outbox.ref })
            .from(t.outbox)
            .where(and(eq(t.outbox.key, key), eq(t.outbox.state, 'sent'))),
        );
        return row?.ref ?? undefined;
      }),
  };
}

function toRow(row: Tables['outbox']['$inferSelect']): OutboxRow {
  return {
    id: row.id,
    key: row.key,
    conversation: row.conversation,
    kind: row.kind,
    to: row.recipient,
    content: row.content.content,
    merge: row.content.merge,
    onlyFor: row.onlyFor ?? undefined,
    subject: row.subject ?? undefined,
    target: row.target ?? undefined,
    tries: row.tries,
    doubtful: true,
  };
}

function mark(db: Db, delivery: Delivery): PromiseLike<unknown> {
  const { id, state } = delivery;
  switch (state) {
    case 'sent':
    case 'merged':
      return markDelivered(db, { id, state, ref: delivery.ref ?? null, lastError: null });
    case 'failed':
      return markDelivered(db, { id, state, ref: null, lastError: delivery.error });
    case 'waiting':
      return markWaiting(db, {
        id,
        nextAt: delivery.nextAt,
        tries: delivery.tries,
        lastError: delivery.error,
      });
  }
}
