// The one opening of a request for approval: plan, halves, timers and cards, in the unit that moves the ticket. Who asks, and
// what the requester hears, is the caller's affair.

import type { ApprovalRequest, Half } from '../../approvals/approval.ts';
import { insertApproval } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import { expireApprovalJob, remindApproversJob } from '../../jobs/kinds.ts';
import { HOUR_MS } from '../../lib/clock.ts';
import { type ApprovalFacts, approvalSubject, cardOfHalf, rowOfHalf } from '../../notices/approval-view.ts';
import { type Audience, type Copy, tellCopies, tellTechnicians } from '../../notices/audience.ts';
import type { PlanBody, PlanProse } from '../../plans/plan.ts';
import { insertPlan, type StoredPlan } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';

/** Technicians are reminded when this much of the 24 hours is left. */
const REMIND_BEFORE_MS = 4 * HOUR_MS;

export interface OpenedRequest {
  readonly plan: StoredPlan;
  readonly technician: ApprovalRequest;
  /** Undefined where policy asks for no manager. */
  readonly manager: ApprovalRequest | undefined;
}

/** Writes the plan and its halves, undecided. Nobody is asked before `askForHalves`. */
export function* openRequest(
  work: Work,
  ticket: Ticket,
  bound: { readonly body: PlanBody; readonly prose: PlanProse },
): Step<OpenedRequest> {
  const { body, prose } = bound;
  const plan = yield* insertPlan(work, { body, prose, status: 'awaiting_approval' });
  const request = {
    planId: plan.id,
    planHash: plan.hash,
    clientId: ticket.clientId,
    ticketId: ticket.id,
  };
  const half = (which: Half, managerEmail?: string) =>
    insertApproval(work, { ...request, half: which, managerEmail });
  return {
    plan,
    technician: yield* half('technician'),
    manager: body.manager ? yield* half('manager', body.manager.email) : undefined,
  };
}

/** Arms the timers and sends each half that waits to those who may decide it. */
export function askForHalves(
  core: Pick<Core, 'desk'>,
  work: Work,
  ticket: Ticket,
  { plan, technician, manager }: OpenedRequest,
  audience: { readonly technicians: Audience; readonly managers: readonly Copy[] },
): void {
  const halves = manager ? [technician, manager] : [technician];
  const clientName = core.desk.client(ticket.clientId)?.name ?? ticket.clientId;
  const facts: ApprovalFacts = {
    plan,
    halves,
    clientName,
    ticketNumber: ticket.number,
    ticketTitle: ticket.title,
  };
  for (const half of halves) {
    if (half.status !== 'pending') continue;
    const row = rowOfHalf(half, facts);
    const notice = {
      key: `approval:${half.id}`,
      content: cardOfHalf(half, facts),
      subject: approvalSubject(half.id),
      merge: row && { group: 'approvals', row },
    };
    if (half.half === 'technician') tellTechnicians(work, audience.technicians, notice);
    else tellCopies(work, audience.managers, notice);
  }
  work.arm(expireApprovalJob(plan.id), technician.expiresAt);
  work.arm(remindApproversJob(plan.id), new Date(technician.expiresAt.getTime() - REMIND_BEFORE_MS));
}
