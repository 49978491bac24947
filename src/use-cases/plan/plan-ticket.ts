// A ticket becomes a proposal: match, diagnose with read tools, plan. What becomes of the proposal is decided next door.
import type { Core } from '../../core.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import type { TicketState } from '../../tickets/ticket.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import { inEnglish } from './in-english.ts';
import { knownNames } from './known-names.ts';
import { matchOwnNames } from './match-own-names.ts';
import { type PlanningSubject, wordsOf, workflowsFor } from './planning-subject.ts';
import { propose } from './propose.ts';
import { reconsider } from './reconsider.ts';
import { takeConfirmed, takeProposal } from './take-proposal.ts';

/** `added` where a request waits already. */
export async function planTicket(core: Core, job: Job<'plan'>): Promise<JobOutcome> {
  const { ticketId, added, confirmed } = job.payload;
  const gathered = await gather(core, ticketId, added ? ['awaiting_approval'] : ['new', 'working']);
  const before = await core.plans.ofTicket(ticketId);
  if (!gathered || before?.status === 'running') return { type: 'done' };
  const subject = await matchOwnNames(core, gathered);
  if (added && before) {
    const proposal = (await core.plans.hasBegun(ticketId)) ? undefined : await propose(core, subject);
    await reconsider(core, subject, before, proposal, job);
    return { type: 'ended' };
  }
  if (confirmed !== undefined) {
    if (before?.id === confirmed && before.status === 'confirmed')
      await takeConfirmed(core, subject, before, job);
    return { type: before?.id === confirmed ? 'ended' : 'done' };
  }
  await takeProposal(core, subject, await propose(core, subject), job);
  return { type: 'ended' };
}

/** Undefined if there is nothing to plan any more: withdrawn, taken by a technician, closed. */
async function gather(
  core: Core,
  ticketId: string,
  states: readonly TicketState[],
): Promise<PlanningSubject | undefined> {
  const ticket = await core.tickets.get(ticketId);
  if (!ticket || !states.includes(ticket.state)) return undefined;
  const [requester, submitter, entries] = await Promise.all([
    core.people.person(ticket.requesterId),
    core.people.person(ticket.submitterId),
    core.tickets.entries(ticket.id),
  ]);
  const client = core.desk.client(ticket.clientId);
  if (!requester || !submitter || !client) {
    throw new Error(`Ticket ${ticket.number} names people or a client that the desk does not have any more`);
  }
  const { messages, hints } = wordsOf(entries);
  const systems = core.systems(client.id);
  const english = await inEnglish(messages, (phrases) =>
    knownNames(core, { ticket, client, systems, requester }, phrases),
  );
  const { reading, workflows, wished, matchWhy } = workflowsFor(
    core,
    client.id,
    english.said[0] ?? '',
    english.topic,
  );
  const hinted = core.book.match(hints.at(-1) ?? '', client.id).workflows;
  return {
    ticket,
    client,
    systems,
    requester,
    submitter,
    messages,
    ...english,
    reading,
    hints,
    workflows: hintedFirst(hinted, workflows),
    wished: [...hinted.map(({ id }) => id), ...wished],
    matchWhy: hinted.length > 0 ? `A technician's hint comes first. ${matchWhy}` : matchWhy,
  };
}

/** What a technician names comes before what the message matched; nothing else of a hint is understood without a model. */
function hintedFirst(
  hinted: readonly MatchedWorkflow[],
  matched: readonly MatchedWorkflow[],
): readonly MatchedWorkflow[] {
  const ids = new Set(hinted.map(({ id }) => id));
  const first = hinted.map((workflow) => ({ ...workflow, why: `a technician's hint: ${workflow.why}` }));
  return [...first, ...matched.filter(({ id }) => !ids.has(id))];
}
