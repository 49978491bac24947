// The list of what the asker may use, made of the registry.
import { helpCard } from '../../../cards/help-card.ts';
import { say } from '../replies.ts';
import { type Command, type CommandRole, isOffered, mayRun } from './command.ts';

const TITLES: Readonly<Record<CommandRole, string>> = {
  everyone: 'Everyone',
  manager: 'Managers and technicians',
  technician: 'Technicians',
  admin: 'Admins',
};

export const help: Command = {
  name: 'help',
  usage: 'help',
  summary: 'This list',
  role: 'everyone',
  typed: 'alone_or_number',
  run: async ({ person, event, commands }) => {
    const { platform } = event.from;
    const groups = (Object.keys(TITLES) as CommandRole[])
      .filter((role) => mayRun(person, role))
      .map((role) => ({
        title: TITLES[role],
        commands: commands.filter((command) => command.role === role && isOffered(command, platform)),
      }));
    return say(
      helpCard({
        prefix: platform === 'teams' ? '' : '/desk ',
        groups: groups.filter((group) => group.commands.length > 0),
      }),
    );
  },
};
