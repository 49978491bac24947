import { describe, expect, it } from 'vitest';
import { inShort, type Setting, talk } from '../fake-desk.ts';

const LEAVES = [
  'disable_user person=p-sam-ortiz',
  'revoke_sessions person=p-sam-ortiz',
  'remove_group_member group=g-all-staff person=p-sam-ortiz',
  'revoke_app app=a-office person=p-sam-ortiz',
  'remove_licence licence=l-office person=p-sam-ortiz',
];
const PRIYA = 'create_user email=priya.nair@tidewater.example name=Priya Nair';

interface Row {
  readonly name: string;
  readonly recipe: string;
  readonly say: readonly string[];
  readonly setting?: Setting;
  readonly questions?: number;
  readonly expected: string | readonly string[];
  /** UTC; undefined: at once. */
  readonly at?: string;
}

const rows: readonly Row[] = [
  {
    name: 'leaving on a day ends at 17:00',
    recipe: 'offboard',
    say: ['Sam Ortiz is leaving on Friday'],
    expected: LEAVES,
    at: '2026-11-20T16:00:00.000Z',
  },
  {
    name: 'leaving at a time',
    recipe: 'offboard',
    say: ['please offboard Sam Ortiz tomorrow at 3pm'],
    expected: LEAVES,
    at: '2026-11-19T14:00:00.000Z',
  },
  {
    name: 'leaving at once',
    recipe: 'offboard',
    say: ['please offboard Sam Ortiz immediately'],
    expected: LEAVES,
  },
  {
    name: 'in the zone of the client',
    recipe: 'offboard',
    say: ['Sam Ortiz is leaving on Friday'],
    setting: { timeZone: 'America/Chicago' },
    expected: LEAVES,
    at: '2026-11-20T23:00:00.000Z',
  },
  {
    name: 'the day is asked for',
    recipe: 'offboard',
    say: ['Sam Ortiz is leaving', 'end of the month'],
    questions: 1,
    expected: LEAVES,
    at: '2026-11-30T16:00:00.000Z',
  },
  {
    name: 'a past day is asked about',
    recipe: 'offboard',
    say: ["Sam Ortiz's last day was yesterday", 'now'],
    questions: 1,
    expected: LEAVES,
  },
  {
    name: 'person and day are asked for',
    recipe: 'offboard',
    say: ['somebody is leaving', 'Sam', 'Ortiz', 'Friday'],
    questions: 3,
    expected: LEAVES,
    at: '2026-11-20T16:00:00.000Z',
  },
  {
    name: 'a day that can be read in two ways',
    recipe: 'offboard',
    say: ['Sam Ortiz leaves on 3/4/2027'],
    expected:
      'question: Which day do you mean by “3/4/2027”? Please write it like 2026-12-01, or write "now".',
  },
  {
    name: 'a day far away',
    recipe: 'offboard',
    say: ['Sam Ortiz leaves on 2031-01-01'],
    expected: 'hand_off: The date named is more than a year away; please check it with the requester.',
  },
  {
    name: 'oneself',
    recipe: 'offboard',
    say: ["I'm leaving on Friday, please close my account"],
    expected:
      'hand_off: Dana Reyes asks to end their own access. Nobody offboards themselves; please confirm with their manager.',
  },
  {
    name: 'an unknown person',
    recipe: 'offboard',
    say: ['Zelda Quint is leaving on Friday'],
    expected:
      'question: I could not find “Zelda Quint” in the directory. Please answer with the e-mail address.',
  },
  {
    name: 'applications cannot be revoked one by one',
    recipe: 'offboard',
    say: ['Sam Ortiz is leaving on Friday'],
    setting: { withoutWrites: ['revoke_app'] },
    expected: LEAVES.filter((step) => !step.startsWith('revoke_app')),
    at: '2026-11-20T16:00:00.000Z',
  },
  {
    name: 'groups cannot be changed',
    recipe: 'offboard',
    say: ['Sam Ortiz is leaving on Friday'],
    setting: { withoutWrites: ['remove_group_member'] },
    expected: 'hand_off: The plan would need remove_group_member, which may not be used here.',
  },
  {
    name: 'a new hire with everything said',
    recipe: 'onboard',
    say: ['New starter Priya Nair joining my team as a dental nurse on Monday'],
    expected: [`${PRIYA} title=dental nurse manager=p-dana-reyes`],
    at: '2026-11-23T07:00:00.000Z',
  },
  {
    name: 'a new hire of another manager',
    recipe: 'onboard',
    say: ['Please onboard Priya Nair, starting tomorrow. She reports to Mia Fontaine. Title: Bookkeeper'],
    expected: [`${PRIYA} title=Bookkeeper manager=p-mia-fontaine`],
    at: '2026-11-19T07:00:00.000Z',
  },
  {
    name: 'a form',
    recipe: 'onboard',
    say: ['New hire\nName: Priya Nair\nTitle: Office Manager\nStart: 2026-12-01\nManager: Mia Fontaine'],
    expected: [`${PRIYA} title=Office Manager manager=p-mia-fontaine`],
    at: '2026-12-01T07:00:00.000Z',
  },
  {
    name: 'all that is missing is one question',
    recipe: 'onboard',
    say: ['We have a new hire', 'Priya Nair, Dental Nurse, starts 2026-12-01, manager Mia Fontaine'],
    questions: 1,
    expected: [`${PRIYA} title=Dental Nurse manager=p-mia-fontaine`],
    at: '2026-12-01T07:00:00.000Z',
  },
  {
    name: 'the requester as manager in the answer',
    recipe: 'onboard',
    say: ['New starter Priya Nair', 'on Monday, hygienist, me'],
    questions: 1,
    expected: [`${PRIYA} title=hygienist manager=p-dana-reyes`],
    at: '2026-11-23T07:00:00.000Z',
  },
  {
    name: 'no title is no reason to ask',
    recipe: 'onboard',
    say: ['New starter Priya Nair joins my team on Monday'],
    expected: [`${PRIYA} manager=p-dana-reyes`],
    at: '2026-11-23T07:00:00.000Z',
  },
  {
    name: 'an unclear manager',
    recipe: 'onboard',
    say: ['New starter Priya Nair joins as a nurse on Monday, reporting to Sam', 'Okafor'],
    questions: 1,
    expected: [`${PRIYA} title=nurse manager=p-sam-okafor`],
    at: '2026-11-23T07:00:00.000Z',
  },
  {
    name: 'a given address at the own domain',
    recipe: 'onboard',
    say: ['New starter Priya Nair (priya@tidewater.example) joining my team as a nurse on Monday'],
    expected: ['create_user email=priya@tidewater.example name=Priya Nair title=nurse manager=p-dana-reyes'],
    at: '2026-11-23T07:00:00.000Z',
  },
  {
    name: 'a given address elsewhere is not used',
    recipe: 'onboard',
    say: ['New starter Priya Nair (priya@elsewhere.example) joining my team as a nurse on Monday'],
    expected: [`${PRIYA} title=nurse manager=p-dana-reyes`],
    at: '2026-11-23T07:00:00.000Z',
  },
  {
    name: 'a start in the past',
    recipe: 'onboard',
    say: ['New starter Priya Nair joined my team as a nurse yesterday', 'now'],
    questions: 1,
    expected: [`${PRIYA} title=nurse manager=p-dana-reyes`],
  },
  {
    name: 'the name is taken',
    recipe: 'onboard',
    say: ['New starter Sam Ortiz joining my team as a nurse on Monday'],
    expected:
      'hand_off: sam.ortiz@tidewater.example belongs to Sam Ortiz already; somebody has to choose an address for Sam Ortiz.',
  },
  {
    name: 'the tool is missing',
    recipe: 'onboard',
    say: ['New starter Priya Nair joining my team as a nurse on Monday'],
    setting: { withoutWrites: ['create_user'] },
    expected: 'hand_off: The plan would need create_user, which may not be used here.',
  },
];

