// What the adapter makes of the connector's refusals: one attempt for each send, because botbuilder's own retries post a
// card again that was accepted, and a name for each failure by which the outbox knows what to do.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../cards/card.ts';
import { type Address, ChatError, type MessageRef } from '../../../src/chat.ts';
import type { Fault } from '../../support/teams/connector.ts';
import { ACME_TENANT } from '../../support/teams/people.ts';
import { raiseTeamsStage, type TeamsStage } from '../../support/teams/teams-stage.ts';
import { GROUP_CHAT, HELPDESK, type Json } from '../../support/teams/teams-world.ts';

const card: Card = {
  title: 'Approval needed',
  body: [{ type: 'text', text: 'Reset the password of Dana Reyes' }],
  buttons: [{ label: 'Approve', action: { type: 'approval.approve', approvalId: 'a1' } }],
};
const decided: Card = { title: 'Approval needed', status: { text: 'Approved', tone: 'good' }, body: [] };

const channel: Address = { platform: 'teams', tenant: ACME_TENANT, channel: HELPDESK };

let stage: TeamsStage;
beforeEach(async () => {
  stage = await raiseTeamsStage();
});
afterEach(() => stage.stop());

async function failure(work: Promise<unknown>): Promise<ChatError> {
  const reason = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(reason).toBeInstanceOf(ChatError);
  return reason as ChatError;
}

const post = (content: Card | string = card, to: Address = channel) =>
  stage.adapter.post(to, content, { key: 'k1' });

const code = (status: number, name: string): Fault => ({
  status,
  body: { error: { code: name, message: name } },
});

interface Row {
  readonly name: string;
  readonly fault: Fault;
  readonly kind: ChatError['kind'];
  readonly doubtful: boolean;
  readonly wait?: number;
}

const HANG_UPS: readonly Row[] = [
  { name: 'a connection that is cut', fault: { hangUp: true }, kind: 'unreachable', doubtful: true },
  {
    name: 'a connection that is cut after the message stood',
    fault: { hangUp: true, accepted: true },
    kind: 'unreachable',
    doubtful: true,
  },
];

const ROWS: readonly Row[] = [
  ...[500, 502, 503, 504].map((status) => ({
    name: `${status}`,
    fault: { status },
    kind: 'unreachable' as const,
    doubtful: true,
  })),
  {
    name: '500 after the message stood',
    fault: { status: 500, accepted: true },
    kind: 'unreachable',
    doubtful: true,
  },
  ...HANG_UPS,
  {
    name: '429 with a time',
    fault: { status: 429, headers: { 'retry-after': '3' } },
    kind: 'rate_limited',
    doubtful: false,
    wait: 3000,
  },
  { name: '429 without a time', fault: { status: 429 }, kind: 'rate_limited', doubtful: false },
  { name: '412', fault: code(412, 'PreconditionFailed'), kind: 'unreachable', doubtful: false },
  {
    name: 'a conversation that is gone',
    fault: code(404, 'ConversationNotFound'),
    kind: 'gone',
    doubtful: false,
  },
  { name: '413', fault: code(413, 'MessageSizeTooBig'), kind: 'refused', doubtful: false },
  { name: '400', fault: code(400, 'BadSyntax'), kind: 'refused', doubtful: false },
];

describe('one attempt, and what it is called, for a post that meets', () => {
  it.each(ROWS)('$name', async ({ fault, kind, doubtful, wait }) => {
    await post('something that warms the connection up');
    stage.connector.calls.length = 0;
    stage.connector.faultNext('post', fault);
    const error = await failure(post());
    expect(stage.connector.callsOf('post')).toHaveLength(1);
    expect({ kind: error.kind, doubtful: error.doubtful }).toEqual({ kind, doubtful });
    if (kind === 'rate_limited') expect(error.retryAfterMs).toBeGreaterThan(0);
    if (wait !== undefined) expect(error.retryAfterMs).toBe(wait);
  });
});

describe('one attempt for an edit that meets', () => {
  it.each(ROWS)('$name', async ({ fault, kind }) => {
    const message = await post();
    stage.connector.faultNext('update', fault);
    const error = await failure(stage.adapter.update(message, decided));
    expect(stage.connector.callsOf('update')).toHaveLength(1);
    expect(error.kind).toBe(kind);
    await stage.adapter.update(message, decided);
    expect(await stage.room.screen('mia')).toContain('Approved');
    expect(stage.room.messages('sam')).toHaveLength(1);
  });
});

