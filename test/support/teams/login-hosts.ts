// Microsoft's two login hosts for tests: login.botframework.com publishes the keys that sign what Teams sends to the bot,
// login.microsoftonline.com gives the bot its token for what it sends. Real TLS, real RS256; one pair of hosts in a process,
// because botbuilder keeps the published keys for as long as the process lives.
import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { keepOnLoopback } from './loopback-only.ts';

export const APP_ID = '7b1f6a52-0c6e-4f0a-9a55-3d1a90c0de5c';
export const APP_PASSWORD = 'app-password-of-the-test-bot';
/** The bot's own tenant, the MSP's. */
export const MSP_TENANT = '11111111-1111-4111-8111-111111111111';

const BOT_FRAMEWORK = 'login.botframework.com';
const MICROSOFT = 'login.microsoftonline.com';
const ISSUER = 'https://api.botframework.com';
const SCOPE = `${ISSUER}/.default`;
const TOKEN_SECONDS = 3600;

/** `teams` signs what Teams sends; `skype` is published for another channel; `unpublished` is nobody's. */
export type KeyName = 'teams' | 'skype' | 'unpublished';

export interface Forged {
  /** Replaces claims. */
  readonly claims?: JWTPayload;
  readonly without?: 'aud' | 'exp' | 'serviceurl';
  readonly key?: KeyName;
  /** The key id in the header: by default the one of the key that signs. */
  readonly kid?: string;
}

export interface LoginHosts {
  /** What nobody of this world knows: other hosts, unknown paths. A test fails if there is any. */
  readonly strays: string[];
  /** Requests to the token endpoint. */
  readonly tokenRequests: { readonly tenant: string; readonly form: Readonly<Record<string, string>> }[];
  /** True for a token that the token endpoint gave to the bot and that holds. */
  holds(token: string): boolean;
  /** Every token given so far stops to hold, as when a secret is rotated. */
  revokeAll(): void;
  /** The token with which Teams proves itself, or one that only looks like it. */
  sign(serviceUrl: string, forged?: Forged): Promise<string>;
  /** The same claims with `alg: none` and no signature. */
  unsigned(serviceUrl: string): string;
}

let world: Promise<LoginHosts> | undefined;

/** The login hosts of this process, raised at the first call. */
export function loginHosts(): Promise<LoginHosts> {
  world ??= raise();
  return world;
}

async function raise(): Promise<LoginHosts> {
  const certificate = await generate([{ name: 'commonName', value: 'login hosts of a test' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: BOT_FRAMEWORK },
          { type: 2, value: MICROSOFT },
        ],
      },
    ],
  });
  const hosts = new Hosts();
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    hosts.handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // It lives as long as the process, and does not keep it alive.
  server.unref();
  const { port } = server.address() as AddressInfo;
  hosts.strays = keepOnLoopback([BOT_FRAMEWORK, MICROSOFT], port, certificate.cert).refused;
  return hosts;
}

