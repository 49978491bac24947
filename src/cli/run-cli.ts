// Finds the sub-command and runs it. What goes wrong becomes a sentence on standard error and an exit code, never a stack.
import { type Env, readProcessEnv } from '../config.ts';
import { systemClock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import { nearest } from '../lib/nearest.ts';
import type { ExitCode, Terminal } from './command.ts';
import { CLI_COMMANDS } from './commands.ts';
import { MisuseError } from './read-arguments.ts';

/** @param argv the words after the program's name */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
  env: Env = readProcessEnv(),
): Promise<ExitCode> {
  const [name, ...args] = argv;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    for (const line of helpLines()) terminal.print(line);
    return 0;
  }
  const command = CLI_COMMANDS.find((entry) => entry.name === name);
  if (!command) {
    const names = CLI_COMMANDS.map((entry) => entry.name);
    const near = CLI_COMMANDS.find((entry) => entry.name === nearest(name, names));
    terminal.complain(`There is no command "${name.slice(0, 40)}".`);
    terminal.complain(
      near
        ? `Did you mean "${near.name}"? Usage: deskhand ${near.usage}`
        : 'Usage: deskhand COMMAND. "deskhand --help" lists every command.',
    );
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.print(`Usage: deskhand ${command.usage}`);
    terminal.print(command.summary);
    return 0;
  }
  try {
    const run = await command.load();
    return await run({ ...terminal, args, env, clock: systemClock });
  } catch (error) {
    terminal.complain(errorText(error));
    if (!(error instanceof MisuseError)) return 1;
    terminal.complain(`Usage: deskhand ${command.usage}`);
    return 2;
  }
}

function helpLines(): readonly string[] {
  const width = Math.max(...CLI_COMMANDS.map((command) => command.usage.length));
  return [
    'Usage: deskhand COMMAND (as "npm run -s desk -- COMMAND")',
    '',
    ...CLI_COMMANDS.map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`),
  ];
}
