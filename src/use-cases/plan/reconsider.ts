// The requester wrote more while their request waits for approval: would the plan still be the same? If it would, the request
// stands and the technicians are told; if not, it is replaced and the ticket is planned anew. Nothing runs here.

import type { Core } from '../../core.ts';
import type { Job } from '../../jobs/job.ts';
import { planJob } from '../../jobs/kinds.ts';
import { technicianAudience, tellTechnicians } from '../../notices/audience.ts';
import type { Proposed } from '../../planning/planner.ts';
import { hashPlan } from '../../plans/plan.ts';
import type { StoredPlan } from '../../plans/store.ts';
import { changeTicket } from '../../tickets/store.ts';
import { bindProposal } from './bind-proposal.ts';
import { endWaitingPlan } from './end-waiting-plan.ts';
import type { PlanningSubject } from './planning-subject.ts';

/** @param proposal undefined where steps were carried out already: what waits is the rest, and a new plan would repeat them */
export async function reconsider(
  core: Core,
  subject: PlanningSubject,
  waiting: StoredPlan,
  proposal: Proposed | undefined,
  job: Job,
): Promise<void> {
  const { ticket, client } = subject;
  const stands = proposal === undefined || (await isSamePlan(core, subject, waiting, proposal));
  const audience = stands ? await technicianAudience(core, client, [subject.requester.email]) : undefined;
  await core.unit(function* (work) {
    yield* work.end(job);
    if (audience) {
      tellTechnicians(work, audience, {
        key: `added:${job.id}`,
        content: `${subject.requester.name} wrote more on ticket ${ticket.number}, which waits for approval; the plan stays the same. "ticket ${ticket.number}" shows it.`,
      });
      return;
    }
    if (!(yield* endWaitingPlan(core, work, { plan: waiting, ticket }, 'superseded'))) return;
    yield* changeTicket(work, ticket.id, { state: 'working' }, { from: ['awaiting_approval'] });
    work.audit({
      actor: 'planner',
      verb: 'plan.superseded',
      subject: `ticket:${ticket.number}`,
      clientId: client.id,
      text: `${subject.requester.name} added to ticket ${ticket.number}, which changes its plan; the request for approval was replaced.`,
    });
    work.enqueue(planJob(ticket.id, { type: 'superseded', jobId: job.id }));
  });
}

async function isSamePlan(
  core: Core,
  subject: PlanningSubject,
  waiting: StoredPlan,
  proposal: Proposed,
): Promise<boolean> {
  if (proposal.type !== 'plan') return false;
  const { bound } = await bindProposal(core, subject, proposal);
  return bound.type !== 'refused' && hashPlan(bound.body) === waiting.hash;
}
