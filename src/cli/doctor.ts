// `doctor`: examines the configuration and says what is on, off and wrong, and what to do. It changes nothing.
import { type Config, readConfig } from '../config.ts';
import { connectProblems } from '../desk/connect-problems.ts';
import { createDesk } from '../desk/desk.ts';
import type { DeskFile } from '../desk/desk-file.ts';
import type { SandboxWorld } from '../integrations/sandbox/read-sandbox-file.ts';
import { AppError, errorText } from '../lib/errors.ts';
import { connectSystems } from '../process/connect-systems.ts';
import { deskFileInForce, loadDeskFile } from '../process/open-parts.ts';
import { openSqlite } from '../store/sqlite.ts';
import type { CliCall, ExitCode } from './command.ts';
import type { Check } from './doctor/check.ts';
import { checkDatabase } from './doctor/check-database.ts';
import { checkDesk } from './doctor/check-desk.ts';
import { checkDocuments } from './doctor/check-documents.ts';
import { checkNode, checkVariables } from './doctor/check-environment.ts';
import {
  checkEmptySandboxes,
  checkSandbox,
  checkScopes,
  checkVaultKey,
  checkWorkflows,
  type Read,
} from './doctor/check-files.ts';
import { checkMcp } from './doctor/check-mcp.ts';
import { checkModel } from './doctor/check-model.ts';
import { checkSlack } from './doctor/check-slack.ts';
import { checkTeams } from './doctor/check-teams.ts';
import { MisuseError, readArguments } from './read-arguments.ts';

export async function runDoctor(call: CliCall): Promise<ExitCode> {
  const { flags, words } = readArguments(call.args, { flags: ['json'] });
  if (words[0] !== undefined) throw new MisuseError(`"${words[0].slice(0, 40)}" is one word too many.`);
  const read = readConfig(call.env);
  const checks = [
    checkNode(process.versions.node),
    ...checkVariables(read),
    ...(read.ok ? await examine(call, read.config) : []),
  ];
  const ok = checks.every((check) => check.state !== 'wrong');
  if (flags.has('json')) call.print(JSON.stringify({ ok, checks }, null, 2));
  else for (const line of inWords(checks, ok, read.ok)) call.print(line);
  return ok ? 0 : 1;
}

async function examine(call: CliCall, config: Config): Promise<readonly Check[]> {
  const sandbox = checkSandbox(config);
  const workflows = checkWorkflows(config);
  const desk = await readDesk(call, config, sandbox.value ?? {});
  const known = desk.value;
  return [
    ...desk.checks,
    ...sandbox.checks,
    ...(known && sandbox.value ? checkEmptySandboxes(known, sandbox.value) : []),
    ...workflows.checks,
    ...(known && workflows.value ? checkScopes(known, workflows.value) : []),
    ...(await checkDatabase(config, known)),
    checkVaultKey(config),
    await checkSlack(config.slack, call.clock),
    ...(await checkTeams(config.teams, known, call.clock)),
    ...(await checkModel(config.model, known, call.clock)),
    ...(known ? await checkMcp(known) : []),
    ...(known ? await checkDocuments(config.documentsDir, known) : []),
  ];
}

async function readDesk(call: CliCall, config: Config, world: SandboxWorld): Promise<Read<DeskFile>> {
  const path = deskFileInForce(config);
  const wrong = (message: string): Check => ({
    name: 'desk file',
    state: 'wrong',
    message,
    remedy: `Correct ${path ?? 'the desk file'}.`,
  });
  try {
    const value = loadDeskFile(path);
    const problems = connectProblems(value);
    if (problems.length > 0) return { value, checks: problems.map(wrong) };
    // Systems want a database to keep the sandbox's changes in; nothing is kept of this one.
    const database = openSqlite({ path: ':memory:', use: 'server' });
    const desk = await createDesk(database, value, config.admins);
    const systems = connectSystems({ desk, database, clock: call.clock }, world);
    const checks = checkDesk(path ?? 'the shipped desk', value, systems);
    await database.close();
    return { value, checks };
  } catch (error) {
    const lines = error instanceof AppError ? error.message.split('\n') : [errorText(error)];
    const found = lines.length > 1 ? lines.slice(1).map((line) => line.trim()) : lines;
    return { value: undefined, checks: found.map(wrong) };
  }
}

const SIGNS = { on: 'on     ', off: 'off    ', warning: 'warning', wrong: 'WRONG  ' } as const;

function inWords(checks: readonly Check[], ok: boolean, complete: boolean): readonly string[] {
  const width = Math.max(...checks.map((check) => check.name.length));
  return [
    ...checks.flatMap((check) => [
      `${SIGNS[check.state]}  ${check.name.padEnd(width)}  ${check.message}`,
      ...(check.remedy === undefined ? [] : [`${' '.repeat(width + 11)}-> ${check.remedy}`]),
    ]),
    '',
    ...(complete ? [] : ['The rest is examined once every variable can be read.']),
    ok ? 'Nothing is wrong.' : 'Something is wrong; see WRONG above.',
  ];
}
