// What the manifests of both platforms are made from: the registry's words and the version of the product.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { slackManifestText } from '../../adapters/slack/manifest.ts';
import { teamsManifestText } from '../../adapters/teams/manifest.ts';
import { isOffered } from '../inbound/commands/command.ts';
import { COMMANDS } from '../inbound/commands/registry.ts';

const ROOT = join(import.meta.dirname, '../..');
export const TEAMS_FOLDER = join(ROOT, 'manifest/teams');

export interface ManifestFile {
  /** As people know it: `manifest/slack.json`. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The text of `manifest.json` for Teams; without an app id it has the placeholder. */
export function teamsText(options: { readonly appId?: string; readonly site?: string } = {}): string {
  return teamsManifestText(COMMANDS, { ...options, version: productVersion() });
}

/** Every file that `manifest` keeps current. */
export function manifestFiles(): readonly ManifestFile[] {
  // The hint shows what everybody may type; managers are whoever an approval names.
  const open = COMMANDS.filter(
    (command) => (command.role === 'everyone' || command.role === 'manager') && isOffered(command, 'slack'),
  );
  return [
    { name: 'manifest/slack.json', text: slackManifestText(open) },
    { name: 'manifest/teams/manifest.json', text: teamsText() },
  ].map((file) => ({ ...file, path: join(ROOT, file.name) }));
}

function productVersion(): string {
  const read: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const version = typeof read === 'object' && read !== null && 'version' in read ? read.version : undefined;
  if (typeof version !== 'string') throw new Error('package.json has no version.');
  return version;
}
