// A job: work that a committed transaction owes. Kinds are handled by name; payloads are plain JSON with ids.
import type { Json } from '../lib/json.ts';

export interface JobDraft {
  readonly kind: string;
  /** Unique for ever: a second job with the same key is dropped. */
  readonly key: string;
  readonly payload: Readonly<Record<string, Json>>;
  /** Undefined: now. */
  readonly runAt?: Date | undefined;
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, Json>>;
  /** Fencing: an end that names another lease is refused. */
  readonly leaseToken: number;
  readonly tries: number;
}

/**
 * What a handler says. `ended`: it ended the job itself, inside its last unit of work.
 * `done`: end it. `later`: run again at that time; `countsAsTry` false for rate limits and waits.
 */
export type JobOutcome =
  | { readonly type: 'ended' }
  | { readonly type: 'done' }
  | { readonly type: 'later'; readonly runAt: Date; readonly countsAsTry: boolean; readonly error?: string };

export type JobHandler = (job: Job) => Promise<JobOutcome>;
