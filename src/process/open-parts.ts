// Opens what the desk stands on: database, vault key, desk file, sandbox file, workflows.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { carriesIdsAlone } from '../../cards/action.ts';
import { type HeadFiles, headFilesBeside } from '../audit/heads.ts';
import type { Config } from '../config.ts';
import { defaultDeskFile } from '../desk/default.ts';
import type { DeskFile } from '../desk/desk-file.ts';
import { parseDeskFile } from '../desk/parse.ts';
import { createMcpPool, type McpPool } from '../integrations/mcp/pool.ts';
import { readSandboxFile } from '../integrations/sandbox/read-sandbox-file.ts';
import { createDocumentsFolder, type DocumentsFolder } from '../knowledge/folder.ts';
import type { Clock } from '../lib/clock.ts';
import { AppError, errorText } from '../lib/errors.ts';
import type { Logger } from '../lib/log.ts';
import { createEmbeddedPlanner } from '../planning/embedded/embedded-planner.ts';
import { createRedactor, maskedLog } from '../secrets/redactor.ts';
import { createVaultCipher } from '../secrets/vault-cipher.ts';
import { loadVaultKey } from '../secrets/vault-key.ts';
import type { Database } from '../store/database.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';
import { readWorkflowBook } from '../workflows/book.ts';
import type { AppParts } from './app.ts';
import { type ConnectedModel, connectModel } from './connect-model.ts';
import { connectSystems } from './connect-systems.ts';
import { secretsOfConfig } from './secrets-of-config.ts';

export interface Prepared {
  readonly parts: Omit<AppParts, 'adapters' | 'ownTenant'>;
  readonly headFiles: HeadFiles;
  /** Absent: no model is configured. */
  readonly model?: ConnectedModel | undefined;
  /** MCP servers; nothing is opened until it is started. */
  readonly mcp: McpPool;
  /** The documents of the clients; nothing is read until it is started. */
  readonly documents: DocumentsFolder;
  /** For whoever starts the desk. */
  readonly notes: readonly string[];
}

/** @throws AppError that names the file or variable and the remedy */
export async function prepareParts(config: Config, log: Logger, clock: Clock): Promise<Prepared> {
  const deskFile = loadDeskFile(deskFileInForce(config));
  const world = readSandboxFile(readTextFile(config.sandboxFile ?? SHIPPED_SANDBOX, 'SANDBOX_FILE'));
  const book = readWorkflowBook(config.workflowsDir);
  const database = await openDatabase(config);
  const { key, warning } = loadVaultKey(config.secretKey, config.keyFile);
  const cipher = createVaultCipher(key);
  const redactor = createRedactor(carriesIdsAlone, secretsOfConfig(config));
  const model = config.model && (await connectModel(config.model));
  const mcp = createMcpPool();
  const documents = createDocumentsFolder(config.documentsDir);
  return {
    parts: {
      database,
      clock,
      log: maskedLog(log, redactor),
      cipher,
      redactor,
      deskFile,
      admins: config.admins,
      book,
      planner: createEmbeddedPlanner(),
      withModel: model?.guard,
      connect: (core) => connectSystems(core, world, mcp, documents),
    },
    model,
    mcp,
    documents,
    notes: warning ? [warning] : [],
    headFiles: headFilesBeside(config.keyFile),
  };
}

export const SHIPPED_SANDBOX = `${import.meta.dirname}/../integrations/sandbox/sandbox.yaml`;

export async function openDatabase(config: Pick<Config, 'database'>): Promise<Database> {
  return config.database.kind === 'sqlite'
    ? openSqlite({ path: config.database.path, use: 'server' })
    : await openPostgres(config.database.url);
}

/** Where `import` keeps the desk file: beside the database. */
export function importedDeskFile(config: Pick<Config, 'keyFile'>): string {
  return join(dirname(config.keyFile), 'imported-desk.yaml');
}

/** The desk file that is read: DESK_CONFIG, else what was imported; undefined: the one that is shipped. */
export function deskFileInForce(config: Pick<Config, 'deskFile' | 'keyFile'>): string | undefined {
  if (config.deskFile !== undefined) return config.deskFile;
  const imported = importedDeskFile(config);
  return existsSync(imported) ? imported : undefined;
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
