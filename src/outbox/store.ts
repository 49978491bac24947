// Rows of the outbox: written in the unit that caused them, marked in batches when they were delivered.
import type { MessageRef } from '../chat.ts';
import { newId } from '../lib/ids.ts';
import { type Database, q, type Tx } from '../store/database.ts';
import { and, asc, eq, inArray } from '../store/drizzle.ts';
import type { Tables } from '../store/tables.ts';
import { conversationOf, type OutboxRow, type OutgoingMessage } from './outgoing.ts';

/** Inserts what a unit sends, in order; messages whose key is known already are dropped. Gives the new rows. */
export function* insertMessages(
  tx: Tx,
  t: Tables,
  messages: readonly OutgoingMessage[],
  now: Date,
): Generator<PromiseLike<unknown>, readonly OutboxRow[], unknown> {
  const rows: OutboxRow[] = [];
  for (const message of messages) {
    if (message.kind === 'post') rows.push(toPost(message));
    else rows.push(...(yield* copiesOf(tx, t, message, rows)));
  }
  if (rows.length === 0) return rows;
  const inserted = yield* q(
    tx
      .insert(t.outbox)
      .values(rows.map((row) => toRecord(row, now)))
      .onConflictDoNothing()
      .returning({ id: t.outbox.id }),
  );
  if (inserted.length === rows.length) return rows;
  const fresh = new Set(inserted.map((row) => row.id));
  return rows.filter((row) => fresh.has(row.id));
}

function toPost(message: Extract<OutgoingMessage, { kind: 'post' }>): OutboxRow {
  return {
    id: newId(),
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

/** One update for every copy of the subject, those of this very unit included. */
function* copiesOf(
  tx: Tx,
  t: Tables,
  message: Extract<OutgoingMessage, { kind: 'update_all' }>,
  pending: readonly OutboxRow[],
): Generator<PromiseLike<unknown>, OutboxRow[], unknown> {
  const stored = yield* q(
    tx
      .select({ key: t.outbox.key, conversation: t.outbox.conversation, to: t.outbox.recipient })
      .from(t.outbox)
      .where(
        and(
          eq(t.outbox.subject, message.subject),
          eq(t.outbox.kind, 'post'),
          inArray(t.outbox.state, ['waiting', 'sent']),
        ),
      )
      .orderBy(asc(t.outbox.id)),
  );
  const own = pending.filter((row) => row.kind === 'post' && row.subject === message.subject);
  return [...(stored as Pick<OutboxRow, 'key' | 'conversation' | 'to'>[]), ...own].map((copy) => {
    const id = newId();
    return {
      id,
      key: `${copy.key}/update/${id}`,
      conversation: copy.conversation,
      kind: 'update' as const,
      to: copy.to,
      content: message.content,
      onlyFor: undefined,
      subject: undefined,
      merge: undefined,
      target: copy.key,
      tries: 0,
      doubtful: false,
    };
  });
}

function toRecord(row: OutboxRow, now: Date) {
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
  };
}

export type Delivery =
  | { readonly id: string; readonly state: 'sent'; readonly ref: MessageRef | undefined }
  | { readonly id: string; readonly state: 'merged' }
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
  /** Marks a batch in one transaction. */
  record(deliveries: readonly Delivery[]): Promise<void>;
  /** Where the post with this key stands, if it was sent. */
  refOf(key: string): Promise<MessageRef | undefined>;
}

export function createOutboxStore(database: Database): OutboxStore {
  return {
    waiting: () =>
      database.read(function* (tx, t) {
        const rows = yield* q(
          tx.select().from(t.outbox).where(eq(t.outbox.state, 'waiting')).orderBy(asc(t.outbox.id)),
        );
        return rows.map((row) => {
          const body = row.content as Pick<OutboxRow, 'content' | 'merge'>;
          return {
            id: row.id,
            key: row.key,
            conversation: row.conversation,
            kind: row.kind as OutboxRow['kind'],
            to: row.recipient as OutboxRow['to'],
            content: body.content,
            merge: body.merge,
            onlyFor: (row.onlyFor ?? undefined) as OutboxRow['onlyFor'],
            subject: row.subject ?? undefined,
            target: row.target ?? undefined,
            tries: row.tries,
            doubtful: true,
          };
        });
      }),
    record: (deliveries) =>
      database.transaction(function* (tx, t) {
        for (const delivery of deliveries) {
          yield* q(tx.update(t.outbox).set(toChange(delivery)).where(eq(t.outbox.id, delivery.id)));
        }
      }),
    refOf: (key) =>
      database.read(function* (tx, t) {
        const [row] = yield* q(tx.select({ ref: t.outbox.ref }).from(t.outbox).where(eq(t.outbox.key, key)));
        return (row?.ref ?? undefined) as MessageRef | undefined;
      }),
  };
}

function toChange(delivery: Delivery) {
  switch (delivery.state) {
    case 'sent':
      return { state: 'sent', ref: delivery.ref ?? null, lastError: null };
    case 'merged':
      return { state: 'merged' };
    case 'failed':
      return { state: 'failed', lastError: delivery.error };
    case 'waiting':
      return { nextAt: delivery.nextAt, tries: delivery.tries, lastError: delivery.error };
  }
}
