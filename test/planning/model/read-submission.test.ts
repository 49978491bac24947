// What a closing call becomes: ids, people, times, sources, confidence and texts, each held against what the run found.
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/lib/json.ts';
import { confidenceFor, DEFAULT_CONFIDENCE } from '../../../src/planning/model/confidence.ts';
import {
  call,
  GROUP_GUIDE,
  LOOK,
  plan,
  type RunOptions,
  run,
  STEP,
  toldLast,
  tool,
  turn,
  WRITES,
} from './run-planner.ts';

const LOOK_UP_DOCUMENTS = turn(call('search_documents', { query: 'vpn' }));

/** The same closing call twice: the second refusal ends the run. */
async function refused(args: Readonly<Record<string, Json>>, options: RunOptions = {}): Promise<string> {
  const ran = await run([LOOK, plan(args)], options);
  expect(ran.proposal).toBeUndefined();
  return toldLast(ran.model).at(-1) ?? '';
}

describe('a step that does not hold', () => {
  const group = (change: object) => ({ steps: [{ ...STEP, ...change }] as unknown as Json });
  const args = (change: Readonly<Record<string, Json>>) => group({ args: { ...STEP.args, ...change } });
  const rows: readonly { name: string; args: Readonly<Record<string, Json>>; why: string }[] = [
    {
      name: 'a tool that was not offered',
      args: group({ tool: 'delete_everything' }),
      why: 'not in the list',
    },
    {
      name: 'a read tool',
      args: group({ tool: 'find_people', args: { query: 'x' } }),
      why: 'not in the list',
    },
    ...['__proto__', 'constructor', 'toString'].map((name) => ({
      name: `a tool called ${name}`,
      args: group({ tool: name }),
      why: 'not in the list',
    })),
    { name: 'a person by display name', args: args({ person: 'Dana Reyes' }), why: 'look-up' },
    { name: 'a person by an id nobody returned', args: args({ person: 'p-cfo' }), why: 'look-up' },
    { name: 'a group by its name', args: args({ group: 'Finance' }), why: 'look-up' },
    { name: 'a homoglyph of an id', args: args({ person: 'p-dаna' }), why: 'alphabets' },
    { name: 'a bidi character', args: args({ person: 'p-dana\u202e' }), why: 'hidden character' },
    { name: 'a zero-width character', args: args({ group: 'g-fin\u200bance' }), why: 'hidden character' },
    { name: 'a control character', args: args({ group: 'g-finance\n' }), why: 'hidden character' },
    { name: 'an id that is a list', args: args({ person: ['p-dana'] }), why: 'args person' },
    {
      name: 'an argument that is missing',
      args: group({ args: { group: 'g-finance' } }),
      why: 'args person',
    },
    { name: 'one more argument', args: args({ deliver_to: 'p-cfo' }), why: 'deliver_to' },
    { name: 'a recipient beside the arguments', args: group({ deliverTo: 'p-cfo' }), why: 'deliverTo' },
    { name: 'a client of its own', args: { client: 'other' }, why: 'client' },
    { name: 'a requester of its own', args: { requester: 'p-cfo' }, why: 'requester' },
    { name: 'a subject of its own', args: { subject: 'p-cfo' }, why: 'subject' },
    {
      name: 'the requester as an argument',
      args: group({ tool: 'log_ticket', args: { requester: 'p-cfo', note: 'x' } }),
      why: 'requester',
    },
    {
      name: 'a text of 201 characters',
      args: group({ tool: 'log_ticket', args: { note: 'x'.repeat(201) } }),
      why: '200 characters',
    },
    {
      name: 'a fraction, which no hash can hold',
      args: group({ tool: 'log_ticket', args: { note: 1.5 } }),
      why: 'whole number',
    },
    {
      name: 'an address with a foreign letter',
      args: group({ tool: 'log_ticket', args: { note: 'dàna@tidewater.example' } }),
      why: 'outside ASCII',
    },
    { name: 'a time that is no time', args: group({ not_before: 'Friday' }), why: 'not_before' },
    {
      name: 'a month that does not exist',
      args: group({ not_before: '2026-13-01T10:00' }),
      why: 'not_before',
    },
    {
      name: 'a day that the calendar does not have',
      args: group({ not_before: '2027-02-30T10:00' }),
      why: 'not a date and time like',
    },
    { name: 'a time that has passed', args: group({ not_before: '2026-11-17T17:00' }), why: 'passed' },
    { name: 'a time in ten years', args: group({ not_before: '2036-11-17T17:00' }), why: 'year ahead' },
    { name: 'an empty diagnosis', args: { diagnosis: '\u200b ' }, why: 'diagnosis' },
    { name: 'an empty reply', args: { reply: '' }, why: 'reply' },
    { name: 'confidence in words', args: { confidence: 'high' }, why: 'confidence' },
  ];
  test.each(rows)('$name', async ({ args: change, why }) => {
    expect(await refused(change)).toContain(why);
  });

  test('an id that only stood in a display name', async () => {
    const results = { find_groups: [{ id: 'g-news', name: 'g-finance' }] };
    expect(await refused({}, { results })).toContain('look-up');
  });
});

