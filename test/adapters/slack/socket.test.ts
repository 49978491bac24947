// Socket Mode against a stand-in that behaves like Slack: two sockets, one envelope to one of them, everything that
// was not acknowledged again.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSlackAdapter, type SlackAdapter } from '../../../adapters/slack/adapter.ts';
import type { SlackOptions } from '../../../adapters/slack/options.ts';
import type { ChatReply } from '../../../src/chat.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { commandBody, directMessage, eventBody } from '../../support/slack-client.ts';
import { APP_TOKEN, type Envelope, SlackSocket } from '../../support/slack-socket.ts';
import { BOT_TOKEN, type SlackWeb, startSlackWeb } from '../../support/slack-web.ts';
import { manifestScopes, quiet, TestCore } from './slack-stage.ts';

let web: SlackWeb;
let socket: SlackSocket;
let core: TestCore;
let adapter: SlackAdapter;
let clock: ManualClock;

/** Longer than the pauses before another try, shorter than any other deadline. */
const MOST_PAUSE_MS = 2000;

function make(more: Partial<SlackOptions> = {}, appToken = APP_TOKEN): SlackAdapter {
  return createSlackAdapter({
    mode: 'socket',
    apiUrl: web.apiUrl,
    installations: { find: async () => undefined, first: { botToken: BOT_TOKEN, appToken } },
    log: quiet,
    clock,
    reconnectMs: 20,
    ...more,
  });
}

function send(text: string): Envelope {
  return socket.deliver('events_api', eventBody(web, directMessage(web.people.dana, 'D0DANA', text)));
}

/** Looks until it holds; whenever the adapter pauses, before another try or an answer of its own, the pause is skipped. */
const soon = <T>(look: () => T) =>
  expect.poll(
    async () => {
      await clock.skipPause(MOST_PAUSE_MS);
      return look();
    },
    { interval: 2, timeout: 10_000 },
  );

const texts = () => core.events.map((event) => (event.type === 'message' ? event.own : event.type));

beforeEach(async () => {
  web = await startSlackWeb(manifestScopes());
  socket = await SlackSocket.start(web);
  core = new TestCore();
  clock = new ManualClock();
  adapter = make();
});
afterEach(async () => {
  // It waits for a core that hangs, but not for ever.
  await clock.untilAnswered(adapter.stop(), MOST_PAUSE_MS);
  await socket.stop();
  await web.stop();
});

it('listens on two sockets, and takes each envelope once', async () => {
  await adapter.start(core.onEvent);
  expect(socket.listening).toBe(2);
  const sent = Array.from({ length: 10 }, (_, index) => send(`message ${index}`));
  await soon(() => sent.every((envelope) => envelope.acknowledged)).toBe(true);
  expect(new Set(sent.map((envelope) => envelope.socket)).size).toBe(2);
  expect(texts().sort()).toEqual(sent.map((_, index) => `message ${index}`).sort());
});

it('acknowledges an envelope when the core has it, not before', async () => {
  await adapter.start(core.onEvent);
  const stored = Promise.withResolvers<ChatReply>();
  core.reply = async (event) => (event === core.events[0] ? stored.promise : { type: 'accepted' });
  const slow = send('slow');
  await soon(texts).toEqual(['slow']);
  const quick = [send('quick'), send('quick as well')];
  await soon(() => quick.every((envelope) => envelope.acknowledged)).toBe(true);
  expect(slow.acknowledged).toBe(false);
  stored.resolve({ type: 'accepted' });
  await soon(() => slow.acknowledged).toBe(true);
});

it('acknowledges at the deadline when the core hangs', async () => {
  adapter = make({ ackDeadlineMs: 30 });
  await adapter.start(core.onEvent);
  core.reply = () => new Promise(() => {});
  const envelope = send('anybody there');
  await soon(() => envelope.acknowledged).toBe(true);
});

