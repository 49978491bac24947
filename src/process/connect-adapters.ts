// Which chat platforms this process serves. A platform's SDK is loaded only when it is configured.

import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { PlaygroundPerson } from '../../adapters/playground/options.ts';
import type { SlackAdapter } from '../../adapters/slack/adapter.ts';
import type { TeamsAdapter } from '../../adapters/teams/adapter.ts';
import type { ChatAdapter, Platform } from '../chat.ts';
import type { Config, SlackConfig, TeamsConfig } from '../config.ts';
import { boundedMap } from '../lib/bounded-map.ts';
import { type Clock, HOUR_MS } from '../lib/clock.ts';
import type { Logger } from '../lib/log.ts';
import { createConversationStore } from '../outbox/conversations.ts';
import { noteRefusedTenant } from '../use-cases/desk/note-installation.ts';
import type { App } from './app.ts';
import type { Prepared } from './open-parts.ts';
import { playgroundPeople } from './playground-people.ts';

export interface Connected {
  readonly adapters: readonly ChatAdapter[];
  readonly slackHandler: RequestListener | undefined;
  readonly teamsHandler: RequestListener | undefined;
  /** The playground has the configured port to itself while no platform is served. */
  readonly publicPort: number;
  ownTenant(platform: Platform): string | undefined;
  playgroundUrl(): string | undefined;
  /** Gives the playground its people once the app exists. */
  attach(app: App): void;
}

const SLACK_API = 'https://slack.com/api/';
const MAX_BODY_BYTES = 1024 * 1024;
const MOST_TOLD = 1000;

export async function connectAdapters(
  config: Config,
  log: Logger,
  prepared: Prepared,
  options: { readonly playground: boolean },
): Promise<Connected> {
  const wanted = options.playground || !(config.slack || config.teams);
  const slack = config.slack ? await connectSlack(config.slack, log, prepared) : undefined;
  const home = await slack?.homeTeam().catch(() => undefined);
  const teams = config.teams ? await connectTeams(config.teams, log, prepared, () => app) : undefined;
  const ownTenants: Readonly<Record<Platform, string | undefined>> = {
    slack: home,
    teams: config.teams?.tenantId,
    playground: undefined,
  };
  let app: App | undefined;
  let people: () => Promise<readonly PlaygroundPerson[]> = async () => [];
  const playground = wanted
    ? await startPlayground(config, log, prepared.parts.clock, () => people())
    : undefined;
  return {
    adapters: [...(slack ? [slack] : []), ...(teams ? [teams] : []), ...(playground ? [playground] : [])],
    slackHandler: config.slack?.mode === 'http' ? slack?.requestHandler : undefined,
    teamsHandler: teams?.requestHandler,
    publicPort: config.slack || config.teams ? config.port : 0,
    ownTenant: (platform) => ownTenants[platform],
    playgroundUrl: () => playground?.url,
    attach: (made) => {
      app = made;
      people = () => playgroundPeople(made.core);
    },
  };
}

async function startPlayground(
  config: Config,
  log: Logger,
  clock: Clock,
  people: () => Promise<readonly PlaygroundPerson[]>,
) {
  const { createPlayground } = await import('../../adapters/playground/create-playground.ts');
  return createPlayground({
    // Beside a chat platform the playground takes any free port: the configured one is the platform's.
    port: config.slack || config.teams ? 0 : config.port,
    people,
    transcriptFile:
      config.database.kind === 'sqlite'
        ? `${config.database.path}.playground.jsonl`
        : join('data', 'playground.jsonl'),
    maxBodyBytes: MAX_BODY_BYTES,
    clock,
    log,
  });
}

async function connectSlack(slack: SlackConfig, log: Logger, prepared: Prepared): Promise<SlackAdapter> {
  const { createSlackAdapter } = await import('../../adapters/slack/adapter.ts');
  const { deskFile, clock } = prepared.parts;
  const further = deskFile.slack;
  const token = async (reference: string) => readReference(prepared, reference);
  return createSlackAdapter({
    mode: slack.mode,
    apiUrl: slack.apiUrl ?? SLACK_API,
    signingSecret: slack.mode === 'http' ? slack.signingSecret : undefined,
    clock,
    log,
    installations: {
      first: { botToken: slack.botToken, appToken: slack.mode === 'socket' ? slack.appToken : undefined },
      find: async (team) => {
        const own = further.find((entry) => entry.team === team);
        return own && { botToken: await token(own.botToken) };
      },
      appTokens:
        slack.mode === 'socket'
          ? await Promise.all(further.flatMap((entry) => entry.appToken ?? []).map(token))
          : [],
    },
  });
}

/** @param app once it exists: which tenants are served is asked of the desk as it is at that moment */
async function connectTeams(
  teams: TeamsConfig,
  log: Logger,
  { parts }: Prepared,
  app: () => App | undefined,
): Promise<TeamsAdapter> {
  const { createTeamsAdapter } = await import('../../adapters/teams/adapter.ts');
  const stored = createConversationStore(parts.database, 'teams');
  return createTeamsAdapter({
    ...teams,
    log,
    clock: parts.clock,
    knowsTenant: (tenant) => {
      const desk = app()?.core.desk.desk ?? parts.deskFile;
      const listed = [...desk.msp.teamsTenants, ...desk.clients.flatMap((client) => client.teamsTenants)];
      return tenant === teams.tenantId || listed.includes(tenant);
    },
    onRefused: oncePerHour(parts.clock, (tenant) => refuseTenant(app(), tenant)),
    conversations: {
      all: async () =>
        (await stored.all()).map(({ reference, ...conversation }) => ({
          ...conversation,
          memberId: reference.memberId === undefined ? undefined : String(reference.memberId),
          serviceUrl: String(reference.serviceUrl),
          botId: String(reference.botId),
          greeted: reference.greeted === true,
        })),
      save: ({ memberId, serviceUrl, botId, greeted, ...conversation }) => {
        const reference = { serviceUrl, botId, greeted, ...(memberId === undefined ? {} : { memberId }) };
        return stored.save({ ...conversation, reference }, parts.clock.now());
      },
    },
  });
}

/** Whoever is refused must not be able to fill the log. */
function oncePerHour(clock: Clock, tell: (what: string) => void): (what: string) => void {
  const told = boundedMap<number>(MOST_TOLD);
  return (what) => {
    const now = clock.now().getTime();
    if (now - (told.get(what) ?? -HOUR_MS) < HOUR_MS) return;
    told.set(what, now);
    tell(what);
  };
}

/** Best effort: a refusal must not fail because it could not be written down. */
function refuseTenant(app: App | undefined, tenant: string): void {
  if (app) noteRefusedTenant(app.core, tenant).catch(() => undefined);
}

/** `{{secrets.NAME}}` of the desk file, from the vault. */
async function readReference(prepared: Prepared, reference: string): Promise<string> {
  const { createVault, MSP_SCOPE } = await import('../secrets/vault.ts');
  const name = /^\{\{secrets\.([A-Za-z0-9_]+)\}\}$/.exec(reference)?.[1] ?? reference;
  return createVault(prepared.parts.database, prepared.parts.cipher).value(MSP_SCOPE, name);
}
