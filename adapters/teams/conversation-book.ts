// The conversations that the bot is in. Read once, kept in memory, written only when something about one has changed.
import type { Conversations, KnownConversation } from './options.ts';

export interface Seen {
  readonly conversation: KnownConversation;
  /** The app was in it until now. */
  readonly left: boolean;
}

const keyOf = (tenant: string, channel: string) => `${tenant}\n${channel}`;

export class ConversationBook {
  readonly #store: Conversations | undefined;
  readonly #known = new Map<string, KnownConversation>();
  #loaded: Promise<void> | undefined;

  constructor(store: Conversations | undefined) {
    this.#store = store;
  }

  /** Takes what a verified activity says about its conversation; whether the app was greeted there is kept. */
  async saw(seen: Omit<KnownConversation, 'greeted'>): Promise<Seen> {
    await this.#load();
    const before = this.#known.get(keyOf(seen.tenant, seen.channel));
    // What an activity does not say of the person stays as it was.
    const { userId = before?.userId, memberId = before?.memberId } = seen;
    const now = { ...seen, userId, memberId, greeted: before?.greeted ?? false };
    if (!same(before, now)) await this.#save(now);
    return { conversation: now, left: now.gone && before?.gone === false };
  }

  /** Changes what is known; false if it was so already or the conversation is not known. */
  async change(
    tenant: string,
    channel: string,
    to: Partial<Pick<KnownConversation, 'gone' | 'greeted'>>,
  ): Promise<boolean> {
    const before = await this.find(tenant, channel);
    if (!before) return false;
    const now = { ...before, ...to };
    if (same(before, now)) return false;
    await this.#save(now);
    return true;
  }

  async find(tenant: string, channel: string): Promise<KnownConversation | undefined> {
    await this.#load();
    return this.#known.get(keyOf(tenant, channel));
  }

  async personal(tenant: string, userId: string): Promise<KnownConversation | undefined> {
    return (await this.ofTenant(tenant)).find((one) => one.kind === 'personal' && one.userId === userId);
  }

  /** Those that the app is or was in. */
  async ofTenant(tenant: string): Promise<readonly KnownConversation[]> {
    await this.#load();
    return [...this.#known.values()].filter((one) => one.tenant === tenant);
  }

  /** Any of a tenant, else any at all: the service address is the same for a whole region. */
  async neighbour(tenant: string): Promise<KnownConversation | undefined> {
    const own = await this.ofTenant(tenant);
    return own.at(-1) ?? [...this.#known.values()].at(-1);
  }

  async #save(conversation: KnownConversation): Promise<void> {
    this.#known.set(keyOf(conversation.tenant, conversation.channel), conversation);
    await this.#store?.save(conversation);
  }

  #load(): Promise<void> {
    this.#loaded ??= this.#read().catch((error: unknown) => {
      this.#loaded = undefined;
      throw error;
    });
    return this.#loaded;
  }

  async #read(): Promise<void> {
    for (const one of (await this.#store?.all()) ?? []) this.#known.set(keyOf(one.tenant, one.channel), one);
  }
}

function same(a: KnownConversation | undefined, b: KnownConversation): boolean {
  return (
    a !== undefined &&
    a.serviceUrl === b.serviceUrl &&
    a.botId === b.botId &&
    a.kind === b.kind &&
    a.userId === b.userId &&
    a.memberId === b.memberId &&
    a.gone === b.gone &&
    a.greeted === b.greeted
  );
}
