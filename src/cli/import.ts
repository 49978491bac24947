// `import FILE`: hands a desk file to the running desk, or puts it in force itself where none runs.

import type { Config } from '../config.ts';
import { parseDeskFile } from '../desk/parse.ts';
import { AppError, errorText } from '../lib/errors.ts';
import { silentLogger } from '../lib/log.ts';
import { createApp } from '../process/app.ts';
import { importSocketPath, sendImport } from '../process/import-socket.ts';
import { deskFileInForce, importedDeskFile, loadDeskFile, prepareParts } from '../process/open-parts.ts';
import { isServed } from '../store/sqlite.ts';
import { type Imported, importDesk } from '../use-cases/desk/import-desk.ts';
import type { CliCall, ExitCode } from './command.ts';
import { requireConfig } from './open-desk.ts';
import { onlyWord, readArguments } from './read-arguments.ts';
import { readNamedFile } from './read-file.ts';

export async function runImport(call: CliCall): Promise<ExitCode> {
  const path = onlyWord(readArguments(call.args).words, 'desk file');
  const text = readNamedFile(path);
  const parsed = parseDeskFile(text);
  if (!parsed.ok) {
    call.complain(`${path} is not right, so nothing is imported:`);
    for (const problem of parsed.problems) call.complain(`  ${problem}`);
    return 1;
  }
  const config = requireConfig(call.env);
  const imported = await applyDeskFile(call, config, path, text);
  for (const line of imported.lines) (imported.ok ? call.print : call.complain)(line);
  return imported.ok ? 0 : 1;
}

async function applyDeskFile(call: CliCall, config: Config, path: string, text: string): Promise<Imported> {
  const answered = await sendImport(call.clock, importSocketPath(config), text);
  if (answered) return answered;
  if (config.database.kind === 'sqlite' && isServed(config.database.path)) {
    throw new AppError({
      code: 'import.unreachable',
      message: `A desk runs on ${config.database.path}, but cannot be reached at ${importSocketPath(config)}. Stop it, import, start it again.`,
    });
  }
  const broken = problemInForce(config);
  if (broken !== undefined)
    call.complain(`${broken}\nIt cannot be compared with; only what chat changed is shown.`);
  // A broken file in force must not stand in the way of the import that repairs it.
  const readable = broken === undefined ? config : { ...config, deskFile: path };
  const { parts } = await prepareParts(readable, silentLogger, call.clock);
  const app = await createApp({ ...parts, adapters: [], ownTenant: () => undefined });
  try {
    return await importDesk(app.core, text, {
      configured: config.deskFile,
      imported: importedDeskFile(config),
    });
  } finally {
    await app.stop();
  }
}

function problemInForce(config: Config): string | undefined {
  try {
    loadDeskFile(deskFileInForce(config));
    return undefined;
  } catch (error) {
    return errorText(error);
  }
}
