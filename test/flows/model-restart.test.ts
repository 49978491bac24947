// A process that ends while the model is thinking: the next one on the same database plans the ticket again, once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../src/store/sqlite.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { MemoryChat } from '../support/memory-chat.ts';
import { createModelDesk, modelRuns, standing } from '../support/model-desk.ts';
import { calls } from '../support/model-scripts.ts';
import { DANA, TINA } from '../support/test-desk.ts';

test('a restart in the middle of a run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'desk.db');
  const clock = new ManualClock();
  const chat = new MemoryChat();

  // As after a kill: the first process writes nothing more, for its database is gone.
  const lost = openSqlite({ path, use: 'server' });
  const first = await createModelDesk({ database: lost, clock, chat });
  onTestFinished(() => first.close().catch(() => {}));
  first.model.fault('hung');
  await chat.says(DANA, 'The scanner in room 2 sends blurry pages');
  await expect.poll(() => first.bodies().length).toBe(1);
  await lost.close();

  clock.advance(120_000);
  const database = openSqlite({ path, use: 'server' });
  const second = await createModelDesk({ database, clock, chat });
  onTestFinished(second.close);
  second.model.always(() => calls('hand_off', { reason: 'A spare part is needed.' }));
  await expect
    .poll(async () => {
      await second.settle();
      return chat.textsOf(TINA).join('\n');
    })
    .toContain('A spare part is needed.');
  expect(second.bodies()).toHaveLength(1);
  expect(await modelRuns(database)).toMatchObject([{ outcome: 'hand_off', requests: 1 }]);
  const { states, openJobs } = await standing(database, clock.now());
  expect(states).toHaveLength(1);
  expect(openJobs).toEqual([]);
  expect(chat.textsOf(TINA).filter((text) => text.includes('A spare part is needed.'))).toHaveLength(1);
}, 20_000);
