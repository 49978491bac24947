// Tool policies from chat: list, set, explain. What loosens waits for a second admin.
import { textCard } from '../../../cards/text-card.ts';
import type { DeskClient } from '../../desk/desk-file.ts';
import type { ConnectedTool } from '../../integrations/systems.ts';
import { nearest } from '../../lib/nearest.ts';
import { deadline } from '../../lib/timers.ts';
import { compareWithRule } from '../../policy/compare.ts';
import { explainPolicy } from '../../policy/explain.ts';
import { limitsOf, limitWords } from '../../policy/limits.ts';
import type { Effect, PolicyRule, ScopedRule, StepFacts } from '../../policy/policy.ts';
import { optionsUsage, readOptions } from '../../policy/rule-options.ts';
import { policyContext } from '../../policy/rules-of.ts';
import { changeRules } from '../../use-cases/desk/change-rules.ts';
import { handled, say } from '../replies.ts';
import { type Command, type CommandCall, usage } from './command.ts';

const LOOK_UP_MS = 10_000;
const EFFECTS: readonly Effect[] = ['auto', 'approval_needed', 'disabled'];

export const policy: Command = {
  name: 'policy',
  usage: `policy [CLIENT|msp] [TOOL] [auto|approval_needed|disabled] ${optionsUsage()} · policy explain CLIENT TOOL · policy release|protect CLIENT EMAIL`,
  summary: 'Tool policies: list, set, explain',
  role: 'admin',
  typed: 'any_words_of_staff',
  run: async (call) => {
    const words = wordsOf(call.rest);
    if (words[0] === 'explain') return explain(call, words.slice(1));
    if (words[0] === 'release' || words[0] === 'protect')
      return release(call, words[0] === 'release', words.slice(1));
    if (words.length < 3) return list(call, words);
    return set(call, words);
  },
};

function list({ core }: CommandCall, words: readonly string[]) {
  const [scope, tool] = words;
  if (scope !== undefined && scope !== 'msp' && !core.desk.client(scope)) return noClient(core, scope);
  const rules = core.desk.rules.filter(
    (rule) =>
      (scope === undefined || rule.clientId === (scope === 'msp' ? undefined : scope)) &&
      (tool === undefined || rule.tool === tool),
  );
  const lines = rules.map((rule) =>
    describeRule(core.desk.client(rule.clientId ?? '')?.name ?? 'every client', rule),
  );
  const defaults =
    'Where no rule is set: reading is automatic, changes need an approval, destructive changes need the manager as well.';
  return say(textCard('Tool policies', [...(lines.length > 0 ? lines : ['No rules are set.']), defaults]));
}

async function set(call: CommandCall, words: readonly string[]) {
  const { core, by } = call;
  const [scope = '', tool = '', effect = '', ...options] = words;
  const client = scope === 'msp' ? undefined : core.desk.client(scope);
  if (scope !== 'msp' && !client) return noClient(core, scope);
  if (!isEffect(effect)) return usage(policy, `"${effect.slice(0, 30)}" is not a policy.`);
  const read = readOptions(options);
  if (read.type === 'refused') return usage(policy, read.why);
  const found = toolOf(call, tool, client);
  if (!found) return noTool(call, tool);
  const rule: PolicyRule = { tool, policy: effect, ...read.options };
  const scoped: ScopedRule = { ...rule, source: 'chat', ...(client ? { clientId: client.id } : {}) };
  const compared = { tool, risk: found.tool.risk, fromMcp: found.fromMcp };
  const verdict = compareWithRule(core.desk.rules, scoped, compared);
  const name = client?.name ?? 'every client';
  const summary = `${describeRule(name, scoped)}`;
  const override = { kind: 'policy', client: client?.id, rule } as const;
  return handled(await changeRules(core, by, { override, summary, loosens: verdict === 'loosens' }));
}

