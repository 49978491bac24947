// Which presses a form answers, held against what the app really answers: Teams opens a dialog for these and no others.
import { afterEach, expect, test } from 'vitest';
import { type Action, opensForm } from '../../cards/action.ts';
import type { ChatReply } from '../../src/chat.ts';
import { buttonsOf } from '../support/memory-chat.ts';
import { ADA, createTestDesk, DANA, LEE, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const commands = (...texts: readonly string[]): readonly Action[] =>
  texts.map((text) => ({ type: 'command.run', text }));

/** Every button that a reply or a person's messages hold. */
function actionsIn(reply: ChatReply): readonly Action[] {
  if (reply.type !== 'private' || typeof reply.content === 'string') return [];
  return buttonsOf(reply.content).map(({ action }) => action);
}
const actionsOf = (who: string): readonly Action[] =>
  desk.chat
    .seenBy(who)
    .flatMap(({ content }) => (typeof content === 'string' ? [] : buttonsOf(content)))
    .map(({ action }) => action);

test('every button of a day, pressed by whoever sees it', async () => {
  desk = await createTestDesk();
  const typed = commands(
    'tickets',
    'ticket 1002',
    'status',
    'new',
    'reply 1002',
    'note #1002',
    'reply 1002 hello',
  );
  const admins = commands(
    'secret set RMM_TOKEN',
    'secret set RMM_TOKEN acme-dental',
    'secret',
    'secret remove A',
  );
  await desk.says(DANA, 'I forgot my password');
  await desk.says(DANA, 'Please add me to the Newsletter group');
  await desk.says(DANA, 'My printer is on fire and I do not know what to do');
  const opened = new Set<string>();
  const pressed = new Set<string>();
  for (const [who, extra] of [
    [ADA, admins],
    [TINA, typed],
    [LEE, []],
    [MIA, []],
    [DANA, commands('new', 'help')],
  ] as const) {
    // What a card opens may have buttons of its own; forms first, as the others end what the forms are about.
    const queue = [...extra, ...actionsOf(who)].sort(
      (one, two) => Number(opensForm(two)) - Number(opensForm(one)),
    );
    for (let action = queue.shift(); action !== undefined; action = queue.shift()) {
      const key = `${who} ${JSON.stringify(action)}`;
      if (pressed.has(key)) continue;
      pressed.add(key);
      const reply = await desk.chat.click(who, action);
      await desk.settle();
      if (reply.type === 'form') opened.add(action.type);
      expect(reply.type === 'form' && !opensForm(action), `${JSON.stringify(action)} opens a form`).toBe(
        false,
      );
      if (action.type === 'command.run') expect(reply.type === 'form', action.text).toBe(opensForm(action));
      queue.unshift(...actionsIn(reply));
    }
  }
  expect([...opened]).toEqual(
    expect.arrayContaining(['approval.deny', 'command.run', 'secret.reveal', 'ticket.note', 'ticket.reply']),
  );
});
