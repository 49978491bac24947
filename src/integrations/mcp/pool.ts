// Every MCP server of the desk file, once for each client that has it: one client's data never meets another's in one
// process. Follows the desk; serving never waits for a server.
import type { Clock } from '../../lib/clock.ts';
import { errorText } from '../../lib/errors.ts';
import type { Logger } from '../../lib/log.ts';
import type { Vault } from '../../secrets/vault.ts';
import type { Database } from '../../store/database.ts';
import type { Unit } from '../../work/work.ts';
import type { Integration } from '../integration.ts';
import { mcpIntegration } from './mcp-integration.ts';
import { plainText } from './plain-text.ts';
import type { McpServer } from './server-form.ts';
import { McpSession, RETRY_TIMES, type RetryTimes } from './session.ts';
import { stableText } from './stable-text.ts';
import { type KeptTool, keepListing, readTools, type ServerKey } from './store.ts';

export interface McpPool {
  /** Reads what is kept and begins to connect; resolves before anything is connected. */
  start(core: McpCore, tell: (key: string, text: string) => void): Promise<void>;
  /** Takes up what has changed in the desk file. */
  follow(): Promise<void>;
  stop(): Promise<void>;
  /** The client's servers with the tools that may be used now. */
  integrations(clientId: string): readonly Integration[];
  /** Changes whenever `integrations` would answer differently. */
  version(): number;
  /** A tool of a server has the name of another integration's tool and is left out; the admins are told once. */
  clash(clientId: string, tool: string, other: string): void;
}

export interface McpCore {
  readonly database: Database;
  readonly unit: Unit;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Logger;
  /** The desk as it holds now: which servers there are, and for whom. */
  readonly desk: {
    readonly desk: {
      readonly mcp: readonly McpServer[];
      readonly clients: readonly { readonly id: string }[];
    };
  };
}

interface Entry {
  readonly key: ServerKey;
  readonly server: McpServer;
  readonly session: McpSession;
  kept: readonly KeptTool[];
  /** Made anew when something has changed. */
  integration: Integration | undefined;
}

export function createMcpPool(retry: RetryTimes = RETRY_TIMES): McpPool {
  return new Pool(retry);
}

class Pool implements McpPool {
  readonly #retry: RetryTimes;
  readonly #entries = new Map<string, Entry>();
  readonly #clashes = new Set<string>();
  #version = 0;
  #running: { readonly core: McpCore; tell(key: string, text: string): void } | undefined;
  #following: Promise<void> = Promise.resolve();

  constructor(retry: RetryTimes) {
    this.#retry = retry;
  }

  async start(core: McpCore, tell: (key: string, text: string) => void): Promise<void> {
    this.#running = { core, tell };
    await this.follow();
  }

  follow(): Promise<void> {
    this.#following = this.#following.then(() => this.#followNow());
    return this.#following;
  }

  async stop(): Promise<void> {
    this.#running = undefined;
    await this.#following;
    await Promise.all([...this.#entries.values()].map(({ session }) => session.stop()));
    this.#entries.clear();
  }

  integrations(clientId: string): readonly Integration[] {
    return [...this.#entries.values()]
      .filter((entry) => entry.key.clientId === clientId)
      .map((entry) => {
        entry.integration ??= mcpIntegration({ ...entry, reload: () => this.#reload(entry) });
        return entry.integration;
      });
  }

  version(): number {
    return this.#version;
  }

  clash(clientId: string, tool: string, other: string): void {
    const key = `mcp-clash:${clientId}:${tool}:${other}`;
    if (this.#clashes.has(key)) return;
    this.#clashes.add(key);
    const text = `The tool ${tool} of an MCP server has the name of a tool of ${other} and is left out at ${clientId}. Rename one of them.`;
    this.#running?.tell(key, text);
  }

  async #followNow(): Promise<void> {
    const core = this.#running?.core;
    if (!core) return;
    const wanted = new Map(wantedServers(core).map((want) => [idOf(want.key, want.server), want]));
    const gone = [...this.#entries].filter(([id]) => !wanted.has(id));
    for (const [id] of gone) this.#entries.delete(id);
    await Promise.all(gone.map(([, { session }]) => session.stop()));
    for (const [id, { key, server }] of wanted) {
      if (this.#entries.has(id)) continue;
      // Read before it is connected: a plan whose time comes first finds the tool it was made for.
      const kept = await readTools(core.database, key);
      const entry: Entry = {
        key,
        server,
        kept,
        integration: undefined,
        session: this.#session(core, key, server, id),
      };
      this.#entries.set(id, entry);
      entry.session.start();
    }
    this.#version += 1;
  }

  #session(core: McpCore, key: ServerKey, server: McpServer, id: string): McpSession {
    const changed = () => {
      this.#version += 1;
      const entry = this.#entries.get(id);
      if (entry) entry.integration = undefined;
    };
    return new McpSession(server, key.clientId, {
      clock: core.clock,
      retry: this.#retry,
      secret: (name) => core.vault.value(key.clientId, name),
      moved: changed,
      failing: (why) => {
        const text = `The MCP server ${key.server} of ${key.clientId} does not work: ${why}. It is tried again; "integration test ${key.clientId} ${key.server}" tries now.`;
        this.#running?.tell(`mcp-down:${key.server}:${key.clientId}:${core.clock.now().getTime()}`, text);
      },
      listed: async (listed) => {
        const suspended = await core.unit((work) => {
          return (function* () {
            const found = yield* keepListing(work, key, listed);
            for (const { tool } of found)
              work.audit({
                actor: 'system',
                verb: 'mcp.tool_suspended',
                subject: `tool:${tool}`,
                clientId: key.clientId,
                text: `The definition of ${tool} has changed, so the tool is not used until an admin has looked.`,
              });
            return found;
          })();
        });
        const entry = this.#entries.get(id);
        if (entry) await this.#reload(entry);
        for (const tool of suspended) this.#tellOf(key, tool);
      },
    });
  }

  #tellOf({ server, clientId }: ServerKey, { tool, changedHash }: KeptTool): void {
    const text = `The MCP server ${server} of ${clientId} has changed its tool ${plainText(tool, 100)}. It is not used until an admin has looked: integration review ${clientId} ${server}`;
    this.#running?.tell(`mcp:${clientId}:${tool}:${changedHash}`, text);
  }

  async #reload(entry: Entry): Promise<void> {
    const core = this.#running?.core;
    if (!core) return;
    try {
      entry.kept = await readTools(core.database, entry.key);
    } catch (error) {
      core.log.error(
        { server: entry.key.server, error: errorText(error) },
        'the kept tools could not be read',
      );
      throw error;
    } finally {
      entry.integration = undefined;
      this.#version += 1;
    }
  }
}

function wantedServers({ desk }: McpCore): { readonly key: ServerKey; readonly server: McpServer }[] {
  return desk.desk.mcp.flatMap((server) =>
    desk.desk.clients
      .filter(({ id }) => server.clients === undefined || server.clients.includes(id))
      .map(({ id }) => ({ key: { server: server.id, clientId: id }, server })),
  );
}

/** A changed entry is another server. */
function idOf(key: ServerKey, server: McpServer): string {
  return `${key.clientId}/${stableText(server)}`;
}
