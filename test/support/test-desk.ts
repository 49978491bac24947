// The production app with fakes at its edges only: chat in memory, the sandbox as the client's systems, a manual clock.
import { readFileSync } from 'node:fs';
import { type App, createApp } from '../../src/app.ts';
import { connectSystems } from '../../src/integrations/connect.ts';
import { readSandboxFile } from '../../src/integrations/sandbox/read-sandbox-file.ts';
import { silentLogger } from '../../src/lib/log.ts';
import type { DeskFile } from '../../src/people/desk-file.ts';
import { defaultDeskFile } from '../../src/people/desk-file-default.ts';
import { createEmbeddedPlanner } from '../../src/planning/embedded/embedded-planner.ts';
import type { Planner } from '../../src/planning/planner.ts';
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
  readonly database?: Database;
  readonly clock?: ManualClock;
  readonly chat?: MemoryChat;
  readonly sandbox?: string;
}

export async function createTestDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const clock = options.clock ?? new ManualClock();
  const chat = options.chat ?? new MemoryChat();
  const database = options.database ?? openSqlite({ path: ':memory:', use: 'server' });
  const world = readSandboxFile(options.sandbox ?? SANDBOX);
  const app = await createApp({
    database,
    clock,
    log: silentLogger,
    cipher: CIPHER,
    deskFile: options.desk ?? defaultDeskFile(),
    admins: [],
    book: BOOK,
    planner: options.planner ?? createEmbeddedPlanner(),
    adapters: [chat],
    ownTenant: () => undefined,
    connect: (core) => connectSystems(core, world),
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
