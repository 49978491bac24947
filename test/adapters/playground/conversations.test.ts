import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeAction } from '../../../cards/action.ts';
import type { Card } from '../../../cards/card.ts';
import { ChatError } from '../../../src/chat.ts';
import { DANA, LEE, MIA, PEOPLE, type PlaygroundStage, raisePlayground, user } from './playground-stage.ts';

const CHANNEL = { platform: 'playground', tenant: 'playground', channel: 'channel:it-help' } as const;
const HOME: Card = { title: 'Waiting for me', body: [] };

describe('conversations of the playground', () => {
  let stage: PlaygroundStage;
  beforeEach(async () => {
    stage = await raisePlayground();
  });
  afterEach(() => stage.stop());

  it('hands over the words behind /desk as a command, which only the asker sees', async () => {
    await stage.page.say(DANA, '/desk status 1042', { place: 'channel' });
    expect(stage.core.events).toMatchObject([
      { type: 'command', text: 'status 1042', from: user(DANA), at: CHANNEL },
    ]);
    expect(await stage.page.sees(DANA)).toContain('/desk status 1042');
    expect(await stage.page.sees(MIA)).not.toContain('/desk status');
  });

  it.each([
    {
      name: 'with a mention',
      text: '@desk my printer is stuck',
      event: { own: 'my printer is stuck', mentioned: true, direct: false },
    },
    { name: 'with a mention inside', text: 'Hi @Desk, help', event: { own: 'Hi , help', mentioned: true } },
    { name: 'without a mention', text: 'my printer is stuck', event: undefined },
    {
      name: 'with an address that only looks like one',
      text: 'write to help@desk.example',
      event: undefined,
    },
  ])('listens in the channel: $name', async ({ text, event }) => {
    await stage.page.say(DANA, text, { place: 'channel' });
    if (event === undefined) expect(stage.core.events).toEqual([]);
    else expect(stage.core.events).toMatchObject([{ type: 'message', ...event }]);
    expect(await stage.page.sees(MIA)).toContain(text);
  });

  it('keeps replies in their thread and listens where Deskhand wrote', async () => {
    await stage.page.say(DANA, 'lunch?', { place: 'channel' });
    await stage.page.say(DANA, '@desk my printer is stuck', { place: 'channel' });
    const [lunch, asked] = await stage.page.messages(DANA);
    await stage.page.say(MIA, 'yes', { place: 'channel', thread: lunch!.id });
    await stage.adapter.post({ ...CHANNEL, thread: asked!.id! }, 'Which printer?', { key: 'k' });
    await stage.page.say(DANA, 'the one upstairs', { place: 'channel', thread: asked!.id });
    expect(stage.core.events).toHaveLength(2);
    expect(stage.core.events[1]).toMatchObject({
      type: 'message',
      own: 'the one upstairs',
      mentioned: false,
      at: { channel: 'channel:it-help', thread: asked!.id },
    });
    const seen = await stage.page.messages(MIA);
    expect(seen.map(({ text, thread }) => [text, thread])).toEqual([
      ['lunch?', undefined],
      ['@desk my printer is stuck', undefined],
      ['yes', lunch!.id],
      ['Which printer?', asked!.id],
      ['the one upstairs', asked!.id],
    ]);
  });

  it('adds nothing for a repeated request but hands the event over again', async () => {
    const number = randomUUID();
    await stage.page.say(DANA, 'Reset my password', { number });
    await stage.page.say(DANA, 'Reset my password', { number });
    expect(await stage.page.messages(DANA)).toHaveLength(1);
    expect(stage.core.events[1]).toEqual(stage.core.events[0]);
  });

  it('tells of an edited message with the same reference and lets nobody edit for others', async () => {
    await stage.page.say(DANA, 'Reset my pasword');
    const [message] = await stage.page.messages(DANA);
    expect(await stage.page.act({ do: 'edit', as: MIA, message: message!.id, text: 'x' })).toMatchObject({
      type: 'refused',
    });
    await stage.page.act({ do: 'edit', as: DANA, message: message!.id, text: 'Reset my password' });
    const [first, second, ...rest] = stage.core.events;
    expect(rest).toEqual([]);
    expect(second).toMatchObject({ type: 'message', edited: true, own: 'Reset my password' });
    expect(second!.id).not.toBe(first!.id);
    expect(second).toMatchObject({ message: first!.type === 'message' ? first!.message : {} });
    expect(await stage.page.messages(DANA)).toMatchObject([{ text: 'Reset my password', edited: true }]);
  });

  it('sends the message of somebody else to IT', async () => {
    await stage.page.say(DANA, 'My screen is black', { place: 'channel' });
    const [message] = await stage.page.messages(MIA);
    await stage.page.act({ do: 'shortcut', as: MIA, message: message!.id });
    expect(stage.core.events).toMatchObject([
      {
        type: 'shortcut',
        text: 'My screen is black',
        author: user(DANA),
        from: user(MIA),
        message: { message: message!.id },
      },
    ]);
  });

  it('gives nobody the messages of another person to act on', async () => {
    await stage.page.say(DANA, 'My screen is black');
    const [message] = await stage.page.messages(DANA);
    const value = encodeAction({ type: 'approval.approve', approvalId: 'a1' });
    const asked = stage.core.events.length;
    expect(await stage.page.act({ do: 'press', as: MIA, message: message!.id, value })).toMatchObject({
      type: 'refused',
    });
    expect(await stage.page.act({ do: 'shortcut', as: MIA, message: message!.id })).toMatchObject({
      type: 'refused',
    });
    expect(stage.core.events).toHaveLength(asked);
  });

  it('opens Home, shows its card to its person, and takes its buttons without a message', async () => {
    await stage.page.act({ do: 'home', as: LEE });
    await stage.adapter.publishHome(user(LEE), HOME);
    const lee = await stage.page.listen([LEE, DANA]);
    expect(lee.heard.filter(({ event }) => event === 'home')).toMatchObject([{ data: { for: [LEE] } }]);
    await lee.end();
    expect(await stage.page.sees(DANA)).not.toContain('Waiting for me');
    stage.core.reply = { type: 'private', content: 'Here is the queue.' };
    const value = encodeAction({ type: 'command.run', text: 'approvals' });
    expect(await stage.page.act({ do: 'press', as: LEE, value })).toEqual({ type: 'private' });
    expect(stage.core.events).toMatchObject([{ type: 'home' }, { type: 'action', message: undefined }]);
    expect(await stage.page.messages(LEE)).toMatchObject([{ place: 'direct', text: 'Here is the queue.' }]);
  });

  it('shows that it works on a message until it has answered, and that it is dealt with', async () => {
    await stage.page.say(DANA, 'Reset my password');
    const event = stage.core.events[0]!;
    if (event.type !== 'message') throw new Error('not a message');
    const seen = async () => (await stage.page.messages(DANA)).find(({ from }) => from === DANA);
    await stage.adapter.acknowledge(event.message, 'received');
    expect(await seen()).toMatchObject({ mark: 'received', workingSince: expect.any(Number) });
    await stage.adapter.post(event.at, 'Your ticket is 1042.', { key: 'k' });
    expect((await seen())?.workingSince).toBeUndefined();
    await stage.adapter.acknowledge(event.message, 'received');
    expect((await seen())?.workingSince).toBeUndefined();
    await stage.adapter.acknowledge(event.message, 'received', 'Looking at the groups');
    expect(await seen()).toMatchObject({
      workingSince: expect.any(Number),
      doing: 'Looking at the groups',
    });
    await stage.adapter.acknowledge(event.message, 'finished');
    expect(await seen()).toMatchObject({ mark: 'finished' });
    expect((await seen())?.workingSince).toBeUndefined();
  });

  it.each([
    { name: 'nobody', channel: 'dm:x@y.example', tenant: 'playground' },
    { name: 'another channel', channel: 'channel:general', tenant: 'playground' },
    { name: 'another tenant', channel: 'channel:it-help', tenant: 'T0NORTH' },
  ])('has no conversation with $name', async ({ channel, tenant }) => {
    const work = stage.adapter.post({ platform: 'playground', channel, tenant }, 'Hello', { key: 'k' });
    await expect(work).rejects.toMatchObject({ kind: 'gone' });
    await expect(work).rejects.toBeInstanceOf(ChatError);
  });

  it('replaces no message by the address of another conversation', async () => {
    const posted = await stage.adapter.post(CHANNEL, 'In the channel', { key: 'k' });
    const elsewhere = await stage.adapter.openDirectMessage(user(DANA));
    const work = stage.adapter.update({ ...elsewhere, message: posted.message }, 'Elsewhere');
    await expect(work).rejects.toMatchObject({ kind: 'gone' });
  });

  it('sends no message of its own to IT', async () => {
    const posted = await stage.adapter.post(CHANNEL, 'In the channel', { key: 'k' });
    const answer = await stage.page.act({ do: 'shortcut', as: DANA, message: posted.message });
    expect(answer).toMatchObject({ type: 'refused' });
    expect(stage.core.events).toEqual([]);
  });

  it('replaces no message of a person', async () => {
    await stage.page.say(DANA, 'Reset my password');
    const event = stage.core.events[0]!;
    if (event.type !== 'message') throw new Error('not a message');
    await expect(stage.adapter.update(event.message, 'Other words')).rejects.toMatchObject({
      kind: 'refused',
    });
  });

  it('finds people by their address and knows nobody else', async () => {
    expect(await stage.adapter.findUser('playground', LEE.toUpperCase())).toEqual(user(LEE));
    expect(await stage.adapter.findUser('playground', 'x@y.example')).toBeUndefined();
    expect(await stage.adapter.findUser('T0NORTH', LEE)).toBeUndefined();
    await expect(stage.adapter.profile(user('x@y.example'))).rejects.toMatchObject({ kind: 'gone' });
    await expect(stage.adapter.openDirectMessage({ ...user(LEE), tenant: 'T0NORTH' })).rejects.toMatchObject({
      kind: 'gone',
    });
    const { people } = (await (await stage.page.get('/people')).json()) as { people: unknown };
    expect(people).toEqual(PEOPLE);
  });
});

describe('answers of the core', () => {
  it('tells the person when the core fails, and keeps their words', async () => {
    const stage = await raisePlayground();
    stage.core.answer = async () => {
      throw new Error('the secret cause');
    };
    const answer = await stage.page.say(DANA, 'Reset my password');
    expect(answer).toEqual({ type: 'refused', error: 'That did not work. Please try again in a minute.' });
    expect(await stage.page.messages(DANA)).toHaveLength(1);
    await stage.stop();
  });

  it('answers the page at the deadline and tells in private what comes later', async () => {
    const stage = await raisePlayground({ ackDeadlineMs: 1 });
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    stage.core.answer = async () => {
      await released;
      return {
        type: 'form',
        form: { action: { type: 'form.new' }, title: 'New', submit: 'Send', fields: [] },
      };
    };
    expect(await stage.page.say(DANA, '/desk new')).toEqual({ type: 'accepted' });
    const dana = await stage.page.listen([DANA]);
    release();
    await dana.until((heard) => heard.some(({ data }) => data.text?.includes('could not be opened in time')));
    await dana.end();
    await stage.stop();
  });
});
