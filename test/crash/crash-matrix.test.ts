// The process dies at every point of a whole story: after each commit, before and after each post and each call of a tool.
// Whatever the point, the next process ends the story as if nothing had happened, or asks a technician what did.
// Every third point by default; CRASH_FULL=1 takes every point, on SQLite and on PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAuditLog } from '../../src/audit/store.ts';
import { AuditVerifier } from '../../src/audit/verify.ts';
import { readProcessEnv } from '../../src/config.ts';
import { type Database, q } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { buttonsOf } from '../support/memory-chat.ts';
import { type StartedPostgres, startPostgres } from '../support/postgres.ts';
import { Outside } from './outside.ts';
import { DANA, play, type StoryEnd, TINA } from './story.ts';

const full = readProcessEnv().CRASH_FULL === '1';
const EVERY = full ? 1 : 3;
const SIDE_BY_SIDE = 2;

let folder: string;
let postgres: StartedPostgres | undefined;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deskhand-crash-'));
  if (full) postgres = await startPostgres();
});
afterAll(async () => {
  if (postgres?.ok) await postgres.server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const open = (database: string): Promise<Database> | Database =>
  database.startsWith('postgres:') ? openPostgres(database) : openSqlite({ path: database, use: 'server' });

async function check(outside: Outside, path: string, end: StoryEnd): Promise<void> {
  const database = await open(path);
  try {
    const rows = await database.read(function* ({ tx, t }) {
      return {
        tickets: yield* q(tx.select().from(t.tickets)),
        approvals: yield* q(tx.select().from(t.approvals)),
        runs: yield* q(tx.select().from(t.runs)),
        steps: yield* q(tx.select().from(t.runSteps)),
        effects: yield* q(tx.select().from(t.sandboxChanges)),
        outbox: yield* q(tx.select().from(t.outbox)),
        jobs: yield* q(tx.select().from(t.jobs)),
      };
    });
    const never = outside.calls.never.length;
    const runId = rows.runs[0]?.id;
    expect(rows.runs, 'one run').toHaveLength(1);
    expect(rows.approvals.map((row) => row.status)).toEqual(['used', 'used']);
    expect(rows.effects.map((row) => row.key.split(':')[0])).toEqual([runId]);
    expect(new Set(outside.calls.keyed), 'one key at the vendor').toEqual(new Set([`${runId}:1:0`]));
    expect(never, 'a call that cannot be repeated').toBeLessThanOrEqual(1);
    // Where it is known that the call was made, nobody is asked; where it is not, a technician was.
    if (!end.asked) expect(never).toBe(1);
    const ended = never === 1 ? ['resolved', 'complete', 'done'] : ['with_technician', 'failed', 'failed'];
    expect([rows.tickets.map((row) => row.state), rows.runs[0]?.status]).toEqual([[ended[0]], ended[1]]);
    expect(rows.steps.toSorted((a, b) => a.idx - b.idx).map((row) => row.status)).toEqual([
      'done',
      'done',
      ended[2],
    ]);
    checkChat(outside, rows.outbox, never === 1);
    const now = Date.now();
    expect(
      rows.jobs.filter((job) => job.doneAt === null && job.runAt.getTime() <= now),
      'work left over',
    ).toEqual([]);
    await checkAudit(database);
  } finally {
    await database.close();
  }
}

/** Every message of the outbox is there once, and no card still offers what is settled. */
function checkChat(
  outside: Outside,
  outbox: readonly { key: string; kind: string; state: string }[],
  done: boolean,
): void {
  expect(outbox.filter((row) => row.state !== 'sent' && row.state !== 'merged')).toEqual([]);
  const keys = outside.messages.map((message) => message.key).toSorted();
  expect(keys).toEqual(
    outbox
      .filter((row) => row.kind === 'post')
      .map((row) => row.key)
      .toSorted(),
  );
  const actions = outside.messages.flatMap(({ content }) =>
    typeof content === 'string' ? [] : buttonsOf(content).map((button) => button.action.type),
  );
  expect(actions.filter((type) => type.startsWith('approval.') || type === 'run.settle')).toEqual([]);
  expect(outside.textsOf(DANA).filter((text) => text.includes('Got it.'))).toHaveLength(1);
  expect(outside.textsOf(DANA).filter((text) => text.includes('Done:'))).toHaveLength(done ? 1 : 0);
  // The failure card offers the technician to go on.
  if (!done) expect(outside.button(TINA, 'Retry')?.action.type ?? actions.join()).toContain('run.retry');
}

async function checkAudit(database: Database): Promise<void> {
  const log = createAuditLog(database);
  const verifier = new AuditVerifier();
  for (const entry of await log.page(0, 10_000)) verifier.add(entry);
  expect(verifier.finish()).toMatchObject({ ok: true, lastHash: (await log.head()).hash });
}

interface Tally {
  points: number;
  died: number;
  asked: number;
  readonly bad: string[];
}

/** Takes every n-th point, some side by side, until a story ends without having died. */
async function matrix(newDatabase: (point: number) => Promise<string>): Promise<Tally> {
  const tally: Tally = { points: 0, died: 0, asked: 0, bad: [] };
  let next = 1;
  let over = false;
  const chain = async () => {
    const outside = new Outside();
    const platform = await outside.listen();
    while (!over) {
      const killAt = next;
      next += EVERY;
      outside.reset();
      try {
        const database = await newDatabase(killAt);
        // At every other point the next process dies as well, while it takes up what the first one left.
        const kills = killAt % 2 === 0 ? [killAt, 1 + (killAt % 5)] : [killAt];
        const end = await play(outside, { database, platform }, kills);
        await check(outside, database, end);
        tally.points += 1;
        if (end.died) tally.died += 1;
        else over = true;
        if (end.asked) tally.asked += 1;
      } catch (error) {
        tally.bad.push(`point ${killAt}: ${error instanceof Error ? error.message : String(error)}`);
        over ||= tally.bad.length > 5;
      }
    }
    await outside.close();
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, chain));
  return tally;
}

const MINUTES = 60_000;

describe('the process is killed', () => {
  test(`at ${full ? 'every' : 'every third'} point, on SQLite`, { timeout: 15 * MINUTES }, async () => {
    const tally = await matrix(async (point) => join(folder, `${point}.db`));
    expect(tally.bad).toEqual([]);
    // The story has about fifty points; far fewer would mean that the matrix does not reach its end.
    expect(tally.died).toBeGreaterThan(40 / EVERY);
    if (full) expect(tally.asked, 'points at which the outcome of a call is not known').toBeGreaterThan(0);
  });

  test.runIf(full)('at every point, on PostgreSQL', { timeout: 15 * MINUTES }, async ({ skip }) => {
    if (!postgres?.ok) return skip(postgres?.why);
    const { server } = postgres;
    const tally = await matrix(() => server.createDatabase());
    expect(tally.bad).toEqual([]);
    expect(tally.died).toBeGreaterThan(40);
  });
});
