// What the desk can do in a directory: one tool a change, each with the sentence that the approver reads.
import { z } from 'zod';
import type { Directory, WriteOptions } from '../integrations/directory.ts';
import { directoryReadTools } from './directory-read-tools.ts';
import { defineTool, type Names, type Repeat, type Tool, type ToolContext, ToolError } from './tool.ts';

const id = z.string().min(1).max(200);
const personArgs = z.strictObject({ person: id });

const person = (names: Names) => nameOf(names, 'person');
const nameOf = (names: Names, arg: string) =>
  (Object.hasOwn(names, arg) ? names[arg]?.name : undefined) ?? 'somebody';

function writeOptions(context: ToolContext): WriteOptions {
  return { key: context.idempotencyKey, signal: context.signal };
}

/** @param options.repeat whether this product honours our idempotency keys */
export function directoryTools(directory: Directory, options: { readonly repeat: Repeat }): readonly Tool[] {
  const { repeat } = options;
  return [
    ...directoryReadTools(directory),
    resetPassword(directory, repeat),
    createUser(directory, repeat),
    ...accountTools(directory, repeat),
    ...membershipTools(directory, repeat),
  ];
}

function resetPassword(directory: Directory, repeat: Repeat): Tool {
  return defineTool<{ person: string }>({
    name: 'reset_password',
    description: 'Set a temporary password, which has to be changed at the next sign-in',
    risk: 'write',
    repeat,
    args: personArgs,
    argKinds: { person: 'person' },
    delivers: 'temporary_password',
    describe: (_args, names) => `Reset the password of ${person(names)}`,
    before: async ({ person: key }, { signal }) => {
      const found = await directory.person(key, signal);
      return found?.locked ? 'locked → unlocked, new temporary password' : 'new temporary password';
    },
    execute: async ({ person: key }, context) => {
      await directory.setPassword(key, passwordOf(context), writeOptions(context));
      return { ok: true };
    },
  });
}

function passwordOf(context: ToolContext): string {
  if (context.temporaryPassword === undefined)
    throw new ToolError('final', 'No temporary password was sealed for this step.');
  return context.temporaryPassword;
}

const newUserArgs = z.strictObject({
  email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)
    .max(200),
  name: z.string().min(1).max(120),
  title: z.string().max(120).optional(),
  manager: id.optional(),
});

function createUser(directory: Directory, repeat: Repeat): Tool {
  return defineTool<z.infer<typeof newUserArgs>>({
    name: 'create_user',
    description: 'Create an account with a temporary password',
    risk: 'write',
    repeat,
    args: newUserArgs,
    argKinds: { email: 'text', name: 'text', title: 'text', manager: 'person' },
    delivers: 'temporary_password',
    describe: ({ email, name, title, manager }, names) =>
      `Create the account ${email} for ${name}${title ? `, ${title}` : ''}${manager ? `, manager ${nameOf(names, 'manager')}` : ''}`,
    before: async ({ email }, { signal }) =>
      (await directory.findPeople(email, signal)).length > 0 ? 'exists already' : 'new account',
    undo: ({ name }) => `disable the account of ${name}`,
    execute: async ({ email, name, title, manager }, context) => {
      const created = { email, name, title, managerId: manager };
      return {
        ok: true,
        id: await directory.createPerson(created, passwordOf(context), writeOptions(context)),
      };
    },
  });
}

function accountTools(directory: Directory, repeat: Repeat): readonly Tool[] {
  return [
    defineTool<{ person: string }>({
      name: 'unlock_account',
      description: 'Unlock an account that was locked after failed sign-ins',
      risk: 'write',
      repeat,
      args: personArgs,
      argKinds: { person: 'person' },
      describe: (_args, names) => `Unlock the account of ${person(names)}`,
      before: async ({ person: key }, { signal }) =>
        (await directory.person(key, signal))?.locked ? 'locked → unlocked' : 'not locked',
      readBack: async ({ person: key }, { signal }) => {
        const found = await directory.person(key, signal);
        return found === undefined ? 'unknown' : found.locked ? 'not_done' : 'done';
      },
      execute: async ({ person: key }, context) => {
        await directory.unlock(key, writeOptions(context));
        return { ok: true };
      },
    }),
    defineTool<{ person: string }>({
      name: 'reset_mfa',
      description: 'Remove every registered sign-in method, so that new ones can be registered',
      risk: 'destructive',
      repeat,
      args: personArgs,
      argKinds: { person: 'person' },
      describe: (_args, names) => `Remove all MFA methods of ${person(names)}`,
      before: async ({ person: key }, { signal }) =>
        `${(await directory.person(key, signal))?.mfa.join(', ') || 'no methods'} → none`,
      readBack: async ({ person: key }, { signal }) => {
        const found = await directory.person(key, signal);
        return found === undefined ? 'unknown' : found.mfa.length > 0 ? 'not_done' : 'done';
      },
      execute: async ({ person: key }, context) => {
        await directory.resetMfa(key, writeOptions(context));
        return { ok: true };
      },
    }),
    ...endingTools(directory, repeat),
  ];
}

