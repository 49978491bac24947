// People in Slack: each writes, clicks, types commands and fills modals under their own name, and reads what stands in
// their own conversations.
import { expect } from 'vitest';
import {
  clickBody,
  commandBody,
  type Delivered,
  directChannel,
  directMessage,
  eventBody,
  freshTs,
  settleView,
  submissionBody,
  topView,
  viewClickBody,
} from './slack-client.ts';
import type { SlackTransport } from './slack-transport.ts';
import type { Shown, SlackWeb } from './slack-web.ts';

export interface Said {
  readonly who: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  readonly delivered: Delivered;
}

export interface SayOptions {
  /** Answers in the thread of this message. */
  readonly under?: Pick<Said, 'channel' | 'ts'> | undefined;
  /** In #helpdesk; `mention`: to the bot. */
  readonly where?: 'direct' | 'channel' | 'mention';
  /** More fields of the event, such as `files`. */
  readonly event?: object;
  readonly body?: object;
}

interface SeenButton {
  readonly label: string;
  readonly value: string;
  readonly message: Shown | undefined;
}

const WAIT = { interval: 5, timeout: 8000 };

export class SlackRoom {
  readonly web: SlackWeb;
  readonly transport: SlackTransport;
  readonly settle: () => Promise<void>;
  #mark = 0;

  constructor(web: SlackWeb, transport: SlackTransport, settle: () => Promise<void>) {
    this.web = web;
    this.transport = transport;
    this.settle = settle;
  }

  id(who: string): string {
    return this.web.idOf(who);
  }

  /** A message of this person; resolves when everything that follows from it has come to rest. */
  async says(who: string, text: string, options: SayOptions = {}): Promise<Said> {
    const said = await this.sends(who, text, options);
    await this.settle();
    return said;
  }

  /** The same without waiting for what follows. */
  async sends(who: string, text: string, options: SayOptions = {}): Promise<Said> {
    this.#remember();
    const { where = 'direct', under } = options;
    const user = this.id(who);
    const direct = where === 'direct';
    const channel = under?.channel ?? (direct ? await directChannel(this.web, user) : this.web.channel);
    const typed = where === 'mention' ? `<@${this.web.bot}> ${text}` : text;
    const thread = under?.ts;
    const ts = await this.#write(who, channel, typed, thread);
    const place = { ts, event_ts: ts, ...(thread ? { thread_ts: thread } : {}), ...options.event };
    const event = direct
      ? directMessage(user, channel, typed, place)
      : {
          ...directMessage(user, channel, typed, place),
          channel_type: 'channel',
          ...(where === 'mention' ? { type: 'app_mention' } : {}),
        };
    const delivered = await this.transport.event(eventBody(this.web, event, options.body));
    return { who, channel, ts, thread, delivered };
  }

  /** The person changes their message. */
  async edits(said: Said, text: string): Promise<void> {
    this.#remember();
    const { channel, ts, thread } = said;
    const message = { user: this.id(said.who), ts, text, edited: { ts: freshTs() }, thread_ts: thread };
    const event = {
      type: 'message',
      subtype: 'message_changed',
      channel,
      channel_type: 'im',
      message,
      previous_message: { text: 'what stood there before' },
      ts: freshTs(),
    };
    await this.transport.event(eventBody(this.web, event));
    await this.settle();
  }

  /** The person deletes their message. @param answered it has answers below it, so that Slack leaves a tombstone */
  async deletes(said: Said, { answered = false } = {}): Promise<void> {
    this.#remember();
    const { channel, ts, thread } = said;
    const previous = {
      type: 'message',
      user: this.id(said.who),
      text: 'what stood there',
      ts,
      thread_ts: thread,
    };
    const tombstone = {
      type: 'message',
      subtype: 'tombstone',
      user: 'USLACKBOT',
      hidden: true,
      text: '',
      ts,
    };
    const event = {
      type: 'message',
      ...(answered
        ? { subtype: 'message_changed', message: tombstone }
        : { subtype: 'message_deleted', deleted_ts: ts }),
      hidden: true,
      channel,
      channel_type: 'im',
      previous_message: previous,
      ts: freshTs(),
    };
    await this.transport.event(eventBody(this.web, event));
    await this.settle();
  }

  /** Presses the newest button with this label that the person can see. */
  async clicks(who: string, label: string): Promise<void> {
    await this.press(who, this.button(who, label));
  }

  /** Presses a button that was read before: the screen may have changed since. */
  async press(who: string, button: SeenButton): Promise<void> {
    this.#remember();
    const user = this.id(who);
    const trigger = await this.web.trigger(user);
    const { message } = button;
    const body =
      message === undefined
        ? viewClickBody(this.web, { user, value: button.value, trigger, view: 'home' })
        : clickBody(this.web, {
            user,
            value: button.value,
            channel: message.channel,
            message: { ts: message.ts, thread_ts: message.thread },
            trigger,
            responseUrl: this.web.responseUrl(user, message.channel),
          });
    await this.transport.interaction(body);
    await this.settle();
  }

