// A plan that needs approval: the request is made in the same unit as the ticket's new state, then people are told.

import type { Half } from '../../approvals/approval.ts';
import { insertApproval } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import type { Job } from '../../jobs/job.ts';
import { expireApprovalJob, remindApproversJob } from '../../jobs/kinds.ts';
import { HOUR_MS } from '../../lib/clock.ts';
import { approvalSubject, cardOfHalf, rowOfHalf } from '../../notices/approval-view.ts';
import { type Copy, personCopies, technicianCopies } from '../../notices/audience.ts';
import { insertPlan } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket } from '../../tickets/store.ts';
import type { Work } from '../../work/work.ts';
import { type BoundPlan, type TypedBy, typeOf, writePlanNote } from '../plan/bound-plan.ts';
import type { PlanningSubject } from '../plan/planning-subject.ts';
import { isStillCurrent } from '../plan/still-current.ts';
import { handOff } from '../ticket/hand-off.ts';

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
  await core.unit(function* (work) {
    if (!(yield* isStillCurrent(work, subject))) {
      yield* work.end(job);
      return;
    }
    if (blocked) {
      yield* handOff(work, {
        ticket: subject.ticket,
        reason: blocked,
        copies: technicians,
        requesterName: subject.requester.name,
        clientName: subject.client.name,
        tellRequester: true,
      });
    } else {
      yield* openRequest(core, work, { subject, bound, typed, technicians, managers });
    }
    yield* work.end(job);
  });
}

interface Opening {
  readonly subject: PlanningSubject;
  readonly bound: BoundPlan;
  readonly typed: TypedBy;
  readonly technicians: readonly Copy[];
  readonly managers: readonly Copy[];
}

function* openRequest(core: Core, work: Work, opening: Opening): Step<void> {
  const { subject, bound } = opening;
  const { ticket, client } = subject;
  const moved = yield* changeTicket(
    work,
    ticket.id,
    { state: 'awaiting_approval', ...typeOf(opening.typed) },
    { from: ['new', 'working'] },
  );
  if (!moved) return;
  const plan = yield* insertPlan(work, { ...bound, status: 'awaiting_approval' });
  yield* writePlanNote(core, work, subject, bound, 'Waiting for approval.');
  const wanted: readonly Half[] = bound.body.manager ? ['technician', 'manager'] : ['technician'];
  const halves = [];
  for (const half of wanted) {
    const managerEmail = half === 'manager' ? bound.body.manager?.email : undefined;
    const request = { planId: plan.id, planHash: plan.hash, clientId: client.id, ticketId: ticket.id };
    halves.push(yield* insertApproval(work, { ...request, half, managerEmail }));
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
      work.send({
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
  work.arm(expireApprovalJob(plan.id), first.expiresAt);
  work.arm(remindApproversJob(plan.id), new Date(first.expiresAt.getTime() - REMIND_BEFORE_MS));
  const who = bound.body.manager ? `a technician and ${bound.body.manager.name}` : 'a technician';
  work.audit({
    actor: 'planner',
    verb: 'approval.requested',
    subject: `ticket:${ticket.number}`,
    clientId: client.id,
    text: `Ticket ${ticket.number} asks ${who} to approve plan ${plan.hash.slice(0, 8)}: ${bound.body.steps.map((step) => step.sentence).join('; ')}.`,
  });
  if (client.requesterNotices) {
    work.send({
      kind: 'post',
      key: `waiting:${plan.id}`,
      to: { type: 'address', address: ticket.address },
      content: 'Your request needs an approval. I will tell you as soon as it is decided.',
    });
  }
}
