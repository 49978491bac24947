// The Teams manifest is what Microsoft's own schema takes, within its limits, and says what the registry says.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Draft04 from 'ajv-draft-04';
import { describe, expect, it } from 'vitest';
import { NO_APP_ID, teamsManifest } from '../../../adapters/teams/manifest.ts';
import { COMMANDS } from '../../../src/inbound/commands/registry.ts';

interface Entry {
  title: string;
  description: string;
  type: string;
  prompt?: string;
}
interface Manifest {
  $schema: string;
  manifestVersion: string;
  version: string;
  id: string;
  accentColor: string;
  developer: Record<string, string>;
  icons: Record<string, string>;
  validDomains: string[];
  bots: {
    botId: string;
    scopes: string[];
    supportsFiles: boolean;
    supportsTargetedMessages?: boolean;
    commandLists: { scopes: string[]; triggers: string[]; commands: Entry[] }[];
  }[];
}

const folder = new URL('../../../manifest/teams/', import.meta.url);
const APP_ID = '1F0E4C7A-5b1d-4a53-9d0e-2c8b6f1a7e34';
const made = (options = {}) => teamsManifest(COMMANDS, { version: '1.2.3', ...options }) as Manifest;
const shipped = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;
const bot = made().bots[0]!;
const listOf = (scope: string) => bot.commandLists.find(({ scopes }) => scopes.includes(scope))!;

const require = createRequire(import.meta.url);
const schema = require('@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json');
const fits = new Draft04.default({ strict: false, allErrors: true })
  .addFormat('uri', URL.canParse)
  .compile(schema);

describe('Microsoft’s schema', () => {
  it.each([
    { name: 'with an app id', manifest: made({ appId: APP_ID, site: 'https://msp.example/desk/' }) },
    { name: 'with the placeholder', manifest: made() },
    { name: 'as it is shipped', manifest: shipped },
  ])('takes it $name', ({ manifest }) => {
    fits(manifest);
    expect(fits.errors).toBeNull();
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
  });

  it.each<{ name: string; spoil: (manifest: Manifest) => unknown }>([
    { name: 'another version', spoil: (m) => ({ ...m, manifestVersion: '1.29' }) },
    { name: 'no GUID', spoil: (m) => ({ ...m, id: 'deskhand' }) },
    { name: 'a colour by name', spoil: (m) => ({ ...m, accentColor: 'blue' }) },
    { name: 'an unknown word', spoil: (m) => ({ ...m, packageName: 'x' }) },
    { name: 'no icons', spoil: ({ icons: _, ...m }) => m },
    { name: 'an unknown scope', spoil: (m) => ({ ...m, bots: [{ ...bot, scopes: ['group'] }] }) },
    {
      name: '13 commands',
      spoil: (m) => ({
        ...m,
        bots: [{ ...bot, commandLists: [{ scopes: ['team'], commands: Array(13).fill({ title: 'x' }) }] }],
      }),
    },
  ])('refuses it with $name', ({ spoil }) => {
    expect(fits(spoil(made()))).toBe(false);
  });
});

describe('the menu', () => {
  it('has one list for each scope of the bot, with at most 12 words of few characters', () => {
    expect(bot.commandLists.flatMap(({ scopes }) => scopes)).toEqual(bot.scopes);
    expect(bot.scopes).toEqual(['personal', 'team', 'groupChat']);
    for (const { commands } of bot.commandLists) {
      expect(commands.length).toBeLessThanOrEqual(12);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      for (const { title, description } of commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  it('offers prompts where people talk to it alone, and "/" where others read', () => {
    const prompts = listOf('personal').commands.filter(({ type }) => type === 'prompt');
    expect(prompts).toContainEqual(expect.objectContaining({ title: 'Reset my password' }));
    for (const { prompt } of prompts) expect(prompt).toMatch(/\S/);
    expect(listOf('personal').triggers).toEqual(['mention']);
    for (const scope of ['team', 'groupChat']) {
      expect(listOf(scope).triggers).toContain('slash');
      expect(listOf(scope).commands.every(({ type }) => type === 'basic')).toBe(true);
    }
    // Microsoft: required for slash commands.
    expect(bot.supportsTargetedMessages).toBe(true);
  });

  it('has words of the registry only, for everyone and for technicians, none for admins alone', () => {
    for (const { commands } of bot.commandLists) {
      for (const { title, description } of commands.filter(({ type }) => type === 'basic')) {
        const word = COMMANDS.find(({ name }) => name === title);
        expect(word, title).toBeDefined();
        expect(description).toContain(word?.summary);
        expect(['everyone', 'manager', 'technician']).toContain(word?.role);
      }
    }
    expect(() => teamsManifest([], { version: '1.0.0' })).toThrow('"help", which is no command');
  });
});

it('is for the one bot, which takes no files', () => {
  const manifest = made({ appId: APP_ID, site: 'https://msp.example/desk/' });
  expect([manifest.id, manifest.bots[0]?.botId]).toEqual([APP_ID.toLowerCase(), APP_ID.toLowerCase()]);
  expect(manifest.developer).toMatchObject({
    websiteUrl: 'https://msp.example/desk',
    privacyUrl: 'https://msp.example/desk/privacy',
  });
  expect(bot.supportsFiles).toBe(false);
  expect(manifest.validDomains).toEqual([]);
  expect(shipped.id).toBe(NO_APP_ID);
});

describe('icons', () => {
  const { icons } = shipped;
  const png = (name: string) => readFileSync(new URL(name, folder));
  // Width and height stand at 16 and 20 of a PNG, the kind of colour at 25: 2 is without transparency, 6 with it.
  const factsOf = (file: Buffer) => [file.readUInt32BE(16), file.readUInt32BE(20), file.readUInt8(25)];

  it('have the sizes that Teams wants, and only the outline is transparent', () => {
    expect(factsOf(png(icons.color ?? ''))).toEqual([192, 192, 2]);
    expect(factsOf(png(icons.outline ?? ''))).toEqual([32, 32, 6]);
  });
});
