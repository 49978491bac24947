// What everybody can do: open a request by form, see and cancel their own, claim the first admin's role.
import { newTicketForm } from '../../../cards/forms.ts';
import { statusCard } from '../../../cards/status-card.ts';
import { ownTickets } from '../../notices/own-tickets.ts';
import { claimAdmin } from '../../use-cases/desk/claim-admin.ts';
import { withdrawTicket } from '../../use-cases/ticket/withdraw-ticket.ts';
import { handled, say } from '../replies.ts';
import { type Command, parseNumber, usage } from './command.ts';

export const newRequest: Command = {
  name: 'new',
  usage: 'new',
  summary: 'Open a request in a form',
  role: 'everyone',
  typed: 'alone_or_number',
  run: async () => ({ type: 'form', form: newTicketForm() }),
};

export const status: Command = {
  name: 'status',
  usage: 'status [N]',
  summary: 'Your requests, or one of them',
  role: 'everyone',
  typed: 'alone_or_number',
  run: async ({ core, person, words }) => {
    if (words.length > 0) {
      const ticket = await core.tickets.byNumber(parseNumber(words[0]) ?? 0);
      const own = ticket?.requesterId === person.id || ticket?.submitterId === person.id;
      if (!ticket || !own) return usage(status, `You have no ticket ${words[0]?.slice(0, 20)}.`);
      const replies = (await core.tickets.entries(ticket.id)).filter((entry) => entry.kind === 'reply');
      return say(
        statusCard({
          ticketId: ticket.id,
          number: ticket.number,
          title: ticket.title,
          state: ticket.state,
          openedAt: ticket.createdAt.getTime(),
          replies: replies.map(({ author, text, at }) => ({ author, text, at: at.getTime() })),
        }),
      );
    }
    return say(await ownTickets(core, person.id));
  },
};

export const cancel: Command = {
  name: 'cancel',
  usage: 'cancel N',
  summary: 'Call one of your requests off',
  role: 'everyone',
  typed: 'alone_or_number',
  run: async ({ core, by, words }) => {
    const number = parseNumber(words[0]);
    if (number === undefined) return usage(cancel, 'Which ticket?');
    const outcome = await withdrawTicket(core, by, number);
    if (outcome.type === 'refused' && outcome.unknown) return usage(cancel, `You have no ticket ${number}.`);
    return handled(outcome);
  },
};

export const claim: Command = {
  name: 'claim',
  usage: 'claim CODE',
  summary: 'Become the first admin with the code printed at first start',
  role: 'everyone',
  typed: 'alone_or_code',
  run: async ({ core, by, words }) => {
    if (words.length !== 1) return usage(claim, 'The code is one word.');
    return handled(await claimAdmin(core, by, words[0] ?? ''));
  },
};
