// The Teams half of the chat port, put together. botbuilder verifies what comes in and makes the clients for what goes out;
// everything that decides is ours, so that the SDK can be replaced in this folder alone.
import type { RequestListener } from 'node:http';
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
import { errorText } from '../../src/lib/errors.ts';
import { cardAnswer, dialogAnswer, wordsAnswer } from './answers.ts';
import { ConversationBook } from './conversation-book.ts';
import { Messages } from './messages.ts';
import { OpenForms } from './open-forms.ts';
import type { KnownConversation, TeamsOptions } from './options.ts';
import { People } from './people.ts';
import { type ReadActivity, readActivity } from './read-activity.ts';
import type { KnownPeople } from './read-mentions.ts';
import { type Answered, createReceiver } from './receiver.ts';
import { DeskCloudAdapter } from './sdk.ts';
import { ShownCards } from './shown-cards.ts';
import { NOT_OURS, Turns } from './turn.ts';

/** Teams itself waits 15 seconds; people wait three. */
const ACK_DEADLINE_MS = 2500;
const WELCOME =
  'Hello. I am your IT service desk. Write here what you need, in your own words; "help" lists what else I understand.';
const UP_TO_DATE = 'This card is up to date.';

export interface TeamsAdapter extends ChatAdapter {
  /** For POST /api/messages. Mount it before any body parser. */
  readonly requestHandler: RequestListener;
}

/** @throws Error for settings that could not be safe: no app id, no password, no tenant. */
export function createTeamsAdapter(options: TeamsOptions): TeamsAdapter {
  return new Adapter(options);
}

const NO_OWN_CHAT =
  'My answer is for you alone, and I cannot write to you in your own chat. Please add this app there (Apps, then its name, then Add), and ask me again.';

class Adapter implements TeamsAdapter {
  readonly platform = 'teams';
  readonly requestHandler: RequestListener;
  readonly #options: TeamsOptions;
  readonly #clock: Clock;
  readonly #book: ConversationBook;
  readonly #messages: Messages;
  readonly #people: People;
  readonly #shown = new ShownCards();
  #turns: Turns | undefined;
  #onEvent: ((event: ChatEvent) => Promise<ChatReply>) | undefined;

  constructor(options: TeamsOptions) {
    const cloud = new DeskCloudAdapter(options);
    this.#options = options;
    this.#clock = options.clock;
    this.#book = new ConversationBook(options.conversations);
    this.#messages = new Messages({ cloud, book: this.#book, appId: options.appId });
    this.#people = new People({ book: this.#book, messages: this.#messages, clock: this.#clock });
    this.requestHandler = createReceiver({
      cloud,
      log: options.log,
      handler: () => (this.#turns === undefined ? undefined : (activity) => this.#receive(activity)),
    });
  }

  async start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void> {
    const { log, ackDeadlineMs = ACK_DEADLINE_MS } = this.#options;
    this.#onEvent = onEvent;
    this.#turns = new Turns({
      onEvent,
      forms: new OpenForms(this.#clock),
      shown: this.#shown,
      clock: this.#clock,
      log,
      ackDeadlineMs,
      tell: (user, content) => this.#tell(user, content),
    });
  }

  /** What has arrived is answered first; what arrives meanwhile is delivered again by Teams. */
  async stop(): Promise<void> {
    const turns = this.#turns;
    this.#turns = undefined;
    await turns?.settled();
  }

  async post(to: Address, content: Card | string, options: PostOptions): Promise<MessageRef> {
    const { onlyFor } = options;
    // Teams has no message that only one person in a group sees: it goes to the person's own chat.
    if (onlyFor === undefined) return this.#show(to, content);
    try {
      return await this.#show(await this.#ownChat(to, onlyFor), content);
    } catch (error) {
      if (error instanceof ChatError && error.kind === 'gone') await this.#sayUnreachable(to);
      throw error;
    }
  }

