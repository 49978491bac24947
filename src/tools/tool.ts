// What a tool is. A tool acts inside one client; client, requester and ticket come from the program,
// the planner supplies arguments only.

import { z } from 'zod';
import type { Clock } from '../lib/clock.ts';
import { hashJson, type Json } from '../lib/json.ts';

/** What a tool does to the client's world. Policies may tighten it, never loosen it. */
export type Risk = 'read' | 'write' | 'destructive';

/** Whether a call may be sent again after its outcome was lost: with the same key, always, or never. */
export type Repeat = 'keyed' | 'idempotent' | 'never';

/** What an argument is. `requester` is filled in by the program; `person`, `group`, `app`, `licence`, `device` and `software` hold directory ids. */
export type ArgKind = 'requester' | 'person' | 'group' | 'device' | 'app' | 'licence' | 'software' | 'text';

export interface ResolvedName {
  readonly id: string;
  readonly name: string;
  /** Tells two of the same name apart: an e-mail address, a group's kind. */
  readonly detail?: string | undefined;
}

/** Resolved names by argument, so that a sentence shows "Dana Reyes" where the argument holds an id. */
export type Names = Readonly<Record<string, ResolvedName>>;

export interface ToolContext {
  readonly clientId: string;
  readonly requesterEmail: string;
  readonly ticketNumber: number;
  /** Stable across automatic retries of one step; sent upstream wherever the API accepts one. */
  readonly idempotencyKey: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The value of a vault secret of this client. @throws AppError `secrets.missing` */
  secret(name: string): Promise<string>;
  /** Made and sealed by the executor before the call, for tools with `delivers`. */
  readonly temporaryPassword?: string | undefined;
}

export interface Tool<Args = Readonly<Record<string, Json>>> {
  readonly name: string;
  readonly description: string;
  readonly risk: Risk;
  readonly repeat: Repeat;
  /** A strict object: unknown arguments are refused. */
  readonly args: z.ZodType<Args>;
  readonly argKinds: Readonly<Record<string, ArgKind>>;
  /** The argument that gives an account its e-mail address: only the client's own domains are let through. */
  readonly newAddress?: string | undefined;
  /** The tool sets this secret, which the verified recipient named in the plan may open once. */
  readonly delivers?: 'temporary_password' | undefined;
  /** Anything else of the definition that must not change under an approval, e.g. a URL template. */
  readonly fingerprint?: Json | undefined;
  /** One plain sentence with real names, without a full stop. Same arguments, same sentence. */
  describe(args: Args, names: Names): string;
  /** What is so now and what will be, e.g. "12 members → 13". Reads only. */
  before?(args: Args, context: ToolContext): Promise<string | undefined>;
  /** Whether the effect is there already. Reads only. */
  readBack?(args: Args, context: ToolContext): Promise<'done' | 'not_done' | 'unknown'>;
  /** The sentence that says how to undo it, or absent: cannot be undone. */
  undo?(args: Args, names: Names): string;
  /** The result is shown to technicians and stored; it never holds a secret. @throws ToolError */
  execute(args: Args, context: ToolContext): Promise<Json>;
}

/** Identity, for inference of `Args`. Tools are stored by name with their arguments as plain JSON. */
export function defineTool<Args>(tool: Tool<Args>): Tool {
  return tool as unknown as Tool;
}

/**
 * `final`: the call was refused, nothing happened. `retry`: nothing happened, may be tried again.
 * `unknown`: it may have happened. Anything else that a tool throws counts as `unknown`.
 */
export class ToolError extends Error {
  readonly outcome: 'final' | 'retry' | 'unknown';
  readonly retryAfterMs: number | undefined;
  constructor(
    outcome: ToolError['outcome'],
    message: string,
    options: { retryAfterMs?: number; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ToolError';
    this.outcome = outcome;
    this.retryAfterMs = options.retryAfterMs;
  }
}

const schemas = new WeakMap<Tool, Json>();

/** JSON schema of a tool's arguments, without the draft's own key. Made once for each tool. */
export function toolSchema(tool: Tool): Json {
  const known = schemas.get(tool);
  if (known !== undefined) return known;
  const { $schema: _, ...schema } = z.toJSONSchema(tool.args, { unrepresentable: 'any' }) as Record<
    string,
    Json
  >;
  schemas.set(tool, schema);
  return schema;
}

const hashes = new WeakMap<Tool, string>();

/** The hash of a tool's definition; it stands in the plan, so a changed definition needs a new approval. */
export function hashTool(tool: Tool): string {
  const known = hashes.get(tool);
  if (known) return known;
  const hash = hashJson('tool/v1', {
    name: tool.name,
    description: tool.description,
    risk: tool.risk,
    repeat: tool.repeat,
    args: JSON.stringify(toolSchema(tool)),
    argKinds: { ...tool.argKinds },
    newAddress: tool.newAddress ?? null,
    delivers: tool.delivers ?? null,
    fingerprint: JSON.stringify(tool.fingerprint ?? null),
  });
  hashes.set(tool, hash);
  return hash;
}
