// What MCP servers do wrong, and what becomes of it: outcomes that nobody knows are settled by a person, nothing is
// repeated by itself, and no secret comes out.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readResult } from '../../../src/integrations/mcp/read-result.ts';
import { ACME, BIRCH, deskWith, type McpDesk, mcpDesk, oddServer } from '../../support/mcp-desk.ts';
import { ADA, DANA, TINA } from '../../support/test-desk.ts';

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-mcp-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'calls.txt');
}

const calls = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : []);

async function approveNote(desk: McpDesk): Promise<void> {
  await desk.connected();
  desk.planner.tool = 'odd.note';
  desk.planner.args = { text: 'hello' };
  await desk.says(DANA, 'Please note hello');
  await desk.clicks(TINA, 'Approve');
}

test.each([
  { name: 'dies mid-call', mode: 'dies', more: {}, says: 'broke off' },
  { name: 'hangs', mode: 'hangs', more: { timeout_seconds: 1 }, says: 'did not answer within 1 seconds' },
  { name: 'says that it failed', mode: 'fails', more: {}, says: 'the disk is full' },
])(
  'a server that $name: the step is uncertain, and called once',
  async ({ mode, more, says }) => {
    const path = file();
    const desk = await mcpDesk(deskWith([oddServer(mode, more, path)]));
    await approveNote(desk);
    const cards = desk.chat.textsOf(TINA).join('\n');
    expect(cards).toContain(says);
    expect(desk.chat.button(TINA, 'It did not happen')).toBeDefined();
    await desk.connected();
    await desk.settle();
    expect(calls(path)).toHaveLength(1);
    const [run] = await desk.database.read(function* ({ tx, t }) {
      return (yield tx.select().from(t.runSteps)) as { status: string }[];
    });
    expect(run!.status).toBe('uncertain');
  },
  30_000,
);

test('a call that the server refused has not happened', async () => {
  const path = file();
  const desk = await mcpDesk(deskWith([oddServer('refuses', {}, path)]));
  await approveNote(desk);
  const [step] = await desk.database.read(function* ({ tx, t }) {
    return (yield tx.select().from(t.runSteps)) as { status: string }[];
  });
  expect(step!.status).toBe('failed');
  expect(calls(path)).toHaveLength(1);
});

test('a server that never starts: told once, retried, given up, and nobody waits for it', async () => {
  const desk = await mcpDesk(deskWith([oddServer('never')]));
  await desk.says(DANA, 'I need help');
  expect(desk.chat.textsOf(DANA)[0]).toContain('Got it');
  await desk.until(async () => (await desk.states()).includes('given up'), 'giving up');
  expect(await desk.command(ADA, `integration test ${ACME} odd`)).toContain('does not work');
  await desk.settle();
  expect(desk.chat.textsOf(ADA).filter((text) => text.includes('does not work'))).toHaveLength(1);
  const words = await desk.database.read(function* ({ tx, t }) {
    return (yield tx.select().from(t.auditWords)) as unknown[];
  });
  expect(words.filter((row) => JSON.stringify(row).includes('does not work'))).toHaveLength(1);
}, 30_000);

test('an answer of 5 MB is cut, a list of 1,000 tools too', async () => {
  const desk = await mcpDesk(deskWith([oddServer('big'), { ...oddServer('thousand'), id: 'many' }]));
  await desk.connected();
  const { tools } = desk.app.core.systems(ACME);
  const result = await tools
    .get('odd.note')!
    .tool.execute({ text: 'x' }, { signal: AbortSignal.timeout(10_000) } as never);
  const length = JSON.stringify(result).length;
  expect(length).toBeGreaterThan(60_000);
  expect(length).toBeLessThan(66_000);
  expect([...tools.keys()].filter((name) => name.startsWith('many.'))).toHaveLength(200);
  expect(await desk.states()).toContain('left out: 800 more');
});

test("definitions that are not as they should be are left out by name, and the server's other tools are there", async () => {
  const desk = await mcpDesk(deskWith([oddServer('broken-one')]));
  await desk.connected();
  const names = [...desk.app.core.systems(ACME).tools.keys()].filter((name) => name.startsWith('odd.'));
  expect(names.toSorted()).toEqual(['odd.look', 'odd.note']);
  expect(await desk.states()).toMatch(/left out: .* and 4 others/);
});

test('names that collide with the language are tools like others or left out', async () => {
  const desk = await mcpDesk(deskWith([oddServer('names')]));
  await desk.connected();
  const names = [...desk.app.core.systems(ACME).tools.keys()].filter((name) => name.startsWith('odd.'));
  expect(names.sort()).toEqual(['odd.__proto__', 'odd.constructor', 'odd.has_blanks']);
  expect(await desk.states()).toContain('and 1 others');
});

test('a claim tightens and never loosens', async () => {
  const desk = await mcpDesk(deskWith([oddServer('claims', { reads: ['odd'] })]));
  await desk.connected();
  const { tools } = desk.app.core.systems(ACME);
  expect(tools.get('odd.note')).toMatchObject({ fromMcp: true, tool: { risk: 'write', repeat: 'never' } });
  expect(tools.get('odd.odd')!.tool.risk).toBe('destructive');
  expect(await desk.command(ADA, `integration review ${ACME} odd odd.note`)).toContain(
    'says that it only reads',
  );
});

