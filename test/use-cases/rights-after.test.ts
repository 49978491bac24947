// Who may do what about something that lies there: a run that ended badly, a temporary password, a pending change, an account.
// Every kind of actor through the real unit; each tries it on a fresh one, and what is refused leaves it as it was.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writePart } from '../../cards/render/plain-text.ts';
import { newId } from '../../src/lib/ids.ts';
import type { Actor } from '../../src/people/actor.ts';
import { selectIdentity } from '../../src/people/store.ts';
import { q } from '../../src/store/database.ts';
import { eq } from '../../src/store/drizzle.ts';
import { confirmChange, withdrawChange } from '../../src/use-cases/desk/change-rules.ts';
import { selectChange } from '../../src/use-cases/desk/changes.ts';
import { settleIdentity } from '../../src/use-cases/desk/identity-link.ts';
import type { Outcome } from '../../src/use-cases/outcome.ts';
import { retryRun } from '../../src/use-cases/run/retry-run.ts';
import { revealSecret } from '../../src/use-cases/run/reveal-secret.ts';
import { settleStep } from '../../src/use-cases/run/settle-step.ts';
import { DANA, type TestDesk } from '../support/test-desk.ts';
import {
  ACTORS,
  adminsOnly,
  deskWithActors,
  everybodyBut,
  FOR_ADMINS,
  FOR_TECHNICIANS,
  FROM_BIRCH,
  type Kind,
  type Refusals,
  staffOnly,
} from './actors.ts';

let desk: TestDesk;
let by: (kind: Kind) => Actor;
beforeAll(async () => {
  ({ desk, by } = await deskWithActors());
});
afterAll(() => desk.close());
const core = () => desk.app.core;

/** A run of a plan of Dana's, whose one step ended so. */
async function runWith(step: 'failed' | 'uncertain'): Promise<string> {
  await desk.says(DANA, 'Add me to the Finance group');
  const [ticket] = await core().tickets.ofRequester(by('the requester').person.id, 1);
  const plan = (await core().plans.ofTicket(ticket!.id))!;
  const id = newId(desk.clock.now().getTime());
  await core().unit(function* ({ tx, t, now }) {
    const status = step === 'failed' ? ('failed' as const) : ('running' as const);
    const of = { planId: plan.id, ticketId: ticket!.id, clientId: 'acme-dental' };
    yield* q(tx.insert(t.runs).values({ id, ...of, status, createdAt: now }));
    const row = { id: `${id}-0`, runId: id, idx: 0, tool: 'add_group_member', status: step, attempt: 1 };
    yield* q(tx.insert(t.runSteps).values(row));
    yield* q(tx.update(t.plans).set({ status }).where(eq(t.plans.id, plan.id)));
    yield* q(tx.update(t.tickets).set({ state: 'with_technician' }).where(eq(t.tickets.id, ticket!.id)));
  });
  return id;
}

async function delivery(): Promise<string> {
  const id = newId(desk.clock.now().getTime());
  await core().unit(function* ({ tx, t, now }) {
    const of = { runId: id, idx: 0, ticketId: 'T', clientId: 'acme-dental', recipientEmail: DANA };
    const sealed = core().deliveries.sealNew(id, 0);
    const expiresAt = new Date(now.getTime() + 60_000);
    yield* q(tx.insert(t.deliveries).values({ id, ...of, forName: 'Dana Reyes', sealed, expiresAt }));
  });
  return id;
}

async function pendingChange(): Promise<string> {
  const id = newId(desk.clock.now().getTime());
  await core().unit(function* ({ tx, t, now }) {
    const value = { kind: 'mode', client: 'acme-dental', mode: 'execute' } as const;
    const asked = { askedBy: 'somebody@north-msp.example', askedAt: now, state: 'pending' as const };
    yield* q(tx.insert(t.changes).values({ id, key: 'mode/acme-dental', value, summary: 'Acme', ...asked }));
  });
  return id;
}

