// The technicians' commands on tickets. They work on every ticket, with or without the planner.
import { noteForm, planForm, replyForm } from '../../../cards/forms.ts';
import { ticketsCard } from '../../../cards/tickets-card.ts';
import type { ChatReply } from '../../chat.ts';
import { showTicket, toRows } from '../../notices/ticket-view.ts';
import { mayServe } from '../../people/person.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { planAnew } from '../../use-cases/plan/plan-anew.ts';
import {
  closeTicket,
  noteOnTicket,
  releaseTicket,
  replyToRequester,
  takeTicket,
} from '../../use-cases/ticket/technician-actions.ts';
import { type Answer, handled, say } from '../replies.ts';
import { type Command, type CommandCall, parseNumber, usage } from './command.ts';

const SHOWN = 15;

export const tickets: Command = {
  name: 'tickets',
  usage: 'tickets',
  summary: 'The queue of open tickets, oldest first',
  role: 'technician',
  typed: 'alone_or_number',
  run: async ({ core, person }) => {
    const open = (await core.tickets.open(200)).filter((ticket) => mayServe(person, ticket.clientId));
    return say(
      ticketsCard({
        title: 'Open tickets',
        empty: 'No open tickets.',
        tickets: await toRows(core, open.slice(0, SHOWN), true),
        for: 'technician',
        more: Math.max(0, open.length - SHOWN),
      }),
    );
  },
};

export const ticket: Command = onTicket(
  'ticket',
  'ticket N',
  'One ticket with everything on it',
  async ({ core }, found) => say(await showTicket(core, found)),
);

export const reply: Command = onTicket(
  'reply',
  'reply N [TEXT]',
  'Write to the requester',
  async (call, found) => {
    const text = textAfterNumber(call);
    if (text === '') return { type: 'form', form: replyForm({ ticketId: found.id, number: found.number }) };
    return handled(await replyToRequester(call.core, call.by, found.number, text));
  },
);

export const note: Command = onTicket(
  'note',
  'note N [TEXT]',
  'Write an internal note',
  async (call, found) => {
    const text = textAfterNumber(call);
    if (text === '') return { type: 'form', form: noteForm({ ticketId: found.id, number: found.number }) };
    return handled(await noteOnTicket(call.core, call.by, found.number, text));
  },
);

export const plan: Command = onTicket(
  'plan',
  'plan N [HINT]',
  'A new plan; in the thread mention me with "plan: HINT"',
  async (call, found) => {
    const hint = textAfterNumber(call);
    if (hint === '') return { type: 'form', form: planForm({ ticketId: found.id, number: found.number }) };
    return handled(await planAnew(call.core, call.by, found.number, hint));
  },
);

export const take: Command = onTicket(
  'take',
  'take N',
  'Make the ticket yours',
  async ({ core, by }, found) => handled(await takeTicket(core, by, found.number)),
);

export const release: Command = onTicket(
  'release',
  'release N REASON',
  'Hand a ticket back',
  async (call, found) => {
    const reason = textAfterNumber(call);
    if (reason === '') return usage(release, 'Say why, for whoever takes it next.');
    return handled(await releaseTicket(call.core, call.by, found.number, reason));
  },
);

export const close: Command = onTicket('close', 'close N', 'Close the ticket', async ({ core, by }, found) =>
  handled(await closeTicket(core, by, found.number)),
);

/** A command whose first word is the number of a ticket that this technician may serve. */
function onTicket<Name extends string, Reply extends ChatReply>(
  name: Name,
  form: string,
  summary: string,
  run: (call: CommandCall, found: Ticket) => Promise<Reply>,
) {
  const facts = { name, usage: form, summary, role: 'technician', typed: 'alone_or_number' } as const;
  return {
    ...facts,
    run: async (call: CommandCall): Promise<Reply | Answer> => {
      const number = parseNumber(call.words[0]);
      if (number === undefined) return usage(facts, 'Which ticket?');
      const found = await call.core.tickets.byNumber(number);
      if (!found || !mayServe(call.person, found.clientId))
        return usage(facts, `There is no ticket ${number} for you.`);
      return run(call, found);
    },
  };
}

function textAfterNumber(call: CommandCall): string {
  return call.rest.slice((call.words[0] ?? '').length).trim();
}
