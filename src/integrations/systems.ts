// What is connected for each client: its integrations, and every tool by name. A tool belongs to one integration of one client.
import { AppError } from '../lib/errors.ts';
import type { Devices, Directory } from '../ports/directory.ts';
import type { Documentation } from '../ports/documentation.ts';
import type { TicketSystem } from '../ports/ticket-system.ts';
import type { Tool } from '../tools/tool.ts';
import type { Integration } from './integration.ts';

export interface ConnectedTool {
  readonly tool: Tool;
  /** The integration's id, as policies name it. */
  readonly integration: string;
  readonly fromMcp: boolean;
}

/** One client's systems. Ports are the first integration's that has them. */
export interface ClientSystems {
  readonly clientId: string;
  readonly integrations: readonly Integration[];
  readonly tools: ReadonlyMap<string, ConnectedTool>;
  readonly directory: Directory | undefined;
  readonly devices: Devices | undefined;
  readonly documentation: Documentation | undefined;
  readonly tickets: TicketSystem | undefined;
}

/** Unknown clients have nothing connected. */
export type Systems = (clientId: string) => ClientSystems;

/**
 * Collects a client's integrations, and what the desk itself brings without being connected.
 * @throws AppError `integrations.duplicate_tool` if two of them offer a tool of the same name.
 */
export function collectSystems(
  clientId: string,
  integrations: readonly Integration[],
  desk: readonly Integration[] = [],
): ClientSystems {
  const tools = new Map<string, ConnectedTool>();
  for (const integration of [...integrations, ...desk]) {
    for (const tool of integration.tools) {
      const other = tools.get(tool.name);
      if (other) {
        throw new AppError({
          code: 'integrations.duplicate_tool',
          message: `The tool ${tool.name} of ${clientId} comes from both ${other.integration} and ${integration.id}. Rename or remove one.`,
        });
      }
      tools.set(tool.name, { tool, integration: integration.id, fromMcp: integration.fromMcp });
    }
  }
  const first = <Port>(pick: (integration: Integration) => Port | undefined) =>
    integrations.map(pick).find((port) => port !== undefined);
  return {
    clientId,
    integrations,
    tools,
    directory: first((integration) => integration.directory),
    devices: first((integration) => integration.devices),
    documentation: first((integration) => integration.documentation),
    tickets: first((integration) => integration.tickets),
  };
}
