// Runs a unit of work: one transaction with one time. What the body said belongs to its change is written in the same
// transaction, in order; after the commit the waiting parts of the process are woken.
import type { AuditDraft } from '../audit/audit.ts';
import { appendAudit } from '../audit/store.ts';
import type { StoredJob } from '../jobs/job.ts';
import type { JobDraft } from '../jobs/kinds.ts';
import { armJob, cancelJob, endJob, insertJob } from '../jobs/store.ts';
import type { Clock } from '../lib/clock.ts';
import type { OutboxRow, OutgoingMessage } from '../outbox/outgoing.ts';
import { insertMessages } from '../outbox/store.ts';
import type { Database, Db, Step } from '../store/database.ts';
import type { Unit, Work } from './work.ts';

export interface UnitOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** The last net for secrets, over everything that is written. */
  readonly mask: {
    audit(entry: AuditDraft): AuditDraft;
    message(message: OutgoingMessage): OutgoingMessage;
  };
  /** Told after the commit what there is to do now. */
  readonly wake: { messages(rows: readonly OutboxRow[]): void; jobs(jobs: readonly StoredJob[]): void };
}

type JobOrder =
  | { readonly type: 'enqueue'; readonly job: JobDraft }
  | { readonly type: 'arm'; readonly job: JobDraft; readonly at: Date }
  | { readonly type: 'cancel'; readonly job: JobDraft };

interface Collected {
  readonly audit: AuditDraft[];
  readonly messages: OutgoingMessage[];
  readonly jobs: JobOrder[];
}

export function createUnit({ database, clock, mask, wake }: UnitOptions): Unit {
  return async (body) => {
    let rows: readonly OutboxRow[] = [];
    let jobs: readonly StoredJob[] = [];
    const result = await database.transaction(function* (db) {
      const now = clock.now();
      const collected: Collected = { audit: [], messages: [], jobs: [] };
      const value = yield* body(workOf(db, now, collected));
      yield* appendAudit(db, collected.audit.map(mask.audit), now);
      rows = yield* insertMessages(db, collected.messages.map(mask.message), now);
      jobs = yield* writeJobs(db, collected.jobs, now);
      return value;
    });
    wake.messages(rows);
    wake.jobs(jobs);
    return result;
  };
}

function workOf(db: Db, now: Date, collected: Collected): Work {
  return {
    tx: db.tx,
    t: db.t,
    now,
    audit: (entry) => collected.audit.push(entry),
    send: (message) => collected.messages.push(message),
    show: (key, to, content) => collected.messages.push({ kind: 'show', key, to, content }),
    enqueue: (job) => collected.jobs.push({ type: 'enqueue', job }),
    arm: (job, at) => collected.jobs.push({ type: 'arm', job, at }),
    cancel: (job) => collected.jobs.push({ type: 'cancel', job }),
    end: (job) => endJob(db, job, now),
  };
}

/** @returns the jobs that are due now, claimed for this process */
function* writeJobs(db: Db, orders: readonly JobOrder[], now: Date): Step<readonly StoredJob[]> {
  const due: StoredJob[] = [];
  for (const order of orders) {
    const claimed = yield* writeJob(db, order, now);
    if (claimed) due.push(claimed);
  }
  return due;
}

function* writeJob(db: Db, order: JobOrder, now: Date): Step<StoredJob | undefined> {
  switch (order.type) {
    case 'enqueue':
      return yield* insertJob(db, order.job, now);
    case 'arm':
      return yield* armJob(db, order.job, now, order.at);
    case 'cancel':
      yield* cancelJob(db, order.job, now);
      return undefined;
  }
}
