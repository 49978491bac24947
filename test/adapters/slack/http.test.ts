// What reaches the core over HTTP, and what Slack is told: only signed deliveries, in time, and only after the core.

import { afterEach, describe, expect, it } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/adapter.ts';
import { encodeAction } from '../../../cards/action.ts';
import type { Form } from '../../../cards/card.ts';
import type { ChatReply } from '../../../src/chat.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import {
  clickBody,
  commandBody,
  directMessage,
  eventBody,
  freshTs,
  SIGNING_SECRET,
  sign,
  submissionBody,
  viewClickBody,
} from '../../support/slack-client.ts';
import { quiet, raiseSlackHttp, type SlackStage } from './slack-stage.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

let stage: SlackStage;
afterEach(async () => {
  await stage.stop();
});

function message(text = 'Please reset my password') {
  return eventBody(stage.web, directMessage(stage.web.people.dana, 'D0DANA', text));
}

async function click() {
  const { web } = stage;
  const user = web.people.lee;
  const trigger = await web.trigger(user);
  return clickBody(web, {
    user,
    value: encodeAction({ type: 'approval.approve', approvalId: 'a1' }),
    channel: web.channel,
    message: { ts: freshTs() },
    trigger,
    responseUrl: web.responseUrl(user, web.channel),
  });
}

/** Seconds. */
const now = () => Math.floor(Date.now() / 1000);

describe('requests that are not from Slack', () => {
  const rows = [
    { name: 'no signature', headers: () => ({}), status: 401 },
    {
      name: 'a signature with another secret',
      headers: (body: string) => sign(body, now(), 'another-secret'),
      status: 401,
    },
    { name: 'a signature of another body', headers: () => sign('{}', now()), status: 401 },
    { name: 'an empty secret', headers: (body: string) => sign(body, now(), ''), status: 401 },
    { name: 'six minutes old', headers: (body: string) => sign(body, now() - 360), status: 401 },
    { name: 'six minutes ahead', headers: (body: string) => sign(body, now() + 360), status: 401 },
    {
      name: 'a time that is no number',
      headers: (body: string) => ({ ...sign(body, now()), 'x-slack-request-timestamp': 'now' }),
      status: 401,
    },
    { name: 'four minutes old', headers: (body: string) => sign(body, now() - 240), status: 200 },
  ];
  it.each(rows)('$name → $status', async ({ headers, status }) => {
    stage = await raiseSlackHttp();
    const body = JSON.stringify(message());
    const delivered = await stage.http.raw(body, { ...JSON_TYPE, ...headers(body) });
    expect(delivered.status).toBe(status);
    expect(stage.core.events).toHaveLength(status === 200 ? 1 : 0);
  });

  it('answers the unsigned certificate check and reads nothing in it', async () => {
    stage = await raiseSlackHttp();
    const body = new URLSearchParams({ ssl_check: '1', payload: JSON.stringify(await click()) }).toString();
    const delivered = await stage.http.raw(body, FORM_TYPE);
    expect(delivered).toEqual({ status: 200, body: '' });
    expect(stage.core.events).toEqual([]);
  });

  it('refuses HTTP mode without a signing secret', async () => {
    stage = await raiseSlackHttp();
    const options = {
      mode: 'http',
      apiUrl: stage.web.apiUrl,
      log: quiet,
      signingSecret: '',
      clock: systemClock,
    } as const;
    const installations = { find: async () => undefined, first: { botToken: 'x' } };
    expect(() => createSlackAdapter({ ...options, installations })).toThrow('SLACK_SIGNING_SECRET');
  });

  it('says at the start that the bot token is wrong', async () => {
    stage = await raiseSlackHttp();
    stage.web.answerNext('auth.test', { body: { ok: false, error: 'invalid_auth' } });
    const adapter = createSlackAdapter({
      mode: 'http',
      apiUrl: stage.web.apiUrl,
      log: quiet,
      clock: systemClock,
      signingSecret: SIGNING_SECRET,
      installations: { find: async () => undefined, first: { botToken: 'xoxb-wrong' } },
    });
    await expect(adapter.start(stage.core.onEvent)).rejects.toThrow('SLACK_BOT_TOKEN');
  });
});

