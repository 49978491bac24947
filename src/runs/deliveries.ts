// One-time delivery of temporary passwords: made here, sealed before the vendor is called, opened once by the recipient
// that the plan names, erased after that or after fifteen minutes. The value is in no message, note, log or prompt.
import { expireDeliveryJob } from '../jobs/kinds.ts';
import { newId } from '../lib/ids.ts';
import type { PlanStep } from '../plans/plan.ts';
import { type Db, q, type Step, type Writing } from '../store/database.ts';
import { and, eq, gt, isNull, lte } from '../store/drizzle.ts';
import { statement } from '../store/statement.ts';
import type { Work } from '../work/work.ts';
import type { Run } from './run.ts';
import { DELIVERY_LIFETIME_MS, idempotencyKeyOf } from './run.ts';

export interface Deliveries {
  /** Makes a temporary password and seals it for this step. */
  sealNew(runId: string, idx: number): string;
  /** @param key the step's idempotency key, which the seal is bound to @throws if the box was made for another step */
  open(sealed: string, key: string): string;
}

/** @param cipher seals text bound to a context, so that boxes cannot be swapped between steps */
export function createDeliveries(
  cipher: { seal(value: string, context: string): string; open(box: string, context: string): string },
  makePassword: () => string,
): Deliveries {
  const contextOf = (key: string) => `delivery/${key}`;
  return {
    sealNew: (runId, idx) => cipher.seal(makePassword(), contextOf(idempotencyKeyOf(runId, idx))),
    open: (sealed, key) => cipher.open(sealed, contextOf(key)),
  };
}

export function* insertDelivery(
  work: Work,
  delivery: {
    readonly run: Run;
    readonly idx: number;
    readonly step: PlanStep;
    readonly sealed: string;
  },
): Step<void> {
  const { tx, t, now } = work;
  const { run, step } = delivery;
  const id = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + DELIVERY_LIFETIME_MS);
  const subject = step.targets.find((target) => target.kind === 'person');
  yield* q(
    tx.insert(t.deliveries).values({
      id,
      runId: run.id,
      idx: delivery.idx,
      ticketId: run.ticketId,
      clientId: run.clientId,
      recipientEmail: step.deliverTo?.email.toLowerCase() ?? '',
      forName: subject?.name ?? step.deliverTo?.name ?? '',
      sealed: delivery.sealed,
      expiresAt,
    }),
  );
  work.arm(expireDeliveryJob(id), expiresAt);
}

export interface Delivery {
  readonly id: string;
  readonly clientId: string;
  readonly recipientEmail: string;
  readonly forName: string;
  readonly expiresAt: Date;
  readonly idx: number;
}

const openOf = statement((tx, t, run: { runId: string }) =>
  tx
    .select()
    .from(t.deliveries)
    .where(and(eq(t.deliveries.runId, run.runId), isNull(t.deliveries.openedAt))),
);

/** The deliveries of a run that can still be opened. */
export function* openDeliveries(db: Db, runId: string): Step<readonly Delivery[]> {
  return yield* q(openOf(db, { runId }));
}

export function* selectDelivery(db: Db, id: string): Step<Delivery | undefined> {
  const [row] = yield* q(db.tx.select().from(db.t.deliveries).where(eq(db.t.deliveries.id, id)));
  return row;
}

export type Opened =
  | {
      readonly type: 'opened';
      readonly sealed: string;
      readonly key: string;
      readonly forName: string;
      readonly clientId: string;
      readonly ticketId: string;
    }
  | { readonly type: 'late'; readonly why: 'opened' | 'expired' };

/** Opens it once: one conditional UPDATE, which erases the box as well. Whether they may is asked before, in the same unit. */
export function* takeDelivery(work: Writing, id: string): Step<Opened> {
  const { tx, t, now } = work;
  const [row] = yield* q(tx.select().from(t.deliveries).where(eq(t.deliveries.id, id)));
  const taken = yield* q(
    tx
      .update(t.deliveries)
      .set({ openedAt: now, sealed: null })
      .where(and(eq(t.deliveries.id, id), isNull(t.deliveries.openedAt), gt(t.deliveries.expiresAt, now)))
      .returning({ id: t.deliveries.id }),
  );
  if (taken.length === 0 || !row?.sealed) {
    return { type: 'late', why: row?.openedAt ? 'opened' : 'expired' };
  }
  return {
    type: 'opened',
    sealed: row.sealed,
    key: idempotencyKeyOf(row.runId, row.idx),
    forName: row.forName,
    clientId: row.clientId,
    ticketId: row.ticketId,
  };
}

/** Erases a box whose time is over. */
export function* expireDelivery(work: Writing, id: string): Step<void> {
  const { tx, t, now } = work;
  yield* q(
    tx
      .update(t.deliveries)
      .set({ sealed: null })
      .where(and(eq(t.deliveries.id, id), lte(t.deliveries.expiresAt, now))),
  );
}
