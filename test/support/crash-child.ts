// A whole desk in a process of its own, which kills itself at the n-th point: after a commit, before and after everything it
// does to the outside. The parent plays the chat platform, the vendor and the people, who all survive it.
import type { Card } from '../../cards/card.ts';
import type { Address, ChatAdapter, ChatEvent, ChatReply, ChatUser, MessageRef } from '../../src/chat.ts';
import type { DeskFile } from '../../src/desk/desk-file.ts';
import { readSandboxFile } from '../../src/integrations/sandbox/read-sandbox-file.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { silentLogger } from '../../src/lib/log.ts';
import { type App, createApp } from '../../src/process/app.ts';
import { connectSystems } from '../../src/process/connect-systems.ts';
import { createVaultCipher } from '../../src/secrets/vault-cipher.ts';
import type { Database } from '../../src/store/database.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { readWorkflowBook } from '../../src/workflows/book.ts';
import { type Script, scriptedPlanner } from '../runs/scripted-planner.ts';

export interface ChildOptions {
  /** A file, or `postgres://…`. */
  readonly database: string;
  readonly desk: DeskFile;
  readonly sandbox: string;
  readonly steps: ReturnType<Script>;
  /** Base URL of the platform, which keeps what was posted. */
  readonly platform: string;
  /** 0: lives until it is told to stop. */
  readonly killAt: number;
}

export type ToChild =
  | { readonly id: number; readonly do: 'event'; readonly event: ChatEvent }
  | { readonly id: number; readonly do: 'settle' | 'stop' };

export type FromChild =
  | { readonly type: 'ready' }
  | { readonly type: 'done'; readonly id: number; readonly reply?: ChatReply };

let points = 0;
let killAt = 0;

/** Nothing after this line happens in the process that dies here. */
function point(): void {
  points += 1;
  if (points === killAt) process.kill(process.pid, 'SIGKILL');
}

async function between<T>(work: () => Promise<T>): Promise<T> {
  point();
  const result = await work();
  point();
  return result;
}

function killable(database: Database): Database {
  return {
    ...database,
    transaction: async (body) => {
      const result = await database.transaction(body);
      point();
      return result;
    },
  };
}

class RemoteChat implements ChatAdapter {
  readonly platform = 'slack';
  onEvent: ((event: ChatEvent) => Promise<ChatReply>) | undefined;
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void> {
    this.onEvent = onEvent;
  }
  async stop(): Promise<void> {}

  post(to: Address, content: Card | string, { key }: { readonly key: string }): Promise<MessageRef> {
    return between(() => this.#call<MessageRef>('post', { to, content, key }));
  }
  async update(message: MessageRef, content: Card | string): Promise<void> {
    await between(() => this.#call('update', { message, content }));
  }
  async findPosted(_to: Address, key: string): Promise<MessageRef | 'absent'> {
    return (await this.#call<MessageRef | null>('find', { key })) ?? 'absent';
  }
  async openDirectMessage(user: ChatUser): Promise<Address> {
    return { platform: 'slack', tenant: user.tenant, channel: `dm:${user.id}` };
  }
  async profile(user: ChatUser) {
    return { name: user.id, email: user.id, guest: false, outsider: false, bot: false };
  }
  async findUser(tenant: string, email: string): Promise<ChatUser> {
    return { platform: 'slack', tenant, id: email };
  }
  async acknowledge(): Promise<void> {}
  async publishHome(): Promise<void> {}

  async #call<T>(path: string, body: object): Promise<T> {
    const response = await realFetch(`${this.#url}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    return (await response.json()) as T;
  }
}

const realFetch = globalThis.fetch;

async function start(options: ChildOptions): Promise<{ readonly app: App; readonly chat: RemoteChat }> {
  killAt = options.killAt;
  // Tools call with the process's own fetch.
  globalThis.fetch = (input, init) => between(() => realFetch(input, init));
  const opened = options.database.startsWith('postgres:')
    ? await openPostgres(options.database)
    : openSqlite({ path: options.database, use: 'server' });
  const chat = new RemoteChat(options.platform);
  const world = readSandboxFile(options.sandbox);
  const app = await createApp({
    database: killable(opened),
    clock: systemClock,
    log: silentLogger,
    cipher: createVaultCipher(Buffer.alloc(32, 7)),
    deskFile: options.desk,
    admins: [],
    book: readWorkflowBook(undefined),
    planner: scriptedPlanner({ '': () => options.steps }),
    adapters: [chat],
    ownTenant: () => undefined,
    connect: (core) => connectSystems(core, world),
  });
  await app.start();
  return { app, chat };
}

async function serve(options: ChildOptions): Promise<void> {
  const { app, chat } = await start(options);
  // It does not outlive the test that started it.
  const end = () => process.exit();
  process.once('disconnect', end);
  const tell = (message: FromChild) => process.send?.(message);
  process.on('message', (message: ToChild) => {
    void (async () => {
      const reply = message.do === 'event' ? await chat.onEvent?.(message.event) : undefined;
      if (message.do === 'settle') await app.settle();
      if (message.do === 'stop') await app.stop();
      tell({ type: 'done', id: message.id, ...(reply ? { reply } : {}) });
      // Told to stop, it has to end by itself.
      if (message.do === 'stop') process.off('disconnect', end).disconnect();
    })();
  });
  tell({ type: 'ready' });
}

if (process.send) await serve(JSON.parse(process.argv[2] ?? '{}') as ChildOptions);
