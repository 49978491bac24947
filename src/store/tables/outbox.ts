// What the chats are to show, and where the bot may write.
import type { Card, Row } from '../../../cards/card.ts';
import type { Address, ChatUser, MessageRef, Platform } from '../../chat.ts';
import type { Json } from '../../lib/json.ts';
import { isNotNull, sql } from '../drizzle.ts';
import type { Kit } from '../kit.ts';

export type Recipient =
  | { readonly type: 'address'; readonly address: Address }
  /** The direct message with this person, opened when it is sent. */
  | { readonly type: 'direct'; readonly user: ChatUser };

/** What a message shows, and how it may stand in one merged message. Of an update only the row counts. */
export interface OutboxContent {
  readonly content: Card | string;
  readonly merge?: { readonly group: string; readonly row: Row } | undefined;
}

export const outboxTables = (k: Kit) => {
  const outbox = k.table(
    'outbox',
    {
      id: k.text('id').primaryKey(),
      key: k.text('key').notNull(),
      /** Order is kept within one conversation. */
      conversation: k.text('conversation').notNull(),
      kind: k.text<'post' | 'update'>('kind').notNull(),
      recipient: k.json<Recipient>('recipient').notNull(),
      content: k.json<OutboxContent>('content').notNull(),
      onlyFor: k.json<ChatUser>('only_for'),
      /** What the message shows, e.g. `plan:ID`: all its copies change together. */
      subject: k.text('subject'),
      /** For an update: the key of the post that it replaces. */
      target: k.text('target'),
      state: k.text<'waiting' | 'sent' | 'failed' | 'merged'>('state').notNull(),
      nextAt: k.time('next_at').notNull(),
      tries: k.int('tries').notNull(),
      ref: k.json<MessageRef>('ref'),
      lastError: k.text('last_error'),
    },
    (t) => [
      k.uniqueIndex('outbox_key').on(t.key),
      // The condition must stand in the query word for word, not as a value that is bound.
      k.index('outbox_waiting').on(t.id).where(sql`state = 'waiting'`),
      k.index('outbox_subject').on(t.subject).where(isNotNull(t.subject)),
      k.index('outbox_target').on(t.target).where(isNotNull(t.target)),
    ],
  );

  const conversations = k.table(
    'conversations',
    {
      id: k.text('id').primaryKey(),
      platform: k.text<Platform>('platform').notNull(),
      tenant: k.text('tenant').notNull(),
      channel: k.text('channel').notNull(),
      kind: k.text<'personal' | 'group' | 'channel'>('kind').notNull(),
      /** Whose personal chat with the bot this is, as events name the person. */
      userId: k.text('user_id'),
      /** What the platform needs to write there again, in its own words; never a secret. */
      reference: k.json<Readonly<Record<string, Json>>>('reference').notNull(),
      /** The bot was removed: nothing is sent until it is there again. */
      gone: k.bool('gone').notNull(),
      seenAt: k.time('seen_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('conversations_channel').on(t.platform, t.tenant, t.channel),
      k.index('conversations_user').on(t.platform, t.tenant, t.userId),
    ],
  );

  return { outbox, conversations };
};
