// Who can be played: the desk's staff, and the people of clients that have nothing but the sandbox.
import type { Core } from '../core.ts';

export interface PlayedPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'employee' | 'manager' | 'technician' | 'admin';
  readonly client: string;
  readonly hint?: string | undefined;
}

const READ_TIMEOUT_MS = 5000;

export async function playgroundPeople(
  core: Pick<Core, 'desk' | 'systems'>,
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
    desk.clients.filter(isPretend).map((client) => employeesOf(core, client.id, client.name)),
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
  core: Pick<Core, 'systems'>,
  clientId: string,
  client: string,
): Promise<readonly PlayedPerson[]> {
  const { directory } = core.systems(clientId);
  if (!directory) return [];
  const signal = AbortSignal.timeout(READ_TIMEOUT_MS);
  const people = await directory.allPeople(signal);
  const managers = new Map<string, string[]>();
  for (const person of people) {
    if (!person.managerId) continue;
    managers.set(person.managerId, [...(managers.get(person.managerId) ?? []), person.name]);
  }
  return people
    .filter((person) => person.enabled && person.protection === undefined)
    .map((person) => {
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
    });
}
