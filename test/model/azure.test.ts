// What goes over the wire to Azure, whose hosts no test can stand in for: the one fetch of the process is watched instead.
import { afterEach, expect, test, vi } from 'vitest';
import { createModelClient } from '../../src/model/client.ts';

afterEach(() => vi.restoreAllMocks());

const ANSWER = { choices: [{ message: { content: 'ok' }, finish_reason: 'stop' }] };

test.each([
  {
    name: 'the v1 interface',
    baseUrl: 'https://desk.openai.azure.com/',
    url: 'https://desk.openai.azure.com/openai/v1/chat/completions',
    header: 'authorization',
    value: 'Bearer key',
  },
  {
    name: 'the dated interface',
    baseUrl: 'https://desk.openai.azure.com/?api-version=2024-10-21',
    url: 'https://desk.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21',
    header: 'api-key',
    value: 'key',
  },
])('$name', async ({ baseUrl, url, header, value }) => {
  const fetch = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(
      async () => new Response(JSON.stringify(ANSWER), { headers: { 'content-type': 'application/json' } }),
    );
  const client = createModelClient({ baseUrl, apiKey: 'key', model: 'gpt' });
  const turn = await client.turn([{ role: 'user', text: 'Hi' }], [], new AbortController().signal);
  expect(turn.text).toBe('ok');
  const [called, init] = fetch.mock.calls[0] ?? [];
  expect(called).toBe(url);
  expect(new Headers(init?.headers).get(header)).toBe(value);
  expect(init?.redirect).toBe('manual');
  const body = JSON.parse(String(init?.body));
  expect(body).toMatchObject({ model: 'gpt', max_completion_tokens: 8192 });
  expect(body).not.toHaveProperty('store');
});
