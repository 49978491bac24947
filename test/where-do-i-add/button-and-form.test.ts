// "Where do I add a button?" and "a form?": every member of the two lists is pressed or sent and answered by the sentence a
// person reads, opens a form only where its button asks for one, and carries its ids whole where words are masked.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Action, carriesIdsAlone, type FormAction, opensForm } from '../../cards/action.ts';
import { createRedactor } from '../../src/secrets/redactor.ts';
import { forms } from '../cards/examples.ts';
import { privateText } from '../support/memory-chat.ts';
import { ADA, createTestDesk, DANA, type TestDesk, TINA } from '../support/test-desk.ts';

interface Press<Pressed> {
  readonly who: string;
  /** @param id of a ticket of Dana's, and of nothing else */
  make(id: string): Pressed;
  /** What whoever presses reads; `accepted` where other messages say it. */
  readonly reads: string | RegExp;
}

/** Another button in cards/action.ts wants its line here. */
const BUTTONS: { readonly [Type in Action['type']]: Press<Extract<Action, { type: Type }>> } = {
  'approval.approve': {
    who: TINA,
    make: (approvalId) => ({ type: 'approval.approve', approvalId }),
    reads: 'This request does not exist any more.',
  },
  'approval.deny': {
    who: TINA,
    make: (approvalId) => ({ type: 'approval.deny', approvalId }),
    reads: 'This request does not exist any more.',
  },
  'approval.details': {
    who: TINA,
    make: (approvalId) => ({ type: 'approval.details', approvalId }),
    reads: 'This request is not yours to see.',
  },
  'plan.confirm': {
    who: DANA,
    make: (planId) => ({ type: 'plan.confirm', planId }),
    reads: 'This question does not exist any more.',
  },
  'plan.decline': {
    who: DANA,
    make: (planId) => ({ type: 'plan.decline', planId }),
    reads: 'This question does not exist any more.',
  },
  'ticket.open': {
    who: TINA,
    make: (ticketId) => ({ type: 'ticket.open', ticketId }),
    reads: /^Ticket 1001/,
  },
  'ticket.take': {
    who: TINA,
    make: (ticketId) => ({ type: 'ticket.take', ticketId }),
    reads: /^Ticket 1001 is yours/,
  },
  'ticket.person': {
    who: DANA,
    make: (ticketId) => ({ type: 'ticket.person', ticketId }),
    reads: 'A technician will write to you on ticket 1001',
  },
  'ticket.cancel': {
    who: DANA,
    make: (ticketId) => ({ type: 'ticket.cancel', ticketId }),
    reads: 'accepted',
  },
  'ticket.choose': {
    who: DANA,
    make: (ticketId) => ({ type: 'ticket.choose', ticketId, choice: 'u-sam' }),
    reads: 'This question was answered already, or a newer one took its place.',
  },
  'ticket.reply': {
    who: TINA,
    make: (ticketId) => ({ type: 'ticket.reply', ticketId }),
    reads: 'form Reply on 1001',
  },
  'ticket.note': {
    who: TINA,
    make: (ticketId) => ({ type: 'ticket.note', ticketId }),
    reads: 'form Note on 1001',
  },
  'ticket.plan': {
    who: TINA,
    make: (ticketId) => ({ type: 'ticket.plan', ticketId }),
    reads: 'form New plan for 1001',
  },
  'ticket.close': {
    who: TINA,
    make: (ticketId) => ({ type: 'ticket.close', ticketId }),
    reads: 'Ticket 1001 is closed.',
  },
  'ticket.verify': {
    who: TINA,
    make: (ticketId) => ({ type: 'ticket.verify', ticketId }),
    reads: 'Who asks on ticket 1001 is verified already.',
  },
  'ticket.rate': {
    who: DANA,
    make: (ticketId) => ({ type: 'ticket.rate', ticketId, rating: 'good' }),
    reads: 'Ticket 1001 is not finished yet.',
  },
  'ticket.reopen': {
    who: DANA,
    make: (ticketId) => ({ type: 'ticket.reopen', ticketId }),
    reads: 'Ticket 1001 is open already.',
  },
  'run.retry': {
    who: TINA,
    make: (runId) => ({ type: 'run.retry', runId }),
    reads: 'This run does not exist any more.',
  },
  'run.settle': {
    who: TINA,
    make: (runId) => ({ type: 'run.settle', runId, step: '0', outcome: 'done' }),
    reads: 'This run does not exist any more.',
  },
  'secret.reveal': {
    who: DANA,
    make: (secretId) => ({ type: 'secret.reveal', secretId }),
    reads: 'This temporary password does not exist any more. Ask for a new one.',
  },
  'change.confirm': {
    who: ADA,
    make: (changeId) => ({ type: 'change.confirm', changeId }),
    reads: 'This change does not exist any more.',
  },
  'change.withdraw': {
    who: ADA,
    make: (changeId) => ({ type: 'change.withdraw', changeId }),
    reads: 'This change does not exist any more.',
  },
  'identity.confirm': {
    who: ADA,
    make: (identityId) => ({ type: 'identity.confirm', identityId }),
    reads: 'This account is not known any more.',
  },
  'identity.refuse': {
    who: ADA,
    make: (identityId) => ({ type: 'identity.refuse', identityId }),
    reads: 'This account is not known any more.',
  },
  'command.run': {
    who: DANA,
    make: (text) => ({ type: 'command.run', text }),
    reads: /^There is no command/,
  },
};

