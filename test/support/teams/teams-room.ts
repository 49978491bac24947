// People in Teams: each writes, clicks, types commands and fills dialogs under their own name, and reads what stands in
// their own conversations. The methods are those of the Slack room, so that a story can be told on both platforms.
import { expect } from 'vitest';
import {
  activity,
  executeActivity,
  installationActivities,
  messageActivity,
  type Place,
  submitActivity,
  taskActivity,
} from './activities.ts';
import { buttonsOf, errorsOf, inputsOf, wordsOf } from './card-reading.ts';
import type { Connector } from './connector.ts';
import { type Dialog, InvokeAnswers } from './invoke-answers.ts';
import type { TeamsMember } from './people.ts';
import type { Delivered, TeamsHttp } from './teams-http.ts';
import {
  baseOf,
  type Conversation,
  GROUP_CHAT,
  HELPDESK,
  type Json,
  type Shown,
  type TeamsWorld,
} from './teams-world.ts';

export interface Said {
  readonly who: string;
  /** With the thread in a channel. */
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  /** Undefined: nobody named the bot, so Teams did not deliver it. */
  readonly delivered: Delivered | undefined;
}

export interface SayOptions {
  /** Answers in the thread of this message; in a chat, in the same chat. */
  readonly under?: Pick<Said, 'channel' | 'ts'> | undefined;
  /** In #helpdesk without naming the bot; `mention`: there, to the bot; `group`: to the bot in a group chat. */
  readonly where?: 'direct' | 'channel' | 'mention' | 'group';
  /** More fields of the activity, such as `attachments`. */
  readonly event?: Json;
}

export interface SeenButton {
  readonly label: string;
  /** The encoded action that it carries. */
  readonly value: string;
  readonly action: Json;
  readonly message: Shown | undefined;
}

/** A message with its words as the person reads them. */
export interface Read extends Shown {
  readonly channel: string;
  readonly ts: string;
}

const WAIT = { interval: 5, timeout: 8000 };

export class TeamsRoom {
  readonly connector: Connector;
  readonly http: TeamsHttp;
  readonly settle: () => Promise<void>;
  readonly #answers: InvokeAnswers;
  #mark = 0;

  constructor(connector: Connector, http: TeamsHttp, settle: () => Promise<void>) {
    this.connector = connector;
    this.http = http;
    this.settle = settle;
    this.#answers = new InvokeAnswers(connector.world, connector.strays);
  }

  get world(): TeamsWorld {
    return this.connector.world;
  }

  person(who: string): TeamsMember {
    return this.world.named(who);
  }

  /** As the desk names the person: Entra's object id. */
  id(who: string): string {
    return this.person(who).aadObjectId;
  }

  /** The app is put into this person's own chat, as an admin's policy or they themselves do. */
  async installs(who: string): Promise<void> {
    const chat = this.world.personal(this.person(who));
    chat.bot = true;
    await this.tellsOfInstallation(who, 'add');
  }

  async uninstalls(who: string): Promise<void> {
    this.world.personal(this.person(who)).bot = false;
    await this.tellsOfInstallation(who, 'remove');
  }

