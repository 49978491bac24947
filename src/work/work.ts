// What the body of a unit of work is given: the transaction, its one time, and the words for everything that belongs to a
// change besides rows. What is said here is written at the end of the same transaction, in the order in which it was said.
import type { AuditDraft } from '../audit/audit.ts';
import type { JobLease } from '../jobs/job.ts';
import type { JobDraft } from '../jobs/kinds.ts';
import type { OutgoingMessage, Recipient } from '../outbox/outgoing.ts';
import type { Step, Writing } from '../store/database.ts';

export interface Work extends Writing {
  audit(entry: AuditDraft): void;
  /** A message, once: a second one with its key is dropped. Or the new content of every copy of a subject. */
  send(message: OutgoingMessage): void;
  /** From now on the message of this key shows this content: posted at the place, or edited where it stands already. */
  show(key: string, place: Recipient, content: OutgoingMessage['content']): void;
  /** A job that is due now. */
  enqueue(job: JobDraft): void;
  /** A job for later. Armed again it moves to the new time, as long as nobody works on it. */
  arm(job: JobDraft, at: Date): void;
  /** Takes back what was armed, unless it is being worked on: made by the same function, the draft has the same key. */
  cancel(job: JobDraft): void;
  /** Ends the job that this unit is the last one of. @throws LeaseLostError, which rolls the unit back */
  end(job: JobLease): Step<void>;
}

export type UnitBody<T> = (work: Work) => Step<T>;

/** Runs a body in one transaction of its own. The body may run again if the database asks for it, so it changes nothing else. */
export type Unit = <T>(body: UnitBody<T>) => Promise<T>;
