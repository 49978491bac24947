// One connection to one MCP server for one client, over a child process or streamable HTTP. The only file that knows the SDK,
// which is loaded when the first server is opened. It offers the server nothing: no sampling, no elicitation, no roots.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ToolError } from '../../tools/tool.ts';
import { boundedAnswers } from './bounded-answers.ts';
import { cutText, type McpResult, readResult } from './read-result.ts';
import type { OpenedEntry } from './server-entry.ts';
import type { McpServer } from './server-form.ts';

export interface Connection {
  /** What the server lists, unchecked. */
  listTools(): Promise<readonly unknown[]>;
  /** @throws ToolError */
  call(tool: string, args: object, signal: AbortSignal): Promise<McpResult>;
  ping(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export interface ConnectionEvents {
  /** Once, however it ended. */
  closed(): void;
  toolsChanged(): void;
}

const CONNECT_TIMEOUT_MS = 20_000;
const LIST_TIMEOUT_MS = 20_000;
/** A server that never ends its list is not listened to for ever. */
const MOST_PAGES = 20;
const listForm = z.object({
  tools: z.array(z.unknown()),
  nextCursor: z.string().min(1).optional().catch(undefined),
});
const SHOWN_OF_ERROR = 300;
/** JSON-RPC: the request was refused before anything was done (invalid request, no such method, invalid parameters). */
const REFUSED = new Set([-32600, -32601, -32602]);
/** Errors that come before the first byte of the request is sent. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** @throws anything that keeps it from being opened; its text may name the program or the host, and no secret */
export async function connectServer(
  server: McpServer,
  entry: OpenedEntry,
  events: ConnectionEvents,
): Promise<Connection> {
  const { Client } = await import('@modelcontextprotocol/client');
  const client = new Client({ name: 'deskhand', version: '1' }, { capabilities: {} });
  const opened = await openTransport(server, entry);
  let over = false;
  const end = () => {
    if (over) return;
    over = true;
    opened.release();
    events.closed();
  };
  client.onclose = end;
  // A server's own complaints are not trusted and not kept.
  client.onerror = () => {};
  client.setNotificationHandler('notifications/tools/list_changed', () => events.toolsChanged());
  const close = async () => {
    await client.close().catch(() => {});
    end();
  };
  try {
    await client.connect(opened.transport, { timeout: CONNECT_TIMEOUT_MS });
  } catch (error) {
    await close();
    throw new Error(cutText(reasonOf(error), entry.secrets, SHOWN_OF_ERROR));
  }
  return {
    // Not by the SDK's own list: one definition that is not as it should be would cost all others of the server.
    listTools: async () => {
      const tools: unknown[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const params = cursor === undefined ? {} : { cursor };
        const options = { timeout: LIST_TIMEOUT_MS };
        const listed = await client.request({ method: 'tools/list', params }, listForm, options);
        tools.push(...listed.tools);
        cursor = listed.nextCursor;
        if (cursor === undefined) break;
      }
      return tools;
    },
    call: async (tool, args, signal) => {
      if (over) throw notConnected(server.id);
      try {
        const options = {
          signal,
          timeout: server.timeout_seconds * 1000,
          maxTotalTimeout: server.timeout_seconds * 1000,
        };
        const result = await client.callTool({ name: tool, arguments: { ...args } }, options);
        return readResult(result, entry.secrets);
      } catch (error) {
        const failure = failureOf(error, server, entry.secrets);
        // Over HTTP nothing else tells that the server is gone or has forgotten this session.
        if (failure.broken) void close();
        throw failure.error;
      }
    },
    ping: async (signal) => {
      await client.ping({ signal });
    },
    close,
  };
}

async function openTransport(server: McpServer, entry: OpenedEntry) {
  if (server.command === undefined) {
    const { StreamableHTTPClientTransport } = await import('@modelcontextprotocol/client');
    const transport = new StreamableHTTPClientTransport(new URL(server.url ?? ''), {
      requestInit: { headers: { ...entry.headers } },
      fetch: boundedAnswers,
    });
    return { transport, release: () => {} };
  }
  const { StdioClientTransport } = await import('@modelcontextprotocol/client/stdio');
  const home = mkdtempSync(join(tmpdir(), 'deskhand-mcp-'));
  const transport = new StdioClientTransport({
    command: server.command,
    args: [...entry.args],
    // The SDK lets these through from our own environment unless they are set; only PATH is meant for the server.
    env: { HOME: home, USER: '', LOGNAME: '', SHELL: '', TERM: '', ...entry.env },
    // What it prints may hold secrets of ours and marks for terminals.
    stderr: 'ignore',
  });
  return { transport, release: () => rmSync(home, { recursive: true, force: true }) };
}

export function notConnected(server: string): ToolError {
  return new ToolError('retry', `The MCP server ${server} is not connected now, so nothing was sent to it.`);
}

/** `broken`: the connection is of no use any more. */
function failureOf(error: unknown, server: McpServer, secrets: readonly string[]) {
  const code = codeOf(error);
  const text = cutText(reasonOf(error), secrets, SHOWN_OF_ERROR);
  const { id } = server;
  if (typeof code === 'number' && REFUSED.has(code))
    return { broken: false, error: new ToolError('final', `The MCP server ${id} refused the call: ${text}`) };
  if (code === 'NOT_CONNECTED' || (typeof code === 'string' && NEVER_SENT.has(code)))
    return { broken: true, error: notConnected(id) };
  if (code === 'REQUEST_TIMEOUT') {
    const what = `The MCP server ${id} did not answer within ${server.timeout_seconds} seconds, so nobody knows whether it happened.`;
    return { broken: false, error: new ToolError('unknown', what) };
  }
  // An HTTP server that answers 404 has forgotten the session and has not looked at the call (MCP, streamable HTTP).
  if (statusOf(error) === 404) return { broken: true, error: notConnected(id) };
  const what = `The call to the MCP server ${id} broke off, so nobody knows whether it happened: ${text}`;
  return {
    broken: server.url !== undefined && typeof code !== 'number',
    error: new ToolError('unknown', what),
  };
}

function reasonOf(error: unknown): string {
  const reasons: string[] = [];
  for (let at = error; at instanceof Error && reasons.length < 4; at = at.cause) reasons.push(at.message);
  return reasons.join(': ') || 'no reason was given';
}

/** The innermost code: what fetch says stands in the cause. */
function codeOf(error: unknown): string | number | undefined {
  let found: string | number | undefined;
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && (typeof at.code === 'string' || typeof at.code === 'number')) found = at.code;
  }
  return found;
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : undefined;
}
