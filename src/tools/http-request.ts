// Fills a request template: values percent-encoded in the address, typed in the body, secrets fetched at the call.
import type { Json } from '../lib/json.ts';
import { type ToolContext, ToolError } from './tool.ts';

export interface RequestTemplate {
  readonly method: string;
  /** Scheme and host are literal. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

export interface BuiltRequest {
  readonly url: string;
  readonly init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body?: string;
  };
  /** Values to strike out of anything that comes back. */
  readonly secrets: readonly string[];
}

const REFERENCE = /\{\{\s*([A-Za-z0-9_.]+)\s*\}\}/g;
const WHOLE = /^\{\{\s*([A-Za-z0-9_]+)\s*\}\}$/;

/** @throws ToolError for a value that would leave the address it was meant for, AppError for a secret that is not there */
export async function buildRequest(
  template: RequestTemplate,
  values: Readonly<Record<string, Json>>,
  context: ToolContext,
): Promise<BuiltRequest> {
  const secrets = new Map<string, string>();
  for (const match of JSON.stringify(template).matchAll(REFERENCE)) {
    const name = match[1]?.startsWith('secrets.') ? match[1].slice('secrets.'.length) : undefined;
    if (name && !secrets.has(name)) secrets.set(name, await context.secret(name));
  }
  const resolve = (reference: string): Json | undefined => {
    if (reference.startsWith('secrets.')) return secrets.get(reference.slice('secrets.'.length));
    return Object.hasOwn(values, reference) ? values[reference] : undefined;
  };
  // One pass with a function: a value is never expanded again.
  const fill = (text: string, encode: (value: string) => string) =>
    text.replace(REFERENCE, (_found, reference: string) => encode(textOf(resolve(reference))));
  const url = fill(template.url, encodeURIComponent);
  checkPath(template.url, url);
  const headers: Record<string, string> = { 'idempotency-key': context.idempotencyKey };
  for (const [name, value] of Object.entries(template.headers ?? {})) {
    headers[name.toLowerCase()] = fill(value, headerValue);
  }
  const body = bodyOf(template.body, resolve, (text) => fill(text, (value) => value));
  if (body !== undefined && headers['content-type'] === undefined)
    headers['content-type'] = 'application/json';
  return {
    url,
    init: { method: template.method, headers, ...(body === undefined ? {} : { body }) },
    secrets: [...secrets.values()].filter((secret) => secret.length > 3),
  };
}

function bodyOf(
  body: unknown,
  resolve: (reference: string) => Json | undefined,
  fill: (text: string) => string,
): string | undefined {
  if (body === undefined || body === null) return undefined;
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') {
      const whole = WHOLE.exec(part);
      // A value that is one whole reference keeps the argument's type.
      return whole ? (resolve(whole[1] ?? '') ?? null) : fill(part);
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part === 'object' && part !== null) {
      return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
    }
    return part;
  };
  return JSON.stringify(walk(body));
}

function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function headerValue(value: string): string {
  if (/[\r\n\0]/.test(value))
    throw new ToolError('final', 'A value with a line feed cannot stand in a header.');
  return value;
}

/** Encoding keeps a value inside its segment, but `..` is a segment of its own to every server. */
function checkPath(template: string, url: string): void {
  const wanted = new URL(template.replace(REFERENCE, 'x'));
  const built = new URL(url);
  const segments = (path: string) => path.split('/').length;
  if (built.origin !== wanted.origin || segments(built.pathname) !== segments(wanted.pathname)) {
    throw new ToolError('final', 'A value would lead to another address, so nothing was sent.');
  }
}
