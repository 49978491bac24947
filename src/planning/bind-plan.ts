// Turns what a planner proposed into a plan: every step validated, resolved in the client's systems and put under policy.
// The planner's words decide nothing here; a proposal that does not hold is refused with the reason.
import type { Client } from '../desk/client.ts';
import type { ClientSystems } from '../integrations/systems.ts';
import type { Clock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import type { Json } from '../lib/json.ts';
import { lookUp } from '../lib/look-up.ts';
import type { Person } from '../people/person.ts';
import type { PlanBody, PlanPerson, PlanProse, PlanStep } from '../plans/plan.ts';
import type { Decision, StepFacts } from '../policy/policy.ts';
import type { DirectoryPerson } from '../ports/directory.ts';
import { hashTool, type ToolContext } from '../tools/tool.ts';
import type { MatchedWorkflow } from '../workflows/workflow.ts';
import { lookUpTargets } from './look-up-targets.ts';
import type { Proposal, ProposedStep } from './planner.ts';

/** More than any sound request needs; a longer plan is a mistake or an attack. */
export const MAX_PLAN_STEPS = 40;
const MAX_TEXT_ARG = 200;
const MAX_REPLY = 2000;

export interface BindContext {
  readonly client: Client;
  readonly requester: Person;
  readonly submitter: Person;
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly systems: ClientSystems;
  readonly workflows: readonly MatchedWorkflow[];
  readonly by: PlanProse['by'];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** Policy as it holds now for this client, ticket type and requester. */
  evaluate(facts: StepFacts): Decision;
}

export type Bound =
  | {
      readonly type: 'bound';
      readonly body: PlanBody;
      readonly prose: PlanProse;
      readonly decisions: readonly Decision[];
    }
  /** `hard`: a limit that no approval lifts. */
  | { readonly type: 'refused'; readonly why: string; readonly decisions: readonly Decision[] };

type Plan = Extract<Proposal, { type: 'plan' }>;

export async function bindPlan(proposal: Plan, context: BindContext): Promise<Bound> {
  if (proposal.steps.length === 0) return refuse('The plan has no steps.');
  if (proposal.steps.length > MAX_PLAN_STEPS) {
    return refuse(`The plan has ${proposal.steps.length} steps; ${MAX_PLAN_STEPS} is the most.`);
  }
  const steps: PlanStep[] = [];
  const decisions: Decision[] = [];
  const effects: PlanProse['effects'][number][] = [];
  for (const proposed of proposal.steps) {
    const bound = await bindStep(proposed, context);
    if (bound.type === 'refused')
      return refuse(bound.why, [...decisions, ...(bound.decision ? [bound.decision] : [])]);
    steps.push(bound.step);
    decisions.push(bound.decision);
    effects.push(bound.effect);
  }
  const subject = proposal.subject ? await findPlanPerson(proposal.subject, context) : onlyPerson(steps);
  const needsManager = steps.some((step) => step.policy.manager || step.policy.verify);
  const manager = needsManager ? await resolveManager(context, subject) : undefined;
  if (manager?.type === 'none') return refuse(manager.why, decisions);
  const body: PlanBody = {
    v: 1,
    clientId: context.client.id,
    ticketId: context.ticketId,
    requester: toPlanPerson(context.requester),
    submitter: toPlanPerson(context.submitter),
    ...(subject && subject.email !== context.requester.email ? { subject } : {}),
    steps,
    ...(manager ? { manager: manager.person } : {}),
    reply: proposal.reply.slice(0, MAX_REPLY),
  };
  return { type: 'bound', body, prose: toProse(proposal, context, effects), decisions };
}

type BoundStep =
  | {
      readonly type: 'bound';
      readonly step: PlanStep;
      readonly decision: Decision;
      readonly effect: PlanProse['effects'][number];
    }
  | { readonly type: 'refused'; readonly why: string; readonly decision?: Decision };

async function bindStep(proposed: ProposedStep, context: BindContext): Promise<BoundStep> {
  const connected = context.systems.tools.get(proposed.tool);
  if (!connected) return { type: 'refused', why: `The tool ${proposed.tool.slice(0, 60)} is not connected.` };
  const { tool } = connected;
  const long = Object.entries(proposed.args).find(([, value]) => JSON.stringify(value).length > MAX_TEXT_ARG);
  if (long)
    return {
      type: 'refused',
      why: `${tool.name}: ${long[0].slice(0, 40)} is longer than ${MAX_TEXT_ARG} characters.`,
    };
  const found = await lookUpTargets(tool, proposed.args, {
    systems: context.systems,
    requesterEmail: context.requester.email,
    protected: context.client.protected,
    domains: context.client.domains,
    signal: context.signal,
  });
  if (found.type === 'refused') return found;
  const decision = gate(
    context.evaluate({
      tool: tool.name,
      integration: connected.integration,
      risk: tool.risk,
      repeat: tool.repeat,
      fromMcp: connected.fromMcp,
      args: textsOf(found.args, found.names),
      targets: found.targets,
    }),
  );
  if (decision.effect === 'disabled') return { type: 'refused', why: decision.summary, decision };
  const deliverTo = tool.delivers ? await recipientOf(proposed, found.targets, context) : undefined;
  if (tool.delivers && !deliverTo) {
    return { type: 'refused', why: `${tool.name}: nobody is named who may open the temporary password.` };
  }
  const step: PlanStep = {
    tool: tool.name,
    integration: connected.integration,
    toolHash: hashTool(tool),
    risk: tool.risk,
    args: found.args,
    names: found.names,
    targets: found.targets,
    sentence: tool.describe(found.args, found.names),
    ...(proposed.notBefore === undefined ? {} : { notBefore: proposed.notBefore }),
    policy: {
      effect: decision.effect,
      manager: decision.manager,
      verify: decision.verify,
      why: decision.summary,
    },
    ...(deliverTo ? { deliverTo } : {}),
  };
  const change = await tool.before?.(found.args, readContext(context)).catch(() => undefined);
  return { type: 'bound', step, decision, effect: { change, undo: tool.undo?.(found.args, found.names) } };
}

/** A fresh proof of identity is a person's click, so a step that asks for one is never automatic. */
function gate(decision: Decision): Decision {
  const asks = decision.verify || decision.manager;
  return decision.effect === 'auto' && asks ? { ...decision, effect: 'approval_needed' } : decision;
}

/** Texts of an argument for `when`: its resolved name, its detail and the raw value. */
function textsOf(
  args: Readonly<Record<string, Json>>,
  names: Readonly<Record<string, { name: string; detail?: string | undefined }>>,
): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(args).map(([arg, value]) => {
      const name = lookUp(names, arg);
      return [arg, [name?.name, name?.detail, String(value)].filter((text) => text !== undefined)];
    }),
  );
}

