// A plan that needs approval: the request is made in the same unit as the ticket's new state, then people are told.
import type { Half } from '../approvals/approval.ts';
import { insertApproval } from '../approvals/store.ts';
import type { Core } from '../core.ts';
import { changeTicket } from '../intake/store.ts';
import type { Job } from '../jobs/job.ts';
import { endJob } from '../jobs/store.ts';
import { HOUR_MS } from '../lib/clock.ts';
import { approvalSubject, cardOfHalf, rowOfHalf } from '../notices/approval-view.ts';
import { type Copy, personCopies, technicianCopies } from '../notices/audience.ts';
import { insertPlan } from '../planning/store.ts';
import type { Tx } from '../store/database.ts';
import type { Tables } from '../store/tables.ts';
import type { Effects } from '../store/unit.ts';
import { type BoundPlan, type TypedBy, typeOf, writePlanNote } from './bound-plan.ts';
import { handOff } from './hand-off.ts';
import type { PlanningSubject } from './planning-subject.ts';
import { isStillCurrent } from './still-current.ts';

type Step<T> = Generator<PromiseLike<unknown>, T, unknown>;

/** Technicians are reminded when this much of the 24 hours is left. */
const REMIND_BEFORE_MS = 4 * HOUR_MS;

export async function requestApproval(
  core: Core,
  subject: PlanningSubject,
  bound: BoundPlan,
  typed: TypedBy,
  job: Job,
): Promise<void> {
  const { body } = bound;
  const involved = [body.requester, body.submitter, body.subject, body.manager].flatMap(
    (person) => person?.email ?? [],
  );
  const technicians = await technicianCopies(core, subject.client, involved);
  const managers = body.manager ? await personCopies(core, body.manager.email) : [];
  const blocked =
    body.manager && managers.length === 0
      ? `${body.manager.name} has to approve as manager and cannot be reached in chat: no account there is joined to ${body.manager.email}. Ask them to write to the desk once.`
      : undefined;
  await core.unit(function* (tx, t, effects) {
    if (!(yield* isStillCurrent(tx, t, effects, subject))) {
      yield* endJob(tx, t, job, core.clock.now());
      return;
    }
    if (blocked) {
      yield* handOff(core, tx, t, effects, {
        ticket: subject.ticket,
        reason: blocked,
        copies: technicians,
        requesterName: subject.requester.name,
        clientName: subject.client.name,
        tellRequester: true,
      });
    } else {
      yield* openRequest(core, tx, t, effects, { subject, bound, typed, technicians, managers });
    }
    yield* endJob(tx, t, job, core.clock.now());
  });
}

interface Opening {
  readonly subject: PlanningSubject;
  readonly bound: BoundPlan;
  readonly typed: TypedBy;
  readonly technicians: readonly Copy[];
  readonly managers: readonly Copy[];
}

function* openRequest(core: Core, tx: Tx, t: Tables, effects: Effects, opening: Opening): Step<void> {
  const { subject, bound } = opening;
  const { ticket, client } = subject;
  const now = core.clock.now();
  const moved = yield* changeTicket(
    tx,
    t,
    ticket.id,
    { state: 'awaiting_approval', ...typeOf(opening.typed) },
    { now, from: ['new', 'working'] },
  );
  if (!moved) return;
  const plan = yield* insertPlan(tx, t, { ...bound, status: 'awaiting_approval' }, now);
  yield* writePlanNote(core, tx, t, subject, bound, 'Waiting for approval.');
  const wanted: readonly Half[] = bound.body.manager ? ['technician', 'manager'] : ['technician'];
  const halves = [];
  for (const half of wanted) {
    const managerEmail = half === 'manager' ? bound.body.manager?.email : undefined;
    const request = { planId: plan.id, planHash: plan.hash, clientId: client.id, ticketId: ticket.id };
    halves.push(yield* insertApproval(tx, t, { ...request, half, managerEmail }, now));
  }
  const facts = {
    plan,
    halves,
    clientName: client.name,
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
  };
  for (const half of halves) {
    const card = cardOfHalf(half, facts);
    const row = rowOfHalf(half, facts);
    for (const copy of half.half === 'manager' ? opening.managers : opening.technicians) {
      effects.send({
        kind: 'post',
        key: `approval:${half.id}:${copy.id}`,
        to: copy.to,
        content: card,
        subject: approvalSubject(half.id),
        merge: row && { group: 'approvals', row },
      });
    }
  }
  const first = halves[0];
  if (!first) return;
  const payload = { planId: plan.id };
  effects.enqueue({
    kind: 'approval.expire',
    key: `approval.expire:${plan.id}`,
    payload,
    runAt: first.expiresAt,
  });
  const remindAt = new Date(first.expiresAt.getTime() - REMIND_BEFORE_MS);
  effects.enqueue({ kind: 'approval.remind', key: `approval.remind:${plan.id}`, payload, runAt: remindAt });
  const who = bound.body.manager ? `a technician and ${bound.body.manager.name}` : 'a technician';
  effects.audit({
    actor: 'planner',
    verb: 'approval.requested',
    subject: `ticket:${ticket.number}`,
    clientId: client.id,
    text: `Ticket ${ticket.number} asks ${who} to approve plan ${plan.hash.slice(0, 8)}: ${bound.body.steps.map((step) => step.sentence).join('; ')}.`,
  });
  if (client.requesterNotices) {
    effects.send({
      kind: 'post',
      key: `waiting:${plan.id}`,
      to: { type: 'address', address: ticket.address },
      content: 'Your request needs an approval. I will tell you as soon as it is decided.',
    });
  }
}
