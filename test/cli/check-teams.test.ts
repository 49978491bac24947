import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkTeams } from '../../src/cli/doctor/check-teams.ts';
import type { TeamsConfig } from '../../src/config.ts';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { systemClock } from '../../src/lib/clock.ts';

const TEAMS: TeamsConfig = {
  appId: 'app',
  appPassword: 'canary-secret',
  tenantId: 'tenant-1',
  appType: 'SingleTenant',
};
const DESK = defaultDeskFile();
const LISTED = { ...DESK, msp: { ...DESK.msp, teamsTenants: ['tenant-1'] } };

let close = async () => {};
afterEach(() => close());

/** A login that answers this; `asked` are the paths and forms that came. */
async function login(status: number, body: string): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let form = '';
    request.on('data', (chunk) => {
      form += chunk;
    });
    request.on('end', () => {
      asked.push(`${request.url} ${form}`);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const refusal = (code: number) => JSON.stringify({ error: 'invalid_client', error_codes: [code] });

test.each([
  { name: 'a token', status: 200, body: '{"access_token":"canary-token"}', state: 'on', says: 'tenant-1' },
  { name: 'an unknown app', status: 400, body: refusal(700016), state: 'wrong', says: 'TEAMS_APP_ID' },
  {
    name: 'a wrong secret',
    status: 401,
    body: refusal(7000215),
    state: 'wrong',
    says: 'TEAMS_APP_PASSWORD is not',
  },
  { name: 'an expired secret', status: 401, body: refusal(7000222), state: 'wrong', says: 'expired' },
  { name: 'no such tenant', status: 400, body: refusal(90002), state: 'wrong', says: 'TEAMS_TENANT_ID' },
  { name: 'another refusal', status: 400, body: refusal(1), state: 'wrong', says: 'invalid_client' },
  { name: 'a page', status: 200, body: '<html>', state: 'wrong', says: 'no answer of a login' },
])('$name: $state', async ({ status, body, state, says }) => {
  const { url, asked } = await login(status, body);
  const [check, ...more] = await checkTeams(TEAMS, LISTED, systemClock, url);
  expect(check).toMatchObject({ name: 'teams', state, message: expect.stringContaining(says) });
  expect(more).toEqual([]);
  expect(JSON.stringify(check)).not.toContain('canary');
  expect(asked).toHaveLength(1);
  expect(asked[0]).toContain('/tenant-1/oauth2/v2.0/token');
  expect(asked[0]).toContain('scope=https%3A%2F%2Fapi.botframework.com%2F.default');
});

test('off without settings; no request for a managed identity; a login that is away is said', async () => {
  expect(await checkTeams(undefined, DESK, systemClock)).toMatchObject([{ state: 'off' }]);
  const managed = { ...TEAMS, appPassword: undefined, appType: 'UserAssignedMSI' } as const;
  expect(await checkTeams(managed, LISTED, systemClock, 'http://127.0.0.1:1')).toMatchObject([
    { state: 'on' },
  ]);
  expect(await checkTeams(TEAMS, LISTED, systemClock, 'http://127.0.0.1:1')).toMatchObject([
    { state: 'wrong', message: expect.stringContaining('127.0.0.1:1') },
  ]);
});

test('a desk file without a tenant is warned about', async () => {
  const { url } = await login(200, '{"access_token":"t"}');
  expect((await checkTeams(TEAMS, DESK, systemClock, url)).map(({ state }) => state)).toEqual([
    'on',
    'warning',
  ]);
});
