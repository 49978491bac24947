// What survives the desk: a chat platform that keeps its messages and can be searched by key, and a vendor that counts.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Button, Card } from '../../cards/card.ts';
import type { Address, MessageRef } from '../../src/chat.ts';
import { buttonsOf, textOf } from '../support/memory-chat.ts';

interface Message {
  readonly ref: MessageRef;
  readonly key: string;
  content: Card | string;
}

export class Outside {
  readonly #server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const answer = this.#handle(request.url ?? '', body, String(request.headers['idempotency-key'] ?? ''));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer ?? null));
    });
  });
  messages: Message[] = [];
  /** Calls of the vendor's two endpoints, by idempotency key. */
  calls = { keyed: [] as string[], never: [] as string[] };

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  reset(): void {
    this.messages = [];
    this.calls = { keyed: [], never: [] };
  }

  /** The newest live button with this label in a person's direct message. */
  button(who: string, label: string): Button | undefined {
    return this.#seenBy(who)
      .flatMap(({ content }) => (typeof content === 'string' ? [] : buttonsOf(content)))
      .findLast((button) => button.label === label);
  }

  textsOf(who: string): readonly string[] {
    return this.#seenBy(who).map(({ content }) => textOf(content));
  }

  #seenBy(who: string): readonly Message[] {
    return this.messages.filter(({ ref }) => ref.channel.startsWith(`dm:${who}`));
  }

  #handle(path: string, body: string, key: string): unknown {
    if (path === '/keyed' || path === '/never') {
      this.calls[path === '/keyed' ? 'keyed' : 'never'].push(key);
      return { ok: true };
    }
    const call = JSON.parse(body) as {
      to: Address;
      key: string;
      content: Card | string;
      message: MessageRef;
    };
    if (path === '/post') {
      const ref = { ...call.to, message: `m${this.messages.length + 1}` };
      this.messages.push({ ref, key: call.key, content: call.content });
      return ref;
    }
    if (path === '/find') return this.messages.find((message) => message.key === call.key)?.ref;
    if (path !== '/update') throw new Error(`The platform has no ${path}`);
    const found = this.messages.find((message) => message.ref.message === call.message.message);
    if (!found) throw new Error('An update of a message that was never posted');
    found.content = call.content;
    return {};
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
