// Writes and reads the audit log. Writing happens only inside a unit of work.
import { type Database, type Db, q, type Step } from '../store/database.ts';
import { asc, desc, eq, gt } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import { type AuditDraft, type AuditEntry, chainEntries, GENESIS_HASH } from './audit.ts';

const HEAD_ID = 'head';

const selectHead = statement((tx, t, head: { id: string }) =>
  tx.select().from(t.auditHead).where(eq(t.auditHead.id, head.id)),
);
const moveHead = statement((tx, t, head: { id: string; seq: number; hash: string }) =>
  tx.update(t.auditHead).set({ seq: head.seq, hash: head.hash }).where(eq(t.auditHead.id, head.id)),
);
const insertEntry = statement((tx, t, entry: Tables['audit']['$inferSelect']) =>
  tx.insert(t.audit).values(everyColumn(t.audit, entry)),
);
const insertWords = statement((tx, t, words: Tables['auditWords']['$inferSelect']) =>
  tx.insert(t.auditWords).values(everyColumn(t.auditWords, words)),
);

/** Appends in order. The head row is written first of all, which orders concurrent writers on PostgreSQL. */
export function* appendAudit(db: Db, drafts: readonly AuditDraft[], at: Date): Step<void> {
  const { tx, t } = db;
  if (drafts.length === 0) return;
  const [head] = yield* q(selectHead(db, { id: HEAD_ID }));
  const entries = chainEntries(head ?? { seq: 0, hash: GENESIS_HASH }, drafts, at);
  const last = entries[entries.length - 1];
  if (!last) return;
  if (head) {
    yield* q(moveHead(db, { id: HEAD_ID, seq: last.seq, hash: last.hash }));
  } else {
    yield* q(tx.insert(t.auditHead).values({ id: HEAD_ID, seq: last.seq, hash: last.hash }));
  }
  for (const [index, entry] of entries.entries()) {
    yield* q(insertEntry(db, { ...entry, clientId: entry.clientId ?? null }));
    yield* q(insertWords(db, { seq: entry.seq, text: drafts[index]?.text ?? '' }));
  }
}

export interface WordedEntry extends AuditEntry {
  /** Undefined when the words were erased. */
  readonly text: string | undefined;
}

export interface AuditLog {
  /** In order, from after `seq`, at most `limit`. */
  page(after: number, limit: number): Promise<readonly WordedEntry[]>;
  /** Newest first; `subject` narrows to one thing. */
  latest(limit: number, subject?: string): Promise<readonly WordedEntry[]>;
  head(): Promise<{ readonly seq: number; readonly hash: string }>;
}

/** Newest first; `subject` narrows to one thing. */
export function* selectLatest(
  db: Db,
  limit: number,
  subject: string | undefined,
): Step<readonly WordedEntry[]> {
  const { t } = db;
  const rows = yield* q(
    select(db)
      .where(subject === undefined ? undefined : eq(t.audit.subject, subject))
      .orderBy(desc(t.audit.seq))
      .limit(limit),
  );
  return rows.map(toWorded);
}

function select({ tx, t }: Db) {
  return tx
    .select({ entry: t.audit, text: t.auditWords.text })
    .from(t.audit)
    .leftJoin(t.auditWords, eq(t.audit.seq, t.auditWords.seq));
}

export function createAuditLog(database: Database): AuditLog {
  return {
    page: (after, limit) =>
      database.read(function* (db) {
        const { t } = db;
        const rows = yield* q(
          select(db).where(gt(t.audit.seq, after)).orderBy(asc(t.audit.seq)).limit(limit),
        );
        return rows.map(toWorded);
      }),
    latest: (limit, subject) => database.read((db) => selectLatest(db, limit, subject)),
    head: () =>
      database.read(function* ({ tx, t }) {
        const [head] = yield* q(tx.select().from(t.auditHead).where(eq(t.auditHead.id, HEAD_ID)));
        return { seq: head?.seq ?? 0, hash: head?.hash ?? GENESIS_HASH };
      }),
  };
}

function toWorded(row: {
  entry: Omit<AuditEntry, 'clientId'> & { clientId: string | null };
  text: string | null;
}): WordedEntry {
  return { ...row.entry, clientId: row.entry.clientId ?? undefined, text: row.text ?? undefined };
}
