// What is kept of the tools of MCP servers, on both databases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashDefinition, type ToolDefinition } from '../../../src/integrations/mcp/definition.ts';
import { acceptDefinition, keepListing, readTools } from '../../../src/integrations/mcp/store.ts';
import type { Database } from '../../../src/store/database.ts';
import { openPostgres } from '../../../src/store/postgres.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { type StartedPostgres, startPostgres } from '../../support/postgres.ts';

const NOW = new Date('2026-11-23T08:00:00Z');
const KEY = { server: 'files', clientId: 'acme-dental' };
const definition = (description: string): ToolDefinition => ({
  name: 'read',
  description,
  inputSchema: { type: 'object', properties: { b: { type: 'string' }, a: { type: 'number', minimum: 0.5 } } },
  annotations: {},
});
const FIRST = definition('one “é” \u{1F600}');
const SECOND = definition('two');

let postgres: StartedPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  if (postgres.ok) await postgres.server.stop();
});

const DATABASES = [
  { name: 'SQLite', open: async () => openSqlite({ path: ':memory:', use: 'server' }) },
  {
    name: 'PostgreSQL',
    open: async () => (postgres.ok ? openPostgres(await postgres.server.createDatabase()) : undefined),
  },
];

describe.each(DATABASES)('$name', ({ open }) => {
  test('first seen, changed, changed back, changed and accepted; another client has its own', async ({
    skip,
  }) => {
    const database = await open();
    if (!database) return skip('PostgreSQL cannot start here');
    const list = (of: ToolDefinition, key = KEY) =>
      database.transaction((db) => keepListing({ ...db, now: NOW }, key, new Map([['files.read', of]])));
    expect(await list(FIRST)).toEqual([]);
    expect(await list(FIRST)).toEqual([]);
    expect(await readTools(database, KEY)).toEqual([
      { tool: 'files.read', definition: FIRST, hash: hashDefinition(FIRST) },
    ]);
    expect(await list(SECOND)).toMatchObject([{ tool: 'files.read', definition: FIRST, changed: SECOND }]);
    expect(await list(SECOND)).toEqual([]);
    expect(await readTools(database, KEY)).toMatchObject([{ definition: FIRST, changed: SECOND }]);
    await list(FIRST);
    expect((await readTools(database, KEY))[0]).not.toHaveProperty('changed');
    const [kept] = await list(SECOND);
    await list(definition('three'));
    const accept = (of: typeof kept) =>
      database.transaction((db) =>
        acceptDefinition({ ...db, now: NOW }, KEY, { kept: of!, by: 'ada@north-msp.example' }),
      );
    // What the admin was shown is not what the server says now.
    expect(await accept(kept)).toBe(false);
    const [latest] = await readTools(database, KEY);
    expect(await accept(latest)).toBe(true);
    expect(await accept(latest)).toBe(false);
    expect(await readTools(database, KEY)).toEqual([
      { tool: 'files.read', definition: definition('three'), hash: hashDefinition(definition('three')) },
    ]);
    expect(await readTools(database, { ...KEY, clientId: 'birch-legal' })).toEqual([]);
    await close(database);
  });
});

async function close(database: Database): Promise<void> {
  await database.close();
}
