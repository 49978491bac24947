// What a recipe is given and what it may give back. A recipe reads, decides by written-down rules, and proposes; ids in its
// steps come from the directory and from nowhere else.
import type { Json } from '../../lib/json.ts';
import type { PlanningRequest, Proposal, ProposedStep, ToolSummary } from '../planner.ts';
import type { DirectoryReads } from './directory-reads.ts';

export interface Cook {
  readonly request: PlanningRequest;
  readonly reads: DirectoryReads;
  /** The requester's first message: what they want. */
  readonly wish: string;
  /** The answer to the question that was asked last, if one was. */
  readonly answer: string | undefined;
  readonly state: Readonly<Record<string, Json>>;
  readonly ticketType: string;
  /** Whether a plan may name this tool. */
  can(tool: string): boolean;
}

export type Recipe = (cook: Cook) => Promise<Proposal>;

/** After this many questions a person is quicker. */
const MAX_QUESTIONS = 3;

/** A slot is filled, or the recipe has to stop here with a question or a hand-off. */
export type Slot<T> =
  | { readonly type: 'filled'; readonly value: T }
  | { readonly type: 'stop'; readonly proposal: Proposal };

export const filled = <T>(value: T): Slot<T> => ({ type: 'filled', value });
export const stop = (proposal: Proposal): { readonly type: 'stop'; readonly proposal: Proposal } => ({
  type: 'stop',
  proposal,
});

/** Asks once more, or hands off when enough was asked. @param slot what the answer is about */
export function ask(
  cook: Cook,
  slot: string,
  question: string,
  known: Readonly<Record<string, Json>> = {},
): Proposal {
  const asked = Number(cook.state.asked ?? 0) + 1;
  if (asked > MAX_QUESTIONS) {
    return handOff(cook, `After ${MAX_QUESTIONS} questions it is still not clear: ${question}`);
  }
  const state = { ...cook.state, ...known, slot, asked };
  return { type: 'question', question, state, ticketType: cook.ticketType };
}

export function handOff(cook: Pick<Cook, 'ticketType'>, reason: string): Proposal {
  return { type: 'hand_off', reason, ticketType: cook.ticketType };
}

export function answerWith(cook: Cook, text: string, sources: readonly string[] = []): Proposal {
  return { type: 'answer', text, sources, ticketType: cook.ticketType };
}

export function propose(
  cook: Cook,
  plan: {
    readonly diagnosis: string;
    readonly evidence?: readonly string[];
    readonly steps: readonly ProposedStep[];
    readonly reply: string;
    readonly subject?: string | undefined;
  },
): Proposal {
  const missing = plan.steps.find((step) => !cook.can(step.tool));
  if (missing)
    return handOff(
      cook,
      `${plan.diagnosis} The tool ${missing.tool} is not connected, so a person has to do it.`,
    );
  return { type: 'plan', evidence: [], ...plan, ticketType: cook.ticketType };
}

/** Whether the planner may name a tool, by the summaries that it was given. */
export function canUse(writes: readonly ToolSummary[]): (tool: string) => boolean {
  const names = new Set(writes.map((tool) => tool.name));
  return (tool) => names.has(tool);
}
