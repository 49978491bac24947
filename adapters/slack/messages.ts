// Posts, updates and whispers: one call each, never repeated here, in no order of their own (the outbox has both).
import { z } from 'zod';
import type { Card } from '../../cards/card.ts';
import { toBlockKit } from '../../cards/render/block-kit.ts';
import { type Address, ChatError, type ChatUser, type MessageRef, type PostOptions } from '../../src/chat.ts';
import type { SlackMethod } from './methods.ts';
import type { SlackLog } from './options.ts';
import { toSlackText } from './text.ts';
import { slackCode } from './web-errors.ts';
import type { SlackAnswer, Workspaces } from './workspaces.ts';

export const METADATA_EVENT_TYPE = 'deskhand';

const postedSchema = z.object({ channel: z.string(), ts: z.string() });
const UNFIT_BLOCKS = new Set(['invalid_blocks', 'invalid_blocks_format', 'block_mismatch']);

/** The `text` and, for cards, the `blocks` of a message. */
export function toSlackContent(content: Card | string): { text: string; blocks?: readonly unknown[] } {
  return typeof content === 'string'
    ? { text: toSlackText(content) }
    : toBlockKit(content, { surface: 'message' });
}

export class Messages {
  readonly #workspaces: Workspaces;
  readonly #log: SlackLog;

  constructor(workspaces: Workspaces, log: SlackLog) {
    this.#workspaces = workspaces;
    this.#log = log;
  }

  /** @returns where it stands; for `onlyFor` with an empty `message`, as nothing can change it later. @throws ChatError */
  async post(to: Address, content: Card | string, options: PostOptions): Promise<MessageRef> {
    if (options.onlyFor !== undefined) {
      await this.whisper(to, options.onlyFor.id, content);
      return { ...to, message: '' };
    }
    const answer = await this.#send(to.tenant, 'chat.postMessage', content, {
      ...place(to),
      metadata: { event_type: METADATA_EVENT_TYPE, event_payload: { key: options.key } },
      unfurl_links: false,
      unfurl_media: false,
    });
    const posted = postedSchema.safeParse(answer).data;
    if (posted === undefined) {
      throw new ChatError('unreachable', "Slack's answer to chat.postMessage has no message.", {
        doubtful: true,
      });
    }
    // A post to a person's id lands in their conversation with the bot, which has an id of its own.
    return { ...to, channel: posted.channel, message: posted.ts };
  }

  /** @throws ChatError */
  async update(message: MessageRef, content: Card | string): Promise<void> {
    // Blocks that are not named would stay.
    await this.#send(message.tenant, 'chat.update', content, {
      channel: message.channel,
      ts: message.message,
      blocks: [],
    });
  }

  /** Shows a message to one member of a channel. @throws ChatError */
  async whisper(to: Address, user: ChatUser['id'], content: Card | string): Promise<void> {
    await this.#send(to.tenant, 'chat.postEphemeral', content, { ...place(to), user });
  }

  /** @throws ChatError */
  async publishHome(team: string, user: string, card: Card): Promise<void> {
    const { blocks } = toBlockKit(card, { surface: 'home' });
    await this.#workspaces.call(team, 'views.publish', { user_id: user, view: { type: 'home', blocks } });
  }

  // Words without buttons are better than nothing when Slack does not take the blocks (an older plan, GovSlack).
  async #send(
    team: string,
    method: SlackMethod,
    content: Card | string,
    args: Readonly<Record<string, unknown>>,
  ): Promise<SlackAnswer> {
    const rendered = toSlackContent(content);
    try {
      return await this.#workspaces.call(team, method, { ...args, ...rendered });
    } catch (error) {
      const code = slackCode(error);
      if (rendered.blocks === undefined || code === undefined || !UNFIT_BLOCKS.has(code)) throw error;
      this.#log.warn({ method, code }, 'Slack refused the blocks of a card; sent its text');
      return await this.#workspaces.call(team, method, { ...args, text: rendered.text });
    }
  }
}

function place(to: Address): { channel: string; thread_ts?: string } {
  return to.thread === undefined ? { channel: to.channel } : { channel: to.channel, thread_ts: to.thread };
}
