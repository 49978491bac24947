// Opens what the desk stands on: database, vault key, desk file, sandbox file, workflows.
import { readFileSync } from 'node:fs';
import type { AppParts } from './app.ts';
import type { HeadFiles } from './audit/heads.ts';
import type { Config } from './config.ts';
import { connectSystems } from './integrations/connect.ts';
import { readSandboxFile } from './integrations/sandbox/read-sandbox-file.ts';
import type { Clock } from './lib/clock.ts';
import { AppError, errorText } from './lib/errors.ts';
import type { Logger } from './lib/log.ts';
import { type DeskFile, parseDeskFile } from './people/desk-file.ts';
import { defaultDeskFile } from './people/desk-file-default.ts';
import { createEmbeddedPlanner } from './planning/embedded/embedded-planner.ts';
import { createVaultCipher } from './secrets/vault-cipher.ts';
import { loadVaultKey } from './secrets/vault-key.ts';
import type { Database } from './store/database.ts';
import { openPostgres } from './store/postgres.ts';
import { openSqlite } from './store/sqlite.ts';
import { readWorkflowBook } from './workflows/book.ts';

export interface Prepared {
  readonly parts: Omit<AppParts, 'adapters' | 'ownTenant'>;
  readonly headFiles: HeadFiles;
}

/** @throws AppError that names the file or variable and the remedy */
export async function prepareParts(config: Config, log: Logger, clock: Clock): Promise<Prepared> {
  const deskFile = loadDeskFile(config.deskFile);
  const world = readSandboxFile(readTextFile(config.sandboxFile ?? SHIPPED_SANDBOX, 'SANDBOX_FILE'));
  const book = readWorkflowBook(config.workflowsDir);
  const database = await openDatabase(config);
  const { key, warning } = loadVaultKey(config.secretKey, config.keyFile);
  if (warning) log.warn({ keyFile: config.keyFile }, warning);
  const cipher = createVaultCipher(key);
  const base = config.keyFile.replace(/\.[^./]+$/, '');
  return {
    parts: {
      database,
      clock,
      log,
      cipher,
      deskFile,
      admins: config.admins,
      book,
      planner: createEmbeddedPlanner(),
      connect: (core) => connectSystems(core, world),
    },
    headFiles: { headsPath: `${base}.audit-heads.jsonl`, keyPath: `${base}.audit-key.pem` },
  };
}

const SHIPPED_SANDBOX = `${import.meta.dirname}/integrations/sandbox/sandbox.yaml`;

export async function openDatabase(config: Pick<Config, 'database'>): Promise<Database> {
  return config.database.kind === 'sqlite'
    ? openSqlite({ path: config.database.path, use: 'server' })
    : await openPostgres(config.database.url);
}

/** @param path undefined: the desk that is shipped */
export function loadDeskFile(path: string | undefined): DeskFile {
  if (path === undefined) return defaultDeskFile();
  const parsed = parseDeskFile(readTextFile(path, 'DESK_CONFIG'));
  if (parsed.ok) return parsed.desk;
  throw new AppError({
    code: 'desk_file.invalid',
    message: `The desk file ${path} is not right:\n${parsed.problems.map((problem) => `  ${problem}`).join('\n')}`,
  });
}

function readTextFile(path: string, variable: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError({
      code: 'file.unreadable',
      message: `${variable}: cannot read ${path}: ${errorText(cause)}`,
      cause,
    });
  }
}
