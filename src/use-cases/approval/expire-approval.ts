// Time is over: a request that nobody decided expires and everybody is told. Before that technicians are reminded, once.
import { approvalLabel } from '../../approvals/approval.ts';
import { closeApprovals, expireApproval, selectApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import { personCopies, technicianCopies } from '../../notices/audience.ts';
import { movePlan, selectPlan } from '../../plans/store.ts';
import { changeTicket, selectTicket } from '../../tickets/store.ts';
import { showDecision } from './decide.ts';

export async function expireRequest(core: Core, job: Job<'approval.expire'>): Promise<JobOutcome> {
  const { planId } = job.payload;
  await core.unit(function* (work) {
    const halves = yield* selectApprovals(work, planId);
    let expired = 0;
    for (const half of halves) {
      if (yield* expireApproval(work, half.id)) expired += 1;
    }
    const plan = yield* selectPlan(work, planId);
    if (expired === 0 || !plan) return;
    yield* closeApprovals(work, planId, 'expired');
    yield* movePlan(work, planId, ['awaiting_approval'], 'expired');
    yield* changeTicket(
      work,
      plan.ticketId,
      { state: 'with_technician', handOffReason: 'The approval was not given in time.' },
      { from: ['awaiting_approval'] },
    );
    const ticket = yield* selectTicket(work, plan.ticketId);
    if (!ticket) return;
    const labels = halves.map((half) => approvalLabel(half.number)).join(' and ');
    work.audit({
      actor: 'system',
      verb: 'approval.expired',
      subject: `approval:${labels}`,
      clientId: plan.clientId,
      text: `${labels} expired undecided after 24 hours; nothing of plan ${plan.hash.slice(0, 8)} runs.`,
    });
    work.send({
      kind: 'post',
      key: `expired:${planId}`,
      to: { type: 'address', address: ticket.address },
      content: 'Your request was not approved in time. You may ask again; write here and I will start over.',
    });
    const clientName = core.desk.client(plan.clientId)?.name ?? plan.clientId;
    yield* showDecision(core, work, { plan, ticket, clientName });
  });
  return { type: 'done' };
}

export async function remindApprovers(core: Core, job: Job<'approval.remind'>): Promise<JobOutcome> {
  const { planId } = job.payload;
  const plan = await core.plans.get(planId);
  const client = plan && core.desk.client(plan.clientId);
  if (plan?.status !== 'awaiting_approval' || !client) return { type: 'done' };
  // A desk that was down may come to this when the time is over already.
  const pending = (await core.approvals.ofPlan(planId)).filter(
    (half) => half.status === 'pending' && half.expiresAt > core.clock.now(),
  );
  const { requester, submitter, subject, manager } = plan.body;
  const involved = [requester, submitter, subject, manager].flatMap((person) => person?.email ?? []);
  for (const half of pending) {
    const copies =
      half.half === 'manager'
        ? await personCopies(core, half.managerEmail ?? '')
        : await technicianCopies(core, client, involved);
    await core.unit(function* (work) {
      for (const copy of copies) {
        work.send({
          kind: 'post',
          key: `remind:${half.id}:${copy.id}`,
          to: copy.to,
          content: `${approvalLabel(half.number)} for ${requester.name} (ticket ${plan.prose.ticketNumber}) still waits for a decision and expires in four hours. "approvals" shows it.`,
        });
      }
    });
  }
  return { type: 'done' };
}
