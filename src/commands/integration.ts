// What is connected, per client: list, test, connect, disconnect.
import { textCard } from '../../cards/text-card.ts';
import { changeRules } from '../handling/change-rules.ts';
import { errorText } from '../lib/errors.ts';
import { type Command, type CommandCall, say, usage } from './command.ts';

const TEST_TIMEOUT_MS = 10_000;

export const integration: Command = {
  name: 'integration',
  usage: 'integration [test|connect|disconnect CLIENT NAME]',
  summary: 'What is connected: list, test, connect, disconnect',
  role: 'admin',
  run: async (call) => {
    const [verb, client, name] = call.words;
    if (verb === undefined) return list(call);
    const known = client ? call.core.desk.client(client) : undefined;
    if (!known) return usage(integration, `There is no client "${(client ?? '').slice(0, 40)}".`);
    if (verb === 'test') return test(call, known.id, name);
    if (verb !== 'connect' && verb !== 'disconnect')
      return usage(integration, `"${verb.slice(0, 30)}" is not understood.`);
    if (name !== 'sandbox') return usage(integration, 'This version connects: sandbox.');
    const connected = verb === 'connect';
    const has = known.integrations.some((entry) => entry.id === name);
    if (connected === has)
      return say(`${name} is ${connected ? 'connected to' : 'not connected to'} ${known.name} already.`);
    const override = {
      kind: 'integration',
      client: known.id,
      id: name,
      integration: name,
      connected,
    } as const;
    const summary = `${name} is ${connected ? 'connected to' : 'disconnected from'} ${known.name}`;
    const result = await changeRules(call.core, { override, summary, loosens: connected }, call.person);
    return say(result.type === 'done' ? result.text : result.why);
  },
};

function list({ core }: CommandCall) {
  const lines = core.desk.desk.clients.flatMap((client) => {
    const systems = core.systems(client.id);
    if (systems.integrations.length === 0)
      return [`${client.name}: nothing connected. integration connect ${client.id} sandbox`];
    return systems.integrations.map((entry) => {
      const cannot = [
        ...Object.values(entry.directory?.cannot ?? {}),
        ...Object.values(entry.tickets?.cannot ?? {}),
      ];
      const limits = cannot.length > 0 ? ` Cannot: ${cannot.join('; ')}.` : '';
      return `${client.name}: ${entry.id}, ${entry.tools.length} tools${entry.real ? '' : ', made up: nothing real is touched'}.${limits}`;
    });
  });
  return say(textCard('Integrations', lines));
}

async function test({ core }: CommandCall, clientId: string, name: string | undefined) {
  const found = core.systems(clientId).integrations.find((entry) => entry.id === name);
  if (!found) return usage(integration, `${clientId} has no integration "${(name ?? '').slice(0, 40)}".`);
  try {
    return say(`${found.id}: ${await found.check(AbortSignal.timeout(TEST_TIMEOUT_MS))}`);
  } catch (error) {
    return say(`${found.id} does not work: ${errorText(error)}`);
  }
}
