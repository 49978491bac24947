// The planner that needs no model: the best matching workflow's recipe, or its tool steps filled from the message; without
// one a person takes over. Deterministic: the same request and the same reads give the same proposal.

import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import type { Planner, PlanningRequest, Proposal, Reads, ToolSummary } from '../planner.ts';
import { readDialogue } from './dialogue.ts';
import { fillSteps } from './fill-steps.ts';
import { ANY_WISH, judgeWish } from './judge-wish.ts';
import { createLookups, ReadFailed } from './lookups.ts';
import { type Asks, handOff, type Recipe, type RecipeContext } from './recipe.ts';
import { appAccess } from './recipes/app-access.ts';
import { changeGroup } from './recipes/change-group.ts';
import { answerFromDocuments, guidance } from './recipes/guidance.ts';
import { mfaReenrolment } from './recipes/mfa-reenrolment.ts';
import { offboard } from './recipes/offboard.ts';
import { onboard } from './recipes/onboard.ts';
import { resetPassword } from './recipes/reset-password.ts';
import { softwareInstall } from './recipes/software-install.ts';
import { stuckPrinter } from './recipes/stuck-printer.ts';
import { suspiciousSignIn } from './recipes/suspicious-sign-in.ts';
import { ticketStatus } from './recipes/ticket-status.ts';
import { unlockAccount } from './recipes/unlock-account.ts';

/** By the name that a guide gives. */
export const RECIPES: ReadonlyMap<string, Recipe> = new Map([
  ['reset_password', resetPassword],
  ['unlock_account', unlockAccount],
  ['mfa_reenrolment', mfaReenrolment],
  ['change_group', changeGroup],
  ['app_access', appAccess],
  ['guidance', guidance],
  ['software_install', softwareInstall],
  ['onboard', onboard],
  ['offboard', offboard],
  ['suspicious_sign_in', suspiciousSignIn],
  ['stuck_printer', stuckPrinter],
  ['ticket_status', ticketStatus],
]);

/** Throws only what is not about the message: an aborted signal, a fault of its own. */
export function createEmbeddedPlanner(): Planner {
  return {
    plan: async (request, reads, writes, signal) => ({
      ...(await propose(request, reads, writes, signal)),
      by: 'embedded',
    }),
  };
}

async function propose(
  request: PlanningRequest,
  reads: Reads,
  writes: readonly ToolSummary[],
  signal: AbortSignal,
): Promise<Proposal> {
  const contextFor = (workflowId: string, ticketType: string): RecipeContext => ({
    request,
    look: createLookups(reads, signal),
    dialogue: readDialogue(request, workflowId, ticketType),
    writes: byName(writes),
    ticketType,
  });
  const isWished = ({ id }: MatchedWorkflow) => request.wished?.includes(id) ?? true;
  const workflow = request.workflows.find(
    (entry) =>
      (entry.steps !== undefined || recipeOf(entry) !== undefined) && (!changes(entry) || isWished(entry)),
  );
  if (!workflow) return withoutWish(contextFor('none', 'other'));
  const recipe = recipeOf(workflow);
  const context = contextFor(workflow.id, recipe?.ticketType ?? workflow.id);
  try {
    const proposal = recipe
      ? await recipe.plan(context)
      : await fillSteps(context, workflow, workflow.steps ?? [], stepTools(reads, writes));
    return asWished(context, recipe?.asks ?? ANY_WISH, proposal);
  } catch (error) {
    if (error instanceof ReadFailed)
      return { type: 'hand_off', reason: `${error.message}.`, ticketType: context.ticketType };
    throw error;
  }
}

/** A plan that nobody asked for becomes an answer or a person's affair, one that is likely asked for says so. */
async function asWished(context: RecipeContext, asks: Asks, proposal: Proposal): Promise<Proposal> {
  if (context.dialogue.reading.security && proposal.type !== 'plan') return withoutWish(context);
  const changesSomething = proposal.type === 'plan' || proposal.type === 'question';
  if (!changesSomething || context.request.onBehalf || context.request.hints.length > 0) return proposal;
  const { reading, answered } = context.dialogue;
  const names = reading.clauses.some(({ mood }) => mood === 'wish' || mood === 'fragment');
  if (reading.security && !asks.attack) return withoutWish(context);
  if (proposal.type === 'question' && names) return proposal;
  const verdict = judgeWish(reading, asks, {
    actsOnRequester: proposal.type === 'plan' && proposal.subject === undefined,
    answered,
  });
  if (verdict.type === 'none') return withoutWish(context, verdict.why);
  return verdict.type === 'likely' && proposal.type === 'plan'
    ? { ...proposal, unsure: verdict.why }
    : proposal;
}

/** Whether a workflow can end in a change. */
function changes(workflow: MatchedWorkflow): boolean {
  return workflow.steps !== undefined || (recipeOf(workflow)?.uses.writes.length ?? 0) > 0;
}

/** What wishes no change: a question is answered from the documents where they know it, the rest is a person's. */
async function withoutWish(context: RecipeContext, why?: string): Promise<Proposal> {
  const { request } = context;
  const { reading, all } = context.dialogue;
  if (reading.security)
    return {
      type: 'hand_off',
      urgent: true,
      reason: 'The requester reports what looks like an attack. Nothing was touched.',
      ticketType: 'security',
    };
  if (reading.instead === 'question' && request.workflows.length > 0) {
    const answer = await answerFromDocuments(context, all).catch(() => undefined);
    if (answer?.type === 'answer') return answer;
  }
  return why === undefined ? noFit(request) : handOff(context, why);
}

function recipeOf(workflow: MatchedWorkflow): Recipe | undefined {
  return workflow.recipe === undefined ? undefined : RECIPES.get(workflow.recipe);
}

function noFit({ workflows }: PlanningRequest): Proposal {
  const titles = workflows.map(({ title }) => `“${title}”`).join(', ');
  const reason =
    titles === ''
      ? 'No workflow of this desk fits the request.'
      : `The request fits ${titles}, which needs a language model or a person.`;
  return { type: 'hand_off', reason };
}

function stepTools(reads: Reads, writes: readonly ToolSummary[]): ReadonlyMap<string, ToolSummary> {
  return byName([...reads.offered, ...writes]);
}

function byName(tools: readonly ToolSummary[]): ReadonlyMap<string, ToolSummary> {
  return new Map(tools.map((tool) => [tool.name, tool]));
}
