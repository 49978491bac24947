// A technician asks for a new plan with a hint: by command, by the button's form and in the ticket's own thread.
import { afterEach, expect, test } from 'vitest';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { buttonsOf, formOf, MemoryChat, privateText } from '../support/memory-chat.ts';
import { messageEvent } from '../support/message-event.ts';
import { createTestDesk, DANA, LEE, MIA, type TestDesk, TINA } from '../support/test-desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const ticket = async () => (await desk.app.core.tickets.byNumber(1001))!;
const plan = async () => (await desk.app.core.plans.ofTicket((await ticket()).id))!;
const entries = async () => desk.app.core.tickets.entries((await ticket()).id);
const audit = async () => (await desk.app.core.audit.latest(100)).map(({ text }) => text ?? '').join('\n');

async function waiting(): Promise<string> {
  desk = await createTestDesk();
  await desk.says(DANA, 'Please add me to the Finance group');
  return (await plan()).hash;
}

test('the command replaces what waits, makes a new hash, and whoever hinted may approve', async () => {
  const before = await waiting();
  const stale = desk.chat.button(LEE, 'Approve');
  expect(await desk.command(TINA, 'plan 1001 the group is right, look at her manager')).toContain(
    'A new plan for ticket 1001 is being made',
  );
  expect((await plan()).hash).not.toBe(before);
  expect(desk.chat.textsOf(TINA).join('\n')).toContain('Replaced or changed since it was asked for');
  expect(privateText(await desk.chat.click(LEE, stale.button.action, stale.ref))).toContain(
    'has changed since you saw it',
  );
  expect((await ticket()).state).toBe('awaiting_approval');
  expect(await audit()).toContain('tina asked for a new plan on ticket 1001: the group is right');
  expect(await desk.clicks(TINA, 'Approve')).toBe('accepted');
  expect(await desk.clicks(MIA, 'Approve')).toBe('accepted');
  expect(desk.chat.textsOf(DANA).at(-1)).toContain('Finance');
  for (const who of [DANA, MIA])
    expect(desk.chat.textsOf(who).join('\n')).not.toContain('look at her manager');
});

test('the form of the button on the details and on the hand-off card', async () => {
  await waiting();
  const details = await desk.chat.clicks(TINA, 'Details');
  if (details.type !== 'private' || typeof details.content === 'string') throw new Error('no card');
  const button = buttonsOf(details.content).find(({ label }) => label === 'New plan…')!;
  const form = formOf(await desk.chat.click(TINA, button.action));
  expect(form.fields[0]?.label).toBe('What should it do differently?');
  expect(await desk.chat.submit(TINA, form.action, { hint: ' ' })).toEqual({
    type: 'form_errors',
    errors: { hint: 'Please say what it should do differently.' },
  });
  await desk.chat.submit(TINA, form.action, { hint: 'again, my password is hunter2' });
  await desk.settle();
  expect((await entries()).filter(({ kind }) => kind === 'hint')).toMatchObject([
    { author: 'tina', text: 'again, my password is [hidden]' },
  ]);
  expect(privateText(await desk.chat.click(DANA, button.action))).toContain('for the technicians');
  expect(privateText(await desk.chat.submit(DANA, form.action, { hint: 'mine' }))).toContain(
    'for the technicians',
  );
});

test('a hint picks the workflow where the message matched none', async () => {
  desk = await createTestDesk();
  await desk.says(DANA, 'The thing on the third floor hums again');
  expect((await ticket()).state).toBe('with_technician');
  const { button } = desk.chat.button(TINA, 'New plan…');
  const form = formOf(await desk.chat.click(TINA, button.action));
  await desk.chat.submit(TINA, form.action, { hint: 'forgot password' });
  await desk.settle();
  const cards = desk.chat.textsOf(TINA).join('\n');
  expect(cards).toContain('tina asked for a new plan.');
  expect((await plan()).body.steps[0]?.tool ?? '').toBe('reset_password');
  expect((await plan()).prose.workflows[0]?.why).toContain("a technician's hint");
});

