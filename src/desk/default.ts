// The desk of a new installation: a made-up MSP with two sandbox clients, so that everything works from the first minute.
import { readFileSync } from 'node:fs';
import { AppError } from '../lib/errors.ts';
import type { DeskFile } from './desk-file.ts';
import { parseDeskFile } from './parse.ts';

/** @throws AppError `desk_file.default` if the shipped file is broken. */
export function defaultDeskFile(): DeskFile {
  const parsed = parseDeskFile(readFileSync(new URL('./default-desk.yaml', import.meta.url), 'utf8'));
  if (parsed.ok) return parsed.desk;
  throw new AppError({
    code: 'desk_file.default',
    message: `The shipped desk file is broken, install Deskhand again: ${parsed.problems.join('; ')}`,
  });
}
