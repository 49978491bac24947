// A wish becomes a ticket, with its receipt and the job that plans it, in one unit.

import { receiptCard } from '../../../cards/receipt-card.ts';
import type { Address, Attachment, MessageRef } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { OutgoingMessage } from '../../outbox/outgoing.ts';
import type { Person } from '../../people/person.ts';
import type { Step } from '../../store/database.ts';
import { insertEntry, insertTicket } from '../../tickets/store.ts';
import { type Ticket, threadKeyOf, titleOf } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';

export interface Wish {
  readonly text: string;
  readonly requester: Person;
  /** Who wrote it; the requester, or somebody on their behalf. */
  readonly submitter: Person;
  readonly address: Address;
  readonly message: MessageRef | undefined;
  readonly attachments: readonly Attachment[];
  readonly source: Ticket['source'];
}

export function* openTicket(core: Pick<Core, 'desk'>, work: Work, wish: Wish): Step<Ticket> {
  const { requester, submitter } = wish;
  const ticket = yield* insertTicket(work, {
    clientId: requester.clientId,
    requesterId: requester.id,
    submitterId: submitter.id,
    title: titleOf(wish.text),
    address: wish.address,
    message: wish.message,
    threadKey: threadKeyOf(wish.address),
    source: wish.source,
    // The platform vouches for who wrote; for somebody else only the submitter's word stands.
    verified: requester.id === submitter.id,
    attachments: wish.attachments,
  });
  yield* insertEntry(work, {
    ticketId: ticket.id,
    kind: 'requester',
    author: submitter.name,
    text: wish.text,
  });
  const onBehalf = requester.id === submitter.id ? '' : ` on behalf of ${requester.name}`;
  work.audit({
    actor: `person:${submitter.email}`,
    verb: 'ticket.opened',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `${submitter.name} opened ticket ${ticket.number}${onBehalf}.`,
  });
  if (core.desk.client(ticket.clientId)?.receipt !== false) {
    tellRequester(work, ticket, {
      key: `receipt:${ticket.id}`,
      content: receiptCard({ ticketId: ticket.id, ticketNumber: ticket.number, open: true }),
      subject: `receipt:${ticket.id}`,
    });
  }
  work.enqueue(planJob(ticket.id, { type: 'opened' }));
  return ticket;
}

/** The receipt of a ticket that has ended: the same line, no buttons. */
export function closeReceipt(ticket: Ticket): OutgoingMessage {
  const content = receiptCard({ ticketId: ticket.id, ticketNumber: ticket.number, open: false });
  return { kind: 'update_all', subject: `receipt:${ticket.id}`, content };
}
