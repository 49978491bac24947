// Platforms deliver twice. An event is taken once: its id is a unique row, written together with the job it gives.
import type { ChatEvent } from '../chat.ts';
import type { JobDraft } from '../jobs/kinds.ts';
import { newId } from '../lib/ids.ts';
import { type Db, q, type Step } from '../store/database.ts';
import { and, eq } from '../store/drizzle.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import type { Unit, Work } from '../work/work.ts';

const insertEvent = statement((tx, t, row: Tables['inbox']['$inferSelect']) =>
  tx.insert(t.inbox).values(everyColumn(t.inbox, row)).onConflictDoNothing().returning({ id: t.inbox.id }),
);

/** Notes that something came, once. @returns false if it came before */
export function* noteOnce(work: Work, source: ChatEvent['from']['platform'], eventId: string): Step<boolean> {
  const { now } = work;
  const fresh = yield* q(insertEvent(work, { id: newId(now.getTime()), source, eventId, at: now }));
  return fresh.length > 0;
}

/** Whether it was noted. */
export function* wasNoted(db: Db, source: ChatEvent['from']['platform'], eventId: string): Step<boolean> {
  const { tx, t } = db;
  const rows = yield* q(
    tx
      .select({ id: t.inbox.id })
      .from(t.inbox)
      .where(and(eq(t.inbox.source, source), eq(t.inbox.eventId, eventId)))
      .limit(1),
  );
  return rows.length > 0;
}

/** False if this event was taken before; then nothing is written. */
export function acceptOnce(
  core: { readonly unit: Unit },
  event: ChatEvent,
  job?: JobDraft,
): Promise<boolean> {
  return core.unit(function* (work) {
    if (!(yield* noteOnce(work, event.from.platform, event.id))) return false;
    if (job) work.enqueue(job);
    return true;
  });
}
