// Starting with settings that are not right: the process ends, says everything that is wrong at once and by name, shows
// no value and no stack.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startProgram } from '../support/start-program.ts';

const MAIN = `${import.meta.dirname}/../../src/main.ts`;

// A whole start, on machines that are busy with others.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-up-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the process until it ends. */
async function start(env: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const { code, out, err } = await startProgram([MAIN, ...args], {
    cwd: folder,
    env: { DATABASE_URL: `file:${join(folder, 'desk.db')}`, PORT: '0', ...env },
  }).ended;
  return { code, said: out + err };
}

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const BROKEN_DESK = `
msp: { name: North MSP, domains: [north-msp.example] }
people:
  - { email: not-an-address, name: Ada, roles: [msp_king] }
clients:
  - { id: Acme Dental, name: Acme, domains: [acme] , mode: fast }
policies:
  - { tool: reset_password, policy: always }
colour: green
`;

test.each([
  {
    name: 'a broken desk file: every problem, where it stands',
    env: () => ({ DESK_CONFIG: file('desk.yaml', BROKEN_DESK) }),
    says: [/desk\.yaml is not right/, /msp_king|roles/, /mode/, /policy/, /colour/, /e-mail address/],
  },
  {
    name: 'a desk file that is no YAML',
    env: () => ({ DESK_CONFIG: file('desk.yaml', 'msp: [\n  - {') }),
    says: [/desk\.yaml/],
  },
  {
    name: 'a desk file that is not there',
    env: () => ({ DESK_CONFIG: join(folder, 'nowhere.yaml') }),
    says: [/DESK_CONFIG: cannot read .*nowhere\.yaml/],
  },
  {
    name: 'a sandbox file that is not right',
    env: () => ({ SANDBOX_FILE: file('sandbox.yaml', 'acme-dental: { people: 7 }') }),
    says: [/SANDBOX_FILE|sandbox/i, /people/],
  },
  {
    name: 'several variables at once, none of their values',
    env: () => ({
      PORT: 'seventy',
      LOG_LEVEL: 'loud',
      DESK_SECRET_KEY: 'short-s3cret',
      SLACK_MODE: 'http',
      SLACK_BOT_TOKEN: 'xoxb-very-s3cret',
    }),
    says: [
      /PORT: must be a number/,
      /LOG_LEVEL: must be one of/,
      /DESK_SECRET_KEY: must be/,
      /SLACK_SIGNING_SECRET: is missing/,
    ],
  },
  {
    name: 'HTTP mode with an empty signing secret',
    env: () => ({ SLACK_MODE: 'http', SLACK_BOT_TOKEN: 'xoxb-x', SLACK_SIGNING_SECRET: '' }),
    says: [/SLACK_SIGNING_SECRET: is missing or empty/],
  },
  {
    name: 'a database where no file can be',
    env: () => ({ DATABASE_URL: `file:${file('plain', 'x')}/desk.db` }),
    says: [/plain/],
  },
])('$name', async ({ env, says }) => {
  const { code, said } = await start(env());
  expect(code).toBe(1);
  for (const words of says) expect(said).toMatch(words);
  expect(said).not.toMatch(/^\s+at /m);
  expect(said).not.toContain('s3cret');
});

test('an unknown option', async () => {
  const { code, said } = await start({}, ['--playgruond']);
  expect(code).toBe(1);
  expect(said).toContain('Unknown option --playgruond');
});

test('a port that is taken: said with the remedy', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { code, said } = await start({ PORT: String(port) });
  await new Promise((resolve) => other.close(resolve));
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is taken. Stop what uses it, or set PORT to another one.`);
  expect(said).not.toMatch(/^\s+at /m);
});

test('Slack that refuses the token', async () => {
  const slack = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"ok":false,"error":"invalid_auth"}');
  });
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
  const { code, said } = await start({
    SLACK_MODE: 'http',
    SLACK_API_URL: `http://127.0.0.1:${(slack.address() as AddressInfo).port}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-very-s3cret',
    SLACK_SIGNING_SECRET: 'signing-s3cret',
  });
  slack.closeAllConnections();
  await new Promise((resolve) => slack.close(resolve));
  expect(code).toBe(1);
  expect(said).toContain('SLACK_BOT_TOKEN');
  expect(said).not.toContain('s3cret');
  expect(said).not.toMatch(/^\s+at /m);
});
