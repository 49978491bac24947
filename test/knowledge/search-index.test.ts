// The index contract on SQLite and on a real PostgreSQL.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createDocumentsFolder } from '../../src/knowledge/folder.ts';
import { findPastTickets } from '../../src/knowledge/past-tickets.ts';
import { openPostgres } from '../../src/store/postgres.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { startPostgres } from '../support/postgres.ts';
import { createTestDesk, DANA } from '../support/test-desk.ts';
import { toolContext } from '../tools/tool-context.ts';
import { indexContract } from './index-contract.ts';

const context = toolContext();
const started = await startPostgres();
const server = started.ok ? started.server : undefined;
afterAll(() => server?.stop());

indexContract('SQLite', async () => openSqlite({ path: ':memory:', use: 'server' }));

describe.skipIf(!server)(started.ok ? 'on a real server' : `skipped: ${started.why}`, () => {
  indexContract('PostgreSQL', async () => {
    if (!server) throw new Error('no server');
    return openPostgres(await server.createDatabase());
  });

  test('a desk on PostgreSQL answers from its folder and remembers the ticket', async () => {
    if (!server) throw new Error('no server');
    const root = mkdtempSync(join(tmpdir(), 'deskhand-documents-'));
    mkdirSync(join(root, 'acme-dental'));
    writeFileSync(join(root, 'acme-dental', 'vpn.md'), '# Connect to the VPN\n\nUse the quokka gateway.');
    const documents = createDocumentsFolder(root, { rescan: 3_600_000, quiet: 20 });
    const database = await openPostgres(await server.createDatabase());
    const desk = await createTestDesk({ documents, database });
    await documents.start(desk.app.core);
    await documents.follow();
    await desk.says(DANA, 'how do I connect to the VPN?');
    expect(desk.chat.textsOf(DANA).join()).toContain('Connect to the VPN (vpn.md)');
    const [past] = await findPastTickets(database, 'acme-dental', 'connect vpn', 5);
    expect(past).toMatchObject({ number: 1001, done: expect.stringContaining('quokka') });
    rmSync(join(root, 'acme-dental', 'vpn.md'));
    await documents.follow();
    const tool = desk.app.core.systems('acme-dental').tools.get('search_documents')?.tool;
    expect(await tool?.execute({ query: 'quokka' }, context)).toEqual([]);
    await documents.stop();
    await desk.close();
    rmSync(root, { recursive: true });
  });
});
