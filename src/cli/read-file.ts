// Reads a file that was named on the command line.
import { readFileSync } from 'node:fs';
import { AppError } from '../lib/errors.ts';

/** The text, without a byte order mark. @throws AppError `cli.file` that names the file */
export function readNamedFile(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `${String(code)}`;
    throw new AppError({ code: 'cli.file', message: `Cannot read ${path}: ${why}.`, cause });
  }
}
