// `manifest`: writes the manifests of both platforms from the command registry and the adapters, or says whether the files
// are current; `manifest teams` packs the app that Teams takes.
import { readFileSync, writeFileSync } from 'node:fs';
import type { CliCall, ExitCode, Terminal } from './command.ts';
import { type ManifestFile, manifestFiles } from './manifest-texts.ts';
import { MisuseError, readArguments } from './read-arguments.ts';
import { packTeamsApp } from './teams-package.ts';

export async function runManifest(call: CliCall): Promise<ExitCode> {
  const { flags, values, words } = readArguments(call.args, {
    flags: ['check'],
    values: ['app-id', 'out', 'site'],
  });
  const [word, extra] = words;
  if (word === 'teams' && extra === undefined && !flags.has('check')) return packTeamsApp(call, values);
  const unfit =
    word === 'teams' ? (extra ?? '--check') : (word ?? [...values.keys()].map((name) => `--${name}`)[0]);
  if (unfit !== undefined) throw new MisuseError(`"${unfit.slice(0, 40)}" is one word too many.`);
  return flags.has('check') ? checkManifests(call, manifestFiles()) : writeManifests(call);
}

function writeManifests(call: CliCall): ExitCode {
  for (const { name, path, text } of manifestFiles()) {
    const same = readManifest(path) === text;
    if (!same) writeFileSync(path, text);
    call.print(`${name} ${same ? 'was current' : 'is written'}.`);
  }
  return 0;
}

/** Names every file that is missing or not as it should be. */
export function checkManifests(call: Terminal, files: readonly ManifestFile[]): ExitCode {
  const stale = files.filter(({ path, text }) => readManifest(path) !== text);
  for (const { name } of stale) call.complain(`${name} is out of date. Run "npm run manifest".`);
  if (stale.length > 0) return 1;
  call.print(`${files.map(({ name }) => name).join(' and ')} are current.`);
  return 0;
}

function readManifest(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
