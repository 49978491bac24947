// The directory port over the made-up company.
import type { Json } from '../../lib/json.ts';
import type { Directory, DirectoryGroup, Licence, WriteOptions } from '../directory.ts';
import type { Sandbox } from './create-sandbox.ts';
import { searchNames } from './search-names.ts';
import type { SandboxState } from './state.ts';

const MOST_SIGN_INS = 20;
const MOST_PEOPLE = 500;

export function createSandboxDirectory(sandbox: Sandbox): Directory {
  const onPerson =
    (verb: string) =>
    (personId: string, options: WriteOptions): Promise<void> =>
      sandbox.change(verb, { person: personId }, options, (state) => missingPerson(state, personId));
  const onItem =
    (
      verb: string,
      pick: (state: SandboxState) => ReadonlyMap<string, unknown>,
      limit?: (state: SandboxState, id: string, personId: string) => string | undefined,
    ) =>
    (itemId: string, personId: string, options: WriteOptions): Promise<void> =>
      sandbox.change(verb, { item: itemId, person: personId }, options, (state) => {
        if (!pick(state).has(itemId)) return `There is no ${itemId} here.`;
        return missingPerson(state, personId) ?? limit?.(state, itemId, personId);
      });
  return {
    cannot: {},
    ...reads(sandbox),
    setPassword: (personId, _password, options) => onPerson('setPassword')(personId, options),
    unlock: onPerson('unlock'),
    resetMfa: onPerson('resetMfa'),
    revokeSessions: onPerson('revokeSessions'),
    disablePerson: onPerson('disablePerson'),
    addMember: onItem('addMember', (state) => state.groups),
    removeMember: onItem('removeMember', (state) => state.groups),
    assignApp: onItem('assignApp', (state) => state.apps),
    revokeApp: onItem('revokeApp', (state) => state.apps),
    assignLicence: onItem('assignLicence', (state) => state.licences, noSeat),
    removeLicence: onItem('removeLicence', (state) => state.licences),
    createPerson: async (person, _password, options) => {
      const email = person.email.toLowerCase();
      const args: Record<string, Json> = { email, name: person.name };
      if (person.title) args.title = person.title;
      if (person.managerId) args.managerId = person.managerId;
      // A repeated call finds its own person there; the log tells it from somebody else's.
      const own = (state: SandboxState) => state.people.get(email)?.name === person.name;
      await sandbox.change('createPerson', args, options, (state) =>
        state.people.has(email) && !own(state) ? `${email} exists already.` : undefined,
      );
      return email;
    },
  };
}

type Reads = Pick<
  Directory,
  | 'findPeople'
  | 'person'
  | 'allPeople'
  | 'findGroups'
  | 'group'
  | 'findApps'
  | 'app'
  | 'findLicences'
  | 'licence'
  | 'signIns'
>;

function reads(sandbox: Sandbox): Reads {
  const { state } = sandbox;
  return {
    findPeople: async (query) => {
      const { people } = await state();
      const exact = people.get(query.trim().toLowerCase());
      if (exact) return [{ ...exact }];
      if (query.includes('@')) return [];
      return searchNames(people.values(), query).map((person) => ({ ...person }));
    },
    person: async (id) => {
      const found = (await state()).people.get(id);
      return found && { ...found };
    },
    allPeople: async () => [...(await state()).people.values()].slice(0, MOST_PEOPLE),
    findGroups: async (query) => {
      const current = await state();
      return searchNames(current.groups.values(), query).map((group) => counted(current, group));
    },
    group: async (id) => {
      const current = await state();
      const group = current.groups.get(id);
      return group && counted(current, group);
    },
    findApps: async (query) => searchNames((await state()).apps.values(), query),
    app: async (id) => (await state()).apps.get(id),
    findLicences: async (query) => {
      const current = await state();
      return searchNames(current.licences.values(), query).map((licence) => seated(current, licence));
    },
    licence: async (id) => {
      const current = await state();
      const licence = current.licences.get(id);
      return licence && seated(current, licence);
    },
    signIns: async (personId) => ((await state()).signIns.get(personId) ?? []).slice(0, MOST_SIGN_INS),
  };
}

function counted(state: SandboxState, group: Omit<DirectoryGroup, 'memberCount'>): DirectoryGroup {
  let memberCount = 0;
  for (const person of state.people.values()) if (person.groupIds.includes(group.id)) memberCount += 1;
  return { ...group, memberCount };
}

function seated(state: SandboxState, licence: { id: string; name: string; seats: number }): Licence {
  let used = 0;
  for (const person of state.people.values()) if (person.licenceIds.includes(licence.id)) used += 1;
  return { ...licence, used };
}

function noSeat(state: SandboxState, id: string, personId: string): string | undefined {
  const licence = state.licences.get(id);
  if (!licence || state.people.get(personId)?.licenceIds.includes(id)) return undefined;
  return seated(state, licence).used >= licence.seats ? `${licence.name} has no free seat.` : undefined;
}

function missingPerson(state: SandboxState, personId: string): string | undefined {
  return state.people.has(personId) ? undefined : `There is no ${personId} in this directory.`;
}
