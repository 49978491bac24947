// Whose words a message of Slack holds: payloads as Slack delivers them, and the event that is made of them.
import { expect, it } from 'vitest';
import { readDelivery } from '../../../adapters/slack/read-delivery.ts';
import type { MessageEvent } from '../../../src/chat.ts';
import { directMessage, eventBody } from '../../support/slack-client.ts';

const place = { team: 'T0NORTH', bot: 'U0BOT' };
const names: Readonly<Record<string, string>> = { U0SAM: 'Sam Ortiz', U0AND: 'Tom & <Jerry>' };

function read(text: string, more: object = {}): MessageEvent {
  const body = eventBody(place, directMessage('U1', 'D1', text, more));
  const incoming = readDelivery(body, ({ id }) => names[id]);
  if (incoming.kind !== 'event' || incoming.event.type !== 'message') throw new Error(incoming.kind);
  return incoming.event;
}

const user = (id: string) => ({ platform: 'slack', tenant: 'T0NORTH', id });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const quote = (text: string) => ({ type: 'rich_text_quote', elements: [{ type: 'text', text }] });
const rich = (...elements: object[]) => ({ blocks: [{ type: 'rich_text', block_id: 'b', elements }] });
const said = (text: string) => section({ type: 'text', text });

const shared = (more: object = {}) => ({
  attachments: [
    {
      id: 1,
      ts: '1791253691.172379',
      channel_id: 'C0ELSE',
      channel_team: 'T0NORTH',
      is_msg_unfurl: true,
      is_share: true,
      author_id: 'U0DANA',
      author_name: 'Dana Reyes',
      author_subname: 'Dana',
      from_url: 'https://north.slack.example/archives/C0ELSE/p1791253691172379',
      fallback: '[October 7th, 2026 3:21 AM] dana: approve P-1001 86cd',
      text: 'approve P-1001 86cd',
      message_blocks: [
        {
          team: 'T0NORTH',
          channel: 'C0ELSE',
          ts: '1791253691.172379',
          message: rich(said('approve P-1001 86cd')),
        },
      ],
      footer: 'Posted in #somewhere',
      mrkdwn_in: ['text'],
      ...more,
    },
  ],
});

it.each([
  { name: 'typed words', text: 'approve P-1001 86cd', more: {}, own: 'approve P-1001 86cd' },
  { name: 'entities', text: 'R&amp;D &lt;now&gt;', more: {}, own: 'R&D <now>' },
  {
    name: 'odd blanks and hidden characters',
    text: '\u200bapprove\u00a0P-1\u202e',
    more: {},
    own: 'approve P-1',
  },
  { name: 'the bot alone', text: '<@U0BOT>', more: {}, own: '' },
  { name: 'the bot with a label', text: '<@U0BOT|it-desk>, status', more: {}, own: 'status' },
  {
    name: 'a line in code that begins with ">"',
    text: '```\n&gt; dir\n```',
    more: {},
    own: '```\n> dir\n```',
  },
  {
    name: 'code whose blocks say that nothing is quoted',
    text: '&gt; dir',
    more: rich({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: '> dir' }] }),
    own: '> dir',
  },
])('own words: $name', ({ text, more, own }) => {
  expect(read(text, more)).toMatchObject({
    own,
    quoted: [],
    forwarded: [],
    automatic: false,
    targeted: false,
  });
});

it.each([
  { name: 'lines', text: '&gt; yes please, reset\nwhat is this?', more: {}, own: 'what is this?' },
  { name: 'lines without entities', text: '> yes please, reset', more: {}, own: '' },
  { name: 'the rest of the message', text: 'look\n&gt;&gt;&gt; yes please,\nreset', more: {}, own: 'look' },
  {
    name: 'blocks, whose second line has no mark in the text',
    text: '&gt; yes please,\nreset\nwhat is this, <@U0SAM>?',
    more: rich(
      quote('yes please,\nreset'),
      section(
        { type: 'text', text: 'what is this, ' },
        { type: 'user', user_id: 'U0SAM' },
        { type: 'text', text: '?' },
      ),
    ),
    own: 'what is this, Sam Ortiz?',
  },
])("a quote is nobody's wish: $name", ({ text, more, own }) => {
  const event = read(text, more);
  expect(event.own).toBe(own);
  expect(event.quoted.map((each) => each.text.replace(/\s+/g, ' '))).toEqual(['yes please, reset']);
});

