// A further message in a ticket's thread: kept with the ticket, and told to whoever works on it. What a requester adds to a
// request that waits for an approval is held against its plan (reconsider.ts); what was decided already is not changed by it.

import type { Core } from '../../core.ts';
import { isChasing } from '../../intake/small-talk.ts';
import { planJob } from '../../jobs/kinds.ts';
import { newId } from '../../lib/ids.ts';
import {
  type Copy,
  personCopies,
  technicianAudience,
  tellCopies,
  tellTechnicians,
} from '../../notices/audience.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { Actor } from '../../people/actor.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome } from '../outcome.ts';

export async function noteFollowUp(
  core: Core,
  by: Actor,
  seen: Ticket,
  text: string,
  kind: 'requester' | 'technician',
): Promise<Outcome> {
  const owner = kind === 'requester' ? await ownerCopies(core, seen) : [];
  const client = core.desk.client(seen.clientId);
  // Whether it reopens is known in the unit only; a ticket with an owner needs nobody else.
  const unowned = kind === 'requester' && owner.length === 0;
  const everybody = unowned && client ? await technicianAudience(core, client, []) : undefined;
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.add', seen.id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    yield* insertEntry(work, { ticketId: ticket.id, kind, author: by.person.name, text });
    if (kind === 'technician') return done(`Noted on ticket ${ticket.number}.`);
    if (ticket.state === 'awaiting_approval') {
      work.enqueue(planJob(ticket.id, { type: 'added', addedId: newId(work.now.getTime()) }));
    }
    const reopened = yield* reopen(work, by, ticket);
    const notice = {
      key: `followup:${ticket.id}:${newId(work.now.getTime())}`,
      content: `${by.person.name} wrote on ticket ${ticket.number}${reopened ? ' (reopened)' : ''}. "ticket ${ticket.number}" shows it.`,
    };
    if (owner.length > 0) {
      tellCopies(work, owner, notice);
    } else if (everybody && (reopened || ticket.state === 'with_technician')) {
      tellTechnicians(work, everybody, notice);
    }
    if (!reopened && isChasing(text)) tellState(work, ticket, owner.length > 0);
    return done(`Noted on ticket ${ticket.number}.`);
  });
}

/** Whoever asks how far things are hears it, and that somebody was told that they asked. */
function tellState(work: Work, ticket: Ticket, owned: boolean): void {
  tellRequester(work, ticket, {
    key: `state:${ticket.id}:${newId(work.now.getTime())}`,
    content: `Ticket ${ticket.number}: ${HOW_FAR[ticket.state](owned)}`,
  });
}

const HOW_FAR: Readonly<Record<Ticket['state'], (owned: boolean) => string>> = {
  new: () => 'I am looking at it.',
  working: () => 'it is being worked on right now.',
  waiting_requester: () => 'it waits for your answer to my question above.',
  scheduled: () => 'it is agreed, and done at the time that was asked for.',
  awaiting_approval: () => 'it waits for an approval. I will tell you as soon as it is decided.',
  with_technician: (owned) =>
    owned
      ? 'a technician has it. I told them that you asked.'
      : 'it is with the technicians, and none of them has taken it yet. I told them that you asked.',
  resolved: () => 'it is resolved. Write here if it is not.',
  closed: () => 'it is closed. Write again to open a new one.',
};

/** Of two words at once on a resolved ticket one reopens it. */
function* reopen(work: Work, { person }: Actor, ticket: Ticket): Step<boolean> {
  const moved = yield* changeTicket(
    work,
    ticket.id,
    { state: 'with_technician', resolvedAt: null },
    { from: ['resolved'] },
  );
  if (!moved) return false;
  work.audit({
    actor: `person:${person.email}`,
    verb: 'ticket.reopened',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `${person.name} wrote again on ticket ${ticket.number}, which was resolved; it went to the technicians.`,
  });
  tellRequester(work, ticket, {
    key: `reopened:${ticket.id}:${work.now.getTime()}`,
    content: `A technician will look at ticket ${ticket.number} again.`,
  });
  return true;
}

async function ownerCopies(core: Core, ticket: Ticket): Promise<readonly Copy[]> {
  const owner = ticket.assigneeId ? await core.people.person(ticket.assigneeId) : undefined;
  return owner ? personCopies(core, owner.email) : [];
}
