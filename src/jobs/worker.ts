// Works off jobs: woken by commits, polling once a second. A job that fails comes back later; a poisoned one is set aside
// with an alarm, so that the others go on.
import { setTimeout as sleep } from 'node:timers/promises';
import { backoffMs } from '../lib/backoff.ts';
import { type Clock, DAY_MS } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Logger } from '../lib/log.ts';
import { lookUp } from '../lib/look-up.ts';
import type { Job, JobHandler, JobOutcome } from './job.ts';
import { type JobStore, LEASE_MS, LeaseLostError } from './store.ts';

const POLL_MS = 1000;
const CONCURRENCY = 256;
const MAX_TRIES = 8;
const RETRY_BASE_MS = 1000;
const RETRY_CAP_MS = 5 * 60_000;
const KEEP_ENDED_MS = 7 * DAY_MS;

export interface WorkerOptions {
  readonly store: JobStore;
  readonly handlers: Readonly<Record<string, JobHandler>>;
  readonly clock: Clock;
  readonly log: Logger;
  /** Called for a job that is given up after its last try. */
  readonly onPoisoned: (job: Job, error: string) => void;
}

export class Worker {
  readonly #options: WorkerOptions;
  readonly #held = new Map<string, Job>();
  #waiting: Job[] = [];
  #running = 0;
  #timer: NodeJS.Timeout | undefined;
  #polling: Promise<void> | undefined;
  #extendedAt = 0;
  #prunedAt = 0;
  #started = false;
  #stopped = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** Frees what a dead process held. Only for the one process that serves the database, before anything new comes in. */
  async prepare(): Promise<void> {
    await this.#options.store.releaseAll();
  }

  /** Begins to work. */
  async start(): Promise<void> {
    this.#started = true;
    this.#fill();
    this.#timer = setInterval(() => void this.poll(), POLL_MS);
    await this.poll();
  }

  /** Takes jobs that a committed unit claimed for this process. */
  offer(jobs: readonly Job[]): void {
    for (const job of jobs) {
      // A newer lease of a job that has just asked to run again is a job of its own.
      if (this.#held.get(job.id)?.leaseToken === job.leaseToken) continue;
      this.#held.set(job.id, job);
      this.#waiting.push(job);
    }
    this.#fill();
  }

  /** Claims what has become due. */
  async poll(): Promise<void> {
    this.#polling ??= this.#claim().finally(() => {
      this.#polling = undefined;
    });
    await this.#polling;
  }

  /** Resolves when no job is held. */
  async idle(): Promise<void> {
    while (this.#held.size > 0) await sleep(1);
  }

  /** Stops claiming and waits for running jobs, at most `graceMs`; leases left over end by themselves. */
  async stop(graceMs = 5000): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    const deadline = performance.now() + graceMs;
    while (this.#running > 0 && performance.now() < deadline) await sleep(2);
    await this.#polling;
  }

  async #claim(): Promise<void> {
    if (this.#stopped) return;
    const { store, clock, log } = this.#options;
    const now = clock.now();
    try {
      if (this.#held.size > 0 && now.getTime() - this.#extendedAt > LEASE_MS / 3) {
        this.#extendedAt = now.getTime();
        await store.extend([...this.#held.values()], now);
      }
      const due = await store.nextDue();
      if (due && due <= now && this.#held.size < CONCURRENCY) {
        this.offer(await store.claim(now, CONCURRENCY - this.#held.size));
      }
      if (now.getTime() - this.#prunedAt > DAY_MS) {
        this.#prunedAt = now.getTime();
        await store.prune(new Date(now.getTime() - KEEP_ENDED_MS));
      }
    } catch (error) {
      log.error({ error: errorText(error) }, 'jobs could not be claimed; trying again');
    }
  }

  #fill(): void {
    while (this.#started && !this.#stopped && this.#running < CONCURRENCY) {
      const job = this.#waiting.shift();
      if (!job) return;
      this.#running += 1;
      void this.#work(job).finally(() => {
        this.#running -= 1;
        if (this.#held.get(job.id) === job) this.#held.delete(job.id);
        this.#fill();
      });
    }
  }

  async #work(job: Job): Promise<void> {
    const { store, clock, log } = this.#options;
    try {
      await this.#settle(job, await this.#handle(job));
    } catch (error) {
      if (error instanceof LeaseLostError) return;
      log.error({ job: job.id, kind: job.kind, error: errorText(error) }, 'a job could not be settled');
      await store
        .later(job, { runAt: new Date(clock.now().getTime() + RETRY_BASE_MS), tries: job.tries + 1 })
        .catch(() => undefined);
    }
  }

  async #handle(job: Job): Promise<JobOutcome> {
    const { handlers, clock, log } = this.#options;
    const handler = lookUp(handlers, job.kind);
    try {
      if (!handler) throw new Error(`No handler for jobs of kind ${job.kind}`);
      return await handler(job);
    } catch (error) {
      if (error instanceof LeaseLostError) throw error;
      log.error({ job: job.id, kind: job.kind, tries: job.tries + 1, error: errorText(error) }, 'job failed');
      const waitMs = backoffMs(job.tries + 1, RETRY_BASE_MS, RETRY_CAP_MS, Math.random());
      return {
        type: 'later',
        runAt: new Date(clock.now().getTime() + waitMs),
        countsAsTry: true,
        error: errorText(error),
      };
    }
  }

  async #settle(job: Job, outcome: JobOutcome): Promise<void> {
    const { store, clock, onPoisoned } = this.#options;
    if (outcome.type === 'ended') return;
    if (outcome.type === 'done') return store.end(job, clock.now());
    const tries = job.tries + (outcome.countsAsTry ? 1 : 0);
    if (tries >= MAX_TRIES) {
      await store.end(job, clock.now(), outcome.error);
      onPoisoned(job, outcome.error ?? 'no reason given');
      return;
    }
    await store.later(job, { runAt: outcome.runAt, tries, error: outcome.error });
  }
}