  async command(who: string, text: string): Promise<void> {
    this.#remember();
    const user = this.id(who);
    const channel = await directChannel(this.web, user);
    const trigger = await this.web.trigger(user);
    const responseUrl = this.web.responseUrl(user, channel);
    await this.transport.command(commandBody(this.web, { user, channel, text, trigger, responseUrl }));
    await this.settle();
  }

  /** A command and its private answer. */
  async asks(who: string, text: string, answer: string | RegExp): Promise<string> {
    await this.command(who, text);
    return this.told(who, answer);
  }

  /** "Send to IT" in the menu of somebody's message. */
  async sendToIt(who: string, said: Said, text: string): Promise<void> {
    this.#remember();
    const user = this.id(who);
    await this.transport.interaction({
      type: 'message_action',
      callback_id: 'send_to_it',
      team: { id: this.web.team },
      user: { id: user, team_id: this.web.team },
      channel: { id: said.channel },
      message: { type: 'message', user: this.id(said.who), ts: said.ts, text },
      trigger_id: await this.web.trigger(user),
      response_url: this.web.responseUrl(user, said.channel),
    });
    await this.settle();
  }

  async opensHome(who: string): Promise<string> {
    this.#remember();
    const event = { type: 'app_home_opened', user: this.id(who), channel: 'D0HOME', tab: 'home' };
    await this.transport.event(eventBody(this.web, event));
    await this.settle();
    return this.web.homeOf(this.id(who));
  }

  /** Submits the modal on top. @returns the messages at its fields, none when it closed */
  async submits(
    who: string,
    values: Readonly<Record<string, string | boolean>>,
  ): Promise<Record<string, string>> {
    this.#remember();
    const user = this.id(who);
    const open = topView(this.web, user);
    if (open === undefined) throw new Error(`${who} has no modal open.`);
    const delivered = await this.transport.interaction(submissionBody(this.web, user, open, values));
    await this.settle();
    return settleView(this.web, user, delivered.body);
  }

  /** Waits for a modal with these words and gives its whole text. */
  async modal(who: string, words: string): Promise<string> {
    const read = () => JSON.stringify(topView(this.web, this.id(who))?.view ?? 'no modal');
    await expect.poll(read, WAIT).toContain(words);
    return read();
  }

  /** Waits until something new with these words stands on the person's screen, and gives it. */
  async told(who: string, words: string | RegExp): Promise<string> {
    const fits = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text));
    let found: string | undefined;
    const look = () => {
      found = this.news(who).find(fits);
      return found === undefined ? this.news(who) : 'found';
    };
    await expect.poll(look, { ...WAIT, message: `${who} should be told ${String(words)}` }).toBe('found');
    return found ?? '';
  }

  /** What was posted or changed on this person's screen since the last thing that anybody did. */
  news(who: string): readonly string[] {
    return this.messages(who)
      .filter(({ revision }) => revision > this.#mark)
      .map(({ text }) => plain(text));
  }

  /** The bot's messages that this person can see, as they stand now, oldest first. */
  texts(who: string): readonly string[] {
    return this.messages(who).map(({ text }) => plain(text));
  }

  messages(who: string): readonly Shown[] {
    return this.web.shownTo(this.id(who)).filter(({ byBot }) => byBot);
  }

  /** Every word on this person's screen. */
  async screen(who: string): Promise<string> {
    return this.web.seenBy(this.id(who));
  }

  /** The newest button with this label. */
  button(who: string, label: string): SeenButton {
    const found = this.buttons(who).findLast((button) => button.label.startsWith(label));
    if (found === undefined)
      throw new Error(`${who} sees no button ${label} in:\n${this.texts(who).join('\n---\n')}`);
    return found;
  }

  /** Oldest first; those of Home come last. */
  buttons(who: string): readonly SeenButton[] {
    const home = JSON.parse(this.web.homeOf(this.id(who)) || '{}') as { blocks?: Shown['blocks'] };
    return [
      ...this.messages(who).flatMap((message) => buttonsIn(message.blocks, message)),
      ...buttonsIn(home.blocks ?? [], undefined),
    ];
  }

  hasButton(who: string, label: string): boolean {
    return this.buttons(who).some((button) => button.label.startsWith(label));
  }

  #remember(): void {
    this.#mark = this.web.revision;
  }

  /** In Slack itself, so that it can be reacted to; what Slack would not take as text has a place all the same. */
  async #write(who: string, channel: string, text: string, thread: string | undefined): Promise<string> {
    const token = `xoxp-${who}`;
    const answer = await this.web.call(token, 'chat.postMessage', { channel, text, thread_ts: thread });
    return answer.ok === true ? String(answer.ts) : freshTs();
  }
}

/** As a person reads it: without Slack's entities and the marks that keep markup from working. */
function plain(text: string): string {
  return text
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function buttonsIn(blocks: Shown['blocks'], message: Shown | undefined): SeenButton[] {
  return blocks
    .filter((block) => block.type === 'actions')
    .flatMap((block) => block.elements as { text: { text: string }; value: string }[])
    .map(({ text, value }) => ({ label: text.text, value, message }));
}
