// A unit of work: one transaction that changes state and, with it, writes the audit entries, outgoing messages and jobs
// that belong to the change. After the commit the waiting parts of the process are woken.
import type { AuditDraft } from '../audit/audit.ts';
import type { JobDraft } from '../jobs/job.ts';
import type { OutgoingMessage } from '../outbox/outgoing.ts';
import type { Database, Tx } from './database.ts';
import type { Tables } from './tables.ts';

/** What a unit collects on its way; written in order, in the same transaction, at its end. */
export interface Effects {
  audit(entry: AuditDraft): void;
  send(message: OutgoingMessage): void;
  enqueue(job: JobDraft): void;
}

export type UnitBody<T> = (
  tx: Tx,
  t: Tables,
  effects: Effects,
) => Generator<PromiseLike<unknown>, T, unknown>;

export interface Collected {
  readonly audit: AuditDraft[];
  readonly messages: OutgoingMessage[];
  readonly jobs: JobDraft[];
}

/** Writes what was collected; gives what to do after the commit. */
export type Flush = (
  tx: Tx,
  t: Tables,
  collected: Collected,
) => Generator<PromiseLike<unknown>, () => void, unknown>;

export type Unit = <T>(body: UnitBody<T>) => Promise<T>;

export function createUnit(database: Database, flush: Flush): Unit {
  return async (body) => {
    let afterCommit: () => void = () => {};
    const result = await database.transaction(function* (tx, t) {
      const collected: Collected = { audit: [], messages: [], jobs: [] };
      const value = yield* body(tx, t, {
        audit: (entry) => collected.audit.push(entry),
        send: (message) => collected.messages.push(message),
        enqueue: (job) => collected.jobs.push(job),
      });
      afterCommit = yield* flush(tx, t, collected);
      return value;
    });
    afterCommit();
    return result;
  };
}
