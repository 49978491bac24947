// Keeps a ticket that has just been finished for "similar tickets", in the unit that finishes it: its title, what the requester
// wrote, and what was done. Internal notes are left out: who asks something similar may be told of what is found.
import type { Core } from '../../core.ts';
import { rememberTicket } from '../../knowledge/past-tickets.ts';
import type { Db, Step } from '../../store/database.ts';
import { selectEntries } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';

/** @param done undefined: the last thing that was written to the requester */
export function* rememberFinished(
  core: Pick<Core, 'database' | 'redactor'>,
  db: Db,
  ticket: Ticket,
  done?: string,
): Step<void> {
  const entries = yield* selectEntries(db, ticket.id);
  const words = entries.filter(({ kind }) => kind === 'requester').map(({ text }) => text);
  const last = entries.findLast(({ kind }) => kind === 'technician' || kind === 'reply')?.text;
  yield* rememberTicket(core.database, db, {
    id: ticket.id,
    clientId: ticket.clientId,
    title: core.redactor.text(ticket.title),
    words: core.redactor.text(words.join('\n')),
    done: core.redactor.text(done ?? last ?? ''),
  });
}
