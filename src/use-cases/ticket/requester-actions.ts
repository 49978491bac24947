// What a requester can do with their own ticket: ask for a person, rate, reopen.
import { doneCard } from '../../../cards/done-card.ts';
import type { Core } from '../../core.ts';
import { type Audience, technicianAudience } from '../../notices/audience.ts';
import type { Actor } from '../../people/actor.ts';
import { selectPlanOf } from '../../plans/store.ts';
import { openDeliveries } from '../../runs/deliveries.ts';
import { selectRunOfPlan } from '../../runs/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { endWaitingPlan } from '../plan/end-waiting-plan.ts';
import { handOff } from './hand-off.ts';

/**
 * A person takes over from the planner; what waits for approval is withdrawn.
 * @param why for technicians, where the requester did not ask for a person in so many words
 */
export async function askForPerson(core: Core, by: Actor, ticketId: string, why?: string): Promise<Outcome> {
  const audience = await audienceOf(core, by, ticketId);
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.ask_for_person', ticketId);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    const { number, state } = ticket;
    if (!audience) return refused('Your company is not served by this desk any more.');
    if (state === 'closed') return refused(`Ticket ${number} is closed. Write again to open a new one.`);
    if (state === 'with_technician') return refused(`Ticket ${number} is with a technician already.`);
    const plan = yield* selectPlanOf(work, ticket.id);
    if (plan?.status === 'running')
      return refused(`Ticket ${number} is being worked on right now. I will tell you how it ends.`);
    if (plan) yield* endWaitingPlan(core, work, { plan, ticket }, 'withdrawn');
    yield* changeTicket(work, ticket.id, { state: 'working', resolvedAt: null }, { from: ['resolved'] });
    const reason = why ?? `${by.person.name} asked for a person.`;
    yield* handOff(core, work, { ticket, reason, audience });
    return done(`A technician will write to you on ticket ${number}.`);
  });
}

/** The first word counts: a card that was rated has no more buttons, and a second click of a slow chat says so. */
export async function rateTicket(
  core: Core,
  by: Actor,
  ticketId: string,
  rating: 'good' | 'bad',
): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.rate', ticketId);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    if (ticket.state !== 'resolved' && ticket.state !== 'closed')
      return refused(`Ticket ${ticket.number} is not finished yet.`);
    if (ticket.rating !== undefined) return refused(`You rated ticket ${ticket.number} already.`);
    yield* changeTicket(work, ticket.id, { rating }, { from: ['resolved', 'closed'] });
    work.audit({
      actor: 'requester',
      verb: 'ticket.rated',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `Ticket ${ticket.number} was rated ${rating}.`,
    });
    yield* showRating(work, ticket.id, ticket.number, rating);
    const more = rating === 'bad' ? ' If it is not fixed, write here and a technician looks at it.' : '';
    return done(`Thank you.${more}`);
  });
}

function* showRating(work: Work, ticketId: string, ticketNumber: number, rated: 'good' | 'bad'): Step<void> {
  const plan = yield* selectPlanOf(work, ticketId);
  if (!plan) return;
  const run = yield* selectRunOfPlan(work, plan.id);
  const deliveries = run ? yield* openDeliveries(work, run.id) : [];
  const requester = plan.body.requester.email.toLowerCase();
  // A password that was not opened yet stays within reach.
  const secretId = deliveries.find((delivery) => delivery.recipientEmail === requester)?.id;
  const content = doneCard({ ticketId, ticketNumber, reply: plan.body.reply, secretId, rated });
  work.send({ kind: 'update_all', subject: `done:${ticketId}`, content });
}

/** "Not fixed": a technician looks at it; nothing is tried again by itself. */
export async function reopenTicket(core: Core, by: Actor, ticketId: string): Promise<Outcome> {
  const audience = await audienceOf(core, by, ticketId);
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.reopen', ticketId);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    if (!audience) return refused('Your company is not served by this desk any more.');
    const open = yield* changeTicket(
      work,
      ticket.id,
      { state: 'working', resolvedAt: null },
      { from: ['resolved', 'closed'] },
    );
    if (!open) return refused(`Ticket ${ticket.number} is open already.`);
    yield* insertEntry(work, {
      ticketId: ticket.id,
      kind: 'event',
      author: by.person.name,
      text: 'Not fixed',
    });
    const reason = `${by.person.name} says that it is not fixed.`;
    yield* handOff(core, work, { ticket: open, reason, audience });
    return done(`Ticket ${ticket.number} is open again.`);
  });
}

/** A ticket's client never changes, so its audience may be looked up before the unit. */
async function audienceOf(core: Core, by: Actor, ticketId: string): Promise<Audience | undefined> {
  const ticket = await core.tickets.get(ticketId);
  const client = ticket && core.desk.client(ticket.clientId);
  return client && technicianAudience(core, client, [by.person.email]);
}
