// What an approval card shows, put together from the stored plan and its halves: never from what a planner said it would do.
import { type ApprovalCardView, approvalCard } from '../../cards/approval-card.ts';
import { approvalRow } from '../../cards/approvals-card.ts';
import type { Card, Row } from '../../cards/card.ts';
import { managerCard } from '../../cards/manager-card.ts';
import { type ApprovalRequest, approvalLabel, standingOf } from '../approvals/approval.ts';
import { shortHash } from '../plans/plan.ts';
import type { StoredPlan } from '../plans/store.ts';

export interface ApprovalFacts {
  readonly plan: StoredPlan;
  readonly halves: readonly ApprovalRequest[];
  readonly clientName: string;
  readonly ticketNumber: number;
  readonly ticketTitle: string;
  /** After the run: what became of it. */
  readonly run?:
    | { readonly type: 'done' | 'failed' | 'scheduled'; readonly at: Date; readonly error?: string }
    | undefined;
}

/** The subject of every copy of a half's card. */
export function approvalSubject(approvalId: string): string {
  return `approval:${approvalId}`;
}

/** The card of one half: the technician's with everything, the manager's in plain words. */
export function cardOfHalf(half: ApprovalRequest, facts: ApprovalFacts): Card {
  const view = viewOf(half, facts);
  return half.half === 'manager' ? managerCard(view) : approvalCard(view);
}

/** The technician's half as a row of a list: while it waits for a decision, not afterwards. */
export function rowOfHalf(half: ApprovalRequest, facts: ApprovalFacts): Row | undefined {
  if (half.half !== 'technician' || half.status !== 'pending') return undefined;
  const { body } = facts.plan;
  return approvalRow({
    approvalId: half.id,
    label: approvalLabel(half.number),
    sentence: body.steps[0]?.sentence ?? '',
    more: body.steps.length - 1,
    requester: body.requester.name,
    client: facts.clientName,
    ticketNumber: facts.ticketNumber,
    expiresAt: half.expiresAt.getTime(),
    destructive: body.steps.some((step) => step.risk === 'destructive'),
  });
}

function viewOf(half: ApprovalRequest, facts: ApprovalFacts): ApprovalCardView {
  const { plan } = facts;
  const { body, prose } = plan;
  const standing = standingOf(facts.halves);
  return {
    approvalId: half.id,
    ticketId: plan.ticketId,
    label: approvalLabel(half.number),
    hash: shortHash(plan.hash),
    requester: body.requester,
    submitter: body.submitter.email === body.requester.email ? undefined : body.submitter,
    subject: body.subject,
    manager: body.manager,
    client: facts.clientName,
    ticketNumber: facts.ticketNumber,
    ticketTitle: facts.ticketTitle,
    workflows: prose.workflows.map(({ title, why }) => ({ title, why })),
    steps: body.steps.map((step, index) => ({
      sentence: step.sentence,
      risk: step.risk,
      change: prose.effects[index]?.change,
      undo: prose.effects[index]?.undo,
      notBefore: step.notBefore,
      verify: step.policy.verify,
    })),
    words: prose.diagnosis,
    wordsBy: prose.by,
    expiresAt: half.expiresAt.getTime(),
    standing: facts.halves.length > 1 ? standing.summary : undefined,
    outcome: outcomeOf(half, facts),
  };
}

/** Undefined while this half waits; afterwards what stands in place of the buttons. */
function outcomeOf(half: ApprovalRequest, facts: ApprovalFacts): ApprovalCardView['outcome'] {
  const by = facts.halves
    .filter((entry) => entry.decidedByName && entry.decidedAt)
    .map((entry) => ({
      name: entry.decidedByName ?? '',
      at: entry.decidedAt?.getTime() ?? 0,
      half: entry.half,
    }));
  switch (half.status) {
    case 'pending':
      return undefined;
    case 'denied':
      return {
        type: 'denied',
        by: by.filter((entry) => isDenier(entry.half, facts)),
        reason: reasonOf(facts),
      };
    case 'approved':
    case 'used':
      return { type: 'approved', by, standing: standingOf(facts.halves).summary, run: runOf(facts) };
    case 'expired':
      return { type: 'expired', at: half.expiresAt.getTime() };
    case 'withdrawn':
      return { type: 'withdrawn' };
    case 'superseded':
      return { type: 'superseded' };
  }
}

function isDenier(half: string, facts: ApprovalFacts): boolean {
  return facts.halves.some(
    (entry) => entry.half === half && entry.status === 'denied' && entry.reason !== undefined,
  );
}

function reasonOf(facts: ApprovalFacts): string | undefined {
  return facts.halves.find((entry) => entry.reason !== undefined)?.reason;
}

function runOf(facts: ApprovalFacts): Extract<ApprovalCardView['outcome'], { type: 'approved' }>['run'] {
  return facts.run && { type: facts.run.type, at: facts.run.at.getTime(), error: facts.run.error };
}
