// Time is over: a request that nobody decided expires and everybody is told. Before that technicians are reminded, once.
import { type ApprovalRequest, approvalLabel } from '../../approvals/approval.ts';
import { expireApproval, selectApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import { personCopies, technicianAudience, tellCopies, tellTechnicians } from '../../notices/audience.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import { type StoredPlan, selectPlan } from '../../plans/store.ts';
import { changeTicket, selectTicket } from '../../tickets/store.ts';
import { endWaitingPlan } from '../plan/end-waiting-plan.ts';
import { involvedIn } from './request-approval.ts';

export async function expireRequest(core: Core, job: Job<'approval.expire'>): Promise<JobOutcome> {
  const { planId } = job.payload;
  await core.unit(function* (work) {
    const halves = yield* selectApprovals(work, planId);
    let expired = 0;
    for (const half of halves) {
      if (yield* expireApproval(work, half.id)) expired += 1;
    }
    const plan = yield* selectPlan(work, planId);
    const ticket = plan && (yield* selectTicket(work, plan.ticketId));
    if (expired === 0 || !plan || !ticket) return;
    yield* changeTicket(
      work,
      ticket.id,
      { state: 'with_technician', handOffReason: 'The approval was not given in time.' },
      { from: ['awaiting_approval'] },
    );
    const labels = halves.map((half) => approvalLabel(half.number)).join(' and ');
    work.audit({
      actor: 'system',
      verb: 'approval.expired',
      subject: `approval:${labels}`,
      clientId: plan.clientId,
      text: `${labels} expired undecided after 24 hours; nothing of plan ${plan.hash.slice(0, 8)} runs.`,
    });
    tellRequester(work, ticket, {
      key: `expired:${planId}`,
      content: 'Your request was not approved in time. You may ask again; write here and I will start over.',
    });
    yield* endWaitingPlan(core, work, { plan, ticket }, 'expired');
  });
  return { type: 'done' };
}

export async function remindApprovers(core: Core, job: Job<'approval.remind'>): Promise<JobOutcome> {
  const { planId } = job.payload;
  const plan = await core.plans.get(planId);
  if (plan?.status !== 'awaiting_approval') return { type: 'done' };
  // A desk that was down may come to this when the time is over already.
  const pending = (await core.approvals.ofPlan(planId)).filter(
    (half) => half.status === 'pending' && half.expiresAt > core.clock.now(),
  );
  for (const half of pending) await remind(core, plan, half);
  return { type: 'done' };
}

async function remind(core: Core, plan: StoredPlan, half: ApprovalRequest): Promise<void> {
  const client = core.desk.client(plan.clientId);
  if (!client) return;
  const content = `${approvalLabel(half.number)} for ${plan.body.requester.name} (ticket ${plan.prose.ticketNumber}) still waits for a decision and expires in four hours. "approvals" shows it.`;
  const notice = { key: `remind:${half.id}`, content };
  if (half.half === 'technician') {
    const audience = await technicianAudience(core, client, involvedIn(plan.body));
    await core.unit(function* (work) {
      tellTechnicians(work, audience, notice);
    });
    return;
  }
  const copies = await personCopies(core, half.managerEmail ?? '');
  await core.unit(function* (work) {
    tellCopies(work, copies, notice);
  });
}
