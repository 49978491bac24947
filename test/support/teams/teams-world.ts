// What stands in Teams: people, conversations, teams and messages, and who sees which of them. Knows nothing of HTTP.
import { createHash } from 'node:crypto';
import { APP_ID, MSP_TENANT } from './login-hosts.ts';
import { TEAMS_PEOPLE, type TeamsMember } from './people.ts';

export const BOT_ID = `28:${APP_ID}`;

export type Json = Record<string, unknown>;

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'groupChat' | 'channel';
  readonly tenant: string;
  readonly members: Set<string>;
  /** The bot is installed there. */
  bot: boolean;
  gone: boolean;
}

/** A message as it stands now. */
export interface Shown {
  readonly key: string;
  readonly conversation: string;
  readonly id: string;
  /** The first message of its thread, in channels. */
  readonly thread: string | undefined;
  /** The one person who sees it (a targeted message, a notice under a card); undefined for everybody there. */
  readonly only: string | undefined;
  readonly byBot: boolean;
  readonly text: string;
  readonly card: Json | undefined;
  /** Grows with every post and update. */
  readonly revision: number;
}

export const HELPDESK = '19:helpdesk0000000000000000000000001@thread.tacv2';
export const GROUP_CHAT = '19:1f0c6a1dd7e84b9f8a3b7a4f5e6d7c8b@thread.v2';
export const TEAM = '19:team00000000000000000000000000001@thread.tacv2';
/** A channel in Birch's tenant. */
export const BIRCH_CHANNEL = '19:birch000000000000000000000000001@thread.tacv2';

export class TeamsWorld {
  readonly people: readonly TeamsMember[];
  readonly conversations = new Map<string, Conversation>();
  revision = 0;
  readonly #shown = new Map<string, Shown>();
  /** Cards that one person alone sees in place of a message, until the message changes. */
  readonly #views = new Map<string, { readonly card: Json; readonly revision: number }>();
  #sequence = 0;

  constructor(people: readonly TeamsMember[] = TEAMS_PEOPLE) {
    this.people = people;
    const of = (tenant: string) => people.filter((person) => person.tenant === tenant).map(({ id }) => id);
    const tenants = [...new Set(people.map(({ tenant }) => tenant))];
    const acme = this.named('dana').tenant;
    this.#add({ id: HELPDESK, kind: 'channel', tenant: acme, members: of(acme) });
    this.#add({ id: GROUP_CHAT, kind: 'groupChat', tenant: acme, members: of(acme) });
    this.#add({ id: TEAM, kind: 'channel', tenant: MSP_TENANT, members: of(MSP_TENANT) });
    const birch = tenants.find((tenant) => tenant !== acme && tenant !== MSP_TENANT);
    if (birch) this.#add({ id: BIRCH_CHANNEL, kind: 'channel', tenant: birch, members: of(birch) });
  }

  named(name: string): TeamsMember {
    const found = this.people.find((person) => person.name === name);
    if (found === undefined) throw new Error(`Nobody is called ${name}.`);
    return found;
  }

  /** By any of the ids that Teams takes for a member. */
  member(id: string): TeamsMember | undefined {
    return this.people.find(
      (person) =>
        person.id === id || person.aadObjectId === id || person.email.toLowerCase() === id.toLowerCase(),
    );
  }

  /** The chat between the bot and this person: one for good, whoever opens it. */
  personal(person: TeamsMember): Conversation {
    const id = `a:1${createHash('sha512').update(person.id).digest('base64url')}`;
    const found = this.conversations.get(id);
    return (
      found ?? this.#add({ id, kind: 'personal', tenant: person.tenant, members: [person.id], bot: false })
    );
  }

  /** As Teams counts its messages. */
  freshId(): string {
    this.#sequence += 1;
    return String(1_795_000_000_000 + this.#sequence * 37);
  }

  show(message: Omit<Shown, 'key' | 'revision'>): Shown {
    this.revision += 1;
    const key = keyOf(message.conversation, message.id);
    const shown = { ...message, key, revision: this.revision };
    this.#shown.set(key, shown);
    for (const view of this.#views.keys()) if (view.startsWith(`${key}\n`)) this.#views.delete(view);
    return shown;
  }

  find(conversation: string, id: string): Shown | undefined {
    return this.#shown.get(keyOf(conversation, id));
  }

  remove(message: Shown): void {
    this.revision += 1;
    this.#shown.delete(message.key);
  }

  /** This person alone sees the card in place of the message, as after an answer to a click or a refresh. */
  showInstead(person: TeamsMember, message: Shown, card: Json): void {
    this.revision += 1;
    this.#views.set(`${message.key}\n${person.id}`, { card, revision: this.revision });
  }

  /** Words under a card or in a dialog that are for this person alone and are no message of the conversation. */
  notify(person: TeamsMember, conversation: string, content: { text?: string; card?: Json }): void {
    this.show({
      conversation,
      id: `notice:${this.freshId()}`,
      thread: undefined,
      only: person.id,
      byBot: true,
      text: content.text ?? '',
      card: content.card,
    });
  }

  /** What this person can see, oldest first. */
  shownTo(person: TeamsMember): readonly Shown[] {
    return [...this.#shown.values()]
      .filter(({ conversation, only }) =>
        only === undefined
          ? this.conversations.get(baseOf(conversation))?.members.has(person.id) === true
          : only === person.id,
      )
      .map((message) => ({ ...message, ...this.#views.get(`${message.key}\n${person.id}`) }));
  }

  /** Every message, whoever sees it. */
  all(): readonly Shown[] {
    return [...this.#shown.values()];
  }

  #add(
    entry: Pick<Conversation, 'id' | 'kind' | 'tenant'> & {
      readonly members: readonly string[];
      readonly bot?: boolean;
    },
  ): Conversation {
    const { id, kind, tenant, members, bot = true } = entry;
    const made = { id, kind, tenant, members: new Set(members), bot, gone: false };
    this.conversations.set(id, made);
    return made;
  }
}

/** Without the thread: a channel's conversation id carries `;messageid=`. */
export function baseOf(conversation: string): string {
  return conversation.split(';')[0] ?? conversation;
}

export function threadOf(conversation: string): string | undefined {
  return /;messageid=(.+)$/.exec(conversation)?.[1];
}

function keyOf(conversation: string, id: string): string {
  return `${baseOf(conversation)} ${id}`;
}
