// What waits for one person's decision, oldest first: for lists, Home and the answer to a typed "approved".
import type { ApprovalRowView } from '../../cards/approvals-card.ts';
import { approvalLabel, mayDecide } from '../approvals/approval.ts';
import type { Core } from '../core.ts';
import type { Person } from '../people/person.ts';

const MOST = 20;

export async function pendingFor(
  core: Pick<Core, 'approvals' | 'plans' | 'desk' | 'clock'>,
  person: Person,
): Promise<readonly ApprovalRowView[]> {
  const rows: ApprovalRowView[] = [];
  for (const approval of await core.approvals.pending(core.clock.now(), 200)) {
    if (rows.length === MOST) break;
    const plan = await core.plans.get(approval.planId);
    const client = core.desk.client(approval.clientId);
    if (!plan || !client) continue;
    const halves = await core.approvals.ofPlan(plan.id);
    if (!mayDecide(approval, person, { plan: plan.body, client, halves }).ok) continue;
    rows.push({
      approvalId: approval.id,
      label: approvalLabel(approval.number),
      sentence: plan.body.steps[0]?.sentence ?? '',
      more: plan.body.steps.length - 1,
      requester: plan.body.requester.name,
      client: client.name,
      ticketNumber: plan.prose.ticketNumber,
      expiresAt: approval.expiresAt.getTime(),
      destructive: plan.body.steps.some((step) => step.risk === 'destructive'),
    });
  }
  return rows;
}
