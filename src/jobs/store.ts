// Rows of the job queue. A new job that is due is inserted with this process's lease on it, which saves a commit:
// after a crash the lease is void and the row is due again.
import { newId } from '../lib/ids.ts';
import { type Database, type Db, q, type Step } from '../store/database.ts';
import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import type { JobLease, StoredJob } from './job.ts';
import type { JobDraft } from './kinds.ts';

/** Milliseconds that a claimed job belongs to its worker unless the lease is extended. */
export const LEASE_MS = 60_000;

/** A completion named a lease that is no longer its own: somebody else took over. Roll back. */
export class LeaseLostError extends Error {}

const insertRow = statement((tx, t, job: Tables['jobs']['$inferSelect']) =>
  tx.insert(t.jobs).values(everyColumn(t.jobs, job)).onConflictDoNothing().returning({ id: t.jobs.id }),
);
const markDone = statement((tx, t, job: { id: string; leaseToken: number; doneAt: Date }) =>
  tx
    .update(t.jobs)
    .set({ doneAt: job.doneAt, leaseUntil: null })
    .where(and(eq(t.jobs.id, job.id), eq(t.jobs.leaseToken, job.leaseToken), isNull(t.jobs.doneAt)))
    .returning({ id: t.jobs.id }),
);

/** Inserts a job, unless its key is known. Gives it if it is due now, already claimed. */
export function* insertJob(db: Db, draft: JobDraft, now: Date, runAt = now): Step<StoredJob | undefined> {
  const due = runAt <= now;
  const row = {
    id: newId(now.getTime()),
    kind: draft.kind,
    key: draft.key,
    payload: draft.payload,
    runAt,
    leaseUntil: due ? new Date(now.getTime() + LEASE_MS) : null,
    leaseToken: due ? 1 : 0,
    tries: 0,
    lastError: null,
    doneAt: null,
  };
  const inserted = yield* q(insertRow(db, row));
  return due && inserted.length > 0 ? row : undefined;
}

/** Ends a job inside the handler's last unit. @throws LeaseLostError */
export function* endJob(db: Db, job: JobLease, now: Date): Step<void> {
  const ended = yield* q(markDone(db, { id: job.id, leaseToken: job.leaseToken, doneAt: now }));
  if (ended.length === 0) throw new LeaseLostError(`Job ${job.id} belongs to another worker`);
}

/** A job for later; armed again it moves to the new time, as long as nobody works on it. Gives it if it is due now, claimed. */
export function* armJob(db: Db, job: JobDraft, now: Date, runAt: Date): Step<StoredJob | undefined> {
  const claimed = yield* insertJob(db, job, now, runAt);
  if (claimed) return claimed;
  const { tx, t } = db;
  yield* q(
    tx
      .update(t.jobs)
      .set({ runAt })
      .where(and(eq(t.jobs.key, job.key), isNull(t.jobs.doneAt), isFree(t, now))),
  );
  return undefined;
}

/** Ends the job of this draft, unless somebody works on it. A job under way asks the state for itself. */
export function* cancelJob({ tx, t }: Db, { key }: JobDraft, now: Date): Step<void> {
  yield* q(
    tx
      .update(t.jobs)
      .set({ doneAt: now })
      .where(and(eq(t.jobs.key, key), isNull(t.jobs.doneAt), isFree(t, now))),
  );
}

function isFree(t: Tables, now: Date) {
  return or(isNull(t.jobs.leaseUntil), lt(t.jobs.leaseUntil, now));
}

export interface JobStore {
  /** Claims due jobs, oldest first. */
  claim(now: Date, limit: number): Promise<readonly StoredJob[]>;
  extend(jobs: readonly JobLease[], now: Date): Promise<void>;
  end(job: JobLease, now: Date, error?: string): Promise<void>;
  later(job: JobLease, change: { runAt: Date; tries: number; error?: string | undefined }): Promise<void>;
  /** For the only process of a database, at its start: every lease is a dead process's. */
  releaseAll(): Promise<void>;
  /** Milliseconds until the next job is due; undefined: none waits. */
  nextDue(): Promise<Date | undefined>;
  /** Removes jobs that ended before this time. */
  prune(before: Date): Promise<void>;
}

export function createJobStore(database: Database): JobStore {
  return {
    claim: (now, limit) => database.transaction((db) => claimDue(db, now, limit)),
    extend: (jobs, now) =>
      database.transaction(function* ({ tx, t }) {
        const ids = jobs.map((job) => job.id);
        yield* q(
          tx
            .update(t.jobs)
            .set({ leaseUntil: new Date(now.getTime() + LEASE_MS) })
            .where(and(inArray(t.jobs.id, ids), isNull(t.jobs.doneAt))),
        );
      }),
    end: (job, now, error) =>
      database.transaction(function* (db) {
        const { tx, t } = db;
        yield* endJob(db, job, now);
        if (error !== undefined)
          yield* q(tx.update(t.jobs).set({ lastError: error }).where(eq(t.jobs.id, job.id)));
      }),
    later: (job, change) =>
      database.transaction(function* ({ tx, t }) {
        yield* q(
          tx
            .update(t.jobs)
            .set({
              runAt: change.runAt,
              tries: change.tries,
              lastError: change.error ?? null,
              leaseUntil: null,
            })
            .where(and(eq(t.jobs.id, job.id), eq(t.jobs.leaseToken, job.leaseToken))),
        );
      }),
    releaseAll: () =>
      database.transaction(function* ({ tx, t }) {
        yield* q(tx.update(t.jobs).set({ leaseUntil: null }).where(isNull(t.jobs.doneAt)));
      }),
    nextDue: () =>
      database.read(function* ({ tx, t }) {
        const [row] = yield* q(
          tx
            .select({ runAt: t.jobs.runAt })
            .from(t.jobs)
            .where(isNull(t.jobs.doneAt))
            .orderBy(asc(t.jobs.runAt))
            .limit(1),
        );
        return row?.runAt;
      }),
    prune: (before) =>
      database.transaction(function* ({ tx, t }) {
        yield* q(tx.delete(t.jobs).where(lt(t.jobs.doneAt, before)));
      }),
  };
}

function* claimDue(db: Db, now: Date, limit: number): Step<readonly StoredJob[]> {
  const { tx, t } = db;
  const due = yield* q(
    tx
      .select({ id: t.jobs.id })
      .from(t.jobs)
      .where(and(isNull(t.jobs.doneAt), lte(t.jobs.runAt, now), isFree(t, now)))
      .orderBy(asc(t.jobs.runAt))
      .limit(limit),
  );
  if (due.length === 0) return [];
  const claimed = yield* q(
    tx
      .update(t.jobs)
      .set({ leaseUntil: new Date(now.getTime() + LEASE_MS), leaseToken: sql`${t.jobs.leaseToken} + 1` })
      .where(
        inArray(
          t.jobs.id,
          due.map((row) => row.id),
        ),
      )
      .returning({
        id: t.jobs.id,
        kind: t.jobs.kind,
        key: t.jobs.key,
        leaseToken: t.jobs.leaseToken,
        tries: t.jobs.tries,
        // As the driver has it: a text that is no JSON would otherwise fail the claim, and with it every other job.
        payload: sql<unknown>`${t.jobs.payload}`,
      }),
  );
  return claimed.map((row) => ({ ...row, payload: fromDriver(row.payload) }));
}

/** SQLite keeps JSON as text, PostgreSQL gives it read. What cannot be read stays text, which no kind takes for a payload. */
function fromDriver(payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  try {
    return JSON.parse(payload);
  } catch {
    return payload;
  }
}