test('the requester is acted on without a look-up; their id is the program’s', async () => {
  const step = { tool: 'reset_password', args: { person: 'p-dana' }, why: 'Forgotten.' };
  const ran = await run([plan({ steps: [step] })]);
  expect(ran.proposal).toMatchObject({ type: 'plan', steps: [step] });
  const unknown = await run([plan({ steps: [step] })], {
    request: { requester: { id: undefined, email: 'dana@tidewater.example', name: 'Dana' } },
  });
  expect(unknown.error?.kind).toBe('conversation');
});

test('a requester argument is neither shown to the model nor taken from it', async () => {
  const step = { tool: 'log_ticket', args: { note: 'Printer fixed' }, why: '' };
  const ran = await run([plan({ steps: [step] })]);
  expect(ran.proposal).toMatchObject({ type: 'plan', steps: [step] });
  expect(ran.model.requests[0]!.messages[0]).toMatchObject({
    text: expect.stringContaining('log_ticket: log ticket. args {"note":"text"}'),
  });
});

test('a local time waits in the time zone of the client', async () => {
  const ran = await run([LOOK, plan({ steps: [{ ...STEP, not_before: '2026-11-27T17:00' }] })]);
  expect(ran.proposal).toMatchObject({ steps: [{ notBefore: Date.parse('2026-11-27T16:00:00Z') }] });
});

test('a schema that cannot be read, or a pattern made to hang, stops nothing', async () => {
  const odd = tool('odd', 'write', { note: 'text' }, { schema: { type: 'object', $ref: '#/nowhere' } });
  const slow = tool(
    'slow',
    'write',
    { note: 'text' },
    {
      schema: { type: 'object', properties: { note: { type: 'string', pattern: '^(a+)+$' } } },
    },
  );
  const note = `${'a'.repeat(190)}!`;
  const steps = ['odd', 'slow'].map((name) => ({ tool: name, args: { note }, why: 'x' }));
  const ran = await run([plan({ steps })], { writes: [odd, slow] });
  expect(ran.proposal).toMatchObject({ type: 'plan', steps });
});

describe('confidence', () => {
  const threshold = (_: string, type: string) => (type === 'access' ? 0.8 : 0.3);
  const rows = [
    { name: 'below', confidence: 0.79, type: 'access', outcome: 'hand_off' },
    { name: 'exactly', confidence: 0.8, type: 'access', outcome: 'plan' },
    { name: 'another type', confidence: 0.4, type: 'password', outcome: 'plan' },
    { name: 'a type that nobody knows counts as other', confidence: 0.4, type: 'made-up', outcome: 'plan' },
  ];
  test.each(rows)('$name', async ({ confidence, type, outcome }) => {
    const ran = await run([LOOK, plan({ confidence, ticket_type: type })], { confidence: threshold });
    expect(ran.proposal?.type).toBe(outcome);
    expect(ran.proposal?.ticketType).toBe(type === 'made-up' ? 'other' : type);
  });
  test('the hand-off shows the diagnosis and both figures', async () => {
    const ran = await run([LOOK, plan({ confidence: 0.25 })], { confidence: threshold });
    expect(ran.proposal).toMatchObject({
      reason: 'Dana is not in Finance. (The assistant is 25 % sure, and 80 % is needed for access.)',
    });
  });
  test.each([
    { name: 'the client’s type', msp: { access: 0.1 }, client: { access: 0.9 }, is: 0.9 },
    {
      name: 'the MSP’s type before the client’s default',
      msp: { access: 0.1 },
      client: { default: 0.9 },
      is: 0.1,
    },
    { name: 'the client’s default', msp: { default: 0.1 }, client: { default: 0.9 }, is: 0.9 },
    { name: 'the MSP’s default', msp: { default: 0.1 }, client: { mfa: 1 }, is: 0.1 },
    { name: 'nothing is said', msp: {}, client: {}, is: DEFAULT_CONFIDENCE },
  ])('threshold: $name', ({ msp, client, is }) => {
    expect(confidenceFor(msp, client, 'access')).toBe(is);
    expect(confidenceFor(msp, client, 'constructor')).not.toBeTypeOf('function');
  });
});

