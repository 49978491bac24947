// Secrets of the vault: names are listed, values are typed into a form and never shown again.
import { secretForm } from '../../../cards/forms.ts';
import { textCard } from '../../../cards/text-card.ts';
import { MSP_SCOPE } from '../../secrets/vault.ts';
import { removeSecret } from '../../use-cases/desk/change-secret.ts';
import { handled, say } from '../replies.ts';
import { type Command, usage } from './command.ts';

const NAME = /^[A-Z][A-Z0-9_]{1,60}$/;

export const secret: Command = {
  name: 'secret',
  usage: 'secret [set|remove NAME [CLIENT]]',
  summary: 'Secrets for tools: list names, set, remove',
  role: 'admin',
  typed: 'any_words_of_staff',
  run: async ({ core, by, words }) => {
    const [verb, name, client] = words;
    if (verb === undefined) {
      const lines = (await core.vault.list())
        .filter((entry) => entry.scope !== 'desk')
        .map((entry) => `${entry.name} (${entry.scope === MSP_SCOPE ? 'every client' : entry.scope})`);
      return say(
        textCard('Secrets', lines.length > 0 ? lines : ['The vault is empty. secret set NAME [CLIENT]']),
      );
    }
    if (words.length > 3)
      return usage(secret, 'Never type a value here: "secret set NAME" opens a form for it.');
    if (!NAME.test(name ?? ''))
      return usage(secret, 'A name is capitals, digits and _, for example RMM_TOKEN.');
    if (client !== undefined && !core.desk.client(client))
      return usage(secret, `There is no client "${client.slice(0, 40)}".`);
    const scope = client ?? MSP_SCOPE;
    if (verb === 'set') {
      return {
        type: 'form',
        form: secretForm({ name: name ?? '', client: scope, where: client ?? 'every client' }),
      };
    }
    if (verb !== 'remove') return usage(secret, `"${verb.slice(0, 30)}" is not understood.`);
    return handled(await removeSecret(core, by, { name: name ?? '', scope }));
  },
};
