// Arguments that many tools share, and how sentences call them.
import { z } from 'zod';
import { lookUp } from '../lib/look-up.ts';
import type { WriteOptions } from '../ports/directory.ts';
import type { Names, ToolContext } from './tool.ts';

/** A directory id, as a read tool gave it. */
export const idArg = z.string().min(1).max(200);

/** What a person is called in a sentence; the id of something that was not resolved. */
export function nameOf(names: Names, args: Readonly<Record<string, unknown>>, arg: string): string {
  return lookUp(names, arg)?.name ?? String(lookUp(args, arg) ?? '');
}

export function writeOptions(context: ToolContext): WriteOptions {
  return { key: context.idempotencyKey, signal: context.signal };
}
