// What an MCP server says about one of its tools, kept whole so that every change of it is noticed. What it claims may
// tighten how the tool is treated, and never loosens it.
import { createHash } from 'node:crypto';
import type { Json } from '../../lib/json.ts';
import type { Risk } from '../../tools/tool.ts';
import { stableText } from './stable-text.ts';

export interface ToolDefinition {
  /** As the server calls it. */
  readonly name: string;
  readonly description: string;
  readonly inputSchema: { readonly [key: string]: Json };
  readonly annotations: { readonly [key: string]: Json };
}

export type ReadDefinition =
  | { readonly ok: true; readonly tool: string; readonly definition: ToolDefinition }
  | { readonly ok: false; readonly name: string; readonly why: string };

const LONGEST_DEFINITION = 32_000;
const LONGEST_NAME = 100;
const DEEPEST = 12;

/**
 * @param server the id in the desk file
 * @param raw one entry of the server's list
 * @returns the tool's name on the desk, `files.read_file`, and its definition; or why it cannot be used
 */
export function readDefinition(server: string, raw: unknown): ReadDefinition {
  const name = isRecord(raw) && typeof raw.name === 'string' ? raw.name : '';
  const refuse = (why: string): ReadDefinition => ({ ok: false, name, why });
  if (!isRecord(raw)) return refuse('is not a tool');
  const clean = name.replace(/[^A-Za-z0-9_.:/-]+/g, '_');
  if (!/[A-Za-z0-9]/.test(clean) || name.length > LONGEST_NAME)
    return refuse('has a name that cannot be used');
  const picked = {
    name,
    description: typeof raw.description === 'string' ? raw.description : '',
    inputSchema: raw.inputSchema ?? null,
    annotations: raw.annotations ?? {},
  };
  if (depthOf(picked) > DEEPEST) return refuse('describes its arguments too deeply');
  const text = stableText(picked);
  if (text.length > LONGEST_DEFINITION) return refuse('has a definition that is too long');
  // PostgreSQL keeps neither of them, and no honest definition needs them.
  if (text.includes('\\u0000') || /\\ud[89a-f][0-9a-f]{2}/.test(text))
    return refuse('has broken letters in its definition');
  const definition = parseDefinition(text);
  return definition
    ? { ok: true, tool: `${server}.${clean}`, definition }
    : refuse('has a definition that is not right');
}

/** A definition as it was stored; undefined if it is none. */
export function parseDefinition(text: string): ToolDefinition | undefined {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || typeof value.name !== 'string' || typeof value.description !== 'string')
    return undefined;
  const { name, description, inputSchema, annotations } = value;
  return isJsonRecord(inputSchema) && isJsonRecord(annotations)
    ? { name, description, inputSchema, annotations }
    : undefined;
}

/** SHA-256 over the whole definition, the order of keys aside. */
export function hashDefinition(definition: ToolDefinition): string {
  return createHash('sha256')
    .update(`deskhand/mcp-tool/v1\n${stableText(definition)}`)
    .digest('hex');
}

/** A tool writes unless the operator vouches that it reads; a server's own claim can only make that worse. */
export function riskOf({ name, annotations }: ToolDefinition, reads: readonly string[]): Risk {
  if (annotations.destructiveHint === true) return 'destructive';
  return reads.includes(name) ? 'read' : 'write';
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of what JSON.parse gave. */
function isJsonRecord(value: unknown): value is { readonly [key: string]: Json } {
  return isRecord(value);
}
