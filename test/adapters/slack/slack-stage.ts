// The adapter between a core of the test and a Slack that we did not write: emulate for the Web API, signed requests
// into the real handler of a real server.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSlackAdapter, type SlackAdapter } from '../../../adapters/slack/adapter.ts';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import type { SlackLog, SlackOptions } from '../../../adapters/slack/options.ts';
import type { ChatEvent, ChatReply } from '../../../src/chat.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { SIGNING_SECRET, SlackHttp } from '../../support/slack-client.ts';
import { BOT_TOKEN, type SlackWeb, startSlackWeb } from '../../support/slack-web.ts';

export const quiet: SlackLog = { info: () => {}, warn: () => {}, error: () => {} };

/** The scopes that the manifest asks for: with fewer, emulate refuses what the adapter does. */
export function manifestScopes(): string[] {
  const { oauth_config } = slackManifest([]) as { oauth_config: { scopes: { bot: string[] } } };
  return oauth_config.scopes.bot;
}

/** A core that notes what it gets and answers as told. */
export class TestCore {
  readonly events: ChatEvent[] = [];
  reply: ChatReply | ((event: ChatEvent) => Promise<ChatReply>) = { type: 'accepted' };

  readonly onEvent = async (event: ChatEvent): Promise<ChatReply> => {
    this.events.push(event);
    return typeof this.reply === 'function' ? this.reply(event) : this.reply;
  };
}

export interface SlackStage {
  readonly web: SlackWeb;
  readonly http: SlackHttp;
  readonly adapter: SlackAdapter;
  readonly core: TestCore;
  readonly url: string;
  stop(): Promise<void>;
}

/** Shorter than any deadline that a test does not set itself. */
const MOST_PAUSE_MS = 900;

export async function raiseSlackHttp({
  clock = new ManualClock(Date.now()),
  ...more
}: Partial<Omit<SlackOptions, 'clock'>> & { clock?: ManualClock } = {}): Promise<SlackStage> {
  const web = await startSlackWeb(manifestScopes());
  const core = new TestCore();
  const adapter = createSlackAdapter({
    mode: 'http',
    apiUrl: web.apiUrl,
    signingSecret: SIGNING_SECRET,
    installations: { find: async () => undefined, first: { botToken: BOT_TOKEN } },
    log: quiet,
    clock,
    ...more,
  });
  const server = createServer(adapter.requestHandler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  await adapter.start(core.onEvent);
  const http = new SlackHttp(url, clock);
  http.wait = (answer) => clock.untilAnswered(answer, MOST_PAUSE_MS);
  const stop = async () => {
    await adapter.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await web.stop();
  };
  return { web, core, adapter, url, http, stop };
}
