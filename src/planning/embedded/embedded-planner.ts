// The planner that needs no model: the best matching workflow's recipe, or its tool steps filled from the message. No fit
// means a person. Deterministic: the same request and reads give the same proposal.
import type { MatchedWorkflow, Planner, PlanningRequest, Proposal, Reads, ToolSummary } from '../planner.ts';
import { createDirectoryReads, ReadFailed } from './directory-reads.ts';
import { type Cook, canUse, handOff, type Recipe } from './recipe.ts';
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
import { fillSteps } from './step-workflow.ts';

/** Recipes by name, with the ticket type that they stand for. */
const RECIPES: ReadonlyMap<string, { readonly type: string; readonly recipe: Recipe }> = new Map([
  ['reset_password', { type: 'password', recipe: resetPassword }],
  ['unlock_account', { type: 'password', recipe: unlockAccount }],
  ['mfa_reenrolment', { type: 'mfa', recipe: mfaReenrolment }],
  ['change_group', { type: 'access', recipe: changeGroup }],
  ['app_access', { type: 'access', recipe: appAccess }],
  ['guidance', { type: 'network', recipe: guidance }],
  ['software_install', { type: 'software', recipe: softwareInstall }],
  ['onboard', { type: 'onboarding', recipe: onboard }],
  ['offboard', { type: 'offboarding', recipe: offboard }],
  ['suspicious_sign_in', { type: 'security', recipe: suspiciousSignIn }],
  ['stuck_printer', { type: 'printing', recipe: stuckPrinter }],
  ['ticket_status', { type: 'status', recipe: ticketStatus }],
]);

export function createEmbeddedPlanner(): Planner {
  return { by: 'embedded', plan: (request, reads, writes) => plan(request, reads, writes) };
}

async function plan(
  request: PlanningRequest,
  reads: Reads,
  writes: readonly ToolSummary[],
): Promise<Proposal> {
  const workflow = request.workflows.find(
    (entry) => entry.steps !== undefined || RECIPES.has(entry.recipe ?? ''),
  );
  if (!workflow) {
    return {
      type: 'hand_off',
      reason: 'No workflow of this desk fits the request, and no model is connected to work it out.',
    };
  }
  const cook = cookFor(request, reads, writes, workflow);
  try {
    if (workflow.steps) return await fillSteps(cook, workflow, workflow.steps, writes);
    const known = RECIPES.get(workflow.recipe ?? '');
    return known ? await known.recipe(cook) : handOff(cook, `The recipe ${workflow.recipe} does not exist.`);
  } catch (error) {
    if (error instanceof ReadFailed) return handOff(cook, error.message);
    throw error;
  }
}

function cookFor(
  request: PlanningRequest,
  reads: Reads,
  writes: readonly ToolSummary[],
  workflow: MatchedWorkflow,
): Cook {
  const [wish = '', ...answers] = request.messages;
  const asked = request.state.slot !== undefined;
  return {
    request,
    reads: createDirectoryReads(reads),
    wish,
    answer: asked ? answers.at(-1) : undefined,
    state: request.state,
    ticketType: RECIPES.get(workflow.recipe ?? '')?.type ?? workflow.id,
    can: canUse(writes),
  };
}
