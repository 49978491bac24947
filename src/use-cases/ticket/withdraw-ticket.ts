// The requester calls a request off: what waits is withdrawn and its cards say so; what runs is let finish.
import type { Core } from '../../core.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import type { Actor } from '../../people/actor.ts';
import { movePlan, type StoredPlan, selectPlanOf } from '../../plans/store.ts';
import { endRun, selectRunOfPlan, selectSteps } from '../../runs/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { showDecision } from '../approval/show-decision.ts';
import { forAction } from '../for-action.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { endWaitingPlan } from '../plan/end-waiting-plan.ts';
import { closeReceipt } from './open-ticket.ts';

/** `solved`: the requester says that it works by now, so the ticket is resolved. `deleted`: they deleted the message that asked. */
export type Withdrawal = 'called_off' | 'solved' | 'deleted';

export async function withdrawTicket(
  core: Core,
  by: Actor,
  id: string | number,
  { how = 'called_off' }: { readonly how?: Withdrawal } = {},
): Promise<Outcome> {
  return core.unit(function* (work): Step<Outcome> {
    const found = yield* forAction(work, by, 'ticket.withdraw', id);
    if (found.type === 'refused') return found;
    const { thing: ticket } = found;
    const { number } = ticket;
    if (!OPEN_STATES.includes(ticket.state)) return refused(`Ticket ${number} is closed already.`);
    const plan = yield* selectPlanOf(work, ticket.id);
    if (plan?.status === 'running' && !(yield* stopRun(work, plan.id)))
      return refused(
        `Ticket ${number} is being worked on right now and cannot be stopped half way. I will tell you how it ends.`,
      );
    yield* close(work, by, ticket, how);
    if (plan) yield* endPlan(core, work, plan, ticket);
    return done(`Ticket ${number} is ${how === 'solved' ? 'resolved' : 'cancelled'}.`);
  });
}

function* close(work: Work, { person }: Actor, ticket: Ticket, how: Withdrawal): Step<void> {
  const { number } = ticket;
  const words = wordsOf(how, person.name, number);
  yield* changeTicket(
    work,
    ticket.id,
    { state: how === 'solved' ? 'resolved' : 'closed', resolvedAt: work.now },
    { from: OPEN_STATES },
  );
  yield* insertEntry(work, {
    ticketId: ticket.id,
    kind: 'event',
    author: person.name,
    text: words.entry,
  });
  work.audit({
    actor: `person:${person.email}`,
    verb: 'ticket.withdrawn',
    subject: `ticket:${number}`,
    clientId: ticket.clientId,
    text: words.audit,
  });
  tellRequester(work, ticket, {
    key: `withdrawn:${ticket.id}:${work.now.getTime()}`,
    content: words.told,
  });
  work.send(closeReceipt(ticket));
}

function wordsOf(how: Withdrawal, name: string, number: number) {
  switch (how) {
    case 'solved':
      return {
        entry: 'Solved',
        audit: `${name} says that ticket ${number} is solved.`,
        told: `Good to hear. Ticket ${number} is resolved; write here if it comes back.`,
      };
    case 'deleted':
      return {
        entry: 'Deleted the request',
        audit: `${name} deleted the message that opened ticket ${number}, which withdraws it.`,
        told: `You deleted your message, so ticket ${number} is cancelled. Nothing more will be done for it.`,
      };
    case 'called_off':
      return {
        entry: 'Withdrawn',
        audit: `${name} withdrew ticket ${number}.`,
        told: `Ticket ${number} is cancelled. Nothing more will be done for it.`,
      };
  }
}

function* endPlan(core: Core, work: Work, plan: StoredPlan, ticket: Ticket): Step<void> {
  if (yield* endWaitingPlan(core, work, { plan, ticket }, 'withdrawn')) return;
  if (yield* movePlan(work, plan.id, ['running'], 'cancelled'))
    yield* showDecision(core, work, { plan, ticket });
}

/** Ends a run that has no step under way; false if it has one. */
function* stopRun(work: Work, planId: string): Step<boolean> {
  const run = yield* selectRunOfPlan(work, planId);
  if (run?.status !== 'running') return true;
  const steps = yield* selectSteps(work, run.id);
  if (steps.some((step) => step.status !== 'pending')) return false;
  return yield* endRun(work, run.id, { status: 'cancelled' });
}
