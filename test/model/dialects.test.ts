// The servers that stand in for real ones refuse what those refuse; otherwise working against them would prove nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DialectServer, type ModelDialect, startDialect } from '../support/model-dialects.ts';
import { type ScriptedModel, startScriptedModel } from '../support/scripted-model.ts';

let model: ScriptedModel;
const servers = new Map<ModelDialect, DialectServer>();
beforeAll(async () => {
  model = await startScriptedModel();
  model.always(() => ({ calls: [{ tool: 'get_user', args: {} }] }));
  for (const dialect of ['strict', 'generic', 'text only'] as const)
    servers.set(dialect, await startDialect(dialect, model));
});
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.close()));
  await model.close();
});

const user = { role: 'user', content: 'Hi' };
const calling = {
  role: 'assistant',
  content: '',
  tool_calls: [{ id: 'a', type: 'function', function: { name: 'get_user', arguments: '{}' } }],
};
const result = { role: 'tool', tool_call_id: 'a', content: '1' };
const tools = [{ type: 'function', function: { name: 'get_user', parameters: { type: 'object' } } }];
const dotted = [{ type: 'function', function: { name: 'wiki.search', parameters: { type: 'object' } } }];

test.each<{ dialect: ModelDialect; name: string; body: object; status: number }>([
  {
    dialect: 'strict',
    name: 'a clean request',
    body: { messages: [user], tools, tool_choice: 'auto' },
    status: 200,
  },
  {
    dialect: 'strict',
    name: 'results for every call',
    body: { messages: [user, calling, result] },
    status: 200,
  },
  { dialect: 'strict', name: 'an unknown field', body: { messages: [user], max_tokens: 5 }, status: 400 },
  {
    dialect: 'strict',
    name: 'tool_choice without tools',
    body: { messages: [user], tool_choice: 'auto' },
    status: 400,
  },
  {
    dialect: 'strict',
    name: 'a tool name with a dot',
    body: { messages: [user], tools: dotted },
    status: 400,
  },
  { dialect: 'strict', name: 'a call without a result', body: { messages: [user, calling] }, status: 400 },
  { dialect: 'strict', name: 'a result without a call', body: { messages: [user, result] }, status: 400 },
  { dialect: 'generic', name: 'tools', body: { messages: [user], tools, tool_choice: 'auto' }, status: 200 },
  {
    dialect: 'generic',
    name: 'parallel calls',
    body: { messages: [user], parallel_tool_calls: true },
    status: 400,
  },
  { dialect: 'text only', name: 'text', body: { messages: [user] }, status: 200 },
  { dialect: 'text only', name: 'tools', body: { messages: [user], tools }, status: 400 },
  { dialect: 'text only', name: 'a role twice in a row', body: { messages: [user, user] }, status: 400 },
])('$dialect: $name gives $status', async ({ dialect, body, status }) => {
  const answer = await fetch(`${servers.get(dialect)?.config.baseUrl}/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'm', ...body }),
  });
  const said = await answer.text();
  expect(`${answer.status} ${answer.status === status ? '' : said}`).toBe(`${status} `);
});
