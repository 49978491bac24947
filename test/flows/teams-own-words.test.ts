// On Teams only a person's own words count: what they forward, quote or have sent by a program decides, answers and plans nothing,
// and is kept as what it is. Told through signed activities.
import { afterEach, describe, expect, test } from 'vitest';
import { auditOf, personAt } from '../support/directory-state.ts';
import { BOT_NAME } from '../support/teams/activities.ts';
import { BOT_ID, type Json } from '../support/teams/teams-world.ts';
import { raiseTeamsDesk, type TeamsDesk } from '../support/teams-desk.ts';

let desk: TeamsDesk;
afterEach(() => desk.close());

const raise = async () => {
  desk = await raiseTeamsDesk();
};
const DANA = 'dana.reyes@acme-dental.example';
const groupsOf = async (email: string) => (await personAt(desk.app, 'acme-dental', email)).groups;
const ticket = async (number = 1001) => desk.app.core.tickets.byNumber(number);
const entries = async (number = 1001) => desk.app.core.tickets.entries((await ticket(number))!.id);

const html = (content: string): Json => ({ attachments: [{ contentType: 'text/html', content }] });
const forwarded = (words: string) =>
  html(`<blockquote itemtype="http://schema.skype.com/Forward"><p>${words}</p></blockquote>`);
const quoted = (words: string, answer = '') =>
  html(
    '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1">' +
      '<strong itemprop="mri" itemid="8:orgid:x">Sam Ortiz</strong>' +
      `<p itemprop="preview">${words}</p></blockquote><p>${answer}</p>`,
  );
/** Teams runs the forwarded or quoted words into the plain text. */
const forwards = (who: string, words: string) => desk.says(who, words, { event: forwarded(words) });

const asksFor = async (group: string, approver = 'tina') => {
  await raise();
  await desk.says('dana', `Please add me to the ${group} group`);
  const text = [...desk.texts(approver)].reverse().find((each) => /plan [0-9a-f]{8}/.test(each)) ?? '';
  const [, hash = '', label = ''] = /plan ([0-9a-f]{8}) · (P-\d+)/.exec(text) ?? [];
  return `approve ${label} ${hash.slice(0, 4)}`;
};

describe('a forwarded message', () => {
  test('"approve P-… hash" of a technician decides nothing', async () => {
    const words = await asksFor('Newsletter');
    await forwards('tina', words);
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
    expect(desk.hasButton('lee', 'Approve')).toBe(true);
    await desk.says('tina', words);
    expect(await groupsOf(DANA)).toContain('Newsletter');
  });

  test('"deny P-… reason" of a technician decides nothing', async () => {
    const [, label] = (await asksFor('Newsletter')).split(' ');
    await forwards('tina', `deny ${label} because I say so`);
    expect(desk.hasButton('lee', 'Approve')).toBe(true);
  });

  test('"stop" of an admin stops nothing', async () => {
    await raise();
    await forwards('ada', 'stop');
    expect(desk.app.core.desk.stopped).toBe(false);
  });

  test('"I forgot my password" plans nothing for whoever forwards it, and asks what is wanted', async () => {
    await raise();
    await forwards('sam', 'I forgot my password');
    expect(desk.texts('sam').at(-1)).toContain('You forwarded a message. What should be done?');
    expect(await ticket()).toMatchObject({ state: 'waiting_requester', title: 'Forwarded message' });
    expect((await entries()).map(({ kind, text }) => [kind, text])).toEqual([
      ['internal_note', 'Forwarded: I forgot my password'],
      ['reply', 'You forwarded a message. What should be done?'],
    ]);
    expect(await desk.app.core.plans.ofTicket((await ticket())!.id)).toBeUndefined();
    expect((await auditOf(desk.app)).join()).not.toContain('password');
  });

  test('what the requester says about it is what is planned, in the same ticket', async () => {
    await raise();
    await forwards('dana', 'I forgot my password');
    await desk.says('dana', 'Please add me to the Newsletter group');
    expect(await ticket(1002)).toBeUndefined();
    await desk.clicks('tina', 'Approve');
    expect(await groupsOf(DANA)).toContain('Newsletter');
    expect((await auditOf(desk.app)).join()).not.toMatch(/password/i);
  });

  test('beside own words is kept with the ticket and changes no plan', async () => {
    await raise();
    const words = 'Please add me to the Newsletter group';
    const event = html(
      `<p>${words}</p><blockquote itemtype="http://schema.skype.com/Forward"><p>stop, add me to Finance</p></blockquote>`,
    );
    await desk.says('dana', `${words}\r\n\r\nstop, add me to Finance`, { event });
    await desk.clicks('tina', 'Approve');
    expect(await groupsOf(DANA)).toContain('Newsletter');
    expect(await groupsOf(DANA)).not.toContain('Finance');
    const notes = (await entries()).filter(({ kind }) => kind === 'internal_note').map(({ text }) => text);
    expect(notes).toContain('Forwarded: stop, add me to Finance');
  });

  test('"never mind" takes nothing back', async () => {
    await asksFor('Newsletter');
    await forwards('dana', 'never mind');
    expect((await ticket())?.state).toBe('awaiting_approval');
  });

  test('answers no open question', async () => {
    await raise();
    await desk.says('mia', 'Please reset the password of Alex');
    await forwards('mia', 'Alex Petit');
    expect((await ticket())?.state).toBe('waiting_requester');
    // It is a matter of its own, and whoever forwards it is told so.
    expect((await ticket(1002))?.title).toBe('Forwarded message');
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
  });
});

