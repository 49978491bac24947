// "Where do I add an integration?": the row followed with a product that is not there yet. Its line in the list is enough for the
// desk file to take it, for its client to start in plan mode and for the process to connect it, and not the sandbox in its place.
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { connectProblems } from '../../src/desk/connect-problems.ts';
import { createDesk } from '../../src/desk/desk.ts';
import { diffDesk } from '../../src/desk/diff.ts';
import { exportDeskFile } from '../../src/desk/export.ts';
import { applyOverrides, type Override } from '../../src/desk/overrides.ts';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { DESK_LISTS } from '../../src/desk/schema.ts';
import type { Kind } from '../../src/integrations/kind.ts';
import { bareKinds, isReal, KINDS } from '../../src/integrations/kinds.ts';
import { readSandboxFile } from '../../src/integrations/sandbox/read-sandbox-file.ts';
import { connectSystems } from '../../src/process/connect-systems.ts';
import type { Database } from '../../src/store/database.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { finder } from '../../src/tools/read-tool.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { ADA, createTestDesk, NOOR } from '../support/test-desk.ts';

const settings = {
  site: z.string().min(1, 'must not be empty'),
  board: z.string().default('Service'),
};

/** A ticket system that says where it was connected, and how often. */
function ticketry() {
  const connections: string[] = [];
  const kind: Kind<typeof settings> = {
    settings,
    real: true,
    problems: (entries) =>
      new Set(entries.map(({ site }) => site)).size < entries.length
        ? ['has one site of Ticketry twice']
        : [],
    connect: ({ site, board }, { clientId }) => {
      connections.push(`${clientId} ${site} ${board}`);
      return {
        tools: [finder('find_devices', 'Find devices of the site', async () => [])],
        check: async () => `answers from ${site}`,
      };
    },
  };
  return { connections, kinds: { ...KINDS, ticketry: kind } };
}

const fileWith = (entries: string, msp = '') => `
msp: { name: North, domains: [north.example]${msp} }
clients:
  - { id: cedar, name: Cedar, integrations: [${entries}] }
`;
const ENTRY = '{ id: psa, kind: ticketry, site: cedar.ticketry.example }';

function parse(text: string, kinds = ticketry().kinds) {
  const parsed = parseDeskFile(text, { ...DESK_LISTS, kinds });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.desk;
}

let database: Database | undefined;
afterEach(async () => {
  await database?.close();
  database = undefined;
});

test.each([
  { name: 'with what it needs', entries: ENTRY, says: [] },
  {
    name: 'without what it needs',
    entries: '{ id: psa, kind: ticketry }',
    says: ['clients[0].integrations[0].site: is missing'],
  },
  {
    name: 'with a slip in one of its own keys',
    entries: '{ id: psa, kind: ticketry, site: x, bord: y }',
    says: ['clients[0].integrations[0].bord: unknown key, did you mean board?'],
  },
  {
    name: 'with its keys on the sandbox',
    entries: '{ id: sandbox, kind: sandbox, board: y }',
    says: ['clients[0].integrations[0].board: unknown key'],
  },
  {
    name: 'with a slip in its name: one line, whatever keys stand beside it',
    entries: '{ id: psa, kind: ticketri, site: x, bord: y }',
    says: ['clients[0].integrations[0].kind: is not available in this version, did you mean ticketry?'],
  },
  {
    name: 'under a name that is like none',
    entries: '{ id: psa, kind: halo }',
    says: ['clients[0].integrations[0].kind: is not available in this version; available: sandbox, ticketry'],
  },
  { name: 'with no name', entries: '{ id: psa }', says: ['clients[0].integrations[0].kind: is missing'] },
])('in the desk file: $name', ({ entries, says }) => {
  const parsed = parseDeskFile(fileWith(entries), { ...DESK_LISTS, kinds: ticketry().kinds });
  expect(parsed.ok ? [] : parsed.problems).toEqual(says);
});

test('before its line is there, the desk file refuses it', () => {
  expect(parseDeskFile(fileWith(ENTRY))).toEqual({
    ok: false,
    problems: ['clients[0].integrations[0].kind: is not available in this version; available: sandbox'],
  });
});

test.each([
  { name: 'alone', entries: ENTRY, mode: 'plan' },
  { name: 'beside the sandbox', entries: `{ id: sandbox, kind: sandbox }, ${ENTRY}`, mode: 'plan' },
  { name: 'the sandbox alone', entries: '{ id: sandbox, kind: sandbox }', mode: 'inherit' },
])('a client starts in plan mode with it, whatever the MSP says: $name', ({ entries, mode }) => {
  expect(parse(fileWith(entries, ', default_mode: execute')).clients[0]?.mode).toBe(mode);
});

