// The ticket-system port over the made-up company. New tickets, notes and updates are changes like any other.
import { createTextSearch, type TextSearch } from '../../lib/text-search.ts';
import type { SourceTicket, TicketSystem } from '../../ports/ticket-system.ts';
import { TICKET_CHANGES } from './change-log.ts';
import { refuse, type Sandbox } from './open-sandbox.ts';
import { nextTicketId, type SandboxState, type SandboxTicket } from './state.ts';

const BOARD = 'Service Desk';

/** @param boards of the company; none declared: any board may be named */
export function createSandboxTickets(
  { state, change }: Sandbox,
  boards: readonly { readonly name?: string | undefined }[],
): TicketSystem {
  const names = boards.flatMap(({ name }) => name ?? []);
  let index: { readonly of: SandboxState; readonly size: number; readonly search: TextSearch } | undefined;
  const searchOver = (current: SandboxState) => {
    if (index?.of !== current || index.size !== current.tickets.size) {
      const all = [...current.tickets.values()];
      const texts = all.map(({ id, subject, body }) => ({ id, title: subject, text: body }));
      index = { of: current, size: all.length, search: createTextSearch(texts) };
    }
    return index.search;
  };
  return {
    cannot: { time_entries: 'The sandbox keeps no time entries.' },
    create: async ({ subject, body, contactEmail, board = names[0] ?? BOARD }, options) => {
      const { args } = await change(TICKET_CHANGES.create, options, (current) => {
        if (names.length > 0 && !names.includes(board)) refuse(`There is no board ${board}.`);
        return { id: nextTicketId(current), subject, body, contactEmail, board };
      });
      const made = (await state()).tickets.get(String(args.id));
      return made ? shown(made) : refuse(`The sandbox lost ticket ${String(args.id)}.`);
    },
    get: async (id) => {
      const ticket = (await state()).tickets.get(id);
      return ticket && shown(ticket);
    },
    search: async (query, limit) => {
      const current = await state();
      return searchOver(current)(query, limit).flatMap(({ id }) => {
        const ticket = current.tickets.get(id);
        return ticket ? [shown(ticket)] : [];
      });
    },
    addNote: async (id, { text, audience }, options) => {
      await change(TICKET_CHANGES.addNote, options, (current) => ({
        id: known(current, id),
        text,
        audience,
      }));
    },
    update: async (id, { status, owner }, options) => {
      await change(TICKET_CHANGES.update, options, (current) => ({
        id: known(current, id),
        ...(status === undefined ? {} : { status }),
        ...(owner === undefined ? {} : { owner }),
      }));
    },
  };
}

function known(state: SandboxState, id: string): string {
  return state.tickets.has(id) ? id : refuse(`There is no ticket ${id}.`);
}

function shown({ notes: _, ...ticket }: SandboxTicket): SourceTicket {
  return ticket;
}
