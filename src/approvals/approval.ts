// Who may decide an approval request, and what its halves add up to. Pure: rights are asked for at the click, with the
// facts of that moment, and the answer is the sentence that people read.

import type { Client } from '../desk/client.ts';
import { mayServe, type Person } from '../people/person.ts';
import type { PlanBody } from '../plans/plan.ts';
import type { ApprovalStatus, Half } from '../store/tables/approvals.ts';

/** Characters of a reason for a denial. */
export const MAX_REASON = 500;

/** What the column may hold stands with it, in store/tables/. */
export type { ApprovalStatus, Half };

export interface ApprovalRequest {
  readonly id: string;
  /** People see `P-1234`. */
  readonly number: number;
  readonly planId: string;
  readonly planHash: string;
  readonly clientId: string;
  readonly ticketId: string;
  readonly half: Half;
  /** Who alone may decide the manager's half. */
  readonly managerEmail: string | undefined;
  readonly status: ApprovalStatus;
  /** Person id. */
  readonly decidedBy: string | undefined;
  readonly decidedByName: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly reason: string | undefined;
  readonly tellRequester: boolean;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | undefined;
}

/** Fixed and not configurable: 24 hours after it was made, exactly. */
export const APPROVAL_LIFETIME_MS = 24 * 60 * 60 * 1000;

export type Right = { readonly ok: true } | { readonly ok: false; readonly why: string };

const no = (why: string): Right => ({ ok: false, why });

/**
 * Whether this person may decide this half now.
 * @param halves every half of the same plan, this one included
 */
export function mayDecide(
  approval: ApprovalRequest,
  actor: Person,
  facts: { readonly plan: PlanBody; readonly client: Client; readonly halves: readonly ApprovalRequest[] },
): Right {
  const { plan, client } = facts;
  const email = actor.email.toLowerCase();
  const is = (person: { readonly email: string } | undefined) => person?.email.toLowerCase() === email;
  if (is(plan.requester)) return no('You asked for this, so somebody else decides it.');
  if (is(plan.submitter)) return no('You submitted this request, so somebody else decides it.');
  if (is(plan.subject)) return no('This request acts on you, so somebody else decides it.');
  const other = facts.halves.find((half) => half.id !== approval.id && half.decidedBy === actor.id);
  if (other) return no('You have decided the other half of this request; one person never fills both.');
  if (approval.half === 'manager') {
    return approval.managerEmail?.toLowerCase() === email
      ? { ok: true }
      : no("This half is for the requester's manager.");
  }
  if (is(plan.manager))
    return no("You are the requester's manager, so you decide that half and not this one.");
  if (!mayServe(actor, approval.clientId)) return no(`This is for the technicians of ${client.name}.`);
  if (client.approvers !== undefined && !client.approvers.some((entry) => entry.toLowerCase() === email)) {
    return no(
      client.approvers.length === 0
        ? `Nobody is listed as an approver for ${client.name}, so nobody can decide this.`
        : `You are not on the list of approvers for ${client.name}.`,
    );
  }
  return { ok: true };
}

export type Standing =
  | { readonly type: 'pending'; readonly summary: string }
  | { readonly type: 'approved'; readonly summary: string }
  | { readonly type: 'closed'; readonly status: ApprovalStatus; readonly summary: string };

/** What the halves of one plan add up to: every half approved, or any of them closed otherwise. */
export function standingOf(halves: readonly ApprovalRequest[]): Standing {
  const closed = halves.find(
    (half) => half.status !== 'pending' && half.status !== 'approved' && half.status !== 'used',
  );
  if (closed) return { type: 'closed', status: closed.status, summary: `This request is ${closed.status}.` };
  const approved = halves.filter((half) => half.status !== 'pending');
  const names = approved.map((half) => half.decidedByName).join(' and ');
  // An empty list approves nothing: no half, no consent.
  if (halves.length > 0 && approved.length === halves.length)
    return { type: 'approved', summary: `Approved by ${names}.` };
  if (halves.length < 2) return { type: 'pending', summary: 'Waiting for a technician.' };
  const waiting = halves.find((half) => half.status === 'pending');
  const whom = waiting?.half === 'manager' ? 'the manager' : 'a technician';
  return approved.length === 0
    ? { type: 'pending', summary: '0 of 2: waiting for a technician and the manager.' }
    : { type: 'pending', summary: `1 of 2: approved by ${names}, waiting for ${whom}.` };
}

/** `P-1234`, as people type it. */
export function approvalLabel(number: number): string {
  return `P-${number}`;
}
