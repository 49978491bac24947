// A real HTTP server on loopback that records what reaches it and answers as the test says.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface HttpStage {
  readonly url: string;
  readonly received: readonly Received[];
  /** From now on. */
  answer(handler: (request: Received, response: ServerResponse) => void): void;
  stop(): Promise<void>;
}

export async function raiseHttpStage(): Promise<HttpStage> {
  const received: Received[] = [];
  let answer = (_: Received, response: ServerResponse) => {
    response.setHeader('content-type', 'application/json').end('{"done":true}');
  };
  const server = createServer((request, response) => void serve(request, response));
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = '', url = '', headers } = request;
    const one = { method, url, headers, body: Buffer.concat(parts).toString('utf8') };
    received.push(one);
    answer(one, response);
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (handler) => {
      answer = handler;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** An address where nobody listens. */
export async function closedUrl(): Promise<string> {
  const stage = await raiseHttpStage();
  await stage.stop();
  return stage.url;
}
