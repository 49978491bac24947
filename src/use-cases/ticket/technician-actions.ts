// What technicians do by themselves: take, release, reply, note, close, vouch. A technician's word overrides the planner's:
// what waited for approval is withdrawn.
import { verifyCard } from '../../../cards/verify-card.ts';
import type { AuditDraft } from '../../audit/audit.ts';
import type { Core } from '../../core.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { Actor } from '../../people/actor.ts';
import { selectPerson } from '../../people/store.ts';
import { selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { endWaitingPlan } from '../plan/end-waiting-plan.ts';
import { showHandOff } from './hand-off.ts';
import { closeReceipt } from './open-ticket.ts';
import { rememberFinished } from './remember-finished.ts';

type TicketId = string | number;

/** False if the plan is running: then nobody takes it from under the executor. */
function* withdrawPlan(core: Core, work: Work, ticket: Ticket): Step<boolean> {
  const plan = yield* selectPlanOf(work, ticket.id);
  if (plan?.status === 'running' && ticket.state !== 'with_technician') return false;
  if (plan) yield* endWaitingPlan(core, work, { plan, ticket }, 'withdrawn');
  return true;
}

export async function replyToRequester(core: Core, by: Actor, id: TicketId, text: string): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.reply', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    const { name } = by.person;
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'reply', author: name, text });
    work.audit(entry(ticket, by, 'replied', `${name} replied on ticket ${ticket.number}.`));
    tell(work, ticket, `${name}: ${text}`);
    return done(`Sent to the requester of ticket ${ticket.number}.`);
  });
}

export async function noteOnTicket(core: Core, by: Actor, id: TicketId, text: string): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.note', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    const { name } = by.person;
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'internal_note', author: name, text });
    work.audit(entry(ticket, by, 'noted', `${name} wrote an internal note on ticket ${ticket.number}.`));
    return done(`Noted on ticket ${ticket.number}.`);
  });
}

export async function closeTicket(core: Core, by: Actor, id: TicketId): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.close', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    if (ticket.state === 'closed') return refused(`Ticket ${ticket.number} is closed already.`);
    if (!(yield* withdrawPlan(core, work, ticket)))
      return refused(`Ticket ${ticket.number} is being worked on right now; close it when it has ended.`);
    const from = [...OPEN_STATES, 'resolved'] as const;
    const closed = yield* changeTicket(work, ticket.id, { state: 'closed', resolvedAt: work.now }, { from });
    if (!closed) return refused(`Ticket ${ticket.number} is closed already.`);
    yield* insertEntry(work, {
      ticketId: ticket.id,
      kind: 'event',
      author: by.person.name,
      text: 'Closed',
    });
    if (ticket.state !== 'resolved') yield* rememberFinished(core, work, closed);
    work.send(closeReceipt(ticket));
    work.audit(entry(ticket, by, 'closed', `${by.person.name} closed ticket ${ticket.number}.`));
    tell(work, ticket, `Ticket ${ticket.number} is closed. Write here if something is still open.`);
    return done(`Ticket ${ticket.number} is closed.`);
  });
}

/** A person of the desk has made sure who the requester is; what was only typed counts from now on. */
export async function vouchFor(core: Core, by: Actor, id: TicketId): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.verify', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    if (ticket.verified) return refused(`Who asks on ticket ${ticket.number} is verified already.`);
    yield* changeTicket(work, ticket.id, { verified: true });
    const requester = yield* selectPerson(work, ticket.requesterId);
    const content = verifyCard({
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      client: core.desk.client(ticket.clientId)?.name ?? ticket.clientId,
      requester: requester ?? { name: 'the requester', email: '' },
      came: 'sent to IT',
      reader: 'technician',
      outcome: { by: by.person.name, at: work.now.getTime() },
    });
    work.send({ kind: 'update_all', subject: `verify:${ticket.id}`, content });
    work.audit(
      entry(ticket, by, 'verified', `${by.person.name} verified who asks on ticket ${ticket.number}.`),
    );
    return done(`Noted: you verified who asks on ticket ${ticket.number}.`);
  });
}

