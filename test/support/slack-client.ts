// The Slack client of a test: makes the payloads that Slack makes of a person's doing, signs them, delivers them over
// HTTP, and keeps the modals on each person's screen.

import { createHmac } from 'node:crypto';
import type { Clock } from '../../src/lib/clock.ts';
import { BOT_TOKEN, type OpenView, type SlackWeb } from './slack-web.ts';

export const SIGNING_SECRET = 'test-signing-secret';

let sequence = 0;
const next = () => {
  sequence += 1;
  return sequence;
};

export function freshTs(): string {
  return `1795000000.${String(next()).padStart(6, '0')}`;
}

/** Where the payloads come from. */
export interface SlackPlace {
  readonly team: string;
  readonly bot: string;
}

/** An Events API body around `event`. */
export function eventBody(place: SlackPlace, event: object, more: object = {}): Record<string, unknown> {
  return {
    type: 'event_callback',
    token: 'x',
    team_id: place.team,
    context_team_id: place.team,
    api_app_id: 'A0DESK',
    event_id: `Ev${next()}`,
    event_time: 1795000000,
    authorizations: [{ enterprise_id: null, team_id: place.team, user_id: place.bot, is_bot: true }],
    is_ext_shared_channel: false,
    event,
    ...more,
  };
}

export function directMessage(user: string, channel: string, text: string, more: object = {}): object {
  const ts = freshTs();
  return { type: 'message', channel_type: 'im', channel, user, text, ts, event_ts: ts, ...more };
}

export interface Click {
  readonly user: string;
  readonly value: string;
  readonly channel: string;
  readonly message: { readonly ts: string; readonly thread_ts?: string | undefined };
  readonly trigger: string;
  readonly responseUrl?: string | undefined;
}

export function clickBody(place: SlackPlace, click: Click): Record<string, unknown> {
  return {
    type: 'block_actions',
    team: { id: place.team, domain: 'north' },
    user: { id: click.user, team_id: place.team, username: 'someone' },
    api_app_id: 'A0DESK',
    trigger_id: click.trigger,
    response_url: click.responseUrl,
    channel: { id: click.channel, name: 'helpdesk' },
    container: {
      type: 'message',
      message_ts: click.message.ts,
      channel_id: click.channel,
      is_ephemeral: false,
    },
    message: { type: 'message', user: place.bot, team: place.team, ...click.message },
    actions: [{ type: 'button', action_id: 'b0', block_id: 'x', value: click.value, action_ts: freshTs() }],
  };
}

/** A click inside Home or a modal: it has a view and no channel. */
export function viewClickBody(
  place: SlackPlace,
  click: { user: string; value: string; trigger: string; view: 'home' | 'modal' },
): Record<string, unknown> {
  return {
    type: 'block_actions',
    team: { id: place.team },
    user: { id: click.user, team_id: place.team },
    trigger_id: click.trigger,
    container: { type: 'view', view_id: 'V1' },
    view: { id: 'V1', type: click.view, hash: '1.h' },
    actions: [{ type: 'button', action_id: 'b0', block_id: 'x', value: click.value, action_ts: freshTs() }],
  };
}

/** What Slack sends when a person submits a modal: every input of it, filled in or left as it was. */
export function submissionBody(
  place: SlackPlace,
  user: string,
  open: OpenView,
  values: Readonly<Record<string, string | boolean>>,
): Record<string, unknown> {
  const inputs = open.view.blocks.filter((block) => block.type === 'input');
  const state = Object.fromEntries(
    inputs.map((block) => {
      const element = block.element as { type: string; action_id: string; options?: object[] };
      return [block.block_id, { [element.action_id]: fill(element, values[String(block.block_id)]) }];
    }),
  );
  return {
    type: 'view_submission',
    team: { id: place.team },
    user: { id: user, team_id: place.team },
    trigger_id: `submit.${next()}`,
    view: { ...open.view, id: open.id, hash: open.hash, type: 'modal', state: { values: state } },
    response_urls: [],
  };
}

