// A model planner over a scripted model and a small made-up client: what it was sent, what it read, what it proposed.
import type { Json } from '../../../src/lib/json.ts';
import {
  type Model,
  ModelError,
  type ModelMessage,
  type ModelTool,
  type ModelTurn,
  type ToolCall,
} from '../../../src/model/model.ts';
import { createModelPlanner } from '../../../src/planning/model/create-model-planner.ts';
import { knownTicketTypes } from '../../../src/planning/model/ticket-types.ts';
import type { PlanningRequest, Proposal, Reads, ToolSummary } from '../../../src/planning/planner.ts';
import { type ArgKind, ToolError } from '../../../src/tools/tool.ts';
import type { MatchedWorkflow } from '../../../src/workflows/workflow.ts';

type Say = Partial<ModelTurn>;
export type Script = (seen: { messages: readonly ModelMessage[]; tools: readonly ModelTool[] }) => Say;

let calls = 0;
export function call(name: string, args: Json | string, id?: string): ToolCall {
  calls += 1;
  return {
    id: id ?? `id${calls}`,
    name,
    arguments: typeof args === 'string' ? args : JSON.stringify(args),
  };
}

export function turn(...made: readonly ToolCall[]): Script {
  return () => ({ calls: made });
}

export function text(words: string): Script {
  return () => ({ text: words });
}

/** Plays its turns in order; the last one again and again. */
export class ScriptedModel implements Model {
  readonly name = 'scripted';
  readonly requests: { messages: readonly ModelMessage[]; tools: readonly ModelTool[] }[] = [];
  readonly #script: readonly Script[];
  constructor(script: readonly Script[]) {
    this.#script = script;
  }
  async turn(messages: readonly ModelMessage[], tools: readonly ModelTool[]): Promise<ModelTurn> {
    const seen = structuredClone({ messages, tools });
    const say = this.#script[Math.min(this.requests.length, this.#script.length - 1)];
    this.requests.push(seen);
    const usage = {
      promptTokens: 10,
      cachedTokens: 0,
      completionTokens: 2,
      reasoningTokens: 0,
      estimated: false,
    };
    return { text: '', calls: [], cut: false, usage, ...say?.(seen) };
  }
  sent(): string {
    return JSON.stringify(this.requests);
  }
}

export function tool(
  name: string,
  risk: ToolSummary['risk'],
  kinds: Readonly<Record<string, ArgKind>>,
  change: Partial<ToolSummary> = {},
): ToolSummary {
  const names = Object.keys(kinds);
  return {
    name,
    risk,
    description: name.replaceAll('_', ' '),
    argKinds: kinds,
    schema: {
      type: 'object',
      properties: Object.fromEntries(names.map((key) => [key, { type: 'string', minLength: 1 }])),
      required: names,
      additionalProperties: false,
    },
    ...change,
  };
}

export const READS: readonly ToolSummary[] = [
  tool('find_people', 'read', { query: 'text' }),
  tool('get_person', 'read', { person: 'person' }),
  tool('find_groups', 'read', { query: 'text' }),
  tool('search_documents', 'read', { query: 'text' }),
  tool('similar_tickets', 'read', { query: 'text' }),
];

export const WRITES: readonly ToolSummary[] = [
  tool('add_group_member', 'write', { group: 'group', person: 'person' }),
  tool('remove_group_member', 'write', { group: 'group', person: 'person' }),
  tool('reset_password', 'write', { person: 'person' }),
  tool('log_ticket', 'write', { requester: 'requester', note: 'text' }),
  tool('files.write', 'write', { path: 'text' }),
];

export const GROUP_GUIDE: MatchedWorkflow = {
  id: 'group-membership',
  title: 'Group membership',
  trigger: 'When someone asks to be added to a group',
  instructions: 'Look the group and the person up. See https://help.tidewater.example/groups for the rules.',
  recipe: 'change_group',
  why: 'matched',
};

const DANA = { id: 'p-dana', name: 'Dana Reyes', email: 'dana@tidewater.example', groupIds: ['g-all'] };

