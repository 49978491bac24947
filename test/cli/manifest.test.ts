// `manifest`: what is shipped is current, and the package for Teams is the manifest and its icons, for one bot only.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { checkManifests } from '../../src/cli/manifest.ts';
import { deskhand, folderWith } from './run-deskhand.ts';

const APP_ID = '1f0e4c7a-5b1d-4a53-9d0e-2c8b6f1a7e34';
const shippedIcon = (name: string) => readFileSync(join(import.meta.dirname, '../../manifest/teams', name));

test('the manifests of both platforms are what the commands and the adapters make of them', async () => {
  const { code, out, err } = await deskhand(['manifest', '--check'], { cwd: folderWith() });
  expect(err).toBe('');
  expect(out).toContain('manifest/slack.json and manifest/teams/manifest.json are current.');
  expect(code).toBe(0);
});

test('a file that is old or missing is named', () => {
  const folder = folderWith({ 'a.json': 'new', 'b.json': 'old' });
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const terminal = { print: say, complain: say, input: () => Readable.from([]) };
  const file = (name: string) => ({ name, path: join(folder, name), text: 'new' });
  expect(checkManifests(terminal, ['a.json', 'b.json', 'c.json'].map(file))).toBe(1);
  expect(said).toEqual(['b.json', 'c.json'].map((name) => `${name} is out of date. Run "npm run manifest".`));
  expect(checkManifests(terminal, [file('a.json')])).toBe(0);
});

test.each([
  { name: 'by option', args: ['--app-id', APP_ID], env: {} },
  { name: 'by variable', args: [], env: { TEAMS_APP_ID: ` ${APP_ID.toUpperCase()} ` } },
  {
    name: 'by option before the variable',
    args: ['--app-id', APP_ID, '--out', 'deskhand-teams.zip'],
    env: { TEAMS_APP_ID: 'x' },
  },
])('the package has three files at its root, for the bot given $name', async ({ args, env }) => {
  const cwd = folderWith();
  const { code, out, err } = await deskhand(['manifest', 'teams', ...args], { cwd, env });
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toContain(`deskhand-teams.zip is written, for the bot ${APP_ID}.`);
  const files = unzipSync(readFileSync(join(cwd, 'deskhand-teams.zip')));
  expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
  const manifest = JSON.parse(Buffer.from(files['manifest.json']!).toString());
  expect([manifest.id, manifest.bots[0].botId]).toEqual([APP_ID, APP_ID]);
  for (const name of [manifest.icons.color, manifest.icons.outline])
    expect(Buffer.from(files[name]!).equals(shippedIcon(name))).toBe(true);
});

test('two packages are the same bytes, and another name, site and time zone are taken', async () => {
  const cwd = folderWith();
  const args = ['manifest', 'teams', '--app-id', APP_ID, '--site', 'https://msp.example/'];
  await deskhand([...args, '--out', 'a.zip'], { cwd, env: { TZ: 'Asia/Tokyo' } });
  await deskhand([...args, '--out', 'b.zip'], { cwd, env: { TZ: 'America/Lima' } });
  const [a, b] = ['a.zip', 'b.zip'].map((name) => readFileSync(join(cwd, name)));
  expect(a?.equals(b!)).toBe(true);
  expect(Buffer.from(unzipSync(a!)['manifest.json']!).toString()).toContain('"https://msp.example/terms"');
});

test.each([
  { name: 'no app id', args: ['teams'], code: 1, says: 'set TEAMS_APP_ID or give --app-id GUID' },
  { name: 'an app id that is none', args: ['teams', '--app-id', 'deskhand'], code: 2, says: 'not a GUID' },
  {
    name: 'the placeholder',
    args: ['teams', '--app-id', '00000000-0000-0000-0000-000000000000'],
    code: 2,
    says: 'not a GUID',
  },
  {
    name: 'a site without https',
    args: ['teams', '--app-id', APP_ID, '--site', 'http://msp.example'],
    code: 2,
    says: 'with https',
  },
  { name: 'another platform', args: ['zoom'], code: 2, says: '"zoom" is one word too many' },
  { name: 'a word too many', args: ['teams', 'now'], code: 2, says: '"now" is one word too many' },
  {
    name: 'a check of the package',
    args: ['teams', '--check'],
    code: 2,
    says: '"--check" is one word too many',
  },
  { name: 'an app id without the word', args: ['--app-id', APP_ID], code: 2, says: '"--app-id" is one word' },
])('refuses $name and writes nothing', async ({ args, code: wanted, says }) => {
  const cwd = folderWith();
  const { code, err } = await deskhand(['manifest', ...args], { cwd });
  expect(err).toContain(says);
  expect(code).toBe(wanted);
  expect(existsSync(join(cwd, 'deskhand-teams.zip'))).toBe(false);
});
