// Similar past tickets: what is kept when a ticket is finished, who finds it, and one tool beside the sandbox's tickets.
import { afterEach, describe, expect, test } from 'vitest';
import { mergeTickets } from '../../src/knowledge/merge-reads.ts';
import { findPastTickets } from '../../src/knowledge/past-tickets.ts';
import { q } from '../../src/store/database.ts';
import { createTestDesk, DANA, type TestDesk, TINA } from '../support/test-desk.ts';
import { toolContext } from '../tools/tool-context.ts';

const ACME = 'acme-dental';
const BIRCH = 'birch-legal';

let desk: TestDesk;
afterEach(() => desk.close());

const past = (query: string, clientId = ACME) => findPastTickets(desk.database, clientId, query, 5);
const lastTicket = async () => {
  const rows = await desk.database.read(({ tx, t }) => q(tx.select().from(t.tickets)));
  return rows.at(-1);
};
const similar = (query: string, clientId = ACME) => {
  const tool = desk.app.core.systems(clientId).tools.get('similar_tickets')?.tool;
  return tool?.execute({ query }, toolContext());
};

/** Two tickets on the same matter, finished by a technician's word. */
async function closeOne(text: string): Promise<number> {
  await desk.says(DANA, text);
  const number = (await lastTicket())?.number ?? 0;
  await desk.command(TINA, `reply ${number} Replaced the quokka fuser, it prints again.`);
  await desk.command(TINA, `note ${number} canarynote`);
  await desk.command(TINA, `close ${number}`);
  return number;
}

describe('a ticket that is finished', () => {
  test('is found by its words, with what was done and the day', async () => {
    desk = await createTestDesk();
    const number = await closeOne('The narwhal plotter streaks everything\nserial wombat');
    const found = await past('streaks on the narwhal plotter');
    expect(found).toEqual([
      {
        number,
        title: 'The narwhal plotter streaks everything',
        type: (await lastTicket())?.type,
        done: expect.stringContaining('quokka fuser'),
        resolvedAt: desk.clock.now().toISOString().slice(0, 10),
      },
    ]);
    expect(await past('narwhal wombat')).toHaveLength(1);
    expect(await past('canarynote')).toEqual([]);
    expect(JSON.stringify(found)).not.toMatch(/canarynote|wombat/);
  });

  test('is found by its client alone', async () => {
    desk = await createTestDesk();
    await closeOne('The narwhal plotter streaks everything');
    expect(await past('narwhal plotter', BIRCH)).toEqual([]);
    expect(await similar('narwhal plotter', BIRCH)).toEqual([]);
    expect(await similar('narwhal plotter')).toHaveLength(1);
  });

  test('and opened again is not shown until it is finished again', async () => {
    desk = await createTestDesk();
    await closeOne('The narwhal plotter streaks everything');
    const id = (await lastTicket())?.id ?? '';
    const setState = (state: 'working' | 'resolved') =>
      desk.database.transaction(function* ({ tx, t }) {
        yield* q(tx.update(t.tickets).set({ state }));
      });
    await setState('working');
    expect(await past('narwhal plotter')).toEqual([]);
    await setState('resolved');
    expect(await past('narwhal plotter')).toHaveLength(1);
    expect(id).not.toBe('');
  });

  test('by Deskhand’s answer is kept with the answer', async () => {
    desk = await createTestDesk();
    await desk.says(DANA, 'how do I connect to the VPN?');
    expect((await lastTicket())?.state).toBe('resolved');
    expect((await past('connect vpn'))[0]?.done).toContain('Source: ');
  });

  test('by a run is kept with the steps that were done', async () => {
    desk = await createTestDesk();
    await desk.says(DANA, 'I forgot my password, please reset it');
    expect((await lastTicket())?.state).toBe('resolved');
    expect((await past('forgot password'))[0]?.done).toMatch(/[Rr]eset/);
  });

  test('holds no secret that was written into it', async () => {
    desk = await createTestDesk();
    await closeOne('The narwhal plotter asks for something, password: hunter2hunter2');
    const rows = await desk.database.read(({ tx, t }) => q(tx.select().from(t.searchEntries)));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('hunter2hunter2');
  });

  test('holds no secret that the desk has learnt since it was written', async () => {
    desk = await createTestDesk();
    await desk.says(DANA, 'The narwhal plotter says wombatwombat\nand wombatwombat again');
    desk.app.core.redactor.learn(['wombatwombat']);
    await desk.command(TINA, `close ${(await lastTicket())?.number}`);
    const rows = await desk.database.read(({ tx, t }) => q(tx.select().from(t.searchEntries)));
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('wombatwombat');
  });
});

describe('one tool', () => {
  test('finds the desk’s tickets first and the sandbox’s behind them', async () => {
    desk = await createTestDesk();
    const systems = desk.app.core.systems(ACME);
    expect(systems.integrations.flatMap(({ tools }) => tools).map(({ name }) => name)).not.toContain(
      'similar_tickets',
    );
    expect(systems.tools.get('similar_tickets')?.integration).toBe('desk');
    const sandbox = await systems.tickets?.search('printer', 5, AbortSignal.timeout(5000));
    expect(sandbox?.length).toBeGreaterThan(0);
    await closeOne('The printer makes narwhal noises');
    const found = await similar('printer');
    expect(found).toHaveLength(Math.min(5, 1 + (sandbox?.length ?? 0)));
    expect(Object.keys((found as object[])[0] ?? {})).toContain('done');
  });

  test('is there for a client with nothing connected', async () => {
    desk = await createTestDesk();
    const { desk: own, others } = mergeTickets([], desk.database, ACME);
    expect(others).toEqual([]);
    expect(own.tools.map(({ name }) => name)).toEqual(['similar_tickets']);
  });
});
