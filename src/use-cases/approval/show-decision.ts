// Every copy of every half of a request shows where it stands now.
import { selectApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import { type ApprovalFacts, approvalSubject, cardOfHalf, rowOfHalf } from '../../notices/approval-view.ts';
import type { StoredPlan } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';

export function* showDecision(
  core: Pick<Core, 'desk'>,
  work: Work,
  shown: { readonly plan: StoredPlan; readonly ticket: Ticket; readonly run?: ApprovalFacts['run'] },
): Step<void> {
  const { plan, ticket, run } = shown;
  const halves = yield* selectApprovals(work, plan.id);
  const clientName = core.desk.client(ticket.clientId)?.name ?? ticket.clientId;
  const titles = { clientName, ticketNumber: ticket.number, ticketTitle: ticket.title };
  const facts: ApprovalFacts = { plan, halves, ...titles, run };
  for (const half of halves) {
    work.send({
      kind: 'update_all',
      subject: approvalSubject(half.id),
      content: cardOfHalf(half, facts),
      row: rowOfHalf(half, facts),
    });
  }
}
