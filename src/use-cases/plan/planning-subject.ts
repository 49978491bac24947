// A ticket with everything that planning it needs, and the policy that holds for it.
import type { Core } from '../../core.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import type { ClientSystems } from '../../integrations/systems.ts';
import type { Person } from '../../people/person.ts';
import type { PolicyContext } from '../../policy/policy.ts';
import { policyContext } from '../../policy/rules-of.ts';
import { type Reading, readMessage } from '../../reading/read-message.ts';
import type { Ticket, TicketEntry } from '../../tickets/ticket.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import type { InEnglish } from './in-english.ts';

/** The states in which a ticket belongs to the planner. */
export const PLANNED_IN = ['new', 'working'] as const;

export interface PlanningSubject {
  readonly ticket: Ticket;
  readonly client: DeskClient;
  readonly systems: ClientSystems;
  readonly requester: Person;
  readonly submitter: Person;
  /** As they were written. */
  readonly messages: readonly string[];
  /** The same as planning reads them: in English. */
  readonly said: readonly string[];
  /** ISO 639 code; what is not English runs by no `auto`. */
  readonly language: string;
  readonly understood: InEnglish['understood'];
  /** Of the first of them. */
  readonly reading: Reading;
  /** What technicians told the planner about this ticket. */
  readonly hints: readonly string[];
  readonly workflows: readonly MatchedWorkflow[];
  /** Ids of those that fit what the requester wishes, and not only what they mention. */
  readonly wished: readonly string[];
  readonly matchWhy: string;
}

/**
 * The workflows for a request: those that fit its wish first, then those that fit what else it says.
 * @param topic what it is about with nouns for names, where that is known
 */
export function workflowsFor(
  core: Pick<Core, 'book'>,
  clientId: string,
  message: string,
  topic?: string,
): Pick<PlanningSubject, 'reading' | 'workflows' | 'wished' | 'matchWhy'> {
  const whole = core.book.match(topic ?? message, clientId);
  const reading = readMessage(message);
  const { sought, security } = reading;
  const wish = sought === '' ? undefined : core.book.match(topic ?? sought, clientId);
  const wished = wish?.workflows ?? [];
  const ids = wished.map(({ id }) => id);
  return {
    reading,
    workflows: [...wished, ...whole.workflows.filter(({ id }) => !ids.includes(id))],
    // What looks like an attack is told, not wished.
    wished: security ? whole.workflows.map(({ id }) => id) : ids,
    matchWhy: (ids.length > 0 ? wish : whole)?.result.why ?? '',
  };
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
  subject: Pick<PlanningSubject, 'client' | 'ticket'> &
    Partial<Pick<PlanningSubject, 'language' | 'reading'>>,
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
    heldBack: heldBack(subject),
  });
}

function heldBack({ language = 'en', reading }: Partial<Pick<PlanningSubject, 'language' | 'reading'>>) {
  if (language !== 'en') return 'The request is not in English';
  return reading?.whole === false ? 'The request is too long to be read whole' : undefined;
}
