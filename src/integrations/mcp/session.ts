// One MCP server as one client has it: opens it, opens it again when it dies, and takes in what it lists. Nothing waits for it:
// while it is not connected its tools stand there, and a call of one says that nothing was sent.
import { backoffMs } from '../../lib/backoff.ts';
import { type Clock, MINUTE_MS, SECOND_MS } from '../../lib/clock.ts';
import { AppError, errorText } from '../../lib/errors.ts';
import { later } from '../../lib/timers.ts';
import { type Connection, type ConnectionEvents, connectServer, notConnected } from './connection.ts';
import { readDefinition, type ToolDefinition } from './definition.ts';
import { type CallServer, mcpTool } from './mcp-tool.ts';
import { plainText } from './plain-text.ts';
import { cutText } from './read-result.ts';
import { openEntry } from './server-entry.ts';
import type { McpServer } from './server-form.ts';

export interface SessionPorts {
  readonly clock: Clock;
  secret(name: string): Promise<string>;
  /** Keeps what the server lists now. */
  listed(tools: ReadonlyMap<string, ToolDefinition>): Promise<void>;
  /** The server has failed several times in a row. */
  failing(why: string): void;
  /** Something that is shown has changed. */
  moved(): void;
  readonly retry: RetryTimes;
}

export interface RetryTimes {
  readonly baseMs: number;
  readonly capMs: number;
}

export const RETRY_TIMES: RetryTimes = { baseMs: SECOND_MS, capMs: 10 * MINUTE_MS };

type SessionState =
  | { readonly type: 'connecting' }
  | { readonly type: 'connected' }
  | { readonly type: 'waiting'; readonly why: string; readonly nextTry: Date }
  | { readonly type: 'given_up'; readonly why: string };

interface Refused {
  readonly name: string;
  readonly why: string;
}

const MOST_TOOLS = 200;
/** Tries in a row after which the admins hear of it, and after which only an admin's test or a new desk file tries again. */
const TELL_AFTER = 3;
const GIVE_UP_AFTER = 20;
/** A connection that lasted this long was a good one. */
const STEADY_MS = MINUTE_MS;
/** A server may not make us list its tools without end. */
const LIST_PAUSE_MS = 250;

export class McpSession {
  state: SessionState = { type: 'connecting' };
  /** Names of the tools that the server lists now; undefined: it was not asked yet. */
  present: ReadonlySet<string> | undefined;
  refused: readonly Refused[] = [];
  readonly #server: McpServer;
  readonly #clientId: string;
  readonly #ports: SessionPorts;
  #connection: Connection | undefined;
  #opening: Promise<void> | undefined;
  #listing: Promise<void> = Promise.resolve();
  #listAgain = false;
  readonly #stopping = new AbortController();
  #cancelRetry: () => void = () => undefined;
  #failures = 0;
  #stopped = false;

  constructor(server: McpServer, clientId: string, ports: SessionPorts) {
    this.#server = server;
    this.#clientId = clientId;
    this.#ports = ports;
  }

  /** Connects in the background. */
  start(): void {
    void this.#open();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopping.abort();
    this.#cancelRetry();
    await this.#connection?.close();
    // What is being opened right now ends itself when it sees that it came too late.
    await this.#opening;
  }

