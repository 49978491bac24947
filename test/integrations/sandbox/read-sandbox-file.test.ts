import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultDeskFile } from '../../../src/desk/default.ts';
import { readSandboxFile } from '../../../src/integrations/sandbox/read-sandbox-file.ts';
import { AppError } from '../../../src/lib/errors.ts';
import type { Directory } from '../../../src/ports/directory.ts';
import { raiseSandbox } from './sandbox-stage.ts';

const signal = new AbortController().signal;

function problemsOf(text: string): readonly string[] {
  try {
    readSandboxFile(text);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const [head, ...lines] = (error as AppError).message.split('\n');
    expect(head).toBe('The sandbox file is not right:');
    return lines.map((line) => line.trim());
  }
  return [];
}

const person = (more: string) => `acme: { people: [{ email: a@acme.example, name: A, ${more} }] }`;

describe('a sandbox file', () => {
  it.each([
    { name: 'nothing', text: '' },
    { name: 'a comment', text: '# later' },
    { name: 'an empty section', text: 'acme:' },
    { name: 'empty lists', text: 'acme: { people: [], boards: [] }' },
    { name: 'the least of a person', text: 'acme: { people: [{ email: a@acme.example, name: A }] }' },
    {
      name: 'names instead of entries',
      text: 'acme: { groups: [A], apps: [B], licences: [C], software: [D], devices: [E], teams: [F] }',
    },
    { name: 'entries instead of names', text: 'acme: { apps: [{ name: B }], software: [{ name: D }] }' },
    {
      name: 'anything said of a calendar',
      text: 'acme: { calendars: [{ technician: t@x.example, entries: [1] }] }',
    },
  ])('may hold $name', ({ text }) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    { name: 'a list', text: '- a', says: ['the file must hold one section per client id'] },
    { name: 'a number as a section', text: 'acme: 7', says: ['acme: must be a group of keys'] },
    {
      name: 'an unknown key',
      text: 'acme: { peple: [] }',
      says: ['acme.peple: unknown key, did you mean people?'],
    },
    {
      name: 'an unknown key of a person',
      text: person('manger: b'),
      says: ['acme.people[0].manger: unknown key, did you mean manager?'],
    },
    {
      name: 'an unknown key of a device',
      text: person('devices: [{ name: X, os: win }]'),
      says: ['acme.people[0].devices[0].os: unknown key'],
    },
    {
      name: 'a wrong kind',
      text: 'acme: { groups: [{ name: A, kind: securty }] }',
      says: [
        'acme.groups[0].kind: must be one of security, microsoft_365, distribution, did you mean security?',
      ],
    },
    {
      name: 'no e-mail address',
      text: 'acme: { people: [{ email: dana, name: D }] }',
      says: ['acme.people[0].email: is not an e-mail address'],
    },
    {
      name: 'no name',
      text: 'acme: { people: [{ email: a@acme.example }] }',
      says: ['acme.people[0].name: is missing'],
    },
    {
      name: 'text for a yes',
      text: person('locked: maybe'),
      says: ['acme.people[0].locked: must be true or false'],
    },
    {
      name: 'a moment that is none',
      text: person('sign_ins: [{ at: soon }]'),
      says: [
        'acme.people[0].sign_ins[0].at: must be a date such as 2026-11-20T08:30:00Z, or hours before now as a number',
      ],
    },
    {
      name: 'a future',
      text: person('sign_ins: [{ at: -1 }]'),
      says: [
        'acme.people[0].sign_ins[0].at: must be a date such as 2026-11-20T08:30:00Z, or hours before now as a number',
      ],
    },
    {
      name: 'an unknown manager',
      text: person('manager: x@acme.example'),
      says: ['acme.people[0].manager: x@acme.example is not one of the people'],
    },
    {
      name: 'a manager of their own',
      text: person('manager: A@acme.example'),
      says: ['acme.people[0].manager: a@acme.example cannot be their own manager'],
    },
    {
      name: 'a person twice',
      text: 'acme: { people: [{ email: a@acme.example, name: A }, { email: A@acme.example, name: B }] }',
      says: ['acme.people[1]: is the same as people[0]'],
    },
    {
      name: 'a group twice',
      text: 'acme: { groups: [Finance EU, { name: finance-eu }] }',
      says: ['acme.groups[1]: is the same as groups[0]'],
    },
    {
      name: 'a ticket twice',
      text: 'acme: { tickets: [{ id: 7, subject: A }, { id: "7", subject: B }] }',
      says: ['acme.tickets[1]: is the same as tickets[0]'],
    },
    {
      name: 'a device of two people',
      text: 'acme: { people: [{ email: a@acme.example, name: A, devices: [X] }, { email: b@acme.example, name: B, devices: [X] }] }',
      says: ['acme.people[1].devices[0]: X belongs to a@acme.example already'],
    },
    {
      name: 'too few seats',
      text: 'acme: { licences: [{ name: L, seats: 0 }], people: [{ email: a@acme.example, name: A, licences: [l] }] }',
      says: ['acme.licences[0].seats: 1 people hold L, but there are 0 seats'],
    },
    {
      name: 'part of a seat',
      text: 'acme: { licences: [{ name: L, seats: 1.5 }] }',
      says: ['acme.licences[0].seats: must be a whole number'],
    },
  ])('with $name is refused', ({ text, says }) => {
    expect(problemsOf(text)).toEqual(says);
  });

  it('names every problem of every section at once', () => {
    expect(problemsOf('acme: { peple: [], groups: 7 }\nbirch: { people: [{ email: x }] }')).toEqual([
      'acme.groups: must be a list',
      'acme.peple: unknown key, did you mean people?',
      'birch.people[0].email: is not an e-mail address',
      'birch.people[0].name: is missing',
    ]);
  });

  it.each([
    { name: 'YAML that is none', text: 'acme: [', says: /line 1/ },
    { name: 'the same section twice', text: 'acme: {}\nacme: {}', says: /unique/ },
    {
      name: 'aliases that explode',
      text: `a: &a [${'1,'.repeat(20)}]\nb: &b [${'*a,'.repeat(20)}]\nc: [${'*b,'.repeat(20)}]`,
      says: /alias/i,
    },
    { name: 'a hundred thousand brackets', text: '['.repeat(100_000), says: /./ },
    { name: 'more than 5 MB', text: `# ${'x'.repeat(5 * 1024 * 1024)}`, says: /larger than 5 MB/ },
  ])('of $name is refused', ({ text, says }) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThanOrEqual(10);
    expect(problems.join('\n')).toMatch(says);
  });

  it('shows a hundred problems at most', () => {
    const problems = problemsOf(`acme: { people: [${'{ email: x, name: A },'.repeat(150)}] }`);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('and 50 more');
  });

  it('keeps names of any script apart', async () => {
    const { sandbox } = raiseSandbox({
      company: 'acme: { groups: [Бухгалтерия, 営業部, C++, C, R&D, Vente] }',
    });
    const directory = sandbox.directory as Directory;
    for (const name of ['Бухгалтерия', '営業部', 'C++', 'C', 'R&D', 'vente']) {
      const found = await directory.findGroups(name, signal);
      expect(found.length, name).toBe(1);
      expect(await directory.group(found[0]?.id ?? '', signal)).toEqual(found[0]);
    }
  });
});

