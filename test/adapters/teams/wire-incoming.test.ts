// What reaches the core of what Teams sends, and what Teams is answered: never an empty body to an invoke, never an error
// page, never a second effect.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeAction } from '../../../cards/action.ts';
import type { Card, Form } from '../../../cards/card.ts';
import type { ChatReply } from '../../../src/chat.ts';
import {
  activity,
  BOT_NAME,
  executeActivity,
  submitActivity,
  taskActivity,
} from '../../support/teams/activities.ts';
import { ACME_TENANT, BIRCH_TENANT } from '../../support/teams/people.ts';
import { raiseTeamsStage, type TeamsStage } from '../../support/teams/teams-stage.ts';
import { BOT_ID, HELPDESK, type Json } from '../../support/teams/teams-world.ts';

const approve = encodeAction({ type: 'approval.approve', approvalId: 'a1' });
const deny = encodeAction({ type: 'approval.deny', approvalId: 'a1' });
const card: Card = {
  title: 'Approval needed',
  body: [{ type: 'text', text: 'Reset the password of Dana Reyes' }],
  buttons: [
    { label: 'Approve', action: { type: 'approval.approve', approvalId: 'a1' } },
    { label: 'Deny', action: { type: 'approval.deny', approvalId: 'a1' } },
  ],
};
const form: Form = {
  action: { type: 'form.deny', approvalId: 'a1' },
  title: 'Deny the request',
  submit: 'Deny',
  fields: [{ id: 'reason', label: 'Reason', type: 'text' }],
};

let stage: TeamsStage;
beforeEach(async () => {
  stage = await raiseTeamsStage(['dana', 'mia', 'grace']);
});
afterEach(() => stage.stop());

const channel = { platform: 'teams', tenant: ACME_TENANT, channel: HELPDESK } as const;
const posted = () => stage.adapter.post(channel, card, { key: 'k1' });
const place = () => stage.room.placeAt(HELPDESK);
const mia = () => stage.room.person('mia');
const ok = { status: 200 };

describe('messages', () => {
  it.each([
    { name: 'alone with the bot', where: 'direct', direct: true, mentioned: false },
    { name: 'in a channel, to the bot', where: 'mention', direct: false, mentioned: true },
    { name: 'in a group chat, to the bot', where: 'group', direct: false, mentioned: true },
  ] as const)('$name', async ({ where, direct, mentioned }) => {
    const said = await stage.room.says('dana', 'please reset my password', { where });
    expect(stage.core.events).toHaveLength(1);
    expect(stage.core.events[0]).toMatchObject({
      type: 'message',
      own: 'please reset my password',
      direct,
      mentioned,
      edited: false,
      from: stage.user('dana'),
      message: { message: said.ts },
    });
  });

  it('that only the bot sees say so', async () => {
    const recipient = { id: BOT_ID, name: BOT_NAME, isTargeted: true };
    await stage.room.says('dana', 'status', { where: 'mention', event: { recipient } });
    await stage.room.says('dana', 'status', { where: 'mention' });
    expect(stage.core.events).toMatchObject([{ targeted: true }, { targeted: false }]);
  });

  it('name whom the adapter has met as their profile does, also by the member id alone', async () => {
    const { id } = stage.room.person('mia');
    const entities = [{ type: 'mention', text: '<at>M.</at>', mentioned: { id, name: 'M.' } }];
    const mention = () => stage.room.says('dana', 'ask <at>M.</at>', { event: { entities } });
    await mention();
    await stage.room.says('mia', 'hello');
    await stage.adapter.profile(stage.user('mia'));
    await mention();
    expect(stage.core.events).toMatchObject([
      { own: 'ask M.', mentions: [{ user: { id }, name: 'M.' }] },
      { own: 'hello' },
      { own: 'ask Mia Fontaine', mentions: [{ user: stage.user('mia'), name: 'Mia Fontaine' }] },
    ]);
  });

  it('make somebody who was only mentioned somebody whose profile can be read', async () => {
    const { id, realName, email } = stage.room.person('mia');
    const entities = [{ type: 'mention', text: '<at>M.</at>', mentioned: { id, name: 'M.' } }];
    const bot = { type: 'mention', text: `<at>${BOT_NAME}</at>`, mentioned: { id: BOT_ID, name: BOT_NAME } };
    await stage.room.says('dana', 'ask <at>M.</at>', {
      where: 'mention',
      event: { entities: [bot, ...entities] },
    });
    const [event] = stage.core.events;
    const [mention] = event?.type === 'message' ? event.mentions : [];
    expect(await stage.adapter.profile(mention!.user)).toMatchObject({ name: realName, email });
  });

  it('come with the tenant that the verified activity names', async () => {
    await stage.room.says('grace', 'hello');
    expect(stage.core.events[0]?.from).toEqual(stage.user('grace'));
    expect(stage.core.events[0]?.at.tenant).toBe(BIRCH_TENANT);
  });

  it('in the thread of a channel have it as their place', async () => {
    const first = await stage.room.says('dana', 'one', { where: 'mention' });
    await stage.room.says('mia', 'two', { under: first });
    const [one, two] = stage.core.events;
    expect(two?.at).toEqual(one?.at);
  });

  it('that are edited say so and name the message they replace', async () => {
    const said = await stage.room.says('dana', 'please reset my pasword');
    await stage.room.edits(said, 'please reset my password');
    expect(stage.core.events[1]).toMatchObject({
      type: 'message',
      edited: true,
      own: 'please reset my password',
      message: { message: said.ts },
    });
    expect(stage.core.events[1]?.id).not.toBe(stage.core.events[0]?.id);
  });

  it('delivered again keep their id, and in a second round with a new id are known again', async () => {
    await stage.room.says('dana', 'please reset my password');
    await stage.http.redeliver();
    await stage.http.secondRound();
    const ids = stage.core.events.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(new Set(ids).size).toBe(1);
  });

  it('that say the same on purpose are two', async () => {
    await stage.room.says('dana', 'thanks');
    await stage.room.says('dana', 'thanks');
    expect(new Set(stage.core.events.map(({ id }) => id)).size).toBe(2);
  });
});

