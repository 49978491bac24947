// Approval requests: made with the plan, decided by one conditional UPDATE, consumed once.
import { newId } from '../lib/ids.ts';
import { nextNumber } from '../store/counter.ts';
import { type Database, type Db, q, type Step, type Writing } from '../store/database.ts';
import { and, asc, desc, eq, gt, inArray, lte, sql } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import { APPROVAL_LIFETIME_MS, type ApprovalRequest, type ApprovalStatus, type Half } from './approval.ts';

const FIRST_APPROVAL_NUMBER = 1001;

type ApprovalRow = Tables['approvals']['$inferSelect'];

const insertRow = statement((tx, t, row: ApprovalRow) =>
  tx.insert(t.approvals).values(everyColumn(t.approvals, row)),
);
const byId = statement((tx, t, approval: { id: string }) =>
  tx.select().from(t.approvals).where(eq(t.approvals.id, approval.id)),
);
const byPlan = statement((tx, t, plan: { id: string }) =>
  tx.select().from(t.approvals).where(eq(t.approvals.planId, plan.id)),
);
type DecidedColumns =
  | 'id'
  | 'status'
  | 'decidedBy'
  | 'decidedByName'
  | 'reason'
  | 'tellRequester'
  | 'planHash';
const decideRow = statement((tx, t, row: Pick<ApprovalRow, DecidedColumns> & { decidedAt: Date }) =>
  tx
    .update(t.approvals)
    .set({
      status: row.status,
      decidedBy: row.decidedBy,
      decidedByName: row.decidedByName,
      decidedAt: row.decidedAt,
      reason: row.reason,
      tellRequester: row.tellRequester,
    })
    .where(
      and(
        eq(t.approvals.id, row.id),
        eq(t.approvals.status, 'pending'),
        eq(t.approvals.planHash, row.planHash),
        gt(t.approvals.expiresAt, sql.param(row.decidedAt, t.approvals.expiresAt)),
      ),
    )
    .returning(),
);
const consumeRows = statement((tx, t, used: { planId: string; planHash: string; usedAt: Date }) =>
  tx
    .update(t.approvals)
    .set({ status: 'used', usedAt: used.usedAt })
    .where(
      and(
        eq(t.approvals.planId, used.planId),
        eq(t.approvals.planHash, used.planHash),
        eq(t.approvals.status, 'approved'),
      ),
    )
    .returning({ id: t.approvals.id }),
);

export function* insertApproval(
  work: Writing,
  request: {
    readonly planId: string;
    readonly planHash: string;
    readonly clientId: string;
    readonly ticketId: string;
    readonly half: Half;
    readonly managerEmail?: string | undefined;
  },
): Step<ApprovalRequest> {
  const { now } = work;
  const number = yield* nextNumber(work, 'approval', FIRST_APPROVAL_NUMBER);
  const row: ApprovalRow = {
    ...request,
    id: newId(now.getTime()),
    number,
    managerEmail: request.managerEmail ?? null,
    status: 'pending',
    decidedBy: null,
    decidedByName: null,
    decidedAt: null,
    reason: null,
    tellRequester: true,
    createdAt: now,
    expiresAt: new Date(now.getTime() + APPROVAL_LIFETIME_MS),
    remindedAt: null,
    usedAt: null,
  };
  yield* q(insertRow(work, row));
  return toApproval(row);
}

/**
 * The one statement that decides: only a pending request that has not expired changes. The row count says who won.
 * @returns the decided request, or undefined if somebody or time was faster
 */
export function* decideApproval(
  work: Writing,
  id: string,
  decision: {
    readonly status: 'approved' | 'denied';
    readonly by: { readonly id: string; readonly name: string };
    readonly planHash: string;
    readonly reason?: string | undefined;
    readonly tellRequester: boolean;
  },
): Step<ApprovalRequest | undefined> {
  const [row] = yield* q(
    decideRow(work, {
      id,
      status: decision.status,
      decidedBy: decision.by.id,
      decidedByName: decision.by.name,
      decidedAt: work.now,
      reason: decision.reason ?? null,
      tellRequester: decision.tellRequester,
      planHash: decision.planHash,
    }),
  );
  return row ? toApproval(row) : undefined;
}

