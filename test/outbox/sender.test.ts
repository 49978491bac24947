// What the sender promises: order in a conversation, no waiting for other conversations, no message twice, none silently lost.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ChatError } from '../../src/chat.ts';
import { createSenderStage, type SenderStage, say } from './sender-stage.ts';

let stage: SenderStage;
beforeEach(() => {
  stage = createSenderStage();
  stage.sender.start();
});
afterEach(async () => {
  await stage.sender.stop();
  await stage.database.close();
});

const limited = (retryAfterMs?: number) =>
  new ChatError('rate_limited', 'slow down', retryAfterMs === undefined ? {} : { retryAfterMs });
const update = (subject: string, text: string) => ({ kind: 'update_all', subject, content: text }) as const;

describe('order', () => {
  test('is kept within a conversation, over many units', async () => {
    const texts = Array.from({ length: 30 }, (_, index) => `t${index}`);
    for (const text of texts) await stage.send(say('C1', text, text));
    await stage.sender.idle();
    expect(stage.shown('C1')).toEqual(texts);
  });

  test('is kept when a message has to be sent again', async () => {
    stage.fails('C1', limited(5));
    await stage.send(say('C1', 'a', 'first'), say('C1', 'b', 'second'));
    await stage.clock.pass(200);
    expect(stage.shown('C1')).toEqual(['first', 'second']);
  });

  test('a conversation does not wait for another one', async () => {
    const gate = stage.hold('C1');
    await stage.send(say('C1', 'a', 'slow'), say('C2', 'b', 'quick'));
    await stage.clock.pass(0);
    expect(stage.shown('C2')).toEqual(['quick']);
    expect(stage.shown('C1')).toEqual([]);
    gate.open();
    await stage.sender.idle();
    expect(stage.shown('C1')).toEqual(['slow']);
  });
});

describe('a platform that asks to wait', () => {
  test('pauses that conversation only, until it may go on, without using up a try', async () => {
    stage.fails('C1', ...Array.from({ length: 20 }, () => limited(2)));
    await stage.send(say('C1', 'a', 'one'), say('C2', 'b', 'two'));
    await stage.clock.pass(0);
    expect([stage.shown('C1'), stage.shown('C2')]).toEqual([[], ['two']]);
    await stage.clock.pass(20 * 100);
    expect(stage.shown('C1')).toEqual(['one']);
    expect(stage.failed).toEqual([]);
  });

  test('is not asked again before that', async () => {
    stage.fails('C1', limited(3_600_000));
    await stage.send(say('C1', 'a', 'one'));
    await stage.sender.idle();
    await stage.send(say('C1', 'b', 'two'), say('C2', 'c', 'elsewhere'));
    await stage.clock.pass(3_600_000 - 1);
    expect(stage.shown('C2')).toEqual(['elsewhere']);
    expect(stage.calls).toEqual(['post C1 one ✗', 'post C2 elsewhere']);
    expect(await stage.states()).toMatchObject({ a: 'waiting', b: 'waiting' });
  });
});

describe('a doubtful send', () => {
  test('is looked up before it is repeated', async () => {
    stage.fails('C1', 'lost answer');
    await stage.send(say('C1', 'a', 'one'), say('C1', 'b', 'two'));
    await stage.clock.pass(1000);
    expect(stage.shown('C1')).toEqual(['one', 'two']);
    expect(stage.calls).toEqual(['post C1 one ✗', 'look a', 'post C1 two']);
    await stage.sender.idle();
    expect(await stage.states()).toEqual({ a: 'sent', b: 'sent' });
  });

  test('is looked up after a restart, and its later changes find it', async () => {
    await stage.send(say('C1', 'a', 'one', 'card'), say('C1', 'b', 'two'));
    await stage.sender.idle();
    await stage.restart();
    await stage.send(update('card', 'one, decided'));
    await stage.sender.idle();
    expect(stage.shown('C1')).toEqual(['one, decided', 'two']);
  });

  test('is sent after a restart if the platform never had it', async () => {
    stage.fails('C1', limited(3_600_000));
    await stage.send(say('C1', 'a', 'one'));
    await stage.sender.idle();
    await stage.restart();
    await stage.sender.idle();
    expect(stage.shown('C1')).toEqual(['one']);
    expect(stage.calls).toEqual(['post C1 one ✗', 'look a', 'post C1 one']);
  });

  test('is repeated where the platform cannot look: twice rather than never', async () => {
    await stage.sender.stop();
    await stage.database.close();
    stage = createSenderStage(false);
    stage.sender.start();
    await stage.send(say('C1', 'a', 'one'));
    await stage.sender.idle();
    await stage.restart();
    await stage.sender.idle();
    expect(stage.shown('C1')).toEqual(['one', 'one']);
  });
});

