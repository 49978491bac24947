// Connects each client's integrations as the desk says, and again when the desk changes.
import type { Core } from '../core.ts';
import type { DeskClient } from '../people/desk-file.ts';
import { httpTool } from '../tools/http-tool.ts';
import type { Integration } from './integration.ts';
import { createSandbox } from './sandbox/create-sandbox.ts';
import type { SandboxWorld } from './sandbox/read-sandbox-file.ts';
import { createChangeLog } from './sandbox/store.ts';
import { type ClientSystems, collectSystems, type Systems } from './systems.ts';

/** @param world the sandbox file: every client's made-up company */
export function connectSystems(
  core: Pick<Core, 'desk' | 'database' | 'clock'>,
  world: SandboxWorld,
): Systems {
  const connected = new Map<string, { readonly client: DeskClient; readonly systems: ClientSystems }>();
  const sandboxes = new Map<string, Integration>();
  const sandboxOf = (clientId: string) => {
    const known = sandboxes.get(clientId);
    if (known) return known;
    const changes = createChangeLog(core.database, clientId);
    const made = createSandbox({ clientId, world, changes, clock: core.clock });
    sandboxes.set(clientId, made);
    return made;
  };
  return (clientId) => {
    const client = core.desk.client(clientId);
    if (!client) return collectSystems(clientId, []);
    const known = connected.get(clientId);
    if (known?.client === client) return known.systems;
    // A tool that the operator describes stands in for the product's own tool of the same name.
    const described = new Set(client.tools.map((tool) => tool.name));
    const own: Integration[] = client.integrations.map((entry) => {
      const sandbox = sandboxOf(clientId);
      return { ...sandbox, id: entry.id, tools: sandbox.tools.filter((tool) => !described.has(tool.name)) };
    });
    if (client.tools.length > 0) own.push(ownTools(client));
    const systems = collectSystems(clientId, own);
    connected.set(clientId, { client, systems });
    return systems;
  };
}

/** The HTTP tools of the desk file, as an integration of their own. */
function ownTools(client: DeskClient): Integration {
  return {
    id: 'desk_file',
    kind: 'http',
    real: true,
    tools: client.tools.map((definition) => httpTool(definition)),
    check: async () => `${client.tools.length} tools of the desk file; they are not called by this test.`,
  };
}
