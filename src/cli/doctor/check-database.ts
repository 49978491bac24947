// The doctor's look at the database: reachable, current, served; the signed heads of the audit log; what chat changed.
import { headFilesBeside, readHeads, readPublicKey } from '../../audit/heads.ts';
import { createAuditLog } from '../../audit/store.ts';
import type { Config } from '../../config.ts';
import { createDesk } from '../../desk/desk.ts';
import type { DeskFile } from '../../desk/desk-file.ts';
import { diffDesk } from '../../desk/diff.ts';
import { errorText } from '../../lib/errors.ts';
import type { Database } from '../../store/database.ts';
import { missingMigrations } from '../../store/migrations.ts';
import { isServed } from '../../store/sqlite.ts';
import { openReaderIfAny } from '../open-desk.ts';
import type { Check } from './check.ts';

const NAME = 'database';

/** @param file undefined: it could not be read, so nothing is compared with it */
export async function checkDatabase(config: Config, file: DeskFile | undefined): Promise<readonly Check[]> {
  const where = config.database.kind === 'sqlite' ? config.database.path : 'PostgreSQL';
  let database: Database | undefined;
  try {
    database = await openReaderIfAny(config);
    if (!database) {
      const message = `${where} does not exist yet; it is made at the first start`;
      return [
        { name: NAME, state: 'off', message },
        ...(file ? await checkAdmins(undefined, config, file) : []),
      ];
    }
    const state = await checkMigrations(database, where);
    if (state.state !== 'on') return [state];
    return [
      state,
      checkServed(config),
      await checkHeads(database, config),
      ...(file ? await checkChat(database, config, file) : []),
    ];
  } catch (error) {
    const message = `${where} cannot be read: ${errorText(error)}`;
    return [{ name: NAME, state: 'wrong', message, remedy: 'Check DATABASE_URL and that it is reachable.' }];
  } finally {
    await database?.close();
  }
}

async function checkMigrations(database: Database, where: string): Promise<Check> {
  const missing = await missingMigrations(database);
  if (missing === 0) return { name: NAME, state: 'on', message: `${where} is reachable and current` };
  if (missing > 0)
    return {
      name: NAME,
      state: 'warning',
      message: `${where}: ${missing} updates are made at the next start`,
    };
  const message = `${where} was made by a newer version of Deskhand`;
  return { name: NAME, state: 'wrong', message, remedy: 'Install that version, or restore an older copy.' };
}

function checkServed({ database }: Config): Check {
  const name = 'server';
  if (database.kind !== 'sqlite')
    return { name, state: 'on', message: 'several replicas may serve PostgreSQL' };
  return isServed(database.path)
    ? { name, state: 'on', message: 'a desk serves this database now' }
    : { name, state: 'off', message: 'no desk serves this database now; "npm start" does' };
}

async function checkHeads(database: Database, config: Config): Promise<Check> {
  const name = 'audit heads';
  const files = headFilesBeside(config.keyFile);
  const last = readHeads(files.headsPath).at(-1);
  const head = await createAuditLog(database).head();
  if (!last)
    return { name, state: 'off', message: 'none is signed yet; a running desk signs one each minute' };
  const remedy = 'Run "deskhand audit verify" and compare with a backup.';
  if (last.seq > head.seq) {
    const message = `a signed head names entry ${last.seq}, and the log ends at ${head.seq}: the tail was cut`;
    return { name, state: 'wrong', message, remedy };
  }
  if (readPublicKey(files.keyPath) === undefined) {
    const message = `${files.keyPath} is not there, so signatures cannot be checked`;
    return { name, state: 'warning', message, remedy: 'Restore it from a copy.' };
  }
  const message = `signed up to entry ${last.seq} of ${head.seq}; "deskhand audit verify" checks them all`;
  return { name, state: 'on', message };
}

async function checkChat(database: Database, config: Config, file: DeskFile): Promise<readonly Check[]> {
  const desk = await createDesk(database, file, config.admins);
  const name = 'changed in chat';
  const differences = diffDesk(desk.file, desk.desk).map(
    ({ path, file: was, now }): Check => ({
      name,
      state: 'on',
      message: `${path}: ${was ?? 'nothing'} -> ${now ?? 'nothing'}`,
      remedy: 'Keep it with "deskhand export", or undo it with "deskhand import FILE".',
    }),
  );
  return [
    ...(differences.length > 0
      ? differences
      : [{ name, state: 'off', message: 'nothing; the desk is as its file says' } as const]),
    ...(desk.stopped
      ? [
          {
            name: 'emergency stop',
            state: 'warning',
            message: 'is on: nothing runs',
            remedy: 'An admin ends it with "resume" in chat.',
          } as const,
        ]
      : []),
    ...(await checkAdmins(database, config, file)),
  ];
}

async function checkAdmins(
  database: Database | undefined,
  config: Config,
  file: DeskFile,
): Promise<readonly Check[]> {
  const admins = database
    ? (await createDesk(database, file, config.admins)).admins().length
    : file.people.filter((person) => person.roles.includes('msp_admin')).length + config.admins.length;
  if (admins > 0) return [];
  return [
    {
      name: 'admins',
      state: 'warning',
      message: 'nobody is an admin of this desk',
      remedy: 'Set DESK_ADMINS, or send the code that npm start prints to the bot: "/desk claim CODE".',
    },
  ];
}
