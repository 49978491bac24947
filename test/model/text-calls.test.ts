import { describe, expect, test } from 'vitest';
import { readTextCall } from '../../src/model/text-calls.ts';

const CALL = '{"tool": "get_user", "arguments": {"email": "a@b.example"}}';

describe('a call in text', () => {
  test.each([
    { name: 'alone', text: CALL },
    { name: 'with white space', text: `\n  ${CALL}\n` },
    { name: 'in a json fence', text: `\`\`\`json\n${CALL}\n\`\`\`` },
    { name: 'in a bare fence', text: `\`\`\`\n${CALL}\n\`\`\`` },
    { name: 'with a sentence around it', text: `Let me look.\n${CALL}\nThen I go on.` },
    { name: 'after other braces in the prose', text: `The set {a, b} is small. ${CALL}` },
    { name: 'in a fence after a stray brace', text: `A smiley :{ first.\n\`\`\`json\n${CALL}\n\`\`\`` },
    { name: 'beside an object of another kind', text: `{"thought": "look first"} ${CALL}` },
    { name: 'after thoughts that hold a draft', text: `<think>${CALL.replace('a@', 'x@')}</think>${CALL}` },
    { name: 'keys in another order', text: '{"arguments":{"email":"a@b.example"},"tool":"get_user"}' },
  ])('is read: $name', ({ text }) => {
    expect(readTextCall(text)).toEqual({ tool: 'get_user', arguments: '{"email":"a@b.example"}' });
  });

  test.each([
    { name: 'nothing', text: '' },
    { name: 'prose', text: 'The tool is ready.' },
    { name: 'two calls', text: `${CALL}\n${CALL}` },
    { name: 'two fences', text: `:{\n\`\`\`json\n${CALL}\n\`\`\`\n\`\`\`json\n${CALL}\n\`\`\`` },
    { name: 'a third key', text: '{"tool": "x", "arguments": {}, "confirm": true}' },
    { name: 'no arguments', text: '{"tool": "x"}' },
    { name: 'arguments that are a list', text: '{"tool": "x", "arguments": []}' },
    { name: 'arguments that are a text', text: '{"tool": "x", "arguments": "{}"}' },
    { name: 'arguments that are null', text: '{"tool": "x", "arguments": null}' },
    { name: 'a tool that is no text', text: '{"tool": {"a": 1}, "arguments": {}}' },
    { name: 'an empty tool', text: '{"tool": "", "arguments": {}}' },
    { name: 'inside another object', text: `{"answer": ${CALL}}` },
    { name: 'half of it', text: CALL.slice(0, -2) },
    { name: 'only in thoughts', text: `<think>${CALL}</think>I do not know.` },
    {
      name: 'nested without end',
      text: `{"tool": "x", "arguments": {"a": ${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
    },
  ])('is not read: $name', ({ text }) => {
    expect(readTextCall(text)).toBeUndefined();
  });

  test('keeps what a string says, fences and braces included', () => {
    const args = { reply: 'Run:\n```\nif (x) { y }\n```\n{"tool": "no", "arguments": {}} \\" }' };
    const text = `\`\`\`json\n${JSON.stringify({ tool: 'submit_plan', arguments: args })}\n\`\`\``;
    const call = readTextCall(text);
    expect(call?.tool).toBe('submit_plan');
    expect(JSON.parse(call?.arguments ?? '')).toEqual(args);
  });

  test('a key named __proto__ stays a key', () => {
    const call = readTextCall('{"tool": "x", "arguments": {"__proto__": {"admin": true}}}');
    expect(call?.arguments).toBe('{"__proto__":{"admin":true}}');
  });

  test.each([
    { name: 'opening braces', text: '{'.repeat(500_000) },
    { name: 'closing braces', text: '}'.repeat(500_000) },
    { name: 'quotes', text: '{"'.repeat(300_000) },
    { name: 'backslashes', text: `{"${'\\'.repeat(500_000)}` },
    { name: 'fences', text: '```'.repeat(200_000) },
    { name: 'fences with braces', text: '```{'.repeat(200_000) },
    { name: 'empty objects', text: '{}'.repeat(300_000) },
    { name: 'ends of thoughts', text: '</think>'.repeat(80_000) },
  ])('a megabyte of $name is read in one pass', ({ text }) => {
    // Anything worse than one pass would outlast the test's own limit.
    expect(readTextCall(`${text} "tool"`)).toBeUndefined();
  });
});
