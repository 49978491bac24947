// What the adapter sends to Slack, and what it makes of Slack's refusals.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../cards/card.ts';
import { type Address, ChatError, type ChatUser } from '../../../src/chat.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { directChannel, directMessage, eventBody, writeAs } from '../../support/slack-client.ts';
import { raiseSlackHttp, type SlackStage } from './slack-stage.ts';

const card: Card = {
  title: 'Approval needed',
  body: [{ type: 'text', text: 'Reset the password of Dana Reyes' }],
  buttons: [{ label: 'Approve', action: { type: 'approval.approve', approvalId: 'a1' } }],
};

let clock: ManualClock;
let stage: SlackStage;
let channel: Address;
beforeEach(async () => {
  clock = new ManualClock(Date.now());
  stage = await raiseSlackHttp({ clock });
  channel = { platform: 'slack', tenant: stage.web.team, channel: stage.web.channel };
});
afterEach(async () => {
  await stage.stop();
});

const callsOf = (method: string) => stage.web.calls.filter((call) => call.method === method);
const user = (id: string, tenant = stage.web.team): ChatUser => ({ platform: 'slack', tenant, id });
const error = (code: string, more: object = {}) => ({ body: { ok: false, error: code, ...more } });

async function failure(work: Promise<unknown>): Promise<ChatError> {
  const reason = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(reason).toBeInstanceOf(ChatError);
  return reason as ChatError;
}

describe('failures', () => {
  it.each([
    {
      name: 'a limit',
      answer: { status: 429, headers: { 'retry-after': '3' } },
      kind: 'rate_limited',
      wait: 3000,
      doubtful: false,
    },
    {
      name: 'a limit without a time',
      answer: { status: 429 },
      kind: 'rate_limited',
      wait: 5000,
      doubtful: false,
    },
    {
      name: 'a limit in the body',
      answer: error('ratelimited'),
      kind: 'rate_limited',
      wait: 5000,
      doubtful: false,
    },
    { name: 'no such channel', answer: error('channel_not_found'), kind: 'gone', doubtful: false },
    { name: 'an archived channel', answer: error('is_archived'), kind: 'gone', doubtful: false },
    { name: 'a revoked token', answer: error('token_revoked'), kind: 'gone', doubtful: false },
    { name: 'a deactivated account', answer: error('account_inactive'), kind: 'gone', doubtful: false },
    { name: 'not in the channel', answer: error('not_in_channel'), kind: 'refused', doubtful: false },
    {
      name: 'a scope that is missing',
      answer: error('missing_scope', { needed: 'chat:write' }),
      kind: 'refused',
      doubtful: false,
    },
    { name: 'Slack is down', answer: error('service_unavailable'), kind: 'unreachable', doubtful: false },
    { name: 'Slack failed half-way', answer: error('fatal_error'), kind: 'unreachable', doubtful: true },
    {
      name: 'a gateway in between',
      answer: { status: 502, body: '<html>' },
      kind: 'unreachable',
      doubtful: true,
    },
    {
      name: 'an answer that is no JSON',
      answer: { body: '<html>login</html>' },
      kind: 'unreachable',
      doubtful: true,
    },
    {
      name: 'an answer without a message',
      answer: { body: { ok: true } },
      kind: 'unreachable',
      doubtful: true,
    },
    {
      name: 'a connection cut before the answer',
      answer: { hangUp: true },
      kind: 'unreachable',
      doubtful: true,
    },
  ])('$name is $kind', async ({ answer, kind, wait, doubtful }) => {
    stage.web.answerNext('chat.postMessage', answer);
    const got = await failure(stage.adapter.post(channel, 'Hello', { key: 'k1' }));
    expect(got).toMatchObject({ kind, doubtful, retryAfterMs: wait });
    expect(got.message).not.toContain('xoxb');
    expect(callsOf('chat.postMessage')).toHaveLength(1);
  });

  it('names the scope to add', async () => {
    stage.web.answerNext('chat.postMessage', error('missing_scope', { needed: 'chat:write' }));
    expect((await failure(stage.adapter.post(channel, 'Hello', { key: 'k1' }))).message).toContain(
      'chat:write',
    );
  });

  it('is sure that nothing was sent when nobody listens', async () => {
    await stage.web.stop();
    // The first try may still take a connection that was open.
    await failure(stage.adapter.post(channel, 'Hello', { key: 'k1' }));
    const got = await failure(stage.adapter.post(channel, 'Hello', { key: 'k1' }));
    expect(got).toMatchObject({ kind: 'unreachable', doubtful: false });
  });

  it('refuses a message for one person who is not there, and shows it to nobody', async () => {
    stage.web.answerNext('chat.postEphemeral', error('user_not_in_channel'));
    const onlyFor = user(stage.web.people.dana);
    expect(await failure(stage.adapter.post(channel, 'For Dana', { key: 'k1', onlyFor }))).toMatchObject({
      kind: 'refused',
    });
    expect(callsOf('chat.postMessage')).toEqual([]);
  });
});

