// Every command of `/desk`, with the right of whoever types it; answers are private.
import { afterEach, describe, expect, test } from 'vitest';
import { auditOf } from '../support/directory-state.ts';
import { MODES, raiseSlackDesk, type SlackDesk, type SlackMode } from '../support/slack-desk.ts';

let desk: SlackDesk;
afterEach(() => desk.close());

const raiseWithTicket = async (mode: SlackMode) => {
  desk = await raiseSlackDesk(mode);
  await desk.says('dana', 'Please add me to the Finance group');
};

describe('what does not fit is answered with what would', () => {
  test.each([
    { who: 'dana', text: 'statsu', answer: 'Did you mean "status"? Usage: status [N]' },
    { who: 'dana', text: 'polcy', answer: 'There is no command "polcy" for you' },
    { who: 'dana', text: 'policy', answer: 'There is no command "policy" for you' },
    { who: 'dana', text: 'tickets', answer: 'There is no command "tickets" for you' },
    { who: 'tina', text: 'mode acme-dental plan', answer: 'There is no command "mode" for you' },
    { who: 'tina', text: 'tikets', answer: 'Did you mean "tickets"?' },
    { who: 'tina', text: 'take', answer: 'Which ticket? Usage: take N' },
    { who: 'tina', text: 'take 99', answer: 'There is no ticket 99 for you.' },
    { who: 'tina', text: 'release 1001', answer: 'Say why' },
    { who: 'ada', text: 'mode acme-dentl plan', answer: 'There is no client "acme-dentl"' },
    { who: 'ada', text: 'mode acme-dental fast', answer: 'Which mode?' },
    { who: 'ada', text: 'policy acme-dental reset_pasword auto', answer: 'Did you mean reset_password?' },
    { who: 'ada', text: 'policy acme-dental reset_password maybe', answer: '"maybe" is not a policy' },
    { who: 'ada', text: 'people nobody admin', answer: 'is not an e-mail address' },
    { who: 'ada', text: 'secret set lower', answer: 'A name is capitals' },
    { who: 'ada', text: 'secret set RMM_TOKEN acme-dental s3cret', answer: 'Never type a value here' },
    { who: 'ada', text: 'integration test acme-dental nothing', answer: 'has no integration "nothing"' },
    { who: 'ada', text: 'claim abc', answer: 'has an admin already' },
    { who: 'grace', text: 'status 1001', answer: 'You have no ticket 1001' },
    { who: 'grace', text: 'cancel 1001', answer: 'You have no ticket 1001' },
    { who: 'dana', text: '__proto__', answer: 'There is no command "__proto__"' },
    { who: 'dana', text: 'constructor', answer: 'There is no command "constructor"' },
  ])('$who types "$text"', async ({ who, text, answer }) => {
    await raiseWithTicket('http');
    await desk.asks(who, text, answer);
    for (const other of ['dana', 'tina', 'lee', 'ada', 'grace'].filter((name) => name !== who))
      expect(desk.news(other)).toEqual([]);
  });
});

