// A ticket with everything that planning it needs, and the policy that holds for it.
import type { Core } from '../../core.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import type { ClientSystems } from '../../integrations/systems.ts';
import type { Person } from '../../people/person.ts';
import type { PolicyContext } from '../../policy/policy.ts';
import { policyContext } from '../../policy/rules-of.ts';
import type { Ticket, TicketEntry } from '../../tickets/ticket.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';

/** The states in which a ticket belongs to the planner. */
export const PLANNED_IN = ['new', 'working'] as const;

export interface PlanningSubject {
  readonly ticket: Ticket;
  readonly client: DeskClient;
  readonly systems: ClientSystems;
  readonly requester: Person;
  readonly submitter: Person;
  readonly messages: readonly string[];
  /** What technicians told the planner about this ticket. */
  readonly hints: readonly string[];
  readonly workflows: readonly MatchedWorkflow[];
  readonly matchWhy: string;
}

/** What people said on the ticket that a plan rests on. */
export function wordsOf(entries: readonly TicketEntry[]): Pick<PlanningSubject, 'messages' | 'hints'> {
  const texts = (kind: TicketEntry['kind']) =>
    entries.filter((entry) => entry.kind === kind).map((entry) => entry.text);
  return { messages: texts('requester'), hints: texts('hint') };
}

/** @param ticketType what the planner says the ticket is; the ticket's own type comes first */
export function policyOf(
  core: Pick<Core, 'desk'>,
  subject: Pick<PlanningSubject, 'client' | 'ticket'>,
  ticketType: { readonly type: string; readonly by: PolicyContext['ticketTypeBy'] } | undefined,
): PolicyContext {
  const { client, ticket } = subject;
  return policyContext({
    clientId: client.id,
    clientName: client.name,
    rules: core.desk.rules,
    released: client.released,
    ticketType: ticket.type ?? ticketType?.type,
    ticketTypeBy: ticket.typeBy ?? ticketType?.by,
    requesterVerified: ticket.verified,
  });
}
