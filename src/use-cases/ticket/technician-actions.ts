// What technicians do by themselves: take, release, reply, note, close, vouch. A technician's word overrides the planner's:
// what waited for approval is withdrawn.
import { handOffCard } from '../../../cards/hand-off-card.ts';
import { verifyCard } from '../../../cards/verify-card.ts';
import { closeApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import type { Person } from '../../people/person.ts';
import { movePlan, selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { showDecision } from '../approval/decide.ts';
import type { Handled } from '../outcome.ts';
import { closeReceipt } from './open-ticket.ts';
import { rememberFinished } from './remember-finished.ts';

const refused = (why: string): Handled => ({ type: 'refused', why });
const done = (text: string): Handled => ({ type: 'done', text });

/** False if the plan is running: then nobody takes it from under the executor. */
function* withdrawPlan(core: Core, work: Work, ticket: Ticket): Step<boolean> {
  const plan = yield* selectPlanOf(work, ticket.id);
  if (plan?.status === 'running' && ticket.state !== 'with_technician') return false;
  if (!plan || !(yield* movePlan(work, plan.id, ['awaiting_approval'], 'withdrawn'))) return true;
  yield* closeApprovals(work, plan.id, 'withdrawn');
  const clientName = core.desk.client(ticket.clientId)?.name ?? ticket.clientId;
  yield* showDecision(core, work, { plan, ticket, clientName });
  return true;
}

export async function takeTicket(core: Core, ticket: Ticket, person: Person): Promise<Handled> {
  const requester = await core.people.person(ticket.requesterId);
  return core.unit(function* (work) {
    const { now } = work;
    if (!(yield* withdrawPlan(core, work, ticket))) {
      return refused(`Ticket ${ticket.number} is being worked on right now; take it when it has ended.`);
    }
    const taken = yield* changeTicket(
      work,
      ticket.id,
      { state: 'with_technician', assigneeId: person.id },
      { from: OPEN_STATES },
    );
    if (!taken) return refused(`Ticket ${ticket.number} is closed.`);
    yield* insertEntry(work, {
      ticketId: ticket.id,
      kind: 'event',
      author: person.name,
      text: 'Took the ticket',
    });
    work.audit(entry(ticket, person, 'taken', `${person.name} took ticket ${ticket.number}.`));
    work.send({
      kind: 'update_all',
      subject: `handoff:${ticket.id}`,
      content: handOffCard({
        ticketId: ticket.id,
        ticketNumber: ticket.number,
        title: ticket.title,
        requester: requester?.name ?? '',
        client: core.desk.client(ticket.clientId)?.name ?? ticket.clientId,
        reason: ticket.handOffReason ?? 'A technician took it over.',
        takenBy: person.name,
      }),
    });
    toRequester(work, ticket, now, `${person.name} is looking after your ticket ${ticket.number}.`);
    return done(`Ticket ${ticket.number} is yours. "reply ${ticket.number} TEXT" writes to the requester.`);
  });
}

export async function releaseTicket(
  core: Core,
  ticket: Ticket,
  person: Person,
  reason: string,
): Promise<Handled> {
  if (!ticket.assigneeId) return refused(`Ticket ${ticket.number} has no owner.`);
  return core.unit(function* (work) {
    yield* changeTicket(work, ticket.id, { assigneeId: null, handOffReason: reason }, { from: OPEN_STATES });
    const text = `Released: ${reason}`;
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'internal_note', author: person.name, text });
    work.audit(
      entry(ticket, person, 'released', `${person.name} released ticket ${ticket.number}: ${reason}`),
    );
    return done(`Ticket ${ticket.number} is back in the queue.`);
  });
}

export async function replyToRequester(
  core: Core,
  ticket: Ticket,
  person: Person,
  text: string,
): Promise<Handled> {
  return core.unit(function* (work) {
    const { now } = work;
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'reply', author: person.name, text });
    work.audit(entry(ticket, person, 'replied', `${person.name} replied on ticket ${ticket.number}.`));
    toRequester(work, ticket, now, `${person.name}: ${text}`);
    return done(`Sent to the requester of ticket ${ticket.number}.`);
  });
}

export async function noteOnTicket(
  core: Core,
  ticket: Ticket,
  person: Person,
  text: string,
): Promise<Handled> {
  return core.unit(function* (work) {
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'internal_note', author: person.name, text });
    work.audit(
      entry(ticket, person, 'noted', `${person.name} wrote an internal note on ticket ${ticket.number}.`),
    );
    return done(`Noted on ticket ${ticket.number}.`);
  });
}

export async function closeTicket(core: Core, ticket: Ticket, person: Person): Promise<Handled> {
  return core.unit(function* (work) {
    const { now } = work;
    if (!(yield* withdrawPlan(core, work, ticket))) {
      return refused(`Ticket ${ticket.number} is being worked on right now; close it when it has ended.`);
    }
    const closed = yield* changeTicket(
      work,
      ticket.id,
      { state: 'closed', resolvedAt: now },
      { from: [...OPEN_STATES, 'resolved'] },
    );
    if (!closed) return refused(`Ticket ${ticket.number} is closed already.`);
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'event', author: person.name, text: 'Closed' });
    if (ticket.state !== 'resolved') yield* rememberFinished(core, work, closed);
    work.send(closeReceipt(ticket));
    work.audit(entry(ticket, person, 'closed', `${person.name} closed ticket ${ticket.number}.`));
    toRequester(
      work,
      ticket,
      now,
      `Ticket ${ticket.number} is closed. Write here if something is still open.`,
    );
    return done(`Ticket ${ticket.number} is closed.`);
  });
}

/** A person of the desk has made sure who the requester is; what was only typed counts from now on. */
export async function vouchFor(core: Core, ticket: Ticket, person: Person): Promise<Handled> {
  if (person.id === ticket.requesterId || person.id === ticket.submitterId) {
    return refused('You are part of this request, so somebody else vouches.');
  }
  const requester = await core.people.person(ticket.requesterId);
  return core.unit(function* (work) {
    const { now } = work;
    yield* changeTicket(work, ticket.id, { verified: true });
    const content = verifyCard({
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      client: core.desk.client(ticket.clientId)?.name ?? ticket.clientId,
      requester: requester ?? { name: 'the requester', email: '' },
      came: 'sent to IT',
      reader: 'technician',
      outcome: { by: person.name, at: now.getTime() },
    });
    work.send({ kind: 'update_all', subject: `verify:${ticket.id}`, content });
    work.audit(
      entry(ticket, person, 'verified', `${person.name} verified who asks on ticket ${ticket.number}.`),
    );
    return done(`Noted: you verified who asks on ticket ${ticket.number}.`);
  });
}

function entry(ticket: Ticket, person: Person, what: string, text: string) {
  return {
    actor: `person:${person.email}`,
    verb: `ticket.${what}`,
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text,
  };
}

function toRequester(work: Work, ticket: Ticket, now: Date, content: string): void {
  work.send({
    kind: 'post',
    key: `technician:${ticket.id}:${now.getTime()}:${content.length}`,
    to: { type: 'address', address: ticket.address },
    content,
  });
}
