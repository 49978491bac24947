// The documents folder of a running desk: what is read for whom, what is not and why, and that it is followed as it changes.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkDocuments } from '../../src/cli/doctor/check-documents.ts';
import { createDocumentsFolder, type DocumentsFolder } from '../../src/knowledge/folder.ts';
import { q } from '../../src/store/database.ts';
import { ADA, createTestDesk, DANA, type TestDesk } from '../support/test-desk.ts';
import { pdfOf } from './minimal-pdf.ts';

const ACME = 'acme-dental';
const BIRCH = 'birch-legal';
/** Rescans happen when a test asks for one, or when the watcher does. */
const TIMES = { rescan: 3_600_000, quiet: 20 };

let root: string;
let desk: TestDesk;
let documents: DocumentsFolder;

const put = (path: string, content: string | Buffer) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
const start = async () => {
  documents = createDocumentsFolder(root, TIMES);
  desk = await createTestDesk({ documents });
  await documents.start(desk.app.core);
  await documents.follow();
};
const search = async (query: string, clientId = ACME) => {
  const port = documents.integration(clientId)?.documentation;
  const hits = (await port?.search(query, 5, AbortSignal.timeout(5000))) ?? [];
  return hits.map(({ title }) => title);
};
const state = (clientId = ACME) => documents.integration(clientId)?.state;
const readTimes = () =>
  desk.database.read(function* ({ tx, t }) {
    const rows = yield* q(tx.select({ path: t.documents.path, at: t.documents.readAt }).from(t.documents));
    return Object.fromEntries(rows.map(({ path, at }) => [path, at.getTime()]));
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deskhand-documents-'));
});
afterEach(async () => {
  await documents.stop();
  await desk.close();
  rmSync(root, { recursive: true, force: true });
});

test('Markdown, text, HTML and PDF are found by title and words, each named with its file', async () => {
  put(
    `${ACME}/vpn.md`,
    '---\nowner: it\n---\n# Connect to the VPN\n\nOpen GlobalProtect.\n\n## On a Mac\n\nAllow the quokka extension.',
  );
  put(`${ACME}/hardware/scanner.pdf`, pdfOf(['Scanner guide', 'Put the wombat face down.']));
  put(`${ACME}/wifi.HTML`, '<title>Guest narwhal</title><p>Ask reception for the ocelot code.</p>');
  put(`${ACME}/Doors.txt`, 'The axolotl badge opens the back door.');
  await start();
  expect(await search('GlobalProtect')).toEqual(['Connect to the VPN (vpn.md)']);
  expect(await search('quokka')).toEqual(['Connect to the VPN (vpn.md)']);
  expect(await search('wombat')).toEqual(['scanner (hardware/scanner.pdf)']);
  expect(await search('ocelot')).toEqual(['Guest narwhal (wifi.HTML)']);
  expect(await search('axolotl')).toEqual(['Doors (Doors.txt)']);
  expect(state()).toBe('documents, 4 documents in the index.');
});

describe('the boundary between clients', () => {
  test('a client reads its own folder, and nothing without one', async () => {
    put(`${ACME}/a.md`, '# Payroll\n\ncanaryacme');
    put(`${BIRCH}/b.md`, '# Payroll\n\ncanarybirch');
    put('loose.md', 'canaryloose');
    put('nobody/c.md', 'canarynobody');
    await start();
    expect(await search('payroll')).toEqual(['Payroll (a.md)']);
    expect(await search('canarybirch canaryloose canarynobody')).toEqual([]);
    expect(await search('canarybirch', BIRCH)).toEqual(['Payroll (b.md)']);
    expect(documents.integration('nobody')).toBeUndefined();
    const keys = await readTimes();
    expect(Object.keys(keys).sort()).toEqual(['a.md', 'b.md']);
  });

  test('a link that leaves the folder is named and not read; one that stays in it is read', async () => {
    put(`${BIRCH}/secret.md`, 'canarybirch');
    put(`${ACME}/real.md`, '# Real\n\nquokka');
    symlinkSync(join(root, BIRCH, 'secret.md'), join(root, ACME, 'out.md'));
    symlinkSync(`../${BIRCH}`, join(root, ACME, 'folder'));
    symlinkSync('real.md', join(root, ACME, 'same.md'));
    symlinkSync(root, join(root, 'elsewhere'));
    await start();
    expect(await search('canarybirch')).toEqual([]);
    expect(await search('quokka')).toEqual(['Real (real.md)', 'Real (same.md)']);
    expect(state()).toContain('out.md is a link that leaves the folder');
    expect(state()).toContain('folder is a link that leaves the folder');
  });

  test('a client whose folder is a link has none', async () => {
    put('elsewhere/a.md', 'canary');
    symlinkSync(join(root, 'elsewhere'), join(root, ACME));
    await start();
    expect(documents.integration(ACME)).toBeUndefined();
  });
});

test('what cannot be a document is named with the reason', async () => {
  put(`${ACME}/.hidden.md`, 'canary');
  put(`${ACME}/sheet.xlsx`, 'canary');
  put(`${ACME}/program.md`, Buffer.from([1, 0, 2]));
  put(`${ACME}/broken.pdf`, '%PDF-1.7 canary');
  put(`${ACME}/empty.md`, '  \n');
  put(`${ACME}/large.md`, 'canary');
  truncateSync(join(root, ACME, 'large.md'), 10 * 1024 * 1024 + 1);
  put(`${ACME}/new\nline.docx`, 'canary');
  await start();
  expect(state()?.slice(0, -1).split('Not read: ')[1]?.split('; ').toSorted()).toEqual([
    '.hidden.md begins with a dot',
    'broken.pdf could not be read, it seems to be damaged',
    'empty.md is empty',
    'large.md is larger than 10 MB',
    'new?line.docx is not Markdown, text, HTML or PDF',
    'program.md is not text',
    'sheet.xlsx is not Markdown, text, HTML or PDF',
  ]);
  expect(state()).toMatch(/^documents, 0 documents/);
  expect(await search('canary')).toEqual([]);
});

