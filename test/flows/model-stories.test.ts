// Clean stories with a model server in each of the three dialects, from the message to the finished step.
import { afterEach, describe, expect, test } from 'vitest';
import { createModelDesk, type ModelDesk, modelRuns, standing } from '../support/model-desk.ts';
import { MODEL_DIALECTS, type ModelDialect } from '../support/model-dialects.ts';
import { after, calls, planOf } from '../support/model-scripts.ts';
import type { Script, SeenRequest } from '../support/scripted-model.ts';
import { ADA, DANA, LEE, MIA, TINA } from '../support/test-desk.ts';

const PAUL = 'paul.laurent@acme-dental.example';
const DAY = 24 * 3_600_000;

let desk: ModelDesk;
afterEach(() => desk.close());

/** The id of the first entry with this name, as a look-up showed it. */
function idOf({ all }: SeenRequest, name: string): string {
  const plain = all.replaceAll('\\"', '"');
  const at = plain.lastIndexOf(`"name":"${name}"`);
  const entry = plain.slice(plain.lastIndexOf('{', at), plain.indexOf('}', at));
  return /"id":"([^"]+)"/.exec(entry)?.[1] ?? `no id of ${name}`;
}

async function start(dialect: ModelDialect, script: Script): Promise<void> {
  desk = await createModelDesk({ dialect });
  desk.model.always(script);
}

async function comesToRest(outcomes: readonly string[]): Promise<void> {
  const runs = await modelRuns(desk.database);
  expect(runs.map(({ outcome }) => outcome)).toEqual(outcomes);
  expect((await standing(desk.database, desk.clock.now())).openJobs).toEqual([]);
  expect(desk.chat.textsOf(DANA).join('\n')).not.toContain('MODEL-DIAGNOSIS');
}

const finance = after(
  [calls('find_people', { query: DANA }), calls('find_groups', { query: 'Finance' })],
  (seen) =>
    planOf(
      [
        {
          tool: 'add_group_member',
          args: { group: idOf(seen, 'Finance'), person: idOf(seen, 'Dana Reyes') },
          why: 'Asked.',
        },
      ],
      'access',
    ),
);

