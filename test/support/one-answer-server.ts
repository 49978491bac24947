// A model server that says one thing to everybody.
import { createServer } from 'node:http';
import { listenOn } from '../../src/lib/listen-on.ts';

export async function saying(status: number, body: string, type = 'application/json') {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': type });
    response.end(body);
  });
  await listenOn(server, 0, '127.0.0.1');
  const address = server.address();
  return {
    config: {
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
      model: 'm',
    },
    close: () => server.close(),
  };
}
