// What chat changed, laid over the desk file: per key, chat's later word wins until the next explicit import. Pure.
import { bareSettings } from '../integrations/kind.ts';
import {
  type IntegrationEntry,
  type IntegrationKind,
  isKind,
  isReal,
  kindOf,
} from '../integrations/kinds.ts';
import { conditionsOf, limitsKey, replaces } from '../policy/limits.ts';
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
      readonly integration: IntegrationKind;
      readonly connected: boolean;
    };

/** `*` stands for the MSP or for no condition. */
export function overrideKey(override: Override): string {
  switch (override.kind) {
    case 'mode':
      return `mode/${override.client}`;
    case 'policy':
      return `policy/${override.client ?? '*'}/${override.rule.tool}/${conditionsPart(override.rule)}`;
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

/** A ticket type alone stands bare: that is how rules were kept while chat knew no other condition. */
function conditionsPart(rule: PolicyRule): string {
  const { ticket_type: type, ...others } = conditionsOf(rule);
  const isAlone = Object.keys(others).length === 0;
  return isAlone ? (type ?? '*') : limitsKey(rule);
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
            ...(override.connected ? [chatEntry(override)] : []),
          ],
          // Real systems start their client in plan mode; switching it to execute is a change of its own.
          ...(override.connected && isReal(override.integration) ? { mode: 'plan' as const } : {}),
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

function replaceRule(rules: readonly PolicyRule[], rule: PolicyRule): readonly PolicyRule[] {
  return [...rules.filter((other) => !replaces(rule, other)), rule];
}

/** Chat connects kinds that need nothing but their name; what they may be told has its default. */
function chatEntry({ id, integration: kind }: Extract<Override, { kind: 'integration' }>): IntegrationEntry {
  const known = isKind(kind) ? bareSettings(kindOf(kind)) : undefined;
  return { ...known, id, kind };
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
