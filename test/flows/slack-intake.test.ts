// What becomes a ticket and what does not, in direct messages, channels, threads and from somebody else's message.
import { afterEach, describe, expect, test } from 'vitest';
import { auditOf, personAt } from '../support/directory-state.ts';
import { MODES, raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

const tickets = () => desk.app.core.tickets.open(50);

describe.each(MODES)('over %s', (mode) => {
  const raise = async () => {
    desk = await raiseSlackDesk(mode);
  };

  test('a question in the thread, its answer there, and the plan for the one that was meant', async () => {
    await raise();
    const said = await desk.says('mia', 'Please reset the password of Alex');
    expect(desk.texts('mia').at(-1)).toMatch(/Alex Moreau.*Alex Petit/s);
    expect(desk.messages('mia').at(-1)?.thread).toBe(said.ts);
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    await desk.says('mia', 'Alex Petit', { under: said });
    expect(desk.texts('tina').at(-1)).toContain('Alex Petit');
    expect(desk.texts('tina').at(-1)).not.toContain('Alex Moreau');
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
    expect(await tickets()).toHaveLength(1);
  });

  test('an answer outside the thread belongs to the one open question', async () => {
    await raise();
    await desk.says('mia', 'Please reset the password of Alex');
    await desk.says('mia', 'Alex Moreau');
    expect(desk.texts('tina').at(-1)).toContain('Alex Moreau');
    expect(await tickets()).toHaveLength(1);
  });

  test('two wishes in one message become two tickets', async () => {
    await raise();
    await desk.says('dana', 'I forgot my password. Also, please add me to the Finance group.');
    expect(desk.texts('dana').join()).toContain('Your ticket is 1001.');
    expect(desk.texts('dana').join()).toContain('Your ticket is 1002.');
    expect(desk.texts('dana').join()).toContain('Your password is reset');
    expect(desk.hasButton('mia', 'Approve')).toBe(true);
  });

  test.each([
    { name: 'hi', answer: 'Hello Dana' },
    { name: 'good morning!', answer: 'Hello Dana' },
    { name: 'thanks a lot', answer: 'You are welcome' },
    { name: '👋', answer: 'Hello Dana' },
    { name: 'never mind', answer: 'no open request here to cancel' },
    { name: 'help', answer: '/desk status' },
  ])('"$name" opens no ticket', async ({ name, answer }) => {
    await raise();
    await desk.says('dana', name);
    expect(desk.texts('dana').join()).toContain(answer);
    expect(await tickets()).toEqual([]);
    expect(desk.texts('dana').join()).not.toContain('Your ticket is');
  });

  test('thanks in the thread of a finished ticket reopens nothing', async () => {
    await raise();
    const said = await desk.says('dana', 'I forgot my password');
    await desk.says('dana', 'thanks!', { under: said });
    expect(await tickets()).toEqual([]);
    await desk.says('dana', 'it still does not work', { under: said });
    expect((await tickets()).map(({ state }) => state)).toEqual(['with_technician']);
    expect(desk.texts('tina').at(-1)).toContain('Dana Reyes wrote on ticket 1001 (reopened)');
  });

  test('an edited message is planned again; what stood there before cannot be approved any more', async () => {
    await raise();
    const said = await desk.says('dana', 'Please add me to the Finance group');
    const stale = desk.button('tina', 'Approve');
    await desk.edits(said, 'Please add me to the Newsletter group');
    expect(await tickets()).toHaveLength(1);
    expect(desk.texts('tina').join()).toContain('Replaced or changed since');
    await desk.press('tina', stale);
    await desk.told('tina', 'has changed since you saw it');
    await desk.clicks('tina', 'Approve');
    const { groups } = await personAt(desk.app, 'acme-dental', 'dana.reyes@acme-dental.example');
    expect(groups).toContain('Newsletter');
    expect(groups).not.toContain('Finance');
  });

  test.each([{ answered: false }, { answered: true }])(
    'a deleted request is withdrawn, and says so (%o)',
    async ({ answered }) => {
      await raise();
      const said = await desk.says('dana', 'Please add me to the Finance group');
      const stale = desk.button('tina', 'Approve');
      await desk.deletes(said, { answered });
      expect(await tickets()).toEqual([]);
      expect(desk.texts('dana').at(-1)).toBe(
        'You deleted your message, so ticket 1001 is cancelled. Nothing more will be done for it.',
      );
      expect(desk.hasButton('tina', 'Approve')).toBe(false);
      await desk.press('tina', stale);
      expect(
        (await personAt(desk.app, 'acme-dental', 'dana.reyes@acme-dental.example')).groups,
      ).not.toContain('Finance');
    },
  );

  test('an edited message that leaves a question open is asked about again', async () => {
    await raise();
    const said = await desk.says('mia', 'Please reset the password of Alex');
    await desk.edits(said, 'Please unlock the account of Alex');
    expect(desk.texts('mia').filter((text) => /Alex Moreau.*Alex Petit/s.test(text))).toHaveLength(2);
  });

  test('a mention in a channel is answered in its thread; words to others are not for the desk', async () => {
    await raise();
    await desk.says('sam', 'I forgot my lunch', { where: 'channel' });
    expect(await tickets()).toEqual([]);
    const said = await desk.says('dana', 'please add me to the Finance group', { where: 'mention' });
    const answers = desk.messages('sam').filter(({ channel }) => channel === desk.web.channel);
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.every(({ thread }) => thread === said.ts)).toBe(true);
    expect(answers[0]?.text).toContain('Your ticket is 1001.');
    await desk.says('dana', 'it is urgent', { where: 'channel', under: said });
    await desk.asks('tina', 'ticket 1001', 'it is urgent');
    await desk.says('sam', 'me too please', { where: 'channel', under: said });
    await desk.asks('tina', 'ticket 1001', 'it is urgent');
    expect(desk.news('tina').join()).not.toContain('me too please');
    expect(await tickets()).toHaveLength(1);
  });

  test('a password asked for in a channel is shown to the requester alone', async () => {
    await raise();
    await desk.says('dana', 'I forgot my password', { where: 'mention' });
    const button = desk.button('sam', 'Show temporary password');
    await desk.press('sam', button);
    await desk.told('sam', 'for somebody else');
    expect(desk.news('dana')).toEqual([]);
    await desk.press('dana', button);
    await desk.modal('dana', 'Temporary password');
  });

  test('Send to IT opens a ticket for the author, in the name of whoever sent it', async () => {
    await raise();
    const said = await desk.says('dana', 'my password does not work any more', { where: 'channel' });
    await desk.sendToIt('tina', said, 'my password does not work any more');
    const modal = await desk.modal('tina', 'This opens a ticket for Dana Reyes.');
    expect(modal).toContain('my password does not work any more');
    expect(await desk.submits('tina', { text: '' })).toEqual({ text: 'Please say what is needed.' });
    expect(await desk.submits('tina', { text: 'Dana forgot her password' })).toEqual({});
    await desk.told('tina', 'open for Dana Reyes');
    expect((await auditOf(desk.app)).join()).toContain(
      'Tina Technician opened ticket 1001 on behalf of Dana Reyes',
    );
    // Nobody proved to be Dana, so nothing is automatic.
    expect(desk.hasButton('lee', 'Approve')).toBe(true);
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
  });

  test('nobody of another company opens tickets for an author', async () => {
    await raise();
    const said = await desk.says('dana', 'my password does not work any more', { where: 'channel' });
    await desk.sendToIt('grace', said, 'my password does not work any more');
    await desk.modal('grace', 'Send to IT');
    await desk.submits('grace', { text: 'reset it' });
    await desk.told('grace', 'not somebody you can open a ticket for');
    expect(await tickets()).toEqual([]);
  });

  test('the form of /desk new opens a ticket in the direct message', async () => {
    await raise();
    await desk.command('dana', 'new');
    await desk.modal('dana', 'New request');
    expect(await desk.submits('dana', { text: ' ' })).toEqual({ text: 'Please say what you need.' });
    await desk.submits('dana', { text: 'Please add me to the Front Desk group' });
    expect(desk.texts('dana').join()).toContain('Your ticket is 1001.');
  });

  test('every delivery again changes nothing', async () => {
    await raise();
    const twice = async (act: () => Promise<unknown>) => {
      await act();
      await desk.transport.redeliver();
      await desk.settle();
    };
    // A click that comes again is answered; nothing else may follow from it.
    const told = (text: string) => text.includes('Nothing was changed');
    const state = async () => ({
      tickets: (await tickets()).length,
      audit: await auditOf(desk.app),
      shown: ['dana', 'mia', 'tina', 'ada'].map((who) => desk.texts(who).filter((text) => !told(text))),
    });
    const steps = [
      () => desk.says('dana', 'Please add me to the Finance group'),
      () => desk.says('stan', 'let me in'),
      () => desk.clicks('tina', 'Approve'),
      () => desk.clicks('mia', 'Approve'),
    ];
    for (const step of steps) {
      await step();
      const before = await state();
      await desk.transport.redeliver();
      await desk.settle();
      expect(await state()).toEqual(before);
    }
    await twice(() => desk.command('dana', 'new'));
    await desk.modal('dana', 'New request');
    await twice(() => desk.submits('dana', { text: 'Please add me to the Newsletter group' }));
    expect((await desk.app.core.tickets.byNumber(1002))?.title).toContain('Newsletter');
    expect(await desk.app.core.tickets.byNumber(1003)).toBeUndefined();
    expect((await personAt(desk.app, 'acme-dental', 'dana.reyes@acme-dental.example')).groups).toContain(
      'Finance',
    );
  });
});
