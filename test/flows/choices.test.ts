// A question that offers something has a button for each; the press is the answer, once, by whoever was asked.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { questionCard } from '../../cards/question-card.ts';
import { answerFor, choicesOf } from '../../src/planning/answers.ts';
import { buttonsOf, privateText } from '../support/memory-chat.ts';
import { raiseSlackDesk } from '../support/slack-desk.ts';
import { raiseTeamsDesk } from '../support/teams-desk.ts';
import { createTestDesk, DANA, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

describe('"Please reset the password of Alex"', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
    await desk.says(DANA, 'Please reset the password of Alex');
  });
  afterEach(() => desk.close());

  const card = () =>
    desk.chat.messages.findLast(
      ({ content }) => typeof content !== 'string' && /^A question/.test(content.title ?? ''),
    )!;
  const buttons = () => {
    const { content } = card();
    return typeof content === 'string' ? [] : buttonsOf(content);
  };
  const button = (label: string) => buttons().find((one) => one.label === label)!;
  const press = async (who: string, label: string) => {
    const reply = await desk.chat.click(who, button(label).action);
    await desk.settle();
    return privateText(reply);
  };

  test('each Alex has a button, and the press is the answer', async () => {
    expect(buttons().map(({ label }) => label)).toEqual([
      'Alex Moreau',
      'Alex Petit',
      'Talk to a person',
      'Cancel',
    ]);
    expect(await press(DANA, 'Alex Petit')).toBe('Thank you. I am on it.');
    expect(desk.chat.textsOf(TINA).join()).toContain('Approval needed: reset the password of Alex Petit');
    expect(buttons()).toEqual([]);
    expect(desk.chat.textsOf(DANA).join()).toContain('You answered: Alex Petit');
  });

  test('a second press, and one after a typed answer, change nothing', async () => {
    const { action } = button('Alex Moreau');
    await desk.says(DANA, 'Petit');
    expect(buttons()).toEqual([]);
    const reply = await desk.chat.click(DANA, action);
    expect(privateText(reply)).toBe('This question was answered already, or a newer one took its place.');
    await desk.settle();
    expect(desk.chat.textsOf(TINA).join()).not.toContain('Alex Moreau');
  });

  test('nobody else answers it, and what was never offered is no answer', async () => {
    expect(await press(MIA, 'Alex Petit')).toMatch(/not|only/i);
    const { action } = button('Alex Petit');
    if (action.type !== 'ticket.choose') throw new Error('no choice');
    const reply = await desk.chat.click(DANA, { ...action, choice: 'u-sam-ortiz' });
    expect(privateText(reply)).toMatch(/^This question was answered already/);
    expect((await desk.app.core.tickets.byNumber(1001))?.state).toBe('waiting_requester');
  });
});

test.each([
  ['slack', () => raiseSlackDesk('http')],
  ['teams', raiseTeamsDesk],
])('over %s', async (_, raise) => {
  const desk = await raise();
  try {
    await desk.says('mia', 'Please reset the password of Alex');
    await desk.clicks('mia', 'Alex Petit');
    expect(desk.texts('tina').at(-1)).toContain('Alex Petit');
    expect(desk.hasButton('mia', 'Alex Petit')).toBe(false);
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
  } finally {
    await desk.close();
  }
});

const asked = (options: readonly { id: string; name: string; detail: string }[]) => ({
  workflow: 'w',
  asked: [{ slot: 'person', at: 1, options: options.map((one) => ({ ...one })) }],
});

test('two of one name are told apart, on the button and in the answer', () => {
  const state = asked([
    { id: 'a', name: 'Alex Moreau', detail: 'alex.moreau@x.example' },
    { id: 'b', name: 'Alex Moreau', detail: 'alex.moreau2@x.example' },
  ]);
  expect(choicesOf(state).map(({ label }) => label)).toEqual([
    'Alex Moreau (alex.moreau@x.example)',
    'Alex Moreau (alex.moreau2@x.example)',
  ]);
  expect(answerFor('b', state)).toBe('Alex Moreau (alex.moreau2@x.example)');
  expect(answerFor('c', state)).toBeUndefined();
  expect(choicesOf({})).toEqual([]);
});

test('more choices than a card has room for are answered in words', () => {
  const choices = Array.from({ length: 5 }, (_, at) => ({ id: `${at}`, label: `Device ${at}` }));
  const card = questionCard({ ticketId: 't', ticketNumber: 1, question: 'Which?', choices });
  expect(card.buttons?.map(({ label }) => label)).toEqual(['Talk to a person', 'Cancel']);
});