  /** What Teams sends about it, and nothing else. */
  async tellsOfInstallation(who: string, action: 'add' | 'remove'): Promise<void> {
    this.#remember();
    const place = this.#placeOf(this.world.personal(this.person(who)));
    for (const each of installationActivities(this.person(who), place, action)) await this.http.deliver(each);
    await this.settle();
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
    const person = this.person(who);
    const { under, where = under === undefined ? 'direct' : this.#whereOf(under.channel) } = options;
    const id = this.world.freshId();
    const place = this.#placeFor(person, where, under?.channel, id);
    const thread = under === undefined ? undefined : /;messageid=(.+)$/.exec(place.id)?.[1];
    const stands = { conversation: place.id, id, thread, only: undefined, byBot: false };
    this.world.show({ ...stands, text, card: undefined });
    const said = { who, channel: place.id, ts: id, thread };
    // Without a consent that the app does not ask for, a bot hears only what is said to it.
    if (where === 'channel') return { ...said, delivered: undefined };
    const mention = where !== 'direct';
    const more = options.event === undefined ? {} : { more: options.event };
    const delivered = await this.http.deliver(messageActivity(person, place, text, { id, mention, ...more }));
    return { ...said, delivered };
  }

  /** The person changes their message. */
  async edits(said: Said, text: string): Promise<void> {
    this.#remember();
    const place = this.#placeAt(said.channel);
    const mention = place.conversation.kind !== 'personal';
    const sent = messageActivity(this.person(said.who), place, text, { id: said.ts, mention });
    const channelData = { ...(sent.channelData as Json), eventType: 'editMessage' };
    await this.http.deliver({ ...sent, type: 'messageUpdate', channelData });
    await this.settle();
  }

  /** The person deletes their message. */
  async deletes(said: Said): Promise<void> {
    this.#remember();
    const place = this.#placeAt(said.channel);
    const sent = messageActivity(this.person(said.who), place, '', { id: said.ts, mention: false });
    const { text: _words, attachments: _files, ...gone } = sent;
    const channelData = { ...(sent.channelData as Json), eventType: 'softDeleteMessage' };
    await this.http.deliver({ ...gone, type: 'messageDelete', channelData });
    await this.settle();
  }

  /** Presses the newest button with this label that the person can see. */
  async clicks(who: string, label: string, values: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.press(who, this.button(who, label), values);
  }

  /** Presses a button that was read before: the screen may have changed since. */
  async press(
    who: string,
    button: Pick<SeenButton, 'action' | 'message'>,
    values: Readonly<Record<string, string>> = {},
  ): Promise<Delivered> {
    this.#remember();
    const delivered = await this.presses(who, button, values);
    await this.settle();
    return delivered;
  }

  /** The same without waiting for what follows. @returns the answer to the invoke */
  async presses(
    who: string,
    { action, message }: Pick<SeenButton, 'action' | 'message'>,
    values: Readonly<Record<string, string>> = {},
  ): Promise<Delivered> {
    const person = this.person(who);
    const at = this.#seatOf(person, message);
    const place = this.#placeAt(at);
    const on = message?.id ?? '';
    const data = { ...(action.data as Json), ...values };
    if (action.type === 'Action.Execute') {
      const sent = { verb: action.verb, title: action.title, data };
      const delivered = await this.http.deliver(executeActivity(person, place, on, sent));
      this.#answers.toClick(person, message, at, delivered);
      return delivered;
    }
    if ((data as { msteams?: { type?: string } }).msteams?.type === 'task/fetch') {
      const delivered = await this.http.deliver(taskActivity('task/fetch', person, place, data, on));
      this.#answers.toDialog(person, message, at, delivered);
      return delivered;
    }
    return this.http.deliver(submitActivity(person, place, on, data));
  }

  /** What Teams asks by itself when the person looks at a card that names them: the newest one, or none. */
  async refreshes(who: string, on?: Shown): Promise<Delivered | undefined> {
    this.#remember();
    const person = this.person(who);
    const named = ({ card }: Shown) =>
      (card?.refresh as { userIds?: string[] } | undefined)?.userIds?.includes(person.id) === true;
    const message = on ?? this.world.shownTo(person).findLast(named);
    if (message === undefined) return undefined;
    const { action } = message.card!.refresh as { action: Json };
    const at = conversationOf(message);
    const sent = executeActivity(person, this.#placeAt(at), message.id, action, 'automatic');
    const delivered = await this.http.deliver(sent);
    this.#answers.toClick(person, message, at, delivered);
    await this.settle();
    return delivered;
  }

  /** A command is a message to the bot alone. */
  async command(who: string, text: string): Promise<void> {
    await this.says(who, text);
  }

  /** A command and its answer. */
  async asks(who: string, text: string, answer: string | RegExp): Promise<string> {
    await this.command(who, text);
    return this.told(who, answer);
  }

  /** Submits the open dialog. @returns the messages at its fields, none when it closed */
  async submits(
    who: string,
    values: Readonly<Record<string, string | boolean>>,
  ): Promise<Record<string, string>> {
    this.#remember();
    const person = this.person(who);
    const open = this.dialog(who);
    if (open === undefined) throw new Error(`${who} has no dialog open.`);
    const at = this.#seatOf(person, open.message);
    const typed = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)]));
    const submit = buttonsOf(open.card)[0]?.action.data as Json;
    const data = { ...submit, ...inputsOf(open.card), ...typed };
    const on = open.message?.id;
    const delivered = await this.http.deliver(
      taskActivity('task/submit', person, this.#placeAt(at), data, on),
    );
    this.#answers.toDialog(person, open.message, at, delivered);
    await this.settle();
    const left = this.dialog(who);
    return left === undefined ? {} : errorsOf(left.card);
  }

  /** The person closes their dialog; Teams tells the bot nothing. */
  closes(who: string): void {
    this.#answers.dialogs.delete(this.person(who).id);
  }

  dialog(who: string): Dialog | undefined {
    return this.#answers.dialogs.get(this.person(who).id);
  }

  /** Waits for a dialog with these words and gives its whole text. */
  async modal(who: string, words: string): Promise<string> {
    const read = () => {
      const open = this.dialog(who);
      return open === undefined ? 'no dialog' : `${open.title}\n${wordsOf(open.card)}`;
    };
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
    const open = this.dialog(who);
    return [
      ...this.messages(who)
        .filter(({ revision }) => revision > this.#mark)
        .map(({ text }) => text),
      ...(open === undefined ? [] : [`${open.title}\n${wordsOf(open.card)}`]),
    ];
  }

  /** The bot's messages that this person can see, as they stand now, oldest first. */
  texts(who: string): readonly string[] {
    return this.messages(who).map(({ text }) => text);
  }

  messages(who: string): readonly Read[] {
    return this.world
      .shownTo(this.person(who))
      .filter(({ byBot }) => byBot)
      .map((message) => ({
        ...message,
        text: message.card === undefined ? message.text : wordsOf(message.card),
        channel: baseOf(message.conversation),
        ts: message.id,
      }));
  }

  /** The cards that this person can see, oldest first. */
  cards(who: string): readonly Json[] {
    return this.messages(who).flatMap(({ card }) => (card === undefined ? [] : [card]));
  }

  /** Every word on this person's screen, and what is behind it. */
  async screen(who: string): Promise<string> {
    const seen = this.world.shownTo(this.person(who));
    const open = this.dialog(who);
    return [
      ...seen.map(({ text, card }) =>
        card === undefined ? text : `${wordsOf(card)}\n${JSON.stringify(card)}`,
      ),
      ...(open === undefined ? [] : [open.title, wordsOf(open.card), JSON.stringify(open.card)]),
    ].join('\n');
  }

  /** The newest button with this label. */
  button(who: string, label: string): SeenButton {
    const found = this.buttons(who).findLast((button) => button.label.startsWith(label));
    if (found === undefined)
      throw new Error(`${who} sees no button ${label} in:\n${this.texts(who).join('\n---\n')}`);
    return found;
  }

  /** Oldest first. */
  buttons(who: string): readonly SeenButton[] {
    return this.messages(who).flatMap((message) =>
      buttonsOf(message.card ?? {}).map(({ label, action }) => ({
        label,
        action,
        value: String((action.data as { action?: string } | undefined)?.action ?? ''),
        message,
      })),
    );
  }

  hasButton(who: string, label: string): boolean {
    return this.buttons(who).some((button) => button.label.startsWith(label));
  }

  /** The place of a conversation, for activities that a test makes itself. */
  placeAt(conversation: string): Place {
    return this.#placeAt(conversation);
  }

  /** Any activity of this person in their own chat, for what has no method here. */
  async delivers(who: string, type: string, more: Json = {}): Promise<Delivered> {
    this.#remember();
    const person = this.person(who);
    const place = this.#placeOf(this.world.personal(person));
    const delivered = await this.http.deliver(activity(type, person, place, more));
    await this.settle();
    return delivered;
  }

  /** Where a press comes from; of what the person cannot see, as when it is forged, from their own chat. */
  #seatOf(person: TeamsMember, message: Shown | undefined): string {
    if (message === undefined) return this.world.personal(person).id;
    const at = conversationOf(message);
    return this.world.conversations.get(baseOf(at))?.members.has(person.id) === true
      ? at
      : this.world.personal(person).id;
  }

  #remember(): void {
    this.#mark = this.world.revision;
  }

  #placeOf(conversation: Conversation): Place {
    return { conversation, id: conversation.id, serviceUrl: this.connector.serviceUrl };
  }

  #placeAt(id: string): Place {
    const conversation = this.world.conversations.get(baseOf(id));
    if (conversation === undefined) throw new Error(`There is no conversation ${id}.`);
    return { conversation, id, serviceUrl: this.connector.serviceUrl };
  }

  #whereOf(conversation: string): 'direct' | 'mention' {
    return this.#placeAt(conversation).conversation.kind === 'personal' ? 'direct' : 'mention';
  }

  #placeFor(
    person: TeamsMember,
    where: NonNullable<SayOptions['where']>,
    under: string | undefined,
    id: string,
  ): Place {
    if (under !== undefined) return this.#placeAt(under);
    if (where === 'direct') return this.#placeOf(this.world.personal(person));
    // A new message in a channel opens its own thread.
    return this.#placeAt(where === 'group' ? GROUP_CHAT : `${HELPDESK};messageid=${id}`);
  }
}

/** Where an activity about this message comes from: a channel's message lies in the thread that it opens or belongs to. */
function conversationOf(message: Shown): string {
  const base = baseOf(message.conversation);
  if (!base.endsWith('@thread.tacv2')) return base;
  return `${base};messageid=${message.thread ?? message.id}`;
}
