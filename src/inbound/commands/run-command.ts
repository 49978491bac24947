// Takes what somebody typed, finds the command, asks for the right and runs it. A wrong command gets the nearest right one.
import { helpCard } from '../../../cards/help-card.ts';
import type { ChatEvent, ChatReply, Platform } from '../../chat.ts';
import type { Core } from '../../core.ts';
import { nearest } from '../../lib/nearest.ts';
import { isAdmin, isStaff, type Person } from '../../people/person.ts';
import { say } from '../replies.ts';
import type { Command, CommandRole, CommandRunner } from './command.ts';
import { COMMANDS } from './registry.ts';

/** Words of everyday language that open commands too: as messages they count only where what follows is a number or nothing. */
const EVERYDAY = new Set([
  'help',
  'new',
  'status',
  'cancel',
  'note',
  'plan',
  'reply',
  'take',
  'close',
  'release',
  'stop',
  'resume',
  'people',
  'mode',
  'policy',
  'audit',
  'secret',
  'usage',
  'ticket',
  'tickets',
  'activity',
  'clients',
  'integration',
  'approvals',
  'claim',
]);

export function createCommandRunner(core: Core): CommandRunner {
  return {
    run: async ({ text, person, by, event }) => {
      const trimmed = bare(text);
      const [name = 'help', ...words] = trimmed === '' ? ['help'] : trimmed.split(/\s+/);
      const rest = trimmed.slice(name.length).trim();
      if (name.toLowerCase() === 'help') return say(help(person, event));
      const command = COMMANDS.find((entry) => entry.name === name.toLowerCase());
      if (!command || !mayRun(person, command.role)) return unknown(name, person, event.from.platform);
      return command.run({ core, person, by, words, rest, event });
    },
    isCommand: (text, person) => {
      if (UNMISTAKABLE.test(bare(text)) || SLASHED.test(text.trim())) return true;
      const [name = '', ...words] = bare(text).toLowerCase().split(/\s+/);
      if (!EVERYDAY.has(name)) return false;
      if (words.length === 0) return true;
      if (/^#?\d+$/.test(words[0] ?? '')) return true;
      // Staff type whole commands; what an employee writes is a request unless it can be nothing else.
      return isStaff(person) && STAFF_WORDS.has(name);
    },
  };
}

/** A decision that names its request, and the code of the first admin: nobody writes so to ask for help. */
const UNMISTAKABLE = /^(?:approve|deny)\s+p[-\u2010-\u2014]?\d{1,9}(?:\s|$)|^claim\s+[\w-]{16}$/i;

/** Nobody asks for help with a stroke in front: `/desk …`, or one word alone. */
const SLASHED = /^\/(?:desk(?:\s|$)|\p{L}+$)/iu;

/** Teams offers its words after a "/", and whoever knows Slack types "/desk". */
function bare(text: string): string {
  return text.trim().replace(/^\/(?:desk(?=\s|$)\s*)?(?=\p{L}|$)/iu, '');
}

const STAFF_WORDS = new Set([
  'policy',
  'mode',
  'people',
  'integration',
  'secret',
  'usage',
  'audit',
  'activity',
  'clients',
]);

/** Rights by role at this moment. Managers are found by the approvals that wait for them, so everybody may ask. */
export function mayRun(person: Person, role: CommandRole): boolean {
  switch (role) {
    case 'everyone':
    case 'manager':
      return true;
    case 'technician':
      return isStaff(person);
    case 'admin':
      return isAdmin(person);
  }
}

function unknown(name: string, person: Person, platform: Platform): ChatReply {
  const usable = COMMANDS.filter((command) => mayRun(person, command.role) && isOffered(command, platform));
  const near = nearest(name, [...usable.map((command) => command.name), 'help']);
  const known = usable.find((command) => command.name === near);
  const shown = name.slice(0, 40);
  if (known)
    return say(`There is no command "${shown}" for you. Did you mean "${known.name}"? Usage: ${known.usage}`);
  return say(`There is no command "${shown}" for you. "help" lists what you can do.`);
}

/** Whether help and suggestions name it on this platform. */
function isOffered(command: Pick<Command, 'platforms'>, platform: Platform): boolean {
  return command.platforms?.includes(platform) ?? true;
}

const TITLES: Readonly<Record<CommandRole, string>> = {
  everyone: 'Everyone',
  manager: 'Managers and technicians',
  technician: 'Technicians',
  admin: 'Admins',
};

function help(person: Person, event: ChatEvent) {
  const listed: readonly Pick<Command, 'usage' | 'summary' | 'role'>[] = [
    { usage: 'help', summary: 'This list', role: 'everyone' },
    ...COMMANDS.filter((command) => isOffered(command, event.from.platform)),
  ];
  const groups = (Object.keys(TITLES) as CommandRole[]).flatMap((role) => {
    const commands = listed.filter((command) => command.role === role && mayRun(person, role));
    return commands.length > 0 ? [{ title: TITLES[role], commands }] : [];
  });
  return helpCard({ prefix: event.from.platform === 'teams' ? '' : '/desk ', groups });
}
