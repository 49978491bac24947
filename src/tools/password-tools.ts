// The tools that set a temporary password. The executor makes and seals it before the call; here it goes to the directory
// and nowhere else: not into the result, an error or a sentence.
import { z } from 'zod';
import type { Directory, DirectoryVerb } from '../ports/directory.ts';
import { idArg, nameOf, writeOptions } from './argument.ts';
import { defineTool, type Repeat, type Tool, type ToolContext, ToolError } from './tool.ts';
import type { ChangeTool } from './tool-name.ts';

export type PasswordVerb = Extract<DirectoryVerb, 'setPassword' | 'createPerson'>;

export function passwordTools(directory: Directory, repeat: Repeat): Readonly<Record<PasswordVerb, Tool>> {
  return { setPassword: resetPassword(directory, repeat), createPerson: createUser(directory, repeat) };
}

function resetPassword(directory: Directory, repeat: Repeat): Tool {
  return defineTool<{ person: string }>({
    name: 'reset_password' satisfies ChangeTool,
    description: 'Set a temporary password, which has to be changed at the next sign-in',
    risk: 'write',
    repeat,
    args: z.strictObject({ person: idArg }),
    argKinds: { person: 'person' },
    delivers: 'temporary_password',
    describe: (args, names) => `Reset the password of ${nameOf(names, args, 'person')}`,
    before: async (args, { signal }) => {
      const person = await directory.person(args.person, signal);
      if (!person) return undefined;
      return `${person.locked ? 'locked, ' : ''}own password → temporary password`;
    },
    // No directory tells which password is set, so there is nothing to read back.
    execute: async (args, context) => {
      await directory.setPassword(args.person, passwordOf(context), writeOptions(context));
      return { ok: true, change_at_sign_in: true };
    },
  });
}

const newUserArgs = z.strictObject({
  email: z
    .string()
    .max(200)
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'is not an e-mail address'),
  name: z.string().trim().min(1).max(120),
  title: z.string().trim().max(120).optional(),
  manager: idArg.optional(),
});

function createUser(directory: Directory, repeat: Repeat): Tool {
  return defineTool<z.output<typeof newUserArgs>>({
    name: 'create_user' satisfies ChangeTool,
    description: 'Create an account with a temporary password',
    risk: 'write',
    repeat,
    args: newUserArgs,
    argKinds: { email: 'text', name: 'text', title: 'text', manager: 'person' },
    newAddress: 'email',
    delivers: 'temporary_password',
    describe: (args, names) =>
      [
        `Create the account ${args.email} for ${args.name}`,
        args.title,
        args.manager && `manager ${nameOf(names, args, 'manager')}`,
      ]
        .filter(Boolean)
        .join(', '),
    before: async ({ email }, { signal }) =>
      (await directory.findPeople(email, signal)).length > 0
        ? 'the account exists already'
        : 'no account → new account',
    readBack: async ({ email }, { signal }) =>
      (await directory.findPeople(email, signal)).length > 0 ? 'done' : 'not_done',
    undo: ({ name }) => `disable the account of ${name}`,
    execute: async ({ email, name, title, manager }, context) => {
      const person = { email, name, title, managerId: manager };
      const id = await directory.createPerson(person, passwordOf(context), writeOptions(context));
      return { ok: true, id };
    },
  });
}

function passwordOf(context: ToolContext): string {
  if (context.temporaryPassword === undefined)
    throw new ToolError('final', 'No temporary password was sealed for this step.');
  return context.temporaryPassword;
}
