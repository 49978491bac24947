// A click → what happens. Every button of the product meets its meaning here; who may press it is asked now, not when the
// card was sent. Adding a button: its action in cards/action.ts, its case here.
import type { Action } from '../cards/action.ts';
import { denyForm, noteForm, planForm, replyForm } from '../cards/forms.ts';
import * as refusals from '../cards/refusals.ts';
import { type ApprovalRequest, approvalLabel, mayDecide } from './approvals/approval.ts';
import type { ChatEvent, ChatReply } from './chat.ts';
import type { CommandRunner } from './commands/run-command.ts';
import type { Core } from './core.ts';
import { confirmChange, withdrawChange } from './handling/change-rules.ts';
import { decide, type Verdict } from './handling/decide.ts';
import { settleIdentity } from './handling/identity-link.ts';
import { askForPerson, rateTicket, reopenTicket } from './handling/requester-actions.ts';
import { retryRun } from './handling/retry-run.ts';
import { revealSecret } from './handling/reveal-secret.ts';
import { settleStep } from './handling/settle-step.ts';
import { meetStranger } from './handling/stranger.ts';
import { closeTicket, takeTicket, vouchFor } from './handling/technician-actions.ts';
import { withdrawTicket } from './handling/withdraw-ticket.ts';
import type { Ticket } from './intake/ticket.ts';
import { approvalDetails } from './notices/approval-details.ts';
import { showTicket } from './notices/ticket-view.ts';
import { isAdmin, mayServe, type Person } from './people/person.ts';

type ActionEvent = Extract<ChatEvent, { type: 'action' }>;

const accepted: ChatReply = { type: 'accepted' };
const say = (content: Extract<ChatReply, { type: 'private' }>['content']): ChatReply => ({
  type: 'private',
  content,
});
/** Text with times in it needs a card. */
const sayText = (text: ReturnType<typeof refusals.expired>): ChatReply =>
  say({ title: 'Nothing was changed', body: [{ type: 'text', text }] });

export async function handleAction(
  core: Core,
  commands: CommandRunner,
  event: ActionEvent,
): Promise<ChatReply> {
  const who = await core.people.recognise(event.from);
  if (who.type === 'unknown') return meetStranger(core, who);
  const { person } = who;
  const { action } = event;
  switch (action.type) {
    case 'approval.approve':
      return decideByClick(core, action.approvalId, person, { status: 'approved' });
    case 'approval.deny':
      return openDenial(core, action.approvalId, person);
    case 'approval.details':
      return (
        (await approvalDetails(core, action.approvalId, person)) ?? say('This request is not yours to see.')
      );
    case 'run.retry':
      return handled(await retryRun(core, action.runId, person));
    case 'run.settle':
      return handled(
        await settleStep(
          core,
          { runId: action.runId, idx: Number(action.step), outcome: action.outcome },
          person,
        ),
      );
    case 'secret.reveal':
      return revealSecret(core, action.secretId, person);
    case 'change.confirm':
      return isAdmin(person)
        ? handled(await confirmChange(core, action.changeId, person))
        : say('This is for admins.');
    case 'change.withdraw':
      return isAdmin(person)
        ? handled(await withdrawChange(core, action.changeId, person))
        : say('This is for admins.');
    case 'identity.confirm':
    case 'identity.refuse':
      return isAdmin(person)
        ? handled(await settleIdentity(core, action.identityId, action.type === 'identity.confirm', person))
        : say('This is for admins.');
    case 'command.run':
      return commands.run({ text: action.text, person, event });
    default:
      return handleTicketAction(core, action, person);
  }
}

type TicketAction = Extract<Action, { ticketId: string }>;

async function handleTicketAction(core: Core, action: TicketAction, person: Person): Promise<ChatReply> {
  const ticket = await core.tickets.get(action.ticketId);
  if (!ticket) return say('This ticket does not exist any more.');
  const own = person.id === ticket.requesterId || person.id === ticket.submitterId;
  switch (action.type) {
    case 'ticket.cancel':
      if (!own) return say('Only the requester can cancel this. Technicians use "close".');
      return withdrawn(ticket, await withdrawTicket(core, ticket, person));
    case 'ticket.person':
      return own
        ? handled(await askForPerson(core, ticket, person))
        : say('Only the requester can ask for this.');
    case 'ticket.rate':
      return own
        ? handled(await rateTicket(core, ticket, action.rating))
        : say('Only the requester can rate this.');
    case 'ticket.reopen':
      return own
        ? handled(await reopenTicket(core, ticket, person))
        : say('Only the requester can reopen this.');
    default:
      return handleTechnicianAction(core, action, ticket, person);
  }
}

async function handleTechnicianAction(
  core: Core,
  action: Exclude<
    TicketAction,
    { type: 'ticket.cancel' | 'ticket.person' | 'ticket.rate' | 'ticket.reopen' }
  >,
  ticket: Ticket,
  person: Person,
): Promise<ChatReply> {
  if (!mayServe(person, ticket.clientId)) return say('This is for the technicians of that client.');
  switch (action.type) {
    case 'ticket.open':
      return say(await showTicket(core, ticket));
    case 'ticket.take':
      return handled(await takeTicket(core, ticket, person));
    case 'ticket.close':
      return handled(await closeTicket(core, ticket, person));
    case 'ticket.verify':
      return handled(await vouchFor(core, ticket, person));
    case 'ticket.reply':
      return { type: 'form', form: replyForm({ ticketId: ticket.id, number: ticket.number }) };
    case 'ticket.note':
      return { type: 'form', form: noteForm({ ticketId: ticket.id, number: ticket.number }) };
    case 'ticket.plan':
      return { type: 'form', form: planForm({ ticketId: ticket.id, number: ticket.number }) };
  }
}

/** The one way to decide, for clicks, forms and the typed command of Teams. */
export async function decideByClick(
  core: Core,
  approvalId: string,
  person: Person,
  verdict: Verdict,
  by: refusals.Attempt = 'click',
): Promise<ChatReply> {
  const outcome = await decide(core, approvalId, person, verdict);
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
      return sayText(lateText(core, outcome.approval, by));
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
async function openDenial(core: Core, approvalId: string, person: Person): Promise<ChatReply> {
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

function handled(result: { type: 'done'; text: string } | { type: 'refused'; why: string }): ChatReply {
  return say(result.type === 'done' ? result.text : result.why);
}

function withdrawn(ticket: Ticket, outcome: Awaited<ReturnType<typeof withdrawTicket>>): ChatReply {
  if (outcome.type === 'closed') return say(`Ticket ${ticket.number} is closed already.`);
  return accepted;
}