describe('changes of a message', () => {
  test('the newest of those that wait is what stays', async () => {
    const gate = stage.hold('C1');
    await stage.send(say('C1', 'z', 'before'), say('C1', 'a', 'asked', 'card'));
    await stage.send(update('card', 'one of two'));
    await stage.send(update('card', 'approved'), update('card', 'done'));
    gate.open();
    await stage.sender.idle();
    expect(stage.shown('C1')).toEqual(['before', 'done']);
  });

  test('of a message that is not sent yet are merged into it: the platform is called once', async () => {
    const gate = stage.hold('C1');
    await stage.send(say('C1', 'z', 'before'), say('C1', 'a', 'asked', 'card'));
    await stage.send(update('card', 'decided'));
    await stage.send(update('card', 'done'));
    gate.open();
    await stage.sender.idle();
    expect(stage.calls).toEqual(['post C1 before', 'post C1 done']);
    expect(await stage.states()).toEqual({ z: 'sent', a: 'sent', 'a/update': 'merged' });
  });

  test('reach every copy, in every conversation', async () => {
    await stage.send(
      say('C1', 'a', 'asked', 'card'),
      say('C2', 'b', 'asked', 'card'),
      say('C3', 'c', 'other'),
    );
    await stage.send(update('card', 'decided'));
    await stage.sender.idle();
    expect([stage.shown('C1'), stage.shown('C2'), stage.shown('C3')]).toEqual([
      ['decided'],
      ['decided'],
      ['other'],
    ]);
  });

  test('of a message that was refused for good are dropped quietly', async () => {
    stage.fails('C1', new ChatError('refused', 'not in channel'));
    await stage.send(say('C1', 'a', 'asked', 'card'));
    await stage.send(update('card', 'decided'));
    await stage.sender.idle();
    expect(stage.shown('C1')).toEqual([]);
    expect(stage.failed).toEqual([{ key: 'a', error: 'not in channel' }]);
  });
});

describe('a message that can never be delivered', () => {
  const faults = [
    { name: 'refused', fault: new ChatError('refused', 'not in channel') },
    { name: 'gone', fault: new ChatError('gone', 'channel deleted') },
  ];
  test.each(faults)(
    '$name: it is marked, raises an alarm once, and the next ones go on',
    async ({ fault }) => {
      stage.fails('C1', fault);
      await stage.send(say('C1', 'a', 'one'), say('C1', 'b', 'two'));
      await stage.sender.idle();
      expect(stage.shown('C1')).toEqual(['two']);
      expect(await stage.states()).toEqual({ a: 'failed', b: 'sent' });
      expect(stage.failed).toEqual([{ key: 'a', error: fault.message }]);
    },
  );
});

test('what comes in before the platforms are there waits behind what was left, and goes out once', async () => {
  await stage.sender.stop();
  await stage.database.close();
  stage = createSenderStage();
  await stage.send(say('C1', 'a', 'left'));
  await stage.restart(() => stage.send(say('C1', 'b', 'new')));
  await stage.sender.idle();
  expect(stage.shown('C1')).toEqual(['left', 'new']);
  expect(stage.calls).toEqual(['look a', 'post C1 left', 'post C1 new']);
});

test('a sender that stops while it waits ends at once and leaves the rest to the next one', async () => {
  stage.fails('C1', limited(3_600_000));
  await stage.send(say('C1', 'a', 'one'), say('C1', 'b', 'two'));
  await stage.sender.idle();
  await stage.sender.stop();
  await stage.restart();
  await stage.sender.idle();
  expect(stage.shown('C1')).toEqual(['one', 'two']);
});
