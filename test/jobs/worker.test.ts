// What the job worker promises: each job held by one worker, tried again when it fails, set aside when it never works, and
// given to the next process when this one ends.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, JobOutcome } from '../../src/jobs/job.ts';
import { runJob } from '../../src/jobs/kinds.ts';
import { createJobStore, endJob, insertJob, LEASE_MS } from '../../src/jobs/store.ts';
import { Worker } from '../../src/jobs/worker.ts';
import { HOUR_MS } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { silentLogger } from '../../src/lib/log.ts';
import { type Database, q } from '../../src/store/database.ts';
import { asc, eq, sql } from '../../src/store/drizzle.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { type AnyJobHandler, everyKind } from '../support/every-kind.ts';
import { ManualClock } from '../support/manual-clock.ts';

let database: Database;
let clock: ManualClock;
let poisoned: string[];
let unreadable: string[];
const workers: Worker[] = [];
beforeEach(() => {
  database = openSqlite({ path: ':memory:', use: 'server' });
  clock = new ManualClock();
  poisoned = [];
  unreadable = [];
});
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop(0)));
  await database.close();
});

async function startWorker(handler: AnyJobHandler): Promise<Worker> {
  const worker = new Worker({
    store: createJobStore(database),
    handlers: everyKind(handler),
    clock,
    log: silentLogger,
    onPoisoned: (job, error) => poisoned.push(`${job.key}: ${error}`),
    onUnreadable: (job, why) => unreadable.push(`${job.key}: ${why}`),
  });
  workers.push(worker);
  await worker.prepare();
  await worker.start();
  return worker;
}

const enqueue = async (name: string, runAt?: Date) => {
  const job = await database.transaction((db) => insertJob(db, runJob(name), clock.now(), runAt));
  return job ? [job] : [];
};
/** A row that this version did not write. */
const plant = (key: string, kind: string, payload: unknown) =>
  database.transaction(function* ({ tx, t }) {
    const row = { id: newId(clock.now().getTime()), key, kind, payload, runAt: clock.now() };
    yield* q(tx.insert(t.jobs).values({ ...row, leaseToken: 0, tries: 0 }));
  });
const rows = () =>
  database.read(function* ({ tx, t }) {
    return yield* q(tx.select().from(t.jobs).orderBy(asc(t.jobs.id)));
  });
const rest = async (worker: Worker) => {
  await worker.poll();
  await worker.idle();
};
const done: JobOutcome = { type: 'done' };

describe('a job', () => {
  test('that a unit wrote is worked off at once, once, and marked', async () => {
    const ran: string[] = [];
    const worker = await startWorker(async (job) => {
      ran.push(job.key);
      return done;
    });
    const jobs = await enqueue('a');
    worker.offer(jobs);
    worker.offer(jobs);
    await rest(worker);
    await rest(worker);
    expect(ran).toEqual(['run:a']);
    expect(await rows()).toMatchObject([{ doneAt: clock.now(), leaseUntil: null }]);
  });

  test('of a later time waits for it', async () => {
    const ran: string[] = [];
    const worker = await startWorker(async (job) => {
      ran.push(job.key);
      return done;
    });
    await enqueue('timer', new Date(clock.now().getTime() + HOUR_MS));
    clock.advance(HOUR_MS - 1);
    await rest(worker);
    expect(ran).toEqual([]);
    clock.advance(1);
    await rest(worker);
    expect(ran).toEqual(['run:timer']);
  });

  test('that a dead process held is taken over at the start', async () => {
    await enqueue('a');
    const ran: number[] = [];
    await rest(
      await startWorker(async (job) => {
        ran.push(job.leaseToken);
        return done;
      }),
    );
    expect(ran).toEqual([2]);
  });

  test.each([
    {
      name: 'of a kind that this version does not know',
      kind: 'unheard_of',
      payload: { runId: 'r1' },
      why: 'this version knows no jobs of kind "unheard_of"',
    },
    {
      name: 'of a kind that only an object would have',
      kind: 'constructor',
      payload: {},
      why: 'this version knows no jobs of kind "constructor"',
    },
    {
      name: 'whose payload is of another shape',
      kind: 'run',
      payload: { runId: 7 },
      why: 'payload.runId: Invalid input: expected string, received number',
    },
    {
      name: 'whose payload is no object',
      kind: 'plan',
      payload: 'ticket 7',
      why: 'payload: Invalid input: expected object, received string',
    },
  ])('$name is set aside by name at once, and the others go on', async ({ kind, payload, why }) => {
    const ran: string[] = [];
    await plant('strange', kind, payload);
    await enqueue('a');
    const worker = await startWorker(async (job) => {
      ran.push(job.key);
      return done;
    });
    await rest(worker);
    clock.advance(HOUR_MS);
    await rest(worker);
    expect(ran).toEqual(['run:a']);
    expect(unreadable).toEqual([`strange: ${why}`]);
    expect(poisoned).toEqual([]);
    expect(await rows()).toMatchObject([
      { key: 'strange', tries: 0, doneAt: expect.any(Date), lastError: `Not read: ${why}` },
      { key: 'run:a', doneAt: expect.any(Date) },
    ]);
  });
});

