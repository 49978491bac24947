// The requester (or a technician) calls a request off: what waits is withdrawn and its cards say so; what runs is let finish.
import { closeApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import type { Person } from '../../people/person.ts';
import { movePlan, selectPlanOf } from '../../plans/store.ts';
import { endRun, selectRunOfPlan, selectSteps } from '../../runs/store.ts';
import type { Step, Writing } from '../../store/database.ts';
import { changeTicket, insertEntry, selectTicket } from '../../tickets/store.ts';
import { OPEN_STATES, type Ticket } from '../../tickets/ticket.ts';
import { showDecision } from '../approval/decide.ts';
import { closeReceipt } from './open-ticket.ts';

export type Withdrawn =
  | { readonly type: 'withdrawn' }
  /** A step is running or its outcome is open; stopping now would leave it half done. */
  | { readonly type: 'running' }
  | { readonly type: 'closed' };

export async function withdrawTicket(core: Core, ticket: Ticket, by: Person): Promise<Withdrawn> {
  const outcome = await core.unit(function* (work): Step<Withdrawn> {
    const { now } = work;
    const current = yield* selectTicket(work, ticket.id);
    if (!current || !OPEN_STATES.includes(current.state)) return { type: 'closed' };
    const plan = yield* selectPlanOf(work, ticket.id);
    if (plan?.status === 'running' && !(yield* stopRun(work, plan.id))) return { type: 'running' };
    yield* changeTicket(work, ticket.id, { state: 'closed', resolvedAt: now }, { from: OPEN_STATES });
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'event', author: by.name, text: 'Withdrawn' });
    work.audit({
      actor: `person:${by.email}`,
      verb: 'ticket.withdrawn',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `${by.name} withdrew ticket ${ticket.number}.`,
    });
    work.send({
      kind: 'post',
      key: `withdrawn:${ticket.id}:${now.getTime()}`,
      to: { type: 'address', address: ticket.address },
      content: `Ticket ${ticket.number} is cancelled. Nothing more will be done for it.`,
    });
    work.send(closeReceipt(ticket));
    if (!plan) return { type: 'withdrawn' };
    yield* movePlan(work, plan.id, ['awaiting_approval'], 'withdrawn');
    yield* movePlan(work, plan.id, ['running'], 'cancelled');
    yield* closeApprovals(work, plan.id, 'withdrawn');
    const clientName = core.desk.client(ticket.clientId)?.name ?? ticket.clientId;
    yield* showDecision(core, work, { plan, ticket: current, clientName });
    return { type: 'withdrawn' };
  });
  if (outcome.type === 'running') await tellRunning(core, ticket);
  return outcome;
}

/** Ends a run that has no step under way; false if it has one. */
function* stopRun(work: Writing, planId: string): Step<boolean> {
  const run = yield* selectRunOfPlan(work, planId);
  if (run?.status !== 'running') return true;
  const steps = yield* selectSteps(work, run.id);
  const begun = steps.some((step) => step.status !== 'pending');
  if (begun) return false;
  return yield* endRun(work, run.id, { status: 'cancelled' });
}

async function tellRunning(core: Core, ticket: Ticket): Promise<void> {
  const now = core.clock.now();
  await core.unit(function* (work) {
    work.send({
      kind: 'post',
      key: `withdraw-late:${ticket.id}:${now.getTime()}`,
      to: { type: 'address', address: ticket.address },
      content: `Ticket ${ticket.number} is being worked on right now and cannot be stopped half way. I will tell you how it ends.`,
    });
  });
}
