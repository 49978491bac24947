// The ticket-system port over the made-up company.
import { createTextSearch } from '../../knowledge/text-search.ts';
import type { SourceTicket, TicketSystem } from '../ticket-system.ts';
import type { Sandbox } from './create-sandbox.ts';

export function createSandboxTickets({ state, change }: Sandbox): TicketSystem {
  return {
    cannot: { time_entries: 'The sandbox keeps no time entries.' },
    create: async (ticket, options) => {
      const { tickets } = await state();
      const known = [...tickets.values()].find((entry) => entry.id === options.key);
      if (known) return known;
      const { board = 'Service Desk', ...rest } = ticket;
      await change('createTicket', { id: options.key, board, ...rest }, options, () => undefined);
      const made = (await state()).tickets.get(options.key);
      if (!made) throw new Error('The sandbox lost a ticket that it made');
      return made;
    },
    get: async (id) => (await state()).tickets.get(id),
    search: async (query, limit) => {
      const all = [...(await state()).tickets.values()];
      const byId = new Map<string, SourceTicket>(all.map((ticket) => [ticket.id, ticket]));
      const search = createTextSearch(
        all.map((ticket) => ({ id: ticket.id, title: ticket.subject, text: ticket.body })),
      );
      return search(query, limit).flatMap((hit) => byId.get(hit.id) ?? []);
    },
    addNote: (id, note, options) =>
      change('addNote', { id, ...note }, options, (current) =>
        current.tickets.has(id) ? undefined : `There is no ticket ${id}.`,
      ),
    update: (id, { status, owner }, options) =>
      change(
        'updateTicket',
        { id, ...(status ? { status } : {}), ...(owner ? { owner } : {}) },
        options,
        (current) => (current.tickets.has(id) ? undefined : `There is no ticket ${id}.`),
      ),
  };
}
