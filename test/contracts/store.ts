// What every database promises to the stores: units roll back whole, one decision wins, time ends to the millisecond, a
// second execution is impossible. Run over SQLite in memory and in a file, and over PostgreSQL.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPROVAL_LIFETIME_MS } from '../../src/approvals/approval.ts';
import {
  closeApprovals,
  consumeApprovals,
  createApprovalStore,
  decideApproval,
  expireApproval,
  insertApproval,
} from '../../src/approvals/store.ts';
import { createAuditLog } from '../../src/audit/store.ts';
import { AuditVerifier } from '../../src/audit/verify.ts';
import { acceptOnce } from '../../src/intake/inbox.ts';
import { changeTicket, createTicketStore, insertEntry, insertTicket } from '../../src/intake/store.ts';
import { createJobStore, endJob, insertJobs, LEASE_MS, LeaseLostError } from '../../src/jobs/store.ts';
import { newId } from '../../src/lib/ids.ts';
import { createOutboxStore, insertMessages } from '../../src/outbox/store.ts';
import { createDesk } from '../../src/people/desk.ts';
import { defaultDeskFile } from '../../src/people/desk-file-default.ts';
import { createPeopleStore, upsertIdentity, upsertPerson } from '../../src/people/store.ts';
import { createPlanStore, insertPlan, movePlan } from '../../src/planning/store.ts';
import { createRunStore, endRun, endStep, insertRun, startStep } from '../../src/runs/store.ts';
import { createVault } from '../../src/secrets/vault.ts';
import { nextNumber } from '../../src/store/counter.ts';
import { type Database, q } from '../../src/store/database.ts';
import { asc } from '../../src/store/drizzle.ts';
import type { Unit } from '../../src/store/unit.ts';
import { auditedUnit, NOW, newTicket, plan, post } from '../store/rows.ts';
import { CIPHER } from '../support/test-desk.ts';

export interface OpenStore {
  readonly database: Database;
  /** Closes it and opens the same data again; undefined where the data lives only while it is open. */
  reopen: (() => Promise<Database>) | undefined;
}

