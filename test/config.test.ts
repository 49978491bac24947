import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Config, type Env, environmentSchema, readConfig, readProcessEnv } from '../src/config.ts';

function config(env: Env): Config {
  const read = readConfig(env);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.config;
}

function problems(env: Env): readonly string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
}

function warnings(env: Env): readonly string[] {
  const read = readConfig(env);
  return read.ok ? read.warnings : ['not ok'];
}

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const HTTP = { SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' };

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      warnings: [],
      config: {
        port: 3978,
        database: { kind: 'sqlite', path: './data/deskhand.db' },
        admins: [],
        keyFile: 'data/deskhand.key',
        workflowsDir: './workflows',
        documentsDir: './documents',
        logLevel: 'info',
      },
    });
  });

  it('takes empty and blank values for absent', () => {
    const empty = Object.fromEntries(Object.keys(environmentSchema.shape).map((name) => [name, ' ']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  it.each([
    { name: 'a relative file', url: 'file:./a/b.db', is: ['./a/b.db', 'a/deskhand.key'] },
    { name: 'an absolute file', url: 'file:/a/b.db', is: ['/a/b.db', '/a/deskhand.key'] },
    { name: 'an absolute file with an authority', url: 'file:///a/b.db', is: ['/a/b.db', '/a/deskhand.key'] },
    { name: 'PostgreSQL', url: 'postgres://u:p@h/d', is: ['postgres://u:p@h/d', 'data/deskhand.key'] },
    { name: 'PostgreSQL, long form', url: 'postgresql://h/d', is: ['postgresql://h/d', 'data/deskhand.key'] },
  ])('database: $name', ({ url, is }) => {
    const { database, keyFile } = config({ DATABASE_URL: url });
    expect([database.kind === 'sqlite' ? database.path : database.url, keyFile]).toEqual(is);
  });

  it('reads admins in lower case', () => {
    expect(config({ DESK_ADMINS: ' Ada@North-MSP.example , noor@north-msp.example' }).admins).toEqual([
      'ada@north-msp.example',
      'noor@north-msp.example',
    ]);
  });

  it('reports everything at once, by name, without values', () => {
    const says = problems({
      PORT: '70000',
      DATABASE_URL: 'mysql://canary',
      DESK_ADMINS: 'canary',
      DESK_SECRET_KEY: 'canary',
      LOG_LEVEL: 'canary',
      SLACK_MODE: 'canary',
      SLACK_API_URL: 'canary',
    });
    expect(says).toEqual([
      'PORT: must be a number from 0 to 65535',
      'DATABASE_URL: must be file:PATH or postgres://...',
      'DESK_ADMINS: must be e-mail addresses with commas between them',
      'DESK_SECRET_KEY: must be 32 bytes as base64 or hex (`openssl rand -base64 32`), or a passphrase of at least 16 characters',
      'LOG_LEVEL: must be one of fatal, error, warn, info, debug, trace, silent',
      'SLACK_MODE: must be socket or http',
      'SLACK_API_URL: must be an address with http or https',
      'SLACK_BOT_TOKEN: is missing, while SLACK_MODE, SLACK_API_URL is set',
      'SLACK_APP_TOKEN: is missing, while SLACK_MODE, SLACK_API_URL is set (or set SLACK_MODE=http)',
    ]);
  });

  it.each([
    { name: 'a word', env: { PORT: '80a' }, says: ['PORT: must be a number from 0 to 65535'] },
    { name: 'a sign', env: { PORT: '-1' }, says: ['PORT: must be a number from 0 to 65535'] },
    {
      name: 'a file without a name',
      env: { DATABASE_URL: 'file:' },
      says: ['DATABASE_URL: must be file:PATH or postgres://...'],
    },
    {
      name: 'a folder for a file',
      env: { DATABASE_URL: 'file:./data/' },
      says: ['DATABASE_URL: must be file:PATH or postgres://...'],
    },
    {
      name: 'a comma too many',
      env: { DESK_ADMINS: 'ada@x.example,' },
      says: ['DESK_ADMINS: must be e-mail addresses with commas between them'],
    },
  ])('refuses $name', ({ env, says }) => {
    expect(problems(env)).toEqual(says);
  });

  it.each([
    { name: 'off', env: {}, is: undefined },
    {
      name: 'socket mode unless set',
      env: SOCKET,
      is: { mode: 'socket', botToken: 'xoxb-1', appToken: 'xapp-1' },
    },
    {
      name: 'http mode, at another address',
      env: { ...HTTP, SLACK_API_URL: 'http://127.0.0.1:4003/api/' },
      is: { mode: 'http', botToken: 'xoxb-1', signingSecret: 's', apiUrl: 'http://127.0.0.1:4003/api/' },
    },
  ])('Slack: $name', ({ env, is }) => {
    expect(config(env).slack).toEqual(is);
  });

  it.each([
    {
      name: 'a bot token alone',
      env: { SLACK_BOT_TOKEN: 'xoxb-1' },
      says: ['SLACK_APP_TOKEN: is missing, while SLACK_BOT_TOKEN is set (or set SLACK_MODE=http)'],
    },
    {
      name: 'an app token alone',
      env: { SLACK_APP_TOKEN: 'xapp-1' },
      says: ['SLACK_BOT_TOKEN: is missing, while SLACK_APP_TOKEN is set'],
    },
    {
      name: 'http mode with an empty signing secret',
      env: { ...HTTP, SLACK_SIGNING_SECRET: '' },
      says: ['SLACK_SIGNING_SECRET: is missing or empty, SLACK_MODE=http cannot run without it'],
    },
    {
      name: 'http mode with a blank signing secret and an app token',
      env: { ...HTTP, ...SOCKET, SLACK_SIGNING_SECRET: '  ' },
      says: ['SLACK_SIGNING_SECRET: is missing or empty, SLACK_MODE=http cannot run without it'],
    },
    {
      name: 'http mode alone',
      env: { SLACK_MODE: 'http' },
      says: [
        'SLACK_BOT_TOKEN: is missing, while SLACK_MODE is set',
        'SLACK_SIGNING_SECRET: is missing or empty, SLACK_MODE=http cannot run without it',
      ],
    },
  ])('Slack refuses $name', ({ env, says }) => {
    expect(problems(env)).toEqual(says);
  });

  const TEAMS = { TEAMS_APP_ID: 'app', TEAMS_APP_PASSWORD: 'canary', TEAMS_TENANT_ID: 'tenant' };

  it.each([
    { name: 'nothing', env: {}, is: undefined },
    {
      name: 'one tenant, the default',
      env: TEAMS,
      is: { appId: 'app', appPassword: 'canary', tenantId: 'tenant', appType: 'SingleTenant' },
    },
    {
      name: 'a managed identity without a password',
      env: { ...TEAMS, TEAMS_APP_PASSWORD: '', TEAMS_APP_TYPE: 'UserAssignedMSI' },
      is: { appId: 'app', appPassword: undefined, tenantId: 'tenant', appType: 'UserAssignedMSI' },
    },
    {
      name: 'a type alone, which switches nothing on',
      env: { TEAMS_APP_TYPE: 'SingleTenant' },
      is: undefined,
    },
  ])('Teams: $name', ({ env, is }) => {
    expect(config(env).teams).toEqual(is);
  });

  it.each([
    {
      name: 'an empty app id, which would switch authentication off',
      env: { ...TEAMS, TEAMS_APP_ID: '' },
      says: ['TEAMS_APP_ID: is missing, while TEAMS_APP_PASSWORD, TEAMS_TENANT_ID is set'],
    },
    {
      name: 'an app without password and tenant',
      env: { TEAMS_APP_ID: 'app' },
      says: [
        'TEAMS_APP_PASSWORD: is missing, while TEAMS_APP_ID is set',
        'TEAMS_TENANT_ID: is missing, while TEAMS_APP_ID is set',
      ],
    },
    {
      name: 'an unknown type',
      env: { ...TEAMS, TEAMS_APP_TYPE: 'Open' },
      says: ['TEAMS_APP_TYPE: must be SingleTenant, MultiTenant or UserAssignedMSI'],
    },
  ])('Teams refuses $name', ({ env, says }) => {
    expect(problems(env)).toEqual(says);
  });

  it.each([
    {
      name: 'OpenAI itself',
      env: { OPENAI_API_KEY: 'canary', OPENAI_MODEL: 'm' },
      is: { baseUrl: 'https://api.openai.com/v1', apiKey: 'canary', model: 'm' },
    },
    {
      name: 'a server that asks for no key',
      env: { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', OPENAI_MODEL: 'm' },
      is: { baseUrl: 'http://127.0.0.1:11434/v1', apiKey: undefined, model: 'm' },
    },
  ])('a model: $name', ({ env, is }) => {
    expect(config(env).model).toEqual(is);
  });

  it.each([
    {
      name: 'without a name',
      env: { OPENAI_API_KEY: 'canary' },
      says: ['OPENAI_MODEL: is missing, while OPENAI_API_KEY is set'],
    },
    {
      name: 'of OpenAI without a key',
      env: { OPENAI_MODEL: 'm' },
      says: ['OPENAI_API_KEY: is missing (or set OPENAI_BASE_URL to a server that needs none)'],
    },
    {
      name: 'at an address that is none',
      env: { OPENAI_BASE_URL: 'localhost:1', OPENAI_MODEL: 'm' },
      says: ['OPENAI_BASE_URL: must be an address with http or https'],
    },
  ])('refuses a model $name', ({ env, says }) => {
    expect(problems(env)).toEqual(says);
  });

  it.each([
    {
      name: 'a slip of the pen',
      env: { DESK_ADMIN: 'canary', SLACK_BOT_TOKN: 'canary', SLACK_SOMETHING_ELSE: 'canary' },
      says: [
        'DESK_ADMIN: not a variable of Deskhand, did you mean DESK_ADMINS?',
        'SLACK_BOT_TOKN: not a variable of Deskhand, did you mean SLACK_BOT_TOKEN?',
      ],
    },
    {
      name: 'tokens in each other’s place',
      env: { SLACK_BOT_TOKEN: 'xapp-canary', SLACK_APP_TOKEN: 'xoxb-canary' },
      says: [
        'SLACK_BOT_TOKEN: does not begin with xoxb-, check that it is the right token',
        'SLACK_APP_TOKEN: does not begin with xapp-, check that it is the right token',
      ],
    },
    { name: 'nothing', env: { ...SOCKET, TEAMS_APP_ID: '', PATH: '/bin' }, says: [] },
  ])('warns: $name', ({ env, says }) => {
    expect(warnings(env)).toEqual(says);
  });
});

describe('readProcessEnv', () => {
  it('copies: what is changed later does not show', () => {
    const copy = readProcessEnv();
    process.env.DESK_TEST_ONLY = 'x';
    expect(copy.DESK_TEST_ONLY).toBeUndefined();
    delete process.env.DESK_TEST_ONLY;
  });
});

describe('.env.example', () => {
  const lines = readFileSync(new URL('../.env.example', import.meta.url), 'utf8').split('\n');
  const variables = lines.flatMap((line, at) => {
    const name = /^#?([A-Z][A-Z0-9_]*)=/.exec(line)?.[1];
    return name === undefined ? [] : [{ name, above: lines[at - 1] ?? '' }];
  });

  it('holds every variable of the schema, in its order', () => {
    expect(variables.map(({ name }) => name)).toEqual(Object.keys(environmentSchema.shape));
  });

  it('explains each in the line above', () => {
    expect(variables.filter(({ above }) => !/^# \S/.test(above)).map(({ name }) => name)).toEqual([]);
  });

  it('is itself a right configuration, as shipped and with every example taken', () => {
    const taken = Object.fromEntries(
      lines.flatMap((line) => {
        const [, name, value] = /^#?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line) ?? [];
        return name === undefined || name.startsWith('SLACK_') ? [] : [[name, value]];
      }),
    );
    expect([problems(taken), lines.filter((line) => /^[A-Z]/.test(line))]).toEqual([[], []]);
  });
});
