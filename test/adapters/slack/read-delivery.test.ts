// What each delivery of Slack means to the core: a table of payloads.
import { expect, it } from 'vitest';
import type { Incoming } from '../../../adapters/slack/incoming.ts';
import { readDelivery } from '../../../adapters/slack/read-delivery.ts';
import { encodeAction } from '../../../cards/action.ts';
import {
  clickBody,
  directMessage,
  eventBody,
  submissionBody,
  viewClickBody,
} from '../../support/slack-client.ts';

const place = { team: 'T0NORTH', bot: 'U0BOT' };
const dana = { platform: 'slack', tenant: 'T0NORTH', id: 'U1' };
const approve = { type: 'approval.approve', approvalId: 'a1' } as const;

const event = (inner: object, more: object = {}) => readDelivery(eventBody(place, inner, more));
const channelMessage = (more: object) => ({
  type: 'message',
  channel_type: 'channel',
  channel: 'C1',
  user: 'U1',
  text: 'hi',
  ts: '2.0',
  ...more,
});
const changed = (message: object, more: object = {}) => ({
  type: 'message',
  subtype: 'message_changed',
  channel_type: 'im',
  channel: 'D1',
  message: { type: 'message', user: 'U1', text: 'new', ts: '1.0', edited: { user: 'U1' }, ...message },
  previous_message: { text: 'old' },
  ...more,
});

const ignored: readonly { name: string; body: object }[] = [
  { name: "the bot's own message", body: directMessage('U0BOT', 'D1', 'hi') },
  { name: 'a message of Slackbot', body: directMessage('USLACKBOT', 'D1', 'hi') },
  { name: 'a bot_message', body: directMessage('U1', 'D1', 'hi', { subtype: 'bot_message' }) },
  { name: 'a deleted message', body: directMessage('U1', 'D1', 'hi', { subtype: 'message_deleted' }) },
  { name: 'somebody joined', body: channelMessage({ subtype: 'channel_join', thread_ts: '1.0' }) },
  { name: 'a channel message outside threads', body: channelMessage({}) },
  {
    name: 'a mention that comes as app_mention too',
    body: channelMessage({ thread_ts: '1.0', text: '<@U0BOT> hi' }),
  },
  { name: 'our own update of a card', body: changed({ user: 'U0BOT', bot_id: 'B0DESK' }) },
  { name: 'a link preview', body: changed({ edited: undefined }) },
  { name: 'an edit that left the words', body: changed({ text: 'old' }) },
  {
    name: 'an edited channel message outside threads',
    body: changed({}, { channel_type: 'channel', channel: 'C1' }),
  },
  { name: "a person's own token revoked", body: { type: 'tokens_revoked', tokens: { oauth: ['U1'] } } },
  { name: 'an event that we did not ask for', body: { type: 'reaction_added', user: 'U1' } },
];
it.each(ignored)('ignores $name', ({ body }) => {
  expect(event(body)).toEqual({ kind: 'ignored' });
});

function heard(incoming: Incoming) {
  if (incoming.kind !== 'event') throw new Error(`expected an event, got ${incoming.kind}`);
  return incoming;
}

it('answers a direct message in its own thread', () => {
  const { event: got, way } = heard(event(directMessage('U1', 'D1', 'hi', { ts: '1.0' })));
  const at = { platform: 'slack', tenant: 'T0NORTH', channel: 'D1', thread: '1.0' };
  expect(got).toMatchObject({
    type: 'message',
    direct: true,
    mentioned: false,
    from: dana,
    at,
    message: { ...at, message: '1.0' },
  });
  expect(way).toMatchObject({ team: 'T0NORTH', user: 'U1', channel: 'D1', thread: '1.0' });
});

it('keeps a follow-up in its thread', () => {
  const { event: got } = heard(event(directMessage('U1', 'D1', 'more', { ts: '2.0', thread_ts: '1.0' })));
  expect(got).toMatchObject({ at: { thread: '1.0' }, message: { message: '2.0', thread: '1.0' } });
});

it('reads a mention, a reply in a thread and an edit', () => {
  const mention = { type: 'app_mention', channel: 'C1', user: 'U1', text: '<@U0BOT> my printer', ts: '1.0' };
  expect(heard(event(mention)).event).toMatchObject({
    own: 'my printer',
    mentioned: true,
    direct: false,
    edited: false,
  });
  const reply = heard(event(channelMessage({ thread_ts: '1.0' }))).event;
  expect(reply).toMatchObject({ mentioned: false, direct: false, at: { channel: 'C1', thread: '1.0' } });
  const edit = heard(event(changed({ thread_ts: '0.5' }))).event;
  expect(edit).toMatchObject({
    edited: true,
    own: 'new',
    message: { message: '1.0', thread: '0.5' },
    direct: true,
  });
});

it('lists files, and leaves out what has no address', () => {
  const files = [
    { name: 'screen.png', mimetype: 'image/png', size: 1200, url_private: 'https://files.example/1' },
    { name: 'gone.png', mode: 'tombstone' },
  ];
  const { event: got } = heard(event(directMessage('U1', 'D1', 'see', { subtype: 'file_share', files })));
  expect(got).toMatchObject({
    files: [{ name: 'screen.png', mimeType: 'image/png', size: 1200, url: 'https://files.example/1' }],
  });
});

