// Socket Mode: two sockets for each Slack app, so that one can be refreshed or dropped while the other listens.
// Bolt holds a socket; connecting again is ours, at once and for ever, because Bolt waits five seconds and gives up
// with an unhandled rejection when Slack refuses.
import { SocketModeReceiver, webApi } from '@slack/bolt';
import { type Clock, SECOND_MS } from '../../src/lib/clock.ts';
import { errorText } from '../../src/lib/errors.ts';
import { untilDeadline } from '../../src/lib/until-deadline.ts';
import type { Acknowledge } from './delivery.ts';
import type { SlackLog } from './options.ts';
import { silentLogger } from './silent-logger.ts';

const SOCKETS_PER_APP = 2;
const MAX_WAIT_MS = 30 * SECOND_MS;
/** A socket that lives shorter than this counts as a failed try: Slack limits how often it hands out addresses. */
const SHORT_LIFE_MS = 5 * SECOND_MS;
const REFUSED = new Set([
  'account_inactive',
  'invalid_auth',
  'not_allowed_token_type',
  'not_authed',
  'token_revoked',
]);

export interface SocketReceiverParts {
  readonly appTokens: readonly string[];
  readonly apiUrl: string;
  readonly clock: Clock;
  readonly log: SlackLog;
  /** Milliseconds before the second try. */
  readonly reconnectMs: number;
  readonly receive: (body: unknown, acknowledge: Acknowledge) => Promise<void>;
}

interface Envelope {
  readonly body: unknown;
  readonly ack: (body?: object) => Promise<void>;
}

export class SocketReceiver {
  readonly #parts: SocketReceiverParts;
  readonly #sockets: KeptSocket[];

  constructor(parts: SocketReceiverParts) {
    this.#parts = parts;
    this.#sockets = parts.appTokens.flatMap((token) =>
      Array.from({ length: SOCKETS_PER_APP }, () => new KeptSocket(token, parts)),
    );
  }

  /**
   * Resolves when every socket has connected or failed once; those that failed go on trying.
   * @throws Error if Slack refuses an app token: that is a setting to correct.
   */
  async start(): Promise<void> {
    const refusals = await Promise.all(this.#sockets.map((socket) => socket.start()));
    const refusal = refusals.find((code) => code !== undefined);
    if (refusal === undefined) return;
    await this.stop();
    throw new Error(`Slack refuses the app token (SLACK_APP_TOKEN): ${refusal}.`);
  }

  async stop(): Promise<void> {
    await Promise.all(this.#sockets.map((socket) => socket.stop()));
    this.#parts.log.info({}, 'Slack sockets closed');
  }
}

class KeptSocket {
  readonly #parts: SocketReceiverParts;
  readonly #client: SocketModeReceiver['client'];
  readonly #stopping = new AbortController();

  constructor(appToken: string, parts: SocketReceiverParts) {
    this.#parts = parts;
    const clientOptions = {
      slackApiUrl: parts.apiUrl,
      timeout: 10 * SECOND_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
    };
    const receiver = new SocketModeReceiver({
      appToken,
      autoReconnectEnabled: false,
      logger: silentLogger,
      installerOptions: { clientOptions },
    });
    this.#client = receiver.client;
    this.#client.on('slack_event', (envelope: Envelope) => {
      void parts.receive(envelope.body, (acknowledgement) => this.#acknowledge(envelope, acknowledgement));
    });
  }

  /** Connects and keeps connected. Resolves after the first try, with Slack's code if it refuses the token. */
  async start(): Promise<string | undefined> {
    const first = Promise.withResolvers<string | undefined>();
    void this.#keep(first.resolve);
    return first.promise;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    // The peer may never answer the closing handshake.
    await untilDeadline(
      this.#parts.clock,
      this.#client.disconnect().catch(() => {}),
      2 * SECOND_MS,
    );
  }

  async #keep(tried: (refusal: string | undefined) => void): Promise<void> {
    const { log, clock, reconnectMs } = this.#parts;
    let failures = 0;
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const since = clock.now().getTime();
      const outcome = await this.#live(() => tried(undefined));
      if (signal.aborted) break;
      const code = refusalOf(outcome.error);
      tried(code);
      failures = clock.now().getTime() - since < SHORT_LIFE_MS ? failures + 1 : 0;
      const backoff = failures === 0 ? 0 : Math.min(MAX_WAIT_MS, reconnectMs * 2 ** (failures - 1));
      const waitMs = Math.max(outcome.connected && failures < 2 ? 0 : backoff, retryAfterMs(outcome.error));
      const reason = code ?? (outcome.error === undefined ? 'closed' : errorText(outcome.error));
      if (outcome.error === undefined) log.info({ waitMs }, 'a Slack socket was closed; connecting again');
      else log.warn({ reason, waitMs }, 'a Slack socket could not be opened; trying again');
      await clock.sleep(waitMs, signal);
    }
    tried(undefined);
  }

  /** One life of the socket. */
  async #live(connected: () => void): Promise<{ connected: boolean; error?: unknown }> {
    const gone = Promise.withResolvers<void>();
    const onGone = () => gone.resolve();
    this.#client.once('disconnected', onGone);
    try {
      await this.#client.start();
    } catch (error) {
      this.#client.off('disconnected', onGone);
      return { connected: false, error: error ?? new Error('the socket closed before it was ready') };
    }
    connected();
    await gone.promise;
    return { connected: true };
  }

  async #acknowledge(envelope: Envelope, acknowledgement: Parameters<Acknowledge>[0]): Promise<void> {
    // What is not acknowledged comes again; what nobody can read must not.
    if (acknowledgement.type === 'again') return;
    if (acknowledgement.type === 'malformed') {
      this.#parts.log.warn({ why: acknowledgement.why }, 'an envelope of Slack was not understood');
    }
    try {
      await envelope.ack(acknowledgement.type === 'taken' ? acknowledgement.body : undefined);
    } catch (error) {
      this.#parts.log.info(
        { reason: errorText(error) },
        'a socket closed before an acknowledgement; it comes again',
      );
    }
  }
}

function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof webApi.WebAPIPlatformError)) return undefined;
  return REFUSED.has(error.data.error) ? error.data.error : undefined;
}

function retryAfterMs(error: unknown): number {
  return error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * SECOND_MS : 0;
}
