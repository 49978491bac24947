// A person takes over: the ticket goes to the technicians, who are told why; the requester is told that somebody comes.
import { handOffCard } from '../../../cards/hand-off-card.ts';
import type { Core } from '../../core.ts';
import { type Audience, tellTechnicians } from '../../notices/audience.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import { selectPerson } from '../../people/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';

export interface HandOff {
  readonly ticket: Ticket;
  /** For technicians; the requester does not see it. */
  readonly reason: string;
  readonly audience: Audience;
  /** It may be an attack. */
  readonly urgent?: true | undefined;
  /** What the requester reads first. */
  readonly tell?: string | undefined;
  /** In plan mode the requester hears nothing from the desk. */
  readonly silent?: boolean;
}

/** False if the ticket was not open any more; then nothing is changed. */
export function* handOff(
  core: Pick<Core, 'desk'>,
  work: Work,
  { ticket, reason, audience, silent, urgent, tell }: HandOff,
): Step<boolean> {
  const changed = yield* changeTicket(
    work,
    ticket.id,
    { state: 'with_technician', handOffReason: reason },
    { from: OPEN_STATES },
  );
  if (!changed) return false;
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
  const key = `handoff:${ticket.id}:${work.now.getTime()}`;
  if (!silent)
    tellRequester(work, ticket, {
      key: `${key}:requester`,
      content: `${tell === undefined ? '' : `${tell} `}${urgent ? `${CAREFUL} ` : ''}${COMING[audience.reached](ticket.number)}`,
    });
  tellTechnicians(work, audience, {
    key,
    content: yield* showHandOff(core, work, ticket, { reason, urgent }),
    subject: `handoff:${ticket.id}`,
  });
  return true;
}

const CAREFUL =
  'Thank you for telling. This may be an attack, so nothing was changed. Please approve no sign-in prompt that you did not start, and open no link or attachment of that message again.';

const COMING: Readonly<Record<Audience['reached'], (number: number) => string>> = {
  technicians: (number) => `A technician is taking this over. Your ticket is ${number}.`,
  admins: (number) =>
    `A person has to take this over. None of the technicians can be reached in chat right now, so the admins of the desk were told. Your ticket is ${number}.`,
  nobody: (number) =>
    `A person has to take this over, and nobody can be reached in chat right now. Your ticket ${number} is in the queue. If it is urgent, please contact your IT provider directly.`,
};

/** The technicians' card of a ticket that needs a person, as it stands. */
export function* showHandOff(
  core: Pick<Core, 'desk'>,
  work: Work,
  ticket: Ticket,
  now: {
    readonly reason: string;
    readonly urgent?: true | undefined;
    readonly takenBy?: string;
    readonly replannedBy?: string;
  },
): Step<ReturnType<typeof handOffCard>> {
  const requester = yield* selectPerson(work, ticket.requesterId);
  return handOffCard({
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    title: ticket.title,
    requester: requester?.name ?? '',
    client: core.desk.client(ticket.clientId)?.name ?? ticket.clientId,
    ...now,
  });
}
