// Deliveries that are broken, forged, too large, too old or from nobody: refused or answered, and the next one works.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { auditOf, personAt } from '../support/directory-state.ts';
import { clickBody, commandBody, directMessage, eventBody, freshTs, sign } from '../support/slack-client.ts';
import { raiseSlackDesk, type SlackDesk } from '../support/slack-desk.ts';

let desk: SlackDesk;
beforeEach(async () => {
  desk = await raiseSlackDesk('http');
});
afterEach(() => desk.close());

/** Seconds, as the desk's clock has it. */
const now = () => Math.floor(desk.clock.now().getTime() / 1000);

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

const post = async (body: string, headers: Record<string, string>) => {
  const answer = await fetch(desk.url, { method: 'POST', headers, body });
  return { status: answer.status, text: await answer.text() };
};
const message = (text: string, more: object = {}) =>
  JSON.stringify(eventBody(desk.web, directMessage(desk.id('dana'), 'D0DANA', text), more));
const tickets = () => desk.app.core.tickets.open(50);
/** The proof that the desk goes on: a whole request after whatever came before. */
const stillWorks = async () => {
  await desk.says('dana', 'I forgot my password');
  expect(desk.texts('dana').at(-1)).toContain('Your password is reset');
};

describe('requests that are not from Slack change nothing', () => {
  test.each([
    { name: 'no signature', headers: () => ({}), status: 401 },
    { name: 'another secret', headers: (body: string) => sign(body, now(), 'guessed'), status: 401 },
    { name: "another body's signature", headers: () => sign('{}', now()), status: 401 },
    { name: 'six minutes old', headers: (body: string) => sign(body, now() - 360), status: 401 },
    { name: 'genuine', headers: (body: string) => sign(body, now()), status: 200 },
  ])('$name → $status', async ({ headers, status }) => {
    const body = message('Please add me to the Finance group');
    const answer = await post(body, { ...JSON_TYPE, ...headers(body) });
    await desk.settle();
    expect(answer.status).toBe(status);
    expect(await tickets()).toHaveLength(status === 200 ? 1 : 0);
    expect(desk.hasButton('tina', 'Approve')).toBe(status === 200);
  });

  test('other paths and methods have nothing to say', async () => {
    const origin = new URL(desk.url).origin;
    const answers = await Promise.all([
      fetch(`${origin}/`),
      fetch(`${origin}/slack/events`),
      fetch(`${origin}/slack/events/../../etc/passwd`),
      fetch(`${origin}/healthz`),
      fetch(`${origin}/readyz`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 405, 404, 200, 200]);
  });
});

describe('bodies that cannot be read', () => {
  test.each([
    { name: 'JSON that is cut off', body: '{"type":"event_callback"', type: JSON_TYPE },
    { name: 'JSON that is no object', body: '"hello"', type: JSON_TYPE },
    { name: 'nothing', body: '', type: JSON_TYPE },
    { name: 'a form with a payload that is no JSON', body: 'payload=%7Bx', type: FORM_TYPE },
    { name: 'a payload of another kind', body: 'payload=%5B%5D', type: FORM_TYPE },
    { name: 'deeply nested JSON', body: '['.repeat(100_000), type: JSON_TYPE },
    { name: 'prototype keys', body: '{"__proto__":{"type":"event_callback"}}', type: JSON_TYPE },
    { name: 'an event without anything', body: '{"type":"event_callback"}', type: JSON_TYPE },
    { name: 'bytes', body: '\u0000\u0001\ufffd', type: FORM_TYPE },
  ])('$name', async ({ body, type }) => {
    const answer = await post(body, { ...type, ...sign(body, now()) });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toMatch(/ at |\.ts/);
    await stillWorks();
  });

  test('more than 4 MB', async () => {
    const body = message('x'.repeat(4 * 1024 * 1024));
    const answer = await post(body, { ...JSON_TYPE, ...sign(body, now()) }).catch(() => ({ status: 413 }));
    expect(answer.status).toBe(413);
    expect(await tickets()).toEqual([]);
    await stillWorks();
  });
});

describe('messages that say little or too much', () => {
  test('1 MB of words: taken, cut, answered', async () => {
    const said = await desk.says('dana', `Please add me to the Finance group ${'because '.repeat(131_072)}`);
    expect(said.delivered.status).toBe(200);
    expect(desk.texts('dana').join()).toContain('Your ticket is 1001.');
    const [ticket] = await tickets();
    const [entry] = await desk.app.core.tickets.entries(ticket?.id ?? '');
    expect(entry?.text.length).toBeGreaterThan(1000);
    expect(entry?.text.length).toBeLessThanOrEqual(12_000);
    await desk.asks('tina', 'ticket 1001', 'Ticket 1001');
  });

  test.each([
    { name: 'empty', text: '' },
    { name: 'blanks', text: ' \n\t ' },
    { name: 'only emoji', text: ':tada: 🎉' },
  ])('$name: no ticket', async ({ text }) => {
    await desk.says('dana', text);
    expect(await tickets()).toEqual([]);
    await stillWorks();
  });

  test('only an attachment: kept with a ticket', async () => {
    const files = [
      { name: 'screen.png', mimetype: 'image/png', size: 100, url_private: 'https://files.example/1' },
    ];
    await desk.says('dana', '', { event: { subtype: 'file_share', files } });
    expect(desk.texts('dana').join()).toContain('Your ticket is 1001.');
    await desk.asks('tina', 'ticket 1001', 'screen.png');
  });

  test('from an account that Slack does not know: nothing happens to anybody else', async () => {
    const event = directMessage('U0GHOST', 'D0GHOST', 'I forgot my password');
    const { status } = await desk.transport.event(eventBody(desk.web, event));
    await desk.settle();
    expect(status).toBe(200);
    expect(await tickets()).toEqual([]);
    await stillWorks();
  });

  test('from a workspace where the desk is not installed', async () => {
    const body = { team_id: 'T0NOWHERE', context_team_id: 'T0NOWHERE', authorizations: [] };
    const event = directMessage(desk.id('dana'), 'D0DANA', 'I forgot my password');
    const { status } = await desk.transport.event(eventBody(desk.web, event, body));
    await desk.settle();
    expect(status).toBe(200);
    expect(await tickets()).toEqual([]);
    await stillWorks();
  });
});

describe('click values that we did not make', () => {
  const HUGE = JSON.stringify({ type: 'approval.approve', approvalId: 'x'.repeat(100_000) });
  test.each([
    { name: 'no JSON', value: 'approve' },
    { name: 'an empty object', value: '{}' },
    { name: 'an unknown action', value: '{"type":"approval.force","approvalId":"a"}' },
    { name: 'prototype keys', value: '{"__proto__":{"type":"approval.approve","approvalId":"a"}}' },
    { name: 'the constructor', value: '{"type":"constructor","approvalId":"a"}' },
    { name: 'more keys than it has', value: '{"type":"approval.approve","approvalId":"a","as":"ada"}' },
    { name: 'a list for an id', value: '{"type":"approval.approve","approvalId":["a"]}' },
    { name: 'huge', value: HUGE },
    { name: 'an approval that is not there', value: '{"type":"approval.approve","approvalId":"a"}' },
    { name: 'SQL', value: `{"type":"approval.approve","approvalId":"' OR 1=1 --"}` },
    { name: 'a run that is not there', value: '{"type":"run.retry","runId":"a"}' },
    { name: 'a step that is none', value: '{"type":"run.settle","runId":"a","step":"NaN","outcome":"done"}' },
    { name: 'a password that is not there', value: '{"type":"secret.reveal","secretId":"a"}' },
    { name: 'a change that is not there', value: '{"type":"change.confirm","changeId":"a"}' },
    { name: 'a command beyond their rights', value: '{"type":"command.run","text":"stop"}' },
  ])('$name: answered privately, nothing changes', async ({ value }) => {
    await desk.says('dana', 'Please add me to the Finance group');
    const { message: card } = desk.button('tina', 'Approve');
    await desk.asks('tina', 'help', 'Technicians');
    const before = (await auditOf(desk.app)).length;
    await desk.press('tina', { label: 'forged', value, message: card });
    expect(await desk.told('tina', /./)).not.toMatch(/ at |\.ts:|Error/);
    expect(await auditOf(desk.app)).toHaveLength(before);
    expect(desk.hasButton('tina', 'Approve')).toBe(true);
    expect(desk.app.core.desk.stopped).toBe(false);
  });

  test.each(['approval.approve', 'approval.deny', 'approval.details'])(
    "%s with another company's approval",
    async (type) => {
      await desk.says('dana', 'Please add me to the Finance group');
      const approvalId = (await desk.app.core.approvals.pending(desk.clock.now(), 10))[0]?.id ?? '';
      for (const who of ['grace', 'rosa', 'sam']) {
        await desk.says(who, 'hi');
        await desk.press(who, {
          label: 'forged',
          value: JSON.stringify({ type, approvalId }),
          message: desk.messages(who).at(-1),
        });
        expect(await desk.told(who, /not yours/)).not.toContain('Dana');
      }
      expect(
        (await personAt(desk.app, 'acme-dental', 'dana.reyes@acme-dental.example')).groups,
      ).not.toContain('Finance');
    },
  );

  test.each(['open', 'take', 'person', 'cancel', 'reply', 'note', 'close', 'verify', 'reopen'])(
    "ticket.%s with somebody else's ticket",
    async (verb) => {
      await desk.says('dana', 'Please add me to the Finance group');
      const [ticket] = await tickets();
      const value = JSON.stringify({ type: `ticket.${verb}`, ticketId: ticket?.id });
      for (const who of ['grace', 'sam']) {
        await desk.says(who, 'hi');
        await desk.press(who, { label: 'forged', value, message: desk.messages(who).at(-1) });
        expect(await desk.told(who, /./)).not.toContain('Finance');
      }
      expect((await tickets())[0]?.state).toBe('awaiting_approval');
      expect(desk.web.views.size).toBe(0);
    },
  );

  test.each([
    { name: 'a denial', form: { type: 'form.deny', approvalId: 'APPROVAL' }, values: { reason: 'no' } },
    { name: 'a note', form: { type: 'form.note', ticketId: 'TICKET' }, values: { text: 'note' } },
    { name: 'a reply', form: { type: 'form.reply', ticketId: 'TICKET' }, values: { text: 'reply' } },
    { name: 'a secret', form: { type: 'form.secret', name: 'RMM', client: '*' }, values: { value: 'x' } },
    { name: 'an unknown form', form: { type: 'form.sudo' }, values: { value: 'x' } },
    { name: 'no form', form: 'x', values: {} },
  ])('a form that was never opened for them: $name', async ({ form, values }) => {
    await desk.says('dana', 'Please add me to the Finance group');
    const approvalId = (await desk.app.core.approvals.pending(desk.clock.now(), 10))[0]?.id ?? '';
    const [ticket] = await tickets();
    const metadata = JSON.stringify(form)
      .replace('APPROVAL', approvalId)
      .replace('TICKET', ticket?.id ?? '');
    const state = {
      values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value: { value } }])),
    };
    const view = {
      id: `V${freshTs()}`,
      type: 'modal',
      callback_id: 'form',
      private_metadata: metadata,
      state,
    };
    const user = { id: desk.id('dana'), team_id: desk.web.team };
    const body = { type: 'view_submission', team: { id: desk.web.team }, user, trigger_id: freshTs(), view };
    const { status } = await desk.transport.interaction(body);
    await desk.settle();
    expect(status).toBe(200);
    expect((await tickets())[0]?.state).toBe('awaiting_approval');
    expect(await desk.app.core.vault.list()).toEqual([]);
    expect((await desk.app.core.tickets.entries(ticket?.id ?? '')).map(({ text }) => text)).not.toContain(
      'note',
    );
  });

  test('a click and a command of nobody', async () => {
    const place = { user: 'U0GHOST', channel: 'D0GHOST', trigger: 't' };
    const value = '{"type":"command.run","text":"clients"}';
    const click = clickBody(desk.web, { ...place, value, message: { ts: freshTs() } });
    expect((await desk.transport.interaction(click)).status).toBe(200);
    const command = commandBody(desk.web, { ...place, text: 'clients', responseUrl: 'http://127.0.0.1:9/x' });
    expect((await desk.transport.command(command)).status).toBe(200);
    await desk.settle();
    await stillWorks();
  });
});
