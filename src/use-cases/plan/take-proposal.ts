// What becomes of a proposal: a hand-off, a question, an answer, a run (all steps automatic) or an approval request; in plan mode
// a note and nothing else. Each ending is one unit, which also ends the planning job.
import type { Core } from '../../core.ts';
import type { Job } from '../../jobs/job.ts';
import { technicianAudience } from '../../notices/audience.ts';
import type { Proposed, ProposedPlan } from '../../planning/planner.ts';
import type { StoredPlan } from '../../plans/store.ts';
import { planOutcome } from '../../policy/plan-outcome.ts';
import type { UnitBody } from '../../work/work.ts';
import { requestApproval } from '../approval/request-approval.ts';
import { handOff } from '../ticket/hand-off.ts';
import { answerRequester } from './answer-requester.ts';
import { askRequester } from './ask-requester.ts';
import { bindProposal } from './bind-proposal.ts';
import type { BoundPlan, TypedBy } from './bound-plan.ts';
import { offerPlan } from './confirm-plan.ts';
import { confirmedProposal, isSameDeed } from './confirmed-proposal.ts';
import { notePlan, noteProposal } from './note-proposal.ts';
import type { PlanningSubject } from './planning-subject.ts';
import { runByPolicy } from './run-by-policy.ts';
import { isStillCurrent } from './still-current.ts';

export async function takeProposal(
  core: Core,
  subject: PlanningSubject,
  proposal: Proposed,
  job: Job,
): Promise<void> {
  const live = core.desk.modeOf(subject.client.id) === 'execute';
  switch (proposal.type) {
    case 'hand_off':
      return end(core, subject, job, await handingOff(core, subject, proposal.reason, live, proposal));
    case 'question':
      return end(
        core,
        subject,
        job,
        live
          ? askRequester(subject, proposal)
          : noteProposal(subject, `Would ask the requester: ${proposal.question}`),
      );
    case 'answer':
      return end(
        core,
        subject,
        job,
        live
          ? answerRequester(core, subject, proposal)
          : noteProposal(subject, `Would answer: ${proposal.text}`),
      );
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
  if (!live) return end(core, subject, job, notePlan(subject, bound, typed));
  if (proposal.unsure !== undefined) {
    // One such question a ticket: who was asked once is helped by a person.
    if (await core.plans.wasOffered(subject.ticket.id))
      return end(core, subject, job, await handingOff(core, subject, proposal.unsure, live));
    return end(core, subject, job, offerPlan(subject, bound, typed, proposal.unsure));
  }
  return actOn(core, subject, { bound, typed }, job);
}

/** The requester said yes to this plan: it is held against the systems and the policy of now. */
export async function takeConfirmed(
  core: Core,
  subject: PlanningSubject,
  plan: StoredPlan,
  job: Job,
): Promise<void> {
  const { bound, typed } = await bindProposal(
    core,
    subject,
    confirmedProposal(plan, subject.ticket.type ?? ''),
  );
  if (bound.type === 'refused')
    return end(core, subject, job, await handingOff(core, subject, bound.why, true));
  if (!plan.intact || !isSameDeed(bound.body, plan.body)) {
    const reason = 'What the requester said yes to is not what it would come to now.';
    return end(core, subject, job, await handingOff(core, subject, reason, true));
  }
  return actOn(core, subject, { bound, typed }, job);
}

async function actOn(
  core: Core,
  subject: PlanningSubject,
  { bound, typed }: { readonly bound: BoundPlan; readonly typed: TypedBy },
  job: Job,
): Promise<void> {
  if (planOutcome(bound.decisions).effect === 'auto')
    return end(core, subject, job, runByPolicy(subject, bound, typed));
  return requestApproval(core, subject, bound, typed, job);
}

async function end(core: Core, subject: PlanningSubject, job: Job, body: UnitBody<void>): Promise<void> {
  await core.unit(function* (work) {
    if (yield* isStillCurrent(work, subject)) yield* body(work);
    yield* work.end(job);
  });
}

async function handingOff(
  core: Core,
  { ticket, client, requester }: PlanningSubject,
  reason: string,
  live: boolean,
  { urgent, tell }: { readonly urgent?: true | undefined; readonly tell?: string | undefined } = {},
): Promise<UnitBody<void>> {
  const audience = await technicianAudience(core, client, [requester.email]);
  return function* (work) {
    yield* handOff(core, work, { ticket, reason, audience, silent: !live, urgent, tell });
  };
}
