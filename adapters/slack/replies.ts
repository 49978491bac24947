// Shows what the core answered at once, in the nearest way Slack has. A private answer stays private on every way
// down: ephemeral, then the person's direct message, then nothing.
import type { Card } from '../../cards/card.ts';
import { formToModal } from '../../cards/render/slack-modal.ts';
import type { ChatReply } from '../../src/chat.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { errorText } from '../../src/lib/errors.ts';
import type { ReplyWay } from './incoming.ts';
import { type Messages, toSlackContent } from './messages.ts';
import type { SlackLog } from './options.ts';
import type { People } from './people.ts';
import { respond } from './respond.ts';
import type { Workspaces } from './workspaces.ts';

const LATE_FORM = 'The form could not be opened in time. Please try again.';

/** The body of the acknowledgement; undefined for an empty one. Only a submitted form is answered in it. */
export function acknowledgementOf(reply: ChatReply, way: ReplyWay): object | undefined {
  if (way.surface !== 'submission') return undefined;
  if (reply.type === 'form_errors') return { response_action: 'errors', errors: reply.errors };
  if (reply.type === 'form') return { response_action: 'update', view: formToModal(reply.form) };
  return undefined;
}

export class Replies {
  readonly #workspaces: Workspaces;
  readonly #messages: Messages;
  readonly #people: People;
  readonly #clock: Clock;
  readonly #log: SlackLog;

  constructor(parts: {
    workspaces: Workspaces;
    messages: Messages;
    people: People;
    clock: Clock;
    log: SlackLog;
  }) {
    this.#workspaces = parts.workspaces;
    this.#messages = parts.messages;
    this.#people = parts.people;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  /** What is left to show after the acknowledgement. Never throws. `late`: it went out without the answer. */
  async show(reply: ChatReply, way: ReplyWay, late = false): Promise<void> {
    if (reply.type === 'private') return this.tell(way, reply.content);
    const shown = way.surface === 'submission' && !late;
    if (shown || reply.type === 'accepted') return;
    if (reply.type === 'form_errors') return this.tell(way, Object.values(reply.errors).join('\n'));
    try {
      const method = way.surface === 'modal' ? 'views.push' : 'views.open';
      const view = formToModal(reply.form);
      await this.#workspaces.call(way.team, method, { trigger_id: way.trigger ?? '', view });
    } catch (error) {
      this.#log.warn({ team: way.team, reason: errorText(error) }, 'a form could not be opened');
      await this.tell(way, LATE_FORM);
    }
  }

  /** Tells the person who acted, and nobody else. Never throws. */
  async tell(way: ReplyWay, content: Card | string): Promise<void> {
    const reasons: string[] = [];
    for (const attempt of this.#ways(way, content)) {
      try {
        await attempt();
        return;
      } catch (error) {
        reasons.push(errorText(error));
      }
    }
    this.#log.warn({ team: way.team, reasons }, 'a private answer could not be shown');
  }

  #ways(way: ReplyWay, content: Card | string): (() => Promise<unknown>)[] {
    const { responseUrl, channel, thread } = way;
    const ways: (() => Promise<unknown>)[] = [];
    if (responseUrl !== undefined)
      ways.push(() => respond(this.#clock, responseUrl, toSlackContent(content), thread));
    if (channel !== undefined) {
      const here = { platform: 'slack', tenant: way.team, channel, thread } as const;
      // The conversation with the bot is private as it is, and what stands there can be read again.
      ways.push(() =>
        channel.startsWith('D')
          ? this.#messages.post(here, content, { key: '' })
          : this.#messages.whisper(here, way.user, content),
      );
    }
    ways.push(async () => {
      const user = { platform: 'slack', tenant: way.team, id: way.user } as const;
      await this.#messages.post(await this.#people.openDirectMessage(user), content, { key: '' });
    });
    return ways;
  }
}
