// The manifest asks for what the adapter uses, no more and no less, in a form that Slack takes.
import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { slackManifest, slackManifestText } from '../../../adapters/slack/manifest.ts';
import { EVENT_SCOPES, METHOD_SCOPES } from '../../../adapters/slack/methods.ts';

const folder = new URL('../../../adapters/slack/', import.meta.url);
const sources = readdirSync(folder)
  .filter((name) => name !== 'methods.ts')
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));

const text = (maxLength: number, minLength = 1) => ({ type: 'string', minLength, maxLength });
const flag = { type: 'boolean' };
const url = { type: 'string', pattern: '^https://', maxLength: 3000 };
const closed = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});
const list = (items: object, maxItems: number) => ({
  type: 'array',
  items,
  minItems: 1,
  maxItems,
  uniqueItems: true,
});

/** The parts of Slack's manifest that we use, closed, with the limits of docs.slack.dev/reference/app-manifest. */
const schema = closed({
  _metadata: closed({ major_version: { const: 2 }, minor_version: { const: 1 } }),
  display_information: closed({
    name: text(35),
    description: text(140),
    background_color: { type: 'string', pattern: '^#[0-9a-f]{6}$' },
    long_description: text(4000, 175),
  }),
  features: closed({
    app_home: closed({
      home_tab_enabled: { const: true },
      messages_tab_enabled: { const: true },
      messages_tab_read_only_enabled: { const: false },
    }),
    bot_user: closed({ display_name: text(80), always_online: flag }),
    shortcuts: list(
      closed({ name: text(24), type: { const: 'message' }, callback_id: text(255), description: text(150) }),
      10,
    ),
    slash_commands: list(
      closed(
        {
          command: { type: 'string', pattern: '^/[a-z0-9_-]+$', maxLength: 32 },
          url,
          description: text(2000),
          usage_hint: text(1000),
          should_escape: { const: true },
        },
        ['command', 'description', 'usage_hint', 'should_escape'],
      ),
      50,
    ),
    agent_view: closed({
      agent_description: text(300),
      suggested_prompts: list(closed({ title: text(75), message: text(300) }), 4),
    }),
  }),
  oauth_config: closed({ scopes: closed({ bot: list(text(50), 255) }) }),
  settings: closed({
    event_subscriptions: closed({ request_url: url, bot_events: list(text(50), 100) }, ['bot_events']),
    interactivity: closed({ is_enabled: { const: true }, request_url: url }, ['is_enabled']),
    org_deploy_enabled: flag,
    socket_mode_enabled: flag,
    token_rotation_enabled: flag,
  }),
});
const fits = new Ajv({ allErrors: true }).compile(schema);

interface Manifest {
  features: { slash_commands: { command: string; usage_hint: string; url?: string }[] };
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] }; socket_mode_enabled: boolean };
}
const commands = [
  { name: 'help', usage: 'help', summary: 'Shows the commands' },
  { name: 'status', usage: 'status [N]', summary: 'Shows your requests' },
];
const read = (value: object) => value as Manifest;
const shipped = () =>
  JSON.parse(readFileSync(new URL('../../../manifest/slack.json', import.meta.url), 'utf8')) as Manifest;

it.each([
  { name: 'for sockets', manifest: () => slackManifest(commands) },
  {
    name: 'for HTTP',
    manifest: () => slackManifest(commands, { requestUrl: 'https://desk.example/slack/events' }),
  },
  { name: 'with another command and no words', manifest: () => slackManifest([], { command: '/it' }) },
  { name: 'as it is shipped', manifest: shipped },
])('has the form that Slack takes: $name', ({ manifest }) => {
  fits(manifest());
  expect(fits.errors).toBeNull();
});

it('asks for the scopes of the methods called and the events heard, each once', () => {
  const { bot } = read(slackManifest(commands)).oauth_config.scopes;
  expect(bot).toEqual([
    'app_mentions:read',
    'assistant:write',
    'channels:history',
    'chat:write',
    'commands',
    'groups:history',
    'im:history',
    'im:write',
    'reactions:write',
    'users:read',
    'users:read.email',
  ]);
});

it('lists every method that the adapter calls, and only those', () => {
  const called = new Set<string>();
  for (const { text } of sources) {
    const family = /'((?:assistant|auth|chat|conversations|reactions|users|views)\.[A-Za-z.]+)'/g;
    for (const [, method] of text.matchAll(family)) called.add(method!);
  }
  expect([...called].sort()).toEqual(Object.keys(METHOD_SCOPES).sort());
});

it('lists every event that the adapter reads, and only those', () => {
  const reader = sources.find(({ name }) => name === 'read-event.ts')!.text;
  const cases = [...reader.matchAll(/case '([a-z_]+)'/g)].map(([, event]) => event!);
  const listed = new Set(Object.keys(EVENT_SCOPES).map((event) => event.split('.')[0]!));
  expect(cases.sort()).toEqual([...listed].sort());
  const { bot_events } = read(slackManifest(commands)).settings.event_subscriptions;
  expect(bot_events).toEqual(Object.keys(EVENT_SCOPES).sort());
});

it('puts the words of the registry into the hint, and the address only where Slack calls us', () => {
  const sockets = read(slackManifest(commands));
  expect(sockets.features.slash_commands).toMatchObject([
    { command: '/desk', usage_hint: 'help | status [N]' },
  ]);
  expect(sockets.settings.socket_mode_enabled).toBe(true);
  expect(JSON.stringify(sockets)).not.toContain('url');
  const http = read(slackManifest(commands, { requestUrl: 'https://desk.example/slack/events' }));
  expect(http.settings.socket_mode_enabled).toBe(false);
  expect(http.features.slash_commands[0]?.url).toBe('https://desk.example/slack/events');
  const many = Array.from({ length: 99 }, () => ({ name: 'a', usage: 'a usage of many words', summary: '' }));
  expect(read(slackManifest(many)).features.slash_commands[0]!.usage_hint.length).toBeLessThanOrEqual(120);
});

it('is shipped as it is generated', () => {
  const file = shipped();
  const hint = file.features.slash_commands[0]!.usage_hint;
  expect(file).toEqual(JSON.parse(slackManifestText([{ name: '', usage: hint, summary: '' }])));
});
