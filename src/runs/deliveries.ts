// One-time delivery of temporary passwords: made here, sealed before the vendor is called, opened once by the recipient
// that the plan names, erased after that or after fifteen minutes. The value is in no message, note, log or prompt.
import { newId } from '../lib/ids.ts';
import type { PlanStep } from '../planning/plan.ts';
import { q, type Tx } from '../store/database.ts';
import { and, eq, gt, isNull, lte } from '../store/drizzle.ts';
import { statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import type { Effects } from '../store/unit.ts';
import type { RunView } from './executor.ts';
import { DELIVERY_LIFETIME_MS, idempotencyKeyOf } from './run.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

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
  tx: Tx,
  t: Tables,
  effects: Effects,
  delivery: {
    readonly view: RunView;
    readonly idx: number;
    readonly step: PlanStep;
    readonly sealed: string;
  },
  now: Date,
): Step<void> {
  const { view, step } = delivery;
  const id = newId(now.getTime());
  const expiresAt = new Date(now.getTime() + DELIVERY_LIFETIME_MS);
  const subject = step.targets.find((target) => target.kind === 'person');
  yield* q(
    tx.insert(t.deliveries).values({
      id,
      runId: view.run.id,
      idx: delivery.idx,
      ticketId: view.run.ticketId,
      clientId: view.run.clientId,
      recipientEmail: step.deliverTo?.email.toLowerCase() ?? '',
      forName: subject?.name ?? step.deliverTo?.name ?? '',
      sealed: delivery.sealed,
      expiresAt,
    }),
  );
  effects.enqueue({
    kind: 'delivery.expire',
    key: `delivery.expire:${id}`,
    payload: { deliveryId: id },
    runAt: expiresAt,
  });
}

export interface Delivery {
  readonly id: string;
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
export function* openDeliveries(tx: Tx, t: Tables, runId: string): Step<readonly Delivery[]> {
  return yield* q(openOf(tx, t, { runId }));
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
  | { readonly type: 'refused'; readonly why: 'not_yours' | 'opened' | 'expired' | 'unknown' };

/** Opens it for its recipient, once: one conditional UPDATE, which erases the box as well. */
export function* takeDelivery(tx: Tx, t: Tables, id: string, email: string, now: Date): Step<Opened> {
  const [row] = yield* q(tx.select().from(t.deliveries).where(eq(t.deliveries.id, id)));
  if (!row) return { type: 'refused', why: 'unknown' };
  if (row.recipientEmail !== email.toLowerCase()) return { type: 'refused', why: 'not_yours' };
  const taken = yield* q(
    tx
      .update(t.deliveries)
      .set({ openedAt: now, sealed: null })
      .where(and(eq(t.deliveries.id, id), isNull(t.deliveries.openedAt), gt(t.deliveries.expiresAt, now)))
      .returning({ id: t.deliveries.id }),
  );
  if (taken.length === 0 || !row.sealed) {
    return { type: 'refused', why: row.openedAt ? 'opened' : 'expired' };
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
export function* expireDelivery(tx: Tx, t: Tables, id: string, now: Date): Step<void> {
  yield* q(
    tx
      .update(t.deliveries)
      .set({ sealed: null })
      .where(and(eq(t.deliveries.id, id), lte(t.deliveries.expiresAt, now))),
  );
}
