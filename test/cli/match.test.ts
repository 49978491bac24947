// `match`: lines in, lines out, and what happens to lines and files that are not right.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deskhand, folderWith } from './run-deskhand.ts';

const UTTERANCES = join(import.meta.dirname, '../fixtures/matching/utterances.jsonl');
const TRIGGERS = join(import.meta.dirname, '../fixtures/matching/triggers-plain.yaml');

const linesOf = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; workflows: string[]; why: string });

test('answers every line in order with ids, best first, and why', async () => {
  const { code, out, err } = await deskhand(
    ['match', '--workflows', TRIGGERS, '--input', UTTERANCES, '--json'],
    {
      cwd: folderWith(),
    },
  );
  expect(err).toBe('');
  expect(code).toBe(0);
  const answers = linesOf(out);
  expect(answers.length).toBeGreaterThan(700);
  expect(Object.keys(answers[0]!)).toEqual(['id', 'workflows', 'why']);
  const right = answers.filter(
    ({ id, workflows }) => (workflows[0] ?? 'no_workflow') === id.slice(0, id.lastIndexOf('-')),
  );
  expect(right.length / answers.length).toBeGreaterThan(0.8);
});

test('uses the starter guides without a workflows file, and reads standard input', async () => {
  const input = '{"id":"a","text":"I forgot my password"}\r\n\r\n{"id":7,"text":"the weather is nice"}\r\n';
  const { code, out } = await deskhand(['match', '--input', '-', '--json'], { cwd: folderWith(), input });
  expect(code).toBe(0);
  expect(linesOf(out).map(({ id, workflows }) => ({ id, workflows }))).toEqual([
    { id: 'a', workflows: ['reset-password'] },
    { id: 7, workflows: [] },
  ]);
});

test("a client's own workflow is for that client alone", async () => {
  const cwd = folderWith({
    'w.yaml':
      '- { id: x-ray, title: Restart the X-ray, trigger: "When the X-ray machine has to be restarted", scope: acme }\n',
  });
  const text = 'please restart the x-ray machine';
  const input = ['acme', 'birch', undefined]
    .map((client) => JSON.stringify({ id: client ?? 'none', text, client }))
    .join('\n');
  const { out } = await deskhand(['match', '--workflows', 'w.yaml', '--input', '-', '--json'], {
    cwd,
    input,
  });
  expect(linesOf(out).map(({ workflows }) => workflows)).toEqual([['x-ray'], [], []]);
});

test('bad lines are named by number, the others are answered, and the end is 1', async () => {
  const input = [
    '{"id":"a","text":"I forgot my password"}',
    'no json',
    '{"id":"c"}',
    '{"id":"d","text":"hello"}',
  ].join('\n');
  const { code, out, err } = await deskhand(['match', '--input', '-', '--json'], {
    cwd: folderWith(),
    input,
  });
  expect(code).toBe(1);
  expect(linesOf(out).map(({ id }) => id)).toEqual(['a', 'd']);
  expect(err).toContain('line 2: is not JSON');
  expect(err).toMatch(/line 3: text: /);
});

test.each([
  { name: 'no such input', files: {}, says: 'Cannot read input.jsonl' },
  {
    name: 'no such workflows file',
    files: { 'input.jsonl': '' },
    says: 'Cannot read w.yaml: there is no such file',
  },
  {
    name: 'no list',
    files: { 'input.jsonl': '', 'w.yaml': 'id: x\n' },
    says: 'w.yaml is not a list of workflows',
  },
  {
    name: 'no trigger',
    files: { 'input.jsonl': '', 'w.yaml': '- { id: x, title: X }\n' },
    says: '0.trigger',
  },
  {
    name: 'an id twice',
    files: {
      'input.jsonl': '',
      'w.yaml': '- { id: x, title: X, trigger: a }\n- { id: x, title: X, trigger: a }\n',
    },
    says: 'the id x is used twice',
  },
])('a file that is not right ends with 1: $name', async ({ name, files, says }) => {
  const workflows = name === 'no such input' ? [] : ['--workflows', 'w.yaml'];
  const { code, err } = await deskhand(['match', ...workflows, '--input', 'input.jsonl'], {
    cwd: folderWith(files),
  });
  expect(code).toBe(1);
  expect(err).toContain(says);
});
