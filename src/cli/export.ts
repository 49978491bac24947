// `export`: prints the desk as it holds now in the desk file's format, with chat's changes as comments on top. Reads only.
import { createDesk } from '../desk/desk.ts';
import { diffDesk } from '../desk/diff.ts';
import { exportDeskFile } from '../desk/export.ts';
import { deskFileInForce, loadDeskFile } from '../process/open-parts.ts';
import type { CliCall, ExitCode } from './command.ts';
import { openReaderIfAny, requireConfig } from './open-desk.ts';
import { MisuseError, readArguments } from './read-arguments.ts';

export async function runExport(call: CliCall): Promise<ExitCode> {
  const { words } = readArguments(call.args);
  if (words[0] !== undefined)
    throw new MisuseError(`"${words[0].slice(0, 40)}" is too much; send the output to a file with ">".`);
  const config = requireConfig(call.env);
  const path = deskFileInForce(config);
  const file = loadDeskFile(path);
  const database = await openReaderIfAny(config);
  try {
    // Admins of DESK_ADMINS stay in the environment: they are no part of the file.
    const now = database ? (await createDesk(database, file, [])).desk : file;
    call.print(`# The desk as it holds now, from ${path ?? 'the shipped desk file'} and what chat changed.`);
    for (const { path: at, file: was, now: is } of diffDesk(file, now))
      call.print(comment(`changed in chat: ${at}: ${was ?? 'nothing'} -> ${is ?? 'nothing'}`));
    call.print(exportDeskFile(now).trimEnd());
    return 0;
  } finally {
    await database?.close();
  }
}

/** A name with a line break in it must not end the comment. */
function comment(text: string): string {
  return `# ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')}`;
}