test('a job whose payload is no JSON at all does not stop the others from being claimed', async () => {
  await enqueue('broken');
  await enqueue('a');
  await database.transaction(function* ({ tx, t }) {
    const cut = { payload: sql`'{"runId":'` };
    yield* q(tx.update(t.jobs).set(cut).where(eq(t.jobs.key, 'run:broken')));
  });
  const ran: string[] = [];
  await rest(
    await startWorker(async (job) => {
      ran.push(job.key);
      return done;
    }),
  );
  expect(ran).toEqual(['run:a']);
  expect(unreadable).toEqual(['run:broken: payload: Invalid input: expected object, received string']);
});

describe('a job that fails', () => {
  test('comes back later each time, and is set aside with an alarm after its last try', async () => {
    let calls = 0;
    const worker = await startWorker(async () => {
      calls += 1;
      throw new Error(`broken ${calls}`);
    });
    worker.offer(await enqueue('a'));
    const waits: number[] = [];
    for (let round = 0; round < 12 && poisoned.length === 0; round += 1) {
      await rest(worker);
      const [row] = await rows();
      waits.push(row!.runAt.getTime() - clock.now().getTime());
      const before = calls;
      await rest(worker);
      expect(calls, 'not again before its time').toBe(before);
      clock.advance(HOUR_MS);
    }
    expect(calls).toBe(8);
    expect(poisoned).toEqual(['run:a: broken 8']);
    expect(
      waits.slice(0, 7).every((wait, index) => wait >= 500 * 2 ** index && wait <= 1000 * 2 ** index),
    ).toBe(true);
    clock.advance(HOUR_MS);
    await rest(worker);
    expect(calls).toBe(8);
    expect(await rows()).toMatchObject([{ lastError: 'broken 8', doneAt: expect.any(Date) }]);
  });

  test('is not counted when it only waits, however often', async () => {
    let calls = 0;
    const worker = await startWorker(async () => {
      calls += 1;
      return calls <= 20
        ? { type: 'later', runAt: new Date(clock.now().getTime() + 1000), countsAsTry: false }
        : done;
    });
    worker.offer(await enqueue('a'));
    for (let round = 0; round < 21; round += 1) {
      clock.advance(1000);
      await rest(worker);
    }
    expect(calls).toBe(21);
    expect(poisoned).toEqual([]);
    expect(await rows()).toMatchObject([{ tries: 0, doneAt: expect.any(Date) }]);
  });

  test('or that asks to run again at once is not dropped, however often it is polled meanwhile', async () => {
    let calls = 0;
    const worker = await startWorker(async () => {
      calls += 1;
      return calls < 30 ? { type: 'later', runAt: clock.now(), countsAsTry: false } : done;
    });
    worker.offer(await enqueue('a'));
    for (let round = 0; round < 200 && calls < 30; round += 1) await worker.poll();
    await worker.idle();
    expect(calls).toBe(30);
  });

  test('poison does not hold up the others', async () => {
    const ran: string[] = [];
    const worker = await startWorker(async (job) => {
      if (job.key === 'run:bad') throw new Error('always');
      ran.push(job.key);
      return done;
    });
    for (const key of ['bad', 'b', 'c', 'd']) worker.offer(await enqueue(key));
    await rest(worker);
    expect(ran).toEqual(['run:b', 'run:c', 'run:d']);
  });
});

