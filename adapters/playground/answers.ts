// Asks the core and shows what it answers at once: in private, as a form, at the fields of a form. The page gets its
// answer at the deadline at the latest, like a chat platform; what comes later is told in private.
import type { Card } from '../../cards/card.ts';
import type { AdaptiveCard } from '../../cards/render/adaptive-card.ts';
import { formToAdaptiveCard } from '../../cards/render/adaptive-form.ts';
import type { ChatEvent, ChatReply } from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { errorText } from '../../src/lib/errors.ts';
import { newId } from '../../src/lib/ids.ts';
import { untilDeadline } from '../../src/lib/until-deadline.ts';
import type { PlaygroundLog } from './options.ts';
import { BOT, personOf, toContent } from './record.ts';
import type { Room } from './room.ts';

/** Where the person who acted looks now. */
export interface Spot {
  readonly person: string;
  readonly channel: string;
  readonly thread?: string | undefined;
}

/** What the page is told. A form goes to the page that asked and is kept nowhere. */
export type PageAnswer =
  | { readonly type: 'accepted' }
  /** A private message was written to the conversation. */
  | { readonly type: 'private' }
  | { readonly type: 'form'; readonly title: string; readonly card: AdaptiveCard }
  | { readonly type: 'form_errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly type: 'refused'; readonly error: string };

const LATE_FORM = 'The form could not be opened in time. Please try again.';
const FAILED = 'That did not work. Please try again in a minute.';

export class Answers {
  readonly #room: Room;
  readonly #clock: Clock;
  readonly #log: PlaygroundLog;
  readonly #deadlineMs: number;
  readonly #onEvent: (event: ChatEvent) => Promise<ChatReply>;
  readonly #open = new Set<Promise<unknown>>();

  constructor(parts: {
    readonly room: Room;
    readonly clock: Clock;
    readonly log: PlaygroundLog;
    readonly deadlineMs: number;
    readonly onEvent: (event: ChatEvent) => Promise<ChatReply>;
  }) {
    this.#room = parts.room;
    this.#clock = parts.clock;
    this.#log = parts.log;
    this.#deadlineMs = parts.deadlineMs;
    this.#onEvent = parts.onEvent;
  }

  /** Hands an event to the core. Never throws. */
  async ask(event: ChatEvent, spot: Spot): Promise<PageAnswer> {
    const work = this.#handle(event);
    this.#open.add(work);
    void work.finally(() => this.#open.delete(work));
    const reply = await untilDeadline(this.#clock, work, this.#deadlineMs);
    if (reply !== 'late') return this.#show(reply, event, spot);
    void work.then((late) => this.#showLate(late, spot));
    return { type: 'accepted' };
  }

  /** Tells one person something, and nobody else. */
  tell({ person, channel, thread }: Spot, content: Card | string): PageAnswer {
    const now = this.#clock.now().getTime();
    this.#room.put({
      id: newId(now),
      channel,
      ...(thread === undefined ? {} : { thread }),
      from: BOT,
      ...toContent(content),
      at: now,
      ...(personOf(channel) === undefined ? { onlyFor: person } : {}),
    });
    return { type: 'private' };
  }

  /** Resolves when everything asked so far is answered, or at the deadline. */
  async settled(): Promise<void> {
    await untilDeadline(this.#clock, Promise.all(this.#open), this.#deadlineMs);
  }

  async #handle(event: ChatEvent): Promise<ChatReply | 'failed'> {
    try {
      return await this.#onEvent(event);
    } catch (error) {
      this.#log.error(
        { event: event.id, reason: errorText(error) },
        'the core failed at an event of the playground',
      );
      return 'failed';
    }
  }

  #show(reply: ChatReply | 'failed', event: ChatEvent, spot: Spot): PageAnswer {
    if (reply === 'failed') return { type: 'refused', error: FAILED };
    switch (reply.type) {
      case 'accepted':
        return reply;
      case 'private':
        return this.tell(spot, reply.content);
      case 'form':
        return { type: 'form', title: reply.form.title, card: formToAdaptiveCard(reply.form) };
      case 'form_errors':
        if (event.type === 'submission') return reply;
        return this.tell(spot, Object.values(reply.errors).join('\n'));
    }
  }

  #showLate(reply: ChatReply | 'failed', spot: Spot): void {
    if (reply === 'failed') this.tell(spot, FAILED);
    else if (reply.type === 'private') this.tell(spot, reply.content);
    else if (reply.type === 'form') this.tell(spot, LATE_FORM);
    else if (reply.type === 'form_errors') this.tell(spot, Object.values(reply.errors).join('\n'));
  }
}
