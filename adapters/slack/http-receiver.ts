// POST /slack/events: everything that Slack delivers over HTTP. Bolt reads the raw body and checks the signature;
// ours is the order: nothing is parsed before it is verified, nothing acknowledged before the core has it.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, verifySlackRequest } from '@slack/bolt';
import type { Clock } from '../../src/lib/clock.ts';
import { MINUTE_MS } from '../../src/lib/clock.ts';
import { errorText } from '../../src/lib/errors.ts';
import type { Acknowledge } from './delivery.ts';
import type { SlackLog } from './options.ts';

const BODY_LIMIT = 4 * 1024 * 1024;
const WINDOW_MS = 5 * MINUTE_MS;

export interface HttpReceiverParts {
  readonly signingSecret: string;
  readonly clock: Clock;
  readonly log: SlackLog;
  /** Undefined until the adapter is started and after it is stopped. */
  readonly receive: () => ((body: unknown, acknowledge: Acknowledge) => Promise<void>) | undefined;
}

/** The request handler. It needs the untouched body: mount it before any body parser. */
export function createHttpReceiver(parts: HttpReceiverParts): RequestListener {
  return (request, response) => {
    handle(parts, request, response).catch((error: unknown) => {
      parts.log.error({ reason: errorText(error) }, 'a request of Slack could not be handled');
      if (!response.headersSent) answer(response, 500, 'Something went wrong.');
    });
  };
}

async function handle(
  parts: HttpReceiverParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') return answer(response, 405, 'Slack delivers by POST.');
  const body = await readBody(request);
  if (typeof body === 'number') {
    request.resume();
    response.setHeader('connection', 'close');
    return answer(
      response,
      body,
      body === 413 ? 'The body is larger than 4 MB.' : 'The body could not be read.',
    );
  }
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  // Slack's check of the certificate is not signed; it is answered and nothing in it is read.
  if (isForm && new URLSearchParams(body).get('ssl_check') === '1') return answer(response, 200, '');
  if (!isGenuine(parts, request, body)) {
    parts.log.warn({}, 'a request with a wrong Slack signature was refused');
    return answer(response, 401, 'The signature is missing, wrong or too old.');
  }
  const payload = parse(body, isForm);
  if (payload === undefined)
    return answer(response, 400, 'The body is neither JSON nor a form with a JSON payload.');
  if ('type' in payload && payload.type === 'url_verification') {
    return answer(response, 200, { challenge: 'challenge' in payload ? payload.challenge : '' });
  }
  const receive = parts.receive();
  if (receive === undefined) return answer(response, 503, 'Deskhand is not ready.');
  await receive(payload, async (acknowledgement) => {
    if (acknowledgement.type === 'malformed')
      return answer(response, 400, `Not understood: ${acknowledgement.why}.`);
    if (acknowledgement.type === 'again') return answer(response, 500, 'Please deliver this again.');
    answer(response, 200, acknowledgement.body ?? '');
  });
}

/** The body as text, or the status to refuse it with. */
async function readBody(request: IncomingMessage): Promise<string | number> {
  try {
    const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, BODY_LIMIT);
    return buffered.rawBody.toString();
  } catch (error) {
    return HTTPModuleFunctions.isRawBodyError(error) && error.statusCode === 413 ? 413 : 400;
  }
}

function isGenuine(parts: HttpReceiverParts, request: IncomingMessage, body: string): boolean {
  const timestamp = Number(request.headers['x-slack-request-timestamp'] ?? Number.NaN);
  const now = parts.clock.now().getTime();
  // Bolt refuses what is too old; a time in the future is as little Slack's.
  if (Number.isNaN(timestamp) || timestamp * 1000 > now + WINDOW_MS) return false;
  try {
    verifySlackRequest({
      signingSecret: parts.signingSecret,
      body,
      headers: {
        'x-slack-signature': String(request.headers['x-slack-signature'] ?? ''),
        'x-slack-request-timestamp': timestamp,
      },
      nowMilliseconds: now,
    });
    return true;
  } catch {
    return false;
  }
}

/** Events are JSON, interactions a form with JSON in `payload`, slash commands a plain form. */
function parse(body: string, isForm: boolean): object | undefined {
  try {
    if (!isForm) return objectOf(JSON.parse(body));
    const form = new URLSearchParams(body);
    const payload = form.get('payload');
    return payload === null ? Object.fromEntries(form) : objectOf(JSON.parse(payload));
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function answer(response: ServerResponse, status: number, body: string | object): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
