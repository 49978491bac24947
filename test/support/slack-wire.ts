// What goes over the wire between the SDK and the stand-in of the Web API.
import type { ServerResponse } from 'node:http';

export type Params = Record<string, unknown>;
export type Answer = { status?: number; headers?: Record<string, string>; body?: unknown; hangUp?: boolean };

const JSON_ARGS = new Set(['blocks', 'metadata', 'prompts', 'view']);

/** A Web API call as the SDK writes it: a form in which some fields are JSON. */
export function parseArgs(raw: string): Params {
  const args: Params = {};
  for (const [key, value] of new URLSearchParams(raw))
    args[key] = JSON_ARGS.has(key) ? JSON.parse(value) : value;
  return args;
}

export function send(response: ServerResponse, answer: Answer): void {
  const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? { ok: true });
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
  response.end(body);
}
