// The playground's own HTTP listener, on loopback only: the page, its stream of changes, and one address for everything
// that people do. Guards come first; nothing of the page is served without the token.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Clock } from '../../src/lib/clock.ts';
import { errorText } from '../../src/lib/errors.ts';
import { listenOn } from '../../src/lib/listen-on.ts';
import type { Conversation } from './conversation.ts';
import { cookieName, hasToken, isOwnHost, isOwnOrigin, isSame, SECURITY_HEADERS } from './guard.ts';
import type { PlaygroundLog, PlaygroundPerson } from './options.ts';
import { readPageFile } from './page-files.ts';
import { pageRequestSchema } from './page-request.ts';
import { readJson } from './read-json.ts';
import type { Room } from './room.ts';
import { startStream } from './stream.ts';

export interface ListenerParts {
  readonly token: string;
  readonly room: Room;
  readonly conversation: Conversation;
  readonly people: () => Promise<readonly PlaygroundPerson[]>;
  readonly maxBodyBytes: number;
  readonly clock: Clock;
  readonly log: PlaygroundLog;
}

const CLOSED =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Deskhand playground</title>' +
  '<h1>Deskhand playground</h1><p>Open the link that is printed in the terminal. It has a token in it that is new at each start.</p>';

/** @returns the server, listening on 127.0.0.1. @throws AppError `http.port_taken` */
export async function listen(port: number, parts: ListenerParts): Promise<Server> {
  const server = createServer((request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      parts.log.error({ reason: errorText(error) }, 'a request of the playground could not be handled');
      if (response.headersSent) response.destroy();
      else json(response, 500, { error: 'Something went wrong. The terminal says more.' });
    });
  });
  await listenOn(server, port, '127.0.0.1');
  return server;
}

async function handle(
  parts: ListenerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const port = request.socket.localPort ?? 0;
  if (!isOwnHost(request.headers.host, port)) {
    return json(response, 421, {
      error: `The playground answers at 127.0.0.1:${port} and localhost:${port} only.`,
    });
  }
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
  const given = url.searchParams.get('token');
  if (request.method === 'GET' && url.pathname === '/' && given !== null && isSame(given, parts.token)) {
    response.setHeader('set-cookie', `${cookieName(port)}=${parts.token}; HttpOnly; SameSite=Strict; Path=/`);
    response.writeHead(303, { location: '/' }).end();
    return;
  }
  if (!hasToken(request.headers, port, parts.token)) {
    return send(response, 403, 'text/html; charset=utf-8', CLOSED);
  }
  if (request.method === 'GET') return read(parts, url, request, response);
  if (request.method === 'POST') return act(parts, url, request, response);
  response.setHeader('allow', 'GET, POST');
  json(response, 405, { error: 'Only GET and POST.' });
}

async function read(
  parts: ListenerParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (url.pathname === '/people') return json(response, 200, { people: await parts.people() });
  if (url.pathname === '/stream') {
    return startStream(parts.room, url.searchParams.getAll('as'), request, response, parts.clock);
  }
  const file = await readPageFile(url.pathname);
  if (file === undefined) return json(response, 404, { error: 'There is no such page.' });
  send(response, 200, file.type, file.body);
}

async function act(
  parts: ListenerParts,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isOwnOrigin(request.headers))
    return json(response, 403, { error: 'This request is not from the playground.' });
  if (url.pathname !== '/do') return json(response, 404, { error: 'There is no such page.' });
  const body = await readJson(request, parts.maxBodyBytes);
  if (body.type === 'refused') {
    response.setHeader('connection', 'close');
    return json(response, body.status, { error: body.error });
  }
  const parsed = pageRequestSchema.safeParse(body.value);
  if (!parsed.success) {
    return json(response, 400, {
      error: parsed.error.issues[0]?.message ?? 'The request is not understood.',
    });
  }
  const known = (await parts.people()).some(({ id }) => id === parsed.data.as);
  if (!known) return json(response, 400, { error: 'Nobody here has this address.' });
  json(response, 200, await parts.conversation.take(parsed.data));
}

function json(response: ServerResponse, status: number, value: object): void {
  send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': type }).end(body);
}
