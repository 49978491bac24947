// How a message that waits in a job is read back, in the shape of today and in that of versions that knew no quotes, forwards
// and mentions. It checks the shape; what the words mean is decided by whoever handles the job.
import { z } from 'zod';
import type { Address, Attachment, ChatUser, Mention, MessageEvent, MessageRef, Quoted } from '../chat.ts';

/** Every field of a type has its parser: one that is forgotten here does not compile, so none is lost on the way. */
type Fields<T> = { readonly [K in keyof T]-?: z.ZodType<T[K]> };

const platform = z.enum(['slack', 'teams', 'playground']);
const place = {
  platform,
  tenant: z.string(),
  channel: z.string(),
  thread: z.string().optional(),
} satisfies Fields<Address>;
const user = z.object({ platform, tenant: z.string(), id: z.string() } satisfies Fields<ChatUser>);
const quoted = z.object({ text: z.string(), author: z.string().optional() } satisfies Fields<Quoted>);
const file = z.object({
  name: z.string(),
  mimeType: z.string(),
  size: z.number(),
  url: z.string(),
} satisfies Fields<Attachment>);

const message = z.object({
  type: z.literal('message'),
  id: z.string(),
  from: user,
  at: z.object(place),
  own: z.string(),
  quoted: z.array(quoted),
  forwarded: z.array(quoted),
  mentions: z.array(z.object({ user, name: z.string() } satisfies Fields<Mention>)),
  automatic: z.boolean(),
  targeted: z.boolean(),
  files: z.array(file),
  message: z.object({ ...place, message: z.string() } satisfies Fields<MessageRef>),
  direct: z.boolean(),
  mentioned: z.boolean(),
  edited: z.boolean(),
  // Until 2026-12-01 nobody heard of it.
  deleted: z.boolean().default(false),
} satisfies Fields<MessageEvent>);

/** Until 2026-11-30 a message was its `text` and its `attachments`; quotes stood nowhere or among the words. */
function fromOlderShape(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || 'own' in stored || !('text' in stored)) return stored;
  const { text, ...rest } = stored;
  const files = 'attachments' in stored ? stored.attachments : undefined;
  return {
    ...rest,
    own: text,
    quoted: [],
    forwarded: [],
    mentions: [],
    automatic: false,
    targeted: false,
    files,
  };
}

export const storedMessage = z.preprocess(fromOlderShape, message);
