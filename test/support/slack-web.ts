// The Slack Web API for tests: `emulate` keeps the state and checks tokens, scopes and triggers; this front in the
// same process adds what it lacks (weather, response_url) and remembers what each person can see.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createEmulator } from 'emulate';
import { type Answer, type Params, parseArgs, send } from './slack-wire.ts';

export const BOT_TOKEN = 'xoxb-deskhand';

/** A message as it stands now. */
export interface Shown {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  /** The one person who sees it; undefined for everybody in the conversation. */
  readonly only: string | undefined;
  readonly byBot: boolean;
  readonly text: string;
  readonly blocks: readonly Params[];
  /** Grows with every post and update. */
  readonly revision: number;
}

/** Somebody else in the workspace; their own token is `xoxp-NAME`. */
export interface SlackMember {
  readonly name: string;
  readonly realName: string;
  readonly email: string;
}

export interface OpenView {
  readonly id: string;
  readonly hash: string;
  readonly view: { title: { text: string }; callback_id: string; private_metadata: string; blocks: Params[] };
}

export interface SlackWeb {
  /** With the closing slash, as SLACK_API_URL. */
  readonly apiUrl: string;
  readonly team: string;
  readonly bot: string;
  /** Ids by name. */
  readonly people: { readonly dana: string; readonly lee: string; readonly mallory: string };
  /** Everybody but Mallory is in it. */
  readonly channel: string;
  readonly calls: { readonly method: string; readonly args: Params; readonly token: string }[];
  /** Modals by person, the top one last. */
  readonly views: Map<string, OpenView[]>;
  /** The next call of this method gets this answer instead; several wait in line. */
  answerNext(method: string, answer: Answer): void;
  /** Takes a method over, as for `apps.connections.open`; what the handler leaves undefined goes on to `emulate`. */
  serve(method: string, handler: (token: string, args: Params) => Answer | undefined): void;
  call(token: string, method: string, args?: Params): Promise<Params>;
  /** A trigger_id of this person, good for 3 seconds. */
  trigger(user: string): Promise<string>;
  /** A fresh response_url for this person: five uses, then 404. */
  responseUrl(user: string, channel: string): string;
  /** Everything this person can see: messages of their conversations, their own ephemerals, their Home. */
  seenBy(user: string): Promise<string>;
  /** The same messages one by one, in the order they were posted. */
  shownTo(user: string): readonly Shown[];
  /** The number of the newest post or update. */
  readonly revision: number;
  /** The view of this person's Home as JSON, or nothing. */
  homeOf(user: string): string;
  /** The id of a member by name. */
  idOf(name: string): string;
  stop(): Promise<void>;
}

/**
 * @param scopes of the bot's token; emulate refuses what they do not cover.
 * @param further members beside Dana and Lee
 */
export async function startSlackWeb(
  scopes: readonly string[],
  further: readonly SlackMember[] = [],
): Promise<SlackWeb> {
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        users: [
          { name: 'deskhand', real_name: 'Deskhand' },
          { name: 'dana', real_name: 'Dana Reyes', email: 'dana.reyes@acme-dental.example' },
          { name: 'lee', real_name: 'Lee Park', email: 'lee.park@north-msp.example' },
          ...further.map(({ name, realName, email }) => ({ name, real_name: realName, email })),
        ],
        channels: [{ name: 'helpdesk' }],
        tokens: [
          {
            token: BOT_TOKEN,
            type: 'bot',
            user: 'deskhand',
            app_id: 'A0DESK',
            bot_id: 'B0DESK',
            scopes: [...scopes],
          },
          { token: 'xoxp-dana', user: 'dana' },
          { token: 'xoxp-lee', user: 'lee' },
          ...further.map(({ name }) => ({ token: `xoxp-${name}`, user: name })),
        ],
        strict_scopes: true,
      },
    },
  });
  const front = new Front(emulator.url);
  await front.learn();
  return Object.assign(front, {
    stop: async () => {
      await front.close();
      await emulator.close();
    },
  });
}

