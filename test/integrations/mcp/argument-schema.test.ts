// Arguments against the schema that a server gave.
import { expect, test } from 'vitest';
import { argumentSchema } from '../../../src/integrations/mcp/argument-schema.ts';
import { readDefinition } from '../../../src/integrations/mcp/definition.ts';
import { mcpTool } from '../../../src/integrations/mcp/mcp-tool.ts';
import { mcpServerSchema } from '../../../src/integrations/mcp/server-form.ts';
import { hashTool, toolSchema } from '../../../src/tools/tool.ts';

const text = { type: 'string' };
const SERVER = mcpServerSchema.parse({ id: 'files', command: 'node' });

test.each([
  {
    name: 'what is asked for',
    schema: { properties: { a: text }, required: ['a'] },
    args: { a: 'x' },
    ok: true,
  },
  { name: 'something missing', schema: { properties: { a: text }, required: ['a'] }, args: {}, ok: false },
  { name: 'an unknown argument', schema: { properties: { a: text } }, args: { b: 'x' }, ok: false },
  {
    name: 'unknown ones, allowed by the server',
    schema: { additionalProperties: true },
    args: { b: 'x' },
    ok: false,
  },
  { name: 'an inherited name', schema: { properties: {} }, args: JSON.parse('{"__proto__": 1}'), ok: false },
  { name: 'a missing inherited name', schema: { required: ['toString'] }, args: {}, ok: false },
  { name: 'another type', schema: { properties: { a: text } }, args: { a: 1 }, ok: false },
  { name: 'a fraction', schema: { properties: { a: { type: 'number' } } }, args: { a: 0.5 }, ok: false },
  {
    name: 'a fraction where nothing is said',
    schema: { properties: { a: {} } },
    args: { a: [0.5] },
    ok: false,
  },
  { name: 'no object', schema: {}, args: [], ok: false },
  { name: 'an enum', schema: { properties: { a: { enum: ['x'] } } }, args: { a: 'y' }, ok: false },
  { name: 'a const', schema: { properties: { a: { const: 'x' } } }, args: { a: 'y' }, ok: false },
  {
    name: 'too long',
    schema: { properties: { a: { type: 'string', maxLength: 2 } } },
    args: { a: 'xyz' },
    ok: false,
  },
  {
    name: 'too small',
    schema: { properties: { a: { type: 'integer', minimum: 2 } } },
    args: { a: 1 },
    ok: false,
  },
  {
    name: 'too many',
    schema: { properties: { a: { type: 'array', maxItems: 1 } } },
    args: { a: [1, 2] },
    ok: false,
  },
  {
    name: 'an item',
    schema: { properties: { a: { type: 'array', items: text } } },
    args: { a: [1] },
    ok: false,
  },
  {
    name: 'an inner unknown',
    schema: { properties: { a: { type: 'object', properties: {}, additionalProperties: false } } },
    args: { a: { b: 1 } },
    ok: false,
  },
  {
    name: 'one of two',
    schema: { properties: { a: { anyOf: [text, { type: 'null' }] } } },
    args: { a: null },
    ok: true,
  },
  {
    name: 'none of two',
    schema: { properties: { a: { anyOf: [text, { type: 'null' }] } } },
    args: { a: 1 },
    ok: false,
  },
  {
    name: 'all of two',
    schema: { properties: { a: { allOf: [text, { minLength: 2 }] } } },
    args: { a: 'x' },
    ok: false,
  },
  {
    name: 'a reference',
    schema: { properties: { a: { $ref: '#/$defs/t' } }, $defs: { t: text } },
    args: { a: 1 },
    ok: false,
  },
  {
    name: 'a circle of references',
    schema: { properties: { a: { $ref: '#/$defs/t' } }, $defs: { t: { $ref: '#/$defs/t' } } },
    args: { a: 1 },
    ok: true,
  },
  {
    name: 'a circle of alternatives',
    schema: {
      properties: { a: { $ref: '#/$defs/t' } },
      $defs: { t: { anyOf: [{ $ref: '#/$defs/t' }, { $ref: '#/$defs/t' }] } },
    },
    args: { a: 1 },
    ok: false,
  },
  {
    name: 'a pattern that never ends',
    schema: { properties: { a: { pattern: '^(a+)+$' } } },
    args: { a: `${'a'.repeat(40)}!` },
    ok: true,
  },
])('$name: $ok', ({ schema, args, ok }) => {
  expect(argumentSchema({ type: 'object', ...schema } as never).safeParse(args).success).toBe(ok);
});

test.each([{ name: 'toString' }, { name: 'a b' }])('an argument named $name cannot be used', ({ name }) => {
  expect(() => argumentSchema({ properties: { [name]: text } })).toThrow('name cannot be used');
});

test('planners see the server’s own schema, closed', () => {
  const read = readDefinition('files', {
    name: 'read',
    inputSchema: { type: 'object', $id: 'x', properties: { path: text } },
  });
  if (!read.ok) throw new Error(read.why);
  const tool = mcpTool(read.tool, read.definition, SERVER, () => Promise.reject(new Error('not called')));
  expect(toolSchema(tool)).toEqual({
    type: 'object',
    properties: { path: text },
    additionalProperties: false,
  });
  const other = mcpTool(read.tool, read.definition, { ...SERVER, args: ['x'] }, () =>
    Promise.reject(new Error('no')),
  );
  expect(hashTool(other)).not.toBe(hashTool(tool));
  expect(tool.describe({ path: '/a\u202etxt', list: [1] }, {})).toBe(
    'files.read with path "/a\\u{202e}txt", list [1]',
  );
});

test.each([
  { name: 'no name', raw: {} },
  { name: 'a name of signs', raw: { name: '\u{1F4A9}' } },
  { name: 'a null byte', raw: { name: 'a', description: 'x\u0000' } },
  { name: 'half a letter', raw: { name: 'a', description: 'x\ud800' } },
  { name: 'too long', raw: { name: 'a', description: 'x'.repeat(40_000) } },
  {
    name: 'too deep',
    raw: { name: 'a', inputSchema: JSON.parse(`${'{"a":'.repeat(20)}1${'}'.repeat(20)}`) },
  },
  { name: 'a schema that is none', raw: { name: 'a', inputSchema: [] } },
])('a definition with $name is left out', ({ raw }) => {
  expect(readDefinition('files', raw).ok).toBe(false);
});