test('what it finds wrong with a client stands beside the problems of the sandbox', () => {
  const entries = [
    ENTRY,
    ENTRY.replace('psa', 'psa2'),
    '{ id: a, kind: sandbox }',
    '{ id: b, kind: sandbox }',
  ];
  const { kinds } = ticketry();
  expect(connectProblems(parse(fileWith(entries.join(', ')), kinds), kinds)).toEqual([
    'clients[0].integrations: has the sandbox more than once, so its tools come twice',
    'clients[0].integrations: has one site of Ticketry twice',
  ]);
});

test('it is connected itself, once, under the id of the desk file', async () => {
  const { connections, kinds } = ticketry();
  database = openSqlite({ path: ':memory:', use: 'server' });
  const file = parse(fileWith(ENTRY), kinds);
  const desk = await createDesk(database, file, []);
  const core = { desk, database, clock: new ManualClock() };
  const systems = connectSystems(core, readSandboxFile(''), undefined, undefined, kinds);
  const [psa, ...others] = systems('cedar').integrations;
  expect(others).toEqual([]);
  expect(psa).toMatchObject({ id: 'psa', real: true, fromMcp: false });
  // Beside its own there is what the desk itself brings, and nothing of the sandbox.
  expect([...systems('cedar').tools].map(([name, { integration }]) => `${integration}: ${name}`)).toEqual([
    'psa: find_devices',
    'desk: similar_tickets',
  ]);
  expect(await psa?.check(new AbortController().signal)).toBe('answers from cedar.ticketry.example');
  // The desk changes around it: it is not connected anew.
  await desk.reload({
    ...file,
    clients: file.clients.map((client) => ({ ...client, name: 'Cedar & Sons' })),
  });
  systems('cedar');
  expect(connections).toEqual(['cedar cedar.ticketry.example Service']);
});

test('it is written as it is read', () => {
  const { kinds } = ticketry();
  const desk = parse(fileWith(ENTRY), kinds);
  expect(diffDesk(desk, parse(exportDeskFile(desk), kinds))).toEqual([]);
});

test('the playground does not reach it, and chat does not connect what has settings of its own', () => {
  const { kinds } = ticketry();
  expect([isReal('ticketry', kinds), isReal('sandbox', kinds), isReal('of another version', kinds)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(bareKinds(kinds)).toEqual(['sandbox']);
});

describe('a kind that only another version knows, connected in chat', () => {
  const override = {
    kind: 'integration',
    client: 'cedar',
    id: 'psa',
    integration: 'ticketry',
    connected: true,
  } as unknown as Override;

  test('is refused by name and is never the sandbox', async () => {
    database = openSqlite({ path: ':memory:', use: 'server' });
    const desk = await createDesk(database, parse(fileWith('')), []);
    await database.transaction(({ tx, t }) => desk.write({ tx, t, now: new Date(0) }, override, 'ada'));
    await desk.reload();
    const systems = connectSystems({ desk, database, clock: new ManualClock() }, readSandboxFile(''));
    expect(() => systems('cedar')).toThrow('There is no kind of integration "ticketry"; available: sandbox');
  });

  test('puts its client into plan mode', () => {
    const executing = parse(fileWith('').replace('name: Cedar', 'name: Cedar, mode: execute'));
    expect(applyOverrides(executing, [override]).desk.clients[0]?.mode).toBe('plan');
    const sandbox = { ...override, id: 'sandbox', integration: 'sandbox' } as Override;
    expect(applyOverrides(executing, [sandbox]).desk.clients[0]?.mode).toBe('execute');
  });
});

test('in chat: what can be connected is said, and connecting waits for a second admin', async () => {
  const desk = await createTestDesk();
  try {
    expect(await desk.command(ADA, 'integration connect acme-dental sandbax')).toContain(
      'Chat connects: sandbox, did you mean sandbox? MCP servers are named in the desk file.',
    );
    expect(await desk.command(ADA, 'integration connect acme-dental sandbox')).toBe(
      'sandbox is connected to Acme Dental already.',
    );
    expect(await desk.command(ADA, 'integration disconnect acme-dental sandbox')).toContain(
      'holds from now on',
    );
    expect(await desk.command(ADA, 'integration')).toContain(
      'Acme Dental: nothing connected. integration connect acme-dental sandbox',
    );
    expect(await desk.command(ADA, 'integration connect acme-dental sandbox')).toContain('a second admin');
    await desk.clicks(NOOR, 'Confirm');
    expect(await desk.command(ADA, 'integration')).toContain('made up: nothing real is touched');
  } finally {
    await desk.close();
  }
});
