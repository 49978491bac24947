// Serves the desk: reads the configuration, opens the database, connects what is configured, says where it listens.
// Everything that is wrong is said at once, by name, before anything starts.
import type { Server } from 'node:http';
import { createHeadWriter } from '../audit/heads.ts';
import { type Config, readConfig, readProcessEnv } from '../config.ts';
import { MINUTE_MS, systemClock } from '../lib/clock.ts';
import { errorText } from '../lib/errors.ts';
import { createLogger, type Logger } from '../lib/log.ts';
import { every } from '../lib/timers.ts';
import { createAlarm } from '../notices/alarm.ts';
import { takePostgresServerLock } from '../store/postgres-server-lock.ts';
import { makeClaimCode } from '../use-cases/desk/claim-admin.ts';
import { importDesk } from '../use-cases/desk/import-desk.ts';
import { type App, createApp } from './app.ts';
import { connectAdapters } from './connect-adapters.ts';
import { createHttpServer } from './http-server.ts';
import { createImportSocket, importSocketPath } from './import-socket.ts';
import { importedDeskFile, type Prepared, prepareParts } from './open-parts.ts';

export interface Served {
  readonly app: App;
  readonly server: Server;
  readonly playgroundUrl: string | undefined;
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

/** The process's own entry: prints for a person at a terminal, ends on SIGINT and SIGTERM. */
export async function serve(args: readonly string[]): Promise<void> {
  const read = readConfig(readProcessEnv());
  const unknown = args.filter((arg) => arg !== '--playground');
  if (unknown.length > 0) return giveUp([`Unknown option ${unknown[0]}. The only one is --playground.`]);
  if (!read.ok)
    return giveUp(['The configuration is not right:', ...read.problems.map((problem) => `  ${problem}`)]);
  const log = createLogger(read.config.logLevel);
  let served: Served;
  try {
    served = await startServing(read.config, log, { playground: args.includes('--playground') });
  } catch (error) {
    giveUp([errorText(error)]);
    // Whatever is still open must not keep a process alive that serves nobody.
    process.exit();
  }
  for (const line of [
    ...[...read.warnings, ...served.notes].map((note) => `Note: ${note}`),
    ...(await welcome(read.config, served)),
  ]) {
    process.stdout.write(`${line}\n`);
  }
  const end = () => {
    void served.stop().finally(() => process.exit(0));
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

/** Starts everything; for main, the benchmarks and the crash tests. @throws AppError that names what is wrong and the remedy */
export async function startServing(
  config: Config,
  log: Logger,
  options: { playground: boolean },
): Promise<Served> {
  const lock = await serveAlone(config, log);
  const prepared = await prepareParts(config, log, systemClock);
  const { connected, app, server } = await open(config, prepared.parts.log, prepared, options);
  const imports = await createImportSocket({
    path: importSocketPath(config),
    clock: app.core.clock,
    apply: async (text) => {
      const places = { configured: config.deskFile, imported: importedDeskFile(config) };
      const imported = await importDesk(app.core, text, places);
      if (imported.ok) await prepared.mcp.follow();
      if (imported.ok) void prepared.documents.follow();
      return imported;
    },
  });
  const probing = new AbortController();
  prepared.model?.probe(app.core, probing.signal);
  const heads = createHeadWriter(app.core.audit, prepared.headFiles);
  const writeHead = () =>
    heads.write(app.core.clock.now()).catch((error: unknown) => {
      log.error({ error: errorText(error) }, 'the audit head could not be written');
    });
  const stopHeads = every(app.core.clock, MINUTE_MS, () => void writeHead());
  return {
    app,
    server,
    playgroundUrl: connected.playgroundUrl(),
    notes: prepared.notes,
    stop: async () => {
      stopHeads();
      probing.abort();
      server.close();
      await imports.close();
      await writeHead();
      await prepared.documents.stop();
      await app.stop();
      await prepared.mcp.stop();
      await lock?.release();
    },
  };
}

/** SQLite's file has a lock of its own; on PostgreSQL a second process is refused here. */
async function serveAlone({ database }: Config, log: Logger) {
  if (database.kind === 'sqlite') return undefined;
  return takePostgresServerLock(database.url, () => {
    log.error(
      {},
      'the connection that makes this the serving process was lost; stopping, so that two never serve',
    );
    process.exit(1);
  });
}

/** The app with its server, started; a start that fails closes the database again. */
async function open(config: Config, log: Logger, prepared: Prepared, options: { playground: boolean }) {
  let close = () => prepared.parts.database.close();
  try {
    const connected = await connectAdapters(config, log, prepared, options);
    const { adapters, ownTenant } = connected;
    const app = await createApp({ ...prepared.parts, adapters, ownTenant });
    close = () => app.stop();
    connected.attach(app);
    const server = await createHttpServer({
      port: connected.publicPort,
      host: config.slack?.mode === 'http' || config.teams ? undefined : '127.0.0.1',
      slack: connected.slackHandler,
      teams: connected.teamsHandler,
      ready: () => prepared.parts.database.read(function* () {}),
    });
    close = async () => {
      server.close();
      await prepared.documents.stop();
      await app.stop();
      await prepared.mcp.stop();
    };
    // Before anything runs: a plan whose time has come must find its tools, though their servers are not connected yet.
    await prepared.mcp.start(app.core, createAlarm(app.core));
    await prepared.documents.start(app.core);
    await app.start();
    return { connected, app, server };
  } catch (error) {
    await close();
    throw error;
  }
}

async function welcome(config: Config, served: Served): Promise<readonly string[]> {
  const { core } = served.app;
  const lines = [`Deskhand serves ${core.desk.desk.msp.name} with ${core.desk.desk.clients.length} clients.`];
  if (config.slack) lines.push(`Slack: connected (${config.slack.mode}).`);
  if (config.teams) lines.push('Microsoft Teams: listening on /api/messages.');
  if (config.model) lines.push(`Language model: ${config.model.model}; "deskhand doctor" tries it.`);
  if (served.playgroundUrl) {
    lines.push(
      '',
      `Playground: ${served.playgroundUrl}`,
      'Made-up companies; nothing real is touched. Press Ctrl+C to stop.',
    );
  }
  const code = await makeClaimCode(core);
  if (code)
    lines.push(
      '',
      `This desk has no admin yet. Send "/desk claim ${code}" to the bot to become the first one.`,
    );
  return lines;
}

function giveUp(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
