import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DANA, PageClient, type PlaygroundStage, raisePlayground } from './playground-stage.ts';

const SAID = {
  do: 'say',
  as: DANA,
  place: 'direct',
  text: 'Hello',
  number: '018f3c1a-0000-4000-8000-000000000001',
};

/** fetch does not let a Host header be set. */
function statusWithHost(url: string, host: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const call = request(
      { host: '127.0.0.1', port, path: '/people', headers: { host, cookie } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    call.on('error', reject);
    call.end();
  });
}

describe('the guards of the playground', () => {
  let stage: PlaygroundStage;
  beforeEach(async () => {
    stage = await raisePlayground({ maxBodyBytes: 2000 });
  });
  afterEach(() => stage.stop());

  it('listens on loopback only', () => {
    expect(new URL(stage.adapter.url).hostname).toBe('127.0.0.1');
  });

  it('turns the token of the link into a strict cookie and takes it out of the address', async () => {
    const response = await fetch(stage.adapter.url, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/');
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict; Path=\/$/);
    expect((await stage.page.get('/')).status).toBe(200);
  });

  it('makes a new token at each start', async () => {
    const other = await raisePlayground();
    expect(new URL(other.adapter.url).search).not.toBe(new URL(stage.adapter.url).search);
    await other.stop();
  });

  it.each(['/', '/people', '/stream', '/page.js', '/?token=wrong', '/nowhere'])(
    'shows nothing of %s without the token but where the link is',
    async (path) => {
      const response = await fetch(new URL(path, stage.adapter.url));
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('Open the link that is printed in the terminal');
    },
  );

  it('takes no cookie that is not the token', async () => {
    const { port, origin } = new URL(stage.adapter.url);
    const response = await fetch(`${origin}/people`, {
      headers: { cookie: `deskhand_playground_${port}=x` },
    });
    expect(response.status).toBe(403);
  });

  it('answers to its own two names and to no other Host', async () => {
    const { url } = stage.adapter;
    const { port, searchParams } = new URL(url);
    const cookie = `deskhand_playground_${port}=${searchParams.get('token')}`;
    const rows = [
      { host: `127.0.0.1:${port}`, status: 200 },
      { host: `localhost:${port}`, status: 200 },
      { host: `evil.example:${port}`, status: 421 },
      { host: `127.0.0.1.evil.example:${port}`, status: 421 },
      { host: '127.0.0.1', status: 421 },
      { host: '127.0.0.1:1', status: 421 },
    ];
    for (const { host, status } of rows)
      expect([host, await statusWithHost(url, host, cookie)]).toEqual([host, status]);
  });

  it.each([
    { name: 'another site', origin: 'https://evil.example' },
    { name: 'another port of this machine', origin: 'http://127.0.0.1:1' },
    { name: 'nowhere', origin: 'null' },
    { name: 'no origin', origin: '' },
  ])('refuses what comes from $name', async ({ origin }) => {
    const response = await stage.page.post(JSON.stringify(SAID), { origin });
    expect(response.status).toBe(403);
    expect(stage.core.events).toEqual([]);
  });

  it.each([
    {
      name: 'too long',
      body: JSON.stringify({ ...SAID, text: 'x'.repeat(3000) }),
      status: 413,
      says: 'more than 2,000 bytes',
    },
    { name: 'no JSON', body: '{"do":', status: 400, says: 'not valid JSON' },
    { name: 'something else', body: '{"do":"everything"}', status: 400, says: '' },
    {
      name: 'with more than it should have',
      body: JSON.stringify({ ...SAID, from: 'lee' }),
      status: 400,
      says: '',
    },
    {
      name: 'empty words',
      body: JSON.stringify({ ...SAID, text: '  ' }),
      status: 400,
      says: 'Write something first',
    },
    {
      name: 'in the name of nobody',
      body: JSON.stringify({ ...SAID, as: 'x@y.example' }),
      status: 400,
      says: 'Nobody here',
    },
  ])('refuses a body: $name', async ({ body, status, says }) => {
    const response = await stage.page.post(body);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: string };
    expect(error).toContain(says);
    expect(stage.core.events).toEqual([]);
  });

  it('takes JSON only, so that no form of another site fits', async () => {
    const response = await stage.page.post(JSON.stringify(SAID), { 'content-type': 'text/plain' });
    expect(response.status).toBe(415);
  });

  it.each([
    { method: 'DELETE', path: '/do', status: 405 },
    { method: 'POST', path: '/people', status: 404 },
    { method: 'GET', path: '/..%2f..%2fpackage.json', status: 404 },
    { method: 'GET', path: '/constructor', status: 404 },
  ])('has nothing at $method $path', async ({ method, path, status }) => {
    const { port, searchParams, origin } = new URL(stage.adapter.url);
    const cookie = `deskhand_playground_${port}=${searchParams.get('token')}`;
    expect((await fetch(origin + path, { method, headers: { cookie, origin } })).status).toBe(status);
  });

  it('forbids everything inline and from elsewhere, and keeps to it in its own page', async () => {
    const response = await stage.page.get('/');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    const html = await response.text();
    expect(html).not.toMatch(/\son\w+=|\sstyle=|<style|<script(?![^>]*\ssrc="\/)|https?:\/\//);
  });

  it('serves every file that the page asks for', async () => {
    const html = await (await stage.page.get('/')).text();
    const wanted = new Set([...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? ''));
    for (const path of wanted) {
      const response = await stage.page.get(path);
      expect([path, response.status]).toEqual([path, 200]);
      const text = await response.text();
      if (!path.endsWith('.js') || path === '/adaptivecards.js') continue;
      for (const [, name] of text.matchAll(/from '\.(\/[^']+)'/g)) wanted.add(name ?? '');
    }
    expect(wanted).toContain('/pane.js');
  });

  it('opens nothing with the link of an earlier start', async () => {
    const earlier = stage.adapter.url;
    await stage.stop();
    stage = await raisePlayground({ port: Number(new URL(earlier).port) });
    const page = await PageClient.open(earlier);
    expect((await page.get('/people')).status).toBe(403);
  });
});
