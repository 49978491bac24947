// The clients of this desk.
import { textCard } from '../../../cards/text-card.ts';
import { say } from '../replies.ts';
import type { Command } from './command.ts';

export const clients: Command = {
  name: 'clients',
  usage: 'clients',
  summary: 'The clients, their mode and what is connected',
  role: 'admin',
  typed: 'any_words_of_staff',
  run: async ({ core }) => {
    const lines = core.desk.desk.clients.map((client) => {
      const connected = client.integrations.map((entry) => entry.id).join(', ') || 'nothing connected';
      return `${client.name} (${client.id}): ${core.desk.modeOf(client.id)} mode, ${client.domains.join(', ')}, ${connected}`;
    });
    return say(
      textCard(
        'Clients',
        lines.length > 0 ? lines : ['No clients yet. Add them to the desk file and import it.'],
      ),
    );
  },
};