/** What ends somebody's access. */
function endingTools(directory: Directory, repeat: Repeat): readonly Tool[] {
  return [
    defineTool<{ person: string }>({
      name: 'revoke_sessions',
      description: 'Sign a person out everywhere',
      risk: 'write',
      repeat,
      args: personArgs,
      argKinds: { person: 'person' },
      describe: (_args, names) => `Sign ${person(names)} out everywhere`,
      execute: async ({ person: key }, context) => {
        await directory.revokeSessions(key, writeOptions(context));
        return { ok: true };
      },
    }),
    defineTool<{ person: string }>({
      name: 'disable_user',
      description: 'Disable an account',
      risk: 'destructive',
      repeat,
      args: personArgs,
      argKinds: { person: 'person' },
      describe: (_args, names) => `Disable the account of ${person(names)}`,
      before: async ({ person: key }, { signal }) =>
        (await directory.person(key, signal))?.enabled ? 'enabled → disabled' : 'disabled already',
      readBack: async ({ person: key }, { signal }) => {
        const found = await directory.person(key, signal);
        return found === undefined ? 'unknown' : found.enabled ? 'not_done' : 'done';
      },
      undo: (_args, names) => `enable the account of ${person(names)} again`,
      execute: async ({ person: key }, context) => {
        await directory.disablePerson(key, writeOptions(context));
        return { ok: true };
      },
    }),
  ];
}

type ItemKind = 'group' | 'app' | 'licence';

interface MembershipSpec {
  readonly name: string;
  readonly description: string;
  readonly kind: ItemKind;
  readonly adds: boolean;
  sentence(who: string, what: string): string;
  run(item: string, who: string, options: WriteOptions): Promise<void>;
}

function membershipTools(directory: Directory, repeat: Repeat): readonly Tool[] {
  const specs: readonly MembershipSpec[] = [
    {
      name: 'add_group_member',
      description: 'Add a person to a group or distribution list',
      kind: 'group',
      adds: true,
      sentence: (who, what) => `Add ${who} to the group ${what}`,
      run: directory.addMember,
    },
    {
      name: 'remove_group_member',
      description: 'Remove a person from a group or distribution list',
      kind: 'group',
      adds: false,
      sentence: (who, what) => `Remove ${who} from the group ${what}`,
      run: directory.removeMember,
    },
    {
      name: 'assign_app',
      description: 'Give a person access to an application',
      kind: 'app',
      adds: true,
      sentence: (who, what) => `Give ${who} access to ${what}`,
      run: directory.assignApp,
    },
    {
      name: 'revoke_app',
      description: "Take a person's access to an application away",
      kind: 'app',
      adds: false,
      sentence: (who, what) => `Take the access of ${who} to ${what} away`,
      run: directory.revokeApp,
    },
    {
      name: 'assign_licence',
      description: 'Assign a licence to a person',
      kind: 'licence',
      adds: true,
      sentence: (who, what) => `Assign the licence ${what} to ${who}`,
      run: directory.assignLicence,
    },
    {
      name: 'remove_licence',
      description: 'Take a licence from a person',
      kind: 'licence',
      adds: false,
      sentence: (who, what) => `Take the licence ${what} from ${who}`,
      run: directory.removeLicence,
    },
  ];
  return specs.map((spec) => membershipTool(directory, repeat, spec));
}

function membershipTool(directory: Directory, repeat: Repeat, spec: MembershipSpec): Tool {
  type Args = Readonly<Record<ItemKind | 'person', string>>;
  const has = async (args: Args, signal: AbortSignal) => {
    const found = await directory.person(args.person, signal);
    const ids = found && { group: found.groupIds, app: found.appIds, licence: found.licenceIds }[spec.kind];
    return ids?.includes(args[spec.kind]);
  };
  const tool: Tool<Args> = {
    name: spec.name,
    description: spec.description,
    risk: 'write',
    repeat,
    args: z.strictObject({ [spec.kind]: id, person: id }) as unknown as z.ZodType<Args>,
    argKinds: { [spec.kind]: spec.kind, person: 'person' },
    describe: (_args, names) => spec.sentence(person(names), nameOf(names, spec.kind)),
    before: async (args, { signal }) => {
      const already = (await has(args, signal)) === spec.adds;
      if (already) return spec.adds ? 'has it already' : 'does not have it';
      if (spec.kind !== 'group') return undefined;
      const count = (await directory.group(args.group, signal))?.memberCount ?? 0;
      return `${count} members → ${count + (spec.adds ? 1 : -1)}`;
    },
    readBack: async (args, { signal }) => {
      const now = await has(args, signal);
      return now === undefined ? 'unknown' : now === spec.adds ? 'done' : 'not_done';
    },
    undo: (_args, names) =>
      spec.adds
        ? `take ${nameOf(names, spec.kind)} away from ${person(names)} again`
        : `give it back to ${person(names)}`,
    execute: async (args, context) => {
      await spec.run(args[spec.kind], args.person, writeOptions(context));
      return { ok: true };
    },
  };
  return defineTool(tool);
}
