// What is connected, per client: list, test, connect, disconnect; and what an MCP server changed: review, accept.
import { textCard } from '../../../cards/text-card.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import { bareKinds, isKind, isReal } from '../../integrations/kinds.ts';
import { errorText } from '../../lib/errors.ts';
import { nearest } from '../../lib/nearest.ts';
import { deadline } from '../../lib/timers.ts';
import { acceptDefinition } from '../../use-cases/desk/accept-definition.ts';
import { changeRules } from '../../use-cases/desk/change-rules.ts';
import { handled, say } from '../replies.ts';
import { type Command, type CommandCall, usage } from './command.ts';

const TEST_TIMEOUT_MS = 10_000;

export const integration: Command = {
  name: 'integration',
  usage: 'integration [test|connect|disconnect|review|accept CLIENT NAME [TOOL]]',
  summary: 'What is connected: list, test, connect, disconnect',
  role: 'admin',
  run: async (call) => {
    const [verb, client, name, tool] = call.words;
    if (verb === undefined) return list(call);
    const known = client ? call.core.desk.client(client) : undefined;
    if (!known) return usage(integration, `There is no client "${(client ?? '').slice(0, 40)}".`);
    if (verb === 'test') return test(call, known.id, name);
    if (verb === 'review' || verb === 'accept') return definitions(call, verb, known.id, { name, tool });
    if (verb !== 'connect' && verb !== 'disconnect')
      return usage(integration, `"${verb.slice(0, 30)}" is not understood.`);
    return change(call, verb === 'connect', known, name ?? '');
  },
};

/** Chat connects a kind under its own name, and takes away whatever the client has. */
async function change(call: CommandCall, connected: boolean, client: DeskClient, name: string) {
  const entry = client.integrations.find(({ id }) => id === name);
  const kind = entry?.kind ?? name;
  if (!isKind(kind)) return usage(integration, notChats(kind));
  if (connected === (entry !== undefined))
    return say(`${name} is ${connected ? 'connected to' : 'not connected to'} ${client.name} already.`);
  if (connected && !bareKinds().includes(kind)) return usage(integration, notChats(kind));
  const override = {
    kind: 'integration',
    client: client.id,
    id: name,
    integration: kind,
    connected,
  } as const;
  const plan = connected && isReal(kind) ? ', which goes to plan mode' : '';
  const summary = `${name} is ${connected ? 'connected to' : 'disconnected from'} ${client.name}${plan}`;
  return handled(await changeRules(call.core, call.by, { override, summary, loosens: connected }));
}

function notChats(kind: string): string {
  if (isKind(kind)) return `${kind} has settings of its own: connect it in the desk file.`;
  const near = nearest(kind, bareKinds());
  return `Chat connects: ${bareKinds().join(', ')}${near === undefined ? '.' : `, did you mean ${near}?`} MCP servers are named in the desk file.`;
}

function list({ core }: CommandCall) {
  const lines = core.desk.desk.clients.flatMap((client) => {
    const systems = core.systems(client.id);
    if (systems.integrations.length === 0)
      return [`${client.name}: nothing connected. integration connect ${client.id} ${bareKinds().join('|')}`];
    return systems.integrations.map((entry) => {
      if (entry.state !== undefined) return `${client.name}: ${entry.state}`;
      const cannot = [
        ...Object.values(entry.directory?.cannot ?? {}),
        ...Object.values(entry.tickets?.cannot ?? {}),
      ];
      const limits =
        cannot.length > 0 ? ` Cannot: ${cannot.map((what) => what.replace(/\.$/, '')).join('; ')}.` : '';
      return `${client.name}: ${entry.id}, ${entry.tools.length} tools${entry.real ? '' : ', made up: nothing real is touched'}.${limits}`;
    });
  });
  return say(textCard('Integrations', lines));
}

/** What changed in the tools of an MCP server, and taking it up. */
async function definitions(
  call: CommandCall,
  verb: 'review' | 'accept',
  clientId: string,
  at: { readonly name: string | undefined; readonly tool: string | undefined },
) {
  const found = call.core.systems(clientId).integrations.find((entry) => entry.id === at.name);
  if (!found?.definitions)
    return usage(integration, `${clientId} has no MCP server "${(at.name ?? '').slice(0, 40)}".`);
  if (verb === 'accept') {
    if (at.tool === undefined)
      return usage(integration, `Name the tool: ${found.definitions.suspended.join(', ') || 'none waits'}.`);
    return handled(
      await acceptDefinition(call.core, call.by, { clientId, integration: found, tool: at.tool }),
    );
  }
  const lines = found.definitions.review(at.tool);
  if (lines.length === 0)
    return say(`${found.id}: ${at.tool ? 'it has no such tool' : 'nothing waits for a look'}.`);
  const next = `To use a changed tool again: integration accept ${clientId} ${found.id} TOOL`;
  return say(
    textCard(`Tools of ${found.id}`, [...lines, ...(found.definitions.suspended.length > 0 ? [next] : [])]),
  );
}

async function test({ core }: CommandCall, clientId: string, name: string | undefined) {
  const found = core.systems(clientId).integrations.find((entry) => entry.id === name);
  if (!found) return usage(integration, `${clientId} has no integration "${(name ?? '').slice(0, 40)}".`);
  using time = deadline(core.clock, TEST_TIMEOUT_MS);
  try {
    return say(`${found.id}: ${await found.check(time.signal)}`);
  } catch (error) {
    return say(`${found.id} does not work: ${errorText(error)}`);
  }
}
