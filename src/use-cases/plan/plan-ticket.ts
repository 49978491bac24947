// A ticket becomes a proposal: match, diagnose with read tools, plan. What becomes of the proposal is decided next door.
import type { Core } from '../../core.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import { errorText } from '../../lib/errors.ts';
import { deadline } from '../../lib/timers.ts';
import type { Proposed } from '../../planning/planner.ts';
import { readMessage } from '../../reading/read-message.ts';
import type { TicketState } from '../../tickets/ticket.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import { handedOverIn, inEnglish, languageName } from './in-english.ts';
import { matchOwnNames } from './match-own-names.ts';
import { type PlanningSubject, wordsOf, workflowsFor } from './planning-subject.ts';
import { readsFor, summaries } from './reads-for.ts';
import { reconsider } from './reconsider.ts';
import { createProgress } from './show-progress.ts';
import { takeConfirmed, takeProposal } from './take-proposal.ts';

/** The whole diagnosis, whatever hangs. */
const PLANNING_TIMEOUT_MS = 90_000;

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
  const english = await inEnglish(messages);
  const { reading, workflows, wished, matchWhy } = workflowsFor(core, client.id, english.said[0] ?? '');
  const hinted = core.book.match(hints.at(-1) ?? '', client.id).workflows;
  const systems = core.systems(client.id);
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

/**
 * The embedded planner's invariants hold for a model's proposals too: what reads as no wish is asked about, and a report of an attack
 * is a person's, whatever the model makes of it.
 */
function heldToReading({ said, submitter, requester, hints }: PlanningSubject, proposal: Proposed): Proposed {
  if (proposal.by !== 'model' || proposal.type !== 'plan') return proposal;
  if (submitter.id !== requester.id || hints.length > 0) return proposal;
  const { instead, security } = readMessage(said.join('\n'));
  if (security)
    return {
      type: 'hand_off',
      by: 'model',
      urgent: true,
      ticketType: 'security',
      reason: proposal.diagnosis,
    };
  return instead === undefined
    ? proposal
    : { ...proposal, unsure: `The message reads as no wish (${instead.replaceAll('_', ' ')}).` };
}

/** Diagnoses with read tools and proposes; writes nothing. */
export async function propose(core: Core, subject: PlanningSubject): Promise<Proposed> {
  const { ticket, client, systems, requester, language } = subject;
  if (!subject.understood && subject.hints.length === 0)
    return {
      type: 'hand_off',
      by: 'embedded',
      reason: `The message is in ${languageName(language)}, and not all of it was understood.`,
      tell: handedOverIn(language),
    };
  using time = deadline(core.clock, PLANNING_TIMEOUT_MS);
  const { signal } = time;
  const progress = createProgress(core, ticket);
  try {
    const [entry] = (await systems.directory?.findPeople(requester.email, signal)) ?? [];
    const request = core.redactor.value({
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      clientId: client.id,
      messages: subject.said,
      hints: subject.hints,
      state: ticket.planning,
      requester: { id: entry?.id, email: requester.email, name: requester.name },
      onBehalf: ticket.requesterId !== ticket.submitterId,
      clientName: client.name,
      timeZone: client.timeZone,
      workflows: subject.workflows,
      wished: subject.wished,
    });
    const proposal = await core.planner.plan(
      { ...request, now: core.clock.now(), onProgress: progress.tell },
      readsFor(core, subject, signal),
      core.redactor.value(summaries(systems, (tool) => tool.risk !== 'read')),
      signal,
    );
    return core.redactor.value(heldToReading(subject, proposal));
  } catch (error) {
    core.log.warn({ ticket: ticket.number, error: errorText(error) }, 'planning failed; handing off');
    return {
      type: 'hand_off',
      by: 'embedded',
      reason: core.redactor.text(`The diagnosis could not be made: ${errorText(error)}`),
    };
  } finally {
    progress.end();
  }
}
