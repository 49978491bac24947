// The activities that Teams sends to a bot, made of a person's doing.
import { randomUUID } from 'node:crypto';
import type { TeamsMember } from './people.ts';
import { BOT_ID, baseOf, type Conversation, type Json, TEAM } from './teams-world.ts';

export type Activity = Json & { readonly id?: string; readonly type: string };

/** Where an activity comes from: the conversation, with its thread in a channel. */
export interface Place {
  readonly conversation: Conversation;
  /** With `;messageid=` in a channel's thread. */
  readonly id: string;
  readonly serviceUrl: string;
}

export const BOT_NAME = 'Deskhand';

let latest = 0;

/** No two things happen at the same millisecond, so that each has a time of its own. */
function nextTime(): string {
  latest = Math.max(latest + 1, Date.now());
  return new Date(latest).toISOString();
}

/** What every activity has. `more` replaces and adds. */
export function activity(type: string, from: TeamsMember, place: Place, more: Json = {}): Activity {
  const { kind, tenant } = place.conversation;
  const channel = { channel: { id: baseOf(place.id) }, team: { id: TEAM } };
  const { channelData, ...rest } = more;
  return {
    type,
    id: `f:${randomUUID()}`,
    timestamp: nextTime(),
    localTimezone: 'Europe/Paris',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl: place.serviceUrl,
    from: { id: from.id, name: from.realName, aadObjectId: from.aadObjectId },
    recipient: { id: BOT_ID, name: BOT_NAME },
    conversation: {
      id: place.id,
      conversationType: kind,
      tenantId: tenant,
      ...(kind === 'personal' ? {} : { isGroup: true }),
    },
    channelData: {
      tenant: { id: tenant },
      ...(kind === 'channel' ? channel : {}),
      ...(channelData as object | undefined),
    },
    ...rest,
  };
}

/** Typed words. `mention`: the bot is named in front of them, as it must be wherever others are. */
export function messageActivity(
  from: TeamsMember,
  place: Place,
  text: string,
  options: { readonly id: string; readonly mention: boolean; readonly more?: Json },
): Activity {
  const mention = {
    type: 'mention',
    mentioned: { id: BOT_ID, name: BOT_NAME },
    text: `<at>${BOT_NAME}</at>`,
  };
  const client = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web' };
  return activity('message', from, place, {
    id: options.id,
    text: options.mention ? `${mention.text} ${text}` : text,
    textFormat: 'plain',
    entities: options.mention ? [mention, client] : [client],
    ...options.more,
  });
}

/** A press on a button of a card. Field values come back in `data`. */
export function executeActivity(
  from: TeamsMember,
  place: Place,
  on: string,
  action: Json,
  trigger: 'manual' | 'automatic' = 'manual',
): Activity {
  return activity('invoke', from, place, {
    name: 'adaptiveCard/action',
    replyToId: on,
    value: { action: { type: 'Action.Execute', id: '', ...action }, trigger },
  });
}

/** What a card's `Action.Submit` sends when it neither opens nor belongs to a dialog. */
export function submitActivity(from: TeamsMember, place: Place, on: string, data: unknown): Activity {
  return activity('message', from, place, {
    replyToId: on,
    value: data,
    channelData: { source: { name: 'message' }, legacy: { replyToId: on } },
  });
}

export function taskActivity(
  name: 'task/fetch' | 'task/submit',
  from: TeamsMember,
  place: Place,
  data: unknown,
  on?: string,
): Activity {
  return activity('invoke', from, place, {
    name,
    ...(on === undefined ? {} : { replyToId: on }),
    value: { data, context: { theme: 'default' } },
  });
}

/** Teams tells of an installation twice: by this and, but for updates, by a change of the members. */
export function installationActivities(
  from: TeamsMember,
  place: Place,
  action: 'add' | 'remove',
): readonly Activity[] {
  const bot = [{ id: BOT_ID }];
  const installation = activity('installationUpdate', from, place, {
    action,
    channelData: { settings: { selectedChannel: { id: baseOf(place.id) } }, source: { name: 'message' } },
  });
  // A personal chat has no change of members when the app goes.
  if (action === 'remove' && place.conversation.kind === 'personal') return [installation];
  const changed = action === 'add' ? { membersAdded: bot } : { membersRemoved: bot };
  const eventType = action === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved';
  const more = place.conversation.kind === 'channel' ? { channelData: { eventType } } : {};
  return [activity('conversationUpdate', from, place, { ...changed, ...more }), installation];
}
