// What a requester can do with their own ticket: ask for a person, rate, reopen.
import { doneCard } from '../../../cards/done-card.ts';
import { closeApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import { technicianCopies } from '../../notices/audience.ts';
import type { Person } from '../../people/person.ts';
import { movePlan, selectPlanOf } from '../../plans/store.ts';
import { openDeliveries } from '../../runs/deliveries.ts';
import { selectRunOfPlan } from '../../runs/store.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import { showDecision } from '../approval/decide.ts';
import type { Handled } from '../outcome.ts';
import { handOff } from './hand-off.ts';

/** A person takes over from the planner; what waits for approval is withdrawn. */
export async function askForPerson(core: Core, ticket: Ticket, person: Person): Promise<Handled> {
  const client = core.desk.client(ticket.clientId);
  if (!OPEN_STATES.includes(ticket.state) && ticket.state !== 'resolved') {
    return { type: 'refused', why: `Ticket ${ticket.number} is closed. Write again to open a new one.` };
  }
  if (ticket.state === 'with_technician') {
    return { type: 'refused', why: `Ticket ${ticket.number} is with a technician already.` };
  }
  if (!client) return { type: 'refused', why: 'Your company is not served by this desk any more.' };
  const copies = await technicianCopies(core, client, [person.email]);
  return core.unit(function* (work) {
    const plan = yield* selectPlanOf(work, ticket.id);
    if (plan?.status === 'running') {
      return {
        type: 'refused',
        why: `Ticket ${ticket.number} is being worked on right now. I will tell you how it ends.`,
      };
    }
    if (plan && (yield* movePlan(work, plan.id, ['awaiting_approval'], 'withdrawn'))) {
      yield* closeApprovals(work, plan.id, 'withdrawn');
      yield* showDecision(core, work, { plan, ticket, clientName: client.name });
    }
    yield* changeTicket(work, ticket.id, { state: 'working', resolvedAt: null }, { from: ['resolved'] });
    yield* handOff(work, {
      ticket,
      reason: `${person.name} asked for a person.`,
      copies,
      requesterName: person.name,
      clientName: client.name,
      tellRequester: true,
    });
    return { type: 'done', text: `A technician will write to you on ticket ${ticket.number}.` };
  });
}

export async function rateTicket(core: Core, ticket: Ticket, rating: 'good' | 'bad'): Promise<Handled> {
  if (ticket.state !== 'resolved' && ticket.state !== 'closed') {
    return { type: 'refused', why: `Ticket ${ticket.number} is not finished yet.` };
  }
  const plan = await core.plans.ofTicket(ticket.id);
  await core.unit(function* (work) {
    yield* changeTicket(work, ticket.id, { rating });
    work.audit({
      actor: 'requester',
      verb: 'ticket.rated',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `Ticket ${ticket.number} was rated ${rating}.`,
    });
    if (!plan) return;
    const run = yield* selectRunOfPlan(work, plan.id);
    const deliveries = run ? yield* openDeliveries(work, run.id) : [];
    const requester = plan.body.requester.email.toLowerCase();
    // A password that was not opened yet stays within reach.
    const secretId = deliveries.find((delivery) => delivery.recipientEmail === requester)?.id;
    const view = { ticketId: ticket.id, ticketNumber: ticket.number, reply: plan.body.reply };
    const content = doneCard({ ...view, secretId, rated: rating });
    work.send({ kind: 'update_all', subject: `done:${ticket.id}`, content });
  });
  const more = rating === 'bad' ? ' If it is not fixed, write here and a technician looks at it.' : '';
  return { type: 'done', text: `Thank you.${more}` };
}

/** "Not fixed": a technician looks at it; nothing is tried again by itself. */
export async function reopenTicket(core: Core, ticket: Ticket, person: Person): Promise<Handled> {
  const client = core.desk.client(ticket.clientId);
  if (!client || (ticket.state !== 'resolved' && ticket.state !== 'closed')) {
    return { type: 'refused', why: `Ticket ${ticket.number} is open already.` };
  }
  const copies = await technicianCopies(core, client, [person.email]);
  return core.unit(function* (work) {
    const open = yield* changeTicket(
      work,
      ticket.id,
      { state: 'working', resolvedAt: null },
      { from: ['resolved', 'closed'] },
    );
    if (!open) return { type: 'refused', why: `Ticket ${ticket.number} is open already.` };
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'event', author: person.name, text: 'Not fixed' });
    yield* handOff(work, {
      ticket: open,
      reason: `${person.name} says that it is not fixed.`,
      copies,
      requesterName: person.name,
      clientName: client.name,
      tellRequester: true,
    });
    return { type: 'done', text: `Ticket ${ticket.number} is open again.` };
  });
}