describe('refusals of Teams itself', () => {
  it('a deleted message is gone', async () => {
    const message = await post();
    stage.connector.world.remove(stage.connector.world.find(HELPDESK, message.message)!);
    expect(await failure(stage.adapter.update(message, decided))).toMatchObject({ kind: 'gone' });
  });

  it('a deleted conversation is gone', async () => {
    stage.connector.world.conversations.get(HELPDESK)!.gone = true;
    expect(await failure(post())).toMatchObject({ kind: 'gone', doubtful: false });
  });

  it('a chat from which the app was taken is not tried again', async () => {
    stage.connector.world.conversations.get(HELPDESK)!.bot = false;
    const error = await failure(post());
    expect(['gone', 'refused']).toContain(error.kind);
  });

  it('somebody without the app cannot be written to first, which is not tried again', async () => {
    const user = stage.user('erin');
    const error = await failure(
      stage.adapter.openDirectMessage(user).then((to) => stage.adapter.post(to, 'hello', { key: 'k2' })),
    );
    expect(['gone', 'refused']).toContain(error.kind);
  });

  it('a connector that is away was certainly not reached', async () => {
    await post();
    await stage.connector.stop();
    // A connection that was kept open may end while the next request is on it, which leaves a doubt.
    await failure(post());
    expect(await failure(post('later'))).toMatchObject({ kind: 'unreachable', doubtful: false });
  });

  it('the rates, until the time that Teams names has passed', async () => {
    stage.connector.rates = 'with Retry-After';
    let error: ChatError | undefined;
    let posted = 0;
    while (error === undefined && posted < 20) {
      error = await post(`message ${posted}`).then(
        () => undefined,
        (reason: ChatError) => reason,
      );
      if (error === undefined) posted += 1;
    }
    expect(posted).toBeGreaterThanOrEqual(7);
    expect(error).toMatchObject({ kind: 'rate_limited', doubtful: false });
    expect(error?.retryAfterMs).toBeGreaterThanOrEqual(1000);
  });
});

describe('what goes out', () => {
  const bodies = (): Json[] => stage.connector.callsOf('post').map(({ body }) => body);

  it('is a card alone or words alone, so that it has an id', async () => {
    await post();
    await post('Only words.');
    expect(
      bodies().map(({ text, attachments }) => [Boolean(text), (attachments as [])?.length ?? 0]),
    ).toEqual([
      [false, 1],
      [true, 0],
    ]);
  });

  it.each([
    { name: 'a card', content: { ...card, body: [{ type: 'text', text: 'é'.repeat(200_000) }] } as Card },
    { name: 'words', content: 'é'.repeat(200_000) },
  ])('fits into 100 KB as UTF-16, however long $name is', async ({ content }) => {
    const message = await post(content);
    await stage.adapter.update(message, content);
    expect(stage.connector.calls.map(({ status }) => status)).toEqual([201, 200]);
  });

  it('stays in its thread, when posted and when changed', async () => {
    const said = await stage.room.says('dana', 'my printer is on fire', { where: 'mention' });
    const [event] = stage.core.events;
    const message: MessageRef = await post(card, event!.at);
    expect(stage.connector.callsOf('post').at(-1)?.conversation).toBe(said.channel);
    expect(stage.room.messages('mia').at(-1)?.thread).toBe(said.ts);
    await stage.adapter.update(message, decided);
    expect(stage.connector.callsOf('update').at(-1)?.conversation).toBe(said.channel);
    expect(stage.room.texts('mia').at(-1)).toContain('Approved');
  });

  it.each([
    { name: 'a channel', where: HELPDESK },
    { name: 'a group chat', where: GROUP_CHAT },
  ])('for one person in $name reaches nobody else, and is not stored there', async ({ where }) => {
    const dana = stage.user('dana');
    await stage.adapter.post({ ...channel, channel: where }, 'Only for Dana.', { key: 'k', onlyFor: dana });
    expect(await stage.room.screen('dana')).toContain('Only for Dana.');
    for (const other of ['mia', 'sam', 'claire']) {
      expect(await stage.room.screen(other)).not.toContain('Only for Dana.');
    }
  });
});

it('an answer for one person who has not installed the app is not shown to the others: a line says what to do', async () => {
  await stage.room.says('claire', 'help', { where: 'mention' });
  const claire = stage.user('claire');
  stage.connector.faultNext('create', { status: 403 });
  const failed = await failure(
    stage.adapter.post({ ...channel, channel: HELPDESK }, 'Only for Claire.', { key: 'k', onlyFor: claire }),
  );
  expect(failed).toMatchObject({ kind: 'gone' });
  const seen = await stage.room.screen('mia');
  expect(seen).toContain('I cannot write to you in your own chat');
  expect(seen).not.toContain('Only for Claire.');
});

describe('a person is looked up', () => {
  it('in pages, and not found is not an error', async () => {
    const find = (email: string, tenant = ACME_TENANT) => stage.adapter.findUser(tenant, email);
    const dana = await find('Dana.Reyes@acme-dental.example');
    expect(dana).toEqual(stage.user('dana'));
    expect(await find('nobody@acme-dental.example')).toBeUndefined();
    expect(
      await find('dana.reyes@acme-dental.example', '44444444-4444-4444-8444-444444444444'),
    ).toBeUndefined();
  });

  it('and a refusal on the way is a failure that can be tried again, after one attempt', async () => {
    const user = stage.user('sam');
    await stage.room.says('sam', 'hello', { where: 'mention' });
    stage.connector.calls.length = 0;
    for (const name of ['member', 'members', 'pagedMembers'] as const)
      stage.connector.faultNext(name, { status: 502 });
    expect(await failure(stage.adapter.profile(user))).toMatchObject({ kind: 'unreachable' });
    expect(stage.connector.calls).toHaveLength(1);
  });
});
