// A ticket becomes a proposal: match, diagnose with read tools, plan. What becomes of the proposal is decided next door.
import type { Core } from '../../core.ts';
import type { ClientSystems } from '../../integrations/systems.ts';
import type { Job, JobOutcome } from '../../jobs/job.ts';
import { errorText } from '../../lib/errors.ts';
import type { Json } from '../../lib/json.ts';
import { deadline } from '../../lib/timers.ts';
import type { Proposed, Reads, ToolSummary } from '../../planning/planner.ts';
import { evaluateStep } from '../../policy/evaluate.ts';
import type { TicketState } from '../../tickets/ticket.ts';
import { type Tool, ToolError, toolSchema } from '../../tools/tool.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import { type PlanningSubject, policyOf, wordsOf } from './planning-subject.ts';
import { reconsider } from './reconsider.ts';
import { createProgress } from './show-progress.ts';
import { takeProposal } from './take-proposal.ts';

/** The whole diagnosis, whatever hangs. */
const PLANNING_TIMEOUT_MS = 90_000;
const READ_LENGTH = 8000;

/** `added` where a request waits already. */
export async function planTicket(core: Core, job: Job<'plan'>): Promise<JobOutcome> {
  const { ticketId, added } = job.payload;
  const subject = await gather(core, ticketId, added ? ['awaiting_approval'] : ['new', 'working']);
  const before = await core.plans.ofTicket(ticketId);
  if (!subject || before?.status === 'running') return { type: 'done' };
  if (added && before) {
    const proposal = (await core.plans.hasBegun(ticketId)) ? undefined : await propose(core, subject);
    await reconsider(core, subject, before, proposal, job);
    return { type: 'ended' };
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
  const { workflows, result } = core.book.match(messages[0] ?? '', client.id);
  const hinted = core.book.match(hints.at(-1) ?? '', client.id).workflows;
  const systems = core.systems(client.id);
  return {
    ticket,
    client,
    systems,
    requester,
    submitter,
    messages,
    hints,
    workflows: hintedFirst(hinted, workflows),
    matchWhy: hinted.length > 0 ? `A technician's hint comes first. ${result.why}` : result.why,
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

/** Diagnoses with read tools and proposes; writes nothing. */
export async function propose(core: Core, subject: PlanningSubject): Promise<Proposed> {
  const { ticket, client, systems, requester } = subject;
  using time = deadline(core.clock, PLANNING_TIMEOUT_MS);
  const { signal } = time;
  const progress = createProgress(core, ticket);
  try {
    const [entry] = (await systems.directory?.findPeople(requester.email, signal)) ?? [];
    const request = core.redactor.value({
      ticketId: ticket.id,
      ticketNumber: ticket.number,
      clientId: client.id,
      messages: subject.messages,
      hints: subject.hints,
      state: ticket.planning,
      requester: { id: entry?.id, email: requester.email, name: requester.name },
      onBehalf: ticket.requesterId !== ticket.submitterId,
      clientName: client.name,
      timeZone: client.timeZone,
      workflows: subject.workflows,
    });
    const proposal = await core.planner.plan(
      { ...request, now: core.clock.now(), onProgress: progress.tell },
      readsFor(core, subject, signal),
      core.redactor.value(summaries(systems, (tool) => tool.risk !== 'read')),
      signal,
    );
    return core.redactor.value(proposal);
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

/** Tools of risk `read` whose policy is `auto`, and nothing else. */
function readsFor(core: Core, subject: PlanningSubject, signal: AbortSignal): Reads {
  const { systems, requester, ticket, client } = subject;
  // An unverified requester stops steps from being automatic, not the technicians' diagnosis.
  const context = { ...policyOf(core, subject, undefined), requesterVerified: true };
  const isOffered = (tool: Tool) => {
    const connected = systems.tools.get(tool.name);
    if (tool.risk !== 'read' || !connected) return false;
    const facts = {
      tool: tool.name,
      integration: connected.integration,
      risk: tool.risk,
      repeat: tool.repeat,
    };
    return (
      evaluateStep({ ...facts, fromMcp: connected.fromMcp, args: {}, targets: [] }, context).effect === 'auto'
    );
  };
  return {
    offered: core.redactor.value(summaries(systems, isOffered)),
    call: async (name, args) => {
      const connected = systems.tools.get(name);
      if (!connected || !isOffered(connected.tool))
        throw new ToolError('final', `The tool ${name} is not offered here`);
      const parsed = connected.tool.args.safeParse(args);
      if (!parsed.success) throw new ToolError('final', `${name}: ${parsed.error.issues[0]?.message}`);
      const looked = connected.tool.execute(parsed.data, {
        clientId: client.id,
        requesterEmail: requester.email,
        ticketNumber: ticket.number,
        idempotencyKey: `read:${ticket.id}`,
        clock: core.clock,
        signal,
        secret: (secret) => core.vault.value(client.id, secret),
      });
      return core.redactor.value(cut(await looked.catch(maskedError(core))));
    },
  };
}

/** What a system says about its failure may hold what it was called with. */
function maskedError(core: Core): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof ToolError)) throw error;
    throw new ToolError(error.outcome, core.redactor.text(error.message));
  };
}

function summaries(systems: ClientSystems, pick: (tool: Tool) => boolean): readonly ToolSummary[] {
  return [...systems.tools.values()]
    .map((connected) => connected.tool)
    .filter(pick)
    .map((tool) => ({
      name: tool.name,
      description: tool.description,
      risk: tool.risk,
      argKinds: tool.argKinds,
      schema: toolSchema(tool),
    }));
}

function cut(result: Json): Json {
  const text = JSON.stringify(result) ?? 'null';
  if (text.length <= READ_LENGTH || !Array.isArray(result)) return result;
  // Fewer whole entries rather than a broken one.
  const kept: Json[] = [];
  let length = 0;
  for (const entry of result) {
    length += JSON.stringify(entry).length;
    if (length > READ_LENGTH) break;
    kept.push(entry);
  }
  return kept;
}