function readContext(context: BindContext): ToolContext {
  return {
    clientId: context.client.id,
    requesterEmail: context.requester.email,
    ticketNumber: context.ticketNumber,
    idempotencyKey: 'read',
    clock: context.clock,
    signal: context.signal,
    // Reads made before an approval never see a secret.
    secret: () => Promise.reject(new Error('no secrets before an approval')),
  };
}

async function recipientOf(
  proposed: ProposedStep,
  targets: PlanStep['targets'],
  context: BindContext,
): Promise<PlanPerson | undefined> {
  const id = proposed.deliverTo ?? targets.find((target) => target.kind === 'person')?.id;
  return id === undefined ? toPlanPerson(context.requester) : findPlanPerson(id, context);
}

async function findPlanPerson(id: string, context: BindContext): Promise<PlanPerson | undefined> {
  const person = await context.systems.directory?.person(id, context.signal);
  return person ? fromDirectory(person) : undefined;
}

/** The one other person that the steps act on, if there is exactly one. */
function onlyPerson(steps: readonly PlanStep[]): PlanPerson | undefined {
  const others = new Map<string, PlanPerson>();
  for (const step of steps) {
    for (const target of step.targets) {
      if (target.kind !== 'person' || target.isRequester) continue;
      others.set(target.id, {
        id: target.id,
        email: lookUp(step.names, target.arg)?.detail ?? '',
        name: target.name,
      });
    }
  }
  return others.size === 1 ? [...others.values()][0] : undefined;
}

type Resolved =
  | { readonly type: 'found'; readonly person: PlanPerson }
  | { readonly type: 'none'; readonly why: string };

/** The requester's direct manager as the identity provider says, else the client's fallback; never requester, submitter or subject. */
async function resolveManager(context: BindContext, subject: PlanPerson | undefined): Promise<Resolved> {
  const { directory } = context.systems;
  const none = (why: string): Resolved => ({ type: 'none', why });
  if (!directory) return none('A manager has to approve, and no directory is connected that names one.');
  try {
    const [requester] = await directory.findPeople(context.requester.email, context.signal);
    const managerId = requester?.managerId;
    const manager = managerId ? await directory.person(managerId, context.signal) : undefined;
    const fallback = context.client.managerFallback;
    const found =
      manager ?? (fallback ? (await directory.findPeople(fallback, context.signal))[0] : undefined);
    if (!found?.enabled)
      return none(`A manager has to approve, and no manager of ${context.requester.name} was found.`);
    const person = fromDirectory(found);
    const involved = [context.requester.email, context.submitter.email, subject?.email].map((email) =>
      email?.toLowerCase(),
    );
    if (involved.includes(person.email.toLowerCase())) {
      return none(
        `A manager has to approve, and ${person.name} is part of this request. Nobody approves their own request.`,
      );
    }
    return { type: 'found', person };
  } catch (error) {
    return none(`A manager has to approve, and the directory could not be read: ${errorText(error)}`);
  }
}

function toProse(proposal: Plan, context: BindContext, effects: PlanProse['effects']): PlanProse {
  return {
    ticketNumber: context.ticketNumber,
    diagnosis: proposal.diagnosis,
    evidence: proposal.evidence,
    whys: proposal.steps.map((step) => step.why),
    workflows: context.workflows.map(({ id, title, why }) => ({ id, title, why })),
    effects,
    by: context.by,
  };
}

function fromDirectory(person: DirectoryPerson): PlanPerson {
  return { id: person.id, email: person.email.toLowerCase(), name: person.name };
}

function toPlanPerson(person: Person): PlanPerson {
  return { id: person.id, email: person.email.toLowerCase(), name: person.name };
}

function refuse(why: string, decisions: readonly Decision[] = []): Bound {
  return { type: 'refused', why, decisions };
}
