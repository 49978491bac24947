// Real MCP servers written by others, over both transports, through the whole desk: policies, approvals, isolation.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ACME, BIRCH, deskWith, mcpDesk, NPM_SERVERS, nodeServer } from '../../support/mcp-desk.ts';
import { type Program, startProgram } from '../../support/start-program.ts';
import { ADA, DANA, MIA, NOOR, TINA } from '../../support/test-desk.ts';

function folder(): string {
  const made = realpathSync(mkdtempSync(join(tmpdir(), 'deskhand-mcp-test-')));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function files(root: string, more = {}) {
  return nodeServer('files', NPM_SERVERS.filesystem, [root], more);
}

test('a file is written after both halves, as the server itself calls it destructive, and not after a denial', async () => {
  const root = folder();
  const desk = await mcpDesk(deskWith([files(root)]));
  await desk.connected();
  expect(await desk.states()).toContain('files (mcp, stdio): 14 tools, connected');
  await desk.says(MIA, 'Hello');
  desk.planner.tool = 'files.write_file';
  desk.planner.args = { path: `${root}/a.txt`, content: 'Hello' };
  await desk.says(DANA, 'Please write the file');
  expect(desk.chat.textsOf(TINA).join('\n')).toContain('content "Hello"');
  await desk.clicks(TINA, 'Approve');
  expect(existsSync(`${root}/a.txt`)).toBe(false);
  await desk.clicks(MIA, 'Approve');
  expect(readFileSync(`${root}/a.txt`, 'utf8')).toBe('Hello');
  desk.planner.tool = 'files.create_directory';
  desk.planner.args = { path: `${root}/b` };
  await desk.says(DANA, 'Please make a folder');
  const withdrawn = await desk.command(DANA, 'cancel');
  await desk.settle();
  expect(existsSync(`${root}/b`), withdrawn).toBe(false);
  await desk.says(DANA, 'Please make a folder after all');
  await desk.clicks(TINA, 'Approve');
  expect(existsSync(`${root}/b`)).toBe(true);
});

test('a tool under reads is diagnosed with once two admins made it automatic', async () => {
  const root = folder();
  writeFileSync(`${root}/note.txt`, 'the printer is on floor 2');
  const desk = await mcpDesk(deskWith([files(root, { reads: ['read_text_file'] })]));
  await desk.connected();
  desk.planner.read = 'files.read_text_file';
  desk.planner.args = { path: `${root}/note.txt` };
  await desk.says(DANA, 'Where is the printer?');
  expect(desk.planner.offered).not.toContain('files.read_text_file');
  expect(desk.planner.readResult).toContain('is not offered');
  expect(await desk.command(ADA, `policy ${ACME} files.read_text_file auto`)).toContain('second admin');
  await desk.clicks(NOOR, 'Confirm');
  await desk.says(DANA, 'Where is the printer now?');
  expect(desk.planner.offered).toContain('files.read_text_file');
  expect(desk.planner.offered).not.toContain('files.read_file');
  expect(desk.planner.readResult).toEqual({ text: 'the printer is on floor 2' });
});

test('two clients have two processes, and neither sees what the other keeps', async () => {
  const root = folder();
  for (const client of [ACME, BIRCH]) mkdirSync(join(root, client));
  const server = {
    ...nodeServer('memory', NPM_SERVERS.memory, []),
    clients: [ACME, BIRCH],
  };
  const perClient = { ...files(join(root, '{{client}}')), clients: [ACME, BIRCH] };
  const desk = await mcpDesk(deskWith([server, perClient]));
  await desk.connected();
  const call = async (client: string, name: string, args: Record<string, never> | object) => {
    const found = desk.app.core.systems(client).tools.get(name);
    return JSON.stringify(
      await found!.tool.execute(args as never, { signal: AbortSignal.timeout(10_000) } as never),
    );
  };
  const dirs = [
    await call(ACME, 'files.list_allowed_directories', {}),
    await call(BIRCH, 'files.list_allowed_directories', {}),
  ];
  expect(dirs[0]).toContain(join(root, ACME));
  expect(dirs[0]).not.toContain(BIRCH);
  expect(dirs[1]).toContain(join(root, BIRCH));
  expect(dirs[1]).not.toContain(ACME);
  await expect(
    call(BIRCH, 'files.write_file', { path: join(root, ACME, 'x'), content: 'x' }),
  ).rejects.toMatchObject({ outcome: 'unknown' });
  expect(existsSync(join(root, ACME, 'x'))).toBe(false);
});

test('streamable HTTP: the same tools, with policies, and a server that comes back', async () => {
  const port = await freePort();
  const started = await everything(port);
  const desk = await mcpDesk(
    deskWith([{ id: 'every', url: `http://127.0.0.1:${port}/mcp`, clients: [ACME] }]),
  );
  await desk.connected();
  expect(await desk.states()).toMatch(/every \(mcp, http\): \d+ tools, connected/);
  desk.planner.tool = 'every.echo';
  desk.planner.args = { message: 'over http' };
  await desk.says(DANA, 'Please echo');
  await desk.clicks(TINA, 'Approve');
  expect(desk.chat.textsOf(DANA).at(-1)).toContain('It is done.');
  process.kill(started.pid, 'SIGKILL');
  const tool = desk.app.core.systems(ACME).tools.get('every.echo')!.tool;
  const call = () => tool.execute({ message: 'again' }, { signal: AbortSignal.timeout(5000) } as never);
  await desk.until(
    () =>
      call().then(
        () => false,
        (error) => error.outcome === 'retry',
      ),
    'the loss of the server',
  );
  await everything(port);
  await desk.until(
    () =>
      call().then(
        (result) => JSON.stringify(result).includes('again'),
        () => false,
      ),
    'its return',
  );
}, 40_000);

async function everything(port: number): Promise<Program> {
  const server = startProgram([NPM_SERVERS.everything, 'streamableHttp'], { env: { PORT: String(port) } });
  for (const deadline = Date.now() + 15_000; Date.now() < deadline; ) {
    const up = await fetch(`http://127.0.0.1:${port}/mcp`, { signal: AbortSignal.timeout(5000) }).then(
      () => true,
      () => false,
    );
    if (up) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('server-everything did not start');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
