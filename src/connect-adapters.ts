// Which chat platforms this process serves. A platform's SDK is loaded only when it is configured.

import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import type { PlaygroundPerson } from '../adapters/playground/options.ts';
import type { SlackAdapter } from '../adapters/slack/adapter.ts';
import type { App } from './app.ts';
import type { ChatAdapter, Platform } from './chat.ts';
import type { Config, SlackConfig } from './config.ts';
import type { Logger } from './lib/log.ts';
import { playgroundPeople } from './people/playground-people.ts';
import type { Prepared } from './prepare-parts.ts';

export interface Connected {
  readonly adapters: readonly ChatAdapter[];
  readonly slackHandler: RequestListener | undefined;
  /** The playground has the configured port to itself while no platform is served. */
  readonly publicPort: number;
  ownTenant(platform: Platform): string | undefined;
  playgroundUrl(): string | undefined;
  /** Gives the playground its people once the app exists. */
  attach(app: App): void;
}

const SLACK_API = 'https://slack.com/api/';
const MAX_BODY_BYTES = 1024 * 1024;

export async function connectAdapters(
  config: Config,
  log: Logger,
  prepared: Prepared,
  options: { readonly playground: boolean },
): Promise<Connected> {
  const wanted = options.playground || !config.slack;
  const slack = config.slack ? await connectSlack(config.slack, log, prepared) : undefined;
  const home = await slack?.homeTeam().catch(() => undefined);
  let people: () => Promise<readonly PlaygroundPerson[]> = async () => [];
  const playground = wanted ? await startPlayground(config, log, () => people()) : undefined;
  return {
    adapters: [...(slack ? [slack] : []), ...(playground ? [playground] : [])],
    slackHandler: config.slack?.mode === 'http' ? slack?.requestHandler : undefined,
    publicPort: config.slack ? config.port : 0,
    ownTenant: (platform) => (platform === 'slack' ? home : undefined),
    playgroundUrl: () => playground?.url,
    attach: (app) => {
      people = () => playgroundPeople(app.core);
    },
  };
}

async function startPlayground(
  config: Config,
  log: Logger,
  people: () => Promise<readonly PlaygroundPerson[]>,
) {
  const { createPlayground } = await import('../adapters/playground/create-playground.ts');
  return createPlayground({
    // Beside a chat platform the playground takes any free port: the configured one is the platform's.
    port: config.slack ? 0 : config.port,
    people,
    transcriptFile:
      config.database.kind === 'sqlite'
        ? `${config.database.path}.playground.jsonl`
        : join('data', 'playground.jsonl'),
    maxBodyBytes: MAX_BODY_BYTES,
    log,
  });
}

async function connectSlack(slack: SlackConfig, log: Logger, prepared: Prepared): Promise<SlackAdapter> {
  const { createSlackAdapter } = await import('../adapters/slack/adapter.ts');
  const { deskFile } = prepared.parts;
  const further = deskFile.slack;
  const token = async (reference: string) => readReference(prepared, reference);
  return createSlackAdapter({
    mode: slack.mode,
    apiUrl: slack.apiUrl ?? SLACK_API,
    signingSecret: slack.mode === 'http' ? slack.signingSecret : undefined,
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

/** `{{secrets.NAME}}` of the desk file, from the vault. */
async function readReference(prepared: Prepared, reference: string): Promise<string> {
  const { createVault, MSP_SCOPE } = await import('./secrets/vault.ts');
  const name = /^\{\{secrets\.([A-Za-z0-9_]+)\}\}$/.exec(reference)?.[1] ?? reference;
  return createVault(prepared.parts.database, prepared.parts.cipher).value(MSP_SCOPE, name);
}
