// The stand-in itself: what the other tests of the wire rely on when they are green. It is spoken to as a bot speaks to it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connector } from '../../support/teams/connector.ts';
import {
  APP_ID,
  APP_PASSWORD,
  type LoginHosts,
  loginHosts,
  MSP_TENANT,
} from '../../support/teams/login-hosts.ts';
import { ACME_TENANT, BIRCH_TENANT } from '../../support/teams/people.ts';
import { HELPDESK, TeamsWorld } from '../../support/teams/teams-world.ts';

const TOKEN_URL = `https://login.microsoftonline.com/${MSP_TENANT}/oauth2/v2.0/token`;
const CLIENT = {
  client_id: APP_ID,
  client_secret: APP_PASSWORD,
  grant_type: 'client_credentials',
  scope: 'https://api.botframework.com/.default',
};

let now = 0;
let login: LoginHosts;
let connector: Connector;
let token = '';
beforeEach(async () => {
  now = 1_795_000_000_000;
  login = await loginHosts();
  connector = await Connector.start(login, new TeamsWorld(), () => now);
  const answer = await fetch(TOKEN_URL, { method: 'POST', body: new URLSearchParams(CLIENT) });
  token = ((await answer.json()) as { access_token: string }).access_token;
});
afterEach(() => connector.stop());

