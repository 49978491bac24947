// Reads the environment: every variable, checked at once, by name. The only reader of process.env; never prints a value.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { parseEmail } from './lib/email-address.ts';
import { lookUp } from './lib/look-up.ts';
import { nearest } from './lib/nearest.ts';
import type { ModelConfig } from './model/client.ts';
import { isUsableSecretKey } from './secrets/vault-key.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const text = z.string().optional();
const url = z
  .string()
  .refine(
    (value) => /^https?:\/\//i.test(value) && URL.canParse(value),
    'must be an address with http or https',
  )
  .optional();

/** Every variable that Deskhand reads, in the order of .env.example. Empty is the same as absent. */
export const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(3978),
  DATABASE_URL: z
    .string()
    .regex(/^(?:file:.*[^/]$|postgres(?:ql)?:\/\/.)/s, 'must be file:PATH or postgres://...')
    .default('file:./data/deskhand.db'),
  DESK_CONFIG: text,
  DESK_ADMINS: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim().toLowerCase()))
    .refine((entries) => entries.every((entry) => parseEmail(entry) !== undefined), {
      message: 'must be e-mail addresses with commas between them',
    })
    .default([]),
  DESK_SECRET_KEY: z
    .string()
    .refine(
      isUsableSecretKey,
      'must be 32 bytes as base64 or hex (`openssl rand -base64 32`), or a passphrase of at least 16 characters',
    )
    .optional(),
  SANDBOX_FILE: text,
  WORKFLOWS_DIR: z.string().default('./workflows'),
  DOCUMENTS_DIR: z.string().default('./documents'),
  LOG_LEVEL: z
    .string()
    .toLowerCase()
    .pipe(z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`))
    .default('info'),
  SLACK_MODE: z.enum(['socket', 'http'], 'must be socket or http').optional(),
  SLACK_API_URL: url,
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  TEAMS_APP_ID: text,
  TEAMS_APP_PASSWORD: text,
  TEAMS_TENANT_ID: text,
  TEAMS_APP_TYPE: z
    .enum(
      ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'],
      'must be SingleTenant, MultiTenant or UserAssignedMSI',
    )
    .default('SingleTenant'),
  OPENAI_BASE_URL: url,
  OPENAI_API_KEY: text,
  OPENAI_MODEL: text,
});

type Environment = z.output<typeof environmentSchema>;

export type SlackConfig = {
  readonly botToken: string;
  /** Absent: Slack itself. */
  readonly apiUrl?: string | undefined;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string }
);

/** The password is absent for a managed identity only, the tenant for the multi-tenant type only. */
export interface TeamsConfig {
  readonly appId: string;
  readonly appPassword?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly appType: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
}

export interface Config {
  /** 0: any free one. */
  readonly port: number;
  readonly database:
    | { readonly kind: 'sqlite'; readonly path: string }
    | { readonly kind: 'postgres'; readonly url: string };
  /** Absent: the desk that is shipped. */
  readonly deskFile?: string | undefined;
  /** E-mail addresses in lower case. */
  readonly admins: readonly string[];
  readonly secretKey?: string | undefined;
  /** Where the vault's key is kept without `secretKey`. */
  readonly keyFile: string;
  /** Absent: the sandbox that is shipped. */
  readonly sandboxFile?: string | undefined;
  readonly workflowsDir: string;
  readonly documentsDir: string;
  readonly logLevel: (typeof LEVELS)[number];
  /** Absent: off. */
  readonly slack?: SlackConfig | undefined;
  /** Absent: off. */
  readonly teams?: TeamsConfig | undefined;
  /** Absent: the embedded planner alone. */
  readonly model?: ModelConfig | undefined;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Env = Readonly<Record<string, string | undefined>>;

/** Pure. Every problem begins with the variable's name. */
export function readConfig(env: Env): ConfigResult {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [name, lookUp(env, name)?.trim() || undefined]),
  );
  const parsed = environmentSchema.safeParse(given);
  const slack = readSlack(given);
  const teams = readTeams(given);
  const model = readModel(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...slack.problems,
    ...teams.problems,
    ...model.problems,
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    config: toConfig(parsed.data, { slack: slack.config, teams: teams.config, model: model.config }),
    warnings: warningsOf(env, parsed.data),
  };
}

/** The process's environment, with what a file `.env` in the working folder adds to it. */
export function readProcessEnv(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return { ...process.env };
}

function toConfig(env: Environment, services: Pick<Config, 'slack' | 'teams' | 'model'>): Config {
  const database = readDatabase(env.DATABASE_URL);
  return {
    port: env.PORT,
    database,
    deskFile: env.DESK_CONFIG,
    admins: env.DESK_ADMINS,
    secretKey: env.DESK_SECRET_KEY,
    keyFile: join(database.kind === 'sqlite' ? dirname(database.path) : './data', 'deskhand.key'),
    sandboxFile: env.SANDBOX_FILE,
    workflowsDir: env.WORKFLOWS_DIR,
    documentsDir: env.DOCUMENTS_DIR,
    logLevel: env.LOG_LEVEL,
    ...services,
  };
}

/** `file:./a.db`, `file:/a.db` and `file:///a.db` name a path; nothing in it is decoded. */
function readDatabase(address: string): Config['database'] {
  if (!address.startsWith('file:')) return { kind: 'postgres', url: address };
  return { kind: 'sqlite', path: address.slice('file:'.length).replace(/^\/\/(?=\/)/, '') };
}

/**
 * On when complete, off when nothing of it is set, a problem in between. In http mode the signing secret is what proves
 * that Slack is calling, so an empty one never means "no proof".
 */
function readSlack(given: Env): {
  readonly config?: SlackConfig;
  readonly problems: readonly string[];
} {
  const names = Object.keys(environmentSchema.shape).filter((name) => name.startsWith('SLACK_'));
  const present = names.filter((name) => lookUp(given, name) !== undefined);
  if (present.length === 0) return { problems: [] };
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  const apiUrl = given.SLACK_API_URL;
  const set = present.join(', ');
  const problems: string[] = [];
  if (botToken === undefined) problems.push(`SLACK_BOT_TOKEN: is missing, while ${set} is set`);
  if (given.SLACK_MODE === 'http') {
    if (signingSecret === undefined)
      problems.push('SLACK_SIGNING_SECRET: is missing or empty, SLACK_MODE=http cannot run without it');
    if (botToken === undefined || signingSecret === undefined) return { problems };
    return { config: { mode: 'http', botToken, signingSecret, apiUrl }, problems };
  }
  if (appToken === undefined)
    problems.push(`SLACK_APP_TOKEN: is missing, while ${set} is set (or set SLACK_MODE=http)`);
  if (botToken === undefined || appToken === undefined) return { problems };
  return { config: { mode: 'socket', botToken, appToken, apiUrl }, problems };
}

/** An empty app id would switch the SDK's authentication off, so Teams is on when complete and a problem in between. */
function readTeams(given: Env): { readonly config?: TeamsConfig; readonly problems: readonly string[] } {
  const {
    TEAMS_APP_ID: appId,
    TEAMS_APP_PASSWORD: appPassword,
    TEAMS_TENANT_ID: tenantId,
    TEAMS_APP_TYPE: type,
  } = given;
  const appType = environmentSchema.shape.TEAMS_APP_TYPE.safeParse(type).data ?? 'SingleTenant';
  const present = ['TEAMS_APP_ID', 'TEAMS_APP_PASSWORD', 'TEAMS_TENANT_ID'].filter((name) =>
    lookUp(given, name),
  );
  if (present.length === 0) return { problems: [] };
  const set = present.join(', ');
  const missing = (name: string) => `${name}: is missing, while ${set} is set`;
  const problems: string[] = [];
  if (appId === undefined) problems.push(missing('TEAMS_APP_ID'));
  if (appPassword === undefined && appType !== 'UserAssignedMSI')
    problems.push(missing('TEAMS_APP_PASSWORD'));
  if (tenantId === undefined && appType !== 'MultiTenant') problems.push(missing('TEAMS_TENANT_ID'));
  if (appId === undefined || problems.length > 0) return { problems };
  return { config: { appId, appPassword, tenantId, appType }, problems };
}

const OPENAI = 'https://api.openai.com/v1';

/** A model is on when it has a name; OpenAI itself needs a key as well. */
function readModel(given: Env): { readonly config?: ModelConfig; readonly problems: readonly string[] } {
  const { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: apiKey, OPENAI_MODEL: model } = given;
  const present = ['OPENAI_BASE_URL', 'OPENAI_API_KEY', 'OPENAI_MODEL'].filter((name) => lookUp(given, name));
  if (present.length === 0) return { problems: [] };
  if (model === undefined)
    return { problems: [`OPENAI_MODEL: is missing, while ${present.join(', ')} is set`] };
  if (apiKey === undefined && baseUrl === undefined)
    return { problems: ['OPENAI_API_KEY: is missing (or set OPENAI_BASE_URL to a server that needs none)'] };
  return { config: { baseUrl: baseUrl ?? OPENAI, apiKey, model }, problems: [] };
}

/** Things that start-up says and goes on: likely slips of the pen. */
function warningsOf(env: Env, parsed: Environment): string[] {
  const known = Object.keys(environmentSchema.shape);
  const slips = Object.keys(env)
    .filter((name) => /^(?:DESK|SLACK|TEAMS|OPENAI)_/.test(name) && !known.includes(name))
    .flatMap((name) => {
      const guess = nearest(name, known);
      return guess === undefined ? [] : [`${name}: not a variable of Deskhand, did you mean ${guess}?`];
    });
  const prefixes = [
    ['SLACK_BOT_TOKEN', parsed.SLACK_BOT_TOKEN, 'xoxb-'],
    ['SLACK_APP_TOKEN', parsed.SLACK_APP_TOKEN, 'xapp-'],
  ] as const;
  const tokens = prefixes
    .filter(([, value, prefix]) => value !== undefined && !value.startsWith(prefix))
    .map(([name, , prefix]) => `${name}: does not begin with ${prefix}, check that it is the right token`);
  return [...slips, ...tokens];
}
