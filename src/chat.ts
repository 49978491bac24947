// The chat port: what every chat platform tells us and does for us. The core knows these words only,
// never a platform's own (no `ts`, `blocks`, `activity`).
import type { Action, FormAction } from '../cards/action.ts';
import type { Card, Form } from '../cards/card.ts';

export type Platform = 'slack' | 'teams' | 'playground';

/** Where to post. `tenant` is a Slack workspace, a Microsoft 365 tenant, or `playground`. */
export interface Address {
  readonly platform: Platform;
  readonly tenant: string;
  readonly channel: string;
  readonly thread?: string | undefined;
}

export interface MessageRef extends Address {
  readonly message: string;
}

/** Who acts, as the platform's signed payload says; never as anybody typed. */
export interface ChatUser {
  readonly platform: Platform;
  readonly tenant: string;
  readonly id: string;
}

export interface ChatProfile {
  readonly name: string;
  /** As the platform confirms it; absent for outsiders and bots. */
  readonly email?: string | undefined;
  /** IANA name, for times in the reader's zone. */
  readonly timeZone?: string | undefined;
  /** Restricted member of this workspace or tenant. */
  readonly guest: boolean;
  /** Belongs to another workspace or tenant (a shared channel). */
  readonly outsider: boolean;
  readonly bot: boolean;
}

export interface Attachment {
  readonly name: string;
  readonly mimeType: string;
  /** Bytes; 0 if the platform does not say. */
  readonly size: number;
  readonly url: string;
}

/** Words of somebody else that a message carries: material to look at, never an instruction. */
export interface Quoted {
  readonly text: string;
  /** Who wrote them, as the platform shows it; absent where it does not say. */
  readonly author?: string | undefined;
}

/** Somebody named in a message by the platform's own means, so that who is meant is certain. Never the bot. */
export interface Mention {
  readonly user: ChatUser;
  /** As it stands in the words. */
  readonly name: string;
}

/**
 * What a platform tells us. `id` is the platform's delivery id, the key for dropping redeliveries.
 * `trigger` is the platform's opaque, short-lived permission to open a form.
 */
export type ChatEvent = { readonly id: string; readonly from: ChatUser; readonly at: Address } & (
  | {
      readonly type: 'message';
      /** The person's own words, without what the platform put around them. Only these are a request, an answer or a command. */
      readonly own: string;
      readonly quoted: readonly Quoted[];
      readonly forwarded: readonly Quoted[];
      readonly mentions: readonly Mention[];
      /** Nobody typed it: an out-of-office notice and the like. */
      readonly automatic: boolean;
      /** Only the bot sees it, though it stands in a place of several people. */
      readonly targeted: boolean;
      readonly files: readonly Attachment[];
      readonly message: MessageRef;
      /** True in a direct message, false in a channel where the bot was mentioned or the thread is ours. */
      readonly direct: boolean;
      readonly mentioned: boolean;
      /** The message replaces an earlier one with the same reference. */
      readonly edited: boolean;
      /** Its writer took the message of this reference away; it has no words. */
      readonly deleted: boolean;
    }
  | {
      readonly type: 'shortcut';
      readonly text: string;
      /** Who wrote the message that `from` sends to IT. */
      readonly author: ChatUser;
      readonly message: MessageRef;
      readonly trigger: string;
    }
  | { readonly type: 'command'; readonly text: string; readonly trigger: string }
  | {
      readonly type: 'action';
      readonly action: Action;
      /** The clicked card; absent on Home. */
      readonly message?: MessageRef | undefined;
      readonly trigger: string;
    }
  | {
      readonly type: 'submission';
      readonly form: FormAction;
      readonly values: Readonly<Record<string, string>>;
    }
  | { readonly type: 'home' }
  | { readonly type: 'removed'; readonly reason: string }
);

export type MessageEvent = Extract<ChatEvent, { type: 'message' }>;

/** What the core answers at once. The platform shows it in the nearest way it has. */
export type ChatReply =
  /** Stored or done; nothing to show now. */
  | { readonly type: 'accepted' }
  /** Only for the person who acted: ephemeral on Slack, direct message on Teams. */
  | { readonly type: 'private'; readonly content: Card | string }
  | { readonly type: 'form'; readonly form: Form }
  /** The submitted form stays open, with each message at its field. */
  | { readonly type: 'form_errors'; readonly errors: Readonly<Record<string, string>> };

export interface PostOptions {
  /** Only this person sees it (in a channel). A direct message needs none. */
  readonly onlyFor?: ChatUser | undefined;
  /** Our key of this message, put into its metadata where the platform keeps any, so that `findPosted` finds it. */
  readonly key: string;
}

export interface ChatAdapter {
  readonly platform: Platform;
  /**
   * Starts to listen. `onEvent` resolves when the event is on disk or decided; the adapter acknowledges
   * to the platform after that, or at 2.5 seconds if it takes longer.
   */
  start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void>;
  stop(): Promise<void>;
  /** @throws ChatError */
  post(to: Address, content: Card | string, options: PostOptions): Promise<MessageRef>;
  /** Replaces a message of ours. @throws ChatError */
  update(message: MessageRef, content: Card | string): Promise<void>;
  /** @throws ChatError */
  openDirectMessage(user: ChatUser): Promise<Address>;
  /** @throws ChatError */
  profile(user: ChatUser): Promise<ChatProfile>;
  /**
   * The member of this workspace or tenant with this profile e-mail address, so that a technician or a manager who has
   * never written can be reached. Undefined if there is none or the platform cannot look. @throws ChatError
   */
  findUser(tenant: string, email: string): Promise<ChatUser | undefined>;
  /**
   * Shows that a message arrived (reaction, typing) or was dealt with. `doing` comes again and again while it is looked at: a
   * few general words for the platform's status line, where it has one. Best effort; never throws.
   */
  acknowledge(message: MessageRef, state: 'received' | 'finished', doing?: string): Promise<void>;
  /** The person's queue page; on platforms without one it does nothing. @throws ChatError */
  publishHome(user: ChatUser, card: Card): Promise<void>;
  /** Looks for a message of ours by its key after a doubtful send. `unknown` where the platform cannot look. */
  findPosted(to: Address, key: string): Promise<MessageRef | 'absent' | 'unknown'>;
}

/** `rate_limited` waits and does not use up a try; `unreachable` is retried; `refused` and `gone` are final. */
export type ChatErrorKind = 'rate_limited' | 'unreachable' | 'refused' | 'gone';

export class ChatError extends Error {
  readonly kind: ChatErrorKind;
  /** Milliseconds to wait, for `rate_limited`. */
  readonly retryAfterMs: number | undefined;
  /** The send may have happened (the answer was lost): look before repeating. */
  readonly doubtful: boolean;
  constructor(
    kind: ChatErrorKind,
    message: string,
    options: { retryAfterMs?: number; doubtful?: boolean; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ChatError';
    this.kind = kind;
    this.retryAfterMs = options.retryAfterMs;
    this.doubtful = options.doubtful ?? false;
  }
}
