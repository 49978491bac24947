// Finds what only several keys of a desk file together can get wrong: doubles, unknown names, contradictions.
// Works on the file as read, so that these are reported beside mistakes of form and not after them.

import { lookUp } from '../lib/look-up.ts';
import { showPath } from '../lib/read-yaml.ts';
import { MSP_CLIENT_ID } from './client.ts';
import { meant } from './problems.ts';

type Entry = { readonly path: readonly (string | number)[]; readonly value: unknown };

/** The integration that the HTTP tools of a desk file belong to. */
const OWN_TOOLS_ID = 'desk_file';

/** Ids that mean something else: the client of MSP staff, the scope of shared workflows. */
const RESERVED_IDS: readonly string[] = [MSP_CLIENT_ID, 'shared'];

/** Problems as lines, each beginning with its path. `raw` may have any form. */
export function checkDeskFile(raw: unknown): string[] {
  const root: Entry = { path: [], value: raw };
  const clients = list(root, 'clients');
  const people = list(root, 'people');
  const servers = list(root, 'mcp');
  return [
    ...reserved(clients),
    ...doubles(
      clients.map((client) => at(client, 'id')),
      'a client',
    ),
    ...doubles(
      people.map((person) => at(person, 'email')),
      'a person',
    ),
    ...doubles(
      list(root, 'slack').map((workspace) => at(workspace, 'team')),
      'a workspace',
    ),
    ...doubles(
      [at(root, 'msp'), ...clients].flatMap((owner) => list(owner, 'domains')),
      'a domain',
    ),
    ...clients.flatMap((client) => [
      ...doubles(
        list(client, 'integrations').map((one) => at(one, 'id')),
        'an integration',
      ),
      ...doubles(
        list(client, 'tools').map((one) => at(one, 'name')),
        'a tool',
      ),
      ...unknown(list(client, 'approvers'), texts(people, 'email'), 'is the address of nobody under people'),
      ...list(client, 'policies').flatMap((rule) => [...contradictions(rule), ...clientRule(rule, client)]),
    ]),
    ...people.flatMap((person) => unknown(list(person, 'clients'), texts(clients, 'id'), 'is not a client')),
    ...list(root, 'policies').flatMap(contradictions),
    ...doubles(
      servers.map((server) => at(server, 'id')),
      'an MCP server',
    ),
    ...servers.flatMap((server) => [
      ...unknown(list(server, 'clients'), texts(clients, 'id'), 'is not a client'),
      ...doubles(list(server, 'clients'), 'a client'),
    ]),
    ...takenIds(servers, clients),
  ];
}

function at({ path, value }: Entry, key: string): Entry {
  const found =
    typeof value === 'object' && value !== null ? lookUp(value as Record<string, unknown>, key) : undefined;
  return { path: [...path, key], value: found };
}

function list(entry: Entry, key: string): Entry[] {
  const { path, value } = at(entry, key);
  return Array.isArray(value) ? value.map((item, index) => ({ path: [...path, index], value: item })) : [];
}

function texts(entries: readonly Entry[], key: string): string[] {
  return entries.map((entry) => spelling(at(entry, key).value)).filter((found) => found !== undefined);
}

function spelling(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim().toLowerCase() : undefined;
}

function reserved(clients: readonly Entry[]): string[] {
  return clients
    .map((client) => at(client, 'id'))
    .filter(({ value }) => typeof value === 'string' && RESERVED_IDS.includes(value))
    .map(({ path, value }) => `${showPath(path)}: "${String(value)}" is reserved, take another id`);
}

function doubles(entries: readonly Entry[], what: string): string[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ path, value }) => {
    const key = spelling(value);
    if (key === undefined) return [];
    const earlier = first.get(key);
    if (earlier !== undefined) return [`${showPath(path)}: names ${what} a second time, first in ${earlier}`];
    first.set(key, showPath(path));
    return [];
  });
}

function unknown(entries: readonly Entry[], known: readonly string[], says: string): string[] {
  return entries.flatMap(({ path, value }) => {
    const word = spelling(value);
    return word === undefined || known.includes(word)
      ? []
      : [`${showPath(path)}: ${says}${meant(word, known)}`];
  });
}

/** Policies and commands name integrations by id, so that two of one id could be taken for each other. */
function takenIds(servers: readonly Entry[], clients: readonly Entry[]): string[] {
  const taken = [OWN_TOOLS_ID, ...clients.flatMap((client) => texts(list(client, 'integrations'), 'id'))];
  return servers
    .map((server) => at(server, 'id'))
    .filter(({ value }) => taken.includes(spelling(value) ?? ''))
    .map(
      ({ path, value }) =>
        `${showPath(path)}: "${String(value)}" is the id of another integration, take another id`,
    );
}

function contradictions(rule: Entry): string[] {
  const policy = at(rule, 'policy').value;
  const manager = at(rule, 'manager');
  if (manager.value !== true || (policy !== 'auto' && policy !== 'disabled')) return [];
  return [`${showPath(manager.path)}: a manager can only be asked with policy: approval_needed`];
}

function clientRule(rule: Entry, client: Entry): string[] {
  const locked = at(rule, 'locked');
  const integration = at(rule, 'integration');
  const known = texts(list(client, 'integrations'), 'id');
  const word = spelling(integration.value);
  // MCP servers and tools of this file bring integrations that are not listed here; only a slip of the pen is told.
  const guess = word === undefined || known.includes(word) ? '' : meant(word, known);
  return [
    ...(locked.value === true
      ? [`${showPath(locked.path)}: only rules of the MSP (top-level policies) can be locked`]
      : []),
    ...(guess === '' ? [] : [`${showPath(integration.path)}: is not an integration${guess}`]),
  ];
}
