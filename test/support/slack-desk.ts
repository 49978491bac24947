// The desk as it is served, with Slack around it: configuration by environment, real HTTP server or Socket Mode, SQLite
// in a file, a manual clock. People act through signed payloads and see what stands in their conversations.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { connectAdapters } from '../../src/connect-adapters.ts';
import { createHttpServer } from '../../src/http-server.ts';
import type { Logger } from '../../src/lib/log.ts';
import type { DeskFileForm } from '../../src/people/desk-file-schema.ts';
import type { Planner } from '../../src/planning/planner.ts';
import { prepareParts } from '../../src/prepare-parts.ts';
import { manifestScopes } from '../adapters/slack/slack-stage.ts';
import { ManualClock } from './manual-clock.ts';
import { SIGNING_SECRET } from './slack-client.ts';
import { SLACK_PEOPLE } from './slack-people.ts';
import { SlackRoom } from './slack-room.ts';
import { APP_TOKEN, SlackSocket } from './slack-socket.ts';
import { httpTransport, SocketTransport } from './slack-transport.ts';
import { BOT_TOKEN, type SlackWeb, startSlackWeb } from './slack-web.ts';

export type SlackMode = 'http' | 'socket';
export const MODES: readonly SlackMode[] = ['http', 'socket'];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SHIPPED = readFileSync(`${import.meta.dirname}/../../src/people/default-desk.yaml`, 'utf8');

export interface SlackDeskOptions {
  /** Changes the shipped desk before it is written as the desk file. */
  readonly desk?: (desk: DeskFileForm, web: SlackWeb) => DeskFileForm;
  readonly planner?: Planner;
  /** Further variables of the environment. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface SlackDesk extends SlackRoom {
  readonly app: App;
  readonly clock: ManualClock;
  /** Lines of the operator's log, as JSON. */
  readonly log: readonly string[];
  /** Where the database and the desk file are. */
  readonly folder: string;
  /** Of POST /slack/events. */
  readonly url: string;
  /** Time passes, and what became due is done. */
  move(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The shipped desk with this workspace listed for the MSP and all its clients. */
function deskFor(team: string): DeskFileForm {
  const desk = parse(SHIPPED) as DeskFileForm;
  return {
    ...desk,
    msp: { ...desk.msp, slack_teams: [team] },
    people: desk.people?.map((person) =>
      person.name === 'Lee Park' ? { ...person, email: 'lee.park@north-msp.example' } : person,
    ),
    clients: desk.clients?.map((client) => ({ ...client, slack_teams: [team] })),
  };
}

export function keptLog(lines: string[]): Logger {
  const write = (level: string) => (fields: object, message: string) => {
    lines.push(JSON.stringify({ level, ...fields, message }));
  };
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

export async function raiseSlackDesk(mode: SlackMode, options: SlackDeskOptions = {}): Promise<SlackDesk> {
  const web = await startSlackWeb(manifestScopes(), SLACK_PEOPLE);
  const socket = await SlackSocket.start(web);
  const folder = mkdtempSync(join(tmpdir(), 'slack-desk-'));
  const deskFile = join(folder, 'desk.yaml');
  writeFileSync(deskFile, stringify((options.desk ?? ((desk) => desk))(deskFor(web.team), web)));
  const read = readConfig({
    PORT: '0',
    DATABASE_URL: `file:${join(folder, 'desk.db')}`,
    DESK_CONFIG: deskFile,
    DESK_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    WORKFLOWS_DIR: join(folder, 'workflows'),
    SLACK_MODE: mode,
    SLACK_API_URL: web.apiUrl,
    SLACK_BOT_TOKEN: BOT_TOKEN,
    ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN }),
    ...options.env,
  });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const lines: string[] = [];
  const log = keptLog(lines);
  const clock = new ManualClock();
  const prepared = await prepareParts(read.config, log, clock);
  const connected = await connectAdapters(read.config, log, prepared, { playground: false });
  const app = await createApp({
    ...prepared.parts,
    ...(options.planner ? { planner: options.planner } : {}),
    adapters: connected.adapters,
    ownTenant: connected.ownTenant,
  });
  const server = await createHttpServer({
    port: 0,
    host: '127.0.0.1',
    slack: connected.slackHandler,
    ready: async () => {},
  });
  await app.start();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const transport = mode === 'http' ? httpTransport(url) : new SocketTransport(socket);
  const room = new SlackRoom(web, transport, () => app.settle());
  return Object.assign(room, {
    app,
    clock,
    log: lines,
    folder,
    url,
    move: async (ms: number) => {
      clock.advance(ms);
      await app.settle();
    },
    close: async () => {
      await app.stop();
      await closeServer(server);
      await socket.stop();
      await web.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  });
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