it('leaves an envelope to come again when the core failed, under the same id', async () => {
  await adapter.start(core.onEvent);
  core.reply = () => Promise.reject(new Error('the disk is full'));
  const envelope = send('once more');
  await soon(texts).toEqual(['once more']);
  core.reply = { type: 'accepted' };
  const another = send('another');
  await soon(() => another.acknowledged).toBe(true);
  expect(envelope.acknowledged).toBe(false);
  socket.redeliver(envelope);
  await soon(() => envelope.acknowledged).toBe(true);
  expect(core.events.at(-1)?.id).toBe(core.events[0]?.id);
});

it('does not let an envelope that nobody can read come for ever', async () => {
  await adapter.start(core.onEvent);
  const envelope = socket.deliver('interactive', { type: 'block_actions' });
  await soon(() => envelope.acknowledged).toBe(true);
  expect(core.events).toEqual([]);
});

it('takes a slash command as the same event as over HTTP', async () => {
  await adapter.start(core.onEvent);
  const command = {
    user: web.people.dana,
    channel: web.channel,
    text: 'status 1042',
    trigger: 'tr-1',
    responseUrl: '',
  };
  const envelope = socket.deliver('slash_commands', commandBody(web, command));
  await soon(() => envelope.acknowledged).toBe(true);
  expect(core.events).toMatchObject([
    { type: 'command', id: 'command:tr-1', text: 'status 1042', trigger: 'tr-1' },
  ]);
});

it.each(['drop', 'refresh'] as const)('loses nothing through a %s, and comes back', async (weather) => {
  await adapter.start(core.onEvent);
  const [first, second] = socket.openSockets;
  socket[weather](first!);
  const meanwhile = Array.from({ length: 5 }, (_, index) => send(`meanwhile ${index}`));
  await soon(() => meanwhile.every((envelope) => envelope.acknowledged)).toBe(true);
  await soon(() => socket.listening).toBe(2);
  socket[weather](second!);
  const after = send('after');
  await soon(() => after.acknowledged).toBe(true);
  await soon(() => socket.listening).toBe(2);
  expect(core.events).toHaveLength(6);
});

it('takes what waited while no socket was open', async () => {
  await adapter.start(core.onEvent);
  for (let again = 0; again < 4; again += 1) web.answerNext('apps.connections.open', { status: 500 });
  for (const open of socket.openSockets) socket.drop(open);
  const waiting = send('I waited');
  expect(waiting.attempts).toBe(0);
  await soon(() => waiting.acknowledged).toBe(true);
  expect(texts()).toEqual(['I waited']);
});

it('starts without Slack and connects when Slack is there', async () => {
  for (let again = 0; again < 4; again += 1) web.answerNext('apps.connections.open', { hangUp: true });
  await adapter.start(core.onEvent);
  const envelope = send('hello');
  await soon(() => envelope.acknowledged).toBe(true);
});

it('survives a refused token while it runs, and goes on trying', async () => {
  await adapter.start(core.onEvent);
  for (let again = 0; again < 4; again += 1) {
    web.answerNext('apps.connections.open', { body: { ok: false, error: 'invalid_auth' } });
  }
  for (const open of socket.openSockets) socket.drop(open);
  await soon(() => socket.listening).toBe(2);
});

it('says at the start that the app token is wrong', async () => {
  await expect(make({}, 'xapp-wrong').start(core.onEvent)).rejects.toThrow('SLACK_APP_TOKEN');
  expect(() => make({}, '')).toThrow('SLACK_APP_TOKEN');
});

it('opens two sockets for each further app', async () => {
  const installations = {
    find: async () => undefined,
    first: { botToken: BOT_TOKEN, appToken: APP_TOKEN },
    appTokens: [APP_TOKEN, 'xapp-other'],
  };
  adapter = make({ installations });
  await adapter.start(core.onEvent).catch(() => {});
  const tokens = web.calls
    .filter((call) => call.method === 'apps.connections.open')
    .map((call) => call.token);
  expect(tokens.sort()).toEqual([APP_TOKEN, APP_TOKEN, 'xapp-other', 'xapp-other'].sort());
});
