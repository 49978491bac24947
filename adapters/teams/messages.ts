// Messages into conversations and back into their places: a card alone or words alone, one attempt each.
import type { Card } from '../../cards/card.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { type Address, ChatError, type ChatUser, type MessageRef } from '../../src/chat.ts';
import { toChatError } from './connector-errors.ts';
import type { ConversationBook } from './conversation-book.ts';
import type { KnownConversation } from './options.ts';
import type { Activity, DeskCloudAdapter } from './sdk.ts';

/** UTF-16 takes two bytes for each code unit, and Teams takes 100 KB. */
const LONGEST_TEXT = 20_000;
const ADAPTIVE = 'application/vnd.microsoft.card.adaptive';

type Outgoing = Partial<Activity>;

export class Messages {
  readonly #cloud: DeskCloudAdapter;
  readonly #book: ConversationBook;
  readonly #appId: string;

  constructor(parts: { cloud: DeskCloudAdapter; book: ConversationBook; appId: string }) {
    this.#cloud = parts.cloud;
    this.#book = parts.book;
    this.#appId = parts.appId;
  }

  /** @throws ChatError */
  async post(to: Address, content: Card | string): Promise<MessageRef> {
    const known = await this.#conversationOf(to);
    const outgoing = await this.#outgoing(known, to, content);
    const sent = await this.#call(known, 'post', true, (connector) =>
      connector.conversations.sendToConversation(placeOf(to), outgoing as Activity),
    );
    return { ...to, message: sent.id ?? '' };
  }

  /** @throws ChatError */
  async update(message: MessageRef, content: Card | string): Promise<void> {
    const known = await this.#conversationOf(message);
    const outgoing = { ...(await this.#outgoing(known, message, content)), id: message.message };
    await this.#call(known, 'update', false, (connector) =>
      connector.conversations.updateActivity(placeOf(message), message.message, outgoing as Activity),
    );
  }

  /** Shows for a few seconds that something is written. @throws ChatError */
  async typing(to: Address): Promise<void> {
    const known = await this.#conversationOf(to);
    const from = { id: known.botId, name: '' };
    await this.#call(known, 'typing', false, (connector) =>
      connector.conversations.sendToConversation(placeOf(to), { type: 'typing', from } as Activity),
    );
  }

  /** The chat of one person with the bot; made where there is none yet. @throws ChatError */
  async openDirect(user: ChatUser): Promise<Address> {
    const { tenant } = user;
    const known = await this.#book.personal(tenant, user.id);
    if (known?.gone) throw new ChatError('gone', 'direct message: the app was removed by this person');
    if (known) return { platform: 'teams', tenant, channel: known.channel };
    const neighbour = await this.#book.neighbour(tenant);
    if (!neighbour)
      throw new ChatError('unreachable', 'direct message: nobody has written on Teams yet', {
        doubtful: false,
      });
    const bot = this.#botOf(neighbour);
    const made = await this.#call(neighbour, 'direct message', false, (connector) =>
      connector.conversations.createConversation({
        isGroup: false,
        bot,
        members: [{ id: user.id, name: '' }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
        activity: undefined as unknown as Activity,
      }),
    );
    const channel = made.id;
    const { serviceUrl } = neighbour;
    const seen = { tenant, channel, kind: 'personal' as const, userId: user.id, memberId: undefined };
    await this.#book.saw({ ...seen, serviceUrl, botId: bot.id, gone: false });
    return { platform: 'teams', tenant, channel };
  }

  /** A member of a conversation, as the roster has them. @throws ChatError */
  async member(conversation: KnownConversation, id: string): Promise<object> {
    return this.#call(conversation, 'profile', false, (connector) =>
      connector.conversations.getConversationMember(conversation.channel, id),
    );
  }

  /** One page of a conversation's roster. @throws ChatError */
  async members(
    conversation: KnownConversation,
    next: string | undefined,
  ): Promise<{ readonly members: readonly object[]; readonly next: string | undefined }> {
    const page = await this.#call(conversation, 'members', false, (connector) =>
      connector.conversations.getConversationPagedMembers(conversation.channel, {
        pageSize: 200,
        continuationToken: next as string,
      }),
    );
    return { members: page.members ?? [], next: page.continuationToken };
  }

  /** A conversation that the desk file names and that nobody has written in yet is in the region of its neighbours. */
  async #conversationOf({ tenant, channel }: Address): Promise<KnownConversation> {
    const known = await this.#book.find(tenant, channel);
    if (known?.gone) throw new ChatError('gone', 'the app was removed from this conversation');
    if (known) return known;
    const neighbour = await this.#book.neighbour(tenant);
    if (!neighbour)
      throw new ChatError('unreachable', 'nobody of this tenant has written on Teams yet', {
        doubtful: false,
      });
    return { ...neighbour, tenant, channel, kind: 'channel', userId: undefined, memberId: undefined };
  }

  #botOf(conversation: KnownConversation) {
    return { id: conversation.botId || `28:${this.#appId}`, name: '' };
  }

  async #outgoing(known: KnownConversation, to: Address, content: Card | string): Promise<Outgoing> {
    const base: Outgoing = {
      type: 'message',
      from: this.#botOf(known),
      conversation: {
        id: placeOf(to),
        isGroup: known.kind !== 'personal',
        conversationType: known.kind === 'group' ? 'groupChat' : known.kind,
        name: '',
        tenantId: to.tenant,
      },
    };
    if (typeof content === 'string')
      // As plain text nothing in it is markup, and a mention needs an entity that is never sent.
      return { ...base, text: cutText(content), textFormat: 'plain' };
    const userIds = await this.#refreshedFor(known);
    const card = toAdaptiveCard(content, { forms: 'dialog', refresh: { userIds } });
    return { ...base, attachments: [{ contentType: ADAPTIVE, content: card }] };
  }

  /** Teams refreshes a card by itself for people it is told of: in a chat of one's own that is its owner. */
  async #refreshedFor(known: KnownConversation): Promise<readonly string[]> {
    return known.kind === 'personal' && known.memberId !== undefined ? [known.memberId] : [];
  }

  async #call<T>(
    { serviceUrl }: KnownConversation,
    what: string,
    sends: boolean,
    call: (connector: Awaited<ReturnType<DeskCloudAdapter['connector']>>) => Promise<T>,
  ): Promise<T> {
    try {
      return await call(await this.#cloud.connector(serviceUrl));
    } catch (error) {
      throw toChatError(error, what, sends);
    }
  }
}

/** The conversation's id; a thread of a channel is part of it. */
function placeOf({ channel, thread }: Address): string {
  return thread !== undefined && channel.endsWith('@thread.tacv2')
    ? `${channel};messageid=${thread}`
    : channel;
}

function cutText(text: string): string {
  return text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`.toWellFormed();
}
