// The production app with fakes at its edges only: chat in memory, the sandbox as the client's systems, a manual clock.
import { readFileSync } from 'node:fs';
import { defaultDeskFile } from '../../src/desk/default.ts';
import type { DeskFile } from '../../src/desk/desk-file.ts';
import type { McpPool } from '../../src/integrations/mcp/pool.ts';
import { readSandboxFile } from '../../src/integrations/sandbox/read-sandbox-file.ts';
import type { Systems } from '../../src/integrations/systems.ts';
import type { DocumentsFolder } from '../../src/knowledge/folder.ts';
import { type Logger, silentLogger } from '../../src/lib/log.ts';
import { createEmbeddedPlanner } from '../../src/planning/embedded/embedded-planner.ts';
import type { Planner } from '../../src/planning/planner.ts';
import { type App, type AppParts, createApp } from '../../src/process/app.ts';
import { connectSystems } from '../../src/process/connect-systems.ts';
import { createVaultCipher } from '../../src/secrets/vault-cipher.ts';
import type { Database } from '../../src/store/database.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { readWorkflowBook } from '../../src/workflows/book.ts';
import { ManualClock } from './manual-clock.ts';
import { MemoryChat } from './memory-chat.ts';

const SANDBOX = readFileSync(`${import.meta.dirname}/../../src/integrations/sandbox/sandbox.yaml`, 'utf8');
const BOOK = readWorkflowBook(undefined);
export const CIPHER = createVaultCipher(Buffer.alloc(32, 7));

export const DANA = 'dana.reyes@acme-dental.example';
export const MIA = 'mia.fontaine@acme-dental.example';
export const TINA = 'tina@north-msp.example';
export const LEE = 'lee@north-msp.example';
export const ADA = 'ada@north-msp.example';
export const NOOR = 'noor@north-msp.example';

export interface TestDesk {
  readonly app: App;
  readonly chat: MemoryChat;
  readonly clock: ManualClock;
  readonly database: Database;
  /** Everything in flight comes to rest. */
  settle(): Promise<void>;
  says(who: string, text: string, options?: { thread?: string }): Promise<void>;
  clicks(who: string, label: string): Promise<string>;
  command(who: string, text: string): Promise<string>;
  close(): Promise<void>;
}

export interface TestDeskOptions {
  readonly desk?: DeskFile;
  readonly planner?: Planner;
  /** Absent: the registry's. */
  readonly commands?: AppParts['commands'];
  readonly withModel?: AppParts['withModel'];
  readonly database?: Database;
  readonly clock?: ManualClock;
  readonly chat?: MemoryChat;
  readonly sandbox?: string;
  readonly log?: Logger;
  /** MCP servers; whoever gives it starts and stops it. */
  readonly mcp?: McpPool;
  /** Documents of the clients; whoever gives it starts and stops it. */
  readonly documents?: DocumentsFolder;
  /** Stands between the desk and its systems. */
  readonly watch?: (systems: Systems) => Systems;
}

export async function createTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const clock = options.clock ?? new ManualClock();
  const chat = options.chat ?? new MemoryChat();
  const database = options.database ?? openSqlite({ path: ':memory:', use: 'server' });
  const world = readSandboxFile(options.sandbox ?? SANDBOX);
  const app = await createApp({
    database,
    clock,
    log: options.log ?? silentLogger,
    cipher: CIPHER,
    deskFile: options.desk ?? defaultDeskFile(),
    admins: [],
    book: BOOK,
    planner: options.planner ?? createEmbeddedPlanner(),
    withModel: options.withModel,
    commands: options.commands,
    adapters: [chat],
    ownTenant: () => undefined,
    connect: (core) =>
      (options.watch ?? ((systems) => systems))(connectSystems(core, world, options.mcp, options.documents)),
  });
  await app.start();
  return {
    app,
    chat,
    clock,
    database,
    settle: () => app.settle(),
    says: async (who, text, where) => {
      await chat.says(who, text, where);
      await app.settle();
    },
    clicks: async (who, label) => {
      const reply = await chat.clicks(who, label);
      await app.settle();
      const { privateText } = await import('./memory-chat.ts');
      return privateText(reply);
    },
    command: async (who, text) => {
      const reply = await chat.command(who, text);
      await app.settle();
      const { privateText } = await import('./memory-chat.ts');
      return privateText(reply);
    },
    close: () => app.stop(),
  };
}
