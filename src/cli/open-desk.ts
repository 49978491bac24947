// What several sub-commands need: the configuration, and the database opened so that it cannot be written.
import { type Config, type Env, readConfig } from '../config.ts';
import { AppError } from '../lib/errors.ts';
import type { Database } from '../store/database.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';

/** @throws AppError that names every variable that is wrong */
export function requireConfig(env: Env): Config {
  const read = readConfig(env);
  if (read.ok) return read.config;
  throw new AppError({
    code: 'cli.config',
    message: `The configuration is not right:\n${read.problems.map((problem) => `  ${problem}`).join('\n')}`,
  });
}

/** @throws AppError `store.missing` if there is no database yet */
export async function openReader(config: Pick<Config, 'database'>): Promise<Database> {
  return config.database.kind === 'sqlite'
    ? openSqlite({ path: config.database.path, use: 'reader' })
    : await openPostgres(config.database.url, 'reader');
}

/** The same, or undefined where the desk was never started. */
export async function openReaderIfAny(config: Pick<Config, 'database'>): Promise<Database | undefined> {
  try {
    return await openReader(config);
  } catch (error) {
    if (error instanceof AppError && error.code === 'store.missing') return undefined;
    throw error;
  }
}
