// What the desk can do to one person's account. Each tool is a row: its sentence, what is so now, how it is done.
import { z } from 'zod';
import type { Json } from '../lib/json.ts';
import type { Directory, DirectoryPerson, DirectoryVerb, WriteOptions } from '../ports/directory.ts';
import { idArg, nameOf, writeOptions } from './argument.ts';
import { confirmed } from './confirmed.ts';
import { defineTool, type Repeat, type Risk, type Tool, type ToolContext } from './tool.ts';
import type { ChangeTool } from './tool-name.ts';

export type AccountVerb = Extract<DirectoryVerb, 'unlock' | 'resetMfa' | 'revokeSessions' | 'disablePerson'>;

interface AccountSpec {
  readonly name: ChangeTool;
  readonly description: string;
  readonly risk: Risk;
  sentence(who: string): string;
  run(personId: string, options: WriteOptions): Promise<void>;
  /** "locked → unlocked" */
  change?(person: DirectoryPerson): string;
  /** Whether the effect is there. Absent: the directory does not show it. */
  done?(person: DirectoryPerson): boolean;
  /** What the result says of the person afterwards. */
  facts?(person: DirectoryPerson): Readonly<Record<string, Json>>;
  undo?(who: string): string;
}

export function accountTools(directory: Directory, repeat: Repeat): Readonly<Record<AccountVerb, Tool>> {
  const make = (spec: AccountSpec) => accountTool(directory, repeat, spec);
  return {
    unlock: make({
      name: 'unlock_account',
      description: 'Unlock an account that was locked after failed sign-ins',
      risk: 'write',
      sentence: (who) => `Unlock the account of ${who}`,
      run: (id, options) => directory.unlock(id, options),
      change: ({ locked }) => (locked ? 'locked → unlocked' : 'not locked'),
      done: ({ locked }) => !locked,
      facts: ({ locked }) => ({ locked }),
    }),
    resetMfa: make({
      name: 'reset_mfa',
      description: 'Remove every registered sign-in method of a person, so that new ones can be registered',
      risk: 'destructive',
      sentence: (who) => `Remove all MFA methods of ${who}`,
      run: (id, options) => directory.resetMfa(id, options),
      change: ({ mfa }) => (mfa.length > 0 ? `${mfa.join(', ')} → none` : 'no methods registered'),
      done: ({ mfa }) => mfa.length === 0,
      facts: ({ mfa }) => ({ methods: mfa.length }),
    }),
    revokeSessions: make({
      name: 'revoke_sessions',
      description: 'Sign a person out everywhere',
      risk: 'write',
      sentence: (who) => `Sign ${who} out everywhere`,
      run: (id, options) => directory.revokeSessions(id, options),
    }),
    disablePerson: make({
      name: 'disable_user',
      description: 'Disable an account, so that nobody can sign in with it',
      risk: 'destructive',
      sentence: (who) => `Disable the account of ${who}`,
      run: (id, options) => directory.disablePerson(id, options),
      change: ({ enabled }) => (enabled ? 'enabled → disabled' : 'disabled already'),
      done: ({ enabled }) => !enabled,
      facts: ({ enabled }) => ({ enabled }),
      undo: (who) => `enable the account of ${who} again`,
    }),
  };
}

function accountTool(directory: Directory, repeat: Repeat, spec: AccountSpec): Tool {
  const { change, done, undo } = spec;
  const find = (id: string, { signal }: ToolContext) => directory.person(id, signal);
  return defineTool<{ person: string }>({
    name: spec.name,
    description: spec.description,
    risk: spec.risk,
    repeat,
    args: z.strictObject({ person: idArg }),
    argKinds: { person: 'person' },
    describe: (args, names) => spec.sentence(nameOf(names, args, 'person')),
    ...(change && {
      before: async (args, context) => {
        const person = await find(args.person, context);
        return person && change(person);
      },
    }),
    ...(done && {
      readBack: async (args, context) => {
        const person = await find(args.person, context);
        return person === undefined ? 'unknown' : done(person) ? 'done' : 'not_done';
      },
    }),
    ...(undo && { undo: (args, names) => undo(nameOf(names, args, 'person')) }),
    execute: (args, context) =>
      confirmed(spec.run(args.person, writeOptions(context)), async () => {
        const person = spec.facts && (await find(args.person, context));
        return person && spec.facts?.(person);
      }),
  });
}
