// Packs the Teams app: the manifest with the bot's own app id and the two icons. Two packings of one desk are the same bytes.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { zipSync } from 'fflate';
import { NO_APP_ID } from '../../adapters/teams/manifest.ts';
import type { CliCall, ExitCode } from './command.ts';
import { TEAMS_FOLDER, teamsText } from './manifest-texts.ts';
import { MisuseError } from './read-arguments.ts';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const ICONS = ['color.png', 'outline.png'] as const;
const OUT = 'deskhand-teams.zip';

/** @param values the options `app-id`, `out` and `site` as they were typed @throws MisuseError */
export function packTeamsApp(call: CliCall, values: ReadonlyMap<string, string>): ExitCode {
  const appId = values.get('app-id') ?? call.env.TEAMS_APP_ID?.trim();
  if (!appId) {
    call.complain('The package needs the app id of your bot: set TEAMS_APP_ID or give --app-id GUID.');
    return 1;
  }
  if (!GUID.test(appId) || appId === NO_APP_ID)
    throw new MisuseError('The app id is not a GUID like 1f0e4c7a-5b1d-4a53-9d0e-2c8b6f1a7e34.');
  const site = values.get('site');
  if (site !== undefined && !(/^https:\/\//i.test(site) && URL.canParse(site) && site.length < 2000))
    throw new MisuseError('--site is the address of your pages, with https.');
  const out = values.get('out') ?? OUT;
  writeFileSync(resolve(out), zipOf(teamsText({ appId, ...(site === undefined ? {} : { site }) })));
  call.print(`${out} is written, for the bot ${appId.toLowerCase()}.`);
  call.print(
    'Upload it in the Teams admin center under "Manage apps", or in Teams under "Apps" > "Manage your apps".',
  );
  return 0;
}

/** The files stand at the root, as Teams wants it. */
function zipOf(manifest: string): Uint8Array {
  const icons = ICONS.map((name) => [name, readFileSync(join(TEAMS_FOLDER, name))] as const);
  const files = { 'manifest.json': Buffer.from(manifest), ...Object.fromEntries(icons) };
  // The first moment that a zip can hold, in the zone of this machine, as zip times are.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}
