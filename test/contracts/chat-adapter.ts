// What every chat adapter promises to the core, run against a platform that we did not write (or its nearest
// stand-in). A `ChatStage` is the platform with one bot and two people in it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Action } from '../../cards/action.ts';
import { encodeAction } from '../../cards/action.ts';
import type { Card, Form } from '../../cards/card.ts';
import type { Address, ChatAdapter, ChatEvent, ChatReply, ChatUser, MessageRef } from '../../src/chat.ts';
import { ChatError } from '../../src/chat.ts';

export interface ChatStage {
  /** Started, with `events` and `answer` as its core. */
  readonly adapter: ChatAdapter;
  readonly events: readonly ChatEvent[];
  /** What the core answers from now on; `accepted` at first. */
  answer(reply: ChatReply): void;
  /** Dana Reyes, dana.reyes@acme-dental.example. */
  readonly requester: ChatUser;
  readonly colleague: ChatUser;
  /** A conversation with both people in it. */
  readonly channel: Address;
  /** Never posted. */
  readonly unknownMessage: MessageRef;
  /** The requester writes to the bot alone. Resolves when the platform has its acknowledgement. */
  say(text: string): Promise<void>;
  /** The platform delivers the last delivery again. */
  redeliver(): Promise<void>;
  /** Somebody presses a button that carries `value` on a message. */
  press(user: ChatUser, on: MessageRef, value: string): Promise<void>;
  /** The form that is open for this person, with the messages at its fields. */
  openForm(
    user: ChatUser,
  ): Promise<{ readonly title: string; readonly errors: Record<string, string> } | undefined>;
  /** Fills the open form in and submits it. */
  submit(user: ChatUser, values: Readonly<Record<string, string | boolean>>): Promise<void>;
  /** Everything that this person can see anywhere, as one text. */
  sees(user: ChatUser): Promise<string>;
  /** The platform refuses the next send and asks to wait. */
  limitNextSend(seconds: number): void;
  stop(): Promise<void>;
}

const card: Card = {
  title: 'Approval needed: reset the password of Dana Reyes',
  body: [{ type: 'fields', fields: [{ label: 'Client', value: 'Acme Dental' }] }],
  buttons: [{ label: 'Approve', action: { type: 'approval.approve', approvalId: 'a1' } }],
};

const decided: Card = {
  title: 'Approval needed: reset the password of Dana Reyes',
  status: { text: 'Approved by Lee Park', tone: 'good' },
  body: [],
};

const form: Form = {
  action: { type: 'form.deny', approvalId: 'a1' },
  title: 'Deny the request',
  submit: 'Deny',
  fields: [
    { id: 'reason', label: 'Reason', type: 'text' },
    { id: 'tell', label: 'Requester', type: 'check', text: 'Tell the requester', optional: true },
  ],
};

const actions: readonly { name: string; action: Action }[] = [
  { name: 'an approval', action: { type: 'approval.approve', approvalId: 'a1' } },
  { name: 'two ids and a choice', action: { type: 'run.settle', runId: 'r1', step: 's1', outcome: 'done' } },
  { name: 'free text', action: { type: 'command.run', text: 'status "1042" & <more>' } },
];

async function failure(work: Promise<unknown>): Promise<ChatError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ChatError);
  return error as ChatError;
}

