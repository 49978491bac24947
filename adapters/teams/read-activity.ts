// Reads a verified activity: what it is for the desk, or why it is nothing. Who acts is the activity's sender, never
// anything in its data. Pure but for the hash that makes an id.
import { createHash } from 'node:crypto';
import { decodeAction, decodeFormAction, type FormAction } from '../../cards/action.ts';
import type { Address, Attachment, ChatEvent, ChatUser } from '../../src/chat.ts';
import type { KnownConversation } from './options.ts';
import type { KnownPeople } from './read-mentions.ts';
import { readWords } from './read-words.ts';

/** How Teams waits for the answer: not at all, under the card, or in a dialog. */
export type Surface = 'message' | 'card' | 'dialog';

export type Incoming =
  | { readonly kind: 'event'; readonly event: ChatEvent; readonly surface: Surface }
  /** The card asks for its newest state. */
  | { readonly kind: 'refresh'; readonly message: string; readonly approvalId: string }
  | { readonly kind: 'installed'; readonly present: boolean }
  /** A press or a form that this version never made. */
  | { readonly kind: 'not_ours'; readonly surface: Surface }
  | { readonly kind: 'ignored' };

export interface ReadActivity {
  readonly conversation: Omit<KnownConversation, 'greeted'>;
  /** How Teams names the sender in this app. */
  readonly memberId: string;
  readonly incoming: Incoming;
}

type Json = Readonly<Record<string, unknown>>;

const LONGEST_VALUE = 12_000;
/** How Teams names bots; people are `29:…`. */
const BOT = /^28:/;
const SPOKEN = new Set<unknown>(['message', 'messageUpdate', 'messageDelete', 'invoke']);

/**
 * Undefined for what is no activity of Teams: without sender, conversation or tenant.
 * @param known people who are known already; reading looks nobody up
 */
export function readActivity(raw: Json, known: KnownPeople = knowingNobody): ReadActivity | undefined {
  const from = record(raw.from);
  const conversation = record(raw.conversation);
  const tenant = text(record(record(raw.channelData).tenant).id) ?? text(conversation.tenantId);
  const whole = text(conversation.id);
  const memberId = text(from.id);
  const serviceUrl = text(raw.serviceUrl);
  if (!tenant || !whole || !memberId || !serviceUrl) return undefined;
  const [channel = '', thread] = whole.split(';messageid=');
  const kind = kindOf(text(conversation.conversationType), channel);
  // Entra's object id is who somebody is; bots (`28:…`) and anonymous guests of a meeting have none.
  const objectId = BOT.test(memberId) ? undefined : text(from.aadObjectId);
  const user: ChatUser = { platform: 'teams', tenant, id: objectId ?? '' };
  const at: Address = {
    platform: 'teams',
    tenant,
    channel,
    ...(kind === 'channel' && thread !== undefined ? { thread } : {}),
  };
  const incoming = readIncoming(raw, { user, at, personal: kind === 'personal', known });
  return {
    memberId,
    conversation: {
      tenant,
      channel,
      kind,
      serviceUrl,
      botId: text(record(raw.recipient).id) ?? '',
      gone: incoming.kind === 'installed' && !incoming.present,
      ...(kind === 'personal' && objectId !== undefined ? { userId: objectId, memberId } : {}),
    },
    incoming,
  };
}

function kindOf(type: string | undefined, channel: string): KnownConversation['kind'] {
  if (type === 'personal') return 'personal';
  if (type === 'channel' || channel.endsWith('@thread.tacv2')) return 'channel';
  return type === 'groupChat' || channel.startsWith('19:') ? 'group' : 'personal';
}

interface Place {
  readonly user: ChatUser;
  readonly at: Address;
  readonly personal: boolean;
  readonly known: KnownPeople;
}

const knowingNobody: KnownPeople = () => ({ userId: undefined, name: undefined });

function readIncoming(raw: Json, place: Place): Incoming {
  // Whoever is nobody in Entra asks for nothing and decides nothing, and may only tell that the app came or went.
  if (place.user.id === '' && SPOKEN.has(raw.type))
    return raw.type === 'invoke' ? { kind: 'not_ours', surface: 'card' } : { kind: 'ignored' };
  switch (raw.type) {
    case 'message':
    case 'messageUpdate':
      return raw.value === undefined || raw.value === null ? readMessage(raw, place) : readSubmit(raw, place);
    case 'messageDelete':
      return readMessage({ ...raw, text: '', attachments: [], entities: [] }, place);
    case 'invoke':
      return readInvoke(raw, place);
    case 'installationUpdate':
      return { kind: 'installed', present: !String(raw.action).startsWith('remove') };
    case 'conversationUpdate':
      return readMembers(raw);
    default:
      return { kind: 'ignored' };
  }
}