async function account(): Promise<string> {
  const id = newId(desk.clock.now().getTime());
  await core().unit(function* ({ tx, t, now }) {
    const user = { platform: 'playground', tenant: 'elsewhere', userId: id, seenAt: now };
    const profile = { email: `${id}@acme-dental.example`, name: 'New Hire', reason: 'another tenant' };
    const row = {
      id,
      ...user,
      ...profile,
      personId: null,
      state: 'proposed',
      proposedClientId: 'acme-dental',
    };
    yield* q(tx.insert(t.identities).values(row as never));
  });
  return id;
}

interface Row {
  readonly name: string;
  readonly refused: Refusals;
  make(): Promise<string>;
  run(by: Actor, id: string): Promise<string>;
  /** What must be as it was after a refusal. */
  look(id: string): Promise<unknown>;
}

const wordsOf = (outcome: Outcome) => (outcome.type === 'done' ? 'may' : writePart(outcome.why));
const planOfRun = async (id: string) => core().plans.ofTicket((await core().runs.get(id))!.ticketId);
const stepsOf = (id: string) => core().runs.steps(id);
const change = (id: string) => core().database.read((db) => selectChange(db, id));

const ROWS: readonly Row[] = [
  {
    name: 'retry the rest',
    refused: {
      ...staffOnly,
      'the requester': 'You asked for this, so somebody else decides it.',
    },
    make: () => runWith('failed'),
    run: async (actor, id) => wordsOf(await retryRun(core(), actor, id)),
    look: planOfRun,
  },
  {
    name: 'settle a step',
    refused: staffOnly,
    make: () => runWith('uncertain'),
    run: async (actor, runId) =>
      wordsOf(await settleStep(core(), actor, { runId, idx: 0, outcome: 'failed' })),
    look: stepsOf,
  },
  {
    name: 'open a temporary password',
    refused: everybodyBut(['the requester'], 'This temporary password is for somebody else.'),
    make: delivery,
    run: async (actor, id) => {
      const reply = await revealSecret(core(), actor, id);
      return reply?.type === 'private' ? String(reply.content) : 'may';
    },
    look: (id) =>
      core().database.read(({ tx, t }) => q(tx.select().from(t.deliveries).where(eq(t.deliveries.id, id)))),
  },
  {
    name: 'confirm a change',
    refused: adminsOnly,
    make: pendingChange,
    run: async (actor, id) => wordsOf(await confirmChange(core(), actor, id)),
    look: change,
  },
  {
    name: 'withdraw a change',
    refused: adminsOnly,
    make: pendingChange,
    run: async (actor, id) => wordsOf(await withdrawChange(core(), actor, id)),
    look: change,
  },
  ...(['confirmed', 'refused'] as const).map(
    (outcome): Row => ({
      name: `say of an account: ${outcome}`,
      refused: adminsOnly,
      make: account,
      run: async (actor, id) => wordsOf(await settleIdentity(core(), actor, id, outcome)),
      look: (id) => core().database.read((db) => selectIdentity(db, id)),
    }),
  ),
];

describe.each(ROWS)('$name', ({ refused, make, run, look }) => {
  test.each(ACTORS)('by %s', async (kind) => {
    const id = await make();
    const before = await look(id);
    const said = await run(by(kind), id);
    const why = refused[kind];
    if (why === undefined) {
      expect([FOR_TECHNICIANS, FOR_ADMINS, FROM_BIRCH]).not.toContain(said);
      expect(await look(id)).not.toEqual(before);
    } else {
      expect(said).toBe(why);
      expect(await look(id)).toEqual(before);
    }
  });
});

test('the person whom a temporary password is for does not open it from where another client is served', async () => {
  const id = await delivery();
  const elsewhere: Actor = {
    ...by('the requester'),
    reach: by('a played technician beyond the sandbox').reach,
  };
  expect(await revealSecret(core(), elsewhere, id)).toEqual({ type: 'private', content: FROM_BIRCH });
  expect(await revealSecret(core(), by('the requester'), id)).toMatchObject({ type: 'form' });
});
