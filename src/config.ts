// Reads the environment: every variable, checked at once, by name. The only reader of process.env; never prints a value.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { nearest } from './lib/nearest.ts';
import { parseEmail } from './people/email-address.ts';
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
  TEAMS_APP_TYPE: text,
  OPENAI_BASE_URL: text,
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
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problems: readonly string[] };

export type Env = Readonly<Record<string, string | undefined>>;

/** Pure. Every problem begins with the variable's name. */
export function readConfig(env: Env): ConfigResult {
  const given = Object.fromEntries(
    Object.keys(environmentSchema.shape).map((name) => [name, env[name]?.trim() || undefined]),
  );
  const parsed = environmentSchema.safeParse(given);
  const slack = readSlack(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...slack.problems,
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  return { ok: true, config: toConfig(parsed.data, slack.config), warnings: warningsOf(env, parsed.data) };
}

/** The process's environment, with what a file `.env` in the working folder adds to it. */
export function readProcessEnv(): Env {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return { ...process.env };
}

function toConfig(env: Environment, slack: SlackConfig | undefined): Config {
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
    slack,
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
  const present = names.filter((name) => given[name] !== undefined);
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

/** Things that start-up says and goes on: parts that this version does not serve, likely slips of the pen. */
function warningsOf(env: Env, parsed: Environment): string[] {
  const known = Object.keys(environmentSchema.shape);
  const unserved = [
    ['TEAMS_', 'Microsoft Teams is'],
    ['OPENAI_', 'Language models are'],
  ].flatMap(([prefix = '', what]) => {
    const set = known.filter((name) => name.startsWith(prefix) && (env[name]?.trim() ?? '') !== '');
    return set.length === 0
      ? []
      : [`${set.join(', ')}: ${what} not served in this version, these are ignored`];
  });
  const slips = Object.keys(env)
    .filter((name) => /^(?:DESK|SLACK)_/.test(name) && !known.includes(name))
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
  return [...unserved, ...slips, ...tokens];
}
