// What becomes of a proposal: an answer, a question, a hand-off, a note (plan mode), a run (all steps automatic) or an
// approval request. Each is one unit, which also ends the planning job.
import { answerCard } from '../../../cards/answer-card.ts';
import { questionCard } from '../../../cards/question-card.ts';
import type { Core } from '../../core.ts';
import type { Job } from '../../jobs/job.ts';
import { newId } from '../../lib/ids.ts';
import { deadline } from '../../lib/timers.ts';
import { technicianCopies } from '../../notices/audience.ts';
import { type Bound, bindPlan } from '../../planning/bind-plan.ts';
import type { Proposal, Proposed, ProposedPlan } from '../../planning/planner.ts';
import { insertPlan } from '../../plans/store.ts';
import { evaluateStep } from '../../policy/evaluate.ts';
import { planOutcome } from '../../policy/plan-outcome.ts';
import { changeTicket, insertEntry } from '../../tickets/store.ts';
import type { UnitBody } from '../../work/work.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { startRun } from '../run/start-run.ts';
import { handOff } from '../ticket/hand-off.ts';
import { closeReceipt } from '../ticket/open-ticket.ts';
import { rememberFinished } from '../ticket/remember-finished.ts';
import { type BoundPlan, type TypedBy, typeOf, writePlanNote } from './bound-plan.ts';
import { type PlanningSubject, policyOf } from './planning-subject.ts';
import { isStillCurrent } from './still-current.ts';

const OPEN = ['new', 'working'] as const;
const BIND_TIMEOUT_MS = 30_000;

export async function takeProposal(
  core: Core,
  subject: PlanningSubject,
  proposal: Proposed,
  job: Job,
): Promise<void> {
  const live = core.desk.modeOf(subject.client.id) === 'execute';
  switch (proposal.type) {
    case 'hand_off':
      return end(core, subject, job, await handingOff(core, subject, proposal.reason, live));
    case 'question':
      return live
        ? end(core, subject, job, asking(subject, proposal))
        : end(
            core,
            subject,
            job,
            await noting(core, subject, `Would ask the requester: ${proposal.question}`),
          );
    case 'answer':
      return live
        ? end(core, subject, job, answering(core, subject, proposal))
        : end(core, subject, job, await noting(core, subject, `Would answer: ${proposal.text}`));
    case 'plan':
      return takePlan(core, subject, proposal, job, live);
  }
}

async function takePlan(
  core: Core,
  subject: PlanningSubject,
  proposal: ProposedPlan,
  job: Job,
  live: boolean,
): Promise<void> {
  const { bound, typed } = await bindProposal(core, subject, proposal);
  if (bound.type === 'refused') {
    const reason = `${bound.why} ${proposal.diagnosis}`.trim();
    return end(core, subject, job, await handingOff(core, subject, reason, live));
  }
  if (!live) return end(core, subject, job, notingPlan(core, subject, bound, typed));
  const outcome = planOutcome(bound.decisions);
  if (outcome.effect === 'auto') return end(core, subject, job, running(core, subject, bound, typed));
  return requestApproval(core, subject, bound, typed, job);
}

/** Holds a proposed plan against the client's systems and policy of this moment; reads only. */
export async function bindProposal(
  core: Core,
  subject: PlanningSubject,
  proposal: ProposedPlan,
): Promise<{ readonly bound: Bound; readonly typed: TypedBy }> {
  const policy = policyOf(core, subject, {
    type: proposal.ticketType,
    by: proposal.by === 'embedded' ? 'rule' : 'model',
  });
  using time = deadline(core.clock, BIND_TIMEOUT_MS);
  const bound = await bindPlan(proposal, {
    client: subject.client,
    requester: subject.requester,
    submitter: subject.submitter,
    ticketId: subject.ticket.id,
    ticketNumber: subject.ticket.number,
    systems: subject.systems,
    workflows: subject.workflows,
    by: proposal.by,
    clock: core.clock,
    signal: time.signal,
    evaluate: (facts) => evaluateStep(facts, policy),
  });
  const typed = { type: proposal.ticketType, by: policy.ticketTypeBy };
  const hints = subject.hints.length;
  if (bound.type === 'refused') return { bound: core.redactor.value(bound), typed };
  // The prose holds what systems said; the body is what runs and stays exact.
  const prose = core.redactor.value(bound.prose);
  const body = hints > 0 ? { ...bound.body, hints } : bound.body;
  return { bound: { ...bound, body, prose }, typed };
}

async function end(core: Core, subject: PlanningSubject, job: Job, body: UnitBody<void>): Promise<void> {
  await core.unit(function* (work) {
    if (yield* isStillCurrent(work, subject)) yield* body(work);
    yield* work.end(job);
  });
}

