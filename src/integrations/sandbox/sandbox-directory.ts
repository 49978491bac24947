// The directory port over the made-up company: its writes. Every one is checked against the present state and logged.
import type { Directory, DirectoryVerb, WriteOptions } from '../../ports/directory.ts';
import { directoryReads, seated } from './directory-reads.ts';
import { refuse, type Sandbox } from './open-sandbox.ts';
import type { SandboxState } from './state.ts';

type Items = 'groups' | 'apps' | 'licences';

export function createSandboxDirectory(sandbox: Sandbox): Directory {
  const onPerson = (verb: DirectoryVerb) => async (personId: string, options: WriteOptions) => {
    await sandbox.change(verb, options, (state) => ({ person: knownPerson(state, personId) }));
  };
  const onItem =
    (
      verb: DirectoryVerb,
      items: Items,
      check?: (state: SandboxState, item: string, person: string) => void,
    ) =>
    async (itemId: string, personId: string, options: WriteOptions) => {
      await sandbox.change(verb, options, (state) => {
        if (!state[items].has(itemId)) refuse(`There is no ${itemId} in this directory.`);
        const person = knownPerson(state, personId);
        check?.(state, itemId, person);
        return { item: itemId, person };
      });
    };
  return {
    cannot: {},
    ...directoryReads(sandbox),
    setPassword: (personId, _password, options) => onPerson('setPassword')(personId, options),
    unlock: onPerson('unlock'),
    resetMfa: onPerson('resetMfa'),
    revokeSessions: onPerson('revokeSessions'),
    disablePerson: onPerson('disablePerson'),
    addMember: onItem('addMember', 'groups'),
    removeMember: onItem('removeMember', 'groups'),
    assignApp: onItem('assignApp', 'apps'),
    revokeApp: onItem('revokeApp', 'apps'),
    assignLicence: onItem('assignLicence', 'licences', refuseWithoutSeat),
    removeLicence: onItem('removeLicence', 'licences'),
    createPerson: async (person, _password, options) => {
      const email = person.email.trim().toLowerCase();
      const { args } = await sandbox.change('createPerson', options, (state) => {
        if (state.people.has(email)) refuse(`${email} exists already.`);
        refuseForeignDomain(state, email);
        return {
          email,
          name: person.name,
          ...(person.title === undefined ? {} : { title: person.title }),
          ...(person.managerId === undefined ? {} : { managerId: knownPerson(state, person.managerId) }),
        };
      });
      return String(args.email);
    },
  };
}

function knownPerson(state: SandboxState, id: string): string {
  return state.people.has(id) ? id : refuse(`There is no ${id} in this directory.`);
}

/** Somebody who holds the licence needs no second seat. */
function refuseWithoutSeat(state: SandboxState, id: string, personId: string): void {
  const licence = state.licences.get(id);
  if (!licence || state.people.get(personId)?.licenceIds.includes(id)) return;
  const { used, seats } = seated(state, licence);
  if (used >= seats) refuse(`All ${seats} seats of ${licence.name} are in use.`);
}

/** As real directories do: an account lives in a domain that the company has. */
function refuseForeignDomain(state: SandboxState, email: string): void {
  const domains = new Set([...state.people.keys()].map(domainOf));
  if (domains.size > 0 && !domains.has(domainOf(email)))
    refuse(`${domainOf(email)} is not a domain of this company.`);
}

function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1);
}
