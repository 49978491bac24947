// Just enough of Slack for the benchmarks: answers the calls at once, keeps nothing, tells the driver of each message.
// The same server is the system that the tool calls.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SentMessage {
  readonly channel: string;
  readonly ts: string;
  /** Text and blocks as one string: a tag is looked for in it. */
  readonly content: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface FakeSlack {
  /** Base of the Web API. */
  readonly url: string;
  /** What the tool is pointed at. */
  readonly toolUrl: string;
  onPost: (message: SentMessage) => void;
  close(): void;
}

export const TEAM = 'T0BENCH';
export const BOT = 'U0BOT';
/** The direct message of a user, and back. */
export const directOf = (user: string) => `D${user.slice(1)}`;
export const userOf = (channel: string) => `U${channel.slice(1)}`;

export async function startFakeSlack(): Promise<FakeSlack> {
  let count = 0;
  const server = createServer((request, response) => {
    void readText(request).then((body) => {
      const method = (request.url ?? '').replace(/^\/api\//, '').split('?')[0] ?? '';
      const params = paramsOf(request, body);
      count += 1;
      const ts = `1700000000.${String(count).padStart(6, '0')}`;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: true, ...answer(method, params, ts) }));
      if (method !== 'chat.postMessage') return;
      const channel = channelOf(params.channel ?? '');
      fake.onPost({ channel, ts, content: `${params.text ?? ''} ${params.blocks ?? ''}`, params });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fake: FakeSlack = {
    url: `${base}/api/`,
    toolUrl: `${base}/tool/`,
    onPost: () => undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return fake;
}

const channelOf = (channel: string) => (channel.startsWith('U') ? directOf(channel) : channel);

function answer(method: string, params: Readonly<Record<string, string>>, ts: string): object {
  switch (method) {
    case 'auth.test':
      return { team_id: TEAM, user_id: BOT, bot_id: 'B0BOT', user: 'bot', team: 'Bench' };
    case 'chat.postMessage':
    case 'chat.update':
      return { channel: channelOf(params.channel ?? ''), ts };
    case 'conversations.open':
      return { channel: { id: directOf(params.users ?? '') } };
    case 'users.info':
      return { user: person(params.user ?? '') };
    case 'users.lookupByEmail':
      return { user: person((params.email ?? '').split('@')[0]?.toUpperCase() ?? '') };
    default:
      return {};
  }
}

function person(id: string): object {
  const email = `${id.toLowerCase()}@bench.example`;
  const profile = { email, real_name: id, display_name: id };
  return {
    id,
    team_id: TEAM,
    name: id,
    real_name: id,
    tz: 'Etc/UTC',
    deleted: false,
    is_bot: false,
    profile,
  };
}

function paramsOf(request: IncomingMessage, body: string): Record<string, string> {
  if (request.headers['content-type']?.includes('json')) {
    const parsed: unknown = JSON.parse(body || '{}');
    return Object.fromEntries(
      Object.entries(parsed as object).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    );
  }
  return Object.fromEntries(new URLSearchParams(body));
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
