// One verified activity from the core's answer to Teams' answer: in time, never empty where Teams would repeat a press, and
// private answers to the person who acted alone.
import type { Card } from '../../cards/card.ts';
import type { ChatEvent, ChatReply, ChatUser } from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { errorText } from '../../src/lib/errors.ts';
import { untilDeadline } from '../../src/lib/until-deadline.ts';
import { CLOSED, cardAnswer, dialogAnswer, formAnswer, wordsAnswer } from './answers.ts';
import type { OpenForms } from './open-forms.ts';
import type { TeamsLog } from './options.ts';
import type { Surface } from './read-activity.ts';
import type { Answered } from './receiver.ts';
import type { ShownCards } from './shown-cards.ts';

export const NOT_OURS =
  'This button is from an older version and no longer works. Nothing was changed. Write to me to get a current one.';
const FAILED = 'That did not work. Please try again in a minute.';
const WORKING = 'Working on it. What comes of it follows in our chat.';
const LATE_FORM = 'This takes longer than usual. Please press the button once more in a moment.';
const LOST_FORM = 'This form was open for too long. Please open it again.';
const NOTED = 'Noted.';
/** The outbox joins edits of one message for 200 ms; the decided card is worth waiting for. */
const DECIDED_MS = 600;

export interface TurnParts {
  readonly onEvent: (event: ChatEvent) => Promise<ChatReply>;
  readonly forms: OpenForms;
  readonly shown: ShownCards;
  readonly clock: Clock;
  readonly log: TeamsLog;
  /** Milliseconds. */
  readonly ackDeadlineMs: number;
  /** Tells one person, in their own chat with the bot. Never throws. */
  tell(user: ChatUser, content: Card | string): Promise<void>;
}

type First = ChatReply | 'failed' | 'late';

export class Turns {
  readonly #parts: TurnParts;
  readonly #open = new Set<Promise<unknown>>();

  constructor(parts: TurnParts) {
    this.#parts = parts;
  }

  async take(event: ChatEvent, surface: Surface): Promise<Answered> {
    const { clock, shown } = this.#parts;
    const pressed = event.type === 'action' ? event.message : undefined;
    const decided = surface === 'card' ? shown.next(pressed) : undefined;
    const until = clock.steady() + DECIDED_MS;
    const newest = async () => {
      const found = decided && (await untilDeadline(clock, decided, until - clock.steady()));
      return found === 'late' ? undefined : found?.content;
    };
    const work = this.#ask(event);
    const first = await untilDeadline(clock, work, this.#parts.ackDeadlineMs);
    if (first === 'late') {
      this.#parts.log.warn({ event: event.id }, 'the core has not answered in time; answered without it');
      this.#follow(work.then((reply) => this.#late(event, reply)));
    }
    if (surface === 'message') return this.#afterMessage(event, first);
    const body =
      surface === 'dialog' ? this.#inDialog(event, first) : await this.#underCard(event.from, first, newest);
    return { status: 200, body };
  }

  /** Resolves when what was late has been said, or at the deadline. */
  async settled(): Promise<void> {
    await untilDeadline(this.#parts.clock, Promise.all(this.#open), this.#parts.ackDeadlineMs);
  }

  /** A message comes again when it could not be stored; what a plain submit pressed is answered in the person's chat. */
  #afterMessage(event: ChatEvent, first: First): Answered {
    if (first === 'failed') {
      if (event.type === 'message') return { status: 500 };
      this.#follow(this.#parts.tell(event.from, FAILED));
    } else if (first !== 'late') this.#follow(this.#sayLater(event, first));
    return { status: 200 };
  }

  async #underCard(
    user: ChatUser,
    first: First,
    newest: () => Promise<Card | string | undefined>,
  ): Promise<object> {
    if (first === 'failed') return wordsAnswer(FAILED);
    if (first === 'late') return wordsAnswer(WORKING);
    switch (first.type) {
      case 'accepted': {
        const content = await newest();
        return content === undefined ? wordsAnswer(NOTED) : cardAnswer(content);
      }
      case 'private':
        if (typeof first.content === 'string') return wordsAnswer(first.content);
        // The pressed card stays for everybody else and for its own buttons; what is private goes to the person's chat.
        this.#follow(this.#parts.tell(user, first.content));
        return wordsAnswer('The answer is in our chat.');
      case 'form':
        return wordsAnswer('Please press the button once more to open the form.');
      case 'form_errors':
        return wordsAnswer(Object.values(first.errors).join('\n'));
    }
  }

  #inDialog(event: ChatEvent, first: First): object {
    if (first === 'failed') return dialogAnswer(FAILED);
    if (first === 'late') return dialogAnswer(event.type === 'submission' ? WORKING : LATE_FORM);
    if (first.type === 'private') return dialogAnswer(first.content);
    if (first.type === 'form') {
      this.#parts.forms.opened(event.from, first.form);
      return formAnswer(first.form);
    }
    if (event.type !== 'submission') return dialogAnswer(NOTED);
    const form = this.#parts.forms.find(event.from, event.form);
    if (first.type === 'form_errors') {
      if (form) return formAnswer(form, { values: event.values, errors: first.errors });
      return dialogAnswer([LOST_FORM, ...Object.values(first.errors)].join('\n'));
    }
    this.#parts.forms.closed(event.from, event.form);
    return CLOSED;
  }

  async #sayLater(event: ChatEvent, reply: ChatReply): Promise<void> {
    const { tell } = this.#parts;
    if (reply.type === 'private') await tell(event.from, reply.content);
    if (reply.type === 'form')
      await tell(event.from, 'Please press the button on a newer card to open the form.');
    if (reply.type === 'form_errors') await tell(event.from, Object.values(reply.errors).join('\n'));
  }

  async #late(event: ChatEvent, reply: ChatReply | 'failed'): Promise<void> {
    if (reply !== 'failed') return this.#sayLater(event, reply);
    if (event.type !== 'message') await this.#parts.tell(event.from, FAILED);
  }

  async #ask(event: ChatEvent): Promise<ChatReply | 'failed'> {
    try {
      return await this.#parts.onEvent(event);
    } catch (error) {
      this.#parts.log.error(
        { event: event.id, reason: errorText(error) },
        'the core failed at an event of Teams',
      );
      return 'failed';
    }
  }

  #follow(work: Promise<unknown>): void {
    const kept = work.catch((error: unknown) => {
      this.#parts.log.warn({ reason: errorText(error) }, 'a later answer on Teams failed');
    });
    this.#open.add(kept);
    void kept.finally(() => this.#open.delete(kept));
  }
}