describe('an answer', () => {
  const answer = (change: Readonly<Record<string, Json>> = {}) =>
    turn(
      call('answer', {
        text: 'Open the VPN.',
        sources: ['VPN guide'],
        confidence: 0.9,
        ticket_type: 'network',
        ...change,
      }),
    );
  test('names its sources with their links', async () => {
    const ran = await run([LOOK_UP_DOCUMENTS, answer({ sources: ['d-vpn', 'VPN guide'] })]);
    expect(ran.proposal).toEqual({
      type: 'answer',
      text: 'Open the VPN.',
      sources: ['VPN guide (https://docs.tidewater.example/vpn)'],
      ticketType: 'network',
    });
  });
  const wrong = [
    { name: 'an invented source', look: LOOK_UP_DOCUMENTS, change: { sources: ['Secret guide'] } },
    { name: 'one real and one invented', look: LOOK_UP_DOCUMENTS, change: { sources: ['VPN guide', 'x'] } },
    { name: 'no source', look: LOOK_UP_DOCUMENTS, change: { sources: [] } },
    { name: 'a document of no search', look: LOOK, change: {} },
    {
      name: 'a ticket that looks like a document',
      look: turn(call('similar_tickets', { query: 'vpn' })),
      change: { sources: ['Old ticket'] },
    },
  ];
  test.each(wrong)('is refused with $name', async ({ look, change }) => {
    const ran = await run([look, answer(change)]);
    expect(ran.error?.message).toContain('sources');
  });
  test('goes to a person when the model is not sure enough', async () => {
    const ran = await run([LOOK_UP_DOCUMENTS, answer({ confidence: 0.1 })]);
    expect(ran.proposal).toMatchObject({
      type: 'hand_off',
      reason: expect.stringContaining('Open the VPN.'),
    });
  });
  test('a plan without steps is an answer only if its evidence names a document', async () => {
    const steps = { steps: [], reply: 'Use the VPN.' };
    const named = await run([LOOK_UP_DOCUMENTS, plan({ ...steps, evidence: ['VPN guide says so.'] })]);
    expect(named.proposal).toMatchObject({ type: 'answer', text: 'Use the VPN.' });
    const claimed = await run([LOOK_UP_DOCUMENTS, plan({ ...steps, reply: 'Done. All is set.' })]);
    expect(claimed.proposal).toMatchObject({ type: 'hand_off', reason: expect.stringContaining('no steps') });
    expect(JSON.stringify(claimed.proposal)).not.toContain('All is set');
  });
});

describe('a question', () => {
  const ask = (question: string, notes = 'Finance and Finance EU fit.') =>
    turn(call('ask_requester', { question, notes, ticket_type: 'access' }));
  test('keeps what is known, and the next run goes on from there', async () => {
    const first = await run([LOOK, ask('Which Finance group?', 'password: hunter2 and Finance EU fit.')]);
    if (first.proposal?.type !== 'question') throw new Error('no question');
    expect(first.proposal).toMatchObject({ question: 'Which Finance group?', ticketType: 'access' });
    expect(JSON.stringify(first.proposal.state)).not.toContain('hunter2');
    const next = await run([LOOK, plan()], {
      request: { messages: ['add me', 'Finance please'], state: first.proposal.state },
    });
    const sent = next.model.requests[0]!.messages[1]!;
    expect(sent).toMatchObject({
      text: expect.stringContaining(
        'conversation: [{"requester":"add me"},{"desk":"Which Finance group?"},{"requester":"Finance please"}]',
      ),
    });
    expect(sent).toMatchObject({ text: expect.stringContaining('Finance EU fit.') });
  });
  test('three at most; the fourth goes to a person', async () => {
    let state: Readonly<Record<string, Json>> = {};
    for (let asked = 0; asked < 3; asked += 1) {
      const ran = await run([ask(`Question ${asked}?`)], { request: { state } });
      if (ran.proposal?.type !== 'question') throw new Error('no question');
      state = ran.proposal.state;
    }
    const ran = await run([ask('And now?')], { request: { state } });
    expect(ran.proposal).toMatchObject({ type: 'hand_off', reason: expect.stringContaining('And now?') });
  });
  test('the embedded planner’s questions count', async () => {
    const asked = [1, 2, 3].map((at) => ({ slot: 'x', at, options: [] }));
    const ran = await run([ask('And now?')], { request: { state: { workflow: 'w', asked } } });
    expect(ran.proposal?.type).toBe('hand_off');
  });
  test('notes are kept at 2 kB', async () => {
    const ran = await run([ask('Which?', 'n'.repeat(5000))]);
    if (ran.proposal?.type !== 'question') throw new Error('no question');
    expect(String(ran.proposal.state.notes)).toHaveLength(2000);
  });
  test.each([
    'Please send me your current password.',
    'What is your PIN?',
    'Which verification code did you get?',
    'Tell me the one-time code',
    'Could I have your VPN password?',
    'Please confirm your password.',
  ])('never asks for a secret: %s', async (question) => {
    const ran = await run([ask(question)]);
    expect(ran.error?.message).toContain('question asks for a password');
  });
});

