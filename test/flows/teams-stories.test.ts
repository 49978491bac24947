// The stories of the desk on Teams, each told plainly, and with every activity delivered twice and refusals in between; then
// desks where people sit in Slack and in Teams.
import { afterEach, describe, expect, test } from 'vitest';
import { DAY_MS as DAY, HOUR_MS as HOUR } from '../../src/lib/clock.ts';
import type { Planner, Proposed } from '../../src/planning/planner.ts';
import { auditOf, personAt } from '../support/directory-state.ts';
import { ACME_TENANT, member, TEAMS_PEOPLE } from '../support/teams/people.ts';
import { EVERYTHING, raiseTeamsDesk, type TeamsDesk, type TeamsDeskOptions } from '../support/teams-desk.ts';

let desk: TeamsDesk;
afterEach(() => desk.close());

const raise = async (options: TeamsDeskOptions = {}) => {
  desk = await raiseTeamsDesk(options);
};
const ACME = 'acme-dental';
const groupsOf = async (email: string) => (await personAt(desk.app, ACME, email)).groups;
const DANA = 'dana.reyes@acme-dental.example';
const samIsEnabled = async () => (await personAt(desk.app, ACME, 'sam.ortiz@acme-dental.example')).enabled;

describe.each(EVERYTHING)('%s', (everything) => {
  test('a question, its answer, and one plan for the one that was meant', async () => {
    await raise({ everything });
    await desk.says('mia', 'Please add Alex to the Newsletter group');
    expect(desk.texts('mia').filter((text) => /Alex Moreau.*Alex Petit/s.test(text))).toHaveLength(1);
    await desk.says('mia', 'Alex Petit');
    await desk.clicks('tina', 'Approve');
    expect(await groupsOf('alex.petit@acme-dental.example')).toContain('Newsletter');
    expect(await groupsOf('alex.moreau@acme-dental.example')).not.toContain('Newsletter');
  });

  test('nobody decides in 24 hours: reminded before, expired then, the click comes too late', async () => {
    await raise({ everything });
    await desk.says('dana', 'Please add me to the Finance group');
    const stale = desk.button('tina', 'Approve');
    await desk.move(20 * HOUR);
    expect(desk.texts('mia').join()).toContain('still waits for a decision');
    await desk.move(5 * HOUR);
    expect(desk.texts('dana').at(-1)).toContain('not approved in time');
    expect(desk.hasButton('tina', 'Approve')).toBe(false);
    await desk.press('tina', stale);
    await desk.told('tina', 'expired');
    expect(await groupsOf(DANA)).not.toContain('Finance');
  });

  test.each([
    { name: 'never mind', take: () => desk.says('dana', 'never mind') },
    { name: 'Cancel', take: () => desk.clicks('dana', 'Cancel') },
    { name: 'a command', take: () => desk.command('dana', 'cancel 1001') },
  ])('withdrawn by $name: every card says so', async ({ take }) => {
    await raise({ everything });
    await desk.says('dana', 'Please add me to the Finance group');
    await take();
    expect(desk.texts('dana').join()).toContain('Ticket 1001 is cancelled.');
    for (const person of ['tina', 'lee', 'mia']) {
      expect(desk.texts(person).join()).toContain('Withdrawn. Nothing was done');
      expect(desk.hasButton(person, 'Approve')).toBe(false);
    }
  });

  test('offboard Sam on Friday: approved now, done then', async () => {
    await raise({ everything });
    await desk.says('mia', 'Please offboard Sam Ortiz on Friday');
    await desk.clicks('tina', 'Approve');
    await desk.clicks('paul', 'Approve');
    expect(desk.texts('mia').join()).toContain('will be done on Friday');
    await desk.move(2 * DAY);
    expect(await samIsEnabled()).toBe(true);
    await desk.move(3 * DAY);
    expect(await samIsEnabled()).toBe(false);
    expect(desk.texts('tina').join()).toContain('Done at');
  });

  test('a technician takes it over, and what waited is withdrawn', async () => {
    await raise({ everything });
    await desk.says('dana', 'Please add me to the Finance group');
    await desk.clicks('lee', 'Take over');
    expect(desk.texts('dana').join()).toContain('Lee Park is looking after your ticket 1001');
    expect(desk.hasButton('mia', 'Approve')).toBe(false);
    await desk.command('lee', 'reply 1001 It is done by hand.');
    expect(desk.texts('dana').join()).toContain('It is done by hand.');
    await desk.command('lee', 'close 1001');
    expect((await desk.app.core.tickets.open(10)).map(({ number }) => number)).toEqual([]);
  });

  test('the requester never decides, and one person never gives both halves', async () => {
    await raise({ everything });
    await desk.says('dana', 'Please add me to the Finance group');
    const [technicians, managers] = [desk.button('tina', 'Approve'), desk.button('mia', 'Approve')];
    for (const button of [technicians, managers]) await desk.press('dana', button);
    await desk.press('mia', technicians);
    await desk.press('tina', managers);
    await desk.clicks('tina', 'Approve');
    await desk.press('tina', managers);
    expect(await groupsOf(DANA)).not.toContain('Finance');
    await desk.clicks('mia', 'Approve');
    expect(await groupsOf(DANA)).toContain('Finance');
    const decided = (await auditOf(desk.app)).filter((text) => / approved P-\d+ /.test(text));
    expect(decided).toHaveLength(2);
  });

  test('commands answer their author alone, and typed words decide only with the plan', async () => {
    await raise({ everything });
    await desk.says('dana', 'Please add me to the Newsletter group');
    await desk.command('tina', 'approvals');
    expect(desk.texts('tina').join()).toContain('P-1001');
    await desk.command('tina', 'tickets');
    expect(desk.texts('tina').join()).toContain('1001');
    await desk.command('dana', 'help');
    expect(desk.texts('dana').join()).toContain('status');
    await desk.says('tina', 'approved 👍');
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
    const plan = /plan ([0-9a-f]{8})/.exec(desk.texts('tina').join())?.[1] ?? '';
    await desk.command('dana', `approve P-1001 ${plan.slice(0, 4)}`);
    await desk.command('tina', 'approve P-1001 0000');
    expect(await groupsOf(DANA)).not.toContain('Newsletter');
    await desk.command('tina', `approve P-1001 ${plan.slice(0, 4)}`);
    expect(await groupsOf(DANA)).toContain('Newsletter');
  });
});