class Hosts implements LoginHosts {
  strays: string[] = [];
  readonly tokenRequests: LoginHosts['tokenRequests'] = [];
  readonly #keys: Readonly<Record<KeyName, { privateKey: KeyObject; publicKey: KeyObject }>> = {
    teams: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    skype: generateKeyPairSync('rsa', { modulusLength: 2048 }),
    unpublished: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  };
  #given = new Map<string, number>();

  holds(token: string): boolean {
    return (this.#given.get(token) ?? 0) > Date.now();
  }

  revokeAll(): void {
    this.#given = new Map();
  }

  sign(serviceUrl: string, forged: Forged = {}): Promise<string> {
    const { key = 'teams', kid = key, without } = forged;
    const claims = { ...claimsFor(serviceUrl), ...forged.claims };
    if (without !== undefined) delete claims[without];
    return new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, x5t: kid })
      .sign(this.#keys[key].privateKey);
  }

  unsigned(serviceUrl: string): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ alg: 'none', typ: 'JWT', kid: 'teams' })}.${part(claimsFor(serviceUrl))}.`;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    const answer = await this.#answer(request.method ?? '', url, Buffer.concat(chunks).toString());
    if (answer === undefined) this.strays.push(`${request.method} ${url.href}`);
    const { status, body } = answer ?? { status: 404, body: {} };
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  }

  async #answer(
    method: string,
    url: URL,
    body: string,
  ): Promise<{ status: number; body: object } | undefined> {
    const ok = (answer: object) => ({ status: 200, body: answer });
    if (url.hostname === BOT_FRAMEWORK && method === 'GET') {
      if (url.pathname === '/v1/.well-known/openidconfiguration') return ok(botFrameworkConfiguration());
      return url.pathname === '/v1/.well-known/keys' ? ok({ keys: await this.#published() }) : undefined;
    }
    if (url.hostname !== MICROSOFT) return undefined;
    if (method === 'GET' && url.pathname === '/common/discovery/instance') return ok(instances());
    const [, tenant = '', rest = ''] = /^\/([^/]+)\/(.+)$/.exec(url.pathname) ?? [];
    if (method === 'GET' && rest === 'v2.0/.well-known/openid-configuration')
      return ok(tenantConfiguration(tenant));
    return method === 'POST' && rest === 'oauth2/v2.0/token' ? this.#token(tenant, body) : undefined;
  }

  #token(tenant: string, body: string): { status: number; body: object } {
    const form = Object.fromEntries(new URLSearchParams(body));
    this.tokenRequests.push({ tenant, form });
    const wrong = refusalOf(tenant, form);
    if (wrong !== undefined) return { status: 401, body: wrong };
    const token = `eyJ.${randomUUID()}.bot`;
    this.#given.set(token, Date.now() + TOKEN_SECONDS * 1000);
    const lifetime = { expires_in: TOKEN_SECONDS, ext_expires_in: TOKEN_SECONDS };
    return { status: 200, body: { token_type: 'Bearer', ...lifetime, access_token: token } };
  }

  async #published(): Promise<object[]> {
    const names = [
      { kid: 'teams', endorsements: ['msteams'] },
      { kid: 'skype', endorsements: ['skype'] },
    ] as const;
    return Promise.all(
      names.map(async ({ kid, endorsements }) => ({
        ...(await exportJWK(this.#keys[kid].publicKey)),
        use: 'sig',
        alg: 'RS256',
        kid,
        x5t: kid,
        endorsements,
      })),
    );
  }
}

function claimsFor(serviceUrl: string): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: ISSUER, aud: APP_ID, serviceurl: serviceUrl, nbf: now - 60, exp: now + TOKEN_SECONDS };
}

/** As Entra refuses a client that is not who it says. */
function refusalOf(tenant: string, form: Readonly<Record<string, string>>): object | undefined {
  const refused = (error: string, error_description: string) => ({ error, error_description });
  if (tenant !== MSP_TENANT) return refused('invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`);
  if (form.client_id !== APP_ID)
    return refused('unauthorized_client', 'AADSTS700016: Application not found.');
  if (form.client_secret !== APP_PASSWORD)
    return refused('invalid_client', 'AADSTS7000215: Invalid client secret provided.');
  if (form.grant_type !== 'client_credentials')
    return refused('unsupported_grant_type', 'AADSTS70003: not supported.');
  return form.scope?.split(' ').includes(SCOPE) === true
    ? undefined
    : refused('invalid_scope', `AADSTS70011: The scope ${form.scope} is not valid.`);
}

function botFrameworkConfiguration(): object {
  return {
    issuer: ISSUER,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `https://${BOT_FRAMEWORK}/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  };
}

function instances(): object {
  return {
    tenant_discovery_endpoint: `https://${MICROSOFT}/${MSP_TENANT}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: MICROSOFT, preferred_cache: MICROSOFT, aliases: [MICROSOFT] }],
  };
}

function tenantConfiguration(tenant: string): object {
  const at = `https://${MICROSOFT}/${tenant}`;
  return {
    issuer: `${at}/v2.0`,
    authorization_endpoint: `${at}/oauth2/v2.0/authorize`,
    token_endpoint: `${at}/oauth2/v2.0/token`,
    jwks_uri: `${at}/discovery/v2.0/keys`,
    end_session_endpoint: `${at}/oauth2/v2.0/logout`,
  };
}