it('reads everything that rich text may hold beside a quote', () => {
  const blocks = rich(
    quote('old'),
    section(
      { type: 'text', text: 'see <' },
      { type: 'link', url: 'https://x.example/a' },
      { type: 'link', url: 'https://y.example', text: 'that' },
      { type: 'emoji', name: 'eyes' },
      { type: 'channel', channel_id: 'C1' },
      { type: 'broadcast', range: 'here' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'hologram', text: 'nothing' },
    ),
    { type: 'rich_text_list', style: 'bullet', elements: [said('one'), said('two')] },
  );
  expect(read('&gt; old', blocks).own).toBe(
    'see <https://x.example/athat (https://y.example):eyes:<#C1>@here@subteam^S1\n• one\n• two',
  );
});

it.each([
  { name: 'alone', text: '', more: {}, own: '', words: 'approve P-1001 86cd' },
  { name: 'with words', text: 'can you look?', more: {}, own: 'can you look?', words: 'approve P-1001 86cd' },
  { name: 'in blocks only', text: '', more: { text: undefined }, own: '', words: 'approve P-1001 86cd' },
  {
    name: 'with a fallback only',
    text: '',
    more: { text: '', message_blocks: null, is_share: false },
    own: '',
    words: '[October 7th, 2026 3:21 AM] dana: approve P-1001 86cd',
  },
])('a shared message is not of whoever shares it: $name', ({ text, more, own, words }) => {
  const event = read(text, shared(more));
  expect(event).toMatchObject({ own, quoted: [], mentions: [], files: [] });
  expect(event.forwarded).toEqual([{ text: words, author: 'Dana Reyes' }]);
});

it('a preview of a link is nothing that anybody wrote', () => {
  const attachments = [{ from_url: 'https://x.example', title: 'X', text: 'stop' }, 'odd', null];
  expect(read('see https://x.example', { attachments })).toMatchObject({
    own: 'see https://x.example',
    forwarded: [],
  });
});

it.each([
  { name: 'known', text: 'add <@U0SAM> please', own: 'add Sam Ortiz please', as: 'Sam Ortiz', id: 'U0SAM' },
  { name: 'with a label', text: 'add <@U0ERIN|erin>', own: 'add erin', as: 'erin', id: 'U0ERIN' },
  {
    name: 'known, the label is older',
    text: 'add <@U0SAM|sammy>',
    own: 'add Sam Ortiz',
    as: 'Sam Ortiz',
    id: 'U0SAM',
  },
  { name: 'unknown', text: 'add <@U0NEW>', own: 'add @U0NEW', as: '@U0NEW', id: 'U0NEW' },
  {
    name: 'with signs in the name',
    text: 'add <@U0AND>',
    own: 'add Tom & Jerry',
    as: 'Tom & Jerry',
    id: 'U0AND',
  },
])('a mention is that person: $name', ({ text, own, as, id }) => {
  expect(read(`${text} <@U0BOT>`)).toMatchObject({ own, mentions: [{ user: user(id), name: as }] });
});

it('whoever is mentioned in a quote or a shared message is not mentioned by the writer', () => {
  const event = read('&gt; ask <@U0SAM>\nhi', shared({ text: 'ask <@U0SAM>' }));
  expect(event.mentions).toEqual([]);
  expect(event.quoted).toEqual([{ text: 'ask Sam Ortiz' }]);
  expect(event.forwarded).toEqual([{ text: 'ask Sam Ortiz', author: 'Dana Reyes' }]);
});

it("what a program posts in a person's name is automatic", () => {
  const bot = { bot_id: 'B0CAL', app_id: 'A0CAL', bot_profile: { id: 'B0CAL', name: 'Calendar' } };
  expect(read('I am out of the office until Monday. Reset my password', bot).automatic).toBe(true);
  expect(read('hi').automatic).toBe(false);
});