class Front implements Omit<SlackWeb, 'stop'> {
  apiUrl = '';
  team = '';
  bot = '';
  people = { dana: '', lee: '', mallory: 'U0MALLORY' };
  channel = '';
  readonly calls: SlackWeb['calls'] = [];
  readonly views: SlackWeb['views'] = new Map();
  readonly #upstream: string;
  readonly #server = createServer((request, response) => {
    // What is still on its way when a test ends finds nobody.
    this.#handle(request, response).catch(() => response.destroy());
  });
  readonly #shown = new Map<string, Shown>();
  readonly #homes = new Map<string, string>();
  readonly #members = new Map<string, Set<string>>();
  readonly #answers = new Map<string, Answer[]>();
  readonly #served = new Map<string, (token: string, args: Params) => Answer | undefined>();
  readonly #ids = new Map<string, string>();
  readonly #responseUses = new Map<string, number>();
  readonly #triggers = new Map<string, string>();
  #origin = '';
  #sequence = 0;
  revision = 0;

  constructor(upstream: string) {
    this.#upstream = upstream;
  }

  async learn(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.#origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    this.apiUrl = `${this.#origin}/api/`;
    const { members } = (await this.call('xoxp-dana', 'users.list')) as {
      members: { name: string; id: string }[];
    };
    for (const member of members) this.#ids.set(member.name, member.id);
    this.bot = this.idOf('deskhand');
    this.people = { ...this.people, dana: this.idOf('dana'), lee: this.idOf('lee') };
    this.team = (await this.call('xoxp-dana', 'auth.test')).team_id as string;
    const { channels } = (await this.call('xoxp-dana', 'conversations.list')) as {
      channels: { name: string; id: string }[];
    };
    this.channel = channels.find((channel) => channel.name === 'helpdesk')!.id;
    this.#members.set(this.channel, new Set(this.#ids.values()));
  }

  answerNext(method: string, answer: Answer): void {
    this.#answers.set(method, [...(this.#answers.get(method) ?? []), answer]);
  }

  idOf(name: string): string {
    return this.#ids.get(name) ?? this.people.mallory;
  }

  serve(method: string, handler: (token: string, args: Params) => Answer | undefined): void {
    this.#served.set(method, handler);
  }

  async call(token: string, method: string, args: Params = {}): Promise<Params> {
    const answer = await fetch(`${this.#upstream}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const result = (await answer.json()) as Params;
    this.#note(method, args, result, token);
    return result;
  }

  async trigger(user: string): Promise<string> {
    const answer = await this.call(BOT_TOKEN, 'views.generateTriggerId', { user_id: user });
    const trigger = String(answer.trigger_id);
    this.#triggers.set(trigger, user);
    return trigger;
  }

  responseUrl(user: string, channel: string): string {
    this.#sequence += 1;
    return `${this.#origin}/response/${user}/${channel}/${this.#sequence}`;
  }

  async seenBy(user: string): Promise<string> {
    const visible = this.shownTo(user).map(({ text, blocks }) => `${text} ${JSON.stringify(blocks)}`);
    return [...visible, this.homeOf(user)].join('\n');
  }

  shownTo(user: string): readonly Shown[] {
    return [...this.#shown.values()].filter(({ channel, only }) =>
      only === undefined ? this.#members.get(channel)?.has(user) === true : only === user,
    );
  }

  homeOf(user: string): string {
    return this.#homes.get(user) ?? '';
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const path = request.url ?? '';
    if (path.startsWith('/response/')) return this.#respond(path, JSON.parse(raw) as Params, response);
    const method = path.replace(/^\/api\//, '');
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const args = parseArgs(raw);
    this.calls.push({ method, args, token });
    const planned = this.#answers.get(method)?.shift() ?? this.#served.get(method)?.(token, args);
    if (planned?.hangUp === true) request.socket.destroy();
    if (planned !== undefined) return planned.hangUp === true ? undefined : send(response, planned);
    const upstream = await fetch(`${this.#upstream}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': request.headers['content-type'] ?? '' },
      body: raw,
    });
    const text = await upstream.text();
    if (upstream.status === 200) this.#note(method, args, JSON.parse(text) as Params, token);
    send(response, { status: upstream.status, body: text });
  }

  #respond(path: string, body: Params, response: ServerResponse): void {
    const [, , user, channel] = path.split('/');
    const uses = (this.#responseUses.get(path) ?? 0) + 1;
    this.#responseUses.set(path, uses);
    const planned = this.#answers.get('response_url')?.shift();
    const refusal = planned ?? (uses > 5 ? { status: 404, body: 'used_url' } : undefined);
    if (refusal === undefined) {
      // Without a response_type Slack shows the answer to the person alone.
      const only = body.response_type === 'in_channel' ? undefined : user;
      this.#show(channel!, `response:${path}:${uses}`, { ...body, byBot: true }, only);
    }
    send(response, refusal ?? { body: 'ok' });
  }

  #note(method: string, args: Params, answer: Params, token: string): void {
    if (answer.ok !== true) return;
    const channel = String(answer.channel ?? args.channel);
    const shown = { ...args, byBot: token === BOT_TOKEN };
    if (method === 'chat.postMessage' || method === 'chat.update')
      this.#show(channel, String(answer.ts), shown);
    if (method === 'chat.postEphemeral') {
      this.#show(channel, `e${answer.message_ts}`, shown, String(args.user));
    }
    if (method === 'conversations.open') {
      const { id } = answer.channel as { id: string };
      this.#members.set(id, new Set([this.bot, ...String(args.users).split(',')]));
    }
    if (method === 'views.publish') this.#homes.set(String(args.user_id), JSON.stringify(args.view));
    if (method === 'views.open' || method === 'views.push') this.#open(args, answer);
  }

  #open(args: Params, answer: Params): void {
    const { id, hash } = answer.view as { id: string; hash: string };
    const view = args.view as OpenView['view'];
    const user = this.#triggers.get(String(args.trigger_id)) ?? '';
    this.views.set(user, [...(this.views.get(user) ?? []), { id, hash, view }]);
  }

  #show(channel: string, ts: string, args: Params, only?: string): void {
    const key = `${channel} ${ts}`;
    this.revision += 1;
    const before = this.#shown.get(key);
    this.#shown.set(key, {
      channel,
      ts,
      only,
      thread: before?.thread ?? (args.thread_ts as string | undefined),
      byBot: args.byBot === true,
      text: String(args.text ?? ''),
      blocks: (args.blocks ?? []) as Params[],
      revision: this.revision,
    });
  }
}