async function call(method: string, path: string, body?: object, bearer = token) {
  const answer = await fetch(`${connector.serviceUrl}v3/${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = (await answer.json()) as { id?: string; error?: { code: string }; members?: { id: string }[] };
  return { status: answer.status, code: read.error?.code, headers: answer.headers, body: read };
}

const channel = (thread?: string) =>
  `conversations/${encodeURIComponent(thread === undefined ? HELPDESK : `${HELPDESK};messageid=${thread}`)}`;
const text = (words = 'hello') => ({ type: 'message', text: words });
const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard' } };

describe('the login hosts', () => {
  it.each([
    { name: 'another client', change: { client_id: 'somebody' }, code: 'unauthorized_client' },
    { name: 'another secret', change: { client_secret: 'guess' }, code: 'invalid_client' },
    {
      name: 'another scope',
      change: { scope: 'https://graph.microsoft.com/.default' },
      code: 'invalid_scope',
    },
    { name: 'another grant', change: { grant_type: 'password' }, code: 'unsupported_grant_type' },
  ])('give no token to $name', async ({ change, code }) => {
    const answer = await fetch(TOKEN_URL, {
      method: 'POST',
      body: new URLSearchParams({ ...CLIENT, ...change }),
    });
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 401,
      body: { error: code },
    });
  });

  it('are the only hosts that can be reached, and what was tried is noted', async () => {
    await expect(fetch('https://graph.microsoft.com/v1.0/me')).rejects.toThrow();
    await expect(fetch('https://login.botframework.com/v1/else')).resolves.toMatchObject({ status: 404 });
    expect(login.strays.splice(0)).toEqual([
      'graph.microsoft.com:443',
      'GET https://login.botframework.com/v1/else',
    ]);
  });
});

describe('the connector refuses', () => {
  it('a token that the login hosts did not give', async () => {
    expect(await call('POST', `${channel()}/activities`, text(), 'stolen')).toMatchObject({ status: 401 });
    login.revokeAll();
    expect(await call('POST', `${channel()}/activities`, text())).toMatchObject({ status: 401 });
    expect(connector.world.all()).toEqual([]);
  });

  it('text and a card, or two cards, in one edit', async () => {
    const { body } = await call('POST', `${channel()}/activities`, text());
    const edit = (activity: object) => call('PUT', `${channel()}/activities/${body.id}`, activity);
    expect(await edit({ ...text(), attachments: [card] })).toMatchObject({ status: 400, code: 'BadSyntax' });
    expect(await edit({ attachments: [card, card] })).toMatchObject({ status: 400, code: 'BadSyntax' });
    expect(await edit({ attachments: [card] })).toMatchObject({ status: 200 });
  });

  it('to name an id for text and a card sent together, which become two messages', async () => {
    const sent = await call('POST', `${channel()}/activities`, { ...text(), attachments: [card] });
    expect(sent).toMatchObject({ status: 202, body: {} });
    expect(connector.world.all()).toHaveLength(2);
  });

  it.each([
    { name: 'an edit of what was never posted', method: 'PUT', path: () => `${channel()}/activities/17` },
    { name: 'to delete what was never posted', method: 'DELETE', path: () => `${channel()}/activities/17` },
  ])('$name', async ({ method, path }) => {
    expect(await call(method, path(), method === 'PUT' ? text() : undefined)).toMatchObject({
      status: 404,
      code: 'ActivityNotFoundInConversation',
    });
  });

  it('an edit of a reply without its thread', async () => {
    const first = await call('POST', `${channel()}/activities`, text());
    const reply = await call('POST', `${channel(first.body.id)}/activities`, text('a reply'));
    const path = (thread?: string) => `${channel(thread)}/activities/${reply.body.id}`;
    expect(await call('PUT', path(), text('new'))).toMatchObject({ status: 404 });
    expect(await call('PUT', path('17'), text('new'))).toMatchObject({ status: 404 });
    expect(await call('PUT', path(first.body.id), text('new'))).toMatchObject({ status: 200 });
  });

  it('a conversation that is gone, one that never was, and one that the bot is not in', async () => {
    const dana = connector.world.named('dana');
    const chat = connector.world.personal(dana);
    const post = (id: string) => call('POST', `conversations/${encodeURIComponent(id)}/activities`, text());
    expect(await post(chat.id)).toMatchObject({ status: 403, code: 'BotNotInConversationRoster' });
    chat.bot = true;
    expect(await post(chat.id)).toMatchObject({ status: 201 });
    chat.gone = true;
    expect(await post(chat.id)).toMatchObject({ status: 404, code: 'ConversationNotFound' });
    expect(await post('19:nowhere@thread.v2')).toMatchObject({ status: 404, code: 'ConversationNotFound' });
  });

  it('to open a chat with somebody of another tenant or without the app', async () => {
    const dana = connector.world.named('dana');
    const open = (tenantId: string) =>
      call('POST', 'conversations', { isGroup: false, members: [{ id: dana.id }], tenantId });
    expect(await open(ACME_TENANT)).toMatchObject({ status: 403, code: 'BotNotInConversationRoster' });
    connector.world.personal(dana).bot = true;
    expect(await open(BIRCH_TENANT)).toMatchObject({ status: 403, code: 'ForbiddenOperationException' });
    expect((await open(ACME_TENANT)).body.id).toBe(connector.world.personal(dana).id);
  });

  it('more than 100 KB as UTF-16', async () => {
    const frame = JSON.stringify(text('')).length;
    const most = 50 * 1024 - frame;
    expect(await call('POST', `${channel()}/activities`, text('x'.repeat(most)))).toMatchObject({
      status: 201,
    });
    expect(await call('POST', `${channel()}/activities`, text('x'.repeat(most + 1)))).toMatchObject({
      status: 413,
      code: 'MessageSizeTooBig',
    });
  });

  it.each([{ header: true }, { header: false }])(
    'the eighth send in a second ($header)',
    async ({ header }) => {
      connector.rates = header ? 'with Retry-After' : 'without Retry-After';
      const send = () => call('POST', `${channel()}/activities`, text());
      for (let count = 0; count < 7; count += 1) expect(await send()).toMatchObject({ status: 201 });
      const refused = await send();
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe(header ? '1' : null);
      now += 1000;
      expect(await send()).toMatchObject({ status: 201 });
      // Eight in two seconds are the most.
      expect(await send()).toMatchObject({ status: 429 });
    },
  );

  it('what Teams has no route for, and notes it', async () => {
    expect(await call('GET', 'conversations')).toMatchObject({ status: 404 });
    expect(connector.strays).toEqual(['GET /emea/v3/conversations']);
  });
});

describe('faults', () => {
  it('before and after the operation', async () => {
    connector.faultNext('post', { status: 502 });
    connector.faultNext('post', { status: 500, accepted: true });
    connector.faultNext('post', { hangUp: true });
    connector.faultNext('post', { hangUp: true, accepted: true });
    const send = (words: string) => call('POST', `${channel()}/activities`, text(words));
    expect(await send('refused')).toMatchObject({ status: 502 });
    expect(await send('accepted')).toMatchObject({ status: 500 });
    await expect(send('cut')).rejects.toThrow();
    await expect(send('accepted and cut')).rejects.toThrow();
    expect(connector.world.all().map((message) => message.text)).toEqual(['accepted', 'accepted and cut']);
    expect(connector.calls.map(({ status }) => status)).toEqual([502, 500, undefined, undefined]);
  });
});

describe('members', () => {
  it('come in pages, and one by any of their ids', async () => {
    const dana = connector.world.named('dana');
    const first = await call('GET', `${channel()}/pagedmembers?pageSize=4`);
    const rest = await call('GET', `${channel()}/pagedmembers?pageSize=4&continuationToken=4`);
    expect(first.body.members).toHaveLength(4);
    expect(rest.body.members).toHaveLength(2);
    for (const id of [dana.id, dana.aadObjectId, dana.email]) {
      expect(await call('GET', `${channel()}/members/${encodeURIComponent(id)}`)).toMatchObject({
        status: 200,
        body: { id: dana.id, userPrincipalName: dana.email, tenantId: ACME_TENANT, userRole: 'user' },
      });
    }
    const grace = connector.world.named('grace');
    expect(await call('GET', `${channel()}/members/${encodeURIComponent(grace.id)}`)).toMatchObject({
      status: 404,
    });
  });
});