  readonly call: CallServer = (tool, args, signal) => {
    if (!this.#connection) return Promise.reject(notConnected(this.#server.id));
    return this.#connection.call(tool, args, signal);
  };

  /** @throws AppError `mcp.not_connected` */
  async check(signal: AbortSignal): Promise<void> {
    if (!this.#connection) {
      this.#cancelRetry();
      await Promise.race([this.#open(), aborted(signal)]);
    }
    if (this.#connection) return this.#connection.ping(signal);
    const why = 'why' in this.state ? this.state.why : 'it did not answer in time';
    throw new AppError({ code: 'mcp.not_connected', message: why });
  }

  #open(): Promise<void> {
    this.#opening ??= this.#tryToOpen().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  async #tryToOpen(): Promise<void> {
    if (this.#stopped || this.#connection) return;
    this.#move({ type: 'connecting' });
    const since = this.#ports.clock.now().getTime();
    const life: { connection?: Connection; over: boolean } = { over: false };
    const events: ConnectionEvents = {
      closed: () => {
        life.over = true;
        if (this.#connection && this.#connection === life.connection) this.#lost(since);
      },
      toolsChanged: () => this.#listSoon(life),
    };
    let secrets: readonly string[] = [];
    try {
      const entry = await openEntry(this.#server, this.#clientId, this.#ports.secret);
      secrets = entry.secrets;
      const connection = await connectServer(this.#server, entry, events);
      life.connection = connection;
      if (!this.#stopped) await this.#takeList(connection);
      if (life.over) throw new Error('it ended at once');
      if (this.#stopped) return await connection.close();
      this.#connection = connection;
      this.#move({ type: 'connected' });
    } catch (error) {
      await life.connection?.close();
      this.#failed(cutText(errorText(error), secrets, 300));
    }
  }

  #lost(since: number): void {
    this.#connection = undefined;
    if (this.#ports.clock.now().getTime() - since >= STEADY_MS) this.#failures = 0;
    this.#failed('it ended');
  }

  #failed(reason: string): void {
    if (this.#stopped) return;
    const why = plainText(reason, 300);
    this.#failures += 1;
    if (this.#failures === TELL_AFTER) this.#ports.failing(why);
    // Starting a program that always dies costs this machine something; asking an address does not.
    if (this.#failures >= GIVE_UP_AFTER && this.#server.command !== undefined) {
      // An admin's test starts the count again.
      this.#failures = TELL_AFTER;
      this.#move({ type: 'given_up', why });
      return;
    }
    const { baseMs, capMs } = this.#ports.retry;
    const wait = backoffMs(this.#failures, baseMs, capMs, Math.random());
    this.#cancelRetry = later(this.#ports.clock, wait, () => void this.#open());
    this.#move({ type: 'waiting', why, nextTry: new Date(this.#ports.clock.now().getTime() + wait) });
  }

  /** One listing at a time; what is announced meanwhile is asked for once, after a pause. */
  #listSoon(life: { readonly connection?: Connection; readonly over: boolean }): void {
    if (this.#listAgain) return;
    this.#listAgain = true;
    this.#listing = this.#listing
      .then(() => this.#ports.clock.sleep(LIST_PAUSE_MS, this.#stopping.signal, 'background'))
      .then(async () => {
        this.#listAgain = false;
        if (life.connection && !life.over && !this.#stopped) await this.#takeList(life.connection);
      })
      // What a server has announced and cannot tell is not to be trusted: it begins anew.
      .catch(() => life.connection?.close());
  }

  async #takeList(connection: Connection): Promise<void> {
    const listed = await connection.listTools();
    const tools = new Map<string, ToolDefinition>();
    const refused: Refused[] = [];
    for (const raw of listed.slice(0, MOST_TOOLS)) {
      const read = readDefinition(this.#server.id, raw);
      if (!read.ok) refused.push({ name: read.name, why: read.why });
      else if (tools.has(read.tool))
        refused.push({ name: read.definition.name, why: 'has the name of another one' });
      else {
        const problem = this.#problemOf(read.tool, read.definition);
        if (problem === undefined) tools.set(read.tool, read.definition);
        else refused.push({ name: read.definition.name, why: problem });
      }
    }
    if (listed.length > MOST_TOOLS)
      refused.push({ name: `${listed.length - MOST_TOOLS} more`, why: `come after the first ${MOST_TOOLS}` });
    await this.#ports.listed(tools);
    this.present = new Set(tools.keys());
    this.refused = refused;
    this.#ports.moved();
  }

  #problemOf(name: string, definition: ToolDefinition): string | undefined {
    try {
      mcpTool(name, definition, this.#server, this.call);
      return undefined;
    } catch (error) {
      return errorText(error);
    }
  }

  #move(state: SessionState): void {
    this.state = state;
    this.#ports.moved();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