describe.each(MODEL_DIALECTS)('a %s server', (dialect) => {
  test('password reset: automatic, shown once, counted', async () => {
    await start(
      dialect,
      after([calls('find_people', { query: DANA })], (seen) =>
        planOf(
          [{ tool: 'reset_password', args: { person: idOf(seen, 'Dana Reyes') }, why: 'Forgotten.' }],
          'password',
        ),
      ),
    );
    await desk.says(DANA, 'I forgot my password');
    expect(desk.chat.textsOf(DANA).at(-1)).toContain('Done, all is set.');
    expect(await desk.clicks(DANA, 'Show temporary password')).toContain('form Temporary password');
    for (const other of [TINA, LEE, MIA]) expect(desk.chat.seenBy(other)).toEqual([]);
    await comesToRest(['plan']);
    const [run] = await modelRuns(desk.database);
    expect(run).toMatchObject({ requests: 2, estimated: dialect !== 'strict' });
    expect(await desk.command(ADA, 'usage')).toContain('2 calls');
  });

  test('a group: two approvals, the step on the card, done', async () => {
    await start(dialect, finance);
    await desk.says(DANA, 'Please add me to the Finance group');
    expect(desk.chat.textsOf(TINA)[0]).toContain('Add Dana Reyes to the group Finance');
    expect(desk.chat.textsOf(TINA)[0]).toContain('MODEL-DIAGNOSIS');
    await desk.clicks(TINA, 'Approve');
    expect(desk.chat.textsOf(DANA).join()).not.toContain('Done, all is set.');
    await desk.clicks(MIA, 'Approve');
    expect(desk.chat.textsOf(DANA).at(-1)).toContain('Done, all is set.');
    await comesToRest(['plan']);
  });

  test('a question, the answer, the plan', async () => {
    await start(dialect, (seen) =>
      seen.all.includes('The Finance one')
        ? finance(seen)
        : calls('ask_requester', { question: 'Which group do you need?', ticket_type: 'access' }),
    );
    await desk.says(DANA, 'Please add me to the group for the month-end work');
    expect(desk.chat.textsOf(DANA).at(-1)).toContain('Which group do you need?');
    await desk.says(DANA, 'The Finance one');
    expect(desk.chat.textsOf(TINA)[0]).toContain('Add Dana Reyes to the group Finance');
    await comesToRest(['question', 'plan']);
  });

  test('an answer names its document', async () => {
    await start(
      dialect,
      after([calls('search_documents', { query: 'VPN' })], () =>
        calls('answer', {
          text: 'Open VPN Client and choose Acme Practice.',
          sources: ['How to connect to the VPN'],
          confidence: 0.9,
          ticket_type: 'network',
        }),
      ),
    );
    await desk.says(DANA, 'How do I connect to the VPN?');
    expect(desk.chat.textsOf(DANA).at(-1)).toContain('choose Acme Practice');
    expect(desk.chat.textsOf(DANA).at(-1)).toContain('How to connect to the VPN');
    await comesToRest(['answer']);
  });

  test('a hand-off gives technicians the reason, and the requester none of it', async () => {
    await start(dialect, () => calls('hand_off', { reason: 'MODEL-DIAGNOSIS: a spare part is needed.' }));
    await desk.says(DANA, 'The scanner in room 2 sends blurry pages');
    expect(desk.chat.textsOf(TINA)[0]).toContain('a spare part is needed');
    await comesToRest(['hand_off']);
  });

  test('a leaver on Friday: approved now, done then', async () => {
    await start(
      dialect,
      after([calls('find_people', { query: 'Sam Ortiz' })], (seen) =>
        planOf(
          [
            {
              tool: 'disable_user',
              args: { person: idOf(seen, 'Sam Ortiz') },
              why: 'Leaves.',
              not_before: '2026-11-27T17:00',
            },
          ],
          'offboarding',
        ),
      ),
    );
    await desk.says(MIA, 'Please offboard Sam Ortiz on Friday');
    await desk.clicks(TINA, 'Approve');
    await desk.clicks(PAUL, 'Approve');
    expect(desk.chat.textsOf(MIA).at(-1)).toContain('Friday 27 November');
    desk.clock.advance(5 * DAY);
    await desk.settle();
    expect(desk.chat.textsOf(MIA).at(-1)).toContain('Done, all is set.');
    await comesToRest(['plan']);
  });

  test("a technician's hint makes the model plan again", async () => {
    await start(dialect, (seen) =>
      seen.all.includes('she means Finance')
        ? finance(seen)
        : calls('hand_off', { reason: 'No group of that name.' }),
    );
    await desk.says(DANA, 'Please add me to the month-end group');
    await desk.command(TINA, 'plan 1001 she means Finance');
    expect(desk.chat.textsOf(TINA).join('\n')).toContain('Add Dana Reyes to the group Finance');
    await comesToRest(['hand_off', 'plan']);
  });
});

test('two wishes in one message: a ticket and a plan for each', async () => {
  const reset = after([calls('find_people', { query: DANA })], (seen) =>
    planOf(
      [{ tool: 'reset_password', args: { person: idOf(seen, 'Dana Reyes') }, why: 'Forgotten.' }],
      'password',
    ),
  );
  await start('strict', (seen) => (seen.all.includes('to the Finance group') ? finance(seen) : reset(seen)));
  await desk.says(DANA, 'I forgot my password. Also please add me to the Finance group.');
  expect(desk.chat.textsOf(TINA).join('\n')).toContain('Add Dana Reyes to the group Finance');
  expect(desk.chat.textsOf(TINA).join('\n')).toContain('MODEL-DIAGNOSIS');
  expect(desk.chat.textsOf(DANA).join('\n')).toContain('Done, all is set.');
  await comesToRest(['plan', 'plan']);
});

test('"never mind" while the model thinks: the request is closed and nothing runs', async () => {
  const asked = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  await start('strict', async (seen) => {
    asked.resolve();
    await release.promise;
    return finance(seen);
  });
  await desk.chat.says(DANA, 'Please add me to the Finance group');
  await asked.promise;
  await desk.chat.says(DANA, 'never mind');
  release.resolve();
  await desk.settle();
  expect((await standing(desk.database, desk.clock.now())).states).toEqual(['closed']);
  expect(() => desk.chat.button(TINA, 'Approve')).toThrow('sees no button');
});
