// The doctor's look at MCP servers: opens each one as each of its clients would, counts its tools and ends it again. It calls no
// tool and has no secrets: a server that needs one is left to the running desk.

import type { DeskFile } from '../../desk/desk-file.ts';
import { connectServer } from '../../integrations/mcp/connection.ts';
import { openEntry } from '../../integrations/mcp/server-entry.ts';
import type { McpServer } from '../../integrations/mcp/server-form.ts';
import { errorText } from '../../lib/errors.ts';
import type { Check } from './check.ts';

const NAME = 'mcp';

export async function checkMcp(desk: DeskFile): Promise<readonly Check[]> {
  const pairs = desk.mcp.flatMap((server) =>
    desk.clients
      .filter(({ id }) => server.clients === undefined || server.clients.includes(id))
      .map(({ id }) => ({ server, clientId: id })),
  );
  return Promise.all(pairs.map(({ server, clientId }) => checkServer(server, clientId)));
}

async function checkServer(server: McpServer, clientId: string): Promise<Check> {
  const test = `integration test ${clientId} ${server.id}`;
  if (JSON.stringify([server.env, server.headers]).includes('{{secrets.'))
    return {
      name: NAME,
      state: 'warning',
      message: `${server.id} of ${clientId} needs secrets of the vault, so it was not opened`,
      remedy: `Ask the running desk: ${test}`,
    };
  try {
    const entry = await openEntry(server, clientId, () => Promise.reject(new Error('no secrets here')));
    const connection = await connectServer(server, entry, { closed: () => {}, toolsChanged: () => {} });
    try {
      const tools = await connection.listTools();
      return {
        name: NAME,
        state: 'on',
        message: `${server.id} of ${clientId}: it lists ${tools.length} tools`,
      };
    } finally {
      await connection.close();
    }
  } catch (error) {
    return {
      name: NAME,
      state: 'wrong',
      message: `${server.id} of ${clientId} cannot be opened: ${errorText(error)}`,
      remedy: 'Correct its command or url in the desk file.',
    };
  }
}