describe('recipes for joiners and leavers', () => {
  it.each(rows)('$name', async ({ recipe, say, setting, questions = 0, expected, at }) => {
    const { last, questions: asked } = await talk(recipe, say, setting);
    expect(inShort(last)).toEqual(expected);
    if (last.type === 'question') return;
    expect(asked).toHaveLength(questions);
    if (last.type !== 'plan') return;
    const times = last.steps.map(({ notBefore }) => notBefore && new Date(notBefore).toISOString());
    expect(times).toEqual(last.steps.map(() => at));
  });

  it.each([
    {
      name: 'the requester',
      say: 'New starter Priya Nair joining my team as a nurse on Monday',
      whom: 'p-dana-reyes',
    },
    {
      name: 'the manager',
      say: 'New starter Priya Nair joining as a nurse on Monday, manager Mia Fontaine',
      whom: 'p-mia-fontaine',
    },
  ])('gives the first password to $name, never to the new person', async ({ say, whom }) => {
    const { last } = await talk('onboard', [say]);
    expect(last.type === 'plan' && last.steps.map(({ deliverTo }) => deliverTo)).toEqual([whom]);
  });

  it('states the derived address and the time in the plan', async () => {
    const { last } = await talk('onboard', ['New starter Priya Nair joining my team as a nurse on Monday']);
    expect(last).toMatchObject({
      ticketType: 'onboarding',
      diagnosis:
        'New colleague: Priya Nair, nurse, manager Dana Reyes. The account priya.nair@tidewater.example is created on Monday 23 November 2026, 08:00 (Europe/Paris).',
    });
  });

  it('lists the devices of somebody who leaves', async () => {
    const { last } = await talk('offboard', ['Erin Cole leaves on Friday']);
    expect(last).toMatchObject({
      subject: 'p-erin-cole',
      evidence: expect.arrayContaining(['To be returned: LT-ERIN (laptop) and TAB-ERIN (tablet).']),
    });
  });
});
