// A click → what happens. Every button of the product meets its meaning here; who may press it is asked now, not when the
// card was sent. Adding a button: its action in cards/action.ts, its case here.
import type { Action } from '../../cards/action.ts';
import { noteForm, planForm, replyForm } from '../../cards/forms.ts';
import type { ChatEvent, ChatReply } from '../chat.ts';
import type { Core } from '../core.ts';
import { approvalDetails } from '../notices/approval-details.ts';
import { showTicket } from '../notices/ticket-view.ts';
import { isAdmin, mayServe, type Person } from '../people/person.ts';
import type { Ticket } from '../tickets/ticket.ts';
import { confirmChange, withdrawChange } from '../use-cases/desk/change-rules.ts';
import { settleIdentity } from '../use-cases/desk/identity-link.ts';
import { meetStranger } from '../use-cases/message/stranger.ts';
import { retryRun } from '../use-cases/run/retry-run.ts';
import { revealSecret } from '../use-cases/run/reveal-secret.ts';
import { settleStep } from '../use-cases/run/settle-step.ts';
import { askForPerson, rateTicket, reopenTicket } from '../use-cases/ticket/requester-actions.ts';
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

function withdrawn(ticket: Ticket, outcome: Awaited<ReturnType<typeof withdrawTicket>>): ChatReply {
  if (outcome.type === 'closed') return say(`Ticket ${ticket.number} is closed already.`);
  return accepted;
}
