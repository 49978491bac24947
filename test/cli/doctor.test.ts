// `doctor`: what it finds, with what remedy, and that it changes nothing.
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { createHeadWriter, headFilesBeside } from '../../src/audit/heads.ts';
import type { Check } from '../../src/cli/doctor/check.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createTestDesk, DANA } from '../support/test-desk.ts';
import { deskhand, folderWith } from './run-deskhand.ts';

const SHIPPED = readFileSync(join(import.meta.dirname, '../../src/desk/default-desk.yaml'), 'utf8');

async function examine(cwd: string, env: Record<string, string> = {}) {
  const { code, out, err } = await deskhand(['doctor', '--json'], { cwd, env });
  expect(err).toBe('');
  const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: Check[] };
  expect(code).toBe(ok ? 0 : 1);
  expect(ok).toBe(checks.every((check) => check.state !== 'wrong'));
  return { ok, checks, named: (name: string) => checks.filter((check) => check.name === name) };
}

test('nothing configured: nothing is wrong, and nothing is made', async () => {
  const cwd = folderWith();
  const { ok, checks } = await examine(cwd);
  expect(ok).toBe(true);
  expect(Object.fromEntries(checks.map(({ name, state }) => [name, state]))).toEqual({
    node: 'on',
    variables: 'on',
    playground: 'on',
    'desk file': 'on',
    'sandbox file': 'on',
    workflows: 'on',
    documents: 'off',
    database: 'off',
    'vault key': 'off',
    slack: 'off',
    teams: 'off',
    model: 'off',
  });
  expect(readdirSync(cwd)).toEqual([]);
});

test('in words, with what to do', async () => {
  const { code, out } = await deskhand(['doctor'], {
    cwd: folderWith(),
    env: { PORT: 'x', SLACK_BOT_TOKEN: 'xoxb-1' },
  });
  expect(code).toBe(1);
  expect(out).toMatch(/^WRONG {4}PORT +must be a number/m);
  expect(out).toMatch(/^WRONG {4}SLACK_APP_TOKEN +is missing/m);
  expect(out).toContain('Something is wrong');
  expect(out).not.toContain('xoxb-1');
});

test.each([
  {
    name: 'form',
    from: '    mode: execute',
    to: '    mode: excute',
    says: 'clients[0].mode: must be one of',
  },
  {
    name: 'a policy for a tool that is not there',
    from: '{ tool: reset_password,',
    to: '{ tool: reset_pasword,',
    says: 'clients[0].policies[0].tool: no connected system has a tool reset_pasword',
    remedy: 'Did you mean reset_password?',
  },
  {
    name: 'a condition on an argument that is not there',
    from: 'when: { group:',
    to: 'when: { grup:',
    says: 'clients[0].policies[2].when.grup: add_group_member has no such argument',
    remedy: 'Did you mean group?',
  },
])('a desk file with a slip: $name', async ({ from, to, says, remedy }) => {
  const cwd = folderWith({ 'desk.yaml': SHIPPED.replace(from, to) });
  const { ok, named } = await examine(cwd, { DESK_CONFIG: 'desk.yaml' });
  expect(ok).toBe(false);
  const wrong = named('desk file').filter((check) => check.state === 'wrong');
  expect(wrong).toHaveLength(1);
  expect(wrong[0]!.message).toContain(says);
  if (remedy) expect(wrong[0]!.remedy).toBe(remedy);
});

