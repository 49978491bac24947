// One MCP server of one client as an integration: the tools that may be used now, how the server does, and what it changed.

import type { Definitions, Integration } from '../integration.ts';
import { describeChange, describeClaims } from './describe-change.ts';
import { mcpTool } from './mcp-tool.ts';
import { plainText } from './plain-text.ts';
import type { McpServer } from './server-form.ts';
import type { McpSession } from './session.ts';
import { acceptDefinition, type KeptTool, type ServerKey } from './store.ts';

export interface McpIntegrationParts {
  readonly key: ServerKey;
  readonly server: McpServer;
  readonly session: McpSession;
  readonly kept: readonly KeptTool[];
  reload(): Promise<void>;
}

export function mcpIntegration(parts: McpIntegrationParts): Integration {
  const { server, session, kept } = parts;
  const listed = kept.filter(({ tool }) => session.present?.has(tool) ?? true);
  const usable = listed.filter(({ changed }) => changed === undefined);
  return {
    id: server.id,
    real: true,
    fromMcp: true,
    tools: usable.map(({ tool, definition }) => mcpTool(tool, definition, server, session.call)),
    state: stateWords(parts, usable.length, listed.length - usable.length),
    definitions: definitionsOf(parts, listed),
    check: async (signal) => {
      await session.check(signal);
      return 'connected; it answers.';
    },
  };
}

function stateWords({ server, session }: McpIntegrationParts, usable: number, suspended: number): string {
  const { state, refused } = session;
  const transport = server.command === undefined ? 'http' : 'stdio';
  const parts = [`${server.id} (mcp, ${transport}): ${usable} ${usable === 1 ? 'tool' : 'tools'}`];
  if (state.type === 'connected') parts.push('connected');
  if (state.type === 'connecting') parts.push('connecting');
  if (state.type === 'waiting')
    parts.push(`not connected: ${state.why}, next try ${state.nextTry.toISOString().slice(11, 16)} UTC`);
  if (state.type === 'given_up') parts.push(`not connected: ${state.why}, given up until it is tested`);
  if (suspended > 0) parts.push(`${suspended} ${suspended === 1 ? 'tool' : 'tools'} suspended`);
  const [first] = refused;
  if (first) {
    const others = refused.length > 1 ? ` and ${refused.length - 1} others` : '';
    parts.push(`left out: ${plainText(first.name, 60)} (${first.why})${others}`);
  }
  return parts.join(', ');
}

function definitionsOf({ key, reload }: McpIntegrationParts, listed: readonly KeptTool[]): Definitions {
  const suspended = listed.filter(({ changed }) => changed !== undefined);
  return {
    suspended: suspended.map(({ tool }) => tool),
    review: (tool) =>
      listed
        .filter((kept) => (tool === undefined ? kept.changed !== undefined : kept.tool === tool))
        .flatMap((kept) => describeTool(kept)),
    accept: (tool, by) => {
      const kept = suspended.find((entry) => entry.tool === tool);
      if (!kept) return undefined;
      return { write: (work) => acceptDefinition(work, key, { kept, by }), reload };
    },
  };
}

function describeTool({ tool, definition, changed }: KeptTool): readonly string[] {
  if (changed) return [`${tool} is suspended. What changed:`, ...describeChange(definition, changed)];
  const claims = describeClaims(definition);
  return [`${tool}: ${plainText(definition.description, 1000)}${claims ? ` (${claims}; not checked)` : ''}`];
}
