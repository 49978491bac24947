import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { boundedAnswers } from '../../../src/integrations/mcp/bounded-answers.ts';

const MEGABYTE = 'x'.repeat(1024 * 1024);
let close = async () => {};
afterEach(() => close());

/** A server that sends these pieces one after the other. */
async function serving(pieces: readonly string[]): Promise<string> {
  const server = createServer(async (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const piece of pieces) {
      if (response.destroyed) return;
      if (!response.write(piece))
        await new Promise((done) => response.once('drain', done).once('close', done));
    }
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const long = (count: number) => Array.from({ length: count }, () => MEGABYTE);

test.each([
  { name: 'an answer to a request', method: 'POST', pieces: long(12), passes: false },
  { name: 'one notification', method: 'GET', pieces: ['data: ', ...long(12)], passes: false },
  {
    name: 'many notifications',
    method: 'GET',
    pieces: Array.from({ length: 12 }, () => `data: ${MEGABYTE}\n\n`),
    passes: true,
  },
  { name: 'a short answer', method: 'POST', pieces: ['{}'], passes: true },
])('$name of $method passes: $passes', async ({ method, pieces, passes }) => {
  const response = await boundedAnswers(await serving(pieces), { method });
  const read = response.text().then(
    (text) => text.length === pieces.join('').length,
    () => false,
  );
  expect(await read).toBe(passes);
});
