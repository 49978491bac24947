// A person takes over: the ticket goes to the technicians, who are told why; the requester is told that somebody comes.
import { handOffCard } from '../../../cards/hand-off-card.ts';
import type { Copy } from '../../notices/audience.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';

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

export function* handOff(work: Work, { ticket, reason, copies, ...rest }: HandOff): Step<void> {
  const { now } = work;
  const changed = yield* changeTicket(
    work,
    ticket.id,
    { state: 'with_technician', handOffReason: reason },
    { from: OPEN_STATES },
  );
  if (!changed) return;
  yield* insertEntry(work, {
    ticketId: ticket.id,
    kind: 'internal_note',
    author: 'Deskhand',
    text: `Handed to a technician: ${reason}`,
  });
  work.audit({
    actor: 'system',
    verb: 'ticket.handed_off',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `Ticket ${ticket.number} went to the technicians: ${reason}`,
  });
  const stamp = now.getTime();
  if (rest.tellRequester) {
    work.send({
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
    work.send({
      kind: 'post',
      key: `handoff:${ticket.id}:${stamp}:${copy.id}`,
      to: copy.to,
      content: card,
      subject: `handoff:${ticket.id}`,
    });
  }
}
