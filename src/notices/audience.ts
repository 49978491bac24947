// Who is told, and where: technicians by the client's notification channels, one person by direct message.
import type { Platform } from '../chat.ts';
import type { Core } from '../core.ts';
import type { DeskClient } from '../desk/desk-file.ts';
import type { Recipient } from '../outbox/outgoing.ts';

export interface Copy {
  /** Stable, for the message's key. */
  readonly id: string;
  readonly to: Recipient;
  /** The person of a direct message; undefined for a channel. */
  readonly email: string | undefined;
}

type Members = Pick<Core, 'desk' | 'people' | 'adapters'>;

/**
 * Where a notice for the technicians of a client goes. A channel gets one message; in direct messages each gets their own.
 * People named in `except` get none: the card asks for a decision that is not theirs.
 */
export async function technicianCopies(
  core: Members,
  client: DeskClient,
  except: readonly string[],
): Promise<readonly Copy[]> {
  const channels = client.notify.length > 0 ? client.notify : core.desk.desk.msp.notify;
  const copies: Copy[] = [];
  for (const entry of channels) {
    const [platform, channel] = entry.split(':');
    if (channel !== undefined && (platform === 'slack' || platform === 'teams')) {
      copies.push(toChannel(core, platform, channel));
    }
  }
  const platforms = directPlatforms(core, channels);
  if (platforms.length === 0) return copies;
  const left = new Set(except.map((email) => email.toLowerCase()));
  for (const person of core.desk.technicians(client.id)) {
    if (left.has(person.email)) continue;
    copies.push(...(await personCopies(core, person.email, platforms)));
  }
  return copies;
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

/** The playground shows what every platform would: its people have no other place. */
function directPlatforms(core: Members, channels: readonly string[]): readonly Platform[] {
  const connected = [...core.adapters.keys()];
  if (channels.length === 0) return connected;
  return connected.filter((platform) => platform === 'playground' || channels.includes(`${platform}_dm`));
}

function toChannel(core: Members, platform: 'slack' | 'teams', channel: string): Copy {
  const { msp } = core.desk.desk;
  const tenant = (platform === 'slack' ? msp.slackTeams[0] : msp.teamsTenants[0]) ?? '';
  return {
    id: `${platform}.${channel}`,
    to: { type: 'address', address: { platform, tenant, channel } },
    email: undefined,
  };
}
