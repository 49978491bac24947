// `manifest`: writes the Slack app's manifest from the command registry and the adapter, or says whether the file is current.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slackManifestText } from '../../adapters/slack/manifest.ts';
import { COMMANDS } from '../commands/registry.ts';
import type { CliCall, ExitCode } from './command.ts';
import { MisuseError, readArguments } from './read-arguments.ts';

const FILE = join(import.meta.dirname, '../../manifest/slack.json');

export async function runManifest(call: CliCall): Promise<ExitCode> {
  const { flags, words } = readArguments(call.args, { flags: ['check'] });
  if (words[0] !== undefined) throw new MisuseError(`"${words[0].slice(0, 40)}" is one word too many.`);
  const text = currentManifest();
  const same = readManifest() === text;
  if (!flags.has('check')) {
    if (!same) writeFileSync(FILE, text);
    call.print(`manifest/slack.json ${same ? 'was current' : 'is written'}.`);
    return 0;
  }
  if (same) {
    call.print('manifest/slack.json is current.');
    return 0;
  }
  call.complain('manifest/slack.json is out of date. Run "npm run manifest".');
  return 1;
}

/** The hint shows what everybody may type; managers are whoever an approval names. */
function currentManifest(): string {
  const open = COMMANDS.filter(({ role }) => role === 'everyone' || role === 'manager');
  return slackManifestText([{ name: 'help', usage: 'help', summary: 'This list' }, ...open]);
}

function readManifest(): string | undefined {
  try {
    return readFileSync(FILE, 'utf8');
  } catch {
    return undefined;
  }
}
