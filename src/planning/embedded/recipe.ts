// What a recipe is: reads, then a proposal. It never writes; what it needs and cannot have becomes a hand-off.
import type { DirectoryPerson } from '../../ports/directory.ts';
import type { ChangeTool, ReadTool } from '../../tools/tool-name.ts';
import type { PlanningRequest, Proposal, ProposedStep } from '../planner.ts';
import type { Dialogue } from './dialogue.ts';
import type { Lookups } from './lookups.ts';

export interface RecipeContext {
  readonly request: PlanningRequest;
  readonly look: Lookups;
  readonly dialogue: Dialogue;
  /** Tools that a plan may name. */
  readonly writes: { has(tool: ChangeTool): boolean };
  readonly ticketType: string;
}

/** What counts as asking for a recipe's deed. Held against single clauses in lower case. */
export interface Asks {
  /** The deed's own words: a wish that holds them is certain. */
  readonly deed: RegExp;
  /** A complaint in the present that is a wish by itself: "I forgot my password". */
  readonly situation?: RegExp;
  /** A statement that mostly means the deed, and is asked about: "Sam leaves on Friday". */
  readonly notice?: RegExp;
  /** It is for what looks like an attack; every other recipe leaves that to a person. */
  readonly attack?: true;
  /** It acts on somebody's own account, so that passwords of other things have to be told from it. */
  readonly account?: true;
  /** It acts on a person; without a word of who that is, it is asked whether the writer is meant. */
  readonly personal?: true;
}

export interface Recipe {
  /** As policies name it, e.g. `password`. */
  readonly ticketType: string;
  /** What it looks at and what its plans are made of; where its guide fits, a model is offered no other changes. */
  readonly uses: { readonly reads: readonly ReadTool[]; readonly writes: readonly ChangeTool[] };
  /** Absent where its plans change nothing. */
  readonly asks?: Asks;
  plan(context: RecipeContext): Promise<Proposal>;
}

/** A step of a recipe's plan: a tool that comes with the desk. */
export interface RecipeStep extends ProposedStep {
  readonly tool: ChangeTool;
}

/** Either what was looked for, or the proposal that ends the recipe here. */
export type Settled<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly proposal: Proposal };

export function settled<T>(value: T): Settled<T> {
  return { ok: true, value };
}

export function stopped<T>(proposal: Proposal): Settled<T> {
  return { ok: false, proposal };
}

export function handOff(context: RecipeContext, reason: string): Proposal {
  return { type: 'hand_off', reason, ticketType: context.ticketType };
}

/** The hand-off that names the tools a plan would need and may not use, if any. */
export function missingTools(context: RecipeContext, tools: Iterable<ChangeTool>): Proposal | undefined {
  const missing = [...new Set(tools)].filter((tool) => !context.writes.has(tool));
  if (missing.length === 0) return undefined;
  return handOff(context, `The plan would need ${missing.join(' and ')}, which may not be used here.`);
}

/** The plan with its person acted on, or the hand-off if a step's tool may not be used. */
export function propose(
  context: RecipeContext,
  plan: Omit<Extract<Proposal, { type: 'plan' }>, 'type' | 'ticketType' | 'subject' | 'steps'> & {
    readonly steps: readonly RecipeStep[];
  },
  subject?: DirectoryPerson,
): Proposal {
  const missing = missingTools(
    context,
    plan.steps.map(({ tool }) => tool),
  );
  if (missing) return missing;
  const isOther = subject !== undefined && !isRequester(context, subject);
  return {
    type: 'plan',
    ticketType: context.ticketType,
    ...plan,
    ...(isOther ? { subject: subject.id } : {}),
  };
}

export function isRequester(context: RecipeContext, person: DirectoryPerson): boolean {
  return person.email.toLowerCase() === context.request.requester.email.toLowerCase();
}