export const RESULTS: Readonly<Record<string, Json>> = {
  find_people: [DANA],
  get_person: DANA,
  find_groups: [{ id: 'g-finance', name: 'Finance', kind: 'security', memberCount: 12, admin: false }],
  search_documents: [
    {
      id: 'd-vpn',
      title: 'VPN guide',
      excerpt: 'Open https://vpn.tidewater.example/start and sign in.',
      url: 'https://docs.tidewater.example/vpn',
    },
  ],
  similar_tickets: [{ id: 'not-a-document', title: 'Old ticket', excerpt: 'x' }],
};

export function request(change: Partial<PlanningRequest> = {}): PlanningRequest {
  return {
    ticketId: 't-1',
    ticketNumber: 1001,
    clientId: 'tidewater',
    messages: ['Please add me to the Finance group'],
    hints: [],
    state: {},
    requester: { id: 'p-dana', email: 'dana@tidewater.example', name: 'Dana Reyes' },
    onBehalf: false,
    clientName: 'Tidewater',
    timeZone: 'Europe/Paris',
    now: new Date('2026-11-18T09:00:00Z'),
    workflows: [],
    ...change,
  };
}

export const LOOK = turn(call('find_groups', { query: 'Finance' }));
export const STEP = {
  tool: 'add_group_member',
  args: { group: 'g-finance', person: 'p-dana' },
  why: 'Asked.',
};

export function plan(change: Readonly<Record<string, Json>> = {}): Script {
  return turn(
    call('submit_plan', {
      diagnosis: 'Dana is not in Finance.',
      evidence: ['Finance has 12 members.'],
      confidence: 0.9,
      ticket_type: 'access',
      steps: [STEP],
      reply: 'Done. You are in Finance now.',
      ...change,
    }),
  );
}

export interface Ran {
  readonly proposal: Proposal | undefined;
  readonly error: ModelError | undefined;
  readonly model: ScriptedModel;
  /** What was looked up, by tool and arguments. */
  readonly read: readonly { tool: string; args: unknown }[];
  readonly mostAtOnce: number;
  readonly metered: number;
  readonly progress: readonly string[];
}

export interface RunOptions {
  readonly request?: Partial<PlanningRequest>;
  readonly reads?: readonly ToolSummary[];
  readonly writes?: readonly ToolSummary[];
  readonly results?: Readonly<Record<string, Json>>;
  readonly answer?: (tool: string) => Promise<Json>;
  readonly signal?: AbortSignal;
  readonly confidence?: (clientId: string, type: string) => number;
  readonly nonce?: string;
}

export async function run(script: readonly Script[], options: RunOptions = {}): Promise<Ran> {
  const model = new ScriptedModel(script);
  const read: { tool: string; args: unknown }[] = [];
  const progress: string[] = [];
  const offered = options.reads ?? READS;
  const results = new Map(Object.entries({ ...RESULTS, ...options.results }));
  let [open, mostAtOnce, metered] = [0, 0, 0];
  const reads: Reads = {
    offered,
    call: async (name, args) => {
      if (!offered.some((entry) => entry.name === name)) throw new ToolError('final', 'not offered');
      read.push({ tool: name, args });
      open += 1;
      mostAtOnce = Math.max(mostAtOnce, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
      return options.answer ? options.answer(name) : (results.get(name) ?? null);
    },
  };
  const planner = createModelPlanner({
    model,
    nonce: () => options.nonce ?? 'nonce-0123456789',
    confidence: options.confidence ?? (() => 0.5),
    ticketTypes: (clientId) => knownTicketTypes([], clientId),
  });
  const signal = options.signal ?? new AbortController().signal;
  const meter = {
    add: () => {
      metered += 1;
    },
  };
  const asked = request({ onProgress: (words) => progress.push(words), ...options.request });
  const outcome = await planner.plan(asked, reads, options.writes ?? WRITES, signal, meter).then(
    (proposal) => ({ proposal, error: undefined }),
    (error: unknown) => {
      if (!(error instanceof ModelError)) throw error;
      return { proposal: undefined, error };
    },
  );
  return { ...outcome, model, read, mostAtOnce, metered, progress };
}

/** The tool results that the model was sent last. */
export function toldLast(model: ScriptedModel): readonly string[] {
  const messages = model.requests.at(-1)?.messages ?? [];
  return messages.filter((message) => message.role === 'tool').map((message) => message.text);
}
