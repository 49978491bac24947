// Stands in front of a model server: passes on, or fails in one of the ways in which such servers fail, or changes what goes
// through so that the server behind it speaks a dialect.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { listenOn } from '../../src/lib/listen-on.ts';
import type { Fault } from './scripted-model.ts';

export interface Through {
  /** An error to answer with, instead of passing the request on. */
  refuse?(
    body: Readonly<Record<string, unknown>>,
  ): { readonly status: number; readonly body: unknown } | undefined;
  /** The answer as this server would have sent it. */
  translate?(answer: Record<string, unknown>): unknown;
}

export interface Front {
  readonly url: string;
  fault(fault: Fault | undefined, times?: number): void;
  /** Called when a request has met a fault. */
  onFault: (fault: Fault) => void;
  bodies(): readonly string[];
  headers(): readonly IncomingHttpHeaders[];
  close(): Promise<void>;
}

const HUGE = 2_000_000;

export async function startFront(target: string, through: Through = {}): Promise<Front> {
  const bodies: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const switched: { fault: Fault | undefined; left: number } = { fault: undefined, left: 0 };
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    if (request.method === 'POST') {
      bodies.push(body);
      headers.push(request.headers);
    }
    const fault = request.method === 'POST' && switched.left > 0 ? switched.fault : undefined;
    if (fault) switched.left -= 1;
    if (fault === 'slow') await manyTurns();
    else if (fault) {
      fail(fault, response);
      return front.onFault(fault);
    }
    const refused = request.method === 'POST' ? through.refuse?.(JSON.parse(body)) : undefined;
    if (refused) return send(response, refused.status, JSON.stringify(refused.body));
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': 'application/json' },
      ...(request.method === 'POST' ? { body } : {}),
    });
    const text = await answer.text();
    const translated = answer.ok && request.method === 'POST' && through.translate;
    send(response, answer.status, translated ? JSON.stringify(translated(JSON.parse(text))) : text);
  }

  await listenOn(server, 0, '127.0.0.1');
  const address = server.address();
  const front: Front = {
    onFault: () => {},
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    fault: (fault, times = Number.POSITIVE_INFINITY) => {
      switched.fault = fault;
      switched.left = fault === undefined ? 0 : times;
    },
    bodies: () => bodies,
    headers: () => headers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return front;
}

interface Failure {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const error = (text: string) => JSON.stringify({ error: { message: text } });
const BUSY = { status: 429, body: error('Rate limit reached') };

const FAILURES: Readonly<Record<Exclude<Fault, 'slow' | 'hung' | 'stalled' | 'cut'>, Failure>> = {
  '401': { status: 401, body: error('Incorrect API key provided: sk-canary-0123456789') },
  '429': BUSY,
  '429 now': { ...BUSY, headers: { 'retry-after': '0.01' } },
  '429 in a while': { ...BUSY, headers: { 'retry-after': '50' } },
  '500': { status: 500, body: error('The server had an error') },
  malformed: { status: 200, body: '{"choices": [{"message": {"content": "half' },
  huge: { status: 200, body: JSON.stringify({ choices: [], filler: 'x'.repeat(HUGE) }) },
  redirect: { status: 307, body: '', headers: { location: 'http://127.0.0.1:9/v1/chat/completions' } },
};

function fail(fault: Exclude<Fault, 'slow'>, response: ServerResponse): void {
  if (fault === 'hung') return;
  if (fault === 'cut' || fault === 'stalled') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"choices": [{"message": {"content": "half');
    if (fault === 'cut') setImmediate(() => response.destroy());
    return;
  }
  const { status, body, headers } = FAILURES[fault];
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  send(response, status, body);
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body);
}

/** Everything else that was waiting has had its turn, and more than once. */
async function manyTurns(): Promise<void> {
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
