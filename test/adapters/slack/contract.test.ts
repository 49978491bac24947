import { expect } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/adapter.ts';
import type { ChatUser } from '../../../src/chat.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { type ChatStage, chatAdapterContract } from '../../contracts/chat-adapter.ts';
import {
  clickBody,
  directChannel,
  directMessage,
  eventBody,
  settleView,
  submissionBody,
  topView,
  writeAs,
} from '../../support/slack-client.ts';
import { APP_TOKEN, type Envelope, SlackSocket } from '../../support/slack-socket.ts';
import { BOT_TOKEN, type SlackWeb, startSlackWeb } from '../../support/slack-web.ts';
import { manifestScopes, quiet, raiseSlackHttp, TestCore } from './slack-stage.ts';

/** How a payload reaches the adapter. @returns the body of the acknowledgement */
interface Wire {
  send(type: Envelope['type'], body: object): Promise<string>;
  redeliver(): Promise<void>;
}

function stageOver(web: SlackWeb, core: TestCore, wire: Wire) {
  const user = (id: string): ChatUser => ({ platform: 'slack', tenant: web.team, id });
  const errors = new Map<string, Record<string, string>>();
  const channel = { platform: 'slack', tenant: web.team, channel: web.channel } as const;
  return {
    events: core.events,
    answer: (reply) => {
      core.reply = reply;
    },
    requester: user(web.people.dana),
    colleague: user(web.people.lee),
    channel,
    unknownMessage: { ...channel, message: '1.000001' },
    say: async (text) => {
      const conversation = await directChannel(web, web.people.dana);
      const ts = await writeAs(web, 'xoxp-dana', conversation, text);
      await wire.send(
        'events_api',
        eventBody(web, directMessage(web.people.dana, conversation, text, { ts })),
      );
    },
    redeliver: () => wire.redeliver(),
    press: async (who, on, value) => {
      const trigger = await web.trigger(who.id);
      const responseUrl = web.responseUrl(who.id, on.channel);
      const message = { ts: on.message, thread_ts: on.thread };
      await wire.send(
        'interactive',
        clickBody(web, { user: who.id, value, channel: on.channel, message, trigger, responseUrl }),
      );
    },
    openForm: async (who) => {
      const open = topView(web, who.id);
      return open && { title: open.view.title.text, errors: errors.get(who.id) ?? {} };
    },
    submit: async (who, values) => {
      const open = topView(web, who.id);
      if (open === undefined) throw new Error('No form is open.');
      const answer = await wire.send('interactive', submissionBody(web, who.id, open, values));
      errors.set(who.id, settleView(web, who.id, answer));
    },
    sees: (who) => web.seenBy(who.id),
    limitNextSend: (seconds) =>
      web.answerNext('chat.postMessage', {
        status: 429,
        headers: { 'retry-after': String(seconds) },
        body: { ok: false, error: 'ratelimited' },
      }),
  } satisfies Omit<ChatStage, 'adapter' | 'stop'>;
}

chatAdapterContract('Slack over HTTP', async () => {
  const { web, core, adapter, http, stop } = await raiseSlackHttp();
  const stage = stageOver(web, core, {
    send: async (type, body) => {
      const delivered = await (type === 'events_api' ? http.event(body) : http.interaction(body));
      expect(delivered.status).toBe(200);
      return delivered.body;
    },
    redeliver: async () => {
      expect((await http.redeliver()).status).toBe(200);
    },
  });
  return { ...stage, adapter, stop };
});

chatAdapterContract('Slack over sockets', async () => {
  const web = await startSlackWeb(manifestScopes());
  const socket = await SlackSocket.start(web);
  const core = new TestCore();
  const adapter = createSlackAdapter({
    mode: 'socket',
    apiUrl: web.apiUrl,
    installations: { find: async () => undefined, first: { botToken: BOT_TOKEN, appToken: APP_TOKEN } },
    log: quiet,
    clock: systemClock,
  });
  await adapter.start(core.onEvent);
  const acknowledged = async (envelope: Envelope, before: number) => {
    await expect.poll(() => envelope.acknowledged && envelope.attempts > before).toBe(true);
    return JSON.stringify(envelope.answer ?? {});
  };
  const stage = stageOver(web, core, {
    send: (type, body) => acknowledged(socket.deliver(type, body), 0),
    redeliver: async () => {
      const envelope = socket.envelopes.at(-1)!;
      envelope.acknowledged = false;
      socket.redeliver(envelope);
      await acknowledged(envelope, 1);
    },
  });
  const stop = async () => {
    await adapter.stop();
    await socket.stop();
    await web.stop();
  };
  return { ...stage, adapter, stop };
});
