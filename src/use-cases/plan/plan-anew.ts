// A technician asks for a new plan and says what it should do differently: what waited for approval is replaced, the ticket goes
// back to the planner with the hint, and nothing that runs is touched. The requester never sees the hint.

import { handOffCard } from '../../../cards/hand-off-card.ts';
import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import { newId } from '../../lib/ids.ts';
import type { Person } from '../../people/person.ts';
import { selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { type Handled, refused } from '../outcome.ts';
import { supersedePlan } from './end-waiting-plan.ts';

export const MAX_HINT = 1000;

/** Whether this person serves the ticket's client has been asked already. */
export async function planAnew(core: Core, ticket: Ticket, person: Person, typed: string): Promise<Handled> {
  const hint = core.redactor.text(typed.trim()).slice(0, MAX_HINT);
  if (hint === '') return refused('Say what the new plan should do differently.');
  if (person.id === ticket.requesterId || person.id === ticket.submitterId) {
    return refused('You are part of this request, so another technician says how it is solved.');
  }
  const requester = await core.people.person(ticket.requesterId);
  return core.unit((work) =>
    writeHint(core, work, { ticket, person, hint, requesterName: requester?.name ?? '' }),
  );
}

interface Hint {
  readonly ticket: Ticket;
  readonly person: Person;
  readonly hint: string;
  readonly requesterName: string;
}

function* writeHint(core: Core, work: Work, asked: Hint): Step<Handled> {
  const { ticket, person, hint } = asked;
  const { now } = work;
  const plan = yield* selectPlanOf(work, ticket.id);
  if (plan?.status === 'running') {
    return refused(
      `The plan of ticket ${ticket.number} is being carried out. Ask for a new one when it has ended.`,
    );
  }
  const moved = yield* changeTicket(work, ticket.id, { state: 'working' }, { from: OPEN_STATES });
  if (!moved) return refused(`Ticket ${ticket.number} is finished, so there is nothing to plan.`);
  yield* insertEntry(work, { ticketId: ticket.id, kind: 'hint', author: person.name, text: hint });
  work.audit({
    actor: `person:${person.email}`,
    verb: 'plan.asked_anew',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `${person.name} asked for a new plan on ticket ${ticket.number}: ${hint}`,
  });
  work.enqueue(planJob(ticket.id, { type: 'hinted', hintId: newId(now.getTime()) }));
  const client = core.desk.client(ticket.clientId)?.name ?? ticket.clientId;
  if (plan) yield* supersedePlan(core, work, { plan, ticket: moved, clientName: client });
  work.send({
    kind: 'update_all',
    subject: `handoff:${ticket.id}`,
    content: handOffCard({
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      title: ticket.title,
      requester: asked.requesterName,
      client,
      reason: ticket.handOffReason ?? 'A technician asked for a new plan.',
      replannedBy: person.name,
    }),
  });
  return { type: 'done', text: `A new plan for ticket ${ticket.number} is being made with your hint.` };
}
