// The doctor's look at Microsoft Teams: whether Microsoft's login gives the bot a token, and which tenants are listed. It asks
// once, sends nothing else and never shows the secret or the token.
import { z } from 'zod';
import type { TeamsConfig } from '../../config.ts';
import type { DeskFile } from '../../desk/desk-file.ts';
import type { Clock } from '../../lib/clock.ts';
import { errorText } from '../../lib/errors.ts';
import { deadline } from '../../lib/timers.ts';
import type { Check } from './check.ts';

const TIMEOUT_MS = 5000;
const LOGIN = 'https://login.microsoftonline.com';
/** Where multi-tenant bots get their tokens. */
const BOT_FRAMEWORK_TENANT = 'botframework.com';
const SCOPE = 'https://api.botframework.com/.default';
const name = 'teams';

const answerSchema = z.object({
  access_token: z.string().optional(),
  error: z.string().optional(),
  error_codes: z.array(z.number()).default([]),
});

/** Source: learn.microsoft.com/entra/identity-platform/reference-error-codes */
const REFUSALS: ReadonlyMap<number, readonly [what: string, remedy: string]> = new Map([
  [
    700016,
    ['TEAMS_APP_ID is no app of this tenant', 'Copy the application (client) id of the app registration.'],
  ],
  [7000215, ['TEAMS_APP_PASSWORD is not right', "Copy the client secret's value, not its id."]],
  [7000222, ['TEAMS_APP_PASSWORD has expired', 'Make a new client secret for the app registration.']],
  [90002, ['TEAMS_TENANT_ID is no tenant', 'Copy the directory (tenant) id of the app registration.']],
  [900023, ['TEAMS_TENANT_ID is no tenant', 'Copy the directory (tenant) id of the app registration.']],
]);

/** @param login the host of Microsoft's login, without a slash at its end */
export async function checkTeams(
  teams: TeamsConfig | undefined,
  desk: DeskFile | undefined,
  clock: Clock,
  login = LOGIN,
): Promise<readonly Check[]> {
  if (!teams) return [{ name, state: 'off', message: 'no TEAMS_ variable is set' }];
  const listed = [
    ...(desk?.msp.teamsTenants ?? []),
    ...(desk?.clients ?? []).flatMap((client) => client.teamsTenants),
  ];
  const tenants: Check[] =
    listed.length > 0
      ? []
      : [
          {
            name,
            state: 'warning',
            message:
              'the desk file lists no tenant, so people of the own tenant alone are let in, as strangers',
            remedy: 'Add msp.teams_tenants and clients[].teams_tenants.',
          },
        ];
  return [await askForToken(teams, clock, login), ...tenants];
}

async function askForToken(teams: TeamsConfig, clock: Clock, login: string): Promise<Check> {
  const { appType, appId, appPassword } = teams;
  if (appPassword === undefined)
    return { name, state: 'on', message: `${appType}, which can be tried on its own machine in Azure only` };
  const tenant = appType === 'MultiTenant' ? BOT_FRAMEWORK_TENANT : (teams.tenantId ?? '');
  using time = deadline(clock, TIMEOUT_MS);
  try {
    const response = await fetch(`${login}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: appPassword,
        scope: SCOPE,
      }),
      redirect: 'error',
      signal: time.signal,
    });
    const answer = answerSchema.parse(await response.json());
    if (answer.access_token !== undefined)
      return { name, state: 'on', message: `${appType}, tenant ${tenant}` };
    const known = answer.error_codes.map((code) => REFUSALS.get(code)).find((found) => found !== undefined);
    const [what, remedy] = known ?? [
      `Microsoft's login refuses the bot (${answer.error ?? response.status})`,
      'Check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID.',
    ];
    return { name, state: 'wrong', message: what, remedy };
  } catch (error) {
    const unread = error instanceof z.ZodError || error instanceof SyntaxError;
    const why = unread ? 'its answer is no answer of a login' : errorText(error);
    const message = `${new URL(login).host} cannot be asked: ${why}`;
    return { name, state: 'wrong', message, remedy: 'Check the network and a proxy.' };
  }
}