describe('bodies', () => {
  it.each([
    { name: 'JSON that is cut off', body: '{"type":"event_callback"', type: JSON_TYPE, status: 400 },
    { name: 'JSON that is no object', body: '[1]', type: JSON_TYPE, status: 400 },
    { name: 'a payload that is no JSON', body: 'payload=%7B', type: FORM_TYPE, status: 400 },
    {
      name: 'an event without an id',
      body: '{"type":"event_callback","event":{"type":"message"}}',
      type: JSON_TYPE,
      status: 400,
    },
    {
      name: 'a click without actions',
      body: 'payload=%7B%22type%22%3A%22block_actions%22%7D',
      type: FORM_TYPE,
      status: 400,
    },
    { name: 'a command without a user', body: 'command=%2Fdesk&text=help', type: FORM_TYPE, status: 400 },
    { name: 'an empty body', body: '', type: JSON_TYPE, status: 400 },
    {
      name: 'an interaction that we have no use for',
      body: 'payload=%7B%22type%22%3A%22view_closed%22%7D',
      type: FORM_TYPE,
      status: 200,
    },
  ])('$name → $status', async ({ body, type, status }) => {
    stage = await raiseSlackHttp();
    const delivered = await stage.http.raw(body, { ...type, ...sign(body, now()) });
    expect(delivered.status).toBe(status);
    expect(delivered.body.startsWith('{')).toBe(false);
    expect(stage.core.events).toEqual([]);
  });

  it('answers the challenge of a new address', async () => {
    stage = await raiseSlackHttp();
    const delivered = await stage.http.event({ type: 'url_verification', challenge: 'c-1', token: 'x' });
    expect(delivered).toEqual({ status: 200, body: '{"challenge":"c-1"}' });
  });

  it('takes a message of 1 MB and refuses a body over 4 MB', async () => {
    stage = await raiseSlackHttp();
    const long = 'x'.repeat(1024 * 1024);
    expect((await stage.http.event(message(long))).status).toBe(200);
    expect(stage.core.events).toMatchObject([{ own: long }]);
    expect((await stage.http.event(message('x'.repeat(4 * 1024 * 1024)))).status).toBe(413);
    expect(stage.core.events).toHaveLength(1);
  });

  it('names whom the adapter has met as their profile does, without asking anybody for it', async () => {
    stage = await raiseSlackHttp();
    const { lee } = stage.web.people;
    const ask = () => stage.http.event(message(`ask <@${lee}>`));
    await ask();
    expect(stage.web.calls.filter(({ method }) => method === 'users.info')).toEqual([]);
    const { name } = await stage.adapter.profile({ platform: 'slack', tenant: stage.web.team, id: lee });
    await ask();
    expect(stage.core.events).toMatchObject([
      { own: `ask @${lee}`, mentions: [{ user: { id: lee }, name: `@${lee}` }] },
      { own: `ask ${name}`, mentions: [{ user: { id: lee }, name }] },
    ]);
  });

  it('takes nothing but POST', async () => {
    stage = await raiseSlackHttp();
    expect((await fetch(stage.url)).status).toBe(405);
  });

  it('is not ready before the start and after the stop', async () => {
    stage = await raiseSlackHttp();
    await stage.adapter.stop();
    expect((await stage.http.event(message())).status).toBe(503);
    expect(stage.core.events).toEqual([]);
  });
});

describe('the acknowledgement', () => {
  it('waits for the core', async () => {
    stage = await raiseSlackHttp();
    const stored = Promise.withResolvers<ChatReply>();
    stage.core.reply = () => stored.promise;
    let acknowledged = false;
    const delivery = stage.http.event(message()).then((delivered) => {
      acknowledged = true;
      return delivered;
    });
    await expect.poll(() => stage.core.events.length).toBe(1);
    // A round trip through the same server: an early acknowledgement would have arrived by now.
    await stage.http.event({ type: 'url_verification', challenge: 'c' });
    expect(acknowledged).toBe(false);
    stored.resolve({ type: 'accepted' });
    expect((await delivery).status).toBe(200);
  });

  it('goes out at the deadline, and the answer follows when there is one', async () => {
    stage = await raiseSlackHttp({ ackDeadlineMs: 30 });
    const decided = Promise.withResolvers<ChatReply>();
    stage.core.reply = () => decided.promise;
    expect((await stage.http.interaction(await click())).status).toBe(200);
    expect(await stage.web.seenBy(stage.web.people.lee)).not.toContain('Lee decided');
    decided.resolve({ type: 'private', content: 'Lee decided this at 10:32.' });
    await expect.poll(() => stage.web.seenBy(stage.web.people.lee)).toContain('Lee decided');
  });

  it('asks Slack to deliver an event again when the core failed', async () => {
    stage = await raiseSlackHttp();
    stage.core.reply = () => Promise.reject(new Error('the disk is full'));
    const first = await stage.http.event(message());
    expect(first.status).toBe(500);
    expect(first.body).not.toContain('disk');
    stage.core.reply = { type: 'accepted' };
    expect((await stage.http.redeliver()).status).toBe(200);
    expect(stage.core.events[1]?.id).toBe(stage.core.events[0]?.id);
  });

  it('tells the person when the core failed at a click', async () => {
    stage = await raiseSlackHttp();
    stage.core.reply = () => Promise.reject(new Error('the disk is full'));
    expect((await stage.http.interaction(await click())).status).toBe(200);
    await expect.poll(() => stage.web.seenBy(stage.web.people.lee)).toContain('did not work');
    expect(await stage.web.seenBy(stage.web.people.lee)).not.toContain('disk');
  });

  it('lets the stop wait for what has arrived', async () => {
    stage = await raiseSlackHttp();
    const stored = Promise.withResolvers<ChatReply>();
    stage.core.reply = () => stored.promise;
    const delivery = stage.http.event(message());
    await expect.poll(() => stage.core.events.length).toBe(1);
    let stopped = false;
    const stopping = stage.adapter.stop().then(() => {
      stopped = true;
    });
    await fetch(stage.url);
    expect(stopped).toBe(false);
    stored.resolve({ type: 'accepted' });
    expect((await delivery).status).toBe(200);
    await stopping;
  });
});

