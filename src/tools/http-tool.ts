// Tools of the desk file: any HTTP API, described by name, arguments and request. The host is literal, values are encoded,
// redirects are refused, and secrets are resolved at the call and struck out of everything that comes back.
import { z } from 'zod';
import type { Json } from '../lib/json.ts';
import type { DeskTool } from '../people/desk-file-tools.ts';
import { buildRequest } from './http-request.ts';
import { defineTool, type Names, type Tool, type ToolContext, ToolError } from './tool.ts';

const TIMEOUT_MS = 15_000;
const RESPONSE_LENGTH = 8000;

/** The definition was checked when the desk file was read. */
export function httpTool(definition: DeskTool): Tool {
  const repeat = definition.repeat ?? 'never';
  const args = Object.entries(definition.args ?? {});
  const shape = Object.fromEntries(
    args.map(([name, arg]) => [name, arg.optional ? typeOf(arg.type).optional() : typeOf(arg.type)]),
  );
  return defineTool<Readonly<Record<string, Json>>>({
    name: definition.name,
    description: definition.description,
    risk: definition.risk,
    repeat,
    args: z.strictObject(shape) as unknown as z.ZodType<Readonly<Record<string, Json>>>,
    argKinds: Object.fromEntries(args.map(([name, arg]) => [name, arg.kind ?? 'text'])),
    fingerprint: { request: JSON.stringify(definition.request), host: new URL(definition.request.url).host },
    describe: (values, names) => sentence(definition, values, names),
    execute: (values, context) => call(definition, values, context, repeat !== 'never'),
  });
}

function typeOf(type: string): z.ZodType {
  if (type === 'integer') return z.number().int();
  return type === 'boolean' ? z.boolean() : z.string().max(2000);
}

/** "Restart the spooler: device PRN-1" */
function sentence(definition: DeskTool, values: Readonly<Record<string, Json>>, names: Names): string {
  const shown = Object.entries(values).map(([arg, value]) => {
    const name = Object.hasOwn(names, arg) ? names[arg]?.name : undefined;
    return `${arg} ${name ?? String(value)}`;
  });
  const what = definition.description.replace(/[.\s]+$/, '');
  return shown.length > 0 ? `${what}: ${shown.join(', ')}` : what;
}

async function call(
  definition: DeskTool,
  values: Readonly<Record<string, Json>>,
  context: ToolContext,
  repeatable: boolean,
): Promise<Json> {
  const { url, init, secrets } = await buildRequest(definition.request, values, context);
  const strike = (text: string) =>
    secrets.reduce((clean, secret) => clean.replaceAll(secret, '[secret]'), text);
  let response: Response;
  try {
    response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.any([context.signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch (cause) {
    const refusedToConnect = codeOf(cause) === 'ECONNREFUSED';
    const text = strike(
      `${definition.name}: ${new URL(url).host} did not answer (${codeOf(cause) ?? 'connection lost'}).`,
    );
    throw new ToolError(refusedToConnect || repeatable ? 'retry' : 'unknown', text);
  }
  return readResponse(definition.name, response, { strike, repeatable });
}

async function readResponse(
  name: string,
  response: Response,
  { strike, repeatable }: { strike(text: string): string; repeatable: boolean },
): Promise<Json> {
  const { status } = response;
  const text = strike(await readText(response));
  if (status >= 200 && status < 300) return { ok: true, status, body: text };
  const said = `${name}: the system answered ${status}${text ? `: ${text.slice(0, 200)}` : ''}`;
  if (status === 429) throw new ToolError('retry', said, { retryAfterMs: retryAfterMs(response) });
  if (status >= 500) throw new ToolError(repeatable ? 'retry' : 'unknown', said);
  if (status >= 300 && status < 400)
    throw new ToolError('final', `${name}: the system answered with a redirect, which is refused.`);
  throw new ToolError('final', said);
}

/** The body up to the limit; the rest is not read. */
async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
    if (text.length > RESPONSE_LENGTH) {
      await reader.cancel();
      return `${text.slice(0, RESPONSE_LENGTH)}…`;
    }
  }
}

const MAX_WAIT_MS = 10 * 60_000;

function retryAfterMs(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, MAX_WAIT_MS) : 5000;
}

function codeOf(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const { code } = at as Error & { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return undefined;
}
