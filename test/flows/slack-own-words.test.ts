// On Slack only a person's own words count: what they share, quote or have posted by a program asks, answers and decides nothing,
// and is kept as what it is. Told through signed deliveries.
import { afterEach, describe, expect, test } from 'vitest';
import { personAt } from '../support/directory-state.ts';
import { raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

const raise = async () => {
  desk = await raiseSlackDesk('http');
};
const ticket = async (number = 1001) => desk.app.core.tickets.byNumber(number);
const entries = async (number = 1001) => desk.app.core.tickets.entries((await ticket(number))!.id);
const groupsOf = async (email: string) => (await personAt(desk.app, 'acme-dental', email)).groups;
const DANA = 'dana.reyes@acme-dental.example';

const shared = (text: string) => ({
  attachments: [
    {
      is_msg_unfurl: true,
      is_share: true,
      author_id: desk.id('dana'),
      author_name: 'Dana Reyes',
      channel_id: 'C0ELSE',
      from_url: 'https://north.slack.example/archives/C0ELSE/p1',
      fallback: `[1:00 PM] dana: ${text}`,
      text,
    },
  ],
});
const shares = (who: string, words: string, own = '') => desk.says(who, own, { event: shared(words) });

describe('a shared message', () => {
  test('"stop" of an admin stops nothing', async () => {
    await raise();
    await shares('ada', 'stop');
    expect(desk.app.core.desk.stopped).toBe(false);
  });

  test('"I forgot my password" plans nothing for whoever shares it, and asks what is wanted', async () => {
    await raise();
    await shares('sam', 'I forgot my password');
    await desk.told('sam', 'You forwarded a message. What should be done?');
    expect(await ticket()).toMatchObject({
      state: 'waiting_requester',
      title: 'Forwarded message from Dana Reyes',
    });
    expect((await entries())[0]).toMatchObject({
      kind: 'internal_note',
      text: 'Forwarded (from Dana Reyes): I forgot my password',
    });
    expect(await desk.app.core.plans.ofTicket((await ticket())!.id)).toBeUndefined();
  });

  test('with a greeting is no more of a wish', async () => {
    await raise();
    await shares('sam', 'I forgot my password', 'hi');
    await desk.told('sam', 'You forwarded a message. What should be done?');
  });

  test('in the thread of a question answers it with nothing, and is kept there', async () => {
    await raise();
    const said = await desk.says('mia', 'Please reset the password of Alex');
    await desk.says('mia', '', { under: said, event: shared('Alex Petit') });
    expect((await ticket())?.state).toBe('waiting_requester');
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    expect((await entries()).at(-1)).toMatchObject({
      kind: 'internal_note',
      text: 'Forwarded (from Dana Reyes): Alex Petit',
    });
    expect(await ticket(1002)).toBeUndefined();
  });

  test('shows its passwords to nobody', async () => {
    await raise();
    await shares('sam', 'my password is "Winter2026!x"');
    expect(JSON.stringify(await entries())).not.toContain('Winter2026!x');
  });
});

describe('a quote', () => {
  test('"yes please, reset" does nothing', async () => {
    await raise();
    await desk.says('sam', '&gt; yes please, reset my password');
    expect(await ticket()).toBeUndefined();
    await desk.told('sam', 'You quoted a message. What should be done?');
  });

  test('"never mind" takes nothing back', async () => {
    await raise();
    const said = await desk.says('dana', 'Please add me to the Newsletter group');
    await desk.says('dana', '&gt; never mind', { under: said });
    expect((await ticket())?.state).toBe('awaiting_approval');
    expect((await entries()).at(-1)).toMatchObject({ kind: 'internal_note', text: 'Quoted: never mind' });
  });
});

test.each([
  { name: 'in a direct message', where: 'direct' },
  { name: 'to the bot in a channel', where: 'mention' },
] as const)('an out-of-office that a program posts does nothing: $name', async ({ where }) => {
  await raise();
  const event = { bot_id: 'B0CAL', app_id: 'A0CAL' };
  const words = 'I am out of the office until Monday. I forgot my password';
  const said = await desk.says('sam', words, { where, event });
  expect(said.delivered.status).toBe(200);
  expect(await ticket()).toBeUndefined();
  expect(desk.texts('sam')).toEqual([]);
});

describe('a mention', () => {
  test('is that person', async () => {
    await raise();
    await desk.says('mia', `Please add <@${desk.id('sam')}> to the Newsletter group`);
    expect((await ticket())?.title).toBe('Please add Sam Ortiz to the Newsletter group');
    await desk.clicks('tina', 'Approve');
    expect(await groupsOf('sam.ortiz@acme-dental.example')).toContain('Newsletter');
    expect(await groupsOf('mia.fontaine@acme-dental.example')).not.toContain('Newsletter');
  });

  test('of an account that Slack no longer lets in stays in the words, and the requester is not taken instead', async () => {
    await raise();
    desk.web.serve('users.info', (_token, args) =>
      args.user === 'U0GONE' ? { body: { ok: false, error: 'user_not_found' } } : undefined,
    );
    await desk.says('dana', 'Please add <@U0GONE> to the Newsletter group');
    expect((await ticket())?.title).toBe('Please add @U0GONE to the Newsletter group');
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
  });

  test('beside thanks leaves it thanks', async () => {
    await raise();
    await desk.says('dana', `thanks <@${desk.id('tina')}>`);
    await desk.told('dana', 'You are welcome');
    expect(await ticket()).toBeUndefined();
  });

  test('waits for a Slack that does not answer, rather than being read without its name', async () => {
    await raise();
    let down = true;
    desk.web.serve('users.info', (_token, args) =>
      down && args.user === desk.id('sam') ? { status: 503, body: {} } : undefined,
    );
    await desk.says('mia', `Please add <@${desk.id('sam')}> to the Newsletter group`);
    expect(await ticket()).toBeUndefined();
    down = false;
    await desk.move(60_000);
    expect((await ticket())?.title).toBe('Please add Sam Ortiz to the Newsletter group');
  });
});
