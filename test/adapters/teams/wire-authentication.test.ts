// Who may speak to the bot, and with what it speaks itself: nothing is processed and nothing is sent for a request that
// is not proven to come from Teams, and the one token that leaves goes to the login hosts' own audience.

import { afterEach, describe, expect, it } from 'vitest';
import { createTeamsAdapter } from '../../../adapters/teams/adapter.ts';
import { readConfig } from '../../../src/config.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { type Activity, messageActivity } from '../../support/teams/activities.ts';
import { APP_ID, APP_PASSWORD, type Forged, MSP_TENANT } from '../../support/teams/login-hosts.ts';
import { ACME_TENANT } from '../../support/teams/people.ts';
import { raiseTeamsStage, TEAMS_SETTINGS, type TeamsStage } from '../../support/teams/teams-stage.ts';
import { HELPDESK, type Json } from '../../support/teams/teams-world.ts';
import { quiet } from '../slack/slack-stage.ts';

let stage: TeamsStage;
afterEach(() => stage.stop());

function message(more: Json = {}): Activity {
  const { room, connector } = stage;
  const dana = room.person('dana');
  const place = room.placeAt(connector.world.personal(dana).id);
  return messageActivity(dana, place, 'Please reset my password', { id: '17', mention: false, more });
}

const past = (seconds: number) => Math.floor(Date.now() / 1000) - seconds;

type Row = {
  readonly name: string;
  /** Of the Authorization header; undefined: there is none. */
  readonly header: () => Promise<string | undefined> | string | undefined;
  readonly activity?: Json;
};

const bearer = async (forged: Forged = {}) =>
  `Bearer ${await stage.login.sign(stage.connector.serviceUrl, forged)}`;

const rows: readonly Row[] = [
  { name: 'no header', header: () => undefined },
  { name: 'an empty header', header: () => '' },
  { name: 'garbage', header: () => 'Bearer garbage' },
  { name: 'three parts of garbage', header: () => 'Bearer a.b.c' },
  { name: 'another scheme', header: async () => (await bearer()).replace('Bearer', 'Basic') },
  { name: 'an expired token', header: () => bearer({ claims: { nbf: past(7200), exp: past(3600) } }) },
  { name: 'a token that never ends', header: () => bearer({ without: 'exp' }) },
  { name: 'a token that is not valid yet', header: () => bearer({ claims: { nbf: past(-3600) } }) },
  { name: 'another issuer', header: () => bearer({ claims: { iss: 'https://sts.example.com' } }) },
  { name: 'another audience', header: () => bearer({ claims: { aud: 'another-bot' } }) },
  { name: 'no audience', header: () => bearer({ without: 'aud' }) },
  { name: 'no service url', header: () => bearer({ without: 'serviceurl' }) },
  { name: 'a key that nobody published', header: () => bearer({ key: 'unpublished' }) },
  { name: 'another key under a known name', header: () => bearer({ key: 'unpublished', kid: 'teams' }) },
  {
    name: 'no signature (alg none)',
    header: () => `Bearer ${stage.login.unsigned(stage.connector.serviceUrl)}`,
  },
  { name: 'another service url', header: () => bearer({ claims: { serviceurl: 'https://evil.example/' } }) },
  {
    name: 'an activity that names another service url',
    header: () => bearer(),
    activity: { serviceUrl: 'https://evil.example/' },
  },
  { name: 'a key of another channel', header: () => bearer({ key: 'skype' }) },
  { name: 'a channel that the key is not for', header: () => bearer(), activity: { channelId: 'skype' } },
];

describe('a request is refused with', () => {
  it.each(rows)('$name', async ({ header, activity = {} }) => {
    stage = await raiseTeamsStage();
    const authorization = await header();
    const delivered = await stage.http.raw(
      JSON.stringify(message(activity)),
      authorization === undefined ? {} : { authorization },
    );
    expect([401, 403]).toContain(delivered.status);
    expect(stage.core.events).toEqual([]);
    expect(stage.connector.calls).toEqual([]);
    // What is said about the refusal helps nobody who guesses.
    expect(delivered.body).not.toMatch(/BEGIN|stack| at /);
  });

  it('and the same message with a proof is taken', async () => {
    stage = await raiseTeamsStage();
    const delivered = await stage.http.raw(JSON.stringify(message()), { authorization: await bearer() });
    expect(delivered.status).toBe(200);
    expect(stage.core.events).toHaveLength(1);
  });
});

describe('the settings', () => {
  it.each([
    { name: 'an empty app id', change: { appId: '' } },
    { name: 'an app id of blanks', change: { appId: '  ' } },
    { name: 'no password', change: { appPassword: '' } },
    { name: 'no tenant', change: { tenantId: '' } },
  ])('$name starts nothing', async ({ change }) => {
    stage = await raiseTeamsStage();
    expect(() =>
      createTeamsAdapter({
        ...TEAMS_SETTINGS,
        log: quiet,
        clock: systemClock,
        knowsTenant: () => true,
        ...change,
      }),
    ).toThrow(/TEAMS_/);
  });

  it.each(['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'])(
    'are named when %s is missing',
    async (name) => {
      stage = await raiseTeamsStage();
      const whole = { TEAMS_APP_ID: APP_ID, TEAMS_APP_PASSWORD: APP_PASSWORD, TEAMS_TENANT_ID: MSP_TENANT };
      expect(readConfig(whole)).toMatchObject({ ok: true });
      const read = readConfig({ ...whole, [name]: ' ' });
      expect(read.ok ? [] : read.problems.join()).toContain(name);
    },
  );
});

describe('what the bot sends', () => {
  it('carries a token that the login hosts gave it for the connector', async () => {
    stage = await raiseTeamsStage();
    const { login, connector } = stage;
    await stage.adapter.post(
      { platform: 'teams', tenant: ACME_TENANT, channel: HELPDESK },
      'Your ticket is 1042.',
      { key: 'k1' },
    );
    const [call] = connector.callsOf('post');
    expect(call?.status).toBe(201);
    expect(login.holds(call?.token ?? '')).toBe(true);
    expect(login.tokenRequests.at(-1)).toMatchObject({
      tenant: MSP_TENANT,
      form: { client_id: APP_ID, scope: expect.stringContaining('https://api.botframework.com/.default') },
    });
  });
});
