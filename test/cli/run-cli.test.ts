// The command line as a whole: help, exit codes, slips of the pen.
import { expect, test } from 'vitest';
import { CLI_COMMANDS } from '../../src/cli/commands.ts';
import { deskhand, deskhandProcess, folderWith } from './run-deskhand.ts';

test.each([
  { name: 'no words', args: [] },
  { name: '--help', args: ['--help'] },
])('$name lists every command', async ({ args }) => {
  const { code, out, err } = await deskhand(args, { cwd: folderWith() });
  expect(code).toBe(0);
  expect(err).toBe('');
  for (const command of CLI_COMMANDS) expect(out).toContain(command.usage);
});

test.each(CLI_COMMANDS)('$name --help shows its usage', async ({ name, usage }) => {
  const { code, out } = await deskhand([name, '--help'], { cwd: folderWith() });
  expect(code).toBe(0);
  expect(out).toContain(`Usage: deskhand ${usage}`);
});

test.each([
  {
    name: 'a slip of the pen',
    args: ['doctr'],
    says: 'Did you mean "doctor"? Usage: deskhand doctor [--json]',
  },
  {
    name: 'a word that is near to nothing',
    args: ['frobnicate'],
    says: '"deskhand --help" lists every command',
  },
  { name: 'an option that is not known', args: ['match', '--imput', 'x'], says: 'Did you mean --input?' },
  { name: 'an option without its value', args: ['match', '--input'], says: 'Usage: deskhand match' },
  { name: 'a word too many', args: ['import', 'a.yaml', 'b.yaml'], says: '"b.yaml" is one word too many' },
  { name: 'a word too few', args: ['import'], says: 'Which desk file?' },
  {
    name: 'scenario tests',
    args: ['workflow', 'test', 'x.yaml'],
    says: 'This version has no scenario tests',
  },
  { name: 'half an audit', args: ['audit'], says: 'Usage: deskhand audit verify' },
  {
    name: 'a dry run of nothing',
    args: ['dry-run', '--client', 'x', '--from', 'y'],
    says: 'What do they write?',
  },
])('$name ends with 2 and says what to type', async ({ args, says }) => {
  const { code, out, err } = await deskhand(args, { cwd: folderWith() });
  expect(code).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(says);
});

test('.env is read where there is one, and nobody is told where there is none', async () => {
  const without = await deskhandProcess(['doctor', '--json'], { cwd: folderWith() });
  expect(without.err).toBe('');
  const { code, out } = await deskhandProcess(['doctor', '--json'], {
    cwd: folderWith({ '.env': 'PORT=many\n' }),
  });
  expect(code).toBe(1);
  expect(out).toContain('"PORT"');
});

test('variables that are wrong are named, all at once', async () => {
  const { code, err } = await deskhand(['export'], {
    cwd: folderWith(),
    env: { PORT: 'x', LOG_LEVEL: 'loud' },
  });
  expect(code).toBe(1);
  expect(err).toContain('PORT: ');
  expect(err).toContain('LOG_LEVEL: ');
});

// The other tests call the commands in their own process; here each kind is a program that reads its input and ends by itself.
test.each([
  { name: 'lines in words', args: ['--help'] },
  { name: 'a slip of the pen', args: ['doctr'] },
  { name: 'an examination', args: ['doctor', '--json'] },
  {
    name: 'standard input',
    args: ['match', '--input', '-', '--json'],
    input: '{"id":"1","text":"I forgot my password"}\nno JSON\n',
  },
  {
    name: 'a whole desk in memory',
    args: [
      'dry-run',
      '--client',
      'acme-dental',
      '--from',
      'dana.reyes@acme-dental.example',
      'I forgot my password',
    ],
  },
])('as a program of its own, $name says and ends the same', async ({ args, input = '' }) => {
  const there = await deskhandProcess(args, { cwd: folderWith(), input });
  expect(there).toEqual(await deskhand(args, { cwd: folderWith(), input }));
});