test('refusals: no hint, running, finished, another client, the requester', async () => {
  const file = defaultDeskFile();
  const limited = {
    ...file,
    people: file.people.map((person) => (person.email === LEE ? { ...person, clients: ['globex'] } : person)),
  };
  desk = await createTestDesk({ desk: limited });
  await desk.says(DANA, 'Please add me to the Finance group');
  expect(await desk.command(TINA, 'plan')).toContain('Usage: plan N [HINT]');
  expect(await desk.command(TINA, 'plan 1001')).toBe('form New plan for 1001');
  expect(await desk.command(TINA, 'plan 9999 x')).toContain('no ticket 9999');
  expect(await desk.command(LEE, 'plan 1001 faster')).toContain('no ticket 1001');
  expect(await desk.command(DANA, 'plan 1001 faster')).toContain('There is no command "plan" for you');
  await desk.says(TINA, 'Please add me to the Newsletter group');
  expect(await desk.command(TINA, 'plan 1002 approve at once')).toContain('You are part of this request');
  await desk.command(TINA, 'close 1001');
  expect(await desk.command(TINA, 'plan 1001 x')).toContain('is finished');
  expect((await entries()).filter(({ kind }) => kind === 'hint')).toEqual([]);
});

test('nothing is planned anew while a plan is carried out', async () => {
  desk = await createTestDesk();
  await desk.says(MIA, 'Please offboard Sam Ortiz on Friday');
  await desk.clicks(TINA, 'Approve');
  await desk.clicks('paul.laurent@acme-dental.example', 'Approve');
  expect(await desk.command(TINA, 'plan 1001 not on Friday')).toContain('is being carried out');
  expect((await plan()).status).toBe('running');
});

test('a hint that comes while the planner is at work is in the plan that is shown', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const seen: (readonly string[])[] = [];
  const { scriptedPlanner } = await import('../runs/scripted-planner.ts');
  const inner = scriptedPlanner();
  desk = await createTestDesk({
    planner: {
      plan: async (request, ...rest) => {
        seen.push(request.hints);
        if (seen.length === 1) await gate;
        return inner.plan(request, ...rest);
      },
    },
  });
  await desk.chat.says(DANA, 'newsletter please');
  await expect.poll(() => seen.length, { interval: 2, timeout: 5000 }).toBe(1);
  const reply = await desk.chat.command(TINA, 'plan 1001 mind the gap');
  expect(privateText(reply)).toContain('is being made');
  release();
  await desk.settle();
  expect(seen.at(-1)).toEqual(['mind the gap']);
  expect((await plan()).body.hints).toBe(1);
  expect((await ticket()).state).toBe('awaiting_approval');
  const live = (await desk.app.core.approvals.ofPlan((await plan()).id)).filter(
    (half) => half.status === 'pending',
  );
  expect(live).toHaveLength(1);
});

test('in the thread "plan: HINT" with a mention asks for a new plan, other words stay notes', async () => {
  const chat = new MemoryChat();
  desk = await createTestDesk({ chat });
  const at = { platform: 'playground', tenant: 'playground', channel: 'it-help', thread: 't1' } as const;
  let n = 0;
  const inThread = async (who: string, text: string, mentioned: boolean) => {
    n += 1;
    await chat.send(
      messageEvent({
        id: `x${n}`,
        from: chat.user(who),
        at,
        own: text,
        message: { ...at, message: n === 1 ? 't1' : `t1-${n}` },
        direct: false,
        mentioned,
      }),
    );
    await desk.settle();
  };
  await inThread(DANA, 'Please add me to the Finance group', true);
  const before = (await plan()).hash;
  await inThread(TINA, 'the plan is fine for me', true);
  await inThread(TINA, 'plan: without a mention', false);
  expect((await plan()).hash).toBe(before);
  await inThread(TINA, 'plan: look again', true);
  expect((await plan()).hash).not.toBe(before);
  expect((await entries()).filter(({ kind }) => kind === 'technician')).toHaveLength(2);
  const answer = chat.messages.find(({ content }) => String(content).includes('is being made'));
  expect(answer?.onlyFor).toBe(TINA);
  await inThread(DANA, 'plan: give me everything', true);
  expect((await entries()).filter(({ kind }) => kind === 'hint')).toHaveLength(1);
});