/** Closes the open halves of a plan (after a denial, a withdrawal, a new plan); gives those that changed. */
export function* closeApprovals(
  db: Db,
  planId: string,
  status: Extract<ApprovalStatus, 'denied' | 'withdrawn' | 'superseded' | 'expired'>,
): Step<readonly ApprovalRequest[]> {
  const { tx, t } = db;
  const rows = yield* q(
    tx
      .update(t.approvals)
      .set({ status })
      .where(and(eq(t.approvals.planId, planId), inArray(t.approvals.status, ['pending', 'approved'])))
      .returning(),
  );
  return rows.map(toApproval);
}

/** Closes one request if its time is over and nobody decided; undefined if it was decided or has time left. */
export function* expireApproval(work: Writing, id: string): Step<ApprovalRequest | undefined> {
  const { tx, t, now } = work;
  const [row] = yield* q(
    tx
      .update(t.approvals)
      .set({ status: 'expired' })
      .where(and(eq(t.approvals.id, id), eq(t.approvals.status, 'pending'), lte(t.approvals.expiresAt, now)))
      .returning(),
  );
  return row ? toApproval(row) : undefined;
}

/**
 * Consumes the approvals of a plan, in the transaction that starts its first step.
 * @returns how many halves were consumed; the caller compares it with how many the plan needs
 */
export function* consumeApprovals(work: Writing, planId: string, planHash: string): Step<number> {
  const { now } = work;
  const rows = yield* q(consumeRows(work, { planId, planHash, usedAt: now }));
  return rows.length;
}

export function* selectApprovals(db: Db, planId: string): Step<readonly ApprovalRequest[]> {
  const rows = yield* q(byPlan(db, { id: planId }));
  // Two rows at most: SQLite's sorter costs more than the look-up itself.
  return rows.map(toApproval).sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function* selectApproval(db: Db, id: string): Step<ApprovalRequest | undefined> {
  const [row] = yield* q(byId(db, { id }));
  return row ? toApproval(row) : undefined;
}

export interface ApprovalStore {
  get(id: string): Promise<ApprovalRequest | undefined>;
  byNumber(number: number): Promise<ApprovalRequest | undefined>;
  ofPlan(planId: string): Promise<readonly ApprovalRequest[]>;
  /** Pending and in time, oldest first. */
  pending(now: Date, limit: number): Promise<readonly ApprovalRequest[]>;
  /** Decided ones, newest first. */
  decided(limit: number): Promise<readonly ApprovalRequest[]>;
}

export function createApprovalStore(database: Database): ApprovalStore {
  const many = (pick: (db: Db) => PromiseLike<readonly Parameters<typeof toApproval>[0][]>) =>
    database.read(function* (db) {
      const rows = yield* q(pick(db));
      return rows.map(toApproval);
    });
  return {
    get: (id) => database.read((db) => selectApproval(db, id)),
    byNumber: async (number) =>
      (await many(({ tx, t }) => tx.select().from(t.approvals).where(eq(t.approvals.number, number))))[0],
    ofPlan: (planId) => database.read((db) => selectApprovals(db, planId)),
    pending: (now, limit) =>
      many(({ tx, t }) =>
        tx
          .select()
          .from(t.approvals)
          .where(and(eq(t.approvals.status, 'pending'), gt(t.approvals.expiresAt, now)))
          .orderBy(asc(t.approvals.expiresAt))
          .limit(limit),
      ),
    decided: (limit) =>
      many(({ tx, t }) =>
        tx
          .select()
          .from(t.approvals)
          .where(inArray(t.approvals.status, ['approved', 'denied', 'used', 'expired']))
          .orderBy(desc(t.approvals.id))
          .limit(limit),
      ),
  };
}

function toApproval(row: Tables['approvals']['$inferSelect']): ApprovalRequest {
  return {
    ...row,
    managerEmail: row.managerEmail ?? undefined,
    decidedBy: row.decidedBy ?? undefined,
    decidedByName: row.decidedByName ?? undefined,
    decidedAt: row.decidedAt ?? undefined,
    reason: row.reason ?? undefined,
    usedAt: row.usedAt ?? undefined,
  };
}
