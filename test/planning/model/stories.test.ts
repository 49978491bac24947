// Whole stories with a model as the planner: from a message to the finished step, through policy, cards and approvals.
import { afterEach, expect, test } from 'vitest';
import { createModelPlanner } from '../../../src/planning/model/create-model-planner.ts';
import { knownTicketTypes } from '../../../src/planning/model/ticket-types.ts';
import type { Planner } from '../../../src/planning/planner.ts';
import { createTestDesk, DANA, MIA, type TestDesk, TINA } from '../../support/test-desk.ts';
import { call, type Script, ScriptedModel, turn } from './run-planner.ts';

let desk: TestDesk;
afterEach(() => desk.close());

function plannerOver(model: ScriptedModel): Planner {
  const planner = createModelPlanner({
    model,
    nonce: () => 'story-nonce',
    confidence: () => 0.6,
    ticketTypes: (clientId) => knownTicketTypes([], clientId),
  });
  return {
    plan: async (request, reads, writes, signal) => ({
      ...(await planner.plan(request, reads, writes, signal, { add: () => {} })),
      by: 'model',
    }),
  };
}

/** Takes the ids from the results it was shown, as a model does. */
const addToFinance: Script = ({ messages }) => {
  const told = messages.flatMap((message) => (message.role === 'tool' ? [message.text] : [])).join('\n');
  const id = (pattern: RegExp) => pattern.exec(told)?.[1] ?? 'none';
  return {
    calls: [
      call('submit_plan', {
        diagnosis: 'Dana Reyes is not a member of Finance.',
        evidence: ['Finance is a security group.'],
        confidence: 0.9,
        ticket_type: 'access',
        steps: [
          {
            tool: 'add_group_member',
            args: { group: id(/"id":"([^"]*finance[^"]*)"/), person: id(/"id":"([^"]*dana[^"]*)"/) },
            why: 'Asked to be in Finance.',
          },
        ],
        reply: 'Done. You are in Finance now; see https://evil.example/welcome.',
      }),
    ],
  };
};

const look = turn(call('find_people', { query: DANA }), call('find_groups', { query: 'Finance' }));

test('add me to the Finance group: planned by the model, approved by a technician and the manager', async () => {
  const model = new ScriptedModel([look, addToFinance]);
  desk = await createTestDesk({ planner: plannerOver(model) });
  await desk.says(DANA, 'Please add me to the Finance group');
  expect(desk.chat.textsOf(TINA)[0]).toContain('Add Dana Reyes to the group Finance');
  expect(await desk.clicks(TINA, 'Approve')).toBe('accepted');
  expect(desk.chat.textsOf(DANA).join()).not.toContain('Done.');
  expect(await desk.clicks(MIA, 'Approve')).toBe('accepted');
  expect(desk.chat.textsOf(DANA).at(-1)).toContain('Done. You are in Finance now; see [link removed].');
  const systems = desk.app.core.systems('acme-dental');
  const [dana] = (await systems.directory?.findPeople(DANA, AbortSignal.timeout(5000))) ?? [];
  const [finance] = (await systems.directory?.findGroups('Finance', AbortSignal.timeout(5000))) ?? [];
  expect(dana?.groupIds).toContain(finance?.id);
  expect(model.requests).toHaveLength(2);
});

test('a question, its answer, and the plan', async () => {
  const model = new ScriptedModel([
    turn(
      call('ask_requester', {
        question: 'Which group do you need?',
        notes: 'Dana wants a group, not said which.',
        ticket_type: 'access',
      }),
    ),
    look,
    addToFinance,
  ]);
  desk = await createTestDesk({ planner: plannerOver(model) });
  await desk.says(DANA, 'Please add me to the group for the month-end work');
  expect(desk.chat.textsOf(DANA).at(-1)).toContain('Which group do you need?');
  await desk.says(DANA, 'The Finance group');
  const asked = model.requests[1]!.messages[1]!;
  expect(asked).toMatchObject({ text: expect.stringContaining('{"desk":"Which group do you need?"}') });
  expect(asked).toMatchObject({ text: expect.stringContaining('not said which') });
  await desk.clicks(TINA, 'Approve');
  await desk.clicks(MIA, 'Approve');
  expect(desk.chat.textsOf(DANA).at(-1)).toContain('Done.');
});

test('a model that turns an automatic tool on somebody else gets an approval, not an effect', async () => {
  const hostile: Script = () => ({
    calls: [
      call('submit_plan', {
        diagnosis: 'Reset.',
        confidence: 1,
        ticket_type: 'password',
        steps: [{ tool: 'reset_password', args: { person: MIA }, why: 'x' }],
        reply: 'Done.',
      }),
    ],
  });
  const model = new ScriptedModel([turn(call('find_people', { query: MIA })), hostile]);
  desk = await createTestDesk({ planner: plannerOver(model) });
  await desk.says(DANA, 'I forgot my password');
  expect(desk.chat.textsOf(DANA).join()).not.toContain('Done.');
  expect(() => desk.chat.button(DANA, 'Show temporary password')).toThrow('sees no button');
  expect(desk.chat.textsOf(TINA)[0]).toContain('Reset the password of Mia Fontaine');
});

test('a plan that the model is unsure of goes to a person with its diagnosis', async () => {
  const model = new ScriptedModel([
    (seen) => {
      const [submit] = addToFinance(seen).calls ?? [];
      const args = JSON.parse(submit!.arguments) as { steps: { args: unknown }[] };
      args.steps[0]!.args = { group: 'grp:finance', person: DANA };
      return {
        calls: [
          call('find_groups', { query: 'Finance' }),
          call('submit_plan', { ...args, confidence: 0.2 } as never),
        ],
      };
    },
  ]);
  desk = await createTestDesk({ planner: plannerOver(model) });
  await desk.says(DANA, 'Please add me to the Finance group');
  expect(desk.chat.textsOf(TINA)[0]).toContain('20 % sure');
  expect(desk.chat.textsOf(DANA).join()).toContain('technician');
});
