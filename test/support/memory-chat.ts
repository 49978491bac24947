// A chat platform in memory for stories: everybody's direct message, what each person sees, clicks on real cards.
import type { Action, FormAction } from '../../cards/action.ts';
import type { Button, Card, Form } from '../../cards/card.ts';
import { toPlainText } from '../../cards/render/plain-text.ts';
import {
  type Address,
  type ChatAdapter,
  ChatError,
  type ChatEvent,
  type ChatProfile,
  type ChatReply,
  type ChatUser,
  type MessageRef,
  type Platform,
  type PostOptions,
} from '../../src/chat.ts';
import { messageEvent } from './message-event.ts';

export interface Shown {
  readonly ref: MessageRef;
  content: Card | string;
  readonly onlyFor: string | undefined;
  updates: number;
}

/** The playground's name is its tenant; another platform's desk file lists this one. */
export const MEMORY_TENANT = 'playground';

export class MemoryChat implements ChatAdapter {
  readonly platform: Platform;
  readonly messages: Shown[] = [];
  readonly homes = new Map<string, Card>();
  readonly keys = new Map<string, MessageRef>();
  /** Throws instead of posting, once per entry. */
  faults: ChatError[] = [];
  /** By user id, where a profile is not simply the id as its address. */
  readonly profiles = new Map<string, ChatProfile>();
  #onEvent: ((event: ChatEvent) => Promise<ChatReply>) | undefined;
  #next = 0;

  constructor(platform: Platform = 'playground') {
    this.platform = platform;
  }

  async start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void> {
    this.#onEvent = onEvent;
  }

  async stop(): Promise<void> {
    this.#onEvent = undefined;
  }

  async post(to: Address, content: Card | string, options: PostOptions): Promise<MessageRef> {
    const fault = this.faults.shift();
    if (fault) throw fault;
    this.#next += 1;
    const ref = { ...to, message: `m${this.#next}` };
    this.messages.push({ ref, content, onlyFor: options.onlyFor?.id, updates: 0 });
    this.keys.set(options.key, ref);
    return ref;
  }

  async update(message: MessageRef, content: Card | string): Promise<void> {
    const shown = this.messages.find((entry) => entry.ref.message === message.message);
    if (!shown) throw new ChatError('gone', 'no such message');
    shown.content = content;
    shown.updates += 1;
  }

  async openDirectMessage(user: ChatUser): Promise<Address> {
    return this.direct(user.id);
  }

  async profile(user: ChatUser): Promise<ChatProfile> {
    return (
      this.profiles.get(user.id) ?? {
        name: user.id.split('@')[0]!.replaceAll('.', ' '),
        email: user.id,
        guest: false,
        outsider: false,
        bot: false,
      }
    );
  }

  async findUser(_tenant: string, email: string): Promise<ChatUser | undefined> {
    return this.user(email);
  }

  async acknowledge(): Promise<void> {}

  async publishHome(user: ChatUser, card: Card): Promise<void> {
    this.homes.set(user.id, card);
  }

  async findPosted(_to: Address, key: string): Promise<MessageRef | 'absent'> {
    return this.keys.get(key) ?? 'absent';
  }

  user(id: string): ChatUser {
    return { platform: this.platform, tenant: MEMORY_TENANT, id };
  }

  direct(id: string): Address {
    return { platform: this.platform, tenant: MEMORY_TENANT, channel: `dm:${id}` };
  }

  async send(event: ChatEvent): Promise<ChatReply> {
    if (!this.#onEvent) throw new Error('the chat is down');
    return this.#onEvent(event);
  }

  says(id: string, text: string, options: { thread?: string; eventId?: string } = {}): Promise<ChatReply> {
    this.#next += 1;
    const message = `u${this.#next}`;
    const at = { ...this.direct(id), thread: options.thread };
    return this.send(
      messageEvent({
        id: options.eventId ?? `e${this.#next}`,
        from: this.user(id),
        at,
        own: text,
        message: { ...at, message },
      }),
    );
  }

  command(id: string, text: string): Promise<ChatReply> {
    this.#next += 1;
    return this.send({
      type: 'command',
      id: `c${this.#next}`,
      from: this.user(id),
      at: this.direct(id),
      text,
      trigger: 'trigger',
    });
  }

  click(id: string, action: Action, message?: MessageRef): Promise<ChatReply> {
    this.#next += 1;
    return this.send({
      type: 'action',
      id: `a${this.#next}`,
      from: this.user(id),
      at: this.direct(id),
      action,
      message,
      trigger: 'trigger',
    });
  }

  submit(id: string, form: FormAction, values: Record<string, string>): Promise<ChatReply> {
    this.#next += 1;
    return this.send({
      type: 'submission',
      id: `s${this.#next}`,
      from: this.user(id),
      at: this.direct(id),
      form,
      values,
    });
  }

  /** What a person sees in their direct message, oldest first. */
  seenBy(id: string): readonly Shown[] {
    return this.messages.filter((shown) => shown.ref.channel === `dm:${id}`);
  }

  textsOf(id: string): readonly string[] {
    return this.seenBy(id).map((shown) => textOf(shown.content));
  }

  /** The newest live button with this label in a person's direct message. */
  button(id: string, label: string): { button: Button; ref: MessageRef } {
    for (const shown of [...this.seenBy(id)].reverse()) {
      if (typeof shown.content === 'string') continue;
      const button = buttonsOf(shown.content).find((entry) => entry.label.startsWith(label));
      if (button) return { button, ref: shown.ref };
    }
    throw new Error(`${id} sees no button ${label} in:\n${this.textsOf(id).join('\n---\n')}`);
  }

  clicks(id: string, label: string): Promise<ChatReply> {
    const { button, ref } = this.button(id, label);
    return this.click(id, button.action, ref);
  }
}

export function textOf(content: Card | string): string {
  return typeof content === 'string' ? content : toPlainText(content);
}

export function buttonsOf(card: Card): readonly Button[] {
  const rows = card.body.flatMap((block) =>
    block.type === 'rows' ? block.rows.flatMap((row) => row.buttons ?? []) : [],
  );
  return [...(card.buttons ?? []), ...rows];
}

/** What a reply shows privately, as text. */
export function privateText(reply: ChatReply): string {
  if (reply.type === 'private') return textOf(reply.content);
  return reply.type === 'form' ? `form ${reply.form.title}` : reply.type;
}

export function formOf(reply: ChatReply): Form {
  if (reply.type !== 'form') throw new Error(`expected a form, got ${JSON.stringify(reply)}`);
  return reply.form;
}
