// The doctor's look at the desk file: its form, the systems it names, and rules that can never hold because of a slip.

import type { DeskFile } from '../../desk/desk-file.ts';
import type { ClientSystems, Systems } from '../../integrations/systems.ts';
import { nearest } from '../../lib/nearest.ts';
import type { PolicyRule } from '../../policy/policy.ts';
import { type Tool, toolSchema } from '../../tools/tool.ts';
import type { Check } from './check.ts';

const NAME = 'desk file';

/** @param source the path, or what stands for it */
export function checkDesk(source: string, desk: DeskFile, systems: Systems): readonly Check[] {
  const all = desk.clients.map((client) => systems(client.id));
  // Which tools an MCP server has only it can say.
  const isKnowable = ({ tool }: PolicyRule) => !desk.mcp.some(({ id }) => tool.startsWith(`${id}.`));
  const problems = [
    ...desk.policies
      .filter(isKnowable)
      .flatMap((rule) => slips(rule, `policies[${desk.policies.indexOf(rule)}]`, all)),
    ...desk.clients.flatMap((client, index) =>
      client.policies
        .filter(isKnowable)
        .flatMap((rule) =>
          slips(rule, `clients[${index}].policies[${client.policies.indexOf(rule)}]`, [systems(client.id)]),
        ),
    ),
  ];
  const counted = `${source}: ${desk.clients.length} clients, ${desk.people.length} people`;
  return [{ name: NAME, state: 'on', message: counted }, ...problems];
}

/** A rule that names no tool, or a condition on an argument that its tool does not have, protects nothing. */
function slips(rule: PolicyRule, path: string, all: readonly ClientSystems[]): Check[] {
  const tools = all.flatMap((systems) => [...systems.tools.values()].map(({ tool }) => tool));
  const named = tools.filter((tool) => tool.name === rule.tool);
  if (named.length === 0) {
    const near = nearest(rule.tool, [...new Set(tools.map((tool) => tool.name))]);
    return [
      {
        name: NAME,
        state: 'wrong',
        message: `${path}.tool: no connected system has a tool ${rule.tool}, so this rule holds for nothing`,
        remedy: near ? `Did you mean ${near}?` : 'Correct the name, connect the system, or remove the rule.',
      },
    ];
  }
  const args = [...new Set(named.flatMap(argumentsOf))];
  return Object.keys(rule.when ?? {})
    .filter((arg) => !args.includes(arg))
    .map((arg) => {
      const near = nearest(arg, args);
      return {
        name: NAME,
        state: 'wrong',
        message: `${path}.when.${arg}: ${rule.tool} has no such argument, so this rule never holds`,
        remedy: near ? `Did you mean ${near}?` : `It has: ${args.join(', ')}.`,
      };
    });
}

function argumentsOf(tool: Tool): readonly string[] {
  const schema = toolSchema(tool);
  const properties =
    typeof schema === 'object' && schema !== null && 'properties' in schema ? schema.properties : {};
  return Object.keys(properties ?? {});
}
