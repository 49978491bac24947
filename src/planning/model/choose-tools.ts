// Which tools a run is offered, and that is settled once: by the matched workflows and the requester's first message, before
// anything else is read. What is read later cannot widen the set. Pure and deterministic.

import type { ReadTool } from '../../tools/tool-name.ts';
import type { MatchedWorkflow } from '../../workflows/workflow.ts';
import { RECIPES } from '../embedded/embedded-planner.ts';
import type { PlanningRequest, ToolSummary } from '../planner.ts';

const MOST_READS = 12;
const MOST_WRITES = 24;
/** A longer schema is no tool that a model could use well, and it would fill the prompt. */
const LONGEST_SCHEMA = 4000;

/** Useful for nearly every request. */
const CORE: ReadonlySet<string> = new Set<ReadTool>([
  'find_people',
  'get_person',
  'search_documents',
  'similar_tickets',
]);

export interface ChosenTools {
  readonly reads: readonly ToolSummary[];
  readonly writes: readonly ToolSummary[];
}

/** Both lists by name. Where every matched workflow says which changes it needs, no other is offered. */
export function chooseTools(
  request: Pick<PlanningRequest, 'messages' | 'workflows'>,
  reads: readonly ToolSummary[],
  writes: readonly ToolSummary[],
): ChosenTools {
  const { workflows } = request;
  const words = wordsOf(request.messages[0] ?? '');
  const needed = new Set(workflows.flatMap(neededTools));
  const isNarrow = workflows.length > 0 && workflows.every(saysWhatItNeeds);
  const usable = writes.filter((tool) => isUsable(tool) && tool.risk !== 'read');
  return {
    reads: best(
      reads.filter((tool) => isUsable(tool) && tool.risk === 'read'),
      MOST_READS,
      (tool) => (needed.has(tool.name) ? 100 : 0) + (CORE.has(tool.name) ? 50 : 0) + overlap(tool, words),
    ),
    writes: best(
      isNarrow ? usable.filter(({ name }) => needed.has(name)) : usable,
      MOST_WRITES,
      (tool) => (needed.has(tool.name) ? 100 : 0) + overlap(tool, words),
    ),
  };
}

function isUsable({ name, schema }: ToolSummary): boolean {
  return /^[\w.:/-]{1,128}$/.test(name) && JSON.stringify(schema).length <= LONGEST_SCHEMA;
}

function saysWhatItNeeds({ recipe, steps }: MatchedWorkflow): boolean {
  return steps !== undefined || (recipe !== undefined && RECIPES.has(recipe));
}

function neededTools({ recipe, steps }: MatchedWorkflow): readonly string[] {
  const uses = recipe === undefined ? undefined : RECIPES.get(recipe)?.uses;
  return [...(uses ? [...uses.reads, ...uses.writes] : []), ...(steps ?? []).map(({ tool }) => tool)];
}

function best(
  tools: readonly ToolSummary[],
  most: number,
  score: (tool: ToolSummary) => number,
): readonly ToolSummary[] {
  return tools
    .map((tool) => ({ tool, score: score(tool) }))
    .sort((a, b) => b.score - a.score || compare(a.tool.name, b.tool.name))
    .slice(0, most)
    .map(({ tool }) => tool)
    .sort((a, b) => compare(a.name, b.name));
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How many of the message's words the tool's name or description holds. */
function overlap({ name, description }: ToolSummary, words: ReadonlySet<string>): number {
  return [...wordsOf(`${name} ${description}`)].filter((word) => words.has(word)).length;
}

function wordsOf(text: string): ReadonlySet<string> {
  const found =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return new Set(found.map((word) => word.replace(/s$/, '')));
}
