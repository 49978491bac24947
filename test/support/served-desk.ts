// The desk as it is served, whatever platforms are around it: configuration by environment, a real HTTP server, SQLite in
// a file, a manual clock.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { readConfig } from '../../src/config.ts';
import type { DeskFileForm } from '../../src/desk/schema.ts';
import type { Logger } from '../../src/lib/log.ts';
import type { Planner } from '../../src/planning/planner.ts';
import { type App, createApp } from '../../src/process/app.ts';
import { connectAdapters } from '../../src/process/connect-adapters.ts';
import { createHttpServer } from '../../src/process/http-server.ts';
import { prepareParts } from '../../src/process/open-parts.ts';
import type { ManualClock } from './manual-clock.ts';

const SHIPPED = readFileSync(`${import.meta.dirname}/../../src/desk/default-desk.yaml`, 'utf8');

export interface ServedDesk {
  readonly app: App;
  readonly clock: ManualClock;
  /** Lines of the operator's log, as JSON. */
  readonly log: readonly string[];
  /** Where the database and the desk file are. */
  readonly folder: string;
  /** `http://127.0.0.1:PORT` of the public server. */
  readonly origin: string;
  /** Time passes, and what became due is done. */
  move(ms: number): Promise<void>;
  close(): Promise<void>;
}

export interface ServedDeskOptions {
  /** Makes the desk file of the shipped one. */
  readonly desk: (shipped: DeskFileForm) => DeskFileForm;
  readonly env: Readonly<Record<string, string>>;
  readonly clock: ManualClock;
  readonly planner?: Planner | undefined;
}

/** @throws Error with every problem of the configuration */
export async function raiseServedDesk(options: ServedDeskOptions): Promise<ServedDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'served-desk-'));
  const deskFile = join(folder, 'desk.yaml');
  writeFileSync(deskFile, stringify(options.desk(parse(SHIPPED) as DeskFileForm)));
  const read = readConfig({
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'desk.db')}`,
    DESK_CONFIG: deskFile,
    DESK_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    WORKFLOWS_DIR: join(folder, 'workflows'),
    ...options.env,
  });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const { clock } = options;
  const log: string[] = [];
  const prepared = await prepareParts(read.config, keptLog(log), clock);
  const connected = await connectAdapters(read.config, keptLog(log), prepared, { playground: false });
  const app = await createApp({
    ...prepared.parts,
    ...(options.planner ? { planner: options.planner } : {}),
    adapters: connected.adapters,
    ownTenant: connected.ownTenant,
  });
  connected.attach(app);
  const server = await createHttpServer({
    port: 0,
    host: '127.0.0.1',
    slack: connected.slackHandler,
    teams: connected.teamsHandler,
    ready: async () => {},
  });
  await app.start();
  return {
    app,
    clock,
    log,
    folder,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    move: async (ms) => {
      clock.advance(ms);
      await app.settle();
    },
    close: async () => {
      await app.stop();
      await closeServer(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function keptLog(lines: string[]): Logger {
  const write = (level: string) => (fields: object, message: string) => {
    lines.push(JSON.stringify({ level, ...fields, message }));
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
