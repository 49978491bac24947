// Every way in which a model server or a model fails: each ticket ends in a plan, a question, an answer or a person, and the
// requester reads what a desk without a model says.
import { afterEach, describe, expect, test } from 'vitest';
import { createModelDesk, type ModelDesk, modelRuns, standing } from '../support/model-desk.ts';
import { calls, planOf } from '../support/model-scripts.ts';
import type { Answer, Fault } from '../support/scripted-model.ts';
import { ADA, createTestDesk, DANA, MIA, type TestDesk } from '../support/test-desk.ts';

/** What hangs is ended by the model's time, on the desk's clock; a real second is never waited for. */
const SHORT = { timeoutMs: 10_000, modelTimeMs: 500, maxRetries: 1 };
const MESSAGE = 'My account is locked, can you unlock it?';

const opened: TestDesk[] = [];
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close();
});

async function pair(): Promise<{ desk: ModelDesk; without: TestDesk }> {
  const desk = await createModelDesk({ limits: SHORT });
  const without = await createTestDesk();
  opened.push(desk, without);
  return { desk, without };
}

const heard = (desk: TestDesk, who: string) => desk.chat.textsOf(who).join('\n');

async function restsLike(desk: ModelDesk, without: TestDesk): Promise<void> {
  for (const each of [desk, without]) await each.says(DANA, MESSAGE);
  const now = desk.clock.now();
  expect(heard(desk, DANA)).toBe(heard(without, DANA));
  expect(await standing(desk.database, now)).toEqual(await standing(without.database, now));
  expect((await standing(desk.database, now)).openJobs).toEqual([]);
}

const FAULTS: readonly Fault[] = [
  'hung',
  'stalled',
  '429',
  '429 now',
  '429 in a while',
  '500',
  'cut',
  'malformed',
  'huge',
  'redirect',
  '401',
];

test.each(FAULTS)('a server that is or gives %s', async (fault) => {
  const { desk, without } = await pair();
  desk.model.fault(fault);
  await restsLike(desk, without);
  const runs = await modelRuns(desk.database);
  expect(runs).toHaveLength(1);
  expect(['setup', 'busy', 'timeout', 'failed']).toContain(runs[0]?.outcome);
  // One attempt and one repetition; nothing goes on once the run has ended.
  const asked = desk.bodies().length;
  expect(asked).toBeLessThanOrEqual(2);
  await desk.says(MIA, 'thanks');
  expect(desk.bodies()).toHaveLength(asked);
});

const unlock = { tool: 'unlock_account', args: { person: 'made-up-id' }, why: 'x' };
const TALK: readonly { name: string; answer: Answer }[] = [
  { name: 'no tool call', answer: { text: 'I would love to help you with that.' } },
  { name: 'endless look-ups', answer: calls('find_people', { query: 'Dana' }) },
  { name: 'ids that it made up', answer: planOf([unlock], 'unlock') },
  { name: 'a plan of 500 steps', answer: planOf(new Array(500).fill(unlock), 'unlock') },
  { name: 'huge arguments', answer: calls('find_people', { query: 'x'.repeat(200_000) }) },
  { name: 'arguments that are no JSON', answer: calls('submit_plan', '{"steps": [') },
  { name: 'tools that do not exist', answer: calls('format_disk', {}) },
  { name: 'a write during the diagnosis', answer: calls('unlock_account', { person: DANA }) },
  {
    name: 'sources that it made up',
    answer: calls('answer', { text: 'Done.', sources: ['Handbook'], confidence: 1 }),
  },
];

test.each(TALK)('a model that gives $name', async ({ answer }) => {
  const { desk, without } = await pair();
  desk.model.always(() => answer);
  await restsLike(desk, without);
  const [run] = await modelRuns(desk.database);
  expect(['conversation', 'timeout']).toContain(run?.outcome);
  expect(desk.bodies().length).toBeLessThanOrEqual(8);
});

test('a slow server is waited for', async () => {
  const desk = await createModelDesk();
  opened.push(desk);
  desk.model.always(() => calls('hand_off', { reason: 'Needs a person.' }));
  desk.model.fault('slow');
  await desk.says(DANA, MESSAGE);
  expect(await modelRuns(desk.database)).toMatchObject([{ outcome: 'hand_off', requests: 1 }]);
});

describe('an outage', () => {
  test('is told to the admins once, and ends when a trial works after the clock moved', async () => {
    const desk = await createModelDesk({ limits: SHORT });
    opened.push(desk);
    await desk.says(ADA, 'status');
    desk.model.fault('401');
    for (let round = 0; round < 6; round += 1) await desk.says(DANA, MESSAGE);
    const told = () => heard(desk, ADA).split('The language model is not used for now').length - 1;
    expect(told()).toBe(1);
    const asked = desk.bodies().length;
    desk.model.fault(undefined);
    desk.model.always(() => calls('hand_off', { reason: 'Needs a person.' }));
    await desk.says(MIA, 'My mouse is broken');
    expect(desk.bodies()).toHaveLength(asked);
    desk.clock.advance(121_000);
    await desk.says(MIA, 'My keyboard is broken');
    expect(desk.bodies()).toHaveLength(asked + 1);
    expect((await modelRuns(desk.database)).at(-1)?.outcome).toBe('hand_off');
    expect(told()).toBe(1);
  });

  test('of every other call loses none of 50 requests at once', async () => {
    const desk = await createModelDesk({ limits: SHORT });
    opened.push(desk);
    let count = 0;
    desk.model.always(() => {
      count += 1;
      return count % 2 === 0
        ? { raw: { error: { message: 'broken', type: 'server_error' }, status: 500 } }
        : calls('hand_off', { reason: 'Needs a person.' });
    });
    const sent = Array.from({ length: 50 }, (_, index) =>
      desk.chat.says(index % 2 ? DANA : MIA, `Screen ${index} of room ${index} stays dark`, {
        thread: `t${index}`,
      }),
    );
    await Promise.all(sent);
    await desk.settle();
    const { states, openJobs } = await standing(desk.database, desk.clock.now());
    expect(openJobs).toEqual([]);
    expect(states).toHaveLength(50);
    expect(states.filter((state) => state === 'new' || state === 'working')).toEqual([]);
  });
});
