// What a diagnosis may look up in a directory. Reads only; the same tools for every planner.
import { z } from 'zod';
import type { Directory } from '../integrations/directory.ts';
import type { Json } from '../lib/json.ts';
import { defineTool, type Tool } from './tool.ts';

const query = z.strictObject({ query: z.string().min(1).max(200) });
const byPerson = z.strictObject({ person: z.string().min(1).max(200) });

export function directoryReadTools(directory: Directory): readonly Tool[] {
  return [
    finder('find_people', 'Find people by e-mail address or name', directory.findPeople),
    finder('find_groups', 'Find groups and distribution lists by name', directory.findGroups),
    finder('find_apps', 'Find applications by name', directory.findApps),
    finder('find_licences', 'Find licences by name, with seats and use', directory.findLicences),
    onPerson(
      'get_person',
      'One person with groups, applications and licences',
      async (id, signal) => (await directory.person(id, signal)) ?? null,
    ),
    onPerson('list_sign_ins', "A person's latest sign-ins", directory.signIns),
  ];
}

export function finder(
  name: string,
  description: string,
  find: (query: string, signal: AbortSignal) => Promise<unknown>,
): Tool {
  return defineTool<{ query: string }>({
    name,
    description,
    risk: 'read',
    repeat: 'idempotent',
    args: query,
    argKinds: { query: 'text' },
    describe: (args) => `${description}: ${args.query}`,
    execute: async (args, { signal }) => toJson(await find(args.query, signal)),
  });
}

/** A read about one person: a diagnosis looks at whom it must, and acts on nobody. */
export function onPerson(
  name: string,
  description: string,
  read: (personId: string, signal: AbortSignal) => Promise<unknown>,
): Tool {
  return defineTool<{ person: string }>({
    name,
    description,
    risk: 'read',
    repeat: 'idempotent',
    args: byPerson,
    argKinds: { person: 'person' },
    describe: () => description,
    execute: async (args, { signal }) => toJson(await read(args.person, signal)),
  });
}

/** Plain data, without keys that are undefined. */
export function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}