describe('a private answer', () => {
  const command = async (text: string) => {
    const { web } = stage;
    const user = web.people.dana;
    const trigger = await web.trigger(user);
    return commandBody(web, {
      user,
      channel: web.channel,
      text,
      trigger,
      responseUrl: web.responseUrl(user, web.channel),
    });
  };
  const seen = () => stage.web.seenBy(stage.web.people.dana);
  const methods = () => stage.web.calls.map((call) => call.method).filter((method) => method !== 'auth.test');

  it('goes to the address of the command', async () => {
    stage = await raiseSlackHttp();
    stage.core.reply = { type: 'private', content: 'You have no requests.' };
    const delivered = await stage.http.command(await command('status'));
    expect(delivered).toEqual({ status: 200, body: '' });
    await expect.poll(seen).toContain('no requests');
    expect(await stage.web.seenBy(stage.web.people.lee)).not.toContain('no requests');
    expect(methods()).toEqual([]);
  });

  it('becomes an ephemeral message when that address is used up', async () => {
    stage = await raiseSlackHttp();
    stage.core.reply = { type: 'private', content: 'You have no requests.' };
    const body = await command('status');
    for (let use = 0; use < 6; use += 1) await stage.http.command(body);
    await expect.poll(methods).toEqual(['chat.postEphemeral']);
    expect(await stage.web.seenBy(stage.web.people.lee)).not.toContain('no requests');
  });

  it('becomes a direct message when Slack refuses the ephemeral one', async () => {
    stage = await raiseSlackHttp();
    stage.core.reply = { type: 'private', content: 'You have no requests.' };
    stage.web.answerNext('response_url', { status: 404 });
    stage.web.answerNext('chat.postEphemeral', { body: { ok: false, error: 'user_not_in_channel' } });
    await stage.http.command(await command('status'));
    await expect.poll(methods).toEqual(['chat.postEphemeral', 'conversations.open', 'chat.postMessage']);
    await expect.poll(seen).toContain('no requests');
    expect(await stage.web.seenBy(stage.web.people.lee)).not.toContain('no requests');
  });

  it('says so when a form could not be opened in time', async () => {
    stage = await raiseSlackHttp();
    stage.core.reply = {
      type: 'form',
      form: { action: { type: 'form.new' }, title: 'New request', submit: 'Send', fields: [] },
    };
    stage.web.answerNext('views.open', { body: { ok: false, error: 'expired_trigger_id' } });
    await stage.http.command(await command('new'));
    await expect.poll(seen).toContain('could not be opened in time');
  });
});

describe('a form', () => {
  const form: Form = { action: { type: 'form.new' }, title: 'New request', submit: 'Send', fields: [] };
  const opened = {
    id: 'V1',
    hash: '1.h',
    view: {
      title: { text: 'New request' },
      callback_id: 'form',
      private_metadata: encodeAction(form.action),
      blocks: [],
    },
  };
  const clicked = (view: 'home' | 'modal') =>
    viewClickBody(stage.web, {
      user: stage.web.people.lee,
      value: encodeAction({ type: 'ticket.open', ticketId: 't1' }),
      trigger: 'tr-1',
      view,
    });

  it.each([
    { name: 'opens from Home', view: 'home', method: 'views.open' },
    { name: 'goes on top of the modal it was asked for in', view: 'modal', method: 'views.push' },
  ] as const)('$name', async ({ view, method }) => {
    stage = await raiseSlackHttp();
    stage.core.reply = { type: 'form', form };
    stage.web.answerNext(method, { body: { ok: true, view: { id: 'V2', hash: '2.h' } } });
    await stage.http.interaction(clicked(view));
    await expect.poll(() => stage.web.calls.at(-1)).toMatchObject({ method, args: { trigger_id: 'tr-1' } });
  });

  it('takes the place of the one that was submitted', async () => {
    stage = await raiseSlackHttp();
    stage.core.reply = { type: 'form', form };
    const delivered = await stage.http.interaction(
      submissionBody(stage.web, stage.web.people.lee, opened, {}),
    );
    expect(JSON.parse(delivered.body)).toMatchObject({
      response_action: 'update',
      view: { callback_id: 'form' },
    });
  });

  it('says in a direct message what was wrong when the answer came too late for its fields', async () => {
    stage = await raiseSlackHttp({ ackDeadlineMs: 30 });
    const checked = Promise.withResolvers<ChatReply>();
    stage.core.reply = () => checked.promise;
    const { lee } = stage.web.people;
    const delivered = await stage.http.interaction(submissionBody(stage.web, lee, opened, {}));
    expect(delivered).toEqual({ status: 200, body: '' });
    checked.resolve({ type: 'form_errors', errors: { reason: 'Give a reason.' } });
    await expect.poll(() => stage.web.seenBy(lee)).toContain('Give a reason.');
    expect(await stage.web.seenBy(stage.web.people.dana)).not.toContain('Give a reason.');
  });
});
