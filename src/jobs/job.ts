// A job: work that a committed transaction owes. As a row it is not read yet; as a job its payload is what its kind says.
import { isJobKind, type JobKind, type JobPayloads, readPayload, type Unreadable } from './kinds.ts';

/** What an end names. Fencing: an end with another token than the row's is refused. */
export interface JobLease {
  readonly id: string;
  readonly leaseToken: number;
}

/** As the database has it: the kind may be of another version, the payload anything. */
export interface StoredJob extends JobLease {
  readonly kind: string;
  readonly key: string;
  readonly payload: unknown;
  readonly tries: number;
}

/** A job whose payload was read. */
export type Job<K extends JobKind = JobKind> = {
  readonly [P in K]: Omit<StoredJob, 'kind' | 'payload'> & {
    readonly kind: P;
    readonly payload: JobPayloads[P];
  };
}[K];

/**
 * What a handler says. `ended`: it ended the job itself, inside its last unit of work.
 * `done`: end it. `later`: run again at that time; `countsAsTry` false for rate limits and waits.
 */
export type JobOutcome =
  | { readonly type: 'ended' }
  | { readonly type: 'done' }
  | { readonly type: 'later'; readonly runAt: Date; readonly countsAsTry: boolean; readonly error?: string };

/** One for every kind. */
export type JobHandlers = { readonly [K in JobKind]: (job: Job<K>) => Promise<JobOutcome> };

/** Hands a row to the handler of its kind. What another version wrote, or what was damaged, is never guessed at. */
export async function handleStored(
  handlers: JobHandlers,
  stored: StoredJob,
): Promise<JobOutcome | Unreadable> {
  const { kind } = stored;
  if (!isJobKind(kind)) return { type: 'unreadable', why: `this version knows no jobs of kind "${kind}"` };
  return handleAs(handlers, kind, stored);
}

async function handleAs<K extends JobKind>(
  handlers: JobHandlers,
  kind: K,
  { id, leaseToken, key, tries, payload }: StoredJob,
): Promise<JobOutcome | Unreadable> {
  const read = readPayload(kind, payload);
  if (read.type === 'unreadable') return read;
  return handlers[kind]({ id, leaseToken, key, tries, kind, payload: read.payload });
}
