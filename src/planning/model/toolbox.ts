// What one run can call: the chosen read tools under names that servers take, and the four closing tools. A name is looked up
// in a table and nowhere else; a tool that changes something is never in the table of calls.
import type { Json } from '../../lib/json.ts';
import { lookUp } from '../../lib/look-up.ts';
import type { ModelTool } from '../../model/model.ts';
import { redact } from '../../secrets/redact.ts';
import type { ToolSummary } from '../planner.ts';
import type { ChosenTools } from './choose-tools.ts';
import { CLOSING_NAMES, closingTools } from './closing-forms.ts';
import { redactJson } from './data-text.ts';
import { encodeNames } from './tool-names.ts';

const LONGEST_DESCRIPTION = 300;

export interface Toolbox {
  /** Read and closing tools, by name. */
  readonly all: readonly ModelTool[];
  /** For the end of a run: no more look-ups. */
  readonly closing: readonly ModelTool[];
  /** By the name the server knows. */
  readonly reads: ReadonlyMap<string, ToolSummary>;
  /** What a plan may name, by real name. */
  readonly writes: ReadonlyMap<string, ToolSummary>;
  /** Whether a call names something that changes things, as it is written in the plan or as servers write it. */
  isWrite(name: string): boolean;
}

/** @param types the closed list of ticket types */
export function createToolbox(chosen: ChosenTools, types: readonly string[]): Toolbox {
  const readNames = encodeNames(
    chosen.reads.map(({ name }) => name),
    CLOSING_NAMES,
  );
  const byRealName = new Map(chosen.reads.map((tool) => [tool.name, tool]));
  const reads = new Map<string, ToolSummary>();
  for (const [encoded, real] of readNames) {
    const tool = byRealName.get(real);
    if (tool) reads.set(encoded, tool);
  }
  const writes = new Map(chosen.writes.map((tool) => [tool.name, tool]));
  const encodedWrites = encodeNames([...writes.keys()]);
  const closing = closingTools([...writes.keys()], types);
  const readTools = [...reads].map(([name, tool]) => ({
    name,
    description: plainDescription(tool),
    schema: redactJson(schemaForModel(tool)),
  }));
  return {
    all: [...readTools, ...closing].sort((a, b) => (a.name < b.name ? -1 : 1)),
    closing,
    reads,
    writes,
    isWrite: (name) => writes.has(name) || encodedWrites.has(name),
  };
}

/** On one line, without hidden characters. */
export function plainDescription({ description }: ToolSummary): string {
  return redact(description)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .slice(0, LONGEST_DESCRIPTION);
}

/** The arguments without those that the program fills in: who asks is not for the model to say. */
export function schemaForModel({ schema, argKinds }: ToolSummary): Json {
  if (schema === null || typeof schema !== 'object' || Array.isArray(schema)) return { type: 'object' };
  const own = (name: string) => lookUp(argKinds, name) === 'requester';
  const parts = new Map(Object.entries(schema));
  const properties = parts.get('properties');
  const required = parts.get('required');
  if (properties !== null && typeof properties === 'object' && !Array.isArray(properties)) {
    parts.set('properties', Object.fromEntries(Object.entries(properties).filter(([name]) => !own(name))));
  }
  if (Array.isArray(required)) {
    parts.set(
      'required',
      required.filter((name: Json) => typeof name !== 'string' || !own(name)),
    );
  }
  parts.delete('$schema');
  // Some servers refuse a tool whose arguments are not said to be an object.
  parts.set('type', 'object');
  return Object.fromEntries(parts);
}
