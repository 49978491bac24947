// The secrets that stand in the environment, for the redactor. It never prints or stores one.
import type { Config } from '../config.ts';

export function secretsOfConfig(config: Config): readonly string[] {
  const { slack, teams, model, database, secretKey } = config;
  return [
    secretKey,
    slack?.botToken,
    slack?.mode === 'socket' ? slack.appToken : slack?.signingSecret,
    teams?.appPassword,
    model?.apiKey,
    ...(database.kind === 'postgres' ? passwordsOf(database.url) : []),
  ].flatMap((secret) => secret ?? []);
}

/** As it stands in the address and as it is sent. */
function passwordsOf(address: string): readonly string[] {
  if (!URL.canParse(address)) return [];
  const { password } = new URL(address);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
