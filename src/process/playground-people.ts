// Who can be played: the desk's staff, and the people of clients that have nothing but the sandbox.
import type { Core } from '../core.ts';
import { isServedFor } from '../integrations/mcp/server-form.ts';
import { deadline } from '../lib/timers.ts';
import type { DirectoryPerson } from '../ports/directory.ts';

export interface PlayedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'employee' | 'manager' | 'technician' | 'admin';
  readonly client: string;
  readonly hint?: string | undefined;
}

const READ_TIMEOUT_MS = 5000;

export async function playgroundPeople(
  core: Pick<Core, 'desk' | 'systems' | 'clock'>,
): Promise<readonly PlayedPerson[]> {
  const { desk } = core.desk;
  const staff = desk.people
    .filter((person) => person.roles.length > 0)
    .map((person): PlayedPerson => {
      const admin = person.roles.includes('msp_admin');
      return {
        id: person.email,
        name: person.name,
        role: admin ? 'admin' : 'technician',
        client: desk.msp.name,
      };
    });
  const employees = await Promise.all(
    desk.clients
      .filter((client) => isPretend(client) && !desk.mcp.some((server) => isServedFor(server, client.id)))
      .map((client) => employeesOf(core, client.id, client.name)),
  );
  return [...employees.flat(), ...staff];
}

/** Real tools must not be reached from a page without sign-in. */
function isPretend(client: {
  readonly integrations: readonly { kind: string }[];
  readonly tools: readonly unknown[];
}): boolean {
  return client.integrations.length > 0 && client.tools.length === 0;
}

async function employeesOf(
  core: Pick<Core, 'systems' | 'clock'>,
  clientId: string,
  client: string,
): Promise<readonly PlayedPerson[]> {
  const { directory } = core.systems(clientId);
  if (!directory) return [];
  using time = deadline(core.clock, READ_TIMEOUT_MS);
  const people = await directory.allPeople(time.signal);
  const managers = new Map<string, string[]>();
  for (const person of people) {
    if (!person.managerId) continue;
    managers.set(person.managerId, [...(managers.get(person.managerId) ?? []), person.name]);
  }
  return familyFirst(people.filter((person) => person.enabled && person.protection === undefined)).map(
    (person) => {
      const reports = managers.get(person.id);
      return {
        id: person.email.toLowerCase(),
        name: person.name,
        role: reports ? 'manager' : 'employee',
        client,
        hint: reports
          ? `manager of ${reports.slice(0, 3).join(', ')}${reports.length > 3 ? ' and others' : ''}`
          : person.title,
      };
    },
  );
}

/**
 * The page begins with the first employee and the first manager: a manager with most reports, who has a manager as well, and
 * that manager's own reports, so that a request of the one reaches the other.
 */
function familyFirst(people: readonly DirectoryPerson[]): readonly DirectoryPerson[] {
  const reportsOf = (person: DirectoryPerson) =>
    people.filter(({ managerId }) => managerId === person.id).length;
  const known = new Set(people.map(({ id }) => id));
  const [head] = people
    .filter((person) => reportsOf(person) > 0)
    .sort((a, b) => rank(b) - rank(a) || reportsOf(b) - reportsOf(a));
  if (!head) return people;
  const own = people.filter(({ managerId }) => managerId === head.id);
  return [head, ...own, ...people.filter((person) => person !== head && !own.includes(person))];

  function rank({ managerId }: DirectoryPerson): number {
    return managerId !== undefined && known.has(managerId) ? 1 : 0;
  }
}
