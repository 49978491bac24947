// The playground: a chat platform of one page on this machine, put together. It is a chat simulator and nothing more:
// whatever works in it works through the same port as Slack and Teams.
import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { Card } from '../../cards/card.ts';
import {
  type Address,
  type ChatAdapter,
  ChatError,
  type ChatEvent,
  type ChatProfile,
  type ChatReply,
  type ChatUser,
  type MessageRef,
  type PostOptions,
} from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { newId } from '../../src/lib/ids.ts';
import { silentLogger } from '../../src/lib/log.ts';
import { Answers } from './answers.ts';
import { Conversation } from './conversation.ts';
import { listen } from './listener.ts';
import type { PlaygroundLog, PlaygroundOptions, PlaygroundPerson } from './options.ts';
import { BOT, CHANNEL, directChannel, personOf, refOf, TENANT, toContent } from './record.ts';
import { Room } from './room.ts';
import { Transcript } from './transcript.ts';

/** As on Slack, which waits 3 seconds. */
const ACK_DEADLINE_MS = 2500;

export interface PlaygroundAdapter extends ChatAdapter {
  /** The link for the terminal, with the token of this start. With port 0 it is right once the adapter has started. */
  readonly url: string;
}

export function createPlayground(options: PlaygroundOptions): PlaygroundAdapter {
  return new Playground(options);
}

class Playground implements PlaygroundAdapter {
  readonly platform = 'playground';
  readonly #options: PlaygroundOptions;
  readonly #clock: Clock;
  readonly #log: PlaygroundLog;
  readonly #token = randomBytes(24).toString('base64url');
  readonly #transcript: Transcript;
  readonly #room: Room;
  #port: number;
  #running: { readonly server: Server; readonly answers: Answers } | undefined;

  constructor(options: PlaygroundOptions) {
    this.#options = options;
    this.#port = options.port;
    this.#clock = options.clock;
    this.#log = options.log ?? silentLogger;
    this.#transcript = new Transcript(options.transcriptFile, this.#log);
    this.#room = new Room(this.#transcript, this.#clock);
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/?token=${this.#token}`;
  }

  async start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void> {
    const { people, maxBodyBytes, ackDeadlineMs: deadlineMs = ACK_DEADLINE_MS } = this.#options;
    const room = this.#room;
    await room.load();
    const answers = new Answers({ room, clock: this.#clock, log: this.#log, deadlineMs, onEvent });
    const conversation = new Conversation({ room, answers, clock: this.#clock });
    const server = await listen(this.#options.port, {
      token: this.#token,
      room,
      conversation,
      people,
      maxBodyBytes,
      clock: this.#clock,
      log: this.#log,
    });
    const address = server.address();
    if (address !== null && typeof address === 'object') this.#port = address.port;
    this.#running = { server, answers };
  }

  /** What was asked is answered first; open pages reconnect when it starts again. */
  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (running === undefined) return;
    const closed = new Promise((resolve) => running.server.close(resolve));
    await running.answers.settled();
    running.server.closeAllConnections();
    await closed;
    await this.#transcript.settled();
  }

  async post(to: Address, content: Card | string, options: PostOptions): Promise<MessageRef> {
    await this.#checkPlace(to);
    const retryAfterMs = this.#options.sendLimit?.();
    if (retryAfterMs !== undefined)
      throw new ChatError('rate_limited', 'Too many messages.', { retryAfterMs });
    const { thread, channel } = to;
    const now = this.#clock.now().getTime();
    const record = {
      id: newId(now),
      channel,
      ...(thread === undefined ? {} : { thread }),
      from: BOT,
      ...toContent(content),
      at: now,
      ...(options.onlyFor === undefined || channel !== CHANNEL ? {} : { onlyFor: options.onlyFor.id }),
      key: options.key,
    };
    this.#room.put(record);
    return refOf(record);
  }

  async update(message: MessageRef, content: Card | string): Promise<void> {
    const record = this.#room.find(message.message);
    if (record === undefined || record.channel !== message.channel) {
      throw new ChatError('gone', 'The playground has no such message.');
    }
    if (record.from !== BOT) throw new ChatError('refused', "A person's message cannot be replaced.");
    const { text: _text, card: _card, ...rest } = record;
    this.#room.put({ ...rest, ...toContent(content) });
  }

  async openDirectMessage(user: ChatUser): Promise<Address> {
    const { id } = await this.#person(user);
    return { platform: 'playground', tenant: TENANT, channel: directChannel(id) };
  }

  async profile(user: ChatUser): Promise<ChatProfile> {
    const { id, name } = await this.#person(user);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    return { name, email: id, timeZone, guest: false, outsider: false, bot: false };
  }

  async findUser(tenant: string, email: string): Promise<ChatUser | undefined> {
    const people = tenant === TENANT ? await this.#options.people() : [];
    const found = people.find(({ id }) => id.toLowerCase() === email.toLowerCase());
    return found && { platform: 'playground', tenant: TENANT, id: found.id };
  }

  async acknowledge(message: MessageRef, state: 'received' | 'finished', doing?: string): Promise<void> {
    const record = this.#room.find(message.message);
    if (record === undefined) return;
    if (record.mark !== state) this.#room.put({ ...record, mark: state });
    if (state === 'received') this.#room.work(record.id, this.#clock.now().getTime(), doing);
    else this.#room.endWork(record.id);
  }

  async publishHome(user: ChatUser, card: Card): Promise<void> {
    const { id } = await this.#person(user);
    const { card: shown } = toContent(card);
    if (shown !== undefined) this.#room.putHome({ person: id, card: shown });
  }

  async findPosted(to: Address, key: string): Promise<MessageRef | 'absent'> {
    const record = this.#room.findByKey(to.channel, BOT, key);
    return record === undefined ? 'absent' : refOf(record);
  }

  async #checkPlace({ platform, tenant, channel }: Address): Promise<void> {
    if (platform === 'playground' && tenant === TENANT) {
      if (channel === CHANNEL) return;
      const owner = personOf(channel);
      if (owner !== undefined && (await this.#options.people()).some(({ id }) => id === owner)) return;
    }
    throw new ChatError('gone', 'The playground has no such conversation.');
  }

  async #person({ tenant, id }: ChatUser): Promise<PlaygroundPerson> {
    const people = tenant === TENANT ? await this.#options.people() : [];
    const found = people.find((person) => person.id === id);
    if (found === undefined) throw new ChatError('gone', 'The playground knows nobody with this address.');
    return found;
  }
}
