// What was asked before: similar tickets of the same client.
import type { TicketSystem } from '../ports/ticket-system.ts';
import { finder } from './read-tool.ts';
import type { Tool } from './tool.ts';

const MOST_HITS = 5;

export function ticketSystemTools(tickets: TicketSystem): readonly Tool[] {
  return [
    finder('similar_tickets', 'Find similar past tickets of this client', (query, signal) =>
      similarOf(tickets, query, signal),
    ),
  ];
}

/** What is shown of a ticket that is like the query. */
export async function similarOf(tickets: TicketSystem, query: string, signal: AbortSignal) {
  return (await tickets.search(query, MOST_HITS, signal)).map(({ subject, status, createdAt }) => ({
    subject,
    status,
    createdAt,
  }));
}
