// The directory port over the made-up company: its reads. What is handed out does not change when the state does.
import type { Directory, DirectoryGroup, Licence } from '../../ports/directory.ts';
import type { Sandbox } from './open-sandbox.ts';
import { searchNames } from './search-names.ts';
import type { SandboxState } from './state.ts';

const MOST_SIGN_INS = 20;
const MOST_PEOPLE = 500;

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

export function directoryReads({ state }: Sandbox): Reads {
  return {
    findPeople: async (query) => {
      const { people } = await state();
      const exact = people.get(query.trim().toLowerCase());
      if (exact) return [{ ...exact }];
      // An address that nobody has is not a name.
      return query.includes('@') ? [] : searchNames(people.values(), query).map((person) => ({ ...person }));
    },
    person: async (id) => {
      const found = (await state()).people.get(id);
      return found && { ...found };
    },
    allPeople: async () =>
      [...(await state()).people.values()]
        .sort((a, b) => a.name.localeCompare(b.name, 'en'))
        .slice(0, MOST_PEOPLE)
        .map((person) => ({ ...person })),
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
  const members = [...state.people.values()].filter(({ groupIds }) => groupIds.includes(group.id));
  return { ...group, memberCount: members.length };
}

export function seated(state: SandboxState, licence: Omit<Licence, 'used'>): Licence {
  const holders = [...state.people.values()].filter(({ licenceIds }) => licenceIds.includes(licence.id));
  return { ...licence, used: holders.length };
}
