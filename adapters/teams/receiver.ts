// POST /api/messages: reads the body, lets botbuilder verify the token, and answers. Whatever is not proven to come from Teams
// is refused before anything of it is read for the desk; nobody is shown why, or a stack.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { errorText } from '../../src/lib/errors.ts';
import type { TeamsLog } from './options.ts';
import type { Activity, DeskCloudAdapter } from './sdk.ts';

const MAX_BODY_BYTES = 1024 * 1024;
const CHANNEL = 'msteams';

/** What the desk answers to a verified activity; without a body the answer is empty. */
export interface Answered {
  readonly status: number;
  readonly body?: object | undefined;
}

export interface ReceiverParts {
  readonly cloud: DeskCloudAdapter;
  readonly log: TeamsLog;
  /** Undefined while the adapter is not started. */
  handler(): ((activity: Readonly<Record<string, unknown>>) => Promise<Answered>) | undefined;
}

export function createReceiver(parts: ReceiverParts): RequestListener {
  return (request, response) => {
    receive(parts, request, response).catch((error: unknown) => {
      parts.log.error({ reason: errorText(error) }, 'a request of Teams could not be handled');
      if (!response.headersSent) answer(response, { status: 500 });
    });
  };
}

async function receive(
  parts: ReceiverParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405, 'Only POST is taken here.');
  const handle = parts.handler();
  if (!handle) return refuse(response, 503, 'The desk is not ready.');
  const body = await readBody(request);
  if (body === undefined) return refuse(response, 413, 'This is too large.');
  const activity = parse(body);
  if (!activity) return refuse(response, 400, 'This is no activity.');
  const header = request.headers.authorization;
  const verified = await verify(parts, header ?? '', activity, handle);
  if (verified === 'not proven') return refuse(response, 401, 'Not proven to come from Microsoft Teams.');
  if (verified === 'not checked') return refuse(response, 503, 'This cannot be checked right now.');
  answer(response, verified);
}

/** The one way past the token check: `handle` runs inside the SDK's turn. */
async function verify(
  { cloud, log }: ReceiverParts,
  authorization: string,
  activity: Readonly<Record<string, unknown>>,
  handle: (activity: Readonly<Record<string, unknown>>) => Promise<Answered>,
): Promise<Answered | 'not proven' | 'not checked'> {
  if (!ends(authorization) || activity.channelId !== CHANNEL) return 'not proven';
  let answered: Answered | undefined;
  let proven = false;
  try {
    await cloud.receive(authorization, { ...activity } as unknown as Activity, async () => {
      proven = true;
      answered = await handle(activity);
    });
  } catch (error) {
    // A wrong signature is an error without a status in the SDK, so everything before the turn counts as not proven.
    if (!proven) {
      // Without Microsoft's keys nothing can be told; Teams delivers it again.
      if (isUnreachable(error)) {
        log.error({ reason: errorText(error).slice(0, 200) }, 'the keys of Microsoft could not be fetched');
        return 'not checked';
      }
      log.warn({ reason: errorText(error).slice(0, 200) }, 'a request that is not proven to come from Teams');
      return 'not proven';
    }
    throw error;
  }
  return answered ?? { status: 500 };
}

function isUnreachable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^E[A-Z_]+$/.test(code) && !code.startsWith('ERR_');
}

/** The SDK checks a token's end only if it has one. Nothing else is read from a token that is not verified yet. */
function ends(authorization: string): boolean {
  const payload = /^Bearer [\w-]{1,4000}\.([\w-]{1,8000})\.[\w-]{0,4000}$/.exec(authorization)?.[1];
  if (payload === undefined) return false;
  const claims = parseJson(Buffer.from(payload, 'base64url').toString('utf8'));
  return typeof claims?.exp === 'number';
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // Read to its end: a connection that is cut while it sends would look like a fault to the sender.
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
    else if (size > 8 * MAX_BODY_BYTES) break;
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString('utf8');
}

function parse(body: string): Readonly<Record<string, unknown>> | undefined {
  const activity = parseJson(body);
  return typeof activity?.type === 'string' && activity.type !== '' ? activity : undefined;
}

function parseJson(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(text);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return isObject ? (read as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

function answer(response: ServerResponse, { status, body }: Answered): void {
  if (body === undefined) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
}