test.each([
  'Have you forgotten your password, or is the account locked?',
  'Do you need a password reset or an unlock?',
  'Which error code do you see?',
])('a question about a secret is no request for it: %s', async (question) => {
  const ran = await run([turn(call('ask_requester', { question }))]);
  expect(ran.proposal).toMatchObject({ type: 'question', question });
});

describe('texts for people', () => {
  const rows = [
    { name: 'an invented link', reply: 'See https://evil.example/reset?x=1.', is: 'See [link removed].' },
    {
      name: 'an invented link in mark-up',
      reply: '[Click](https://evil.example) now',
      is: 'Click ([link removed]) now',
    },
    { name: 'an image', reply: '![x](http://evil.example/p.png)', is: '!x ([link removed])' },
    { name: 'a bare host', reply: 'Go to evil.example/reset now', is: 'Go to [link removed] now' },
    { name: 'a host that ends like a file', reply: 'evil.example/x.pdf', is: '[link removed]' },
    { name: 'mail-to', reply: 'mailto:eve@evil.example', is: '[link removed]' },
    { name: 'a foreign address', reply: 'Write to eve@evil.example.', is: 'Write to [address removed].' },
    { name: 'a colleague', reply: 'Write to mia@tidewater.example.', is: 'Write to mia@tidewater.example.' },
    {
      name: 'a look-alike of the domain',
      reply: 'mia@tidewater.example.evil.example',
      is: '[address removed]',
    },
    { name: 'a channel mention', reply: '<!channel> done', is: '‹!channel› done' },
    { name: 'a person mention', reply: '<@U123> and @here', is: '‹U123› and here' },
    { name: 'a Teams mention', reply: '<at>Mia</at> done', is: '‹at›Mia‹/at› done' },
    { name: 'hidden characters', reply: 'Do\u200bne\u202e.', is: 'Done.' },
    { name: 'a secret', reply: 'Your password is Winter2026!', is: 'Your password is [hidden]' },
    {
      name: 'a link of the workflow',
      reply: 'See https://help.tidewater.example/groups.',
      is: 'See https://help.tidewater.example/groups.',
    },
    {
      name: 'that link with something added',
      reply: 'https://help.tidewater.example/groups?u=dana',
      is: '[link removed]',
    },
    {
      name: 'a link of a document',
      reply: 'https://vpn.tidewater.example/start',
      is: 'https://vpn.tidewater.example/start',
    },
    {
      name: 'a file and a sentence',
      reply: 'Open report.pdf, e.g. at 10:30.',
      is: 'Open report.pdf, e.g. at 10:30.',
    },
  ];
  test.each(rows)('$name', async ({ reply, is }) => {
    const both = turn(call('find_groups', { query: 'Finance' }), call('search_documents', { query: 'x' }));
    const ran = await run(
      [both, plan({ reply, diagnosis: reply, evidence: [reply], steps: [{ ...STEP, why: reply }] })],
      {
        request: { workflows: [GROUP_GUIDE] },
        writes: WRITES,
      },
    );
    expect(ran.proposal).toMatchObject({ reply: is, diagnosis: is, evidence: [is], steps: [{ why: is }] });
  });
  test('the same holds for questions, answers and reasons', async () => {
    const bad = 'See https://evil.example @here';
    const good = 'See [link removed] here';
    const asked = await run([turn(call('ask_requester', { question: bad }))]);
    expect(asked.proposal).toMatchObject({ question: good });
    const handed = await run([turn(call('hand_off', { reason: bad }))]);
    expect(handed.proposal).toMatchObject({ reason: good });
    const answered = await run([
      LOOK_UP_DOCUMENTS,
      turn(call('answer', { text: bad, sources: ['d-vpn'], confidence: 1 })),
    ]);
    expect(answered.proposal).toMatchObject({ text: good });
  });
  test('lengths are capped', async () => {
    const long = 'word '.repeat(1000);
    const ran = await run([LOOK, plan({ reply: long, diagnosis: long })]);
    if (ran.proposal?.type !== 'plan') throw new Error('no plan');
    expect(ran.proposal.reply.length).toBeLessThanOrEqual(600);
    expect(ran.proposal.diagnosis.length).toBeLessThanOrEqual(1500);
    const asked = await run([turn(call('ask_requester', { question: long }))]);
    if (asked.proposal?.type !== 'question') throw new Error('no question');
    expect(asked.proposal.question.length).toBeLessThanOrEqual(300);
  });
});