/** Runs the contract over one adapter. `raise` builds a fresh stage for each test. */
export function chatAdapterContract(name: string, raise: () => Promise<ChatStage>): void {
  describe(`${name}: the chat adapter contract`, () => {
    let stage: ChatStage;
    beforeEach(async () => {
      stage = await raise();
    });
    afterEach(async () => {
      await stage.stop();
    });

    it('posts text and cards that everybody there sees', async () => {
      await stage.adapter.post(stage.channel, 'Your ticket is 1042.', { key: 'k1' });
      await stage.adapter.post(stage.channel, card, { key: 'k2' });
      for (const person of [stage.requester, stage.colleague]) {
        expect(await stage.sees(person)).toContain('Your ticket is 1042.');
        expect(await stage.sees(person)).toContain('reset the password of Dana Reyes');
      }
    });

    it('replaces a message of its own in place', async () => {
      const message = await stage.adapter.post(stage.channel, card, { key: 'k1' });
      await stage.adapter.update(message, decided);
      const seen = await stage.sees(stage.colleague);
      expect(seen).toContain('Approved by Lee Park');
      expect(seen).not.toContain('Acme Dental');
    });

    it('opens a direct message that only this person sees', async () => {
      const direct = await stage.adapter.openDirectMessage(stage.requester);
      expect(direct.platform).toBe(stage.adapter.platform);
      await stage.adapter.post(direct, 'A word for you.', { key: 'k1' });
      expect(await stage.sees(stage.requester)).toContain('A word for you.');
      expect(await stage.sees(stage.colleague)).not.toContain('A word for you.');
    });

    it('shows a message for one person to nobody else', async () => {
      await stage.adapter.post(stage.channel, 'Only for Dana.', { key: 'k1', onlyFor: stage.requester });
      expect(await stage.sees(stage.requester)).toContain('Only for Dana.');
      expect(await stage.sees(stage.colleague)).not.toContain('Only for Dana.');
    });

    it('tells who a person is, as the platform confirms it', async () => {
      const profile = await stage.adapter.profile(stage.requester);
      expect(profile).toMatchObject({ name: 'Dana Reyes', guest: false, outsider: false, bot: false });
      expect(profile.email).toBe('dana.reyes@acme-dental.example');
    });

    it('hands over a direct message with the person, the place and the words', async () => {
      await stage.say('Please reset my password');
      expect(stage.events).toHaveLength(1);
      const event = stage.events[0];
      expect(event).toMatchObject({
        type: 'message',
        own: 'Please reset my password',
        direct: true,
        edited: false,
        from: stage.requester,
      });
      if (event === undefined) return;
      await stage.adapter.post(event.at, 'Your ticket is 1042.', { key: 'k1' });
      expect(await stage.sees(stage.requester)).toContain('Your ticket is 1042.');
      expect(await stage.sees(stage.colleague)).not.toContain('Your ticket is 1042.');
    });

    it('gives a redelivered event the same id', async () => {
      await stage.say('Please reset my password');
      await stage.redeliver();
      expect(stage.events).toHaveLength(2);
      expect(stage.events[1]).toEqual(stage.events[0]);
    });

    for (const row of actions) {
      it(`hands over the action of a click: ${row.name}`, async () => {
        const message = await stage.adapter.post(stage.channel, card, { key: 'k1' });
        await stage.press(stage.colleague, message, encodeAction(row.action));
        expect(stage.events).toHaveLength(1);
        expect(stage.events[0]).toMatchObject({
          type: 'action',
          action: row.action,
          from: stage.colleague,
          message: { channel: message.channel, message: message.message },
        });
      });
    }

    it.each([
      { name: 'malformed', value: 'approve' },
      { name: 'of an unknown kind', value: '{"type":"approval.everything","approvalId":"a1"}' },
      {
        name: 'with more than we put in',
        value: '{"type":"approval.approve","approvalId":"a1","as":"admin"}',
      },
    ])('keeps a forged click from the core and says so in private: $name', async ({ value }) => {
      const message = await stage.adapter.post(stage.channel, card, { key: 'k1' });
      await stage.press(stage.colleague, message, value);
      await expect.poll(() => stage.sees(stage.colleague)).toContain('older version');
      expect(stage.events).toHaveLength(0);
      expect(await stage.sees(stage.requester)).not.toContain('older version');
    });

    it('answers a click in private', async () => {
      const message = await stage.adapter.post(stage.channel, card, { key: 'k1' });
      stage.answer({ type: 'private', content: 'This is not yours to decide.' });
      await stage.press(stage.requester, message, encodeAction(actions[0]!.action));
      await expect.poll(() => stage.sees(stage.requester)).toContain('not yours to decide');
      expect(await stage.sees(stage.colleague)).not.toContain('not yours to decide');
    });

    it('opens a form, shows what is wrong with it, and hands over what was typed', async () => {
      const message = await stage.adapter.post(stage.channel, card, { key: 'k1' });
      stage.answer({ type: 'form', form });
      await stage.press(stage.colleague, message, encodeAction({ type: 'approval.deny', approvalId: 'a1' }));
      await expect
        .poll(() => stage.openForm(stage.colleague))
        .toEqual({ title: 'Deny the request', errors: {} });
      stage.answer({ type: 'form_errors', errors: { reason: 'Give a reason.' } });
      await stage.submit(stage.colleague, { reason: '-', tell: false });
      expect(await stage.openForm(stage.colleague)).toEqual({
        title: 'Deny the request',
        errors: { reason: 'Give a reason.' },
      });
      stage.answer({ type: 'accepted' });
      await stage.submit(stage.colleague, { reason: 'The manager has not confirmed', tell: true });
      expect(await stage.openForm(stage.colleague)).toBeUndefined();
      const [click, first, second] = stage.events;
      expect(click?.type).toBe('action');
      expect(first).toMatchObject({
        type: 'submission',
        form: form.action,
        values: { reason: '-', tell: 'false' },
      });
      expect(second).toMatchObject({
        type: 'submission',
        form: form.action,
        from: stage.colleague,
        values: { reason: 'The manager has not confirmed', tell: 'true' },
      });
      expect(second?.id).not.toBe(first?.id);
    });

    it('says that a message is gone', async () => {
      expect(await failure(stage.adapter.update(stage.unknownMessage, card))).toMatchObject({ kind: 'gone' });
    });

    it('says how long a limit lasts', async () => {
      stage.limitNextSend(7);
      const error = await failure(stage.adapter.post(stage.channel, card, { key: 'k1' }));
      expect(error).toMatchObject({ kind: 'rate_limited', retryAfterMs: 7000, doubtful: false });
      await stage.adapter.post(stage.channel, card, { key: 'k1' });
    });

    it('never throws when it acknowledges, and keeps Home where there is one', async () => {
      await stage.adapter.acknowledge(stage.unknownMessage, 'received');
      await stage.adapter.acknowledge(stage.unknownMessage, 'finished');
      await stage.adapter.publishHome(stage.requester, card);
    });

    it('finds a message of its own by key, or says that it cannot look', async () => {
      const message = await stage.adapter.post(stage.channel, card, { key: 'k1' });
      const found = await stage.adapter.findPosted(stage.channel, 'k1');
      if (found === 'unknown') return;
      expect(found).toMatchObject({ channel: message.channel, message: message.message });
      expect(await stage.adapter.findPosted(stage.channel, 'never')).toBe('absent');
    });
  });
}
