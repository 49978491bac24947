// A technician asks for a new plan and says what it should do differently: what waited for approval is replaced, the ticket goes
// back to the planner with the hint, and nothing that runs is touched. The requester never sees the hint.

import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import { newId } from '../../lib/ids.ts';
import type { Actor } from '../../people/actor.ts';
import { selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { showHandOff } from '../ticket/hand-off.ts';
import { endWaitingPlan } from './end-waiting-plan.ts';

export const MAX_HINT = 1000;

export async function planAnew(core: Core, by: Actor, id: string | number, typed: string): Promise<Outcome> {
  const hint = core.redactor.text(typed.trim()).slice(0, MAX_HINT);
  if (hint === '') return refused('Say what the new plan should do differently.');
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.plan', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    const plan = yield* selectPlanOf(work, ticket.id);
    if (plan?.status === 'running')
      return refused(
        `The plan of ticket ${ticket.number} is being carried out. Ask for a new one when it has ended.`,
      );
    const moved = yield* changeTicket(work, ticket.id, { state: 'working' }, { from: OPEN_STATES });
    if (!moved) return refused(`Ticket ${ticket.number} is finished, so there is nothing to plan.`);
    yield* writeHint(work, by, ticket, hint);
    if (plan) yield* endWaitingPlan(core, work, { plan, ticket: moved }, 'superseded');
    const reason = ticket.handOffReason ?? 'A technician asked for a new plan.';
    const content = yield* showHandOff(core, work, ticket, { reason, replannedBy: by.person.name });
    work.send({ kind: 'update_all', subject: `handoff:${ticket.id}`, content });
    return done(`A new plan for ticket ${ticket.number} is being made with your hint.`);
  });
}

function* writeHint(work: Work, { person }: Actor, ticket: Ticket, hint: string): Step<void> {
  yield* insertEntry(work, { ticketId: ticket.id, kind: 'hint', author: person.name, text: hint });
  work.audit({
    actor: `person:${person.email}`,
    verb: 'plan.asked_anew',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `${person.name} asked for a new plan on ticket ${ticket.number}: ${hint}`,
  });
  work.enqueue(planJob(ticket.id, { type: 'hinted', hintId: newId(work.now.getTime()) }));
}
