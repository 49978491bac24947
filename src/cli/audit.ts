// `audit verify` and `audit export`: checks the audit log of this desk, or a copy of one; writes a copy. Reads only.

import type { HeadFiles } from '../audit/heads.ts';
import { headFilesBeside } from '../audit/heads.ts';
import { type Checked, verifyCopy, verifyLog, writeCopy } from '../audit/log-file.ts';
import { type AuditLog, createAuditLog } from '../audit/store.ts';
import { AppError, errorText } from '../lib/errors.ts';
import type { CliCall, ExitCode } from './command.ts';
import { openReader, requireConfig } from './open-desk.ts';
import { MisuseError, onlyWord, readArguments } from './read-arguments.ts';

export async function runAudit(call: CliCall): Promise<ExitCode> {
  const { words } = readArguments(call.args);
  const [action, ...rest] = words;
  if (action === 'export') {
    const path = onlyWord(rest, 'file to write to');
    const entries = await withLog(call, (log, files) => writeCopy(log, files, path));
    call.print(`${path} holds ${counted(entries)}. Check it anywhere with "deskhand audit verify ${path}".`);
    return 0;
  }
  if (action !== 'verify') throw new MisuseError(`"audit ${action ?? ''}" is not understood.`);
  if (rest.length === 0) return tell(call, await withLog(call, verifyLog));
  return tell(call, await verifyNamed(onlyWord(rest, 'file')));
}

async function withLog<T>(call: CliCall, work: (log: AuditLog, files: HeadFiles) => Promise<T>): Promise<T> {
  const config = requireConfig(call.env);
  const database = await openReader(config);
  try {
    return await work(createAuditLog(database), headFilesBeside(config.keyFile));
  } finally {
    await database.close();
  }
}

async function verifyNamed(path: string): Promise<Checked> {
  try {
    return await verifyCopy(path);
  } catch (cause) {
    throw new AppError({ code: 'cli.file', message: `Cannot read ${path}: ${errorText(cause)}`, cause });
  }
}

function tell(call: CliCall, { verdict, heads, erased }: Checked): ExitCode {
  if (!verdict.ok) {
    call.complain(`The audit log is NOT intact. First bad entry: ${verdict.seq}: ${verdict.why}.`);
    return 1;
  }
  call.print(`The audit log is intact: ${counted(verdict.entries)}, head ${verdict.lastHash.slice(0, 16)}.`);
  call.print(
    heads > 0
      ? `${verdict.heads === 1 ? '1 signed head fits' : `${verdict.heads} signed heads fit`}.`
      : 'There are no signed heads to compare with, so a cut tail would not show.',
  );
  if (erased > 0) call.print(`The words of ${counted(erased)} were erased; their digests are in the chain.`);
  return 0;
}

function counted(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`;
}