test('words of a server are one line of text with nothing hidden in them', async () => {
  const desk = await mcpDesk(deskWith([oddServer('injection')]));
  await desk.connected();
  const { description } = desk.app.core.systems(ACME).tools.get('odd.note')!.tool;
  expect(description).toContain('\\u{202e}');
  expect(description).not.toMatch(/[\n\u202e\u200b]/);
  expect(description.length).toBeLessThanOrEqual(1001);
});

const TOKEN = 'tok-5fQz81-secret-value';

test.each([
  { name: 'in a result', mode: 'secret' },
  { name: 'in an error', mode: 'secret-error' },
])('a secret of the entry comes out nowhere: $name', async ({ mode }) => {
  const desk = await mcpDesk(deskWith([oddServer(mode, { env: { TOKEN: '{{secrets.ODD_TOKEN}}' } })]));
  await desk.until(async () => (await desk.states()).includes('not in the vault'), 'the missing secret');
  await desk.app.core.unit((work) =>
    desk.app.core.vault.write(work, { scope: ACME, name: 'ODD_TOKEN', value: TOKEN, by: ADA }),
  );
  await approveNote(desk);
  const kept = await desk.database.read(function* ({ tx, t }) {
    const of = [t.runSteps, t.stepAttempts, t.outbox, t.auditWords, t.ticketEntries, t.mcpTools, t.plans];
    const rows: unknown[] = [];
    for (const table of of) rows.push(yield tx.select().from(table));
    return rows;
  });
  const everything = JSON.stringify([kept, desk.chat.messages, await desk.states()]);
  expect(everything).toContain('[hidden]');
  expect(everything).not.toContain(TOKEN);
});

test('a server is given PATH, an empty home and what its entry names', async () => {
  const desk = await mcpDesk(deskWith([oddServer('env', { env: { OWN: 'x' } })]));
  await desk.connected();
  const { tool } = desk.app.core.systems(ACME).tools.get('odd.note')!;
  const result = await tool.execute({ text: 'x' }, { signal: AbortSignal.timeout(10_000) } as never);
  const names = (result as { text: string }).text
    .split(' ')
    .filter((name) => name !== '__CF_USER_TEXT_ENCODING');
  expect(names).toEqual(['HOME', 'LOGNAME', 'OWN', 'PATH', 'SHELL', 'TERM', 'USER']);
});

test('each client has a process of its own, and all end with the desk', async () => {
  const desk = await mcpDesk(
    deskWith([
      {
        ...oddServer('who'),
        args: [...(oddServer('who').args as string[]).slice(0, 2), '{{client}}'],
        clients: [ACME, BIRCH],
      },
    ]),
  );
  await desk.connected();
  const ask = async (client: string) => {
    const { tool } = desk.app.core.systems(client).tools.get('odd.look')!;
    const result = await tool.execute({}, { signal: AbortSignal.timeout(10_000) } as never);
    return /process (\d+) of (\S+)/.exec((result as { text: string }).text)!.slice(1);
  };
  const [acme, birch] = [await ask(ACME), await ask(BIRCH)];
  expect([acme[1], birch[1]]).toEqual([ACME, BIRCH]);
  expect(acme[0]).not.toBe(birch[0]);
  await desk.stopServers();
  for (const pid of [acme[0], birch[0]]) expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
}, 20_000);

test('a tool of a server that has the name of another tool is left out, and the client goes on', async () => {
  const base = deskWith([oddServer('plain')]);
  const own = {
    name: 'odd.note',
    description: 'Own',
    risk: 'write',
    args: {},
    request: { method: 'GET', url: 'https://own.example/' },
  };
  const clients = base.clients.map((client) =>
    client.id === ACME ? { ...client, tools: [own as never] } : client,
  );
  const desk = await mcpDesk({ ...base, clients });
  await desk.connected();
  expect(desk.app.core.systems(ACME).tools.get('odd.note')!.integration).toBe('desk_file');
  expect(desk.app.core.systems(ACME).tools.has('odd.look')).toBe(true);
  await desk.until(
    () => desk.chat.textsOf(ADA).some((text) => text.includes('is left out')),
    'the word to the admins',
  );
});

test('a redirect is not followed, and the headers of the entry go nowhere else', async () => {
  const reached: string[] = [];
  const listen = (location?: string) =>
    new Promise<string>((resolve) => {
      const server = createServer((request, response) => {
        reached.push(`${location ? 'first' : 'second'} ${request.headers.authorization}`);
        response.writeHead(location ? 307 : 200, location ? { location } : {}).end('{}');
      }).listen(0, '127.0.0.1', () =>
        resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}/mcp`),
      );
      onTestFinished(() => void server.close());
    });
  const url = await listen(await listen());
  const desk = await mcpDesk(
    deskWith([{ id: 'moved', url, headers: { authorization: 'Bearer own' }, clients: [ACME] }]),
  );
  await desk.until(async () => (await desk.states()).includes('not connected'), 'the refusal');
  expect(reached).toContain('first Bearer own');
  expect(reached.join()).not.toContain('second');
});

test('secrets are struck out before an answer is cut', () => {
  const result = { content: [{ type: 'text', text: `${'x'.repeat(64 * 1024 - 10)}${TOKEN} key ${TOKEN}` }] };
  expect(readResult(result, [TOKEN]).text).not.toContain(TOKEN.slice(0, 6));
});
