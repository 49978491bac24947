// The Slack half of the chat port, put together. Bolt verifies signatures and holds the sockets, its WebClient makes
// the calls; its `App` is left out because it acknowledges before anything is on disk.
import type { RequestListener } from 'node:http';
import type { Card } from '../../cards/card.ts';
import type {
  Address,
  ChatAdapter,
  ChatEvent,
  ChatProfile,
  ChatReply,
  ChatUser,
  MessageRef,
  PostOptions,
} from '../../src/chat.ts';
import { ChatError } from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { Delivery } from './delivery.ts';
import { findPosted } from './find-posted.ts';
import { createHttpReceiver } from './http-receiver.ts';
import { Messages } from './messages.ts';
import type { SlackOptions } from './options.ts';
import { People } from './people.ts';
import { Replies } from './replies.ts';
import { Signals } from './signals.ts';
import { SocketReceiver } from './socket-receiver.ts';
import { Workspaces } from './workspaces.ts';

/** Slack waits 3 seconds. */
const ACK_DEADLINE_MS = 2500;
const RECONNECT_MS = 1000;

export interface SlackAdapter extends ChatAdapter {
  /** For POST /slack/events in HTTP mode. Mount it before any body parser; in Socket Mode it answers 404. */
  readonly requestHandler: RequestListener;
  /** The workspace of the first installation (`SLACK_BOT_TOKEN`), as Slack says. @throws ChatError */
  homeTeam(): Promise<string>;
}

/** @throws Error for settings that could not be safe: HTTP without a signing secret, sockets without an app token. */
export function createSlackAdapter(options: SlackOptions): SlackAdapter {
  if (options.mode === 'http' && !options.signingSecret) {
    throw new Error('SLACK_SIGNING_SECRET is empty: in HTTP mode anybody could speak as Slack.');
  }
  if (options.mode === 'socket' && appTokens(options).length === 0) {
    throw new Error('SLACK_APP_TOKEN is empty: Socket Mode needs it.');
  }
  return new Adapter(options);
}

class Adapter implements SlackAdapter {
  readonly platform = 'slack';
  readonly requestHandler: RequestListener;
  readonly #options: SlackOptions;
  readonly #clock: Clock;
  readonly #workspaces: Workspaces;
  readonly #messages: Messages;
  readonly #people: People;
  readonly #signals: Signals;
  #delivery: Delivery | undefined;
  #sockets: SocketReceiver | undefined;

  constructor(options: SlackOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.#workspaces = new Workspaces(options);
    this.#messages = new Messages(this.#workspaces, options.log);
    this.#people = new People(this.#workspaces, this.#clock);
    this.#signals = new Signals(this.#workspaces, options.log);
    this.requestHandler = this.#makeRequestHandler();
  }

  async start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void> {
    await this.#checkToken();
    const { log, ackDeadlineMs = ACK_DEADLINE_MS } = this.#options;
    const workspaces = this.#workspaces;
    const replies = new Replies({
      workspaces,
      messages: this.#messages,
      people: this.#people,
      clock: this.#clock,
      log,
    });
    const delivery = new Delivery({
      onEvent,
      workspaces,
      replies,
      signals: this.#signals,
      nameOf: (user) => this.#people.knownName(user),
      clock: this.#clock,
      log,
      ackDeadlineMs,
    });
    this.#delivery = delivery;
    if (this.#options.mode === 'http') return;
    const sockets = new SocketReceiver({
      appTokens: appTokens(this.#options),
      apiUrl: this.#options.apiUrl,
      clock: this.#clock,
      log,
      reconnectMs: this.#options.reconnectMs ?? RECONNECT_MS,
      receive: (body, acknowledge) => delivery.receive(body, acknowledge),
    });
    this.#sockets = sockets;
    await sockets.start();
  }

  /** What has arrived is answered first; what arrives meanwhile is delivered again by Slack. */
  async stop(): Promise<void> {
    const delivery = this.#delivery;
    this.#delivery = undefined;
    await delivery?.settled();
    await this.#sockets?.stop();
    this.#sockets = undefined;
  }

  homeTeam(): Promise<string> {
    return this.#workspaces.home();
  }

  post(to: Address, content: Card | string, options: PostOptions): Promise<MessageRef> {
    return this.#messages.post(to, content, options);
  }

  update(message: MessageRef, content: Card | string): Promise<void> {
    return this.#messages.update(message, content);
  }

  openDirectMessage(user: ChatUser): Promise<Address> {
    return this.#people.openDirectMessage(user);
  }

  profile(user: ChatUser): Promise<ChatProfile> {
    return this.#people.profile(user);
  }

  findUser(tenant: string, email: string): Promise<ChatUser | undefined> {
    return this.#people.findUser(tenant, email);
  }

  acknowledge(message: MessageRef, state: 'received' | 'finished', doing?: string): Promise<void> {
    return this.#signals.mark(message, state, doing);
  }

  async publishHome(user: ChatUser, card: Card): Promise<void> {
    await this.#messages.publishHome(await this.#workspaces.installationFor(user), user.id, card);
  }

  findPosted(to: Address, key: string): Promise<MessageRef | 'absent' | 'unknown'> {
    return findPosted(this.#workspaces, to, key);
  }

  // A wrong token is a setting to correct; a Slack that is away is not.
  async #checkToken(): Promise<void> {
    try {
      await this.#workspaces.home();
    } catch (error) {
      if (!(error instanceof ChatError) || (error.kind !== 'unreachable' && error.kind !== 'rate_limited')) {
        throw new Error('Slack refuses the bot token (SLACK_BOT_TOKEN).', { cause: error });
      }
      this.#options.log.warn(
        { reason: error.message },
        'Slack does not answer at the start; going on without',
      );
    }
  }

  #makeRequestHandler(): RequestListener {
    const { mode, signingSecret, log } = this.#options;
    if (mode !== 'http' || !signingSecret) {
      return (_request, response) => {
        response
          .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
          .end('Slack runs in Socket Mode here.');
      };
    }
    const receive = () => {
      const delivery = this.#delivery;
      return delivery === undefined ? undefined : delivery.receive.bind(delivery);
    };
    return createHttpReceiver({ signingSecret, clock: this.#clock, log, receive });
  }
}

function appTokens({ installations }: SlackOptions): string[] {
  const tokens = [installations.first.appToken, ...(installations.appTokens ?? [])];
  return [...new Set(tokens.flatMap((token) => token || []))];
}
