// Reads one delivery of the Events API. Pure: it decides what the event means to us and in whose name it counts,
// from the signed payload alone.
import { z } from 'zod';
import type { Attachment, ChatEvent, ChatUser } from '../../src/chat.ts';
import { IGNORED, type Incoming } from './incoming.ts';
import { type NameOf, readWords, wordsSchema } from './read-words.ts';

const envelopeSchema = z.object({
  event_id: z.string().min(1),
  team_id: z.string().optional(),
  context_team_id: z.string().nullish(),
  authorizations: z
    .array(z.object({ team_id: z.string().nullish(), user_id: z.string().nullish() }))
    .nullish(),
  event: z.looseObject({ type: z.string() }),
});

const fileSchema = z.object({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private: z.string().nullish(),
});

const saidSchema = z.object({
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  ...wordsSchema.shape,
  ts: z.string().min(1),
  thread_ts: z.string().optional(),
  team: z.string().nullish(),
  user_team: z.string().nullish(),
  source_team: z.string().nullish(),
  edited: z.object({}).nullish(),
  files: z.array(fileSchema).nullish(),
});

const messageSchema = saidSchema.extend({
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  subtype: z.string().optional(),
});

const changedSchema = z.object({
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  message: saidSchema.extend({ subtype: z.string().optional() }),
  previous_message: z.object({ text: z.string().optional() }).nullish(),
});

/** A message with answers below it is not deleted but changed into a tombstone. */
const deletedSchema = z.object({
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  previous_message: saidSchema,
});

const homeSchema = z.object({
  user: z.string().min(1),
  channel: z.string().optional(),
  tab: z.string().optional(),
});
const revokedSchema = z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }) });

type Said = z.infer<typeof saidSchema>;

/** The installation that a delivery is for. */
interface Context {
  readonly id: string;
  readonly team: string;
  readonly botUserId: string | undefined;
  readonly nameOf: NameOf;
}

/** Subtypes with a person's words in them; the others are Slack's own notices. */
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message']);

/** What an `event_callback` means. In shared channels `team_id` may be the other side: the authorization counts. */
export function readEvent(body: unknown, nameOf: NameOf): Incoming {
  const parsed = envelopeSchema.safeParse(body);
  if (!parsed.success) return { kind: 'malformed', why: 'event_callback without event or event_id' };
  const { data } = parsed;
  const authorization = data.authorizations?.[0];
  const team = authorization?.team_id ?? data.context_team_id ?? data.team_id;
  if (team === undefined) return { kind: 'malformed', why: 'event_callback without a workspace' };
  const context = { id: data.event_id, team, botUserId: authorization?.user_id ?? undefined, nameOf };
  switch (data.event.type) {
    case 'message':
      return readOfMessage(data.event, context);
    case 'app_mention':
      return readMention(data.event, context);
    case 'app_home_opened':
      return readOpened(data.event, context);
    case 'app_uninstalled':
      return removed(context, 'The app was removed from the workspace.');
    case 'tokens_revoked':
      return readRevoked(data.event, context);
    default:
      return IGNORED;
  }
}

function readOfMessage(event: Readonly<Record<string, unknown>>, context: Context): Incoming {
  const { message } = event;
  const becomes = typeof message === 'object' && message !== null && 'subtype' in message && message.subtype;
  if (event.subtype === 'message_deleted' || becomes === 'tombstone') return readDeleted(event, context);
  return event.subtype === 'message_changed' ? readChanged(event, context) : readMessage(event, context);
}

function readDeleted(event: unknown, context: Context): Incoming {
  const gone = deletedSchema.safeParse(event).data;
  if (gone === undefined) return IGNORED;
  const { previous_message: message } = gone;
  const kind = { channel: gone.channel, direct: gone.channel_type === 'im', mentioned: false, edited: false };
  return said(context, { ...message, text: '', blocks: [], files: [] }, { ...kind, deleted: true });
}

function readMessage(event: unknown, context: Context): Incoming {
  const message = messageSchema.safeParse(event).data;
  if (message === undefined || !SPOKEN.has(message.subtype)) return IGNORED;
  const direct = message.channel_type === 'im';
  // In channels a mention comes as app_mention as well, and a message outside threads is not for us.
  if (!direct && (message.thread_ts === undefined || mentions(message, context))) return IGNORED;
  return said(context, message, { channel: message.channel, direct, mentioned: false, edited: false });
}