describe('messages', () => {
  it('carry their key, no previews, and a text beside the blocks', async () => {
    await stage.adapter.post({ ...channel, thread: '1.0' }, card, { key: 'k1' });
    const { args } = callsOf('chat.postMessage')[0]!;
    expect(args).toMatchObject({
      thread_ts: '1.0',
      metadata: { event_type: 'deskhand', event_payload: { key: 'k1' } },
      unfurl_links: 'false',
      unfurl_media: 'false',
    });
    expect(args.text).toContain('Approval needed');
    expect(args.blocks).not.toEqual([]);
  });

  it('mention nobody and link nowhere by what somebody wrote', async () => {
    await stage.adapter.post(channel, 'Hi <!channel> & <@U1>', { key: 'k1' });
    expect(callsOf('chat.postMessage')[0]?.args.text).toBe('Hi &lt;!channel&gt; &amp; &lt;@U1&gt;');
  });

  it('fall back to their text once when Slack does not take the blocks', async () => {
    stage.web.answerNext('chat.postMessage', error('invalid_blocks'));
    await stage.adapter.post(channel, card, { key: 'k1' });
    const [first, second] = callsOf('chat.postMessage');
    expect(first?.args.blocks).toBeDefined();
    expect(second?.args.blocks).toBeUndefined();
    stage.web.answerNext('chat.postMessage', error('invalid_blocks'));
    stage.web.answerNext('chat.postMessage', error('invalid_blocks'));
    expect(await failure(stage.adapter.post(channel, card, { key: 'k2' }))).toMatchObject({
      kind: 'refused',
    });
  });

  it('lose their buttons when a card becomes a sentence', async () => {
    const posted = await stage.adapter.post(channel, card, { key: 'k1' });
    await stage.adapter.update(posted, 'Withdrawn.');
    expect(callsOf('chat.update')[0]?.args).toMatchObject({ text: 'Withdrawn.', blocks: [] });
  });

  it('are found in a thread by their key', async () => {
    const root = await stage.adapter.post(channel, 'root', { key: 'k0' });
    const thread = { ...channel, thread: root.message };
    const posted = await stage.adapter.post(thread, 'reply', { key: 'k1' });
    expect(await stage.adapter.findPosted(thread, 'k1')).toEqual(posted);
    expect(await stage.adapter.findPosted(thread, 'k2')).toBe('absent');
  });

  it.each([
    { name: 'a missing scope', code: 'missing_scope' },
    { name: 'not being in the channel', code: 'not_in_channel' },
  ])('cannot be looked for with $name', async ({ code }) => {
    stage.web.answerNext('conversations.history', error(code));
    expect(await stage.adapter.findPosted(channel, 'k1')).toBe('unknown');
  });

  it('are looked for again later when Slack is away', async () => {
    stage.web.answerNext('conversations.history', { status: 503 });
    expect(await failure(stage.adapter.findPosted(channel, 'k1'))).toMatchObject({ kind: 'unreachable' });
  });
});

