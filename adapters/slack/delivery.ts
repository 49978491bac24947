// One delivery from arrival to answer: the core first, then the acknowledgement, then what is shown. Slack gets its
// acknowledgement when the core has it on disk, or at the deadline; a core that failed gets the event again.
import type { ChatEvent, ChatReply } from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { errorText } from '../../src/lib/errors.ts';
import { untilDeadline } from '../../src/lib/until-deadline.ts';
import type { Incoming, ReplyWay } from './incoming.ts';
import type { SlackLog } from './options.ts';
import { readDelivery } from './read-delivery.ts';
import type { NameOf } from './read-words.ts';
import { acknowledgementOf, type Replies } from './replies.ts';
import type { Signals } from './signals.ts';
import type { Workspaces } from './workspaces.ts';

/** What the receiver tells Slack: taken, deliver it again, or not understood. */
export type Acknowledgement =
  | { readonly type: 'taken'; readonly body?: object | undefined }
  | { readonly type: 'again' }
  | { readonly type: 'malformed'; readonly why: string };

export type Acknowledge = (acknowledgement: Acknowledgement) => Promise<void>;

const NOT_OURS =
  'This button is from an older version and no longer works. Nothing was changed. Write to me to get a current one.';
const FAILED = 'That did not work. Please try again in a minute.';

export interface DeliveryParts {
  readonly onEvent: (event: ChatEvent) => Promise<ChatReply>;
  readonly workspaces: Workspaces;
  readonly replies: Replies;
  readonly signals: Signals;
  readonly nameOf: NameOf;
  readonly clock: Clock;
  readonly log: SlackLog;
  /** Milliseconds. */
  readonly ackDeadlineMs: number;
}

export class Delivery {
  readonly #parts: DeliveryParts;
  readonly #open = new Set<Promise<void>>();

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Handles a verified payload. Calls `acknowledge` exactly once. Never throws. */
  receive(body: unknown, acknowledge: Acknowledge): Promise<void> {
    const work = this.#handle(readDelivery(body, this.#parts.nameOf), acknowledge).catch((error: unknown) => {
      this.#parts.log.error({ reason: errorText(error) }, 'a delivery of Slack could not be handled');
    });
    this.#open.add(work);
    return work.finally(() => this.#open.delete(work));
  }

  /** Resolves when everything received so far is answered, or at the deadline of an acknowledgement. */
  async settled(): Promise<void> {
    await untilDeadline(this.#parts.clock, Promise.all(this.#open), this.#parts.ackDeadlineMs);
  }

  async #handle(incoming: Incoming, acknowledge: Acknowledge): Promise<void> {
    switch (incoming.kind) {
      case 'malformed':
        return acknowledge({ type: 'malformed', why: incoming.why });
      case 'ignored':
        return acknowledge({ type: 'taken' });
      case 'not_ours':
        await acknowledge({ type: 'taken' });
        return this.#parts.replies.tell(incoming.way, NOT_OURS);
      case 'conversation_opened':
        await acknowledge({ type: 'taken' });
        return this.#parts.signals.suggestPrompts(incoming.team, incoming.channel);
      case 'event':
        return this.#pass(incoming.event, incoming.way, acknowledge);
    }
  }

  async #pass(event: ChatEvent, way: ReplyWay, acknowledge: Acknowledge): Promise<void> {
    const { workspaces, replies, log } = this.#parts;
    workspaces.saw(event.from, way.team);
    if (event.type === 'removed') workspaces.forget(way.team);
    const answer = this.#ask(event);
    const first = await untilDeadline(this.#parts.clock, answer, this.#parts.ackDeadlineMs);
    if (first === 'late') {
      log.warn({ event: event.id }, 'the core has not answered in time; acknowledged without it');
      await acknowledge({ type: 'taken' });
      const reply = await answer;
      return reply === 'failed' ? this.#apologise(event, way) : replies.show(reply, way, true);
    }
    if (first === 'failed') {
      // A person at a button is told; an event comes again by itself.
      await acknowledge({ type: isInteraction(event) ? 'taken' : 'again' });
      return this.#apologise(event, way);
    }
    await acknowledge({ type: 'taken', body: acknowledgementOf(first, way) });
    await replies.show(first, way);
  }

  async #ask(event: ChatEvent): Promise<ChatReply | 'failed'> {
    try {
      return await this.#parts.onEvent(event);
    } catch (error) {
      this.#parts.log.error(
        { event: event.id, reason: errorText(error) },
        'the core failed at an event of Slack',
      );
      return 'failed';
    }
  }

  async #apologise(event: ChatEvent, way: ReplyWay): Promise<void> {
    if (isInteraction(event)) await this.#parts.replies.tell(way, FAILED);
  }
}

function isInteraction(event: ChatEvent): boolean {
  return event.type !== 'message' && event.type !== 'home' && event.type !== 'removed';
}