function readMention(event: unknown, context: Context): Incoming {
  const message = messageSchema.safeParse(event).data;
  if (message === undefined) return IGNORED;
  const edited = message.edited !== undefined && message.edited !== null;
  return said(context, message, { channel: message.channel, direct: false, mentioned: true, edited });
}

// Slack also sends this for link previews and for every card that we update: only a person's new words count.
function readChanged(event: unknown, context: Context): Incoming {
  const changed = changedSchema.safeParse(event).data;
  if (changed === undefined || !SPOKEN.has(changed.message.subtype)) return IGNORED;
  const { message } = changed;
  if (!message.edited || message.text === changed.previous_message?.text) return IGNORED;
  const direct = changed.channel_type === 'im';
  if (!direct && message.thread_ts === undefined) return IGNORED;
  const mentioned = !direct && mentions(message, context);
  return said(context, message, { channel: changed.channel, direct, mentioned, edited: true });
}

function said(
  context: Context,
  message: Said,
  kind: { channel: string; direct: boolean; mentioned: boolean; edited: boolean; deleted?: boolean },
): Incoming {
  const { user } = message;
  if (user === undefined || user === context.botUserId || user === 'USLACKBOT') return IGNORED;
  const tenant = message.user_team ?? message.source_team ?? message.team ?? context.team;
  const thread = message.thread_ts ?? message.ts;
  const at = { platform: 'slack', tenant: context.team, channel: kind.channel, thread } as const;
  const event: ChatEvent = {
    type: 'message',
    id: context.id,
    from: { platform: 'slack', tenant, id: user },
    at,
    ...readWords(message, context, context.nameOf),
    // Slack marks what a program posted, also where it does so in a person's name.
    automatic: Boolean(message.bot_id),
    targeted: false,
    files: (message.files ?? []).flatMap(readFile),
    message: { ...at, message: message.ts },
    direct: kind.direct,
    mentioned: kind.mentioned,
    edited: kind.edited,
    deleted: kind.deleted === true,
  };
  return { kind: 'event', event, way: way(context, event.from, kind.channel, thread) };
}

function readFile(file: z.infer<typeof fileSchema>): Attachment[] {
  if (!file.url_private) return [];
  return [
    {
      name: file.name ?? 'file',
      mimeType: file.mimetype ?? 'application/octet-stream',
      size: file.size ?? 0,
      url: file.url_private,
    },
  ];
}

function readOpened(event: unknown, context: Context): Incoming {
  const opened = homeSchema.safeParse(event).data;
  if (opened === undefined) return IGNORED;
  const channel = opened.channel ?? opened.user;
  if (opened.tab === 'messages') return { kind: 'conversation_opened', team: context.team, channel };
  const from: ChatUser = { platform: 'slack', tenant: context.team, id: opened.user };
  const at = { platform: 'slack', tenant: context.team, channel } as const;
  return {
    kind: 'event',
    event: { type: 'home', id: context.id, from, at },
    way: way(context, from, channel),
  };
}

function readRevoked(event: unknown, context: Context): Incoming {
  const revoked = revokedSchema.safeParse(event).data;
  // A person's own token says nothing about the installation.
  if (!revoked?.tokens.bot?.length) return IGNORED;
  return removed(context, "The workspace revoked the app's token.");
}

function removed(context: Context, reason: string): Incoming {
  const from: ChatUser = { platform: 'slack', tenant: context.team, id: '' };
  const at = { platform: 'slack', tenant: context.team, channel: '' } as const;
  return {
    kind: 'event',
    event: { type: 'removed', id: context.id, from, at, reason },
    way: way(context, from),
  };
}

function way(context: Context, from: ChatUser, channel?: string, thread?: string) {
  return { team: context.team, user: from.id, channel, thread, surface: 'other' } as const;
}

function mentions(message: Said, context: Context): boolean {
  return context.botUserId !== undefined && (message.text ?? '').includes(`<@${context.botUserId}`);
}
