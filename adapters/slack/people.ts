// Who a person is as Slack confirms it, and the direct message with them. Answers are kept for ten minutes;
// rights are never decided here.
import { z } from 'zod';
import { type Address, ChatError, type ChatProfile, type ChatUser } from '../../src/chat.ts';
import { type BoundedMap, expiringMap } from '../../src/lib/bounded-map.ts';
import { type Clock, DAY_MS, MINUTE_MS } from '../../src/lib/clock.ts';
import { slackCode } from './web-errors.ts';
import type { Workspaces } from './workspaces.ts';

const PROFILE_AGE_MS = 10 * MINUTE_MS;

const infoSchema = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().nullish(),
    name: z.string().nullish(),
    real_name: z.string().nullish(),
    tz: z.string().nullish(),
    deleted: z.boolean().nullish(),
    is_bot: z.boolean().nullish(),
    is_restricted: z.boolean().nullish(),
    is_ultra_restricted: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    is_email_confirmed: z.boolean().nullish(),
    enterprise_user: z.object({ teams: z.array(z.string()).nullish() }).nullish(),
    profile: z
      .object({
        real_name: z.string().nullish(),
        display_name: z.string().nullish(),
        email: z.string().nullish(),
      })
      .nullish(),
  }),
});
const openedSchema = z.object({ channel: z.object({ id: z.string() }) });

export class People {
  readonly #workspaces: Workspaces;
  // Promises, so that several asks at once make one call.
  readonly #profiles: BoundedMap<Promise<ChatProfile>>;
  readonly #names: BoundedMap<string>;
  readonly #conversations: BoundedMap<Promise<Address>>;

  constructor(workspaces: Workspaces, clock: Clock) {
    this.#workspaces = workspaces;
    this.#profiles = expiringMap(clock, PROFILE_AGE_MS);
    this.#names = expiringMap(clock, PROFILE_AGE_MS);
    this.#conversations = expiringMap(clock, DAY_MS);
  }

  /** @throws ChatError `gone` for a person whom Slack no longer lets in. */
  profile(user: ChatUser): Promise<ChatProfile> {
    return remembered(this.#profiles, user, async () => {
      const profile = await this.#ask(user);
      this.#names.set(keyOf(user), profile.name);
      return profile;
    });
  }

  /** What a profile said lately; nobody is asked for it. */
  knownName(user: ChatUser): string | undefined {
    return this.#names.get(keyOf(user));
  }

  /** The conversation between the bot and this person; its tenant is the installation's. @throws ChatError */
  openDirectMessage(user: ChatUser): Promise<Address> {
    return remembered(this.#conversations, user, () => this.#open(user));
  }

  /**
   * The member of this workspace with this address. Bots, outsiders and unconfirmed addresses are nobody.
   * @throws ChatError
   */
  async findUser(tenant: string, email: string): Promise<ChatUser | undefined> {
    try {
      const answer = await this.#workspaces.call(tenant, 'users.lookupByEmail', { email });
      const info = infoSchema.safeParse(answer).data?.user;
      if (info === undefined || info.deleted || info.is_bot || info.is_stranger) return undefined;
      if (info.team_id !== tenant || info.is_email_confirmed === false) return undefined;
      return { platform: 'slack', tenant, id: info.id };
    } catch (error) {
      // Not found, or the app was installed without the scope.
      const code = slackCode(error);
      if (code === 'users_not_found' || code === 'missing_scope') return undefined;
      throw error;
    }
  }

  async #ask(user: ChatUser): Promise<ChatProfile> {
    const team = await this.#workspaces.installationFor(user);
    const parsed = infoSchema.safeParse(await this.#workspaces.call(team, 'users.info', { user: user.id }));
    if (!parsed.success) throw new ChatError('unreachable', "Slack's answer to users.info has no user.");
    const { user: info } = parsed.data;
    if (info.deleted === true) throw new ChatError('gone', `The Slack account ${user.id} is deactivated.`);
    const belongs = info.team_id === team || info.enterprise_user?.teams?.includes(team) === true;
    const outsider = info.is_stranger === true || !belongs || user.tenant !== team;
    const confirmed = !outsider && info.is_email_confirmed !== false;
    return {
      name:
        [info.profile?.real_name, info.real_name, info.profile?.display_name, info.name].find(Boolean) ??
        user.id,
      email: confirmed ? (info.profile?.email ?? undefined) : undefined,
      timeZone: info.tz ?? undefined,
      guest: info.is_restricted === true || info.is_ultra_restricted === true,
      outsider,
      bot: info.is_bot === true || info.id === 'USLACKBOT',
    };
  }

  async #open(user: ChatUser): Promise<Address> {
    const tenant = await this.#workspaces.installationFor(user);
    const opened = openedSchema.safeParse(
      await this.#workspaces.call(tenant, 'conversations.open', { users: user.id }),
    );
    if (!opened.success)
      throw new ChatError('unreachable', "Slack's answer to conversations.open has no channel.");
    return { platform: 'slack', tenant, channel: opened.data.channel.id };
  }
}

function keyOf(user: ChatUser): string {
  return `${user.tenant}:${user.id}`;
}

function remembered<V>(map: BoundedMap<Promise<V>>, user: ChatUser, ask: () => Promise<V>): Promise<V> {
  const key = keyOf(user);
  const known = map.get(key);
  if (known !== undefined) return known;
  const asked = ask();
  map.set(key, asked);
  asked.catch(() => map.delete(key));
  return asked;
}