describe('clicks', () => {
  it('are answered with a body, whatever the core says', async () => {
    const on = stage.connector.world.find(HELPDESK, (await posted()).message)!;
    const replies: ChatReply[] = [
      { type: 'accepted' },
      { type: 'private', content: 'This is not yours to decide.' },
      { type: 'private', content: card },
      { type: 'form', form },
      { type: 'form_errors', errors: { reason: 'Give a reason.' } },
    ];
    for (const reply of replies) {
      stage.core.reply = reply;
      const delivered = await stage.http.deliver(
        executeActivity(mia(), place(), on.id, { verb: 'approval.approve', data: { action: approve } }),
      );
      expect(delivered.status).toBe(200);
      const answer = JSON.parse(delivered.body) as Json;
      expect(answer.statusCode).toBe(200);
      expect(answer.type).toMatch(/^application\/vnd\.microsoft\.(card\.adaptive|activity\.message)$/);
      expect(answer.value).toBeTruthy();
    }
  });

  it('are answered with a body when the core fails', async () => {
    const on = await posted();
    stage.core.reply = async () => {
      throw new Error('secret detail');
    };
    const delivered = await stage.room.presses('mia', {
      action: { type: 'Action.Execute', verb: 'approval.approve', data: { action: approve } },
      message: stage.connector.world.find(HELPDESK, on.message),
    });
    expect(delivered.status).toBe(200);
    expect(delivered.body).not.toContain('secret detail');
  });

  it('delivered again have the id of the first, so that they count once', async () => {
    await posted();
    await stage.room.clicks('mia', 'Approve');
    await stage.http.redeliver();
    const [first, second] = stage.core.events;
    expect(first).toBeDefined();
    expect(second?.id ?? first?.id).toBe(first?.id);
  });

  it('of a plain Action.Submit, as an old client makes of a button, are clicks too', async () => {
    const { message } = await posted();
    const delivered = await stage.http.deliver(submitActivity(mia(), place(), message, { action: approve }));
    expect(delivered.status).toBe(200);
    expect(stage.core.events).toHaveLength(1);
    expect(stage.core.events[0]).toMatchObject({
      type: 'action',
      action: { type: 'approval.approve', approvalId: 'a1' },
    });
  });

  it.each([
    { name: 'no value', value: undefined },
    { name: 'a value that is null', value: null },
    { name: 'a value that is a list', value: [] },
    { name: 'no action', value: { trigger: 'manual' } },
    {
      name: 'an action without data',
      value: { action: { type: 'Action.Execute', verb: 'approval.approve' } },
    },
    { name: 'data that is text', value: { action: { type: 'Action.Execute', verb: 'x', data: 'approve' } } },
    {
      name: 'an action that is an object',
      value: {
        action: { type: 'Action.Execute', verb: 'x', data: { action: { type: 'approval.approve' } } },
      },
    },
    {
      name: 'a megabyte of data',
      value: { action: { type: 'Action.Execute', verb: 'x', data: { action: 'x'.repeat(900_000) } } },
    },
  ])('with $name are refused in words and never reach the core', async ({ value }) => {
    const { message } = await posted();
    const delivered = await stage.http.deliver(
      activity('invoke', mia(), place(), { name: 'adaptiveCard/action', replyToId: message, value }),
    );
    expect(delivered.status).toBeLessThan(500);
    expect(delivered.body).not.toBe('');
    expect(stage.core.events).toEqual([]);
  });

  it('with who acts written into the data are of whoever pressed', async () => {
    const { message } = await posted();
    const data = { action: approve, from: { id: stage.room.id('dana') }, user: 'ada@north-msp.example' };
    await stage.http.deliver(executeActivity(mia(), place(), message, { verb: 'approval.approve', data }));
    expect(stage.core.events[0]?.from).toEqual(stage.user('mia'));
  });
});

