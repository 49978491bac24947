// [Details] on an approval card: everything for technicians; the manager sees the steps and policy, no internal diagnosis.
import { approvalDetailsCard } from '../../cards/approval-details-card.ts';
import { type ApprovalRequest, approvalLabel } from '../approvals/approval.ts';
import type { ChatReply } from '../chat.ts';
import type { Core } from '../core.ts';
import { mayServe, type Person } from '../people/person.ts';
import { shortHash } from '../plans/plan.ts';

/** Undefined if this person may not see the request. */
export async function approvalDetails(
  core: Core,
  approvalId: string,
  person: Person,
): Promise<ChatReply | undefined> {
  const approval = await core.approvals.get(approvalId);
  const plan = approval && (await core.plans.get(approval.planId));
  if (!approval || !plan) return undefined;
  const staff = mayServe(person, plan.clientId);
  const manager = plan.body.manager?.email === person.email;
  if (!staff && !manager) return undefined;
  const halves = await core.approvals.ofPlan(plan.id);
  const card = approvalDetailsCard({
    label: approvalLabel(approval.number),
    hash: shortHash(plan.hash),
    diagnosis: staff ? plan.prose.diagnosis : 'The diagnosis is for technicians.',
    evidence: staff ? plan.prose.evidence : [],
    steps: plan.body.steps.map((step, index) => ({
      sentence: step.sentence,
      why: staff ? (plan.prose.whys[index] ?? '') : '',
      policy: step.policy.why,
    })),
    reply: plan.body.reply,
    halves: halves.map(halfText),
    replan:
      staff && plan.status === 'awaiting_approval'
        ? { ticketId: plan.ticketId, ticketNumber: plan.prose.ticketNumber }
        : undefined,
  });
  return { type: 'private', content: card };
}

function halfText(half: ApprovalRequest): string {
  const who = half.half === 'manager' ? `Manager's half (${half.managerEmail})` : "Technician's half";
  const by = half.decidedByName ? ` by ${half.decidedByName}` : '';
  return `${who}: ${half.status}${by}.`;
}
