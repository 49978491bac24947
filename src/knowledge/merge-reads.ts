// One search for documents and one for similar tickets, whatever a client has connected: what the desk itself knows comes first,
// then what the client's other systems find. The tools that are merged are taken out of where they came from.

import type { Integration } from '../integrations/integration.ts';
import type { Documentation } from '../ports/documentation.ts';
import type { Database } from '../store/database.ts';
import { documentationTools } from '../tools/documentation-tools.ts';
import { finder } from '../tools/read-tool.ts';
import { similarOf } from '../tools/ticket-system-tools.ts';
import type { ReadTool } from '../tools/tool-name.ts';
import { findPastTickets } from './past-tickets.ts';

const SEARCH_DOCUMENTS: ReadTool = 'search_documents';
const SIMILAR_TICKETS: ReadTool = 'similar_tickets';
const MOST_HITS = 5;

/** The client's folder, with the documentation of its other systems behind it. Without a folder nothing changes. */
export function mergeDocumentation(
  others: readonly Integration[],
  folder: Integration | undefined,
): readonly Integration[] {
  if (!folder?.documentation) return others;
  const ports = [folder.documentation, ...others.flatMap(({ documentation }) => documentation ?? [])];
  const documentation: Documentation = {
    search: async (query, limit, signal) =>
      (await Promise.all(ports.map((port) => port.search(query, limit, signal)))).flat().slice(0, limit),
  };
  return [
    { ...folder, documentation, tools: documentationTools(documentation) },
    ...others.map((other) => ({
      ...other,
      documentation: undefined,
      tools: without(other, SEARCH_DOCUMENTS),
    })),
  ];
}

export interface MergedTickets {
  readonly others: readonly Integration[];
  /** The desk's own, which nobody connects or disconnects. */
  readonly desk: Integration;
}

/** Finished tickets of the desk, with those of the client's ticket systems behind them. */
export function mergeTickets(
  others: readonly Integration[],
  database: Database,
  clientId: string,
): MergedTickets {
  const ports = others.flatMap(({ tickets, tools }) =>
    tickets && tools.some(({ name }) => name === SIMILAR_TICKETS) ? tickets : [],
  );
  const similar = finder(
    SIMILAR_TICKETS,
    'Find similar past tickets of this client',
    async (query, signal) => {
      const own = findPastTickets(database, clientId, query, MOST_HITS);
      const found = await Promise.all([own, ...ports.map((port) => similarOf(port, query, signal))]);
      return found.flat().slice(0, MOST_HITS);
    },
  );
  return {
    others: others.map((other) => ({ ...other, tools: without(other, SIMILAR_TICKETS) })),
    desk: {
      id: 'desk',
      real: true,
      fromMcp: false,
      tools: [similar],
      check: async () => 'Finished tickets of this desk are found.',
    },
  };
}

function without({ tools }: Integration, name: string): Integration['tools'] {
  return tools.filter((tool) => tool.name !== name);
}