describe('the shipped sandbox', () => {
  const company = readFileSync('src/integrations/sandbox/sandbox.yaml', 'utf8');
  const open = (clientId: string) => raiseSandbox({ company, clientId }).sandbox;
  const clients = defaultDeskFile().clients;

  it.each(clients)('has $name', async ({ id, domains }) => {
    const sandbox = open(id);
    const people = (await sandbox.directory?.allPeople(signal)) ?? [];
    expect(people.length).toBeGreaterThanOrEqual(8);
    for (const { email } of people) expect(domains).toContain(email.split('@')[1]);
    expect(people.some(({ protection }) => protection === 'admin')).toBe(true);
    expect(people.some(({ protection }) => protection === 'service')).toBe(true);
    expect(people.some(({ protection }) => protection === 'break_glass')).toBe(true);
    for (const person of people.filter(({ protection, enabled }) => protection === undefined && enabled)) {
      const top = people.filter(({ managerId }) => managerId === person.id).length > 0;
      expect(top || person.managerId !== undefined, `${person.name} has a place in the tree`).toBe(true);
    }
    expect(await sandbox.devices?.findDevices('printer', signal)).not.toEqual([]);
  });

  it('has the people of the stories', async () => {
    const { directory, devices } = open('acme-dental');
    const [dana] = (await directory?.findPeople('dana.reyes@acme-dental.example', signal)) ?? [];
    expect(dana).toMatchObject({ name: 'Dana Reyes', managerId: 'mia.fontaine@acme-dental.example' });
    expect(await directory?.findPeople('alex', signal)).toHaveLength(2);
    expect(await directory?.findPeople('sam', signal)).toHaveLength(1);
    expect(await open('birch-legal').directory?.findPeople('sam', signal)).toMatchObject([
      { name: 'Sam Okafor' },
    ]);
    expect(await directory?.findGroups('finance', signal)).toMatchObject([{ name: 'Finance' }]);
    expect(await directory?.findGroups('finance eu', signal)).toMatchObject([
      { name: 'Finance EU', admin: false },
    ]);
    expect(await directory?.findGroups('domain admins', signal)).toMatchObject([{ admin: true }]);
    expect(await devices?.findDevices('PRN-LYON-2', signal)).toMatchObject([
      { kind: 'printer', online: true },
    ]);
    const licences = (await directory?.findLicences('ledger', signal)) ?? [];
    expect(licences).toMatchObject([{ seats: 2, used: 2 }]);
  });

  it.each([
    { query: 'How do I connect to the VPN from home?', title: 'How to connect to the VPN' },
    { query: 'what is the wifi code for guests', title: 'Wi-Fi in the practice' },
    { query: 'I have a new phone and need to move my authenticator', title: 'MFA on a new phone' },
    { query: 'paper jam in the printer', title: 'When a printer jams or stays silent' },
    { query: 'how long does a password have to be', title: 'Rules for passwords' },
    { query: 'which software can I get', title: 'Software you can have' },
  ])('answers "$query"', async ({ query, title }) => {
    const [hit] = (await open('acme-dental').documentation?.search(query, 5, signal)) ?? [];
    expect(hit?.title).toBe(title);
  });
});
