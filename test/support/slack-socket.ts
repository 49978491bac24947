// Socket Mode for tests: `apps.connections.open`, hello, envelopes, acknowledgements, refreshes and drops. As with
// Slack an envelope goes to exactly one socket, an address works once, and what nobody acknowledged comes again.
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SlackWeb } from './slack-web.ts';

export const APP_TOKEN = 'xapp-deskhand';

export interface Envelope {
  readonly id: string;
  readonly type: 'events_api' | 'interactive' | 'slash_commands';
  readonly payload: object;
  /** How often it was sent, and to which socket the last time. */
  attempts: number;
  socket: number;
  acknowledged: boolean;
  /** What came with the acknowledgement. */
  answer: unknown;
}

export class SlackSocket {
  readonly envelopes: Envelope[] = [];
  /** Sockets that were ever opened. */
  opened = 0;
  readonly #server: WebSocketServer;
  readonly #sockets = new Map<number, WebSocket>();
  readonly #tickets = new Set<string>();
  #turn = 0;
  #sequence = 0;

  private constructor(web: SlackWeb, server: WebSocketServer) {
    this.#server = server;
    server.on('connection', (socket, request) => this.#accept(socket, request.url ?? ''));
    web.serve('apps.connections.open', (token) => ({ body: this.#hand(token) }));
  }

  static async start(web: SlackWeb): Promise<SlackSocket> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    return new SlackSocket(web, server);
  }

  /** How many sockets listen now. */
  get listening(): number {
    return this.#sockets.size;
  }

  get openSockets(): number[] {
    return [...this.#sockets.keys()];
  }

  /** Sends to one socket, or as soon as there is one. */
  deliver(type: Envelope['type'], payload: object): Envelope {
    this.#sequence += 1;
    const id = `envelope-${this.#sequence}`;
    const envelope: Envelope = {
      id,
      type,
      payload,
      attempts: 0,
      socket: 0,
      acknowledged: false,
      answer: undefined,
    };
    this.envelopes.push(envelope);
    this.#send(envelope);
    return envelope;
  }

  /** Slack's patience is over: the same envelope goes out again. */
  redeliver(envelope: Envelope): void {
    this.#send(envelope);
  }

  /** Slack asks this socket to make room. */
  refresh(socket: number): void {
    this.#sockets.get(socket)?.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    this.#sockets.delete(socket);
  }

  /** The connection is cut without a word. */
  drop(socket: number): void {
    this.#sockets.get(socket)?.terminate();
    this.#sockets.delete(socket);
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #hand(token: string): object {
    if (token !== APP_TOKEN) return { ok: false, error: 'invalid_auth' };
    this.#sequence += 1;
    const ticket = `ticket-${this.#sequence}`;
    this.#tickets.add(ticket);
    return {
      ok: true,
      url: `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/?ticket=${ticket}`,
    };
  }

  #accept(socket: WebSocket, url: string): void {
    const ticket = new URL(url, 'ws://x').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      socket.terminate();
      return;
    }
    this.opened += 1;
    const number = this.opened;
    this.#sockets.set(number, socket);
    socket.on('close', () => this.#sockets.delete(number));
    socket.on('message', (data) => this.#acknowledge(JSON.parse(String(data)) as Record<string, unknown>));
    const connection_info = { app_id: 'A0DESK' };
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.#sockets.size, connection_info }));
    for (const envelope of this.envelopes) if (envelope.attempts === 0) this.#send(envelope);
  }

  #acknowledge(message: Record<string, unknown>): void {
    const envelope = this.envelopes.find(({ id }) => id === message.envelope_id);
    if (envelope === undefined) return;
    envelope.acknowledged = true;
    envelope.answer = message.payload;
  }

  #send(envelope: Envelope): void {
    const open = this.openSockets;
    const number = open[this.#turn % Math.max(open.length, 1)];
    if (number === undefined) return;
    this.#turn += 1;
    envelope.attempts += 1;
    envelope.socket = number;
    this.#sockets.get(number)?.send(
      JSON.stringify({
        envelope_id: envelope.id,
        type: envelope.type,
        payload: envelope.payload,
        accepts_response_payload: envelope.type !== 'events_api',
        retry_attempt: envelope.attempts - 1,
        retry_reason: envelope.attempts > 1 ? 'timeout' : '',
      }),
    );
  }
}