describe.each(MODES)('over %s', (mode) => {
  const withTicket = () => raiseWithTicket(mode);

  test('help lists what each may do, and no more', async () => {
    desk = await raiseSlackDesk(mode);
    const employee = await desk.asks('dana', '', '/desk status [N]');
    expect(employee).not.toContain('/desk take');
    expect(employee).not.toContain('/desk policy');
    const technician = await desk.asks('tina', 'help', '/desk take N');
    expect(technician).not.toContain('/desk policy');
    await desk.asks('ada', 'help', '/desk policy');
    for (const other of ['sam', 'lee']) expect(desk.texts(other)).toEqual([]);
  });

  test('a requester sees their requests and calls one off', async () => {
    await withTicket();
    await desk.asks('dana', 'status', 'Your requests');
    await desk.asks(
      'dana',
      'status 1001',
      /Ticket 1001: Please add me to the Finance group.*Waiting for approval/s,
    );
    await desk.asks('dana', 'status #1001', 'Ticket 1001');
    await desk.asks('dana', 'cancel 1001', 'Ticket 1001 is cancelled.');
    await desk.asks('dana', 'cancel 1001', 'closed already');
  });

  test('what waits for a decision, for the technician and for the manager', async () => {
    await withTicket();
    await desk.asks('tina', 'approvals', /P-1001.*Finance/s);
    await desk.asks('mia', 'approvals', /P-1002.*Finance/s);
    const none = await desk.asks('dana', 'approvals', /./);
    expect(none).not.toContain('P-100');
    await desk.clicks('mia', 'Approve');
    expect(desk.texts('tina').join()).toContain('1 of 2');
  });

  test('a technician works a ticket by commands alone', async () => {
    await withTicket();
    await desk.asks('tina', 'tickets', /1001.*Dana Reyes/s);
    await desk.asks('tina', 'take 1001', 'Ticket 1001 is yours');
    expect(desk.texts('dana').at(-1)).toContain('Tina Technician is looking after your ticket 1001');
    await desk.asks('tina', 'reply 1001 Which project is it for?', 'Sent to the requester');
    expect(desk.texts('dana').at(-1)).toBe('Tina Technician: Which project is it for?');
    await desk.asks('tina', 'note 1001 Her manager called', 'Noted on ticket 1001.');
    expect(await desk.screen('dana')).not.toContain('Her manager called');
    await desk.asks('lee', 'ticket 1001', /Her manager called/);
    await desk.asks('tina', 'release 1001 Off at noon', 'back in the queue');
    await desk.asks('lee', 'ticket 1001', 'Released: Off at noon');
    await desk.asks('lee', 'activity 1001', /Tina Technician took ticket 1001/);
    await desk.asks('lee', 'activity', 'Latest activity');
    await desk.asks('lee', 'close 1001', 'Ticket 1001 is closed.');
    expect(desk.texts('dana').at(-1)).toContain('Ticket 1001 is closed.');
    await desk.asks('lee', 'close 1001', 'closed already');
  });

  test('without a text reply and note open a form', async () => {
    await withTicket();
    await desk.command('tina', 'note 1001');
    await desk.modal('tina', 'Note on 1001');
    expect(await desk.submits('tina', { text: '' })).toEqual({ text: 'Please write something.' });
    await desk.submits('tina', { text: 'Called back twice' });
    await desk.told('tina', 'Noted on ticket 1001.');
    await desk.command('tina', 'reply 1001');
    await desk.modal('tina', 'Reply on 1001');
    await desk.submits('tina', { text: 'We are looking at it.' });
    expect(desk.texts('dana').at(-1)).toBe('Tina Technician: We are looking at it.');
  });

  test('an admin reads the desk', async () => {
    await withTicket();
    await desk.asks('ada', 'clients', /Acme Dental \(acme-dental\): execute mode/);
    await desk.asks('ada', 'people', /Tina Technician \(tina@north-msp.example\): technician/);
    await desk.asks('ada', 'integration', /Acme Dental: sandbox.*nothing real is touched/);
    await desk.asks('ada', 'integration test acme-dental sandbox', 'sandbox:');
    await desk.asks('ada', 'policy acme-dental', 'reset_password');
    const tree = await desk.asks('ada', 'policy explain acme-dental reset_password', 'reset_password');
    expect(tree).toContain('auto');
    await desk.asks('ada', 'mode', /Acme Dental \(acme-dental\): execute/);
    const verified = await desk.asks('ada', 'audit', 'The audit log is intact');
    expect(verified).toMatch(/[1-9]\d* entries/);
  });

  test('a second admin confirms a new technician, who may work from then on', async () => {
    await withTicket();
    await desk.asks('rosa', 'tickets', 'There is no command');
    await desk.asks(
      'ada',
      'people paul.laurent@acme-dental.example technician',
      'a second admin has to confirm',
    );
    expect(desk.hasButton('ada', 'Confirm')).toBe(true);
    await desk.clicks('ada', 'Confirm');
    await desk.told('ada', 'another admin confirms it');
    await desk.clicks('noor', 'Confirm');
    expect(desk.hasButton('ada', 'Confirm')).toBe(false);
    expect(desk.texts('ada').join()).toContain('Confirmed by Noor Admin');
    await desk.asks('ada', 'people', 'paul.laurent@acme-dental.example');
    await desk.asks('ada', 'people paul.laurent@acme-dental.example none', 'It holds from now on');
  });

  test('typed as a message a command is answered too, and opens no ticket', async () => {
    await withTicket();
    await desk.says('dana', 'status 1001');
    expect(desk.texts('dana').at(-1)).toContain('Ticket 1001: Please add me');
    await desk.says('tina', 'tickets');
    expect(desk.texts('tina').at(-1)).toContain('Open tickets');
    expect(await desk.app.core.tickets.open(10)).toHaveLength(1);
  });

  test('Home: what waits for me, my requests, what was decided; its buttons work', async () => {
    await withTicket();
    expect(await desk.opensHome('tina')).toMatch(/Waiting for me.*P-1001.*Finance/s);
    await desk.press('tina', { ...desk.button('tina', 'Approve') });
    expect(desk.texts('lee').join()).toContain('Approved by Tina Technician');
    expect(await desk.opensHome('tina')).toMatch(/Recently decided.*P-1001 approved by Tina Technician/s);
    const own = await desk.opensHome('dana');
    expect(own).toContain('My requests');
    expect(own).toContain('Please add me to the Finance group');
    expect(own).not.toContain('P-1001');
    expect(await desk.opensHome('grace')).not.toContain('Finance');
    await desk.clicks('dana', 'New request');
    await desk.modal('dana', 'What do you need?');
    await desk.clicks('ada', 'x').catch(() => undefined);
    await desk.opensHome('ada');
    await desk.clicks('ada', 'Clients');
    await desk.told('ada', 'Birch Legal');
    expect(await desk.opensHome('stan')).not.toContain('My requests');
  });

  test('every look at the log is by name', async () => {
    await withTicket();
    await desk.clicks('tina', 'Approve');
    expect((await auditOf(desk.app)).join()).toMatch(/approval.approved: Tina Technician approved P-1001/);
  });
});
