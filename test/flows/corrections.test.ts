// "No wait, PDF Reader": a correction replans the request that it corrects, in its thread and outside; what was corrected is not done.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { correctionIn, withTime } from '../../src/intake/correction.ts';
import { HOUR_MS } from '../../src/lib/clock.ts';
import { q } from '../../src/store/database.ts';
import { raiseSlackDesk } from '../support/slack-desk.ts';
import { raiseTeamsDesk } from '../support/teams-desk.ts';
import { createTestDesk, DANA, type TestDesk, TINA } from '../support/test-desk.ts';

describe('in a desk', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
  });
  afterEach(() => desk.close());

  const ticket = async (number = 1001) => (await desk.app.core.tickets.byNumber(number))!;
  const planned = async () => {
    const [request, ...others] = await desk.app.core.approvals.pending(desk.app.core.clock.now(), 10);
    expect(others.filter(({ planId }) => planId !== request?.planId)).toEqual([]);
    const plan = request && (await desk.app.core.plans.get(request.planId));
    return plan?.body.steps.map(({ sentence }) => sentence);
  };

  test.each([
    ['please install Zoom on my laptop', 'no wait, PDF Reader', ['Install PDF Reader on LT-DANA']],
    ['please install Zoom on my laptop', 'sorry, I meant pdf reader', ['Install PDF Reader on LT-DANA']],
    [
      'Please add me to the Finance group',
      'actually, the Newsletter group',
      ['Add Dana Reyes to the group Newsletter'],
    ],
    [
      'Please add me to the Finance group',
      'no, Newsletter instead',
      ['Add Dana Reyes to the group Newsletter'],
    ],
    [
      'Please add Sam Ortiz to the Finance group',
      'oops, I meant Erin Cole',
      ['Add Erin Cole to the group Finance'],
    ],
    [
      'Please add me to the Finance group',
      'scratch that, please install Zoom on my laptop',
      ['Install Zoom on LT-DANA'],
    ],
  ])('%s / %s', async (request, correction, expected) => {
    for (const thread of [false, true]) {
      const again = thread ? await createTestDesk() : desk;
      if (thread) {
        await desk.close();
        desk = again;
      }
      await desk.says(DANA, request);
      await desk.says(DANA, correction, thread ? { thread: (await ticket()).address.thread! } : {});
      expect(await planned()).toEqual(expected);
      expect(await desk.app.core.tickets.byNumber(1002)).toBeUndefined();
      expect(desk.chat.textsOf(DANA).join()).toContain(`is now: “${(await ticket()).title}”.`);
      const entries = await desk.app.core.tickets.entries((await ticket()).id);
      expect(entries.map(({ text }) => text)).toContain(`Corrected the request, which was: ${request}`);
    }
  });

  test('an offer that was corrected cannot be said yes to any more', async () => {
    await desk.says(DANA, 'Zoom for my laptop');
    const offer = desk.chat.messages.at(-1)!;
    await desk.says(DANA, 'no wait, PDF Reader');
    const { buttonsOf } = await import('../support/memory-chat.ts');
    const yes =
      typeof offer.content === 'string'
        ? []
        : buttonsOf(offer.content).filter(({ label }) => /^Yes/.test(label));
    for (const { action } of yes) await desk.chat.click(DANA, action);
    await desk.settle();
    expect(desk.chat.textsOf(TINA).join()).not.toContain('Approval needed: install Zoom');
  });

  test.each([
    ['what is also wanted', 'I also need PDF Reader on my laptop'],
    ['another complaint', 'sorry, my screen is black'],
    ['what names nothing of its kind', 'no wait, Sam Ortiz'],
  ])('%s corrects nothing', async (_, text) => {
    await desk.says(DANA, 'please install Zoom on my laptop');
    await desk.says(DANA, text);
    expect((await ticket()).title).toBe('please install Zoom on my laptop');
  });

  test.each(['wait, it works now', "wait, don't do it", 'sorry, wrong chat'])(
    '"%s" calls off the one open request, in its thread and outside',
    async (text) => {
      await desk.says(DANA, 'please install Zoom on my laptop');
      await desk.says(DANA, text);
      expect(['closed', 'resolved']).toContain((await ticket()).state);
      expect(await planned()).toBeUndefined();
      await desk.says(DANA, 'please install Zoom on my laptop');
      await desk.says(DANA, text, { thread: (await ticket(1002)).address.thread! });
      expect(['closed', 'resolved']).toContain((await ticket(1002)).state);
    },
  );

  test.each(['hold on, Mia has to agree first', 'I meant for Sam Ortiz', 'wait what'])(
    '"%s" stops the plan, and a person finds out what is meant',
    async (text) => {
      await desk.says(DANA, 'please install Zoom on my laptop');
      await desk.says(DANA, text);
      expect((await ticket()).state).toBe('with_technician');
      expect(await planned()).toBeUndefined();
      expect(desk.chat.textsOf(TINA).join()).toContain(`corrected the request (“${text}”)`);
    },
  );

  test('what takes back nothing that is open does not say that nothing is done', async () => {
    await desk.says(DANA, 'please install Zoom on my laptop');
    for (const text of ['I forgot my password. Never mind, I found it.', 'The wifi is down. False alarm.']) {
      await desk.says(DANA, text);
      expect(desk.chat.textsOf(DANA).at(-1)).toContain('What you asked for before stays as it is');
      await desk.says(DANA, 'hello');
    }
    expect(await planned()).toEqual(['Install Zoom on LT-DANA']);
  });

  test.each(['wait, when will it be done?', 'actually, any update?', 'no worries'])(
    '"%s" changes nothing',
    async (text) => {
      await desk.says(DANA, 'please install Zoom on my laptop');
      await desk.says(DANA, text);
      expect(await planned()).toEqual(['Install Zoom on LT-DANA']);
      expect(await desk.app.core.tickets.byNumber(1002)).toBeUndefined();
    },
  );

  test('after an hour it is a message of its own', async () => {
    await desk.says(DANA, 'please install Zoom on my laptop');
    desk.clock.advance(HOUR_MS);
    await desk.says(DANA, 'no wait, PDF Reader');
    expect((await ticket()).title).toBe('please install Zoom on my laptop');
  });

  test('of what was done already it corrects nothing', async () => {
    await desk.says(DANA, 'I forgot my password');
    await desk.says(DANA, 'no wait, the Newsletter group');
    expect((await ticket()).state).toBe('resolved');
    const effects = await desk.app.core.database.read(({ tx, t }) => q(tx.select().from(t.sandboxChanges)));
    expect(effects).toHaveLength(1);
    await desk.says(DANA, 'no wait, the Newsletter group', { thread: (await ticket()).address.thread! });
    const entries = await desk.app.core.tickets.entries((await ticket()).id);
    expect(entries.map(({ text }) => text)).toContain('no wait, the Newsletter group');
  });

  test('what a technician has taken is not changed under their hands', async () => {
    await desk.says(DANA, 'please install Zoom on my laptop');
    await desk.command(TINA, 'take 1001');
    await desk.says(DANA, 'no wait, PDF Reader', { thread: (await ticket()).address.thread! });
    expect((await ticket()).title).toBe('please install Zoom on my laptop');
    const entries = await desk.app.core.tickets.entries((await ticket()).id);
    expect(entries.map(({ text }) => text)).toContain('no wait, PDF Reader');
  });

  test('a statement is no other wish', async () => {
    await desk.says(DANA, 'please install Zoom on my laptop');
    await desk.says(DANA, 'wait, Sam Ortiz leaves on Friday');
    expect((await ticket()).title).toBe('please install Zoom on my laptop');
  });

  test('a question corrects nothing', async () => {
    await desk.says(DANA, 'please install Zoom on my laptop');
    await desk.says(DANA, 'wait, how do I install PDF Reader?');
    expect(await planned()).toEqual(['Install Zoom on LT-DANA']);
  });

  test('somebody else corrects nothing in its thread', async () => {
    await desk.says(DANA, 'please install Zoom on my laptop');
    const { thread } = (await ticket()).address;
    await desk.says('sam.ortiz@acme-dental.example', 'no wait, PDF Reader', { thread: thread! });
    expect(await planned()).toEqual(['Install Zoom on LT-DANA']);
  });
});

