// How a read tool is made: from a query, or about one person. Its result is plain data of at most 8,000 characters.
import { z } from 'zod';
import type { Json } from '../lib/json.ts';
import { idArg, nameOf } from './argument.ts';
import { defineTool, type Tool } from './tool.ts';
import type { ReadTool } from './tool-name.ts';

const LONGEST_RESULT = 8000;

/** A search by words that a person wrote. */
export function finder(
  name: ReadTool,
  description: string,
  find: (query: string, signal: AbortSignal) => Promise<unknown>,
): Tool {
  return defineTool<{ query: string }>({
    name,
    description,
    risk: 'read',
    repeat: 'idempotent',
    args: z.strictObject({ query: z.string().trim().min(1).max(500) }),
    argKinds: { query: 'text' },
    describe: ({ query }) => `${description}: ${query}`,
    execute: async ({ query }, { signal }) => toResult(await find(query, signal)),
  });
}

/** A read about one person. */
export function onPerson(
  name: ReadTool,
  description: string,
  read: (personId: string, signal: AbortSignal) => Promise<unknown>,
): Tool {
  return defineTool<{ person: string }>({
    name,
    description,
    risk: 'read',
    repeat: 'idempotent',
    args: z.strictObject({ person: idArg }),
    argKinds: { person: 'person' },
    describe: (args, names) => `${description}: ${nameOf(names, args, 'person')}`,
    execute: async ({ person }, { signal }) => toResult(await read(person, signal)),
  });
}

/** Plain data without undefined; of a list that is too long, the first entries that fit. */
function toResult(value: unknown): Json {
  const json = JSON.parse(JSON.stringify(value ?? null)) as Json;
  if (!Array.isArray(json)) return json;
  const kept: Json[] = [];
  let length = 2;
  for (const entry of json) {
    length += JSON.stringify(entry).length + 1;
    if (length > LONGEST_RESULT) break;
    kept.push(entry);
  }
  return kept;
}
