// A chat platform in the terminal: everybody has a direct message with the desk, and what each person sees is told as plain
// text. It acts for people the way a platform does: who clicks is what the platform says, never what anybody typed.
import type { Action } from '../../cards/action.ts';
import type { Button, Card } from '../../cards/card.ts';
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
  type PostOptions,
} from '../chat.ts';

const PLACE = { platform: 'playground', tenant: 'playground' } as const;

interface Shown {
  readonly ref: MessageRef;
  content: Card | string;
}

export class TerminalChat implements ChatAdapter {
  readonly platform = PLACE.platform;
  readonly #tell: (email: string, text: string) => void;
  readonly #shown: Shown[] = [];
  readonly #keys = new Map<string, MessageRef>();
  #onEvent: ((event: ChatEvent) => Promise<ChatReply>) | undefined;
  #next = 0;

  /** @param tell what a person sees now, new or changed */
  constructor(tell: (email: string, text: string) => void) {
    this.#tell = tell;
  }

  async start(onEvent: (event: ChatEvent) => Promise<ChatReply>): Promise<void> {
    this.#onEvent = onEvent;
  }

  async stop(): Promise<void> {
    this.#onEvent = undefined;
  }

  async post(to: Address, content: Card | string, { key }: PostOptions): Promise<MessageRef> {
    const ref = { ...to, message: this.#id() };
    this.#shown.push({ ref, content });
    this.#keys.set(key, ref);
    this.#tell(to.channel, textOf(content));
    return ref;
  }

  async update(message: MessageRef, content: Card | string): Promise<void> {
    const shown = this.#shown.find((entry) => entry.ref.message === message.message);
    if (!shown) throw new ChatError('gone', 'no such message');
    const before = headOf(shown.content);
    shown.content = content;
    if (headOf(content) !== before) this.#tell(message.channel, `(the card changes) ${headOf(content)}`);
  }

  async openDirectMessage(user: ChatUser): Promise<Address> {
    return { ...PLACE, channel: user.id };
  }

  async profile(user: ChatUser): Promise<ChatProfile> {
    return { name: nameOf(user.id), email: user.id, guest: false, outsider: false, bot: false };
  }

  async findUser(_tenant: string, email: string): Promise<ChatUser | undefined> {
    return { ...PLACE, id: email };
  }

  async acknowledge(): Promise<void> {}

  async publishHome(): Promise<void> {}

  async findPosted(_to: Address, key: string): Promise<MessageRef | 'absent'> {
    return this.#keys.get(key) ?? 'absent';
  }

  async says(email: string, text: string): Promise<void> {
    const at = { ...PLACE, channel: email };
    await this.#send({
      type: 'message',
      id: this.#id(),
      from: { ...PLACE, id: email },
      at,
      own: text,
      quoted: [],
      forwarded: [],
      mentions: [],
      automatic: false,
      targeted: false,
      files: [],
      message: { ...at, message: this.#id() },
      direct: true,
      mentioned: false,
      edited: false,
      deleted: false,
    });
  }

  /** What the newest button of this label in somebody's messages does. @throws Error if they see none */
  button(email: string, label: string): Action {
    for (const { ref, content } of [...this.#shown].reverse()) {
      if (ref.channel !== email || typeof content === 'string') continue;
      const button = buttonsOf(content).find((entry) => entry.label.startsWith(label));
      if (button) return button.action;
    }
    throw new Error(`${email} sees no button "${label}"`);
  }

  click(email: string, action: Action): Promise<ChatReply> {
    return this.#send({
      type: 'action',
      id: this.#id(),
      from: { ...PLACE, id: email },
      at: { ...PLACE, channel: email },
      action,
      trigger: 'terminal',
    });
  }

  /** The newest message that somebody sees, as plain text. */
  lastOf(email: string): string {
    const last = this.#shown.findLast(({ ref }) => ref.channel === email);
    return last ? textOf(last.content) : '';
  }

  /** The head of the newest card in somebody's messages: its title and where it stands. */
  cardOf(email: string): string {
    const last = this.#shown.findLast(
      ({ ref, content }) => ref.channel === email && typeof content !== 'string',
    );
    return last ? headOf(last.content) : '';
  }

  #send(event: ChatEvent): Promise<ChatReply> {
    if (!this.#onEvent) throw new Error('the chat is down');
    return this.#onEvent(event);
  }

  #id(): string {
    this.#next += 1;
    return `t${this.#next}`;
  }
}

export function textOf(content: Card | string): string {
  return typeof content === 'string' ? content : toPlainText(content);
}

function headOf(content: Card | string): string {
  if (typeof content === 'string') return content;
  return toPlainText({ title: content.title, status: content.status, body: [] }).replaceAll('\n\n', ' - ');
}

function buttonsOf(card: Card): readonly Button[] {
  const rows = card.body.flatMap((block) =>
    block.type === 'rows' ? block.rows.flatMap((row) => row.buttons ?? []) : [],
  );
  return [...(card.buttons ?? []), ...rows];
}

function nameOf(email: string): string {
  return (email.split('@')[0] ?? email)
    .split('.')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
}
