// A tool of an MCP server as a tool of the desk. It writes unless the operator vouches for it, is never repeated by itself,
// and its whole definition is part of what an approval is for.
import type { Json } from '../../lib/json.ts';
import { defineTool, type Tool, ToolError } from '../../tools/tool.ts';
import { argumentSchema } from './argument-schema.ts';
import { riskOf, type ToolDefinition } from './definition.ts';
import { plainText } from './plain-text.ts';
import type { McpResult } from './read-result.ts';
import type { McpServer } from './server-form.ts';
import { stableText } from './stable-text.ts';

type Args = Readonly<Record<string, Json>>;

const SHOWN_OF_DESCRIPTION = 1000;
/** Plans take arguments of up to 200 characters, so that a sentence shows them whole. */
const SHOWN_OF_ARGUMENT = 400;

export type CallServer = (tool: string, args: Args, signal: AbortSignal) => Promise<McpResult>;

/**
 * @param name the tool's name on the desk
 * @throws AppError `mcp.schema`
 */
export function mcpTool(name: string, definition: ToolDefinition, server: McpServer, call: CallServer): Tool {
  const risk = riskOf(definition, server.reads);
  const args = argumentSchema(definition.inputSchema);
  const { properties } = definition.inputSchema;
  const names = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  return defineTool<Args>({
    name,
    description: plainText(definition.description, SHOWN_OF_DESCRIPTION),
    risk,
    repeat: 'never',
    args,
    argKinds: Object.fromEntries(names.map((arg) => [arg, 'text' as const])),
    // Another program or address is another tool, whatever it lists.
    fingerprint: { definition: stableText(definition), server: stableText(server) },
    describe: (values) => sentence(name, values),
    execute: async (values, { signal }) => {
      const { failed, text } = await call(definition.name, values, signal);
      if (!failed) return { text };
      // A server that says "failed" does not say that nothing happened: an outside system may have answered too late.
      const told = `The MCP server says that ${name} failed: ${plainText(text, 300)}`;
      if (risk === 'read') throw new ToolError('final', told);
      throw new ToolError('unknown', `${told} It does not say whether a part of it happened.`);
    },
  });
}

/** `files.write_file with path "/a.txt", content "Hello"` */
function sentence(name: string, values: Args): string {
  const shown = Object.entries(values).map(
    ([arg, value]) => `${arg} ${plainText(JSON.stringify(value) ?? 'null', SHOWN_OF_ARGUMENT)}`,
  );
  return shown.length > 0 ? `${name} with ${shown.join(', ')}` : name;
}
