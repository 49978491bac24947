// Who is in a group, may use an application or holds a licence: one pair of tools, give and take, for each.
import { z } from 'zod';
import type { Json } from '../lib/json.ts';
import type { Directory, DirectoryVerb, WriteOptions } from '../ports/directory.ts';
import { idArg, nameOf, writeOptions } from './argument.ts';
import { confirmed } from './confirmed.ts';
import { defineTool, type Repeat, type Tool } from './tool.ts';
import type { ChangeTool } from './tool-name.ts';

type ItemKind = 'group' | 'app' | 'licence';
type GroupVerb = Extract<DirectoryVerb, 'addMember' | 'removeMember'>;
type AppVerb = Extract<DirectoryVerb, 'assignApp' | 'revokeApp'>;
type LicenceVerb = Extract<DirectoryVerb, 'assignLicence' | 'removeLicence'>;
export type MembershipVerb = GroupVerb | AppVerb | LicenceVerb;

interface MembershipSpec {
  readonly name: ChangeTool;
  readonly description: string;
  readonly kind: ItemKind;
  readonly gives: boolean;
  sentence(who: string, what: string): string;
  undo(who: string, what: string): string;
  run(item: string, who: string, options: WriteOptions): Promise<void>;
}

type Make = (spec: MembershipSpec) => Tool;

export function membershipTools(
  directory: Directory,
  repeat: Repeat,
): Readonly<Record<MembershipVerb, Tool>> {
  const make: Make = (spec) => membershipTool(directory, repeat, spec);
  return { ...groups(directory, make), ...apps(directory, make), ...licences(directory, make) };
}

function groups(directory: Directory, make: Make): Readonly<Record<GroupVerb, Tool>> {
  return {
    addMember: make({
      name: 'add_group_member',
      description: 'Add a person to a group or distribution list',
      kind: 'group',
      gives: true,
      sentence: (who, what) => `Add ${who} to the group ${what}`,
      undo: (who, what) => `remove ${who} from ${what}`,
      run: (item, who, options) => directory.addMember(item, who, options),
    }),
    removeMember: make({
      name: 'remove_group_member',
      description: 'Remove a person from a group or distribution list',
      kind: 'group',
      gives: false,
      sentence: (who, what) => `Remove ${who} from the group ${what}`,
      undo: (who, what) => `add ${who} to ${what} again`,
      run: (item, who, options) => directory.removeMember(item, who, options),
    }),
  };
}

function apps(directory: Directory, make: Make): Readonly<Record<AppVerb, Tool>> {
  return {
    assignApp: make({
      name: 'assign_app',
      description: 'Give a person access to an application',
      kind: 'app',
      gives: true,
      sentence: (who, what) => `Give ${who} access to ${what}`,
      undo: (who, what) => `take the access of ${who} to ${what} away`,
      run: (item, who, options) => directory.assignApp(item, who, options),
    }),
    revokeApp: make({
      name: 'revoke_app',
      description: "Take a person's access to an application away",
      kind: 'app',
      gives: false,
      sentence: (who, what) => `Take the access of ${who} to ${what} away`,
      undo: (who, what) => `give ${who} access to ${what} again`,
      run: (item, who, options) => directory.revokeApp(item, who, options),
    }),
  };
}

function licences(directory: Directory, make: Make): Readonly<Record<LicenceVerb, Tool>> {
  return {
    assignLicence: make({
      name: 'assign_licence',
      description: 'Assign a licence to a person',
      kind: 'licence',
      gives: true,
      sentence: (who, what) => `Assign the licence ${what} to ${who}`,
      undo: (who, what) => `take the licence ${what} from ${who}`,
      run: (item, who, options) => directory.assignLicence(item, who, options),
    }),
    removeLicence: make({
      name: 'remove_licence',
      description: 'Take a licence from a person',
      kind: 'licence',
      gives: false,
      sentence: (who, what) => `Take the licence ${what} from ${who}`,
      undo: (who, what) => `assign the licence ${what} to ${who} again`,
      run: (item, who, options) => directory.removeLicence(item, who, options),
    }),
  };
}

type Args = Readonly<Record<ItemKind | 'person', string>>;

function membershipTool(directory: Directory, repeat: Repeat, spec: MembershipSpec): Tool {
  const { kind, gives } = spec;
  return defineTool<Args>({
    name: spec.name,
    description: spec.description,
    risk: 'write',
    repeat,
    // The shape has this one kind and the person; `Args` names all three kinds.
    args: z.strictObject({ [kind]: idArg, person: idArg }) as unknown as z.ZodType<Args>,
    argKinds: { [kind]: kind, person: 'person' },
    describe: (args, names) => spec.sentence(nameOf(names, args, 'person'), nameOf(names, args, kind)),
    before: async (args, { signal }) => {
      const has = await hasItem(directory, kind, args, signal);
      if (has === undefined) return undefined;
      if (has === gives) return gives ? 'has it already' : 'does not have it';
      const count = await countOf(directory, kind, args[kind], signal);
      const after = count && count.now + (gives ? 1 : -1);
      return count ? `${count.now}${count.words} → ${after}` : gives ? 'no access → access' : 'access → none';
    },
    readBack: async (args, { signal }) => {
      const has = await hasItem(directory, kind, args, signal);
      return has === undefined ? 'unknown' : has === gives ? 'done' : 'not_done';
    },
    undo: (args, names) => spec.undo(nameOf(names, args, 'person'), nameOf(names, args, kind)),
    execute: (args, context) =>
      confirmed(spec.run(args[kind], args.person, writeOptions(context)), async () => {
        const has = await hasItem(directory, kind, args, context.signal);
        const facts: Readonly<Record<string, Json>> = has === undefined ? {} : { has_it: has };
        const count = await countOf(directory, kind, args[kind], context.signal);
        return count ? { ...facts, count: count.now } : facts;
      }),
  });
}

async function hasItem(
  directory: Directory,
  kind: ItemKind,
  args: Args,
  signal: AbortSignal,
): Promise<boolean | undefined> {
  const person = await directory.person(args.person, signal);
  const ids = person && { group: person.groupIds, app: person.appIds, licence: person.licenceIds }[kind];
  return ids?.includes(args[kind]);
}

/** How many there are now; applications are not counted. */
async function countOf(
  directory: Directory,
  kind: ItemKind,
  id: string,
  signal: AbortSignal,
): Promise<{ readonly now: number; readonly words: string } | undefined> {
  if (kind === 'app') return undefined;
  if (kind === 'group') {
    const group = await directory.group(id, signal);
    return group && { now: group.memberCount, words: group.memberCount === 1 ? ' member' : ' members' };
  }
  const licence = await directory.licence(id, signal);
  return licence && { now: licence.used, words: ` of ${licence.seats} seats used` };
}
