// Tools of the desk file: any HTTP API, described by name, arguments and request. Where the call goes is the operator's
// choice alone; secrets are fetched at the call and appear in nothing that comes back.
import { z } from 'zod';
import { SECOND_MS } from '../lib/clock.ts';
import { AppError, errorText } from '../lib/errors.ts';
import type { Json } from '../lib/json.ts';
import { lookUp } from '../lib/look-up.ts';
import { callHttp } from './http-call.ts';
import { fillBody, fillHeaders, fillUrl, type LookUp, referencesOf } from './http-template.ts';
import type { DeskTool } from './http-tool-form.ts';
import { problemsOfHttpTool } from './http-tool-problems.ts';
import { defineTool, type Names, type Tool, type ToolContext, ToolError } from './tool.ts';

type Args = Readonly<Record<string, Json>>;

const TIMEOUT_MS = 15 * SECOND_MS;
const SHOWN_OF_VALUE = 100;

/**
 * @param timeoutMs milliseconds that one call may take
 * @throws AppError `tools.http_definition` with every problem of the definition
 */
export function httpTool(definition: DeskTool, timeoutMs = TIMEOUT_MS): Tool {
  refuseProblems(definition);
  const { name, description, risk, request } = definition;
  // A second GET asks again; anything else may do it again unless the operator says otherwise.
  const repeat = definition.repeat ?? (request.method === 'GET' ? 'idempotent' : 'never');
  const kinds = Object.entries(definition.args).map(([arg, { kind }]) => [arg, kind ?? 'text'] as const);
  return defineTool<Args>({
    name,
    description,
    risk,
    repeat,
    args: argsSchema(definition),
    argKinds: Object.fromEntries(kinds),
    fingerprint: { request: JSON.stringify(request) },
    describe: (values, names) => sentence(description, values, names),
    execute: async (values, context) => {
      const filled = await fillRequest(definition, values, context);
      return callHttp({ ...filled, timeoutMs, repeatable: repeat !== 'never' });
    },
  });
}

function refuseProblems(definition: DeskTool): void {
  const problems = problemsOfHttpTool(definition).map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (problems.length === 0) return;
  throw new AppError({
    code: 'tools.http_definition',
    message: `The tool ${definition.name} of the desk file is not right: ${problems.join('; ')}`,
  });
}

function argsSchema({ args }: DeskTool): z.ZodType<Args> {
  const types = {
    string: z.string().max(2000),
    // Plans are hashed, and only whole numbers print the same everywhere.
    integer: z.int(),
    boolean: z.boolean(),
  };
  const shape = Object.entries(args).map(([name, { type, optional, description }]) => {
    const schema = description === undefined ? types[type] : types[type].describe(description);
    return [name, optional ? schema.optional() : schema] as const;
  });
  return z.strictObject(Object.fromEntries(shape)) as unknown as z.ZodType<Args>;
}

/** "Restart the print spooler of a device: device PRN-LYON-2" */
function sentence(description: string, values: Args, names: Names): string {
  const shown = Object.entries(values).map(([arg, value]) => {
    const name = lookUp(names, arg)?.name;
    const text = (name ?? String(value)).replace(/\s+/g, ' ');
    return `${arg} ${text.length > SHOWN_OF_VALUE ? `${text.slice(0, SHOWN_OF_VALUE)}…` : text}`;
  });
  const [first = ''] = description.trim().split(/\.(?=\s|$)/);
  return shown.length > 0 ? `${first}: ${shown.join(', ')}` : first;
}

async function fillRequest({ name, request }: DeskTool, values: Args, context: ToolContext) {
  const secrets = await secretsOf(request, context);
  const resolve: LookUp = (reference) => secrets.get(reference) ?? lookUp(values, reference);
  const body = fillBody(request, resolve);
  const own = { 'idempotency-key': context.idempotencyKey };
  const json = { 'content-type': 'application/json', ...lowerCase(request.headers) };
  return {
    tool: name,
    method: request.method,
    url: fillUrl(request.url, resolve),
    headers: fillHeaders(body === undefined ? request.headers : json, resolve, own),
    body,
    secrets: [...secrets.values()],
    signal: context.signal,
    clock: context.clock,
  };
}

function lowerCase(headers: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** Values by `secrets.NAME`. @throws ToolError: nothing was sent yet */
async function secretsOf(request: DeskTool['request'], context: ToolContext): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const reference of referencesOf(JSON.stringify(request))) {
    if (!reference.startsWith('secrets.') || found.has(reference)) continue;
    try {
      found.set(reference, await context.secret(reference.slice('secrets.'.length)));
    } catch (error) {
      const missing = error instanceof AppError && error.code === 'secrets.missing';
      throw new ToolError(missing ? 'final' : 'retry', errorText(error));
    }
  }
  return found;
}