test.each([
  { name: 'no desk file there', env: { DESK_CONFIG: 'none.yaml' }, check: 'desk file', says: 'none.yaml' },
  {
    name: 'a sandbox file that is no YAML',
    env: { SANDBOX_FILE: 'bad.yaml' },
    check: 'sandbox file',
    says: '',
  },
  {
    name: 'a workflow that is not right',
    env: { WORKFLOWS_DIR: 'flows' },
    check: 'workflows',
    says: 'w.yaml: ',
  },
  {
    name: 'a workflow of nobody',
    env: { WORKFLOWS_DIR: 'lost' },
    check: 'workflows',
    says: 'lost-one: its scope "acme"',
  },
])('files that are not right: $name', async ({ env, check, says }) => {
  const cwd = folderWith({ 'bad.yaml': 'acme-dental: [' });
  mkdirSync(join(cwd, 'flows'));
  writeFileSync(join(cwd, 'flows/w.yaml'), 'id: x\n');
  mkdirSync(join(cwd, 'lost'));
  writeFileSync(
    join(cwd, 'lost/w.yaml'),
    'id: lost-one\ntitle: X\nscope: acme\ntrigger: When X\ninstructions: Do X.\n',
  );
  const { named } = await examine(cwd, env);
  const wrong = named(check).filter((entry) => entry.state === 'wrong');
  expect(wrong).toHaveLength(1);
  expect(wrong[0]!.message).toContain(says);
});

test('a client whose sandbox is empty is warned about', async () => {
  const cwd = folderWith({ 'sandbox.yaml': 'birch-legal: {}\n' });
  const { ok, named } = await examine(cwd, { SANDBOX_FILE: 'sandbox.yaml' });
  expect(ok).toBe(true);
  expect(named('sandbox file').map(({ state }) => state)).toEqual(['on', 'warning']);
});

test('MCP servers are opened, those with secrets are not, and rules for their tools are not guessed at', async () => {
  const script = join(import.meta.dirname, '../support/mcp-servers/odd-server.mjs');
  const entry = (id: string, mode: string, more = '') =>
    `  - { id: ${id}, clients: [acme-dental], command: ${process.execPath}, args: [${script}, ${mode}]${more} }\n`;
  const servers = `${entry('odd', 'plain')}${entry('dead', 'never')}${entry('shy', 'plain', ', env: { T: "{{secrets.T}}" }')}`;
  const rule = 'policies:\n  - { tool: odd.note, policy: disabled }\n';
  const cwd = folderWith({
    'desk.yaml': SHIPPED.replace('policies: []\n', rule).replace('mcp: []\n', `mcp:\n${servers}`),
  });
  const { ok, named } = await examine(cwd, { DESK_CONFIG: 'desk.yaml' });
  expect(ok).toBe(false);
  expect(named('desk file').map(({ state }) => state)).toEqual(['on']);
  expect(named('mcp').map(({ state }) => state)).toEqual(['on', 'wrong', 'warning']);
  expect(named('mcp')[0]!.message).toContain('it lists 3 tools');
});

test('a desk that runs: database, server, heads, what chat changed, the stop', async () => {
  const cwd = folderWith();
  const path = join(cwd, 'data/deskhand.db');
  const desk = await createTestDesk({ database: openSqlite({ path, use: 'server' }) });
  onTestFinished(() => desk.close());
  const { core } = desk.app;
  await desk.says(DANA, 'I forgot my password');
  await createHeadWriter(core.audit, headFilesBeside(join(cwd, 'data/deskhand.key'))).write(desk.clock.now());
  await core.unit(function* (work) {
    yield* core.desk.write(work, { kind: 'mode', client: 'birch-legal', mode: 'plan' }, 'ada');
    yield* core.desk.write(work, { kind: 'stop', stopped: true }, 'ada');
  });
  const { ok, named } = await examine(cwd);
  expect(ok).toBe(true);
  expect(named('database')).toMatchObject([{ state: 'on' }]);
  expect(named('server')).toMatchObject([{ state: 'on', message: expect.stringContaining('serves') }]);
  expect(named('audit heads')).toMatchObject([{ state: 'on' }]);
  expect(named('changed in chat')).toMatchObject([
    { state: 'on', message: 'clients[birch-legal].mode: "execute" -> "plan"' },
  ]);
  expect(named('emergency stop')).toMatchObject([{ state: 'warning' }]);
});

