// A click → what happens. Every button of the product meets its meaning here; who may press it is asked now, not when the
// card was sent. Adding a button: its action in cards/action.ts, its case here.
import type { Action } from '../../cards/action.ts';
import { noteForm, planForm, replyForm } from '../../cards/forms.ts';
import type { ChatEvent, ChatReply } from '../chat.ts';
import type { Core } from '../core.ts';
import { approvalDetails } from '../notices/approval-details.ts';
import { showTicket } from '../notices/ticket-view.ts';
import type { Actor } from '../people/actor.ts';
import { confirmChange, withdrawChange } from '../use-cases/desk/change-rules.ts';
import { settleIdentity } from '../use-cases/desk/identity-link.ts';
import { forAction } from '../use-cases/for-action.ts';
import { meetStranger } from '../use-cases/message/stranger.ts';
import { confirmPlan, declinePlan } from '../use-cases/plan/confirm-plan.ts';
import { retryRun } from '../use-cases/run/retry-run.ts';
import { revealSecret } from '../use-cases/run/reveal-secret.ts';
import { settleStep } from '../use-cases/run/settle-step.ts';
import { askForPerson, rateTicket, reopenTicket } from '../use-cases/ticket/requester-actions.ts';
import { chooseAnswer } from '../use-cases/ticket/take-answer.ts';
import { closeTicket, takeTicket, vouchFor } from '../use-cases/ticket/technician-actions.ts';
import { withdrawTicket } from '../use-cases/ticket/withdraw-ticket.ts';
import type { CommandRunner } from './commands/command.ts';
import { decideByClick, openDenial } from './decision-reply.ts';
import { accepted, handled, say } from './replies.ts';

type ActionEvent = Extract<ChatEvent, { type: 'action' }>;

export async function handleAction(
  core: Core,
  commands: CommandRunner,
  event: ActionEvent,
): Promise<ChatReply> {
  const who = await core.people.recognise(event.from);
  if (who.type === 'unknown') return meetStranger(core, who);
  const { person, by } = who;
  const { action } = event;
  switch (action.type) {
    case 'approval.approve':
      return decideByClick(core, by, action.approvalId, { status: 'approved' });
    case 'approval.deny':
      return openDenial(core, by, action.approvalId);
    case 'approval.details':
      return (
        (await approvalDetails(core, action.approvalId, person)) ?? say('This request is not yours to see.')
      );
    case 'plan.confirm':
      return handled(await confirmPlan(core, by, action.planId));
    case 'plan.decline':
      return handled(await declinePlan(core, by, action.planId));
    case 'run.retry':
      return handled(await retryRun(core, by, action.runId));
    case 'run.settle':
      return handled(
        await settleStep(core, by, {
          runId: action.runId,
          idx: Number(action.step),
          outcome: action.outcome,
        }),
      );
    case 'secret.reveal':
      return revealSecret(core, by, action.secretId);
    case 'change.confirm':
      return handled(await confirmChange(core, by, action.changeId));
    case 'change.withdraw':
      return handled(await withdrawChange(core, by, action.changeId));
    case 'identity.confirm':
      return handled(await settleIdentity(core, by, action.identityId, 'confirmed'));
    case 'identity.refuse':
      return handled(await settleIdentity(core, by, action.identityId, 'refused'));
    case 'command.run':
      return commands.run({ text: action.text, person, by, event });
    default:
      return handleTicketAction(core, action, by);
  }
}

type TicketAction = Extract<Action, { ticketId: string }>;

async function handleTicketAction(core: Core, action: TicketAction, by: Actor): Promise<ChatReply> {
  const { ticketId } = action;
  switch (action.type) {
    case 'ticket.cancel': {
      const outcome = await withdrawTicket(core, by, ticketId);
      // The thread says that it is cancelled.
      return outcome.type === 'done' ? accepted : handled(outcome);
    }
    case 'ticket.choose':
      return handled(await chooseAnswer(core, by, ticketId, action.choice));
    case 'ticket.person':
      return handled(await askForPerson(core, by, ticketId));
    case 'ticket.rate':
      return handled(await rateTicket(core, by, ticketId, action.rating));
    case 'ticket.reopen':
      return handled(await reopenTicket(core, by, ticketId));
    case 'ticket.take':
      return handled(await takeTicket(core, by, ticketId, action.from));
    case 'ticket.close':
      return handled(await closeTicket(core, by, ticketId));
    case 'ticket.verify':
      return handled(await vouchFor(core, by, ticketId));
    case 'ticket.open':
    case 'ticket.reply':
    case 'ticket.note':
    case 'ticket.plan':
      return showOf(core, action, by);
  }
}

/** What is only shown: the ticket, or a form whose submission asks for the right again. */
async function showOf(
  core: Core,
  action: Extract<TicketAction, { type: 'ticket.open' | 'ticket.reply' | 'ticket.note' | 'ticket.plan' }>,
  by: Actor,
): Promise<ChatReply> {
  const found = await core.database.read((db) => forAction(db, by, 'ticket.see', action.ticketId));
  if (found.type === 'refused') return handled(found);
  const { thing: ticket } = found;
  const view = { ticketId: ticket.id, number: ticket.number };
  switch (action.type) {
    case 'ticket.open':
      return say(await showTicket(core, ticket));
    case 'ticket.reply':
      return { type: 'form', form: replyForm(view) };
    case 'ticket.note':
      return { type: 'form', form: noteForm(view) };
    case 'ticket.plan':
      return { type: 'form', form: planForm(view) };
  }
}