describe('people', () => {
  const info = (more: object) => ({
    body: {
      ok: true,
      user: {
        id: 'U7',
        team_id: stage.web.team,
        name: 'gil',
        tz: 'Europe/Berlin',
        profile: { email: 'gil@x.example' },
        ...more,
      },
    },
  });
  const known = {
    name: 'gil',
    email: 'gil@x.example',
    timeZone: 'Europe/Berlin',
    guest: false,
    outsider: false,
    bot: false,
  };
  it.each([
    { name: 'a member', more: {}, expected: known },
    { name: 'a guest', more: { is_restricted: true }, expected: { ...known, guest: true } },
    {
      name: 'a guest of one channel',
      more: { is_ultra_restricted: true },
      expected: { ...known, guest: true },
    },
    { name: 'a bot', more: { is_bot: true }, expected: { ...known, bot: true } },
    {
      name: 'a stranger',
      more: { is_stranger: true },
      expected: { ...known, outsider: true, email: undefined },
    },
    {
      name: 'somebody of another workspace',
      more: { team_id: 'T0OTHER' },
      expected: { ...known, outsider: true, email: undefined },
    },
    {
      name: 'an unconfirmed address',
      more: { is_email_confirmed: false },
      expected: { ...known, email: undefined },
    },
  ])('are described: $name', async ({ more, expected }) => {
    stage.web.answerNext('users.info', info(more));
    expect(await stage.adapter.profile(user('U7'))).toEqual(expected);
  });

  it('are asked about once in ten minutes, and again after a failure', async () => {
    stage.web.answerNext('users.info', { status: 503 });
    await failure(stage.adapter.profile(user(stage.web.people.dana)));
    await Promise.all([1, 2, 3].map(() => stage.adapter.profile(user(stage.web.people.dana))));
    expect(callsOf('users.info')).toHaveLength(2);
    clock.advance(10 * 60_000);
    await stage.adapter.profile(user(stage.web.people.dana));
    expect(callsOf('users.info')).toHaveLength(3);
  });

  it('of another workspace are reached through the installation that saw them, and never trusted', async () => {
    const outside = { user_team: 'T0OTHER', team: 'T0OTHER' };
    await stage.http.event(eventBody(stage.web, directMessage('U9', 'C1', 'hi', outside)));
    stage.web.answerNext('users.info', info({ id: 'U9' }));
    expect(await stage.adapter.profile(user('U9', 'T0OTHER'))).toMatchObject({
      outsider: true,
      email: undefined,
    });
  });

  it('that are deactivated are gone', async () => {
    stage.web.answerNext('users.info', info({ deleted: true }));
    expect(await failure(stage.adapter.profile(user('U7')))).toMatchObject({ kind: 'gone' });
  });

  it('are found by their address in this workspace only', async () => {
    const find = (email: string) => stage.adapter.findUser(stage.web.team, email);
    expect(await find('lee.park@north-msp.example')).toEqual(user(stage.web.people.lee));
    expect(await find('nobody@north-msp.example')).toBeUndefined();
    stage.web.answerNext('users.lookupByEmail', info({ team_id: 'T0OTHER' }));
    expect(await find('gil@x.example')).toBeUndefined();
    stage.web.answerNext('users.lookupByEmail', error('missing_scope'));
    expect(await find('gil@x.example')).toBeUndefined();
  });
});

describe('signs', () => {
  it('mark a message as seen and as dealt with', async () => {
    const direct = await directChannel(stage.web, stage.web.people.dana);
    const ts = await writeAs(stage.web, 'xoxp-dana', direct, 'help');
    const message = { ...channel, channel: direct, message: ts };
    await stage.adapter.acknowledge(message, 'received');
    await stage.adapter.acknowledge(message, 'finished');
    const reactions = stage.web.calls.filter((call) => call.method.startsWith('reactions.'));
    expect(reactions.map((call) => [call.method, call.args.name])).toEqual([
      ['reactions.add', 'eyes'],
      ['reactions.add', 'white_check_mark'],
    ]);
    expect(callsOf('assistant.threads.setStatus')[0]?.args).toMatchObject({
      channel_id: direct,
      thread_ts: ts,
    });
  });

  it('say what is being done in the status line, and give no second pair of eyes', async () => {
    const message = { ...channel, channel: 'D1', message: '1.0', thread: '0.5' };
    await stage.adapter.acknowledge(message, 'received', 'Looking at the groups');
    expect(callsOf('assistant.threads.setStatus').map(({ args }) => args)).toMatchObject([
      { channel_id: 'D1', thread_ts: '0.5', status: 'is working on it: looking at the groups…' },
    ]);
    expect(callsOf('reactions.add')).toEqual([]);
  });

  it('say nothing about typing in a channel', async () => {
    await stage.adapter.acknowledge({ ...channel, message: '1.0' }, 'received');
    expect(callsOf('assistant.threads.setStatus')).toEqual([]);
  });

  it('are left out for good where Slack does not offer them', async () => {
    const message = { ...channel, channel: 'D1', message: '1.0' };
    stage.web.answerNext('assistant.threads.setStatus', error('unknown_method'));
    for (let again = 0; again < 3; again += 1) await stage.adapter.acknowledge(message, 'received');
    expect(callsOf('assistant.threads.setStatus')).toHaveLength(1);
    expect(callsOf('reactions.add')).toHaveLength(3);
  });

  it('suggest what to ask when the conversation is opened', async () => {
    const opened = { type: 'app_home_opened', user: stage.web.people.dana, channel: 'D1', tab: 'messages' };
    expect((await stage.http.event(eventBody(stage.web, opened))).status).toBe(200);
    await expect.poll(() => callsOf('assistant.threads.setSuggestedPrompts').length).toBe(1);
    expect(stage.core.events).toEqual([]);
  });
});
