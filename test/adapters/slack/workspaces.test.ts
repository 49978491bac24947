// Several workspaces: each call carries the token of its own installation, and nothing else.
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SlackInstallation } from '../../../adapters/slack/options.ts';
import { directMessage, eventBody } from '../../support/slack-client.ts';
import { BOT_TOKEN } from '../../support/slack-web.ts';
import { raiseSlackHttp, type SlackStage } from './slack-stage.ts';

let installed: Map<string, SlackInstallation>;
let stage: SlackStage;
beforeEach(async () => {
  installed = new Map([['T0ACME', { botToken: 'xoxb-acme' }]]);
  const find = async (team: string) => installed.get(team);
  stage = await raiseSlackHttp({ installations: { find, first: { botToken: BOT_TOKEN } } });
});
afterEach(async () => {
  await stage.stop();
});

const at = (tenant: string) => ({ platform: 'slack', tenant, channel: 'C1' }) as const;
const sent = { body: { ok: true, channel: 'C1', ts: '1.0' } };

async function tokenFor(tenant: string): Promise<string | undefined> {
  stage.web.answerNext('chat.postMessage', sent);
  await stage.adapter.post(at(tenant), 'Hello', { key: 'k1' });
  return stage.web.calls.at(-1)?.token;
}

it('knows its own workspace from Slack', async () => {
  expect(await stage.adapter.homeTeam()).toBe(stage.web.team);
});

it('uses the token of the workspace', async () => {
  expect(await tokenFor('T0ACME')).toBe('xoxb-acme');
  expect(await tokenFor(stage.web.team)).toBe(BOT_TOKEN);
});

it('sends nothing where it is not installed', async () => {
  const before = stage.web.calls.length;
  await expect(stage.adapter.post(at('T0NOWHERE'), 'Hello', { key: 'k1' })).rejects.toMatchObject({
    kind: 'gone',
  });
  expect(stage.web.calls).toHaveLength(before);
});

it('reads the installation again after a refused token', async () => {
  await tokenFor('T0ACME');
  installed.set('T0ACME', { botToken: 'xoxb-acme-2' });
  stage.web.answerNext('chat.postMessage', { body: { ok: false, error: 'token_revoked' } });
  await expect(stage.adapter.post(at('T0ACME'), 'Hello', { key: 'k1' })).rejects.toMatchObject({
    kind: 'gone',
  });
  expect(await tokenFor('T0ACME')).toBe('xoxb-acme-2');
});

it('forgets a workspace that removed the app', async () => {
  await tokenFor('T0ACME');
  installed.delete('T0ACME');
  await stage.http.event(eventBody({ team: 'T0ACME', bot: 'U0BOT' }, { type: 'app_uninstalled' }));
  expect(stage.core.events).toMatchObject([{ type: 'removed', at: { tenant: 'T0ACME' } }]);
  await expect(stage.adapter.post(at('T0ACME'), 'Hello', { key: 'k1' })).rejects.toMatchObject({
    kind: 'gone',
  });
});

it('reaches somebody of another workspace through the installation that saw them', async () => {
  const outside = directMessage('U9', 'C1', 'hi', { user_team: 'T0OTHER' });
  await stage.http.event(eventBody({ team: 'T0ACME', bot: 'U0BOT' }, outside));
  stage.web.answerNext('conversations.open', { body: { ok: true, channel: { id: 'D9' } } });
  const direct = await stage.adapter.openDirectMessage({ platform: 'slack', tenant: 'T0OTHER', id: 'U9' });
  expect(direct).toEqual({ platform: 'slack', tenant: 'T0ACME', channel: 'D9' });
  expect(stage.web.calls.at(-1)?.token).toBe('xoxb-acme');
});
