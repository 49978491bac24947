// Takes what somebody typed, finds the command, asks for the right and runs it. A wrong command gets the nearest right one.
import type { Platform } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { nearest } from '../../lib/nearest.ts';
import { isStaff, type Person } from '../../people/person.ts';
import { type Answer, say } from '../replies.ts';
import { type Command, type CommandRunner, isOffered, mayRun, parseLabel } from './command.ts';
import { COMMANDS } from './registry.ts';

export function createCommandRunner(core: Core, commands: readonly Command[] = COMMANDS): CommandRunner {
  const named = (name: string) => commands.find((command) => command.name === name.toLowerCase());
  return {
    run: async ({ text, person, by, event }) => {
      const trimmed = withoutStroke(text);
      const [name = 'help', ...words] = trimmed === '' ? ['help'] : trimmed.split(/\s+/);
      const rest = trimmed.slice(name.length).trim();
      const command = named(name);
      if (!command || !mayRun(person, command.role))
        return unknown(name, usableBy(person, event.from.platform, commands));
      return command.run({ core, person, by, words, rest, event, commands });
    },
    isCommand: (text, person) => {
      if (SLASHED.test(text.trim())) return true;
      const [name = '', ...words] = withoutStroke(text).split(/\s+/);
      const command = named(name);
      return command !== undefined && isTyped(command, words, person);
    },
  };
}

/** Nobody asks for help with a stroke in front: `/desk …`, or one word alone. */
const SLASHED = /^\/(?:desk(?:\s|$)|\p{L}+$)/iu;
const NUMBER = /^#?\d+$/;
/** A code, or one that was typed wrongly: no word of a request. */
const CODE = /^(?=.*[\dA-Z_-])(?![A-Z]?[a-z]+$)[\w-]{6,40}$/;

/** The command alone. Teams offers its words after a "/", and whoever knows Slack types "/desk". */
export function withoutStroke(text: string): string {
  return text.trim().replace(/^\/(?:desk(?=\s|$)\s*)?(?=\p{L}|$)/iu, '');
}

/** Whether these words behind the name make it the command, and no request that happens to begin so. */
function isTyped(command: Command, words: readonly string[], person: Person): boolean {
  const [first] = words;
  const aloneOrNumber = first === undefined || NUMBER.test(first);
  switch (command.typed) {
    case 'alone_or_number':
      return aloneOrNumber;
    case 'any_words_of_staff':
      return aloneOrNumber || isStaff(person);
    case 'alone_or_code':
      return aloneOrNumber || (words.length === 1 && CODE.test(first));
    case 'with_approval':
      return parseLabel(first) !== undefined;
  }
}

function usableBy(person: Person, platform: Platform, commands: readonly Command[]): readonly Command[] {
  return commands.filter((command) => mayRun(person, command.role) && isOffered(command, platform));
}

function unknown(name: string, usable: readonly Command[]): Answer {
  const near = nearest(
    name,
    usable.map((command) => command.name),
  );
  const meant = usable.find((command) => command.name === near);
  const shown = name.slice(0, 40);
  if (meant)
    return say(`There is no command "${shown}" for you. Did you mean "${meant.name}"? Usage: ${meant.usage}`);
  return say(`There is no command "${shown}" for you. "help" lists what you can do.`);
}
