// What a message would lead to, by the same planner, binding and policy as a real one. It opens no ticket and writes nothing.
import type { Core } from '../../core.ts';
import type { Mode } from '../../desk/client.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import type { Person } from '../../people/person.ts';
import type { ProposedPlan } from '../../planning/planner.ts';
import type { PlanBody } from '../../plans/plan.ts';
import { planOutcome } from '../../policy/plan-outcome.ts';
import type { Decision, Effect } from '../../policy/policy.ts';
import type { Ticket } from '../../tickets/ticket.ts';
import { bindProposal } from './bind-proposal.ts';
import { inEnglish } from './in-english.ts';
import { knownNames } from './known-names.ts';
import { matchOwnNames } from './match-own-names.ts';
import { type PlanningSubject, workflowsFor } from './planning-subject.ts';
import { propose } from './propose.ts';

export interface RehearsedStep {
  readonly tool: string;
  readonly sentence: string;
  readonly effect: Effect;
  readonly manager: boolean;
  readonly why: string;
}

export interface Rehearsal {
  readonly outcome: 'auto' | 'approval_needed' | 'confirm' | 'refused' | 'question' | 'answer' | 'hand_off';
  /** In plan mode the outcome is what policy says; nothing of it happens. */
  readonly mode: Mode;
  /** Ids, best first. */
  readonly workflows: readonly string[];
  /** Why these workflows, or why none. */
  readonly why: string;
  readonly diagnosis?: string;
  readonly steps: readonly RehearsedStep[];
  /** What the requester is asked to confirm first; `steps` is empty then. */
  readonly would?: readonly RehearsedStep[];
  /** Names of the technicians who may approve. */
  readonly approvers?: readonly string[];
  /** `Mia Fontaine <mia@...>`, who has to approve as well. */
  readonly manager?: string;
  /** What the requester is told when all is done. */
  readonly reply?: string;
  /** The question, the answer, or the reason for the refusal or hand-off. */
  readonly text?: string;
}

type Head = Pick<Rehearsal, 'mode' | 'workflows' | 'why' | 'steps'>;

export async function rehearse(
  core: Core,
  message: { readonly client: DeskClient; readonly requester: Person; readonly text: string },
): Promise<Rehearsal> {
  const { client, requester, text } = message;
  const ticket = unwritten(core, client, requester, text);
  const systems = core.systems(client.id);
  const english = await inEnglish([text], (phrases) =>
    knownNames(core, { ticket, client, systems, requester }, phrases),
  );
  const { reading, workflows, wished, matchWhy } = workflowsFor(
    core,
    client.id,
    english.said[0] ?? text,
    english.topic,
  );
  const subject = await matchOwnNames(core, {
    ticket,
    client,
    systems,
    requester,
    submitter: requester,
    messages: [text],
    ...english,
    reading,
    hints: [],
    workflows,
    wished,
    matchWhy,
  });
  const head: Head = {
    mode: core.desk.modeOf(client.id),
    workflows: subject.workflows.map(({ id }) => id),
    why: subject.matchWhy,
    steps: [],
  };
  const proposal = await propose(core, subject);
  switch (proposal.type) {
    case 'hand_off':
      return { outcome: 'hand_off', ...head, text: proposal.reason };
    case 'question':
      return { outcome: 'question', ...head, text: proposal.question };
    case 'answer':
      return { outcome: 'answer', ...head, text: proposal.text };
    case 'plan':
      return rehearsePlan(core, subject, head, proposal);
  }
}

async function rehearsePlan(
  core: Core,
  subject: PlanningSubject,
  head: Head,
  proposal: ProposedPlan,
): Promise<Rehearsal> {
  const { bound } = await bindProposal(core, subject, proposal);
  const { diagnosis } = proposal;
  if (bound.type === 'refused') {
    const steps = bound.decisions.map((decision, index) => ({
      tool: proposal.steps[index]?.tool ?? '',
      // A refused step was never put into words.
      ...rehearsed(proposal.steps[index]?.why ?? '', decision),
    }));
    return { outcome: 'refused', ...head, diagnosis, steps, text: bound.why };
  }
  const { effect, manager } = planOutcome(bound.decisions);
  const steps = bound.body.steps.map(({ tool, sentence, policy }) => ({
    tool,
    ...rehearsed(sentence, { ...policy, summary: policy.why }),
  }));
  if (proposal.unsure !== undefined)
    return { outcome: 'confirm', ...head, diagnosis, would: steps, text: proposal.unsure };
  const person = bound.body.manager;
  return {
    outcome: effect === 'disabled' ? 'refused' : effect,
    ...head,
    diagnosis,
    steps,
    ...(effect === 'approval_needed' ? { approvers: approversOf(core, subject.client, bound.body) } : {}),
    ...(manager && person ? { manager: `${person.name} <${person.email}>` } : {}),
    reply: bound.body.reply,
  };
}

function rehearsed(
  sentence: string,
  { effect, manager, summary }: Pick<Decision, 'effect' | 'manager' | 'summary'>,
): Omit<RehearsedStep, 'tool'> {
  return { sentence, effect, manager, why: summary };
}

/** Nobody decides what they asked for, what acts on them, or what they decide as the manager. */
function approversOf(core: Core, client: DeskClient, body: PlanBody): readonly string[] {
  const involved = [body.requester, body.submitter, body.subject, body.manager].map(
    (person) => person?.email,
  );
  return core.desk
    .technicians(client.id)
    .filter(({ email }) => !involved.includes(email) && (client.approvers?.includes(email) ?? true))
    .map(({ name }) => name);
}

/** A ticket that is on no paper. */
function unwritten(core: Core, client: DeskClient, requester: Person, text: string): Ticket {
  const address = { platform: 'playground', tenant: 'playground', channel: 'dry-run' } as const;
  const now = core.clock.now();
  return {
    id: 'dry-run',
    number: 0,
    clientId: client.id,
    requesterId: requester.id,
    submitterId: requester.id,
    title: text.slice(0, 80),
    state: 'new',
    type: undefined,
    typeBy: undefined,
    address,
    message: undefined,
    threadKey: '',
    source: 'chat',
    verified: true,
    assigneeId: undefined,
    assignedAt: undefined,
    planning: {},
    questions: 0,
    attachments: [],
    handOffReason: undefined,
    rating: undefined,
    createdAt: now,
    updatedAt: now,
    resolvedAt: undefined,
  };
}
