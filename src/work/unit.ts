// Runs a unit of work: one transaction with one time. What the body said belongs to its change is written in the same
// transaction, in order; after the commit the waiting parts of the process are woken.
import type { AuditDraft } from '../audit/audit.ts';
import { appendAudit } from '../audit/store.ts';
import type { Job, JobDraft } from '../jobs/job.ts';
import { armJob, cancelJobs, endJob, insertJobs } from '../jobs/store.ts';
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
  readonly wake: { messages(rows: readonly OutboxRow[]): void; jobs(jobs: readonly Job[]): void };
}

type JobOrder =
  | { readonly type: 'enqueue'; readonly job: JobDraft }
  | { readonly type: 'arm'; readonly job: JobDraft & { readonly runAt: Date } }
  | { readonly type: 'cancel'; readonly key: string };

interface Collected {
  readonly audit: AuditDraft[];
  readonly messages: OutgoingMessage[];
  readonly jobs: JobOrder[];
}

export function createUnit({ database, clock, mask, wake }: UnitOptions): Unit {
  return async (body) => {
    let rows: readonly OutboxRow[] = [];
    let jobs: readonly Job[] = [];
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
    arm: (job, at) => collected.jobs.push({ type: 'arm', job: { ...job, runAt: at } }),
    cancel: (key) => collected.jobs.push({ type: 'cancel', key }),
    end: (job) => endJob(db, job, now),
  };
}

/** @returns the jobs that are due now, claimed for this process */
function* writeJobs(db: Db, orders: readonly JobOrder[], now: Date): Step<readonly Job[]> {
  const due: Job[] = [];
  for (const order of orders) {
    if (order.type === 'enqueue') due.push(...(yield* insertJobs(db, [order.job], now)));
    else if (order.type === 'arm') due.push(...(yield* armJob(db, order.job, now)));
    else yield* cancelJobs(db, order.key, now);
  }
  return due;
}
