// One message of the playground as it is kept and written down, and the names of its conversations. Forms are never records:
// what is shown in private once is on no disk.
import { z } from 'zod';
import type { Card } from '../../cards/card.ts';
import { toAdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { toPlainText } from '../../cards/render/plain-text.ts';
import type { MessageRef } from '../../src/chat.ts';

export const TENANT = 'playground';
/** In place of an address: whom a message of Deskhand is from. */
export const BOT = 'deskhand';
/** The one channel, which everybody sees. */
export const CHANNEL = 'channel:it-help';

const shownCard = z.looseObject({ type: z.literal('AdaptiveCard') });

export const recordSchema = z.object({
  id: z.string().min(1),
  channel: z.string().min(1),
  thread: z.string().optional(),
  from: z.string().min(1),
  /** The words; for a card its plain text. */
  text: z.string(),
  card: shownCard.optional(),
  /** Milliseconds since 1970 UTC. */
  at: z.number().int(),
  edited: z.boolean().optional(),
  /** Its words are gone; a line says so in their place. */
  deleted: z.boolean().optional(),
  onlyFor: z.string().optional(),
  /** Ours: the outbox's key. A person's: the page's number of the request, so that a repeated one adds nothing. */
  key: z.string().optional(),
  mark: z.enum(['received', 'finished']).optional(),
});

export type MessageRecord = Readonly<z.infer<typeof recordSchema>>;

export const homeSchema = z.object({ person: z.string().min(1), card: shownCard });
export type HomeRecord = Readonly<z.infer<typeof homeSchema>>;

export function directChannel(person: string): string {
  return `dm:${person}`;
}

/** The person whose direct message this is, or undefined for the channel. */
export function personOf(channel: string): string | undefined {
  return channel.startsWith('dm:') ? channel.slice('dm:'.length) : undefined;
}

export function isVisibleTo(record: MessageRecord, person: string): boolean {
  const owner = personOf(record.channel);
  if (owner !== undefined) return owner === person;
  return record.onlyFor === undefined || record.onlyFor === person;
}

/** Where a message stands, in the words of the chat port. */
export function refOf(record: MessageRecord): MessageRef {
  const { id, channel, thread } = record;
  return {
    platform: 'playground',
    tenant: TENANT,
    channel,
    ...(thread === undefined ? {} : { thread }),
    message: id,
  };
}

/** What a record keeps of a text or a card. */
export function toContent(content: Card | string): Pick<MessageRecord, 'text' | 'card'> {
  if (typeof content === 'string') return { text: content };
  return { text: toPlainText(content), card: { ...toAdaptiveCard(content) } };
}
