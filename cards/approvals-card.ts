// What waits for one person's decision, oldest first.
import type { Card, Row } from './card.ts';

export interface ApprovalRowView {
  readonly approvalId: string;
  readonly label: string;
  readonly sentence: string;
  readonly more: number;
  readonly requester: string;
  readonly client: string;
  readonly ticketNumber: number;
  readonly expiresAt: number;
  readonly destructive: boolean;
}

export function approvalsCard(view: {
  readonly approvals: readonly ApprovalRowView[];
  readonly intro?: string | undefined;
}): Card {
  if (view.approvals.length === 0) {
    return { title: 'Approvals', body: [{ type: 'text', text: 'Nothing waits for your decision.' }] };
  }
  return {
    title: `Approvals: ${view.approvals.length} waiting for you`,
    body: [
      ...(view.intro ? [{ type: 'text', text: view.intro } as const] : []),
      { type: 'rows', rows: view.approvals.map(approvalRow) },
    ],
  };
}

export function approvalRow(row: ApprovalRowView): Row {
  const { approvalId } = row;
  const more = row.more > 0 ? ` and ${row.more} more` : '';
  return {
    title: [{ strong: row.label }, ` ${row.sentence}${more}`],
    detail: [
      `${row.requester} · ${row.client} · ticket ${row.ticketNumber} · expires `,
      { time: row.expiresAt },
    ],
    buttons: [
      {
        label: 'Approve',
        style: 'primary',
        action: { type: 'approval.approve', approvalId },
        spoken: `Approve ${row.label}: ${row.sentence}`,
        ...(row.destructive
          ? {
              confirm: {
                title: 'Approve a destructive change?',
                text: `${row.sentence}${more}.`,
                yes: 'Approve',
              },
            }
          : {}),
      },
      {
        label: 'Deny…',
        style: 'danger',
        action: { type: 'approval.deny', approvalId },
        spoken: `Deny ${row.label}`,
      },
      {
        label: 'Details',
        action: { type: 'approval.details', approvalId },
        spoken: `Details of ${row.label}`,
      },
    ],
  };
}