it('answers through the installation, and counts an outsider in their own workspace', () => {
  const shared = { team_id: 'T0OTHER', context_team_id: 'T0OTHER', is_ext_shared_channel: true };
  const mention = {
    type: 'app_mention',
    channel: 'C1',
    user: 'U9',
    text: 'hi',
    ts: '1.0',
    user_team: 'T0OTHER',
    team: 'T0OTHER',
  };
  const { event: got, way } = heard(event(mention, shared));
  expect(got.from).toEqual({ platform: 'slack', tenant: 'T0OTHER', id: 'U9' });
  expect(got.at.tenant).toBe('T0NORTH');
  expect(way.team).toBe('T0NORTH');
});

it('tells Home from the conversation, and reports a removal', () => {
  const opened = { type: 'app_home_opened', user: 'U1', channel: 'D1' };
  expect(heard(event({ ...opened, tab: 'home' })).event).toMatchObject({
    type: 'home',
    from: dana,
    at: { channel: 'D1' },
  });
  expect(event({ ...opened, tab: 'messages' })).toEqual({
    kind: 'conversation_opened',
    team: 'T0NORTH',
    channel: 'D1',
  });
  expect(heard(event({ type: 'app_uninstalled' })).event).toMatchObject({
    type: 'removed',
    at: { tenant: 'T0NORTH' },
  });
  expect(heard(event({ type: 'tokens_revoked', tokens: { bot: ['U0BOT'] } })).event.type).toBe('removed');
});

const click = (more: object = {}) => ({
  ...clickBody(place, {
    user: 'U1',
    value: encodeAction(approve),
    channel: 'C1',
    message: { ts: '3.0', thread_ts: '1.0' },
    trigger: 'tr',
  }),
  ...more,
});

it('reads a click: who, where, which card', () => {
  const { event: got } = heard(readDelivery(click()));
  const at = { platform: 'slack', tenant: 'T0NORTH', channel: 'C1', thread: '1.0' };
  expect(got).toMatchObject({
    type: 'action',
    action: approve,
    from: dana,
    at,
    message: { ...at, message: '3.0' },
    trigger: 'tr',
  });
  expect(got.id).toMatch(/^click:U1:3\.0:/);
});

it('gives two clicks on one button two ids', () => {
  expect(heard(readDelivery(click())).event.id).not.toBe(heard(readDelivery(click())).event.id);
});

it('counts an outsider who clicks in their own workspace', () => {
  const { event: got } = heard(
    readDelivery(click({ user: { id: 'U9', team_id: 'T0OTHER' }, team: { id: 'T0OTHER' } })),
  );
  expect(got.from).toEqual({ platform: 'slack', tenant: 'T0OTHER', id: 'U9' });
  expect(got.at.tenant).toBe('T0NORTH');
});

it('has no message for a click that cannot be updated: ephemeral, Home, modal', () => {
  const ephemeral = click({ container: { type: 'message', message_ts: '3.0', is_ephemeral: true } });
  expect(heard(readDelivery(ephemeral)).event).toMatchObject({ message: undefined, at: { channel: 'C1' } });
  for (const view of ['home', 'modal'] as const) {
    const value = encodeAction({ type: 'ticket.open', ticketId: 't1' });
    const { event: got, way } = heard(
      readDelivery(viewClickBody(place, { user: 'U1', value, trigger: 'tr', view })),
    );
    expect(got).toMatchObject({ type: 'action', message: undefined, at: { channel: 'U1' } });
    expect(way).toMatchObject({ surface: view === 'modal' ? 'modal' : 'other', channel: undefined });
  }
});

const open = (metadata: string) => ({
  id: 'V1',
  hash: '1.h',
  view: {
    title: { text: 'Deny' },
    callback_id: 'form',
    private_metadata: metadata,
    blocks: [
      { type: 'input', block_id: 'reason', element: { type: 'plain_text_input', action_id: 'value' } },
      { type: 'input', block_id: 'kind', element: { type: 'static_select', action_id: 'value' } },
      {
        type: 'input',
        block_id: 'tell',
        element: { type: 'checkboxes', action_id: 'value', options: [{ value: 'x' }] },
      },
      { type: 'input', block_id: 'empty', element: { type: 'plain_text_input', action_id: 'value' } },
    ],
  },
});

it('flattens a submitted form', () => {
  const form = { type: 'form.deny', approvalId: 'a1' } as const;
  const body = submissionBody(place, 'U1', open(encodeAction(form)), {
    reason: 'no',
    kind: 'policy',
    tell: true,
  });
  const { event: got } = heard(readDelivery(body));
  expect(got).toMatchObject({
    type: 'submission',
    form,
    from: dana,
    values: { reason: 'no', kind: 'policy', tell: 'true', empty: '' },
  });
});

it('does not take a form that we did not make', () => {
  const foreign = submissionBody(place, 'U1', open('{"type":"form.everything"}'), {});
  expect(readDelivery(foreign).kind).toBe('not_ours');
});

it('reads the message shortcut, with the person who wrote the message', () => {
  const shortcut = {
    type: 'message_action',
    callback_id: 'send_to_it',
    trigger_id: 'tr',
    team: { id: 'T0NORTH' },
    user: { id: 'U2', team_id: 'T0NORTH' },
    channel: { id: 'C1' },
    message: { ts: '5.0', user: 'U1', text: 'the &lt;printer&gt; is dead' },
  };
  expect(heard(readDelivery(shortcut)).event).toMatchObject({
    type: 'shortcut',
    id: 'shortcut:tr',
    from: { id: 'U2' },
    author: dana,
    text: 'the <printer> is dead',
    message: { channel: 'C1', message: '5.0' },
    at: { thread: '5.0' },
  });
  expect(readDelivery({ ...shortcut, callback_id: 'another' })).toEqual({ kind: 'ignored' });
});