describe('a folder that changes', () => {
  test('is followed: new, changed and deleted files, without being asked', async () => {
    put(`${ACME}/a.md`, 'quokka');
    await start();
    // The watcher's news come from the system, the quiet after them from the desk's clock.
    const soon = (query: string) =>
      expect.poll(
        () => {
          desk.clock.advance(TIMES.quiet);
          return search(query);
        },
        { interval: 5, timeout: 10_000 },
      );
    put(`${ACME}/deep/b.md`, 'wombat');
    await soon('wombat').toEqual(['b (deep/b.md)']);
    put(`${ACME}/a.md`, 'narwhal');
    await soon('narwhal').toEqual(['a (a.md)']);
    expect(await search('quokka')).toEqual([]);
    rmSync(join(root, ACME, 'a.md'));
    await soon('narwhal').toEqual([]);
  });

  test('that is made later, or is taken away, is noticed at the next look', async () => {
    rmSync(root, { recursive: true });
    await start();
    expect(documents.integration(ACME)).toBeUndefined();
    put(`${ACME}/a.md`, 'quokka');
    await documents.follow();
    expect(await search('quokka')).toEqual(['a (a.md)']);
    const version = documents.version();
    rmSync(join(root, ACME), { recursive: true });
    await documents.follow();
    expect(documents.integration(ACME)).toBeUndefined();
    expect(documents.version()).not.toBe(version);
    expect(await readTimes()).toEqual({});
  });

  test('files that have not changed are not read again, at the next look or the next start', async () => {
    put(`${ACME}/a.md`, 'quokka');
    put(`${ACME}/b.md`, 'wombat');
    await start();
    const first = await readTimes();
    await documents.stop();
    desk.clock.advance(60_000);
    put(`${ACME}/b.md`, 'narwhal');
    // Written again with the same words: another time, the same content.
    put(`${ACME}/a.md`, 'quokka');
    const again = createDocumentsFolder(root, TIMES);
    await again.start(desk.app.core);
    await again.follow();
    documents = again;
    expect(await readTimes()).toEqual({ 'a.md': first['a.md'], 'b.md': (first['b.md'] ?? 0) + 60_000 });
    expect(await search('quokka')).toEqual(['a (a.md)']);
  });
});

test('secrets in a document are masked before they are kept', async () => {
  put(`${ACME}/a.md`, '# Router\n\nquokka password: hunter2hunter2');
  await start();
  const rows = await desk.database.read(({ tx, t }) => q(tx.select().from(t.searchEntries)));
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain('hunter2hunter2');
});

test('a question is answered from the client’s folder, and the answer names the file', async () => {
  put(
    `${ACME}/vpn.md`,
    '# Connect to the VPN\n\nOpen GlobalProtect, choose the quokka gateway and tap your card.',
  );
  await start();
  await desk.says(DANA, 'how do I connect to the VPN?');
  const said = JSON.stringify(desk.chat);
  expect(said).toContain('quokka gateway');
  expect(said).toContain('Connect to the VPN (vpn.md)');
});

test('with the sandbox beside it there is one tool, and the folder’s documents come first', async () => {
  put(`${ACME}/vpn.md`, '# VPN of the quokka office\n\nTap your card.');
  await start();
  const systems = desk.app.core.systems(ACME);
  const tools = systems.integrations.flatMap(({ id, tools: own }) => own.map(({ name }) => `${id} ${name}`));
  expect(tools.filter((name) => name.endsWith('search_documents'))).toEqual(['documents search_documents']);
  const hits = await systems.documentation?.search('vpn', 5, AbortSignal.timeout(5000));
  expect(hits?.map(({ title }) => title)).toEqual([
    'VPN of the quokka office (vpn.md)',
    expect.not.stringContaining('quokka'),
  ]);
  expect(desk.app.core.systems(BIRCH).tools.get('search_documents')?.integration).toBe('sandbox');
});

test('admins see what is read and what is not, in chat', async () => {
  put(`${ACME}/vpn.md`, '# VPN');
  put(`${ACME}/old.docx`, 'x');
  await start();
  const line = '1 document in the index. Not read: old.docx is not Markdown, text, HTML or PDF.';
  expect(await desk.command(ADA, 'integration')).toContain(`documents, ${line}`);
  expect(await desk.command(ADA, `integration test ${ACME} documents`)).toBe(`documents: ${line}`);
  expect(await checkDocuments(root, desk.app.core.desk.desk)).toMatchObject([
    { state: 'on', message: `${ACME}: 1 document` },
    { state: 'warning', message: `Not read: ${ACME}/old.docx is not Markdown, text, HTML or PDF` },
  ]);
});

test('the doctor names folders that are no client’s', async () => {
  put('acme/vpn.md', '# VPN');
  put('loose.md', '# VPN');
  await start();
  expect(await checkDocuments(root, desk.app.core.desk.desk)).toMatchObject([
    { state: 'off' },
    {
      state: 'warning',
      message: expect.stringMatching(/acme is not the id of a client, .*; loose.md lies outside/),
    },
  ]);
  expect(await checkDocuments(join(root, 'loose.md'), desk.app.core.desk.desk)).toMatchObject([
    { state: 'wrong' },
  ]);
});
