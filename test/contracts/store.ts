// What every database promises to the stores: units roll back whole, one decision wins, time ends to the millisecond, a
// second execution is impossible. Run over SQLite in memory and in a file, and over PostgreSQL.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { createDesk } from '../../src/desk/desk.ts';
import { runJob } from '../../src/jobs/kinds.ts';
import { newId } from '../../src/lib/ids.ts';
import { createPeopleStore, upsertIdentity, upsertPerson } from '../../src/people/store.ts';
import { createPlanStore, insertPlan, movePlan } from '../../src/plans/store.ts';
import { createVault } from '../../src/secrets/vault.ts';
import { nextNumber } from '../../src/store/counter.ts';
import { type Database, q } from '../../src/store/database.ts';
import { asc } from '../../src/store/drizzle.ts';
import { changeTicket, createTicketStore, insertEntry, insertTicket } from '../../src/tickets/store.ts';
import type { Unit } from '../../src/work/work.ts';
import { auditedUnit, NOW, newTicket, plan, post } from '../store/rows.ts';
import { CIPHER } from '../support/test-desk.ts';
import { conversationContract } from './conversations.ts';
import { executionContract } from './store-execution.ts';

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

    conversationContract({
      get database() {
        return database;
      },
    });

    executionContract({
      get database() {
        return database;
      },
      unit: (body) => unit(body),
    });

    test('a unit that throws leaves nothing: no state, audit, message or job', async () => {
      const failing = unit(function* (work) {
        yield* insertTicket(work, newTicket());
        work.audit({ actor: 'system', verb: 'ticket.opened', subject: 'ticket:1', text: 'z' });
        work.send(post('m1'));
        work.enqueue(runJob('r1'));
        throw new Error('half way');
      });
      await expect(failing).rejects.toThrow('half way');
      const counts = await database.read(function* ({ tx, t }) {
        const tables = [t.tickets, t.counters, t.audit, t.auditHead, t.auditWords, t.outbox, t.jobs];
        const found: number[] = [];
        for (const table of tables) found.push((yield* q(tx.select().from(table))).length);
        return found;
      });
      expect(counts).toEqual([0, 0, 0, 0, 0, 0, 0]);
    });

    test('a query that the database refuses rolls back what came before it', async () => {
      const insert = (id: string) =>
        database.transaction(function* ({ tx, t }) {
          yield* q(tx.insert(t.counters).values({ name: id, value: 1 }));
          yield* q(tx.insert(t.counters).values({ name: 'same', value: 1 }));
        });
      await insert('first');
      await expect(insert('second')).rejects.toThrow();
      const names = await database.read(function* ({ tx, t }) {
        return yield* q(tx.select({ name: t.counters.name }).from(t.counters).orderBy(asc(t.counters.name)));
      });
      expect(names.map((row) => row.name)).toEqual(['first', 'same']);
    });

    test('counters give every number once, also to concurrent units', async () => {
      const numbers = await Promise.all(
        Array.from({ length: 20 }, () => unit((work) => nextNumber(work, 'ticket', 1001))),
      );
      expect(numbers.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => 1001 + index));
    });

    test('tickets: read back as written, moved by compare-and-set, kept apart by thread and requester', async () => {
      const tickets = createTicketStore(database);
      const ticket = await unit((work) => insertTicket(work, newTicket()));
      expect(await tickets.get(ticket.id)).toEqual(ticket);
      expect(await tickets.byNumber(ticket.number)).toEqual(ticket);
      expect(await tickets.ofThread(ticket.threadKey)).toEqual(ticket);
      expect(await tickets.ofThread('another')).toBeUndefined();
      const move = (from: 'new' | 'working', state: 'working' | 'resolved') =>
        unit((work) => changeTicket({ ...work, now: later(5) }, ticket.id, { state }, { from: [from] }));
      expect(await move('working', 'resolved')).toBeUndefined();
      expect((await move('new', 'working'))?.updatedAt).toEqual(later(5));
      expect(await move('new', 'working')).toBeUndefined();
      expect((await tickets.open(10)).map((entry) => entry.id)).toEqual([ticket.id]);
      expect((await tickets.ofRequester(ticket.requesterId, 5)).length).toBe(1);
      await unit((work) =>
        changeTicket({ ...work, now: later(5) }, ticket.id, { state: 'waiting_requester' }),
      );
      expect((await tickets.waitingOn(ticket.requesterId)).map((entry) => entry.id)).toEqual([ticket.id]);
      expect(await tickets.waitingOn('somebody')).toEqual([]);
    });

    test('ticket entries keep their order and their text', async () => {
      const ticket = await unit((work) => insertTicket(work, newTicket()));
      const texts = ['first', 'emoji 🧑🏽‍🔧 and é', `"quotes" \\ and\nlines`];
      await unit(function* (work) {
        for (const text of texts) {
          yield* insertEntry(work, { ticketId: ticket.id, kind: 'requester', author: 'Dana', text });
        }
      });
      const entries = await createTicketStore(database).entries(ticket.id);
      expect(entries.map((entry) => entry.text)).toEqual(texts);
    });

    test('plans: intact as stored, tampering shows, states move once', async () => {
      const plans = createPlanStore(database);
      const made = plan(newId(NOW.getTime()));
      const stored = await unit((work) => insertPlan(work, { ...made, status: 'awaiting_approval' }));
      expect(await plans.get(stored.id)).toEqual({ ...stored, intact: true });
      expect((await plans.get(stored.id))?.body).toEqual(made.body);
      const move = () => unit((work) => movePlan(work, stored.id, ['awaiting_approval'], 'running'));
      expect(await Promise.all([move(), move(), move()])).toEqual(expect.arrayContaining([true, false]));
      expect(await move()).toBe(false);
      await database.transaction(function* ({ tx, t }) {
        yield* q(tx.update(t.plans).set({ body: JSON.stringify({ ...made.body, reply: 'another' }) }));
      });
      expect((await plans.get(stored.id))?.intact).toBe(false);
      expect((await plans.ofTicket(stored.ticketId))?.id).toBe(stored.id);
    });

    test('the vault keeps a value sealed, by scope, and forgets it', async () => {
      const vault = createVault(database, CIPHER);
      const write = (scope: string, value: string) =>
        unit((work) => vault.write(work, { scope, name: 'RMM_TOKEN', value, by: 'ada' }));
      await expect(vault.value('acme', 'RMM_TOKEN')).rejects.toThrow('not in the vault');
      await write('msp', 'shared value');
      expect(await vault.value('acme', 'RMM_TOKEN')).toBe('shared value');
      await write('acme', 'own value');
      await write('acme', 'newer value');
      expect(await vault.value('acme', 'RMM_TOKEN')).toBe('newer value');
      expect(await vault.value('birch', 'RMM_TOKEN')).toBe('shared value');
      const rows = await database.read(function* ({ tx, t }) {
        return yield* q(tx.select().from(t.secrets));
      });
      expect(JSON.stringify(rows)).not.toMatch(/shared value|own value|newer value/);
      expect(await unit((work) => vault.remove(work, 'acme', 'RMM_TOKEN'))).toBe(true);
      expect(await unit((work) => vault.remove(work, 'acme', 'RMM_TOKEN'))).toBe(false);
      expect((await vault.list()).map((secret) => secret.scope)).toEqual(['msp']);
    });

    test('people and identities: one per address and per chat user', async () => {
      const people = createPeopleStore(database);
      const upsert = (name: string) =>
        unit((work) => upsertPerson(work, { email: 'Dana@Acme.example', name, clientId: 'acme' }));
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
      const seen = await unit((work) => upsertIdentity(work, identity));
      expect(await people.identity(user)).toEqual(seen);
      expect(await people.proposed()).toEqual([seen]);
      const link = { ...identity, state: 'linked', personId: renamed.id } as const;
      const linked = await unit((work) => upsertIdentity(work, link));
      expect(linked.id).toBe(seen.id);
      expect(await people.identitiesOf(renamed.id)).toEqual([linked]);
      expect(await people.identity({ ...user, tenant: 'T2' })).toBeUndefined();
      expect(await people.proposed()).toEqual([]);
    });

    test('what chat changed holds after a reload, the newest word per key, until it is cleared', async () => {
      const open = () => createDesk(database, defaultDeskFile(), []);
      const desk = await open();
      const write = (mode: 'plan' | 'execute', ms: number) =>
        unit((work) =>
          desk.write({ ...work, now: later(ms) }, { kind: 'mode', client: 'acme-dental', mode }, 'ada'),
        );
      await write('plan', 1);
      expect(desk.modeOf('acme-dental')).toBe('execute');
      await desk.reload();
      expect(desk.modeOf('acme-dental')).toBe('plan');
      await write('execute', 2);
      expect((await open()).modeOf('acme-dental')).toBe('execute');
      await write('plan', 3);
      await unit((work) => desk.clear(work));
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
      const row = {
        id: newId(NOW.getTime()),
        clientId: 'c',
        key: 'k',
        change: { key: 'k', at: 1, verb: 'v', args: json },
      };
      const job = {
        id: newId(NOW.getTime()),
        kind: 'k',
        key: 'k',
        payload: json,
        runAt: at,
        leaseToken: 0,
        tries: 0,
      };
      const read = await database.transaction(function* ({ tx, t }) {
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
      const ticket = await unit((work) => insertTicket(work, newTicket()));
      database = await store.reopen();
      expect(await createTicketStore(database).get(ticket.id)).toEqual(ticket);
      expect((await unit((work) => insertTicket(work, newTicket()))).number).toBe(ticket.number + 1);
    });
  });
}
