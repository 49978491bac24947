// Who people are, as the roster of a conversation with the bot says. Guests and people of other tenants are told as such.
import type { ChatProfile, ChatUser } from '../../src/chat.ts';
import { ChatError } from '../../src/chat.ts';
import { type BoundedMap, expiringMap } from '../../src/lib/bounded-map.ts';
import { type Clock, MINUTE_MS } from '../../src/lib/clock.ts';
import { lookUp } from '../../src/lib/look-up.ts';
import type { ConversationBook } from './conversation-book.ts';
import type { Messages } from './messages.ts';
import type { KnownConversation } from './options.ts';
import type { KnownPeople } from './read-mentions.ts';

const PROFILE_AGE_MS = 10 * MINUTE_MS;
/** A person who was not there a moment ago is not looked for again at every card. */
const MISSING_AGE_MS = MINUTE_MS;
const MOST_PAGES = 50;

interface Member {
  readonly user: ChatUser;
  readonly profile: ChatProfile;
}

const keyOf = (user: ChatUser) => `${user.tenant}\n${user.id}`;

export class People {
  readonly #book: ConversationBook;
  readonly #messages: Messages;
  readonly #profiles: BoundedMap<ChatProfile>;
  readonly #byEmail: BoundedMap<ChatUser>;
  readonly #missing: BoundedMap<true>;
  /** Accounts by the member id that mentions name them with. */
  readonly #byMember: BoundedMap<ChatUser>;
  /** Where a person was seen last, for those without a chat of their own. */
  readonly #seenIn: BoundedMap<KnownConversation>;

  constructor(parts: { book: ConversationBook; messages: Messages; clock: Clock }) {
    this.#book = parts.book;
    this.#messages = parts.messages;
    this.#profiles = expiringMap(parts.clock, PROFILE_AGE_MS);
    this.#byEmail = expiringMap(parts.clock, PROFILE_AGE_MS);
    this.#missing = expiringMap(parts.clock, MISSING_AGE_MS);
    this.#byMember = expiringMap(parts.clock, 24 * 60 * MINUTE_MS);
    this.#seenIn = expiringMap(parts.clock, 24 * 60 * MINUTE_MS);
  }

  /** @param memberId how Teams names them in this app, where an activity says so */
  saw(user: ChatUser, conversation: KnownConversation, memberId?: string): void {
    this.#seenIn.set(keyOf(user), conversation);
    if (memberId !== undefined && user.id !== '') this.#byMember.set(`${user.tenant}\n${memberId}`, user);
  }

  /** What was read or seen before; nobody is asked. */
  readonly known: KnownPeople = ({ tenant, objectId, memberId }) => {
    const userId = objectId ?? this.#byMember.get(`${tenant}\n${memberId}`)?.id;
    const profile = userId === undefined ? undefined : this.#profiles.get(`${tenant}\n${userId}`);
    return { userId, name: profile?.name };
  };

  /** @throws ChatError */
  async profile(user: ChatUser): Promise<ChatProfile> {
    const known = this.#profiles.get(keyOf(user));
    if (known) return known;
    const conversation = (await this.#book.personal(user.tenant, user.id)) ?? this.#seenIn.get(keyOf(user));
    if (!conversation)
      throw new ChatError('gone', 'profile: this person shares no conversation with the bot');
    return this.#read(await this.#messages.member(conversation, user.id), user.tenant).profile;
  }

  /** @throws ChatError */
  async findUser(tenant: string, email: string): Promise<ChatUser | undefined> {
    const wanted = email.toLowerCase();
    const key = `${tenant}\n${wanted}`;
    const known = this.#byEmail.get(key);
    if (known || this.#missing.get(key)) return known;
    for (const conversation of await this.#book.ofTenant(tenant)) {
      if (conversation.gone) continue;
      if (conversation.kind === 'personal') await this.#meet(conversation);
      else await this.#meetAll(conversation, key);
      const found = this.#byEmail.get(key);
      if (found) return found;
    }
    this.#missing.set(key, true);
    return undefined;
  }

  async #meet({ tenant, userId, ...conversation }: KnownConversation): Promise<void> {
    if (userId === undefined || this.#profiles.get(`${tenant}\n${userId}`)) return;
    await this.#ignoringGone(async () => {
      this.#read(await this.#messages.member({ ...conversation, tenant }, userId), tenant);
    });
  }

  async #meetAll(conversation: KnownConversation, until: string): Promise<void> {
    await this.#ignoringGone(async () => {
      let next: string | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const found = await this.#messages.members(conversation, next);
        for (const member of found.members) this.#read(member, conversation.tenant);
        next = found.next;
        if (next === undefined || this.#byEmail.get(until)) return;
      }
    });
  }

  /** A conversation that ended says nothing about anybody. */
  async #ignoringGone(look: () => Promise<void>): Promise<void> {
    try {
      await look();
    } catch (error) {
      if (!(error instanceof ChatError) || (error.kind !== 'gone' && error.kind !== 'refused')) throw error;
    }
  }

  #read(raw: object, tenant: string): Member {
    const member = raw as Readonly<Record<string, unknown>>;
    const text = (name: string) => {
      const value = lookUp(member, name);
      return typeof value === 'string' ? value : undefined;
    };
    const id = text('aadObjectId') ?? text('objectId') ?? text('id') ?? '';
    const user: ChatUser = { platform: 'teams', tenant, id };
    const principal = text('userPrincipalName') ?? '';
    const guest = principal.includes('#EXT#') || /guest/i.test(text('userRole') ?? '');
    const email = (text('email') ?? (guest ? '' : principal)).toLowerCase();
    const own = text('tenantId');
    const profile: ChatProfile = {
      name: text('name') ?? ([text('givenName'), text('surname')].filter(Boolean).join(' ') || 'Somebody'),
      ...(email.includes('@') ? { email } : {}),
      guest,
      outsider: own !== undefined && own !== tenant,
      bot: false,
    };
    this.#profiles.set(keyOf(user), profile);
    const memberId = text('id');
    if (memberId !== undefined) this.#byMember.set(`${tenant}\n${memberId}`, user);
    if (profile.email !== undefined) this.#byEmail.set(`${tenant}\n${profile.email}`, user);
    return { user, profile };
  }
}