test('a planner that thinks for as long as it likes holds up no acknowledgement', async () => {
  const waiting: ((proposal: Proposed) => void)[] = [];
  const planner: Planner = { plan: () => new Promise((resolve) => waiting.push(resolve)) };
  await raise({ planner });
  const said = await desk.sends('dana', 'Please add me to the Newsletter group');
  await expect.poll(() => waiting.length).toBe(1);
  const other = await desk.sends('sam', 'the printer is stuck');
  await expect.poll(() => waiting.length).toBe(2);
  expect([said.delivered?.status, other.delivered?.status]).toEqual([200, 200]);
  for (const release of waiting) release({ type: 'hand_off', by: 'model', reason: 'Nothing found.' });
  await desk.settle();
  for (const who of ['dana', 'sam'])
    expect(desk.texts(who).at(-1)).toContain('A technician is taking this over');
});

test('200 conversations at once: everybody gets one receipt and one answer', async () => {
  const crowd = Array.from({ length: 200 }, (_, at) =>
    member(`p${at}`, `Person ${at}`, `person.${at}@acme-dental.example`, ACME_TENANT),
  );
  await raise({ people: [...TEAMS_PEOPLE, ...crowd] });
  await Promise.all(crowd.map(({ name }) => desk.sends(name, 'How do I connect to the VPN?')));
  const answered = async () => {
    await desk.settle();
    return crowd.filter(({ name }) => desk.texts(name).join().includes('Source')).length;
  };
  await expect.poll(answered, { timeout: 30_000 }).toBe(crowd.length);
  for (const { name } of crowd) {
    const texts = desk.texts(name);
    expect(texts.filter((text) => text.includes('Your ticket is'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Source'))).toHaveLength(1);
  }
  expect((await auditOf(desk.app)).length).toBeGreaterThan(0);
}, 60_000);

describe('people in Slack and in Teams', () => {
  test('asked in Teams, technician in Slack, manager in Teams: one ticket, one approval, every card follows', async () => {
    await raise({ slack: true });
    await desk.says('dana', 'Please add me to the Finance group');
    await desk.slack.clicks('lee', 'Approve');
    expect(desk.texts('tina').join()).toContain('Approved by Lee Park');
    expect(await groupsOf(DANA)).not.toContain('Finance');
    await desk.clicks('mia', 'Approve');
    expect(await groupsOf(DANA)).toContain('Finance');
    for (const texts of [
      desk.texts('tina'),
      desk.texts('mia'),
      desk.slack.texts('tina'),
      desk.slack.texts('mia'),
    ])
      expect(texts.join()).toContain('Mia Fontaine');
    for (const room of [desk, desk.slack])
      for (const person of ['tina', 'lee', 'mia']) expect(room.hasButton(person, 'Approve')).toBe(false);
    expect(await desk.app.core.approvals.decided(10)).toHaveLength(2);
    expect(desk.texts('dana').join()).toContain('Finance');
  });

  test('asked in Slack, manager in Teams', async () => {
    await raise({ slack: true });
    await desk.slack.says('dana', 'Please add me to the Finance group');
    await desk.clicks('mia', 'Approve');
    await desk.clicks('tina', 'Approve');
    expect(await groupsOf(DANA)).toContain('Finance');
    expect(desk.slack.texts('dana').join()).toContain('Finance');
    expect(desk.slack.hasButton('mia', 'Approve')).toBe(false);
  });
});