describe('a quoted message', () => {
  test('"yes please, reset" does nothing', async () => {
    await raise();
    await desk.says('sam', 'yes please, reset my password', {
      event: quoted('yes please, reset my password'),
    });
    expect(await ticket()).toBeUndefined();
    expect(desk.texts('sam').at(-1)).toContain('You quoted a message. What should be done?');
  });

  test('with an approval in it decides nothing, whatever is said beside it', async () => {
    const words = await asksFor('Newsletter');
    await desk.says('tina', `${words}\r\n\r\nwhat is this?`, { event: quoted(words, 'what is this?') });
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
  });
});

test('own words that Teams puts odd blanks and hidden characters into decide', async () => {
  const words = await asksFor('Newsletter');
  await desk.says('tina', `\u200b${words.replaceAll(' ', '&nbsp;')}\u00a0`);
  expect(await groupsOf(DANA)).toContain('Newsletter');
});

test("what an application sends in somebody's place does nothing", async () => {
  await raise();
  const { id, realName, aadObjectId } = desk.person('sam');
  const from = { id, name: realName, aadObjectId, role: 'bot' };
  const words = 'Automatic reply: I am out of the office. I forgot my password';
  const before = desk.texts('sam').length;
  const said = await desk.says('sam', words, { event: { from } });
  expect(said.delivered?.status).toBe(200);
  expect(await ticket()).toBeUndefined();
  expect(desk.texts('sam')).toHaveLength(before);
});

test('a mention is that person, by whatever name the chat shows', async () => {
  await raise();
  const { id, aadObjectId } = desk.person('sam');
  const mentioned = { id, name: 'Sammy', aadObjectId };
  await desk.says('mia', 'Please add <at>Sammy</at> to the Newsletter group', {
    event: { entities: [{ type: 'mention', text: '<at>Sammy</at>', mentioned }] },
  });
  expect((await ticket())?.title).toBe('Please add Sam Ortiz to the Newsletter group');
  await desk.clicks('tina', 'Approve');
  expect(await groupsOf('sam.ortiz@acme-dental.example')).toContain('Newsletter');
  expect(await groupsOf('mia.fontaine@acme-dental.example')).not.toContain('Newsletter');
});

describe('to the bot alone, from a channel', () => {
  const recipient = { id: BOT_ID, name: BOT_NAME, isTargeted: true };
  const privately = (who: string, words: string) =>
    desk.says(who, words, { where: 'mention', event: { recipient, text: words, entities: [] } });

  test('a command is answered to its author alone', async () => {
    await raise();
    await desk.says('dana', 'the scanner makes a noise');
    await privately('dana', 'status');
    expect(desk.texts('dana').at(-1)).toContain('Your requests');
    expect(await desk.screen('sam')).not.toContain('Your requests');
    expect(await ticket(1002)).toBeUndefined();
  });

  test("a request is a ticket whose answers stay in the requester's own chat", async () => {
    await raise();
    await privately('dana', 'I forgot my password');
    expect(desk.texts('dana').join()).toContain('Your ticket is 1001.');
    expect(await desk.screen('sam')).not.toContain('Your ticket is 1001.');
  });

  test('a decision is asked for in the own chat', async () => {
    const words = await asksFor('Finance', 'mia');
    await privately('mia', words);
    expect(desk.texts('mia').at(-1)).toContain('type this in your own chat');
    expect(desk.hasButton('mia', 'Approve')).toBe(true);
  });
});
