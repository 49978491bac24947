// One Web API client per workspace, with the token of that workspace's installation. It decides which token a call
// carries; it never repeats a call and keeps no queue (the outbox does).
import { webApi } from '@slack/bolt';
import { z } from 'zod';
import { ChatError, type ChatUser } from '../../src/chat.ts';
import { type BoundedMap, expiringMap } from '../../src/lib/bounded-map.ts';
import { DAY_MS } from '../../src/lib/clock.ts';
import type { SlackMethod } from './methods.ts';
import type { SlackOptions } from './options.ts';
import { silentLogger } from './silent-logger.ts';
import { slackCode, toChatError } from './web-errors.ts';

const CALL_TIMEOUT_MS = 10_000;
const TOKEN_CODES = new Set([
  'account_inactive',
  'invalid_auth',
  'not_authed',
  'token_expired',
  'token_revoked',
]);
const self = z.object({ team_id: z.string(), user_id: z.string().optional() });

export type SlackAnswer = Readonly<Record<string, unknown>>;

export class Workspaces {
  readonly #options: Pick<SlackOptions, 'apiUrl' | 'installations' | 'clock'>;
  readonly #clients = new Map<string, Promise<webApi.WebClient>>();
  /** Which installation last showed us a person: somebody of another workspace has none of their own. */
  readonly #seenIn: BoundedMap<string>;
  #home: Promise<string> | undefined;

  constructor(options: Pick<SlackOptions, 'apiUrl' | 'installations' | 'clock'>) {
    this.#options = options;
    this.#seenIn = expiringMap(options.clock, DAY_MS);
  }

  /**
   * Calls a Web API method with the token of `team`'s installation.
   * @throws ChatError `gone` also when the app is not installed there.
   */
  async call(
    team: string,
    method: SlackMethod,
    args: Readonly<Record<string, unknown>>,
  ): Promise<SlackAnswer> {
    const client = await this.#client(team);
    try {
      return { ...(await client.apiCall(method, asSent(args))) };
    } catch (error) {
      if (TOKEN_CODES.has(slackCode(error) ?? '')) this.forget(team);
      throw toChatError(error, method);
    }
  }

  /** The workspace of the first installation, as Slack says. @throws ChatError */
  home(): Promise<string> {
    this.#home ??= this.#askHome().catch((error: unknown) => {
      this.#home = undefined;
      throw error;
    });
    return this.#home;
  }

  /** Remembers through which installation a person was seen. */
  saw(user: ChatUser, team: string): void {
    if (user.tenant !== team) this.#seenIn.set(`${user.tenant}:${user.id}`, team);
  }

  /** The installation through which to reach a person. @throws ChatError */
  async installationFor(user: ChatUser): Promise<string> {
    const seen = this.#seenIn.get(`${user.tenant}:${user.id}`);
    if (seen !== undefined) return seen;
    if ((await this.#options.installations.find(user.tenant)) !== undefined) return user.tenant;
    return this.home();
  }

  /** After a removal or a refused token: the next call reads the installation again. */
  forget(team: string): void {
    this.#clients.delete(team);
  }

  #client(team: string): Promise<webApi.WebClient> {
    const known = this.#clients.get(team);
    if (known !== undefined) return known;
    const made = this.#make(team);
    this.#clients.set(team, made);
    made.catch(() => this.#clients.delete(team));
    return made;
  }

  async #make(team: string): Promise<webApi.WebClient> {
    const { installations } = this.#options;
    const found = await installations.find(team);
    if (found !== undefined) return this.#connect(found.botToken);
    if ((await this.home()) === team) return this.#connect(installations.first.botToken);
    throw new ChatError('gone', `Deskhand is not installed in the Slack workspace ${team}.`);
  }

  async #askHome(): Promise<string> {
    try {
      const answer = await this.#connect(this.#options.installations.first.botToken).apiCall('auth.test');
      return self.parse(answer).team_id;
    } catch (error) {
      throw toChatError(error, 'auth.test');
    }
  }

  // The SDK's defaults wait for ever and repeat for half an hour; a repeated post is a double post.
  #connect(token: string): webApi.WebClient {
    return new webApi.WebClient(token, {
      slackApiUrl: this.#options.apiUrl,
      timeout: CALL_TIMEOUT_MS,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      allowAbsoluteUrls: false,
      logger: silentLogger,
    });
  }
}

/** Blocks and the like as the JSON text that is sent anyway: the client walks through every object once more for a log line. */
function asSent(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ]),
  );
}
