// The requester answers a question: planning goes on with it.

import type { Core } from '../../core.ts';
import { planJob } from '../../jobs/kinds.ts';
import type { Actor } from '../../people/actor.ts';
import { selectPlanOf } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { forAction } from '../for-action.ts';
import { endOffer } from '../plan/confirm-plan.ts';

/**
 * @param answerId the platform's id of the message, so that a redelivery plans once
 * @returns false if the ticket waits for no answer any more; then nothing is changed
 */
export async function takeAnswer(
  core: Core,
  by: Actor,
  { id }: Pick<Ticket, 'id'>,
  text: string,
  answerId: string,
): Promise<boolean> {
  return core.unit(function* (work): Step<boolean> {
    const found = yield* forAction(work, by, 'ticket.answer', id);
    if (found.type === 'refused') return false;
    const moved = yield* changeTicket(work, id, { state: 'working' }, { from: ['waiting_requester'] });
    if (!moved) return false;
    const offered = yield* selectPlanOf(work, id);
    if (offered) yield* endOffer(work, offered);
    yield* insertEntry(work, { ticketId: id, kind: 'requester', author: by.person.name, text });
    work.enqueue(planJob(id, { type: 'answered', eventId: answerId }));
    return true;
  });
}
