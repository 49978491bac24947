// MCP servers in the desk file: what is refused, and what they mean for a client.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { identify } from '../../src/people/identify.ts';

const SHIPPED = readFileSync(`${import.meta.dirname}/../../src/desk/default-desk.yaml`, 'utf8');
const withServers = (...entries: string[]) =>
  SHIPPED.replace('mcp: []\n', `mcp:\n${entries.map((entry) => `  - ${entry}\n`).join('')}`);
const problems = (text: string) => {
  const parsed = parseDeskFile(text);
  return parsed.ok ? [] : parsed.problems;
};

test.each([
  {
    name: 'a program',
    entry: '{ id: files, command: node, args: [x, "{{client}}"], env: { T: "{{secrets.T}}" } }',
  },
  {
    name: 'an address',
    entry: '{ id: wiki, url: "https://mcp.example/mcp", headers: { authorization: "Bearer {{secrets.T}}" } }',
  },
  { name: 'loopback without TLS', entry: '{ id: wiki, url: "http://127.0.0.1:3000/mcp" }' },
  { name: 'a private address without TLS', entry: '{ id: wiki, url: "http://192.168.4.5/mcp" }' },
  { name: 'a name of the own network', entry: '{ id: wiki, url: "http://wiki:8080/mcp" }' },
])('taken: $name', ({ entry }) => {
  expect(problems(withServers(entry))).toEqual([]);
});

test.each([
  {
    name: 'an unknown client',
    entries: ['{ id: a, command: x, clients: [acme-dentl] }'],
    says: 'is not a client',
  },
  {
    name: 'an id twice',
    entries: ['{ id: a, command: x }', '{ id: a, command: y }'],
    says: 'an MCP server a second time',
  },
  {
    name: "another integration's id",
    entries: ['{ id: sandbox, command: x }'],
    says: 'id of another integration',
  },
  {
    name: 'the id of own tools',
    entries: ['{ id: desk_file, command: x }'],
    says: 'id of another integration',
  },
  { name: 'both kinds', entries: ['{ id: a, command: x, url: "https://a.example" }'], says: 'not both' },
  { name: 'neither kind', entries: ['{ id: a }'], says: 'not both' },
  {
    name: 'headers for a program',
    entries: ['{ id: a, command: x, headers: { a: b } }'],
    says: 'headers belong',
  },
  {
    name: 'env for an address',
    entries: ['{ id: a, url: "https://a.example", env: { a: b } }'],
    says: 'args and env',
  },
  { name: 'public without TLS', entries: ['{ id: a, url: "http://mcp.example/" }'], says: 'must be https' },
  {
    name: 'public that looks private',
    entries: ['{ id: a, url: "http://10.0.0.1.evil.example/" }'],
    says: 'must be https',
  },
  {
    name: 'longer than a step lives',
    entries: ['{ id: a, command: x, timeout_seconds: 90 }'],
    says: 'from 1 to 55',
  },
])('refused: $name', ({ entries, says }) => {
  expect(problems(withServers(...entries)).join('\n')).toContain(says);
});

test('a client with a server starts in plan mode, and the playground does not reach it', () => {
  const text = withServers('{ id: files, command: node, clients: [acme-dental] }').replaceAll(
    '    mode: execute\n',
    '',
  );
  const parsed = parseDeskFile(text.replace('  default_mode: execute\n', ''));
  if (!parsed.ok) throw new Error(parsed.problems.join());
  expect(parsed.desk.clients.map(({ mode }) => mode)).toEqual(['plan', 'execute']);
  const claim = (email: string) =>
    identify({
      platform: 'playground',
      tenant: 'playground',
      profile: { name: 'X', email, guest: false, outsider: false, bot: false },
      desk: parsed.desk,
    } as never).type;
  expect(claim('dana.reyes@acme-dental.example')).toBe('stranger');
  expect(claim('x@birch-legal.example')).toBe('requester');
});