interface Sending<Sent> extends Press<Sent> {
  readonly values: Record<string, string>;
}

/** Another form in cards/action.ts wants its line here. */
const FORMS: { readonly [Type in FormAction['type']]: Sending<Extract<FormAction, { type: Type }>> } = {
  'form.new': {
    who: DANA,
    make: () => ({ type: 'form.new' }),
    values: { text: '' },
    reads: 'text: Please say what you need.',
  },
  'form.send_to_it': {
    who: TINA,
    make: (id) => ({ type: 'form.send_to_it', messageKey: `${DANA}\n${id}` }),
    values: { text: 'The scanner in room 3 is broken' },
    reads: 'Ticket 1002 is open for dana reyes.',
  },
  'form.deny': {
    who: TINA,
    make: (approvalId) => ({ type: 'form.deny', approvalId }),
    values: { reason: 'Not now' },
    reads: 'This request does not exist any more.',
  },
  'form.reply': {
    who: TINA,
    make: (ticketId) => ({ type: 'form.reply', ticketId }),
    values: { text: 'On my way' },
    reads: 'Sent to the requester of ticket 1001.',
  },
  'form.note': {
    who: TINA,
    make: (ticketId) => ({ type: 'form.note', ticketId }),
    values: { text: 'Called back' },
    reads: 'Noted on ticket 1001.',
  },
  'form.plan': {
    who: TINA,
    make: (ticketId) => ({ type: 'form.plan', ticketId }),
    values: { hint: '' },
    reads: 'hint: Please say what it should do differently.',
  },
  'form.secret': {
    who: ADA,
    make: (name) => ({ type: 'form.secret', name, client: 'acme-dental' }),
    values: { value: '' },
    reads: 'value: Please give the value.',
  },
  'form.close': {
    who: DANA,
    make: () => ({ type: 'form.close' }),
    values: {},
    reads: 'accepted',
  },
};

describe('pressed and sent', () => {
  let desk: TestDesk;
  let id: string;
  beforeEach(async () => {
    desk = await createTestDesk();
    await desk.says(DANA, 'My printer is stuck and I do not know what to do');
    id = (await desk.app.core.tickets.byNumber(1001))?.id ?? '';
  });
  afterEach(() => desk.close());

  test.each(Object.entries<Press<Action>>(BUTTONS))(
    'the button %s is answered',
    async (type, { who, make, reads }) => {
      const action = make(id);
      expect(action.type).toBe(type);
      const reply = await desk.chat.click(who, action);
      expect(privateText(reply)).toMatch(reads);
      if (reply.type === 'form') expect(opensForm(action)).toBe(true);
    },
  );

  test.each(Object.entries<Sending<FormAction>>(FORMS))('the form %s is answered', async (type, sending) => {
    const form = sending.make(id);
    expect(form.type).toBe(type);
    const reply = await desk.chat.submit(sending.who, form, sending.values);
    const errors = reply.type === 'form_errors' ? Object.entries(reply.errors) : [];
    const read = errors.map(([field, problem]) => `${field}: ${problem}`).join('\n') || privateText(reply);
    expect(read).toMatch(sending.reads);
  });
});

test('every form is among the examples, so every platform has shown it', () => {
  const shown = new Set<string>(Object.values(forms).map(({ action }) => action.type));
  expect(Object.keys(FORMS).filter((type) => !shown.has(type))).toEqual([]);
});

describe('where words are masked', () => {
  const SECRET = 'canary-0195-a1';
  const redactor = createRedactor(carriesIdsAlone, [SECRET]);
  const { 'command.run': words, ...ofIds } = BUTTONS;

  test.each(Object.entries<Press<Action | FormAction>>({ ...ofIds, ...FORMS }))(
    '%s keeps its ids',
    (_, { make }) => {
      const card = { title: SECRET, buttons: [{ action: make(SECRET) }] };
      expect(redactor.value(card)).toEqual({ ...card, title: '[hidden]' });
    },
  );

  test.each([
    { name: 'the words of a command', action: words.make(SECRET) },
    {
      name: 'an action of ours with more to it',
      action: { ...ofIds['ticket.open'].make('t1'), note: SECRET },
    },
    { name: 'words in the place of an id', action: ofIds['ticket.open'].make(`see ${SECRET}`) },
    { name: 'what a system calls an action', action: { type: 'ticket.viewed', ticketId: SECRET } },
  ])('$name: masked', ({ action }) => {
    expect(JSON.stringify(redactor.value({ action }))).not.toContain(SECRET);
  });
});
