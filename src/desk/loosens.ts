// Says what a new desk loosens: rules, modes, rights, protections. An import needs no second admin, so the audit log has to
// name each of these. Pure.
import { type ComparedTool, compareRuleSets } from '../policy/compare.ts';
import type { DeskClient, DeskFile, DeskPerson } from './desk-file.ts';
import type { EffectiveDesk } from './overrides.ts';

type Ruled = Pick<EffectiveDesk, 'desk' | 'rules'>;

/**
 * Short sentences without a full stop, none if nothing is loosened.
 * @param tools every tool that is connected for a client
 */
export function loosenings(before: Ruled, after: Ruled, tools: readonly ComparedTool[]): readonly string[] {
  const rules = tools
    .filter((tool) => compareRuleSets(before.rules, after.rules, tool) === 'loosens')
    .map(({ tool }) => `the policy of ${tool}`);
  return [
    ...rules,
    ...after.desk.people.flatMap((person) => moreRights(before.desk, person)),
    ...after.desk.clients.flatMap((client) => laxer(before.desk, after.desk, client)),
  ];
}

function moreRights(before: DeskFile, person: DeskPerson): string[] {
  const was = before.people.find((entry) => entry.email === person.email);
  // An admin may do all that a technician may.
  const had = was?.roles.includes('msp_admin') ? [...was.roles, 'msp_technician'] : (was?.roles ?? []);
  const gained = person.roles.filter((role) => !had.includes(role));
  if (gained.length > 0) return [`${person.name} (${person.email}) becomes ${gained.join(' and ')}`];
  return isWider(was?.clients, person.clients)
    ? [`${person.name} (${person.email}) may serve further clients`]
    : [];
}

/** Whether a list that limits (undefined: no limit) lets more through than before. */
function isWider(was: readonly string[] | undefined, is: readonly string[] | undefined): boolean {
  if (was === undefined) return false;
  return is === undefined || is.some((entry) => !was.includes(entry));
}

function laxer(before: DeskFile, after: DeskFile, client: DeskClient): string[] {
  const was = before.clients.find((entry) => entry.id === client.id);
  if (!was) return [];
  const lost = was.protected.filter((entry) => !client.protected.includes(entry));
  const released = client.released.filter((entry) => !was.released.includes(entry));
  const runs = modeIn(before, was) === 'plan' && modeIn(after, client) === 'execute';
  return [
    ...(runs ? [`${client.name} goes from plan to execute`] : []),
    ...(isWider(was.approvers, client.approvers) ? [`further people may approve for ${client.name}`] : []),
    ...lost.map((entry) => `${entry} of ${client.name} is not on the protected list any more`),
    ...released.map((entry) => `the admin account ${entry} of ${client.name} is released`),
  ];
}

function modeIn(desk: DeskFile, client: DeskClient): 'plan' | 'execute' {
  return client.mode === 'inherit' ? desk.msp.defaultMode : client.mode;
}
