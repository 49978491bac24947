// What the end of a run means for its ticket: the reply to the requester, the second internal note, the cards. Written in
// the unit that ends the run.
import { doneCard } from '../../cards/done-card.ts';
import type { Core } from '../core.ts';
import { changeTicket, insertEntry, selectTicket } from '../intake/store.ts';
import type { Ticket } from '../intake/ticket.ts';
import { movePlan, type PlanStatus } from '../planning/store.ts';
import { type Delivery, openDeliveries } from '../runs/deliveries.ts';
import type { RunEvents, RunView } from '../runs/executor.ts';
import type { Tx } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import type { Effects } from '../store/unit.ts';
import { showDecision } from './decide.ts';
import { closeReceipt } from './open-ticket.ts';
import { rememberFinished } from './remember-finished.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

const WORKED_ON = ['working', 'scheduled', 'with_technician'] as const;

export function createRunEvents(core: Pick<Core, 'clock' | 'desk'> & Partial<Core>): RunEvents {
  const whole = core as Core;
  return {
    completed: (tx, t, effects, view) => completed(whole, tx, t, effects, view),
    failed: (tx, t, effects, view, failure) => failed(whole, tx, t, effects, view, failure),
    uncertain: (tx, t, effects, view, step) => uncertain(whole, tx, t, effects, view, step),
    scheduled: (tx, t, effects, view, at) => scheduled(whole, tx, t, effects, view, at),
  };
}

function* completed(core: Core, tx: Tx, t: Tables, effects: Effects, view: RunView): Step<void> {
  const now = core.clock.now();
  yield* movePlan(tx, t, view.plan.id, ['running'], 'done');
  const ticket = yield* changeTicket(
    tx,
    t,
    view.run.ticketId,
    { state: 'resolved', resolvedAt: now },
    { now, from: WORKED_ON },
  );
  const current = ticket ?? (yield* selectTicket(tx, t, view.run.ticketId));
  if (!current) return;
  yield* note(tx, t, current, `Done:\n${stepLines(view)}`, now);
  yield* insertEntry(
    tx,
    t,
    { ticketId: current.id, kind: 'reply', author: 'Deskhand', text: view.plan.body.reply },
    now,
  );
  const sentences = view.plan.body.steps.map(({ sentence }) => sentence).join('\n');
  if (ticket) yield* rememberFinished(core, tx, t, ticket, sentences);
  effects.audit({
    actor: 'system',
    verb: 'run.completed',
    subject: `ticket:${current.number}`,
    clientId: current.clientId,
    text: `Every step of plan ${view.plan.hash.slice(0, 8)} is done; ticket ${current.number} is resolved.`,
  });
  // Nothing is left to cancel or to hand over: the receipt's buttons go.
  if (core.desk.client(current.clientId)?.receipt !== false) effects.send(closeReceipt(current));
  const deliveries = yield* openDeliveries(tx, t, view.run.id);
  yield* reply(core, effects, view, current, deliveries);
  yield* showRun(core, tx, t, effects, view, current, { type: 'done', at: now });
}

