// The Bot Connector for tests: the operations of its REST API that a bot uses, on a real socket, with the state of
// `TeamsWorld`, a token demanded for each call, the refusals of Teams, and faults as scripted. A route that Teams does not
// have is noted in `strays`, and the test that caused it fails when it takes the connector down.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LoginHosts } from './login-hosts.ts';
import { answerOperation, type Operation, operationOf, refuse, type WireAnswer } from './operations.ts';
import { Rates } from './rates.ts';
import { baseOf, type Json, TeamsWorld } from './teams-world.ts';

export interface Fault {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The operation is done all the same: a post stands, and its sender does not know. */
  readonly accepted?: boolean;
  /** The connection is cut in place of an answer. */
  readonly hangUp?: boolean;
}

export interface ConnectorCall {
  readonly operation: Operation['name'] | 'unknown';
  readonly method: string;
  readonly path: string;
  readonly conversation: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Json;
  readonly token: string;
  /** Undefined where the connection was cut. */
  status: number | undefined;
}

const MOST_BYTES = 100 * 1024;

export class Connector {
  readonly world: TeamsWorld;
  readonly calls: ConnectorCall[] = [];
  readonly strays: string[] = [];
  /** Applies the rates of Teams, and says for how long or does not. */
  rates: 'off' | 'with Retry-After' | 'without Retry-After' = 'off';
  /** Asked for each call that nothing is scripted for. */
  weather: (call: ConnectorCall) => Fault | undefined = () => undefined;
  /** As in the activities that come from here. */
  serviceUrl = '';
  readonly #login: LoginHosts;
  readonly #rates: Rates;
  readonly #faults = new Map<Operation['name'], Fault[]>();
  readonly #server = createServer((request, response) => {
    this.#handle(request, response).catch((error: unknown) => {
      this.strays.push(String(error));
      response.destroy();
    });
  });

  private constructor(login: LoginHosts, world: TeamsWorld, now: () => number) {
    this.#login = login;
    this.world = world;
    this.#rates = new Rates(now);
  }

  /** @param now milliseconds, for the rates */
  static async start(
    login: LoginHosts,
    world: TeamsWorld = new TeamsWorld(),
    now: () => number = Date.now,
  ): Promise<Connector> {
    const connector = new Connector(login, world, now);
    await new Promise<void>((resolve) => connector.#server.listen(0, '127.0.0.1', resolve));
    const { port } = connector.#server.address() as AddressInfo;
    connector.serviceUrl = `http://127.0.0.1:${port}/emea/`;
    return connector;
  }

  /** The next call of this operation meets this; several wait in line. */
  faultNext(operation: Operation['name'], fault: Fault): void {
    this.#faults.set(operation, [...(this.#faults.get(operation) ?? []), fault]);
  }

  /** Calls of one operation, in the order they came. */
  callsOf(operation: Operation['name']): readonly ConnectorCall[] {
    return this.calls.filter((call) => call.operation === operation);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const url = new URL(request.url ?? '/', this.serviceUrl);
    const operation = operationOf(request.method ?? '', url);
    const call: ConnectorCall = {
      operation: operation?.name ?? 'unknown',
      method: request.method ?? '',
      path: url.pathname,
      conversation: operation?.conversation ?? '',
      query: Object.fromEntries(url.searchParams),
      body: raw === '' ? {} : (JSON.parse(raw) as Json),
      token: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
      status: undefined,
    };
    this.calls.push(call);
    const answer = this.#answer(call, operation, raw);
    if (answer === undefined) return void request.socket.destroy();
    call.status = answer.status;
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body));
  }

  #answer(call: ConnectorCall, operation: Operation | undefined, raw: string): WireAnswer | undefined {
    if (operation === undefined) {
      this.strays.push(`${call.method} ${call.path}`);
      return refuse(404, 'NotFound', 'There is no such operation.');
    }
    if (!this.#login.holds(call.token))
      return refuse(401, 'Unauthorized', 'Authorization has been denied for this request.');
    const fault = this.#faults.get(operation.name)?.shift() ?? this.weather(call);
    if (fault !== undefined && fault.accepted !== true) return faulty(fault);
    const done = this.#tooMuch(operation, raw) ?? answerOperation(this.world, operation, call.body);
    return fault === undefined ? done : faulty(fault);
  }

  #tooMuch(operation: Operation, raw: string): WireAnswer | undefined {
    // UTF-16 takes two bytes for each code unit.
    if (raw.length * 2 > MOST_BYTES) return refuse(413, 'MessageSizeTooBig', 'Message size too large.');
    if (this.rates === 'off') return undefined;
    const kind = ['post', 'update', 'delete', 'create'].includes(operation.name) ? 'send' : 'read';
    const wait = this.#rates.take(kind, baseOf(operation.conversation));
    if (wait === undefined) return undefined;
    const refusal = refuse(429, 'TooManyRequests', 'Rate limit exceeded.');
    return this.rates === 'without Retry-After'
      ? refusal
      : { ...refusal, headers: { 'retry-after': String(wait) } };
  }
}

function faulty(fault: Fault): WireAnswer | undefined {
  if (fault.hangUp === true) return undefined;
  const status = fault.status ?? 500;
  const body = fault.body ?? { error: { code: 'ServiceError', message: `A scripted ${status}.` } };
  return { status, body, ...(fault.headers ? { headers: fault.headers } : {}) };
}
