// A message that is changed or taken away reaches every ticket that it opened, whatever comes first.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { MessageEvent } from '../../src/chat.ts';
import { q } from '../../src/store/database.ts';
import { messageEvent } from '../support/message-event.ts';
import { raiseTeamsDesk } from '../support/teams-desk.ts';
import { createTestDesk, DANA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await createTestDesk();
});
afterEach(() => desk.close());

const at = { platform: 'playground', tenant: 'playground', channel: `dm:${DANA}` } as const;
const event = (own: string, more: Partial<MessageEvent> = {}, message = 'x1') =>
  messageEvent({
    id: randomUUID(),
    from: { platform: 'playground', tenant: 'playground', id: DANA },
    at,
    own,
    message: { ...at, message },
    ...more,
  });
const send = async (...events: readonly MessageEvent[]) => {
  await Promise.all(events.map((one) => desk.chat.send(one)));
  await desk.settle();
};
const states = async () =>
  (
    await desk.app.core.database.read(({ tx, t }) => q(tx.select().from(t.tickets).orderBy(t.tickets.number)))
  ).map(({ title, state }) => `${title}: ${state}`);
const effects = () => desk.app.core.database.read(({ tx, t }) => q(tx.select().from(t.sandboxChanges)));
const seen = (who: string) => desk.chat.textsOf(who).join('\n');

const FINANCE = 'Please add me to the Finance group';
const NEWSLETTER = 'Please add me to the Newsletter group';

describe('deleted', () => {
  test('while an approval is asked for: withdrawn, its card asks nobody any more', async () => {
    await send(event(FINANCE));
    expect(await states()).toEqual([`${FINANCE}: awaiting_approval`]);
    await send(event('', { deleted: true }));
    expect(await states()).toEqual([`${FINANCE}: closed`]);
    expect(seen(DANA)).toContain('You deleted your message, so ticket 1001 is cancelled.');
    expect((await desk.app.core.approvals.pending(desk.app.core.clock.now(), 10)).length).toBe(0);
  });

  test.each([
    ['before', [event('', { deleted: true }), event(FINANCE)]],
    ['together with', [event(FINANCE), event('', { deleted: true })]],
  ])('%s its message: nobody is asked', async (when, events) => {
    for (const one of events) {
      await desk.chat.send(one);
      if (when === 'before') await desk.settle();
    }
    await desk.settle();
    expect(seen(TINA)).not.toContain('Approval needed: add');
    expect((await states()).filter((state) => !state.endsWith('closed'))).toEqual([]);
  });

  test('both wishes of one message', async () => {
    await send(event(`${FINANCE}. Also, my VPN does not connect.`));
    expect((await states()).length).toBe(2);
    await send(event('', { deleted: true }));
    expect((await states()).filter((state) => !/closed|resolved/.test(state))).toEqual([]);
  });

  test('because the desk asked for it, a secret being in it: its wish stands', async () => {
    await send(event(`${FINANCE}. My password is Sommer2024!x`));
    await send(event('', { deleted: true }));
    expect((await states()).some((state) => state.endsWith('closed'))).toBe(false);
  });

  test('after it was done: nothing is undone, and nothing said', async () => {
    await send(event('I forgot my password'));
    const before = await states();
    const said = seen(DANA);
    await send(event('', { deleted: true }));
    expect(await states()).toEqual(before);
    expect(seen(DANA)).toBe(said);
    expect(await effects()).toHaveLength(1);
  });

  test('a message that opened nothing, and one of a stranger: not a word', async () => {
    await send(event('hello'));
    const said = seen(DANA);
    await send(event('', { deleted: true }));
    const from = { platform: 'playground', tenant: 'elsewhere', id: 'nobody@nowhere.example' } as const;
    await send(event('', { deleted: true, from }, 'x9'));
    expect(seen(DANA)).toBe(said);
    expect(desk.chat.textsOf('nobody@nowhere.example')).toEqual([]);
  });

  test('and shown again: the request stays cancelled, and its writer reads so', async () => {
    await send(event(FINANCE));
    await send(event('', { deleted: true }));
    await send(event(FINANCE, { edited: true }));
    expect(await states()).toEqual([`${FINANCE}: closed`]);
    expect(seen(DANA)).toContain('You had deleted this message, so its request is cancelled.');
  });

  test('by somebody else: nothing', async () => {
    await send(event(FINANCE));
    const from = {
      platform: 'playground',
      tenant: 'playground',
      id: 'sam.ortiz@acme-dental.example',
    } as const;
    await send(event('', { deleted: true, from }));
    expect(await states()).toEqual([`${FINANCE}: awaiting_approval`]);
  });
});

describe('edited', () => {
  test.each([
    ['before', [event(NEWSLETTER, { edited: true }), event(FINANCE)]],
    ['together with', [event(FINANCE), event(NEWSLETTER, { edited: true })]],
  ])('%s its message: one request, for what it was changed to', async (_, events) => {
    await send(...events);
    const pending = await desk.app.core.approvals.pending(desk.app.core.clock.now(), 10);
    expect(pending).toHaveLength(1);
    expect(await states()).toEqual([`${NEWSLETTER}: awaiting_approval`]);
    const { id } = (await desk.app.core.tickets.byNumber(1001))!;
    const said = (await desk.app.core.tickets.entries(id)).filter(({ kind }) => kind === 'requester');
    expect(said.map(({ text }) => text)).toEqual([NEWSLETTER]);
  });

  test('long before its message: what stood there first is not even noted', async () => {
    await send(event(NEWSLETTER, { edited: true }));
    await send(event(FINANCE));
    const { id } = (await desk.app.core.tickets.byNumber(1001))!;
    const said = (await desk.app.core.tickets.entries(id)).map(({ text }) => text);
    expect(said).not.toContain(FINANCE);
  });

  test('each wish of a message is planned anew; one that is gone is withdrawn', async () => {
    await send(event(`${FINANCE}. Also, please install Zoom on my laptop.`));
    expect(await states()).toHaveLength(2);
    await send(event(NEWSLETTER, { edited: true }));
    expect(await states()).toEqual([`${NEWSLETTER}: awaiting_approval`, expect.stringMatching(/: closed$/)]);
  });

  test('the same message under two ids is one request', async () => {
    await send(event(FINANCE), event(FINANCE));
    expect(await states()).toEqual([`${FINANCE}: awaiting_approval`]);
  });
});

test('on Teams a deleted request is withdrawn', async () => {
  const teams = await raiseTeamsDesk();
  try {
    const said = await teams.says('dana', FINANCE);
    await teams.deletes(said);
    expect((await teams.app.core.tickets.byNumber(1001))?.state).toBe('closed');
    expect(teams.texts('dana').at(-1)).toContain('You deleted your message, so ticket 1001 is cancelled.');
  } finally {
    await teams.close();
  }
});