function fill(element: { type: string; options?: object[] }, value: string | boolean | undefined): object {
  const { type } = element;
  if (type === 'checkboxes') return { type, selected_options: value === true ? element.options : [] };
  if (type === 'static_select') return { type, selected_option: value === undefined ? null : { value } };
  return { type, value: value === undefined || value === '' ? null : value };
}

export function commandBody(
  place: SlackPlace,
  command: { user: string; channel: string; text: string; trigger: string; responseUrl: string },
): Record<string, string> {
  return {
    token: 'x',
    team_id: place.team,
    channel_id: command.channel,
    user_id: command.user,
    command: '/desk',
    text: command.text,
    trigger_id: command.trigger,
    response_url: command.responseUrl,
  };
}

export interface Delivered {
  readonly status: number;
  readonly body: string;
}

/** Delivers to a real HTTP server, signed as Slack signs. */
export class SlackHttp {
  /** What a test does while an answer is awaited. */
  wait: <T>(answer: Promise<T>) => Promise<T> = (answer) => answer;
  readonly #url: string;
  readonly #clock: Clock;
  #last: (() => Promise<Delivered>) | undefined;

  constructor(url: string, clock: Clock) {
    this.#url = url;
    this.#clock = clock;
  }

  event(body: object): Promise<Delivered> {
    return this.#deliver(JSON.stringify(body), 'application/json');
  }

  interaction(body: object): Promise<Delivered> {
    const form = new URLSearchParams({ payload: JSON.stringify(body) });
    return this.#deliver(form.toString(), 'application/x-www-form-urlencoded');
  }

  command(body: Record<string, string>): Promise<Delivered> {
    return this.#deliver(new URLSearchParams(body).toString(), 'application/x-www-form-urlencoded');
  }

  /** The last delivery again, as after a lost answer. */
  redeliver(): Promise<Delivered> {
    if (this.#last === undefined) throw new Error('Nothing was delivered yet.');
    return this.#last();
  }

  /** Any body with any headers. */
  async raw(body: string, headers: Record<string, string>): Promise<Delivered> {
    const post = async () => {
      const answer = await fetch(this.#url, { method: 'POST', headers, body });
      return { status: answer.status, body: await answer.text() };
    };
    return this.wait(post());
  }

  #deliver(body: string, type: string): Promise<Delivered> {
    const send = () => {
      const seconds = Math.floor(this.#clock.now().getTime() / 1000);
      return this.raw(body, { 'content-type': type, ...sign(body, seconds) });
    };
    this.#last = send;
    return send();
  }
}

/** The headers of a genuine delivery. `at` in seconds. */
export function sign(body: string, at: number, secret = SIGNING_SECRET) {
  const digest = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(at), 'x-slack-signature': `v0=${digest}` };
}

/** The modal on top of a person's screen. */
export function topView(web: SlackWeb, user: string): OpenView | undefined {
  return web.views.get(user)?.at(-1);
}

/** Closes or keeps the modal as Slack does with the answer to a submission. @returns the messages at its fields */
export function settleView(web: SlackWeb, user: string, answer: string): Record<string, string> {
  const parsed = answer === '' ? {} : (JSON.parse(answer) as Record<string, unknown>);
  const stack = web.views.get(user) ?? [];
  if (parsed.response_action === 'errors') return parsed.errors as Record<string, string>;
  if (parsed.response_action === 'update') {
    const top = stack.at(-1);
    if (top !== undefined) stack[stack.length - 1] = { ...top, view: parsed.view as OpenView['view'] };
    return {};
  }
  stack.pop();
  return {};
}

/** A message of a person that stands in Slack itself, so that it can be reacted to. @returns its ts */
export async function writeAs(web: SlackWeb, token: string, channel: string, text: string): Promise<string> {
  const answer = await web.call(token, 'chat.postMessage', { channel, text });
  if (answer.ok !== true) throw new Error(`chat.postMessage: ${String(answer.error)}`);
  return String(answer.ts);
}

/** The conversation between the bot and this person. */
export async function directChannel(web: SlackWeb, user: string): Promise<string> {
  const answer = await web.call(BOT_TOKEN, 'conversations.open', { users: user });
  return (answer.channel as { id: string }).id;
}
