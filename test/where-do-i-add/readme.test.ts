// What the README says about commands and about where things are added, held against the product.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Command, CommandRole } from '../../src/inbound/commands/command.ts';
import { COMMANDS } from '../../src/inbound/commands/registry.ts';

const README = readFileSync('README.md', 'utf8');
const chapter = (title: string) => README.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const rowsOf = (title: string) =>
  chapter(title)
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);

const WHO = {
  everyone: 'everyone',
  manager: 'managers and technicians',
  technician: 'technicians',
  admin: 'admins',
} satisfies Record<CommandRole, string>;

/** As the table has it: what takes one of several words is left to `help`. */
function inTable({ name, usage, platforms }: Command): string {
  const words = `\`${usage.includes('|') ? `${name} …` : usage}\``;
  return platforms?.join() === 'teams' ? `on Teams ${words}` : words;
}

test('the table of commands is the registry', () => {
  const made = Object.entries(WHO).map(([role, who]) => {
    const commands = COMMANDS.filter((command) => command.role === role);
    return `| ${who} | ${commands.map(inTable).join(' · ')} |`;
  });
  expect(rowsOf('Commands')).toEqual(made);
});

test('"Where do I add …?" names places that exist', () => {
  const places = rowsOf('Where do I add …?').flatMap((row) => [...row.matchAll(/`([\w.-]+\/[\w./-]*)`/g)]);
  expect(places.length).toBeGreaterThan(20);
  expect(places.map(([, place = '']) => place).filter((place) => !existsSync(place))).toEqual([]);
});
