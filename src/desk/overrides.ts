// What chat changed, laid over the desk file: per key, chat's later word wins until the next explicit import. Pure.
import type { PolicyRule, ScopedRule } from '../policy/policy.ts';
import type { Mode } from './client.ts';
import type { DeskClient, DeskFile, DeskPerson } from './desk-file.ts';

/** One thing that chat changed. The key is unique: the newest change of a key is the one that holds. */
export type Override =
  | { readonly kind: 'mode'; readonly client: string; readonly mode: Mode | 'inherit' }
  | { readonly kind: 'policy'; readonly client: string | undefined; readonly rule: PolicyRule }
  | {
      readonly kind: 'person';
      readonly email: string;
      readonly name: string;
      readonly roles: DeskPerson['roles'];
      readonly clients?: readonly string[] | undefined;
    }
  | { readonly kind: 'stop'; readonly stopped: boolean }
  | {
      readonly kind: 'release';
      readonly client: string;
      readonly principal: string;
      readonly released: boolean;
    }
  | {
      readonly kind: 'integration';
      readonly client: string;
      readonly id: string;
      readonly integration: 'sandbox';
      readonly connected: boolean;
    };

/** `*` stands for the MSP or for no ticket type. */
export function overrideKey(override: Override): string {
  switch (override.kind) {
    case 'mode':
      return `mode/${override.client}`;
    case 'policy':
      return `policy/${override.client ?? '*'}/${override.rule.tool}/${override.rule.ticket_type ?? '*'}`;
    case 'person':
      return `person/${override.email.toLowerCase()}`;
    case 'stop':
      return 'stop';
    case 'release':
      return `release/${override.client}/${override.principal}`;
    case 'integration':
      return `integration/${override.client}/${override.id}`;
  }
}

export interface EffectiveDesk {
  readonly desk: DeskFile;
  readonly stopped: boolean;
  /** Every rule with its scope, chat's in place of the file's where both have the same key. */
  readonly rules: readonly ScopedRule[];
}

export function applyOverrides(file: DeskFile, overrides: readonly Override[]): EffectiveDesk {
  let { msp, people } = file;
  let clients: readonly DeskClient[] = file.clients;
  let policies = file.policies;
  let stopped = false;
  const fromChat = new Set<PolicyRule>();
  for (const override of overrides) {
    switch (override.kind) {
      case 'mode':
        if (override.client === '*' && override.mode !== 'inherit')
          msp = { ...msp, defaultMode: override.mode };
        clients = changeClient(clients, override.client, () => ({ mode: override.mode }));
        break;
      case 'policy':
        fromChat.add(override.rule);
        if (override.client === undefined) policies = replaceRule(policies, override.rule);
        else {
          clients = changeClient(clients, override.client, (client) => ({
            policies: replaceRule(client.policies, override.rule),
          }));
        }
        break;
      case 'person':
        people = [
          ...people.filter((person) => person.email !== override.email.toLowerCase()),
          toDeskPerson(override),
        ];
        break;
      case 'stop':
        stopped = override.stopped;
        break;
      case 'release':
        clients = changeClient(clients, override.client, (client) => ({
          released: [
            ...client.released.filter((id) => id !== override.principal),
            ...(override.released ? [override.principal] : []),
          ],
        }));
        break;
      case 'integration':
        clients = changeClient(clients, override.client, (client) => ({
          integrations: [
            ...client.integrations.filter((entry) => entry.id !== override.id),
            ...(override.connected ? [{ id: override.id, kind: override.integration }] : []),
          ],
        }));
        break;
    }
  }
  const desk = { ...file, msp, people, clients, policies };
  return { desk, stopped, rules: scopeRules(desk, fromChat) };
}

function scopeRules(desk: DeskFile, fromChat: ReadonlySet<PolicyRule>): readonly ScopedRule[] {
  const source = (rule: PolicyRule) => (fromChat.has(rule) ? ('chat' as const) : ('desk_file' as const));
  return [
    ...desk.policies.map((rule) => ({ ...rule, source: source(rule) })),
    ...desk.clients.flatMap((client) =>
      client.policies.map((rule) => ({ ...rule, clientId: client.id, source: source(rule) })),
    ),
  ];
}

/** A rule from chat replaces the file's unconditional rule for the same tool and ticket type; conditioned ones stay beside it. */
function replaceRule(rules: readonly PolicyRule[], rule: PolicyRule): readonly PolicyRule[] {
  const same = (other: PolicyRule) =>
    other.tool === rule.tool &&
    other.ticket_type === rule.ticket_type &&
    other.when === undefined &&
    !other.locked;
  return [...rules.filter((other) => !same(other)), rule];
}

function changeClient(
  clients: readonly DeskClient[],
  id: string,
  change: (client: DeskClient) => Partial<DeskClient>,
): readonly DeskClient[] {
  return clients.map((client) => (client.id === id ? { ...client, ...change(client) } : client));
}

function toDeskPerson(override: Extract<Override, { kind: 'person' }>): DeskPerson {
  return {
    email: override.email.toLowerCase(),
    name: override.name,
    roles: override.roles,
    ...(override.clients ? { clients: override.clients } : {}),
  };
}
