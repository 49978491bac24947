// A wish becomes a ticket, with its receipt and the job that plans it, in one unit. A message that only carries somebody else's
// words becomes a ticket that asks what is wanted; nothing is planned before the requester has said so.

import { questionCard } from '../../../cards/question-card.ts';
import { receiptCard } from '../../../cards/receipt-card.ts';
import type { Address, Attachment, MessageRef } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { OutgoingMessage } from '../../outbox/outgoing.ts';
import type { Person } from '../../people/person.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry, insertTicket } from '../../tickets/store.ts';
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
  /** What the message carries of others; kept beside the words. */
  readonly material?: string | undefined;
}

/** Somebody else's words and no wish of one's own. */
export interface Unsaid extends Omit<Wish, 'text'> {
  readonly title: string;
  readonly material: string;
  readonly question: string;
}

export function* openTicket(core: Pick<Core, 'desk'>, work: Work, wish: Wish): Step<Ticket> {
  const ticket = yield* insertFor(work, wish, titleOf(wish.text));
  const author = wish.submitter.name;
  yield* insertEntry(work, { ticketId: ticket.id, kind: 'requester', author, text: wish.text });
  if (wish.material !== undefined) yield* insertMaterial(work, ticket, author, wish.material);
  announce(core, work, wish, ticket);
  work.enqueue(planJob(ticket.id, { type: 'opened' }));
  return ticket;
}

/** What the requester answers is the first that planning reads. */
export function* openToAsk(core: Pick<Core, 'desk'>, work: Work, unsaid: Unsaid): Step<Ticket> {
  const { question, material } = unsaid;
  const ticket = yield* insertFor(work, unsaid, titleOf(unsaid.title));
  yield* insertMaterial(work, ticket, unsaid.submitter.name, material);
  announce(core, work, unsaid, ticket);
  yield* changeTicket(work, ticket.id, { state: 'waiting_requester' }, { from: ['new'] });
  yield* insertEntry(work, { ticketId: ticket.id, kind: 'reply', author: 'Deskhand', text: question });
  tellRequester(work, ticket, {
    key: `unsaid:${ticket.id}`,
    content: questionCard({ ticketId: ticket.id, ticketNumber: ticket.number, question }),
  });
  return ticket;
}

function insertFor(work: Work, wish: Omit<Wish, 'text'>, title: string): Step<Ticket> {
  const { requester, submitter } = wish;
  return insertTicket(work, {
    clientId: requester.clientId,
    requesterId: requester.id,
    submitterId: submitter.id,
    title,
    address: wish.address,
    message: wish.message,
    threadKey: threadKeyOf(wish.address),
    source: wish.source,
    // The platform vouches for who wrote; for somebody else only the submitter's word stands.
    verified: requester.id === submitter.id,
    attachments: wish.attachments,
  });
}

function insertMaterial(work: Work, { id }: Ticket, author: string, text: string): Step<void> {
  return insertEntry(work, { ticketId: id, kind: 'internal_note', author, text });
}

function announce(core: Pick<Core, 'desk'>, work: Work, wish: Omit<Wish, 'text'>, ticket: Ticket): void {
  const { requester, submitter } = wish;
  const onBehalf = requester.id === submitter.id ? '' : ` on behalf of ${requester.name}`;
  work.audit({
    actor: `person:${submitter.email}`,
    verb: 'ticket.opened',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `${submitter.name} opened ticket ${ticket.number}${onBehalf}.`,
  });
  if (core.desk.client(ticket.clientId)?.receipt === false) return;
  tellRequester(work, ticket, {
    key: `receipt:${ticket.id}`,
    content: receiptCard({ ticketId: ticket.id, ticketNumber: ticket.number, open: true }),
    subject: `receipt:${ticket.id}`,
  });
}

/** The receipt of a ticket that has ended: the same line, no buttons. */
export function closeReceipt(ticket: Ticket): OutgoingMessage {
  const content = receiptCard({ ticketId: ticket.id, ticketNumber: ticket.number, open: false });
  return { kind: 'update_all', subject: `receipt:${ticket.id}`, content };
}