describe('a lease', () => {
  /** A handler that the test lets go on when it likes. */
  function gated(): { handler: AnyJobHandler; held: Job[]; release(outcome: JobOutcome | Error): void } {
    const held: Job[] = [];
    const gate = Promise.withResolvers<JobOutcome>();
    return {
      held,
      handler: async (job) => {
        held.push(job);
        return gate.promise;
      },
      release: (outcome) => (outcome instanceof Error ? gate.reject(outcome) : gate.resolve(outcome)),
    };
  }

  test('is extended while its handler works, however long', async () => {
    const gate = gated();
    const worker = await startWorker(gate.handler);
    worker.offer(await enqueue('a'));
    await expect.poll(() => gate.held.length).toBe(1);
    for (let minute = 0; minute < 10; minute += 1) {
      clock.advance(LEASE_MS / 2);
      await worker.poll();
    }
    expect(await createJobStore(database).claim(clock.now(), 10)).toEqual([]);
    gate.release(done);
    await worker.idle();
    expect(gate.held).toHaveLength(1);
  });

  test('that ran out belongs to who took it: the first holder ends nothing and does not come back', async () => {
    const gate = gated();
    const worker = await startWorker(gate.handler);
    worker.offer(await enqueue('a'));
    await expect.poll(() => gate.held.length).toBe(1);
    clock.advance(LEASE_MS + 1);
    const [taken] = await createJobStore(database).claim(clock.now(), 10);
    expect(taken).toMatchObject({ key: 'run:a', leaseToken: 2 });
    gate.release(done);
    await worker.idle();
    expect(await rows()).toMatchObject([{ doneAt: null, leaseToken: 2 }]);
    await database.transaction((db) => endJob(db, taken!, clock.now()));
  });

  test('a late wish to run again does not take the job from its new holder', async () => {
    const gate = gated();
    const worker = await startWorker(gate.handler);
    worker.offer(await enqueue('a'));
    await expect.poll(() => gate.held.length).toBe(1);
    clock.advance(LEASE_MS + 1);
    await createJobStore(database).claim(clock.now(), 10);
    const before = await rows();
    gate.release(new Error('too late'));
    await worker.idle();
    expect(await rows()).toEqual(before);
  });

  test('stopping waits for what runs, and leaves the rest to the next process', async () => {
    const gate = gated();
    const worker = await startWorker(gate.handler);
    worker.offer(await enqueue('a'));
    await expect.poll(() => gate.held.length).toBe(1);
    const stopping = worker.stop();
    worker.offer(await enqueue('b'));
    gate.release(done);
    await stopping;
    expect(await rows()).toMatchObject([
      { key: 'run:a', doneAt: expect.any(Date) },
      { key: 'run:b', doneAt: null },
    ]);
    const ran: string[] = [];
    await rest(
      await startWorker(async (job) => {
        ran.push(job.key);
        return done;
      }),
    );
    expect(ran).toEqual(['run:b']);
  });
});

test('a job ended in its own unit is not ended again', async () => {
  const worker = await startWorker(async (job) => {
    await database.transaction((db) => endJob(db, job, clock.now()));
    return { type: 'ended' };
  });
  worker.offer(await enqueue('a'));
  const at = clock.now();
  await worker.idle();
  clock.advance(1000);
  await rest(worker);
  expect(await rows()).toMatchObject([{ doneAt: at, tries: 0 }]);
});