test.each([
  {
    name: 'a tail that was cut',
    query: 'update audit_head set seq = 1',
    check: 'audit heads',
    state: 'wrong',
  },
  {
    name: 'a newer version',
    query: "insert into __drizzle_migrations (hash, created_at) values ('x', 1)",
    check: 'database',
    state: 'wrong',
  },
  {
    name: 'an older version',
    query: 'delete from __drizzle_migrations',
    check: 'database',
    state: 'warning',
  },
])('a database with a fault: $name', async ({ query, check, state }) => {
  const cwd = folderWith();
  const path = join(cwd, 'data/deskhand.db');
  const desk = await createTestDesk({ database: openSqlite({ path, use: 'server' }) });
  await desk.says(DANA, 'I forgot my password');
  await createHeadWriter(desk.app.core.audit, headFilesBeside(join(cwd, 'data/deskhand.key'))).write(
    desk.clock.now(),
  );
  await desk.close();
  const file = new Sqlite(path);
  file.exec(query);
  file.close();
  const { named } = await examine(cwd);
  expect(named(check)).toMatchObject([{ state }]);
});

test('a file that is no database, and a key that others can read', async () => {
  const cwd = folderWith();
  mkdirSync(join(cwd, 'data'));
  writeFileSync(join(cwd, 'data/deskhand.db'), 'this is a letter and not a database'.repeat(50));
  writeFileSync(join(cwd, 'data/deskhand.key'), `${Buffer.alloc(32, 7).toString('base64')}\n`);
  chmodSync(join(cwd, 'data/deskhand.key'), 0o644);
  const { named } = await examine(cwd);
  expect(named('database')).toMatchObject([{ state: 'wrong' }]);
  expect(named('vault key')).toMatchObject([
    { state: 'wrong', message: expect.stringContaining('chmod 600') },
  ]);
  chmodSync(join(cwd, 'data/deskhand.key'), 0o600);
  expect((await examine(cwd)).named('vault key')).toMatchObject([{ state: 'warning' }]);
  const own = await examine(cwd, { DESK_SECRET_KEY: 'a'.repeat(64) });
  expect(own.named('vault key')).toMatchObject([{ state: 'on' }]);
});

test('a desk without admins', async () => {
  const cwd = folderWith({ 'desk.yaml': SHIPPED.replaceAll('msp_admin', 'msp_technician') });
  const env = { DESK_CONFIG: 'desk.yaml' };
  expect((await examine(cwd, env)).named('admins')).toMatchObject([{ state: 'warning' }]);
  const { named } = await examine(cwd, { ...env, DESK_ADMINS: 'ada@north-msp.example' });
  expect(named('admins')).toEqual([]);
});

async function slackThatSays(listener: RequestListener): Promise<Record<string, string>> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-secret-token',
    SLACK_APP_TOKEN: 'xapp-1',
  };
}

test.each([
  {
    name: 'works',
    status: 200,
    body: '{"ok":true,"team":"North","user":"deskhand"}',
    state: 'on',
    says: 'socket mode, deskhand in North',
  },
  {
    name: 'refuses the token',
    status: 200,
    body: '{"ok":false,"error":"invalid_auth"}',
    state: 'wrong',
    says: 'invalid_auth',
  },
  { name: 'is no Slack', status: 200, body: '<html>', state: 'wrong', says: 'no answer of Slack' },
])('Slack $name', async ({ status, body, state, says }) => {
  const asked: string[] = [];
  const env = await slackThatSays((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  const { named, checks } = await examine(folderWith(), env);
  expect(named('slack')).toMatchObject([{ state, message: expect.stringContaining(says) }]);
  expect(asked).toEqual(['POST /api/auth.test Bearer xoxb-secret-token']);
  expect(JSON.stringify(checks)).not.toContain('xoxb-secret-token');
});

test('Slack that cannot be reached', async () => {
  const env = {
    SLACK_API_URL: 'http://127.0.0.1:1/api/',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: 'xapp-1',
  };
  const { named } = await examine(folderWith(), env);
  expect(named('slack')).toMatchObject([{ state: 'wrong', message: expect.stringContaining('127.0.0.1:1') }]);
});
