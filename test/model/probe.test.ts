import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { checkModel } from '../../src/cli/doctor/check-model.ts';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { listenOn } from '../../src/lib/listen-on.ts';
import { createModelClient } from '../../src/model/client.ts';
import { probeModel } from '../../src/model/probe.ts';
import { startDialect } from '../support/model-dialects.ts';
import { type Fault, MODEL_KEY, type ScriptedModel, startScriptedModel } from '../support/scripted-model.ts';

async function ready(): Promise<ScriptedModel> {
  const model = await startScriptedModel();
  onTestFinished(model.close);
  model.always(({ tools }) => ({ calls: [{ tool: tools[0] ?? '', args: { word: 'ready' } }] }));
  return model;
}

const probe = (config: Parameters<typeof createModelClient>[0]) =>
  probeModel(createModelClient(config, { maxRetries: 0, timeoutMs: 500 }), new AbortController().signal);

test('a model that uses the tool works', async () => {
  expect(await probe((await ready()).config)).toEqual({ state: 'works' });
});

test('a server without tools works through text', async () => {
  const server = await startDialect('text only', await ready());
  onTestFinished(server.close);
  expect(await probe(server.config)).toEqual({
    state: 'limited',
    message: 'test-model: the server takes no tools, so it works through text; slower',
    remedy: 'Choose a model that supports tools.',
  });
});

test('a model that only talks is told apart', async () => {
  const model = await startScriptedModel();
  onTestFinished(model.close);
  model.always(() => ({ text: 'I am ready.' }));
  expect(await probe(model.config)).toMatchObject({ state: 'limited' });
});

test.each<{ fault: Fault; message: string; remedy: string }>([
  { fault: '401', message: 'refuses the key', remedy: 'Check OPENAI_API_KEY.' },
  { fault: 'redirect', message: 'another address', remedy: 'Set OPENAI_BASE_URL' },
  { fault: 'hung', message: 'did not answer in time', remedy: 'smaller model' },
  { fault: '429', message: 'busy', remedy: 'Try again' },
  { fault: 'cut', message: 'connection', remedy: 'Check OPENAI_BASE_URL' },
  { fault: 'malformed', message: 'not JSON', remedy: 'log of the model server' },
])('$fault fails, with a remedy', async ({ fault, message, remedy }) => {
  const { config, fault: switchTo } = await ready();
  switchTo(fault);
  expect(await probe(config)).toEqual({
    state: 'fails',
    message: expect.stringContaining(message),
    remedy: expect.stringContaining(remedy),
  });
});

test.each([
  { name: 'a slip', offered: ['llama3.1:8b', 'qwen3:8b'], remedy: 'Did you mean OPENAI_MODEL=qwen3:8b?' },
  { name: 'another name', offered: ['alpha', 'beta'], remedy: 'OPENAI_MODEL may be: alpha, beta.' },
  {
    name: 'many others',
    offered: ['aa', 'bb', 'cc', 'dd', 'ee', 'ff', 'gg'],
    remedy: 'OPENAI_MODEL may be: aa, bb, cc, dd, ee and 2 more.',
  },
  { name: 'none that can be shown', offered: ['<!channel> click', 7, null], remedy: 'Check OPENAI_MODEL.' },
])('a model that is not there: $name', async ({ offered, remedy }) => {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET')
      return void response.end(JSON.stringify({ data: offered.map((id) => ({ id })) }));
    response.statusCode = 404;
    response.end(JSON.stringify({ error: { message: 'model "qwen3:8" not found, try pulling it first' } }));
  });
  await listenOn(server, 0, '127.0.0.1');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  expect(await probe({ baseUrl: `http://127.0.0.1:${port}/v1`, model: 'qwen3:8' })).toEqual({
    state: 'fails',
    message: 'The model server does not know the model (404).',
    remedy,
  });
});

test('the doctor: off without a model, on with one, wrong without its price under a budget in money', async () => {
  const desk = defaultDeskFile();
  expect((await checkModel(undefined, desk, systemClock)).map(({ state }) => state)).toEqual(['off']);
  const { config, fault } = await ready();
  const limited = { ...desk, agent: { ...desk.agent, dailyBudget: { cost: 1 } } };
  const checks = await checkModel(config, limited, systemClock);
  expect(checks.map(({ state }) => state)).toEqual(['on', 'wrong']);
  const priced = { ...limited.agent, prices: { [config.model]: { prompt: 1, completion: 2 } } };
  expect(await checkModel(config, { ...limited, agent: priced }, systemClock)).toHaveLength(1);
  fault('401');
  const [check] = await checkModel(config, desk, systemClock);
  expect(check).toMatchObject({ state: 'wrong', remedy: 'Check OPENAI_API_KEY.' });
  expect(JSON.stringify(check)).not.toContain(MODEL_KEY);
});
