// Who is told, and where: technicians by the client's notification channels, one person by direct message. The audience of a
// notice for technicians is never silently empty: it falls back to the admins, who hear why.
import { createHash } from 'node:crypto';
import type { Card, Row } from '../../cards/card.ts';
import type { Platform } from '../chat.ts';
import type { Core } from '../core.ts';
import { servesClient } from '../desk/client.ts';
import type { DeskClient } from '../desk/desk-file.ts';
import { type NotifyChannel, parseNotify } from '../desk/notify.ts';
import type { Recipient } from '../outbox/outgoing.ts';
import type { Work } from '../work/work.ts';

export interface Copy {
  /** Stable, for the message's key. */
  readonly id: string;
  readonly to: Recipient;
  /** The person of a direct message; undefined for a channel. */
  readonly email: string | undefined;
}

export interface Audience {
  readonly copies: readonly Copy[];
  /** Who stands in `copies`. */
  readonly reached: 'technicians' | 'admins' | 'nobody';
  /** Where it is not the technicians: what the admins are told, once. */
  readonly alarm:
    | { readonly key: string; readonly text: string; readonly copies: readonly Copy[] }
    | undefined;
}

type Members = Pick<Core, 'desk' | 'people' | 'adapters'>;

/**
 * Where a notice for the technicians of a client goes. A channel gets one message; in direct messages each gets their own.
 * @param except people who get none: the card asks for a decision that is not theirs
 */
export async function technicianAudience(
  core: Members,
  client: DeskClient,
  except: readonly string[],
): Promise<Audience> {
  const words = client.notify.length > 0 ? client.notify : core.desk.desk.msp.notify;
  const channels = words.map(parseNotify).filter((channel) => channel !== undefined);
  const left = new Set(except.map((email) => email.toLowerCase()));
  const copies = [
    ...channels.flatMap((channel) => toChannel(core, channel)),
    ...(await directCopies(core, client, directPlatforms(core, channels), left)),
  ];
  if (copies.length > 0) return { copies, reached: 'technicians', alarm: undefined };
  const admins = await adminCopies(core);
  const standIns = admins.filter(
    ({ email }) => email !== undefined && !left.has(email) && mayStandIn(core, email, client),
  );
  const reached = standIns.length > 0 ? 'admins' : 'nobody';
  return { copies: standIns, reached, alarm: alarmOf(client, words, reached, admins) };
}

export interface Notice {
  /** Each copy is one message, for ever. */
  readonly key: string;
  readonly content: Card | string;
  /** What the copies show, where it changes later. */
  readonly subject?: string | undefined;
  readonly merge?: { readonly group: string; readonly row: Row } | undefined;
}

/** Sends a notice to its audience; where that is not the technicians, the admins hear of it once. */
export function tellTechnicians(work: Work, audience: Audience, notice: Notice): void {
  tellCopies(work, audience.copies, notice);
  const { alarm } = audience;
  if (!alarm) return;
  work.audit({ actor: 'system', verb: 'alarm.raised', subject: `alarm:${alarm.key}`, text: alarm.text });
  tellCopies(work, alarm.copies, { key: `alarm:${alarm.key}`, content: alarm.text });
}

/** Sends a notice to each of these places. Of technicians the audience is asked first, so that it is never silently empty. */
export function tellCopies(work: Work, copies: readonly Copy[], { key, ...message }: Notice): void {
  for (const copy of copies) work.send({ kind: 'post', key: `${key}:${copy.id}`, to: copy.to, ...message });
}

/** Every direct message through which one person can be reached. */
export async function personCopies(
  core: Members,
  email: string,
  platforms: readonly Platform[] = [...core.adapters.keys()],
): Promise<readonly Copy[]> {
  const users = await core.people.chatUsersOf(email.toLowerCase());
  return users
    .filter((user) => platforms.includes(user.platform))
    .map((user) => ({
      id: `${user.platform}.${user.tenant}.${user.id}`,
      to: { type: 'direct', user },
      email: email.toLowerCase(),
    }));
}

export async function adminCopies(core: Members): Promise<readonly Copy[]> {
  const copies = await Promise.all(core.desk.admins().map((admin) => personCopies(core, admin.email)));
  return copies.flat();
}

async function directCopies(
  core: Members,
  client: DeskClient,
  platforms: readonly Platform[],
  left: ReadonlySet<string>,
): Promise<readonly Copy[]> {
  if (platforms.length === 0) return [];
  const copies: Copy[] = [];
  for (const person of core.desk.technicians(client.id)) {
    if (!left.has(person.email)) copies.push(...(await personCopies(core, person.email, platforms)));
  }
  return copies;
}

/** The playground shows what every platform would: its people have no other place. */
function directPlatforms(core: Members, channels: readonly NotifyChannel[]): readonly Platform[] {
  const connected = [...core.adapters.keys()];
  if (channels.length === 0) return connected;
  const named = channels.flatMap((channel) => (channel.type === 'direct' ? [channel.platform] : []));
  return connected.filter((platform) => platform === 'playground' || named.includes(platform));
}

function toChannel(core: Members, channel: NotifyChannel): readonly Copy[] {
  switch (channel.type) {
    case 'direct':
    case 'ticket_note':
      return [];
    case 'channel': {
      if (!core.adapters.has(channel.platform)) return [];
      const { msp } = core.desk.desk;
      const tenant = (channel.platform === 'slack' ? msp.slackTeams[0] : msp.teamsTenants[0]) ?? '';
      const address = { platform: channel.platform, tenant, channel: channel.channel };
      const id = `${channel.platform}.${channel.channel}`;
      return [{ id, to: { type: 'address', address }, email: undefined }];
    }
  }
}

function mayStandIn(core: Members, email: string, client: DeskClient): boolean {
  const admin = core.desk.staff(email);
  return admin !== undefined && servesClient(admin.roles, admin.clients, client.id);
}

function alarmOf(
  client: DeskClient,
  words: readonly string[],
  reached: 'admins' | 'nobody',
  copies: readonly Copy[],
): Audience['alarm'] {
  const channels = words.length > 0 ? words.join(', ') : 'direct messages';
  const instead = reached === 'admins' ? 'so it comes to the admins' : 'so nobody was asked';
  return {
    // Told again when the channels are others.
    key: `audience:${client.id}:${reached}:${createHash('sha256').update(channels).digest('hex').slice(0, 12)}`,
    text: `What the technicians of ${client.name} should see reaches none of them in chat (notify: ${channels}), ${instead}. Set "notify" of this client to a channel or to direct messages, or have its technicians write to the desk once.`,
    copies,
  };
}
