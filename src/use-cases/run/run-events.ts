// What the end of a run means for its ticket: the reply to the requester, the second internal note, the cards. Written in
// the unit that ends the run.

import { doneCard } from '../../../cards/done-card.ts';
import type { Core } from '../../core.ts';
import { noticeJob } from '../../jobs/kinds.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import { movePlan, type PlanStatus } from '../../plans/store.ts';
import { type Delivery, openDeliveries } from '../../runs/deliveries.ts';
import type { RunEvents, RunView } from '../../runs/executor-ports.ts';
import type { Db, Step, Writing } from '../../store/database.ts';
import { changeTicket, insertEntry, selectTicket } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { showDecision } from '../approval/show-decision.ts';
import { closeReceipt } from '../ticket/open-ticket.ts';
import { rememberFinished } from '../ticket/remember-finished.ts';

const WORKED_ON = ['working', 'scheduled', 'with_technician'] as const;

export function createRunEvents(core: Core): RunEvents {
  return {
    completed: (work, view) => completed(core, work, view),
    failed: (work, view, failure) => failed(core, work, view, failure),
    uncertain: (work, view, step) => uncertain(core, work, view, step),
    scheduled: (work, view, at) => scheduled(core, work, view, at),
  };
}

function* completed(core: Core, work: Work, view: RunView): Step<void> {
  const { now } = work;
  yield* movePlan(work, view.plan.id, ['running'], 'done');
  const ticket = yield* changeTicket(
    work,
    view.run.ticketId,
    { state: 'resolved', resolvedAt: now },
    { from: WORKED_ON },
  );
  const current = ticket ?? (yield* selectTicket(work, view.run.ticketId));
  if (!current) return;
  yield* note(work, current, `Done:\n${stepLines(view)}`);
  yield* insertEntry(work, {
    ticketId: current.id,
    kind: 'reply',
    author: 'Deskhand',
    text: view.plan.body.reply,
  });
  const sentences = view.plan.body.steps.map(({ sentence }) => sentence).join('\n');
  if (ticket) yield* rememberFinished(core, work, ticket, sentences);
  work.audit({
    actor: 'system',
    verb: 'run.completed',
    subject: `ticket:${current.number}`,
    clientId: current.clientId,
    text: `Every step of plan ${view.plan.hash.slice(0, 8)} is done; ticket ${current.number} is resolved.`,
  });
  // Nothing is left to cancel or to hand over: the receipt's buttons go.
  if (core.desk.client(current.clientId)?.receipt !== false) work.send(closeReceipt(current));
  const deliveries = yield* openDeliveries(work, view.run.id);
  yield* reply(core, work, view, current, deliveries);
  yield* showRun(core, work, view, current, { type: 'done', at: now });
}

/** The reply goes where the request came in; a password for somebody else goes to that person alone. */
function* reply(
  _core: Core,
  work: Work,
  view: RunView,
  ticket: Ticket,
  deliveries: readonly Delivery[],
): Step<void> {
  const own = deliveries.find(
    (delivery) => delivery.recipientEmail === view.plan.body.requester.email.toLowerCase(),
  );
  tellRequester(work, ticket, {
    key: `done:${view.run.id}`,
    content: doneCard({
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      reply: view.plan.body.reply,
      secretId: own?.id,
    }),
    subject: `done:${ticket.id}`,
  });
  for (const delivery of deliveries) {
    if (delivery === own) continue;
    work.enqueue(
      noticeJob({
        type: 'delivery',
        ticketId: ticket.id,
        deliveryId: delivery.id,
        email: delivery.recipientEmail,
        forName: delivery.forName,
      }),
    );
  }
}

function* failed(
  core: Core,
  work: Work,
  view: RunView,
  failure: { readonly idx: number; readonly error: string },
): Step<void> {
  const { now } = work;
  const ticket = yield* needsPerson(core, work, view, 'failed', failure.error);
  if (!ticket) return;
  yield* note(work, ticket, `Stopped at step ${failure.idx + 1}: ${failure.error}\n${stepLines(view)}`);
  tellRequester(work, ticket, {
    key: `failed:${view.run.id}`,
    content: `This did not work as planned, so a technician is finishing it. Your ticket is ${ticket.number}.`,
  });
  work.enqueue(noticeJob({ type: 'failure', runId: view.run.id, ticketId: ticket.id }));
  yield* showRun(core, work, view, ticket, { type: 'failed', at: now, error: failure.error });
}

function* uncertain(
  core: Core,
  work: Work,
  view: RunView,
  step: { readonly idx: number; readonly error: string },
): Step<void> {
  const ticket = yield* needsPerson(core, work, view, undefined, step.error);
  if (!ticket) return;
  yield* note(work, ticket, `The outcome of step ${step.idx + 1} is not known: ${step.error}`);
  work.enqueue(noticeJob({ type: 'uncertain', runId: view.run.id, ticketId: ticket.id, idx: step.idx }));
}

function* scheduled(core: Core, work: Work, view: RunView, at: Date): Step<void> {
  const ticket = yield* changeTicket(work, view.run.ticketId, { state: 'scheduled' }, { from: ['working'] });
  if (!ticket) return;
  yield* note(work, ticket, `Approved; the next step waits until ${at.toISOString()}.`);
  const zone = core.desk.client(ticket.clientId)?.timeZone ?? 'UTC';
  tellRequester(work, ticket, {
    key: `scheduled:${view.run.id}:${at.getTime()}`,
    content: `This is approved and will be done on ${formatTime(at, zone)}. Until then you can cancel it with "cancel ${ticket.number}".`,
  });
  yield* showRun(core, work, view, ticket, { type: 'scheduled', at });
}

function* needsPerson(
  core: Core,
  db: Db,
  view: RunView,
  status: PlanStatus | undefined,
  error: string,
): Step<Ticket | undefined> {
  if (status) yield* movePlan(db, view.plan.id, ['running'], status);
  const change = { state: 'with_technician' as const, handOffReason: error };
  return yield* changeTicket({ ...db, now: core.clock.now() }, view.run.ticketId, change, {
    from: WORKED_ON,
  });
}

function* note(work: Writing, ticket: Ticket, text: string): Step<void> {
  yield* insertEntry(work, { ticketId: ticket.id, kind: 'internal_note', author: 'Deskhand', text });
}

function* showRun(
  core: Core,
  work: Work,
  view: RunView,
  ticket: Ticket,
  run: { readonly type: 'done' | 'failed' | 'scheduled'; readonly at: Date; readonly error?: string },
): Step<void> {
  yield* showDecision(core, work, { plan: view.plan, ticket, run });
}

function stepLines(view: RunView): string {
  return view.steps
    .map(
      (step) => `${step.idx + 1}. ${view.plan.body.steps[step.idx]?.sentence ?? step.tool}: ${step.status}`,
    )
    .join('\n');
}

/** A time in a client's zone, e.g. "Friday, 27 November, 17:00". */
export function formatTime(at: Date, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: zone,
  }).format(at);
}
