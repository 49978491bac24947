// A click on Approve, a submitted denial or the typed words of Teams: rights asked for now, one conditional UPDATE decides,
// everybody's card changes.
import { type ApprovalRequest, approvalLabel, mayDecide, standingOf } from '../../approvals/approval.ts';
import { decideApproval, selectApproval, selectApprovals } from '../../approvals/store.ts';
import type { Core } from '../../core.ts';
import { tellRequester } from '../../notices/to-requester.ts';
import { type Actor, outOfReach } from '../../people/actor.ts';
import type { Person } from '../../people/person.ts';
import { movePlan, type StoredPlan, selectPlan } from '../../plans/store.ts';
import type { Step } from '../../store/database.ts';
import { changeTicket, insertEntry, selectTicket } from '../../tickets/store.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import type { Work } from '../../work/work.ts';
import { endWaitingPlan } from '../plan/end-waiting-plan.ts';
import { startRun } from '../run/start-run.ts';
import { showDecision } from './show-decision.ts';

export type Verdict =
  /** `hash`: the first characters of the plan, in lower case, where they were typed. */
  | { readonly status: 'approved'; readonly hash?: string | undefined }
  | { readonly status: 'denied'; readonly reason: string; readonly tellRequester: boolean };

export type Decided =
  | { readonly type: 'decided' }
  | { readonly type: 'not_found' }
  | { readonly type: 'not_yours'; readonly why: string }
  /** The characters that were typed are not this plan's. */
  | { readonly type: 'other_plan'; readonly approval: ApprovalRequest }
  /** Somebody or time was faster: who, what and when. */
  | { readonly type: 'too_late'; readonly approval: ApprovalRequest };

export async function decide(core: Core, by: Actor, approvalId: string, verdict: Verdict): Promise<Decided> {
  return core.unit(function* (work): Step<Decided> {
    const { now } = work;
    const actor = by.person;
    const approval = yield* selectApproval(work, approvalId);
    const plan = approval && (yield* selectPlan(work, approval.planId));
    const ticket = approval && (yield* selectTicket(work, approval.ticketId));
    const client = approval && core.desk.client(approval.clientId);
    if (!approval || !plan || !ticket || !client) return { type: 'not_found' };
    if (!plan.intact) {
      yield* refuseChanged(core, work, { plan, ticket });
      return { type: 'too_late', approval: { ...approval, status: 'superseded' } };
    }
    const halves = yield* selectApprovals(work, plan.id);
    const right = mayDecide(approval, actor, { plan: plan.body, client, halves });
    const why = right.ok ? outOfReach(by, approval.clientId) : right.why;
    if (why !== undefined) {
      auditRefusal(work, approval, actor, `and may not: ${why}`);
      return { type: 'not_yours', why };
    }
    if (verdict.status === 'approved' && !plan.hash.startsWith(verdict.hash ?? '')) {
      if (approval.status !== 'pending' || approval.expiresAt <= now) return { type: 'too_late', approval };
      auditRefusal(work, approval, actor, 'and named another plan.');
      return { type: 'other_plan', approval };
    }
    const decided = yield* decideApproval(work, approval.id, {
      status: verdict.status,
      by: actor,
      planHash: plan.hash,
      reason: verdict.status === 'denied' ? verdict.reason : undefined,
      tellRequester: verdict.status === 'denied' && verdict.tellRequester,
    });
    if (!decided) return { type: 'too_late', approval };
    work.audit({
      actor: `person:${actor.email}`,
      verb: `approval.${verdict.status}`,
      subject: `approval:${approvalLabel(approval.number)}`,
      clientId: approval.clientId,
      text: `${actor.name} ${verdict.status} ${approvalLabel(approval.number)} (${approval.half} half, plan ${plan.hash.slice(0, 8)}).`,
    });
    if (verdict.status === 'denied') return yield* afterDenial(core, work, { plan, ticket, decided });
    yield* afterApproval(work, { plan, ticket });
    yield* showDecision(core, work, { plan, ticket });
    return { type: 'decided' };
  });
}

function auditRefusal(work: Work, approval: ApprovalRequest, actor: Person, why: string): void {
  const label = approvalLabel(approval.number);
  work.audit({
    actor: `person:${actor.email}`,
    verb: 'approval.refused',
    subject: `approval:${label}`,
    clientId: approval.clientId,
    text: `${actor.name} tried to decide ${label} ${why}`,
  });
}

interface Decision {
  readonly plan: StoredPlan;
  readonly ticket: Ticket;
}

/** All halves approved: the plan runs. Otherwise the other half is waited for. */
function* afterApproval(work: Work, { plan, ticket }: Decision): Step<void> {
  const halves = yield* selectApprovals(work, plan.id);
  if (standingOf(halves).type !== 'approved') return;
  const moved = yield* movePlan(work, plan.id, ['awaiting_approval'], 'running');
  const live =
    moved && (yield* changeTicket(work, ticket.id, { state: 'working' }, { from: ['awaiting_approval'] }));
  if (live) yield* startRun(work, plan);
}

/** The stored plan is not the one that the request was made for: nobody decides it any more, a person looks. */
function* refuseChanged(core: Core, work: Work, changed: Decision): Step<void> {
  const { plan, ticket } = changed;
  const handOffReason =
    'The stored plan was changed after the approval was asked for, so nothing of it runs.';
  if (!(yield* endWaitingPlan(core, work, changed, 'superseded'))) return;
  yield* changeTicket(
    work,
    ticket.id,
    { state: 'with_technician', handOffReason },
    { from: ['awaiting_approval'] },
  );
  work.audit({
    actor: 'system',
    verb: 'plan.changed',
    subject: `ticket:${ticket.number}`,
    clientId: ticket.clientId,
    text: `Plan ${plan.hash.slice(0, 8)} of ticket ${ticket.number} is not as it was stored; its approval was closed.`,
  });
}

/** Either denial denies both halves. */
function* afterDenial(
  core: Core,
  work: Work,
  { plan, ticket, decided }: Decision & { readonly decided: ApprovalRequest },
): Step<Decided> {
  const reason = decided.reason ?? '';
  yield* changeTicket(work, ticket.id, { state: 'with_technician' }, { from: ['awaiting_approval'] });
  yield* insertEntry(work, {
    ticketId: ticket.id,
    kind: 'internal_note',
    author: decided.decidedByName ?? '',
    text: `Denied: ${reason}`,
  });
  const why = decided.tellRequester ? `: ${reason.replace(/[.\s]+$/, '')}.` : '.';
  tellRequester(work, ticket, {
    key: `denied:${plan.id}`,
    content: `Your request was not approved${why} Reply here if something has changed.`,
  });
  yield* endWaitingPlan(core, work, { plan, ticket }, 'denied');
  return { type: 'decided' };
}
