// How a decision is answered, whichever door it came through: a click, the form of a denial, or the typed command of Teams.
import { denyForm } from '../../cards/forms.ts';
import * as refusals from '../../cards/refusals.ts';
import { type ApprovalRequest, approvalLabel, mayDecide } from '../approvals/approval.ts';
import type { ChatReply } from '../chat.ts';
import type { Core } from '../core.ts';
import type { Actor } from '../people/actor.ts';
import { decide, type Verdict } from '../use-cases/approval/decide.ts';
import { type Answer, accepted, say, sayText } from './replies.ts';

/** The one way to decide, for clicks, forms and the typed command of Teams. */
export async function decideByClick(
  core: Core,
  by: Actor,
  approvalId: string,
  verdict: Verdict,
  attempt: refusals.Attempt = 'click',
): Promise<Answer> {
  const outcome = await decide(core, by, approvalId, verdict);
  switch (outcome.type) {
    case 'decided':
      return accepted;
    case 'not_found':
      return say('This request does not exist any more.');
    case 'not_yours': {
      const approval = await core.approvals.get(approvalId);
      return sayText(refusals.notYours({ label: approvalLabel(approval?.number ?? 0), why: outcome.why }));
    }
    case 'other_plan':
      return sayText(refusals.otherPlan({ label: approvalLabel(outcome.approval.number) }));
    case 'too_late':
      return sayText(lateText(core, outcome.approval, attempt));
  }
}

function lateText(core: Core, approval: ApprovalRequest, attempt: refusals.Attempt = 'click') {
  const label = approvalLabel(approval.number);
  const over =
    approval.status === 'expired' ||
    (approval.status === 'pending' && approval.expiresAt <= core.clock.now());
  if (over) return refusals.expired({ label, at: approval.expiresAt.getTime(), attempt });
  if (approval.status === 'superseded' || approval.status === 'pending')
    return refusals.changed({ label, attempt });
  return refusals.alreadyDecided({
    label,
    status: approval.status === 'used' ? 'approved' : approval.status,
    by: approval.decidedByName,
    at: approval.decidedAt?.getTime(),
    attempt,
  });
}

/** The form is for those who may decide; everybody else hears why not before they type a reason. */
export async function openDenial(core: Core, { person }: Actor, approvalId: string): Promise<ChatReply> {
  const approval = await core.approvals.get(approvalId);
  if (!approval) return say('This request does not exist any more.');
  if (approval.status !== 'pending' || approval.expiresAt <= core.clock.now())
    return sayText(lateText(core, approval));
  const plan = await core.plans.get(approval.planId);
  const client = core.desk.client(approval.clientId);
  if (!plan || !client) return say('This request does not exist any more.');
  const right = mayDecide(approval, person, {
    plan: plan.body,
    client,
    halves: await core.approvals.ofPlan(plan.id),
  });
  const label = approvalLabel(approval.number);
  if (!right.ok) return sayText(refusals.notYours({ label, why: right.why }));
  return { type: 'form', form: denyForm({ approvalId, label }) };
}
