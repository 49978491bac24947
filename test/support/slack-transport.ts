// How deliveries reach the desk: signed requests over HTTP, or envelopes over a socket. Both answer when the desk has
// acknowledged, with the body of the acknowledgement.

import { expect } from 'vitest';
import type { Clock } from '../../src/lib/clock.ts';
import { type Delivered, SlackHttp } from './slack-client.ts';
import type { Envelope, SlackSocket } from './slack-socket.ts';

export interface SlackTransport {
  event(body: object): Promise<Delivered>;
  interaction(body: object): Promise<Delivered>;
  command(body: Record<string, string>): Promise<Delivered>;
  /** The last delivery again, as after a lost answer. */
  redeliver(): Promise<Delivered>;
}

export function httpTransport(url: string, clock: Clock): SlackHttp {
  return new SlackHttp(url, clock);
}

export class SocketTransport implements SlackTransport {
  readonly #socket: SlackSocket;
  #last: Envelope | undefined;

  constructor(socket: SlackSocket) {
    this.#socket = socket;
  }

  event(body: object): Promise<Delivered> {
    return this.#deliver('events_api', body);
  }

  interaction(body: object): Promise<Delivered> {
    return this.#deliver('interactive', body);
  }

  command(body: Record<string, string>): Promise<Delivered> {
    return this.#deliver('slash_commands', body);
  }

  redeliver(): Promise<Delivered> {
    const last = this.#last;
    if (last === undefined) throw new Error('Nothing was delivered yet.');
    last.acknowledged = false;
    this.#socket.redeliver(last);
    return this.#acknowledged(last);
  }

  async #deliver(type: Envelope['type'], body: object): Promise<Delivered> {
    this.#last = this.#socket.deliver(type, body);
    return this.#acknowledged(this.#last);
  }

  async #acknowledged(envelope: Envelope): Promise<Delivered> {
    await expect.poll(() => envelope.acknowledged, { interval: 2, timeout: 5000 }).toBe(true);
    return { status: 200, body: envelope.answer === undefined ? '' : JSON.stringify(envelope.answer) };
  }
}