export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`stores on ${name}`, () => {
    let store: OpenStore;
    let database: Database;
    let unit: Unit;
    const later = (ms: number) => new Date(NOW.getTime() + ms);

    beforeEach(async () => {
      store = await open();
      database = store.database;
      unit = auditedUnit(() => database);
    });
    afterEach(() => database.close());

    const pendingApproval = () =>
      unit(function* (tx, t) {
        const stored = yield* insertPlan(tx, t, { ...plan(newId()), status: 'awaiting_approval' }, NOW);
        const { id: planId, hash: planHash, ticketId, clientId } = stored;
        return yield* insertApproval(
          tx,
          t,
          { planId, planHash, ticketId, clientId, half: 'technician' },
          NOW,
        );
      });
    const decideAs = (id: string, planHash: string, who: string, now = later(1)) =>
      unit((tx, t) =>
        decideApproval(tx, t, id, {
          status: 'approved',
          by: { id: who, name: who },
          planHash,
          tellRequester: false,
          now,
        }),
      );
    const newRun = (planId = newId()) =>
      unit((tx, t) => insertRun(tx, t, { planId, ticketId: 't', clientId: 'c', tools: ['a', 'b'] }, NOW));

    test('a unit that throws leaves nothing: no state, audit, message or job', async () => {
      const failing = unit(function* (tx, t, effects) {
        yield* insertTicket(tx, t, newTicket(), NOW);
        effects.audit({ actor: 'system', verb: 'x', subject: 'y', text: 'z' });
        effects.send(post('m1'));
        effects.enqueue({ kind: 'k', key: 'k1', payload: {} });
        throw new Error('half way');
      });
      await expect(failing).rejects.toThrow('half way');
      const counts = await database.read(function* (tx, t) {
        const tables = [t.tickets, t.counters, t.audit, t.auditHead, t.auditWords, t.outbox, t.jobs];
        const found: number[] = [];
        for (const table of tables) found.push((yield* q(tx.select().from(table))).length);
        return found;
      });
      expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
    });

    test('a query that the database refuses rolls back what came before it', async () => {
      const insert = (id: string) =>
        database.transaction(function* (tx, t) {
          yield* q(tx.insert(t.counters).values({ name: id, value: 1 }));
          yield* q(tx.insert(t.counters).values({ name: 'same', value: 1 }));
        });
      await insert('first');
      await expect(insert('second')).rejects.toThrow();
      const names = await database.read(function* (tx, t) {
        return yield* q(tx.select({ name: t.counters.name }).from(t.counters).orderBy(asc(t.counters.name)));
      });
      expect(names.map((row) => row.name)).toEqual(['first', 'same']);
    });

    test('counters give every number once, also to concurrent units', async () => {
      const numbers = await Promise.all(
        Array.from({ length: 20 }, () => unit((tx, t) => nextNumber(tx, t, 'ticket', 1001))),
      );
      expect(numbers.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => 1001 + index));
    });

    test('tickets: read back as written, moved by compare-and-set, kept apart by thread and requester', async () => {
      const tickets = createTicketStore(database);
      const ticket = await unit((tx, t) => insertTicket(tx, t, newTicket(), NOW));
      expect(await tickets.get(ticket.id)).toEqual(ticket);
      expect(await tickets.byNumber(ticket.number)).toEqual(ticket);
      expect(await tickets.ofThread(ticket.threadKey)).toEqual(ticket);
      expect(await tickets.ofThread('another')).toBeUndefined();
      const move = (from: 'new' | 'working', state: 'working' | 'resolved') =>
        unit((tx, t) => changeTicket(tx, t, ticket.id, { state }, { now: later(5), from: [from] }));
      expect(await move('working', 'resolved')).toBeUndefined();
      expect((await move('new', 'working'))?.updatedAt).toEqual(later(5));
      expect(await move('new', 'working')).toBeUndefined();
      expect((await tickets.open(10)).map((entry) => entry.id)).toEqual([ticket.id]);
      expect((await tickets.ofRequester(ticket.requesterId, 5)).length).toBe(1);
      await unit((tx, t) => changeTicket(tx, t, ticket.id, { state: 'waiting_requester' }, { now: NOW }));
      expect((await tickets.waitingOn(ticket.requesterId)).map((entry) => entry.id)).toEqual([ticket.id]);
      expect(await tickets.waitingOn('somebody')).toEqual([]);
    });

    test('ticket entries keep their order and their text', async () => {
      const ticket = await unit((tx, t) => insertTicket(tx, t, newTicket(), NOW));
      const texts = ['first', 'emoji 🧑🏽‍🔧 and é', `"quotes" \\ and\nlines`];
      await unit(function* (tx, t) {
        for (const text of texts) {
          yield* insertEntry(tx, t, { ticketId: ticket.id, kind: 'requester', author: 'Dana', text }, NOW);
        }
      });
      const entries = await createTicketStore(database).entries(ticket.id);
      expect(entries.map((entry) => entry.text)).toEqual(texts);
    });

    test('plans: intact as stored, tampering shows, states move once', async () => {
      const plans = createPlanStore(database);
      const made = plan(newId());
      const stored = await unit((tx, t) => insertPlan(tx, t, { ...made, status: 'awaiting_approval' }, NOW));
      expect(await plans.get(stored.id)).toEqual({ ...stored, intact: true });
      expect((await plans.get(stored.id))?.body).toEqual(made.body);
      const move = () => unit((tx, t) => movePlan(tx, t, stored.id, ['awaiting_approval'], 'running'));
      expect(await Promise.all([move(), move(), move()])).toEqual(expect.arrayContaining([true, false]));
      expect(await move()).toBe(false);
      await database.transaction(function* (tx, t) {
        yield* q(tx.update(t.plans).set({ body: JSON.stringify({ ...made.body, reply: 'another' }) }));
      });
      expect((await plans.get(stored.id))?.intact).toBe(false);
      expect((await plans.ofTicket(stored.ticketId))?.id).toBe(stored.id);
    });

    test('of thirty decisions at once one wins, and the row says whose', async () => {
      const approval = await pendingApproval();
      const decided = await Promise.all(
        Array.from({ length: 30 }, (_, index) => decideAs(approval.id, approval.planHash, `p${index}`)),
      );
      const winners = decided.filter((entry) => entry !== undefined);
      expect(winners).toHaveLength(1);
      expect(await createApprovalStore(database).get(approval.id)).toEqual(winners[0]);
    });

    test('a decision for another plan changes nothing', async () => {
      const approval = await pendingApproval();
      expect(await decideAs(approval.id, 'f'.repeat(64), 'tina')).toBeUndefined();
      expect((await createApprovalStore(database).get(approval.id))?.status).toBe('pending');
    });

    const boundary = [
      { name: 'at 23:59:59.999 it is decided', at: APPROVAL_LIFETIME_MS - 1, status: 'approved' },
      { name: 'at 24:00:00.000 it is refused', at: APPROVAL_LIFETIME_MS, status: 'expired' },
      { name: 'after 24 hours it is refused', at: APPROVAL_LIFETIME_MS + 1, status: 'expired' },
    ];
    test.each(boundary)('an approval lasts 24 hours: $name', async ({ at, status }) => {
      const approval = await pendingApproval();
      const decided = await decideAs(approval.id, approval.planHash, 'tina', later(at));
      expect(decided?.status).toBe(status === 'approved' ? 'approved' : undefined);
      const expired = await unit((tx, t) => expireApproval(tx, t, approval.id, later(at)));
      expect(expired?.status).toBe(status === 'expired' ? 'expired' : undefined);
      expect((await createApprovalStore(database).get(approval.id))?.status).toBe(status);
    });

    test('an approval is consumed once, and only what was approved', async () => {
      const approval = await pendingApproval();
      const consume = () =>
        unit((tx, t) => consumeApprovals(tx, t, approval.planId, approval.planHash, later(2)));
      expect(await consume()).toBe(0);
      await decideAs(approval.id, approval.planHash, 'tina');
      const consumed = await Promise.all([consume(), consume(), consume()]);
      expect(consumed.toSorted()).toEqual([0, 0, 1]);
      const closed = await unit((tx, t) => closeApprovals(tx, t, approval.planId, 'withdrawn'));
      expect(closed).toEqual([]);
    });

    test('pending approvals are those in time; decided ones are listed apart', async () => {
      const approvals = createApprovalStore(database);
      const first = await pendingApproval();
      const second = await pendingApproval();
      expect((await approvals.pending(later(1), 10)).map((entry) => entry.id)).toEqual([first.id, second.id]);
      expect(await approvals.pending(later(APPROVAL_LIFETIME_MS), 10)).toEqual([]);
      await decideAs(first.id, first.planHash, 'tina');
      expect((await approvals.pending(later(1), 10)).map((entry) => entry.id)).toEqual([second.id]);
      expect((await approvals.decided(10)).map((entry) => entry.id)).toEqual([first.id]);
      expect((await approvals.byNumber(second.number))?.id).toBe(second.id);
    });

    test('a plan has one run, whoever starts it', async () => {
      const planId = newId();
      const started = await Promise.all([newRun(planId), newRun(planId), newRun(planId)]);
      const made = started.filter((id) => id !== undefined);
      expect(made).toHaveLength(1);
      const runs = createRunStore(database);
      expect((await runs.ofPlan(planId))?.id).toBe(made[0]);
      expect((await runs.steps(made[0]!)).map((step) => [step.idx, step.tool, step.status])).toEqual([
        [0, 'a', 'pending'],
        [1, 'b', 'pending'],
      ]);
    });

    test('a step is claimed by one attempt, and an older attempt cannot end it', async () => {
      const runId = (await newRun())!;
      const claim = (attempt: number, sealed?: string) =>
        unit((tx, t) => startStep(tx, t, { runId, idx: 0, attempt, sealed }, NOW));
      const finish = (attempt: number, status: 'pending' | 'done') =>
        unit((tx, t) => endStep(tx, t, { runId, idx: 0, attempt }, { status, outcome: status }, later(1)));
      const claims = await Promise.all([claim(0, 'box'), claim(0, 'box'), claim(0, 'box')]);
      const first = claims.find((entry) => entry !== undefined);
      expect(claims.filter((entry) => entry !== undefined)).toHaveLength(1);
      expect(await finish(1, 'pending')).toBe(true);
      const second = await claim(1, 'another box');
      expect(second).toEqual({ attempt: 2, idempotencyKey: first?.idempotencyKey, sealed: 'box' });
      expect(await finish(1, 'done')).toBe(false);
      expect(await finish(2, 'done')).toBe(true);
      expect(await finish(2, 'done')).toBe(false);
      const [step] = await createRunStore(database).steps(runId);
      expect(step).toMatchObject({ status: 'done', attempt: 2, endedAt: later(1) });
    });

    test('a run ends once', async () => {
      const runId = (await newRun())!;
      const end = (status: 'complete' | 'cancelled') =>
        unit((tx, t) => endRun(tx, t, runId, { status }, NOW));
      expect(await end('complete')).toBe(true);
      expect(await end('cancelled')).toBe(false);
      expect((await createRunStore(database).get(runId))?.status).toBe('complete');
    });

    test('an event of a platform is taken once, with its job', async () => {
      const event = { type: 'home', id: 'e1', from: { platform: 'slack', tenant: 'T', id: 'U' } } as never;
      const accept = () =>
        acceptOnce({ unit, clock: { now: () => NOW } }, event, {
          kind: 'message',
          key: 'message:e1',
          payload: {},
        });
      const taken = await Promise.all([accept(), accept(), accept(), accept()]);
      expect(taken.filter(Boolean)).toHaveLength(1);
      expect(await accept()).toBe(false);
    });

    test('messages: one per key, in order, and an update reaches every copy', async () => {
      const outbox = createOutboxStore(database);
      const send = (messages: Parameters<typeof insertMessages>[2]) =>
        database.transaction((tx, t) => insertMessages(tx, t, messages, NOW));
      const first = await send([post('a', 'card:1'), post('b', 'card:1'), post('c')]);
      expect(first.map((row) => row.key)).toEqual(['a', 'b', 'c']);
      expect(await send([post('b', 'card:1'), post('d')])).toMatchObject([{ key: 'd' }]);
      const ref = { platform: 'slack', tenant: 'T', channel: 'C', message: '1.2' } as const;
      await outbox.record([
        { id: first[0]!.id, state: 'sent', ref },
        { id: first[2]!.id, state: 'failed', error: 'gone' },
      ]);
      expect(await outbox.refOf('a')).toEqual(ref);
      const updates = await send([{ kind: 'update_all', subject: 'card:1', content: 'decided' }]);
      expect(updates.map((row) => row.target)).toEqual(['a', 'b']);
      expect((await outbox.waiting()).map((row) => [row.key.split('/')[0], row.kind])).toEqual([
        ['b', 'post'],
        ['d', 'post'],
        ['a', 'update'],
        ['b', 'update'],
      ]);
    });

    test('jobs: one per key, claimed once, ended only by the holder of the lease', async () => {
      const jobs = createJobStore(database);
      const enqueue = (key: string, runAt?: Date) =>
        database.transaction((tx, t) =>
          insertJobs(tx, t, [{ kind: 'k', key, payload: { key }, runAt }], NOW),
        );
      const [mine] = await enqueue('now');
      expect(mine).toMatchObject({ kind: 'k', payload: { key: 'now' }, leaseToken: 1, tries: 0 });
      expect(await enqueue('now')).toEqual([]);
      expect(await enqueue('timer', later(1000))).toEqual([]);
      expect(await jobs.claim(later(1), 10)).toEqual([]);
      const late = later(LEASE_MS + 1);
      const claims = await Promise.all([jobs.claim(late, 10), jobs.claim(late, 10)]);
      const claimed = claims.flat();
      expect(claimed.map((job) => job.key).toSorted()).toEqual(['now', 'timer']);
      const stolen = claimed.find((job) => job.key === 'now')!;
      expect(stolen.leaseToken).toBe(2);
      const endAs = (job: typeof stolen) => database.transaction((tx, t) => endJob(tx, t, job, late));
      await expect(endAs(mine!)).rejects.toThrow(LeaseLostError);
      await endAs(stolen);
      await expect(endAs(stolen)).rejects.toThrow(LeaseLostError);
      expect(await jobs.nextDue()).toEqual(later(1000));
      await jobs.later(claimed.find((job) => job.key === 'timer')!, { runAt: later(9000), tries: 3 });
      expect(await jobs.nextDue()).toEqual(later(9000));
      expect(await jobs.claim(later(9000), 10)).toMatchObject([{ key: 'timer', tries: 3 }]);
      await jobs.prune(later(LEASE_MS + 2));
      expect(await enqueue('now')).toHaveLength(1);
    });

    test('a lease that is extended is not taken; a released one is', async () => {
      const jobs = createJobStore(database);
      const [job] = await database.transaction((tx, t) =>
        insertJobs(tx, t, [{ kind: 'k', key: 'x', payload: {} }], NOW),
      );
      await jobs.extend([job!], later(LEASE_MS - 1));
      expect(await jobs.claim(later(LEASE_MS + 1), 10)).toEqual([]);
      await jobs.releaseAll();
      expect(await jobs.claim(later(2), 10)).toHaveLength(1);
    });

    test('the audit chain holds under concurrent units, and pages in order', async () => {
      const append = (n: number) =>
        unit(function* (_tx, _t, effects) {
          effects.audit({
            actor: 'system',
            verb: 'test.one',
            subject: `n:${n}`,
            clientId: 'c',
            text: `One ${n}`,
          });
          effects.audit({ actor: 'system', verb: 'test.two', subject: `n:${n}`, text: `Two ${n} é` });
        });
      await Promise.all(Array.from({ length: 25 }, (_, n) => append(n)));
      const log = createAuditLog(database);
      const entries = [...(await log.page(0, 30)), ...(await log.page(30, 30))];
      const verifier = new AuditVerifier();
      for (const entry of entries) verifier.add(entry);
      const head = await log.head();
      expect(verifier.finish()).toEqual({ ok: true, entries: 50, heads: 0, lastHash: head.hash });
      expect((await log.latest(1, 'n:3'))[0]?.text).toBe('Two 3 é');
    });

    test('the vault keeps a value sealed, by scope, and forgets it', async () => {
      const vault = createVault(database, CIPHER);
      const write = (scope: string, value: string) =>
        unit((tx, t) => vault.write(tx, t, { scope, name: 'RMM_TOKEN', value, by: 'ada' }, NOW));
      await expect(vault.value('acme', 'RMM_TOKEN')).rejects.toThrow('not in the vault');
      await write('msp', 'shared value');
      expect(await vault.value('acme', 'RMM_TOKEN')).toBe('shared value');
      await write('acme', 'own value');
      await write('acme', 'newer value');
      expect(await vault.value('acme', 'RMM_TOKEN')).toBe('newer value');
      expect(await vault.value('birch', 'RMM_TOKEN')).toBe('shared value');
      const rows = await database.read(function* (tx, t) {
        return yield* q(tx.select().from(t.secrets));
      });
      expect(JSON.stringify(rows)).not.toMatch(/shared value|own value|newer value/);
      expect(await unit((tx, t) => vault.remove(tx, t, 'acme', 'RMM_TOKEN'))).toBe(true);
      expect(await unit((tx, t) => vault.remove(tx, t, 'acme', 'RMM_TOKEN'))).toBe(false);
      expect((await vault.list()).map((secret) => secret.scope)).toEqual(['msp']);
    });

    test('people and identities: one per address and per chat user', async () => {
      const people = createPeopleStore(database);
      const upsert = (name: string) =>
        unit((tx, t) => upsertPerson(tx, t, { email: 'Dana@Acme.example', name, clientId: 'acme' }, NOW));
      const [first, second] = await Promise.all([upsert('Dana'), upsert('Dana')]);
      expect(first.id).toBe(second.id);
      const renamed = await upsert('Dana Reyes');
      expect(await people.personByEmail('DANA@acme.example')).toEqual(renamed);
      const user = { platform: 'slack', tenant: 'T1', id: 'U1' } as const;
      const identity = {
        user,
        personId: undefined,
        state: 'proposed',
        email: 'dana@acme.example',
        name: 'Dana',
        proposedClientId: 'acme',
        reason: 'the domain',
        seenAt: NOW,
      } as const;
      const seen = await unit((tx, t) => upsertIdentity(tx, t, identity));
      expect(await people.identity(user)).toEqual(seen);
      expect(await people.proposed()).toEqual([seen]);
      const link = { ...identity, state: 'linked', personId: renamed.id } as const;
      const linked = await unit((tx, t) => upsertIdentity(tx, t, link));
      expect(linked.id).toBe(seen.id);
      expect(await people.identitiesOf(renamed.id)).toEqual([linked]);
      expect(await people.identity({ ...user, tenant: 'T2' })).toBeUndefined();
      expect(await people.proposed()).toEqual([]);
    });

    test('what chat changed holds after a reload, the newest word per key, until it is cleared', async () => {
      const open = () => createDesk(database, defaultDeskFile(), []);
      const desk = await open();
      const write = (mode: 'plan' | 'execute', ms: number) =>
        unit((tx, t) => desk.write(tx, t, { kind: 'mode', client: 'acme-dental', mode }, 'ada', later(ms)));
      await write('plan', 1);
      expect(desk.modeOf('acme-dental')).toBe('execute');
      await desk.reload();
      expect(desk.modeOf('acme-dental')).toBe('plan');
      await write('execute', 2);
      expect((await open()).modeOf('acme-dental')).toBe('execute');
      await write('plan', 3);
      await unit((tx, t) => desk.clear(tx, t));
      expect((await open()).modeOf('acme-dental')).toBe('execute');
    });

    test('times keep their milliseconds, JSON its values, text its characters', async () => {
      const at = new Date('2026-03-29T01:30:00.123Z');
      const json = {
        z: 1,
        a: [true, null, 'é', '🧑🏽‍🔧'],
        nested: { big: 2 ** 52, text: `"\\\n` },
        '': 'empty key',
      };
      const row = { id: newId(), clientId: 'c', key: 'k', change: json };
      const job = { id: newId(), kind: 'k', key: 'k', payload: json, runAt: at, leaseToken: 0, tries: 0 };
      const read = await database.transaction(function* (tx, t) {
        yield* q(tx.insert(t.sandboxChanges).values(row));
        yield* q(tx.insert(t.jobs).values(job));
        const [change] = yield* q(tx.select().from(t.sandboxChanges));
        const [back] = yield* q(tx.select().from(t.jobs));
        return { change, back };
      });
      expect(read.change).toEqual(row);
      expect(read.back).toEqual({ ...job, leaseUntil: null, lastError: null, doneAt: null });
    });

    test('what was committed is there after it is opened again', async () => {
      if (!store.reopen) return;
      const ticket = await unit((tx, t) => insertTicket(tx, t, newTicket(), NOW));
      database = await store.reopen();
      expect(await createTicketStore(database).get(ticket.id)).toEqual(ticket);
      expect((await unit((tx, t) => insertTicket(tx, t, newTicket(), NOW))).number).toBe(ticket.number + 1);
    });
  });
}