async function handingOff(
  core: Core,
  subject: PlanningSubject,
  reason: string,
  live: boolean,
): Promise<UnitBody<void>> {
  const copies = await technicianCopies(core, subject.client, [subject.requester.email]);
  return (work) =>
    handOff(work, {
      ticket: subject.ticket,
      reason,
      copies,
      requesterName: subject.requester.name,
      clientName: subject.client.name,
      tellRequester: live,
    });
}

/** Plan mode: the internal note is all that happens; nobody is asked and the requester hears nothing. */
async function noting(core: Core, subject: PlanningSubject, text: string): Promise<UnitBody<void>> {
  return function* (db) {
    const now = core.clock.now();
    yield* changeTicket({ ...db, now }, subject.ticket.id, { state: 'with_technician' }, { from: OPEN });
    yield* insertEntry(
      { ...db, now },
      { ticketId: subject.ticket.id, kind: 'internal_note', author: 'Deskhand', text },
    );
  };
}

function notingPlan(core: Core, subject: PlanningSubject, bound: BoundPlan, typed: TypedBy): UnitBody<void> {
  return function* (work) {
    const { ticket } = subject;
    const moved = yield* changeTicket(
      work,
      ticket.id,
      { state: 'with_technician', ...typeOf(typed) },
      { from: OPEN },
    );
    if (!moved) return;
    yield* insertPlan(work, { ...bound, status: 'noted' });
    yield* writePlanNote(core, work, subject, bound, 'Plan mode: nothing runs and nobody is asked.');
    work.audit({
      actor: 'planner',
      verb: 'plan.noted',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `A plan of ${bound.body.steps.length} steps was noted on ticket ${ticket.number}; ${subject.client.name} is in plan mode.`,
    });
  };
}

/** Every step is automatic: recorded as approved by policy, and run. */
function running(core: Core, subject: PlanningSubject, bound: BoundPlan, typed: TypedBy): UnitBody<void> {
  return function* (work) {
    const { ticket } = subject;
    const moved = yield* changeTicket(
      work,
      ticket.id,
      { state: 'working', ...typeOf(typed) },
      { from: OPEN },
    );
    if (!moved) return;
    const plan = yield* insertPlan(work, { ...bound, status: 'running' });
    yield* writePlanNote(core, work, subject, bound, 'Every step is automatic by policy.');
    work.audit({
      actor: 'system',
      verb: 'plan.approved_by_policy',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `The plan for ticket ${ticket.number} needs no approval: ${bound.decisions.map((decision) => decision.summary).join('; ')}.`,
    });
    yield* startRun(work, plan);
  };
}

function asking(subject: PlanningSubject, proposal: Extract<Proposal, { type: 'question' }>): UnitBody<void> {
  return function* (work) {
    const { now } = work;
    const { ticket } = subject;
    const questions = ticket.questions + 1;
    const moved = yield* changeTicket(
      work,
      ticket.id,
      { state: 'waiting_requester', planning: proposal.state, questions },
      { from: OPEN },
    );
    if (!moved) return;
    yield* insertEntry(work, {
      ticketId: ticket.id,
      kind: 'reply',
      author: 'Deskhand',
      text: proposal.question,
    });
    work.send({
      kind: 'post',
      // An edit of the request starts the count again, so the count is no key.
      key: `question:${ticket.id}:${newId(now.getTime())}`,
      to: { type: 'address', address: ticket.address },
      content: questionCard({
        ticketId: ticket.id,
        ticketNumber: ticket.number,
        question: proposal.question,
      }),
    });
  };
}

function answering(
  core: Core,
  subject: PlanningSubject,
  proposal: Extract<Proposed, { type: 'answer' }>,
): UnitBody<void> {
  return function* (work) {
    const { now } = work;
    const { ticket } = subject;
    const moved = yield* changeTicket(
      work,
      ticket.id,
      {
        state: 'resolved',
        resolvedAt: now,
        type: proposal.ticketType,
        typeBy: proposal.by === 'model' ? 'model' : 'rule',
      },
      { from: OPEN },
    );
    if (!moved) return;
    const text = [proposal.text, ...proposal.sources.map((source) => `Source: ${source}`)].join('\n');
    yield* insertEntry(work, { ticketId: ticket.id, kind: 'reply', author: 'Deskhand', text });
    yield* rememberFinished(core, work, moved);
    work.send(closeReceipt(ticket));
    work.audit({
      actor: 'planner',
      verb: 'ticket.answered',
      subject: `ticket:${ticket.number}`,
      clientId: ticket.clientId,
      text: `Ticket ${ticket.number} was answered${proposal.sources.length > 0 ? ` from ${proposal.sources.join(', ')}` : ''}.`,
    });
    work.send({
      kind: 'post',
      key: `answer:${ticket.id}:${now.getTime()}`,
      to: { type: 'address', address: ticket.address },
      content: answerCard({
        ticketId: ticket.id,
        ticketNumber: ticket.number,
        text: proposal.text,
        sources: proposal.sources,
      }),
    });
  };
}
