// A person takes over: the ticket goes to the technicians, who are told why; the requester is told that somebody comes.
import { handOffCard } from '../../cards/hand-off-card.ts';
import type { Core } from '../core.ts';
import { changeTicket, insertEntry } from '../intake/store.ts';
import { OPEN_STATES, type Ticket } from '../intake/ticket.ts';
import type { Copy } from '../notices/audience.ts';
import type { Tx } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import type { Effects } from '../store/unit.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

export interface HandOff {
  readonly ticket: Ticket;
  /** For technicians; the requester does not see it. */
  readonly reason: string;
  readonly copies: readonly Copy[];
  readonly requesterName: string;
  readonly clientName: string;
  /** In plan mode the requester hears nothing from the desk. */
  readonly tellRequester: boolean;
}

export function* handOff(
  core: Pick<Core, 'clock'>,
  tx: Tx,
  t: Tables,
  effects: Effects,
  { ticket, reason, copies, ...rest }: HandOff,
): Step<void> {
  const now = core.clock.now();
  const changed = yield* changeTicket(
    tx,
    t,
    ticket.id,
    { state: 'with_technician', handOffReason: reason },
    { now, from: OPEN_STATES },
  );
  if (!changed) return;
  yield* insertEntry(
    tx,
    t,
    {
      ticketId: ticket.id,
      kind: 'internal_note',
      author: 'Deskhand',
      text: `Handed to a technician: ${reason}`,
    },
    now,
  );
  effects.audit({
    actor: 'system',
    verb: 'ticket.handed_off',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `Ticket ${ticket.number} went to the technicians: ${reason}`,
  });
  const stamp = now.getTime();
  if (rest.tellRequester) {
    effects.send({
      kind: 'post',
      key: `handoff:${ticket.id}:${stamp}:requester`,
      to: { type: 'address', address: ticket.address },
      content: `A technician is taking this over. Your ticket is ${ticket.number}.`,
    });
  }
  const card = handOffCard({
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    title: ticket.title,
    requester: rest.requesterName,
    client: rest.clientName,
    reason,
  });
  for (const copy of copies) {
    effects.send({
      kind: 'post',
      key: `handoff:${ticket.id}:${stamp}:${copy.id}`,
      to: copy.to,
      content: card,
      subject: `handoff:${ticket.id}`,
    });
  }
}
