import { expect, test } from 'vitest';
import type { ModelMessage, ModelTool } from '../../src/model/model.ts';
import { readTextCall } from '../../src/model/text-calls.ts';
import { toPlainMessages } from '../../src/model/text-dialect.ts';

const TOOLS: readonly ModelTool[] = [
  { name: 'get_user', description: 'Looks a person up.', schema: { type: 'object', properties: {} } },
  { name: 'submit_plan', description: 'Ends.', schema: { type: 'object', properties: {} } },
];
const TALK: readonly ModelMessage[] = [
  { role: 'system', text: 'Rules.' },
  { role: 'user', text: 'The ticket.' },
  { role: 'user', text: 'A hint.' },
  {
    role: 'assistant',
    text: 'I look.',
    calls: [
      { id: 'a', name: 'get_user', arguments: '{"email":"x"}' },
      { id: 'b', name: 'list_signins', arguments: '{}' },
    ],
  },
  { role: 'tool', callId: 'a', text: 'found' },
  { role: 'tool', callId: 'b', text: 'none' },
  { role: 'tool', callId: 'unknown', text: 'odd' },
];

test('turns alternate, results name their tool', () => {
  const plain = toPlainMessages(TALK, TOOLS);
  expect(plain.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user']);
  expect(plain[1]?.text).toBe('The ticket.\n\nA hint.');
  expect(plain[3]?.text).toBe(
    'Result of get_user:\nfound\n\nResult of list_signins:\nnone\n\nResult of a tool:\nodd',
  );
});

test('what was called is written in the form that is asked for', () => {
  const [, , said] = toPlainMessages(TALK, TOOLS);
  const line = said?.text.split('\n')[1] ?? '';
  expect(readTextCall(line)).toEqual({ tool: 'get_user', arguments: '{"email":"x"}' });
});

test('the tools stand after the rules, the same in every turn, and nowhere without tools', () => {
  const [first] = toPlainMessages(TALK, TOOLS);
  expect(first?.text.startsWith('Rules.\n\n')).toBe(true);
  expect(first?.text).toContain('- get_user: Looks a person up. Arguments: {"type":"object"');
  expect(toPlainMessages(TALK.slice(0, 2), TOOLS)[0]).toEqual(first);
  expect(toPlainMessages(TALK, [])[0]?.text).toBe('Rules.');
  expect(toPlainMessages(TALK.slice(1, 2), TOOLS).map(({ role }) => role)).toEqual(['system', 'user']);
});