describe('refreshes', () => {
  it('are answered with something to show and are no click', async () => {
    const { message } = await posted();
    const action = { verb: 'refresh', data: { refresh: 'a1' } };
    for (const trigger of ['automatic', 'manual'] as const) {
      const delivered = await stage.http.deliver(executeActivity(mia(), place(), message, action, trigger));
      expect(delivered).toMatchObject(ok);
      expect(JSON.parse(delivered.body)).toMatchObject({ statusCode: 200, value: expect.anything() });
    }
    expect(stage.core.events).toEqual([]);
  });

  it('cannot smuggle a click in', async () => {
    const { message } = await posted();
    const action = { verb: 'refresh', data: { refresh: 'a1', action: approve } };
    await stage.http.deliver(executeActivity(mia(), place(), message, action, 'automatic'));
    expect(stage.core.events).toEqual([]);
  });
});

describe('dialogs', () => {
  const opens = (reply: ChatReply) => {
    stage.core.reply = reply;
    return stage.room.clicks('mia', 'Deny');
  };

  it('open, keep what was typed beside what is wrong, and close', async () => {
    await posted();
    await opens({ type: 'form', form });
    expect(stage.room.dialog('mia')?.title).toBe('Deny the request');
    stage.core.reply = { type: 'form_errors', errors: { reason: 'Give a reason.' } };
    expect(await stage.room.submits('mia', { reason: 'no' })).toEqual({ reason: 'Give a reason.' });
    expect(await stage.room.modal('mia', 'Give a reason.')).toContain('no');
    stage.core.reply = { type: 'accepted' };
    expect(await stage.room.submits('mia', { reason: 'The manager said no' })).toEqual({});
    expect(stage.room.dialog('mia')).toBeUndefined();
    expect(stage.core.events.map(({ type }) => type)).toEqual(['action', 'submission', 'submission']);
  });

  it.each([
    { name: 'words', reply: { type: 'private', content: 'This is not yours to decide.' } as const },
    {
      name: 'a card',
      reply: { type: 'private', content: { title: 'This is not yours to decide.', body: [] } } as const,
    },
    { name: 'nothing to say', reply: { type: 'accepted' } as const },
  ])('that cannot open say so: $name', async ({ reply }) => {
    await posted();
    await opens(reply);
    if (reply.type === 'private') await stage.room.told('mia', 'not yours to decide');
    expect(await stage.room.screen('dana')).not.toContain('not yours to decide');
  });

  it.each([
    { name: 'no value', value: undefined },
    { name: 'data that is null', value: { data: null } },
    { name: 'a form that we never made', value: { data: { form: '{"type":"form.everything"}' } } },
    { name: 'a form that is no text', value: { data: { form: 7, reason: 'x' } } },
    { name: 'a click in place of a form', value: { data: { form: deny } } },
  ])('submitted with $name never reach the core', async ({ value }) => {
    for (const name of ['task/submit', 'task/fetch']) {
      const delivered = await stage.http.deliver(activity('invoke', mia(), place(), { name, value }));
      expect(delivered.status).toBe(200);
      expect(delivered.body).not.toBe('');
    }
    expect(stage.core.events).toEqual([]);
  });

  it('take field values that are text only', async () => {
    await posted();
    const data = { form: encodeAction(form.action), reason: { $ne: 1 }, tell: true, more: 'x'.repeat(10) };
    const delivered = await stage.http.deliver(taskActivity('task/submit', mia(), place(), data));
    expect(delivered.status).toBe(200);
    for (const event of stage.core.events) {
      if (event.type === 'submission')
        for (const value of Object.values(event.values)) expect(typeof value).toBe('string');
    }
  });
});

