// Connects each client's integrations as the desk says, and again when the desk changes.
import type { Core } from '../core.ts';
import type { DeskClient } from '../desk/desk-file.ts';
import type { Integration } from '../integrations/integration.ts';
import type { Product, Surroundings } from '../integrations/kind.ts';
import { type IntegrationEntry, KINDS, type KindList, kindOf } from '../integrations/kinds.ts';
import type { McpPool } from '../integrations/mcp/pool.ts';
import type { SandboxWorld } from '../integrations/sandbox/read-sandbox-file.ts';
import { type ClientSystems, collectSystems, type Systems } from '../integrations/systems.ts';
import type { DocumentsFolder } from '../knowledge/folder.ts';
import { mergeDocumentation, mergeTickets } from '../knowledge/merge-reads.ts';
import { httpTool } from '../tools/http-tool.ts';

interface Connected {
  readonly client: DeskClient;
  /** Of the MCP servers and the documents folder, which change by themselves. */
  readonly version: string;
  readonly systems: ClientSystems;
}

/**
 * @param world the sandbox file: every client's made-up company
 * @param mcp absent: MCP servers are not connected
 * @param documents absent: no folder is searched
 * @returns systems of a client; throws AppError `integrations.unknown_kind` for an entry that another version wrote
 */
export function connectSystems(
  core: Pick<Core, 'desk' | 'database' | 'clock'>,
  world: SandboxWorld,
  mcp?: McpPool,
  documents?: DocumentsFolder,
  kinds: KindList = KINDS,
): Systems {
  const connected = new Map<string, Connected>();
  const connectEntry = entryConnector({ ...core, world }, kinds);
  return (clientId) => {
    const client = core.desk.client(clientId);
    if (!client) return collectSystems(clientId, []);
    const known = connected.get(clientId);
    const version = `${mcp?.version()} ${documents?.version()}`;
    if (known?.client === client && known.version === version) return known.systems;
    // A tool that the operator describes stands in for the product's own tool of the same name.
    const described = new Set(client.tools.map((tool) => tool.name));
    const own: Integration[] = client.integrations.map((entry) => {
      const integration = connectEntry(clientId, entry);
      return { ...integration, tools: integration.tools.filter((tool) => !described.has(tool.name)) };
    });
    if (client.tools.length > 0) own.push(ownTools(client));
    const folder = described.has('search_documents') ? undefined : documents?.integration(clientId);
    const merged = mergeTickets(mergeDocumentation(own, folder), core.database, clientId);
    const desk = described.has('similar_tickets') ? [] : [merged.desk];
    const outside = mcp ? withoutClashes(mcp, clientId, [...merged.others, ...desk]) : [];
    const systems = collectSystems(clientId, [...merged.others, ...outside], desk);
    connected.set(clientId, { client, version, systems });
    return systems;
  };
}

/** A product is connected once for a client and its settings, however often the desk changes around it. */
function entryConnector(given: Omit<Surroundings, 'clientId'>, kinds: KindList) {
  const products = new Map<string, Product>();
  return (clientId: string, { id, kind: name, ...settings }: IntegrationEntry): Integration => {
    const kind = kindOf(name, kinds);
    const key = `${clientId} ${name} ${JSON.stringify(settings)}`;
    const product = products.get(key) ?? kind.connect(settings, { ...given, clientId });
    products.set(key, product);
    return { ...product, id, real: kind.real, fromMcp: false };
  };
}

/** The HTTP tools of the desk file, as an integration of their own. */
function ownTools(client: DeskClient): Integration {
  return {
    id: 'desk_file',
    real: true,
    fromMcp: false,
    tools: client.tools.map((definition) => httpTool(definition)),
    check: async () => `${client.tools.length} tools of the desk file; they are not called by this test.`,
  };
}

/** An outside program must not take a client down, nor a tool's place: of two tools of one name the MCP server's is left out. */
function withoutClashes(mcp: McpPool, clientId: string, own: readonly Integration[]): readonly Integration[] {
  const taken = new Map(own.flatMap(({ id, tools }) => tools.map((tool) => [tool.name, id] as const)));
  return mcp.integrations(clientId).map((integration) => {
    const tools = integration.tools.filter((tool) => {
      const other = taken.get(tool.name);
      if (other === undefined) taken.set(tool.name, integration.id);
      else mcp.clash(clientId, tool.name, other);
      return other === undefined;
    });
    return { ...integration, tools };
  });
}