test.each([
  ['slack', () => raiseSlackDesk('http')],
  ['teams', raiseTeamsDesk],
])('over %s', async (_, raise) => {
  const desk = await raise();
  try {
    await desk.says('dana', 'Please add me to the Finance group');
    await desk.says('dana', 'no wait, the Newsletter group');
    expect(desk.texts('tina').at(-1)).toContain('Newsletter');
    expect(desk.texts('tina').at(-1)).not.toContain('Finance');
    expect((await desk.app.core.tickets.open(5)).length).toBe(1);
  } finally {
    await desk.close();
  }
});

test.each([
  ['no wait, PDF Reader', 'PDF Reader'],
  ['wait! I meant Friday.', 'Friday'],
  ['Newsletter instead please', undefined],
  ['the Newsletter group instead', 'the Newsletter group'],
  ['nein warte, PDF Reader', 'PDF Reader'],
  ['non attendez, le groupe Newsletter', 'le groupe Newsletter'],
  ['no problem, thanks', undefined],
  ['no', undefined],
  ['I need a mouse', undefined],
  ['actually I also need Zoom', undefined],
])('"%s" means %s', (text, meant) => {
  expect(correctionIn(text)).toBe(meant);
});

test.each([
  ['Sam leaves on Thursday at 5pm', 'Friday', 'Sam leaves on Friday at 5pm'],
  ['Sam leaves on Thursday at 5pm', 'at 6pm', 'Sam leaves on Thursday at 6pm'],
  ['Sam leaves on Thursday or Friday', 'Monday', undefined],
  ['Sam leaves', 'Monday', undefined],
])('%s / %s', (request, meant, expected) => {
  expect(withTime(request, meant)).toBe(expected);
});
