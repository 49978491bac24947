// Platforms deliver twice. An event is taken once: its id is a unique row, written together with the job it gives.
import type { ChatEvent } from '../chat.ts';
import type { JobDraft } from '../jobs/kinds.ts';
import { newId } from '../lib/ids.ts';
import { q } from '../store/database.ts';
import { everyColumn, statement } from '../store/statement.ts';
import type { Tables } from '../store/tables.ts';
import type { Unit } from '../work/work.ts';

const insertEvent = statement((tx, t, row: Tables['inbox']['$inferSelect']) =>
  tx.insert(t.inbox).values(everyColumn(t.inbox, row)).onConflictDoNothing().returning({ id: t.inbox.id }),
);

/** False if this event was taken before; then nothing is written. */
export function acceptOnce(
  core: { readonly unit: Unit },
  event: ChatEvent,
  job?: JobDraft,
): Promise<boolean> {
  return core.unit(function* (work) {
    const { now } = work;
    const row = { id: newId(now.getTime()), source: event.from.platform, eventId: event.id, at: now };
    const fresh = yield* q(insertEvent(work, row));
    if (fresh.length === 0) return false;
    if (job) work.enqueue(job);
    return true;
  });
}