/** Takes an ordinary admin account off the protected list, or puts it back. Break-glass and service accounts stay on it. */
async function release(call: CommandCall, released: boolean, words: readonly string[]) {
  const [scope = '', email = ''] = words;
  const { core, by } = call;
  const client = core.desk.client(scope);
  if (!client) return noClient(core, scope);
  using time = deadline(core.clock, LOOK_UP_MS);
  const [found] = (await core.systems(client.id).directory?.findPeople(email, time.signal)) ?? [];
  if (!found) return usage(policy, `Nobody at ${client.name} has the address "${email.slice(0, 60)}".`);
  if (released && found.protection !== 'admin') {
    return say(
      `${found.name} is ${found.protection ? 'a break-glass or service account and is never released' : 'not a protected account'}.`,
    );
  }
  const override = { kind: 'release', client: client.id, principal: found.id, released } as const;
  const summary = released
    ? `${found.name} (${found.email}) of ${client.name} is taken off the protected list, always with dual approval`
    : `${found.name} (${found.email}) of ${client.name} is protected again`;
  return handled(await changeRules(core, by, { override, summary, loosens: released }));
}

function explain(call: CommandCall, words: readonly string[]) {
  const [scope = '', tool = ''] = words;
  const client = call.core.desk.client(scope);
  if (!client) return noClient(call.core, scope);
  const connected = call.core.systems(client.id).tools.get(tool);
  if (!connected) return noTool(call, tool);
  const facts: StepFacts = {
    tool,
    integration: connected.integration,
    risk: connected.tool.risk,
    repeat: connected.tool.repeat,
    fromMcp: connected.fromMcp,
    args: {},
    targets: [],
  };
  const context = policyContext({
    clientId: client.id,
    clientName: client.name,
    rules: call.core.desk.rules,
    released: client.released,
    ticketType: undefined,
    ticketTypeBy: 'person',
    requesterVerified: true,
  });
  const text = explainPolicy(facts, context);
  return say(textCard(`Policy of ${tool} for ${client.name}`, text.split('\n')));
}

function describeRule(scope: string, rule: PolicyRule): string {
  const parts = [rule.policy.replaceAll('_', ' ')];
  if (rule.manager) parts.push('with the manager');
  if (rule.verify) parts.push('with proof of identity');
  parts.push(...limitsOf(rule).map(limitWords));
  if (rule.locked) parts.push('locked');
  return `${rule.tool} for ${scope}: ${parts.join(', ')}`;
}

/** Words as they are typed; quotation marks, straight or as chat clients bend them, hold one with blanks together. */
function wordsOf(text: string): readonly string[] {
  const words = text.match(/(?:["“”„][^"“”„]*["“”„]|[^\s"“”„])+/g) ?? [];
  return words.map((word) => word.replace(/["“”„]/g, ''));
}

function isEffect(word: string): word is Effect {
  return EFFECTS.some((effect) => effect === word);
}

function toolOf(call: CommandCall, name: string, client: DeskClient | undefined): ConnectedTool | undefined {
  const clients = client ? [client] : call.core.desk.desk.clients;
  for (const entry of clients) {
    const found = call.core.systems(entry.id).tools.get(name);
    if (found) return found;
  }
  return undefined;
}

function noClient(core: CommandCall['core'], scope: string) {
  const ids = core.desk.desk.clients.map((client) => client.id);
  const near = nearest(scope, ids);
  return usage(
    policy,
    `There is no client "${scope.slice(0, 40)}".${near ? ` Did you mean ${near}?` : ` Clients: ${ids.join(', ')}.`}`,
  );
}

function noTool(call: CommandCall, tool: string) {
  const names = call.core.desk.desk.clients.flatMap((client) => [
    ...call.core.systems(client.id).tools.keys(),
  ]);
  const near = nearest(tool, [...new Set(names)]);
  return usage(
    policy,
    `No connected system has a tool "${tool.slice(0, 40)}".${near ? ` Did you mean ${near}?` : ''}`,
  );
}