/**
 * Makes the ticket this technician's.
 * @param from the owner that they saw and take it from; a ticket that somebody else took meanwhile stays theirs
 */
export async function takeTicket(
  core: Core,
  by: Actor,
  id: TicketId,
  from?: string | undefined,
): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.take', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    const { person } = by;
    const number = ticket.number;
    if (ticket.assigneeId === person.id && ticket.state === 'with_technician')
      return done(`Ticket ${number} is yours already.`);
    const owner = ticket.assigneeId === person.id ? undefined : ticket.assigneeId;
    if (owner !== undefined && owner !== from) return yield* ownedBy(work, ticket, owner);
    if (!(yield* withdrawPlan(core, work, ticket)))
      return refused(`Ticket ${number} is being worked on right now; take it when it has ended.`);
    const taken = yield* changeTicket(
      work,
      ticket.id,
      { state: 'with_technician', assigneeId: person.id, assignedAt: work.now },
      { from: OPEN_STATES },
    );
    if (!taken) return refused(`Ticket ${number} is closed.`);
    yield* insertEntry(work, {
      ticketId: ticket.id,
      kind: 'event',
      author: person.name,
      text: 'Took the ticket',
    });
    work.audit(entry(ticket, by, 'taken', `${person.name} took ticket ${number}.`));
    const reason = ticket.handOffReason ?? 'A technician took it over.';
    const content = yield* showHandOff(core, work, ticket, { reason, takenBy: person.name });
    work.send({ kind: 'update_all', subject: `handoff:${ticket.id}`, content });
    tell(work, ticket, `${person.name} is looking after your ticket ${number}.`);
    return done(`Ticket ${number} is yours. "reply ${number} TEXT" writes to the requester.`);
  });
}

/** Who has it and since when, with the button that takes it from them all the same. */
function* ownedBy(work: Work, ticket: Ticket, ownerId: string): Step<Outcome> {
  const owner = yield* selectPerson(work, ownerId);
  const since = ticket.assignedAt ? [' since ', { time: ticket.assignedAt.getTime() }] : [];
  const why = [`Ticket ${ticket.number} is ${owner?.name ?? 'somebody else'}'s`, ...since, '.'];
  return {
    type: 'refused',
    why,
    card: {
      title: `Ticket ${ticket.number} has an owner`,
      body: [{ type: 'text', text: why }],
      buttons: [
        { label: 'Take it over', action: { type: 'ticket.take', ticketId: ticket.id, from: ownerId } },
      ],
    },
  };
}

/** Hands one's own ticket back. */
export async function releaseTicket(core: Core, by: Actor, id: TicketId, reason: string): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.release', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    const { person } = by;
    if (!ticket.assigneeId) return refused(`Ticket ${ticket.number} has no owner.`);
    if (ticket.assigneeId !== person.id) return yield* ownedBy(work, ticket, ticket.assigneeId);
    const change = { assigneeId: null, assignedAt: null, handOffReason: reason };
    const released = yield* changeTicket(work, ticket.id, change, { from: OPEN_STATES });
    if (!released) return refused(`Ticket ${ticket.number} is closed.`);
    const text = `Released: ${reason}`;
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'internal_note', author: person.name, text });
    work.audit(entry(ticket, by, 'released', `${person.name} released ticket ${ticket.number}: ${reason}`));
    return done(`Ticket ${ticket.number} is back in the queue.`);
  });
}

function entry(
  ticket: Ticket,
  { person }: Actor,
  what: 'taken' | 'released' | 'replied' | 'noted' | 'closed' | 'verified',
  text: string,
): AuditDraft {
  return {
    actor: `person:${person.email}`,
    verb: `ticket.${what}`,
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text,
  };
}

function tell(work: Work, ticket: Ticket, content: string): void {
  tellRequester(work, ticket, {
    key: `technician:${ticket.id}:${work.now.getTime()}:${content.length}`,
    content,
  });
}