  async #show(place: Address, content: Card | string): Promise<MessageRef> {
    const message = await this.#messages.post(place, content);
    this.#shown.posted(message, content);
    return message;
  }

  /** Where it was asked, and nothing of what the answer was. */
  async #sayUnreachable(place: Address): Promise<void> {
    const known = await this.#book.find(place.tenant, place.channel);
    if (known === undefined || known.kind === 'personal') return;
    await this.#messages.post(place, NO_OWN_CHAT).catch(() => undefined);
  }

  async update(message: MessageRef, content: Card | string): Promise<void> {
    await this.#messages.update(message, content);
    this.#shown.updated(message, content);
  }

  openDirectMessage(user: ChatUser): Promise<Address> {
    return this.#messages.openDirect(user);
  }

  profile(user: ChatUser): Promise<ChatProfile> {
    return this.#people.profile(user);
  }

  findUser(tenant: string, email: string): Promise<ChatUser | undefined> {
    return this.#people.findUser(tenant, email);
  }

  /** Teams shows typing for a few seconds; a message that was dealt with needs no sign. */
  async acknowledge(message: MessageRef, state: 'received' | 'finished'): Promise<void> {
    if (state === 'finished') return;
    await this.#messages.typing(message).catch(() => undefined);
  }

  /** Teams has no page of a person's own; `approvals` shows the same. */
  async publishHome(): Promise<void> {}

  /** Teams cannot be asked for a message by our key. */
  async findPosted(): Promise<'unknown'> {
    return 'unknown';
  }

  async #ownChat(to: Address, user: ChatUser): Promise<Address> {
    const known = await this.#book.find(to.tenant, to.channel);
    return known?.kind === 'personal' && known.userId === user.id ? to : this.#messages.openDirect(user);
  }

  async #receive(raw: Readonly<Record<string, unknown>>): Promise<Answered> {
    const turns = this.#turns;
    if (!turns) return { status: 503 };
    const read = readSafely(raw, this.#people.known);
    if (!read)
      return { status: 400, body: { error: 'This activity names no sender, conversation or tenant.' } };
    const { tenant } = read.conversation;
    if (!this.#options.knowsTenant(tenant)) {
      this.#options.log.warn({ tenant }, 'an activity of a tenant that the desk does not list was refused');
      this.#options.onRefused?.(tenant);
      return { status: 403, body: { error: 'This tenant is not served here.' } };
    }
    const { conversation, left } = await this.#book.saw(read.conversation);
    if (left) await this.#tellRemoved(conversation);
    return this.#take(read, conversation, turns);
  }

  async #take(
    { incoming, memberId }: ReadActivity,
    conversation: KnownConversation,
    turns: Turns,
  ): Promise<Answered> {
    switch (incoming.kind) {
      case 'ignored':
        return { status: 200 };
      case 'not_ours':
        if (incoming.surface === 'message') return { status: 200 };
        return {
          status: 200,
          body: incoming.surface === 'dialog' ? dialogAnswer(NOT_OURS) : wordsAnswer(NOT_OURS),
        };
      case 'refresh':
        return { status: 200, body: this.#fresh(conversation, incoming) };
      case 'installed':
        await this.#installation(conversation, incoming.present);
        return { status: 200 };
      case 'event':
        this.#people.saw(incoming.event.from, conversation, memberId);
        if (incoming.event.type === 'message')
          for (const { user } of incoming.event.mentions) this.#people.saw(user, conversation);
        return turns.take(incoming.event, incoming.surface);
    }
  }

  /** A refresh never does anything: it shows what was sent last. */
  #fresh(
    { tenant, channel }: KnownConversation,
    { message, approvalId }: { readonly message: string; readonly approvalId: string },
  ): object {
    const place = { platform: 'teams', tenant, channel } as const;
    const content = this.#shown.find({ ...place, message });
    if (content !== undefined) return cardAnswer(content);
    const other = this.#shown.asking(place, approvalId);
    if (!other) return wordsAnswer(UP_TO_DATE);
    const status = { text: 'This is a copy. The request stands further down.', tone: 'neutral' } as const;
    return cardAnswer({ title: other.title, status, body: [] });
  }

  /** Teams tells of it twice, and again after an update: whoever has a chat with the bot is greeted once. */
  async #installation(conversation: KnownConversation, present: boolean): Promise<void> {
    const { tenant, channel, kind } = conversation;
    if (!present) return;
    if (kind !== 'personal' || !(await this.#book.change(tenant, channel, { greeted: true }))) return;
    await this.#messages
      .post({ platform: 'teams', tenant, channel }, WELCOME)
      .catch((error: unknown) =>
        this.#options.log.warn({ reason: errorText(error) }, 'the welcome was not sent'),
      );
  }

  async #tellRemoved({ tenant, channel, kind, userId }: KnownConversation): Promise<void> {
    await this.#onEvent?.({
      type: 'removed',
      id: `removed:${channel}`,
      from: { platform: 'teams', tenant, id: userId ?? '' },
      at: { platform: 'teams', tenant, channel },
      reason: kind === 'personal' ? 'it was removed from a personal chat' : `it was removed from a ${kind}`,
    });
  }

  async #tell(user: ChatUser, content: Card | string): Promise<void> {
    try {
      await this.post(await this.#messages.openDirect(user), content, { key: '' });
    } catch (error) {
      this.#options.log.warn({ reason: errorText(error) }, 'a private answer could not be shown');
    }
  }
}

/** A value nested a thousand levels deep is more than can be read, and no card of ours sends one. */
function readSafely(raw: Readonly<Record<string, unknown>>, known: KnownPeople): ReadActivity | undefined {
  try {
    return readActivity(raw, known);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