/** The reply goes where the request came in; a password for somebody else goes to that person alone. */
function* reply(
  _core: Core,
  effects: Effects,
  view: RunView,
  ticket: Ticket,
  deliveries: readonly Delivery[],
): Step<void> {
  const own = deliveries.find(
    (delivery) => delivery.recipientEmail === view.plan.body.requester.email.toLowerCase(),
  );
  effects.send({
    kind: 'post',
    key: `done:${view.run.id}`,
    to: { type: 'address', address: ticket.address },
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
    const payload = {
      type: 'delivery',
      deliveryId: delivery.id,
      email: delivery.recipientEmail,
      forName: delivery.forName,
    };
    effects.enqueue({
      kind: 'notice',
      key: `notice:delivery:${delivery.id}`,
      payload: { ...payload, ticketId: ticket.id },
    });
  }
}

function* failed(
  core: Core,
  tx: Tx,
  t: Tables,
  effects: Effects,
  view: RunView,
  failure: { readonly idx: number; readonly error: string },
): Step<void> {
  const now = core.clock.now();
  const ticket = yield* needsPerson(core, tx, t, view, 'failed', failure.error);
  if (!ticket) return;
  yield* note(tx, t, ticket, `Stopped at step ${failure.idx + 1}: ${failure.error}\n${stepLines(view)}`, now);
  effects.send({
    kind: 'post',
    key: `failed:${view.run.id}`,
    to: { type: 'address', address: ticket.address },
    content: `This did not work as planned, so a technician is finishing it. Your ticket is ${ticket.number}.`,
  });
  const payload = { type: 'failure', runId: view.run.id, ticketId: ticket.id };
  effects.enqueue({ kind: 'notice', key: `notice:failure:${view.run.id}`, payload });
  yield* showRun(core, tx, t, effects, view, ticket, { type: 'failed', at: now, error: failure.error });
}

function* uncertain(
  core: Core,
  tx: Tx,
  t: Tables,
  effects: Effects,
  view: RunView,
  step: { readonly idx: number; readonly error: string },
): Step<void> {
  const now = core.clock.now();
  const ticket = yield* needsPerson(core, tx, t, view, undefined, step.error);
  if (!ticket) return;
  yield* note(tx, t, ticket, `The outcome of step ${step.idx + 1} is not known: ${step.error}`, now);
  const payload = { type: 'uncertain', runId: view.run.id, ticketId: ticket.id, idx: step.idx };
  effects.enqueue({ kind: 'notice', key: `notice:uncertain:${view.run.id}:${step.idx}`, payload });
}

function* scheduled(core: Core, tx: Tx, t: Tables, effects: Effects, view: RunView, at: Date): Step<void> {
  const now = core.clock.now();
  const ticket = yield* changeTicket(
    tx,
    t,
    view.run.ticketId,
    { state: 'scheduled' },
    { now, from: ['working'] },
  );
  if (!ticket) return;
  yield* note(tx, t, ticket, `Approved; the next step waits until ${at.toISOString()}.`, now);
  const zone = core.desk.client(ticket.clientId)?.timeZone ?? 'UTC';
  effects.send({
    kind: 'post',
    key: `scheduled:${view.run.id}:${at.getTime()}`,
    to: { type: 'address', address: ticket.address },
    content: `This is approved and will be done on ${formatTime(at, zone)}. Until then you can cancel it with "cancel ${ticket.number}".`,
  });
  yield* showRun(core, tx, t, effects, view, ticket, { type: 'scheduled', at });
}

function* needsPerson(
  core: Core,
  tx: Tx,
  t: Tables,
  view: RunView,
  status: PlanStatus | undefined,
  error: string,
): Step<Ticket | undefined> {
  if (status) yield* movePlan(tx, t, view.plan.id, ['running'], status);
  const change = { state: 'with_technician' as const, handOffReason: error };
  return yield* changeTicket(tx, t, view.run.ticketId, change, { now: core.clock.now(), from: WORKED_ON });
}

function* note(tx: Tx, t: Tables, ticket: Ticket, text: string, now: Date): Step<void> {
  yield* insertEntry(tx, t, { ticketId: ticket.id, kind: 'internal_note', author: 'Deskhand', text }, now);
}

function* showRun(
  core: Core,
  tx: Tx,
  t: Tables,
  effects: Effects,
  view: RunView,
  ticket: Ticket,
  run: { readonly type: 'done' | 'failed' | 'scheduled'; readonly at: Date; readonly error?: string },
): Step<void> {
  const clientName = core.desk.client(ticket.clientId)?.name ?? ticket.clientId;
  yield* showDecision(core, tx, t, effects, { plan: view.plan, ticket, clientName, run });
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