/** The bot itself came or went; anybody else is none of its business. */
function readMembers(raw: Json): Incoming {
  const bot = text(record(raw.recipient).id);
  const has = (list: unknown) => Array.isArray(list) && list.some((member) => record(member).id === bot);
  if (bot === undefined) return { kind: 'ignored' };
  if (has(raw.membersAdded)) return { kind: 'installed', present: true };
  return has(raw.membersRemoved) ? { kind: 'installed', present: false } : { kind: 'ignored' };
}

function readMessage(raw: Json, { user, at, personal, known }: Place): Incoming {
  const id = text(raw.id);
  if (id === undefined || (raw.text !== undefined && typeof raw.text !== 'string'))
    return { kind: 'ignored' };
  const words = readWords(raw, at.tenant, known);
  // A word picked behind the "/" of a chat comes without a mention, to the bot alone.
  const targeted = record(raw.recipient).isTargeted === true;
  const deleted = raw.type === 'messageDelete';
  if (!personal && !words.mentioned && !targeted && !deleted) return { kind: 'ignored' };
  return {
    kind: 'event',
    surface: 'message',
    event: {
      type: 'message',
      id: eventId(raw, at),
      from: user,
      at,
      ...words,
      automatic: !isPerson(raw.from),
      targeted,
      files: filesOf(raw.attachments),
      message: { ...at, message: id },
      direct: personal,
      edited: raw.type === 'messageUpdate',
      deleted,
    },
  };
}

/** An agent may have an account of its own in Entra; Teams says of it that it is no user. */
function isPerson(from: unknown): boolean {
  const role = text(record(from).role);
  return role === undefined || role.toLowerCase() === 'user';
}

/** What a card's plain submit sends: clients that do not know `Action.Execute` make one of it. */
function readSubmit(raw: Json, place: Place): Incoming {
  return readPress(raw, place, record(raw.value), 'message');
}

function readInvoke(raw: Json, place: Place): Incoming {
  const value = record(raw.value);
  switch (raw.name) {
    case 'adaptiveCard/action': {
      const action = record(value.action);
      if (value.trigger === 'automatic' || action.verb === 'refresh')
        return {
          kind: 'refresh',
          message: text(raw.replyToId) ?? '',
          approvalId: text(record(action.data).refresh) ?? '',
        };
      return readPress(raw, place, record(action.data), 'card');
    }
    case 'task/fetch':
    case 'task/submit':
      return readPress(raw, place, record(value.data), 'dialog');
    default:
      return { kind: 'not_ours', surface: 'card' };
  }
}

/** A dialog's button may not press and its press may not submit: each is read where it belongs. */
function readPress(raw: Json, { user, at }: Place, data: Json, surface: Surface): Incoming {
  const action = raw.name === 'task/submit' ? undefined : decodeAction(text(data.action) ?? '');
  const form = raw.name === 'task/fetch' ? undefined : decodeFormAction(text(data.form) ?? '');
  const base = { id: eventId(raw, at), from: user, at } as const;
  const on = text(raw.replyToId);
  if (action !== undefined) {
    const message = on === undefined ? undefined : { ...at, message: on };
    return { kind: 'event', surface, event: { ...base, type: 'action', action, message, trigger: '' } };
  }
  if (form !== undefined)
    return {
      kind: 'event',
      surface,
      event: { ...base, type: 'submission', form: form satisfies FormAction, values: valuesOf(data) },
    };
  return { kind: 'not_ours', surface };
}

/** Texts and check marks only; whatever else stands in a field did not come from one of our forms. */
function valuesOf(data: Json): Record<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(data)) {
    if (['form', 'action', 'msteams', '__proto__'].includes(name)) continue;
    if (typeof value === 'string') values.set(name, value.slice(0, LONGEST_VALUE));
    else if (typeof value === 'boolean') values.set(name, String(value));
  }
  return Object.fromEntries(values);
}

function filesOf(list: unknown): readonly Attachment[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, 20).flatMap((entry): Attachment[] => {
    const { contentType, contentUrl, name, content } = record(entry);
    const mimeType = text(contentType) ?? '';
    if (mimeType === 'application/vnd.microsoft.teams.file.download.info') {
      const url = text(record(content).downloadUrl) ?? '';
      const type = text(record(content).fileType) ?? '';
      return [{ name: text(name) ?? 'file', mimeType: `file/${type}`, size: 0, url }];
    }
    // The message's own text comes once more as HTML, and cards that somebody pasted are no files.
    if (!mimeType.startsWith('image/')) return [];
    return [{ name: text(name) ?? 'picture', mimeType, size: 0, url: text(contentUrl) ?? '' }];
  });
}

/**
 * Teams delivers again with the same id, and in a second round, some 30 seconds later, with a new one. So the id is made of what
 * stays: where, who, when it was written, and what.
 */
function eventId(raw: Json, { tenant }: Address): string {
  const when = text(raw.timestamp) ?? text(raw.id) ?? '';
  const parts = [
    raw.type,
    raw.name,
    tenant,
    record(raw.conversation).id,
    record(raw.from).id,
    when,
    raw.text,
    raw.replyToId,
    raw.value,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
