// The planner that needs no model: the best matching workflow's recipe, or its tool steps filled from the message; without
// one a person takes over. Deterministic: the same request and the same reads give the same proposal.

import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import type { Planner, PlanningRequest, Proposal, Reads, ToolSummary } from '../planner.ts';
import { readDialogue } from './dialogue.ts';
import { fillSteps } from './fill-steps.ts';
import { createLookups, ReadFailed } from './lookups.ts';
import type { Recipe, RecipeContext } from './recipe.ts';
import { appAccess } from './recipes/app-access.ts';
import { changeGroup } from './recipes/change-group.ts';
import { guidance } from './recipes/guidance.ts';
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
  const workflow = request.workflows.find(
    (entry) => entry.steps !== undefined || recipeOf(entry) !== undefined,
  );
  if (!workflow) return noFit(request);
  const recipe = recipeOf(workflow);
  const ticketType = recipe?.ticketType ?? workflow.id;
  const context: RecipeContext = {
    request,
    look: createLookups(reads, signal),
    dialogue: readDialogue(request, workflow.id, ticketType),
    writes: byName(writes),
    ticketType,
  };
  try {
    if (recipe) return await recipe.plan(context);
    return await fillSteps(context, workflow, workflow.steps ?? [], stepTools(reads, writes));
  } catch (error) {
    if (error instanceof ReadFailed) return { type: 'hand_off', reason: `${error.message}.`, ticketType };
    throw error;
  }
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