describe('bodies', () => {
  const sign = () => stage.login.sign(stage.connector.serviceUrl);

  it.each([
    { name: 'JSON that is cut off', body: '{"type":"message"' },
    { name: 'a list', body: '[1]' },
    { name: 'null', body: 'null' },
    { name: 'a number', body: '7' },
    { name: 'nothing', body: '' },
    { name: 'an object without anything', body: '{}' },
    { name: 'a type that is an object', body: '{"type":{}}' },
  ])('$name is refused', async ({ body }) => {
    const delivered = await stage.http.raw(body, { authorization: `Bearer ${await sign()}` });
    expect(delivered.status).toBeGreaterThanOrEqual(400);
    expect(delivered.status).toBeLessThan(500);
    expect(stage.core.events).toEqual([]);
  });

  it('of more than a megabyte is refused', async () => {
    const body = JSON.stringify({ type: 'message', text: 'x'.repeat(1_100_000) });
    const delivered = await stage.http.raw(body, { authorization: `Bearer ${await sign()}` });
    expect(delivered.status).toBe(413);
    expect(stage.core.events).toEqual([]);
  });

  it('with the deepest nesting does no harm', async () => {
    const whole = JSON.stringify(activity('message', mia(), place(), { value: 'DEEP' }));
    const deep = whole.replace('"DEEP"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`);
    const delivered = await stage.http.raw(deep, { authorization: `Bearer ${await sign()}` });
    expect(delivered.status).toBeLessThan(500);
    expect((await stage.room.says('dana', 'hello')).delivered?.status).toBe(200);
  });

  it.each([
    { name: 'without a conversation', more: { conversation: undefined } },
    { name: 'without a channel', more: { channelId: undefined } },
    { name: 'without a sender', more: { from: undefined } },
    { name: 'without a tenant', more: { conversation: { id: 'a:1' }, channelData: { tenant: undefined } } },
    { name: 'of a type that does not exist yet', more: { type: 'hologram' } },
    { name: 'with a text that is a number', more: { text: 7 } },
  ])('of a message $name does not reach the core and does no harm', async ({ more }) => {
    const sent = activity('message', mia(), place(), { text: 'hello', ...more });
    expect((await stage.http.send(sent)).status).toBeLessThan(500);
    expect(stage.core.events).toEqual([]);
    expect((await stage.room.says('dana', 'hello')).delivered?.status).toBe(200);
    expect(stage.core.events).toHaveLength(1);
  });

  it('by another method are refused', async () => {
    const answer = await fetch(stage.url);
    expect([404, 405]).toContain(answer.status);
  });
});

describe('an acknowledgement', () => {
  it('comes after the core has the message', async () => {
    let done = false;
    stage.core.reply = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      done = true;
      return { type: 'accepted' };
    };
    await stage.room.says('dana', 'hello');
    expect(done).toBe(true);
  });

  it('comes in time although the core is not ready', async () => {
    await stage.stop();
    stage = await raiseTeamsStage(['dana', 'mia'], { ackDeadlineMs: 20 });
    await posted();
    let finish = (_reply: ChatReply) => {};
    stage.core.reply = () =>
      new Promise<ChatReply>((resolve) => {
        finish = resolve;
      });
    expect((await stage.room.says('dana', 'hello')).delivered?.status).toBe(200);
    finish({ type: 'accepted' });
    const delivered = await stage.room.press('mia', stage.room.button('mia', 'Approve'));
    expect(delivered.status).toBe(200);
    expect(delivered.body).not.toBe('');
    finish({ type: 'accepted' });
  });
});

describe('a tenant that the desk does not list', () => {
  it('is refused, whatever it sends, and said', async () => {
    await stage.stop();
    const refused: string[] = [];
    stage = await raiseTeamsStage(['dana'], {
      knowsTenant: (tenant) => tenant === ACME_TENANT,
      onRefused: (tenant) => void refused.push(tenant),
    });
    await posted();
    const { world } = stage.connector;
    const stan = stage.room.person('stan');
    const there = stage.room.placeAt(world.personal(stan).id);
    const click = executeActivity(stan, there, '1', { verb: 'approval.approve', data: { action: approve } });
    const said = await stage.room.says('stan', 'I forgot my password');
    const statuses = [said.delivered?.status, (await stage.http.deliver(click)).status];
    expect(statuses).toEqual([403, 403]);
    expect(stage.core.events).toEqual([]);
    expect(await stage.room.screen('stan')).toBe('I forgot my password');
    expect(new Set(refused)).toEqual(new Set([stan.tenant]));
    expect((await stage.room.says('dana', 'hello')).delivered?.status).toBe(200);
  });
});
