// A desk with MCP servers: the production pool and real child processes, a planner that says what a test wants.
import { onTestFinished } from 'vitest';
import { defaultDeskFile } from '../../src/desk/default.ts';
import type { DeskFile } from '../../src/desk/desk-file.ts';
import { createMcpPool } from '../../src/integrations/mcp/pool.ts';
import { mcpServerSchema } from '../../src/integrations/mcp/server-form.ts';
import type { Json } from '../../src/lib/json.ts';
import { createAlarm } from '../../src/notices/alarm.ts';
import type { Planner, Proposed } from '../../src/planning/planner.ts';
import type { Database } from '../../src/store/database.ts';
import { MEMORY_TENANT, MemoryChat } from './memory-chat.ts';
import { createTestDesk, type TestDesk } from './test-desk.ts';

const ODD = `${import.meta.dirname}/mcp-servers/odd-server.mjs`;
const PACKAGES = `${import.meta.dirname}/../../node_modules/@modelcontextprotocol`;
export const NPM_SERVERS = {
  filesystem: `${PACKAGES}/server-filesystem/dist/index.js`,
  memory: `${PACKAGES}/server-memory/dist/index.js`,
  everything: `${PACKAGES}/server-everything/dist/index.js`,
};
export const ACME = 'acme-dental';
export const BIRCH = 'birch-legal';

export type ServerForm = Record<string, unknown>;

/** An entry that starts a script with this Node. */
export function nodeServer(
  id: string,
  script: string,
  args: readonly string[],
  more: ServerForm = {},
): ServerForm {
  return { id, command: process.execPath, args: [script, ...args], clients: [ACME], ...more };
}

export function oddServer(mode: string, more: ServerForm = {}, file = ''): ServerForm {
  return nodeServer('odd', ODD, [mode, file], more);
}

export function deskWith(servers: readonly ServerForm[], change: Partial<DeskFile> = {}): DeskFile {
  const desk = defaultDeskFile();
  return {
    ...desk,
    // The playground does not reach clients with outside servers, so everybody is in a workspace that the file lists.
    msp: { ...desk.msp, slackTeams: [MEMORY_TENANT] },
    mcp: servers.map((server) => mcpServerSchema.parse(server)),
    ...change,
  };
}

/** Plans one step of one tool, after a read of another if it is named. */
export class OneStepPlanner implements Planner {
  tool = '';
  args: Record<string, Json> = {};
  read: string | undefined;
  readResult: unknown;
  offered: readonly string[] = [];
  writes: readonly string[] = [];

  async plan(...[, reads, writes]: Parameters<Planner['plan']>): Promise<Proposed> {
    this.offered = reads.offered.map(({ name }) => name);
    this.writes = writes.map(({ name }) => name);
    if (this.read)
      this.readResult = await reads.call(this.read, this.args).catch((error: Error) => error.message);
    if (this.tool === '') return { type: 'hand_off', by: 'embedded', reason: 'nothing to do' } as Proposed;
    return {
      type: 'plan',
      by: 'embedded',
      diagnosis: 'It is asked for',
      evidence: [],
      steps: [{ tool: this.tool, args: this.args, why: 'asked' }],
      reply: 'It is done.',
      ticketType: 'access',
      confidence: 1,
    } as unknown as Proposed;
  }
}

/** Longer than the pause before another try or listing, and shorter than any deadline. */
const MOST_PAUSE_MS = 500;

export interface McpDesk extends TestDesk {
  readonly planner: OneStepPlanner;
  /** The `integration` command's list. */
  states(): Promise<string>;
  /** Polls until it holds. */
  until(holds: () => boolean | Promise<boolean>, what: string): Promise<void>;
  connected(): Promise<void>;
  stopServers(): Promise<void>;
  follow(): Promise<void>;
}

export async function mcpDesk(file: DeskFile, options: { database?: Database } = {}): Promise<McpDesk> {
  const mcp = createMcpPool({ baseMs: 20, capMs: 50 });
  const planner = new OneStepPlanner();
  const desk = await createTestDesk({ desk: file, planner, mcp, chat: new MemoryChat('slack'), ...options });
  let ended = false;
  const stopServers = async () => {
    if (ended) return;
    ended = true;
    await mcp.stop();
  };
  const close = async () => {
    await stopServers();
    await desk.close();
  };
  onTestFinished(close, 20_000);
  await mcp.start(desk.app.core, createAlarm(desk.app.core));
  const states = () => desk.command('ada@north-msp.example', 'integration');
  const until = async (holds: () => boolean | Promise<boolean>, what: string) => {
    for (const deadline = Date.now() + 15_000; ; ) {
      if (await holds()) return;
      // Before another try and another listing the desk pauses; the servers themselves are real processes.
      await desk.clock.skipPause(MOST_PAUSE_MS);
      if (Date.now() > deadline) throw new Error(`${what} did not come to pass: ${await states()}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const connected = () =>
    until(async () => {
      const state = await states();
      return /mcp/.test(state) && !/connecting|not connected/.test(state);
    }, 'the connection');
  return { ...desk, planner, states, until, connected, stopServers, follow: () => mcp.follow() };
}
