// Plans as stored: the canonical text that was hashed, never changed afterwards; only the status moves.
import { newId } from '../lib/ids.ts';
import { toCanonicalJson } from '../lib/json.ts';
import { type Database, type Db, q, type Step, type Writing } from '../store/database.ts';
import { and, desc, eq, inArray } from '../store/drizzle.ts';
import { everyColumn, statement, statementsBy } from '../store/statement.ts';
import type { PlanStatus } from '../store/tables/plans.ts';
import type { Tables } from '../store/tables.ts';
import { hashPlan, type PlanBody, type PlanProse } from './plan.ts';

/** What the column may hold stands with it, in store/tables/. */
export type { PlanStatus };

const insertRow = statement((tx, t, row: Tables['plans']['$inferSelect']) =>
  tx.insert(t.plans).values(everyColumn(t.plans, row)),
);
const byId = statement((tx, t, plan: { id: string }) =>
  tx.select().from(t.plans).where(eq(t.plans.id, plan.id)),
);
const ofTicket = statement((tx, t, plan: { ticketId: string }) =>
  tx.select().from(t.plans).where(eq(t.plans.ticketId, plan.ticketId)),
);
const moves = statementsBy(
  (from: readonly PlanStatus[]) => (tx, t, plan: { id: string; status: PlanStatus }) =>
    tx
      .update(t.plans)
      .set({ status: plan.status })
      .where(and(eq(t.plans.id, plan.id), inArray(t.plans.status, [...from])))
      .returning({ id: t.plans.id }),
);

export interface StoredPlan {
  readonly id: string;
  readonly ticketId: string;
  readonly clientId: string;
  readonly body: PlanBody;
  /** As it was when the plan was made; `intact` says whether the stored body still has it. */
  readonly hash: string;
  readonly intact: boolean;
  readonly prose: PlanProse;
  readonly status: PlanStatus;
  readonly createdAt: Date;
}

export function* insertPlan(
  work: Writing,
  plan: { readonly body: PlanBody; readonly prose: PlanProse; readonly status: PlanStatus },
): Step<StoredPlan> {
  const { now } = work;
  const row = {
    id: newId(now.getTime()),
    ticketId: plan.body.ticketId,
    clientId: plan.body.clientId,
    body: toCanonicalJson(plan.body),
    hash: hashPlan(plan.body),
    prose: plan.prose,
    status: plan.status,
    createdAt: now,
  };
  yield* q(insertRow(work, row));
  return toPlan(row);
}

/** Moves a plan on if it is in one of the states; false if it was not. */
export function* movePlan(db: Db, id: string, from: readonly PlanStatus[], to: PlanStatus): Step<boolean> {
  const rows = yield* q(moves(from)(db, { id, status: to }));
  return rows.length === 1;
}

export function* selectPlan(db: Db, id: string): Step<StoredPlan | undefined> {
  const [row] = yield* q(byId(db, { id }));
  return row ? toPlan(row) : undefined;
}

/** The newest plan of a ticket. */
export function* selectPlanOf(db: Db, ticketId: string): Step<StoredPlan | undefined> {
  // A handful at most; ids sort by time.
  const rows = yield* q(ofTicket(db, { ticketId }));
  const row = rows.reduce<(typeof rows)[number] | undefined>(
    (newest, one) => (newest === undefined || one.id > newest.id ? one : newest),
    undefined,
  );
  return row ? toPlan(row) : undefined;
}

const OFFERED: readonly string[] = [
  'proposed',
  'confirmed',
  'declined',
  'unconfirmed',
] satisfies readonly PlanStatus[];

/** Whether the requester was asked to confirm a plan of this ticket before. */
export function* selectOffered(db: Db, ticketId: string): Step<boolean> {
  const rows = yield* q(ofTicket(db, { ticketId }));
  return rows.some(({ status }) => OFFERED.includes(status));
}

/** Of these something was carried out, or is. */
const BEGUN: readonly string[] = ['running', 'done', 'failed', 'cancelled'] satisfies readonly PlanStatus[];

/** Whether anything was carried out for this ticket: a plan made anew would begin with it again. */
export function* selectBegun(db: Db, ticketId: string): Step<boolean> {
  const rows = yield* q(ofTicket(db, { ticketId }));
  return rows.some(({ status }) => BEGUN.includes(status));
}

export interface PlanStore {
  get(id: string): Promise<StoredPlan | undefined>;
  ofTicket(ticketId: string): Promise<StoredPlan | undefined>;
  hasBegun(ticketId: string): Promise<boolean>;
  /** Whether the requester was asked to confirm a plan of it. */
  wasOffered(ticketId: string): Promise<boolean>;
  /** Plans that a client in plan mode was only shown, newest first. */
  noted(clientId: string, limit: number): Promise<readonly StoredPlan[]>;
}

export function createPlanStore(database: Database): PlanStore {
  return {
    get: (id) => database.read((db) => selectPlan(db, id)),
    ofTicket: (ticketId) => database.read((db) => selectPlanOf(db, ticketId)),
    wasOffered: (ticketId) => database.read((db) => selectOffered(db, ticketId)),
    hasBegun: (ticketId) => database.read((db) => selectBegun(db, ticketId)),
    noted: (clientId, limit) =>
      database.read(function* ({ tx, t }) {
        const rows = yield* q(
          tx
            .select()
            .from(t.plans)
            .where(and(eq(t.plans.clientId, clientId), eq(t.plans.status, 'noted')))
            .orderBy(desc(t.plans.id))
            .limit(limit),
        );
        return rows.map(toPlan);
      }),
  };
}

function toPlan(row: Tables['plans']['$inferSelect']): StoredPlan {
  const body = JSON.parse(row.body) as PlanBody;
  return {
    ...row,
    body,
    intact: hashPlan(body) === row.hash,
  };
}
