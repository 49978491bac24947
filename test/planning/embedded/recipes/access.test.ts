import { describe, expect, it } from 'vitest';
import { inShort, type Setting, talk } from '../fake-desk.ts';

interface Row {
  readonly name: string;
  readonly recipe: string;
  readonly say: readonly string[];
  readonly setting?: Setting;
  readonly questions?: number;
  readonly expected: string | readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'group: oneself',
    recipe: 'change_group',
    say: ['add me to the Finance EU list'],
    expected: ['add_group_member group=g-finance-eu person=p-dana-reyes'],
  },
  {
    name: 'group: an exact name wins over a longer one',
    recipe: 'change_group',
    say: ['add me to finance'],
    expected: ['add_group_member group=g-finance person=p-dana-reyes'],
  },
  {
    name: 'group: a shorter name is never taken for a longer one',
    recipe: 'change_group',
    say: ['add me to the Finance US group'],
    expected:
      'question: I could not find a group called “Finance US”. There is Finance (security). Please write its exact name.',
  },
  {
    name: 'group: several people, a distribution list',
    recipe: 'change_group',
    say: ['please add Sam Ortiz and Erin Cole to the Newsletter distribution list'],
    expected: [
      'add_group_member group=g-newsletter person=p-sam-ortiz',
      'add_group_member group=g-newsletter person=p-erin-cole',
    ],
  },
  {
    name: 'group: a colleague and oneself',
    recipe: 'change_group',
    say: ['put Mia and me on the newsletter'],
    expected: [
      'add_group_member group=g-newsletter person=p-mia-fontaine',
      'add_group_member group=g-newsletter person=p-dana-reyes',
    ],
  },
  {
    name: 'group: several groups',
    recipe: 'change_group',
    say: ['add me to Payroll and Newsletter'],
    expected: [
      'add_group_member group=g-payroll person=p-dana-reyes',
      'add_group_member group=g-newsletter person=p-dana-reyes',
    ],
  },
  {
    name: 'group: a name with and',
    recipe: 'change_group',
    say: ['add me to Sales and Marketing'],
    expected: ['add_group_member group=g-sales-and-marketing person=p-dana-reyes'],
  },
  {
    name: 'group: quoted',
    recipe: 'change_group',
    say: ['add me to “Finance EU”'],
    expected: ['add_group_member group=g-finance-eu person=p-dana-reyes'],
  },
  {
    name: 'group: remove',
    recipe: 'change_group',
    say: ['remove Alex Petit from Finance'],
    expected: ['remove_group_member group=g-finance person=p-alex-petit'],
  },
  {
    name: 'group: move',
    recipe: 'change_group',
    say: ['move Alex Petit from Finance to Payroll'],
    expected: [
      'remove_group_member group=g-finance person=p-alex-petit',
      'add_group_member group=g-payroll person=p-alex-petit',
    ],
  },
  {
    name: 'group: member already',
    recipe: 'change_group',
    say: ['add me to All Staff'],
    expected: 'answer: Nothing has to change: you are a member of All Staff already.',
  },
  {
    name: 'group: no member',
    recipe: 'change_group',
    say: ['remove Sam Ortiz from Finance'],
    expected: 'answer: Nothing has to change: Sam Ortiz is not a member of Finance.',
  },
  {
    name: 'group: one of two is a member already',
    recipe: 'change_group',
    say: ['add Alex Petit and Sam Ortiz to Finance'],
    expected: ['add_group_member group=g-finance person=p-sam-ortiz'],
  },
  {
    name: 'group: nobody named is asked',
    recipe: 'change_group',
    say: ['please add to Payroll', 'Mia Fontaine'],
    questions: 1,
    expected: ['add_group_member group=g-payroll person=p-mia-fontaine'],
  },
  {
    name: 'group: neither added nor removed is asked',
    recipe: 'change_group',
    say: ['Finance EU group for me', 'add please'],
    questions: 1,
    expected: ['add_group_member group=g-finance-eu person=p-dana-reyes'],
  },
  {
    name: 'group: unknown, then named',
    recipe: 'change_group',
    say: ['add me to the Foobar group', 'Payroll'],
    questions: 1,
    expected: ['add_group_member group=g-payroll person=p-dana-reyes'],
  },
  {
    name: 'group: several hits, then picked',
    recipe: 'change_group',
    say: ['add me to the fin group', 'Finance EU'],
    questions: 1,
    expected: ['add_group_member group=g-finance-eu person=p-dana-reyes'],
  },
  {
    name: 'group: one of several people is unclear',
    recipe: 'change_group',
    say: ['add Mia and Sam to Payroll', 'Okafor'],
    questions: 1,
    expected: [
      'add_group_member group=g-payroll person=p-mia-fontaine',
      'add_group_member group=g-payroll person=p-sam-okafor',
    ],
  },
  {
    name: 'group: two questions, two answers',
    recipe: 'change_group',
    say: ['add Sam to the fin group', 'the second', 'sam.ortiz@tidewater.example'],
    questions: 2,
    expected: ['add_group_member group=g-finance-eu person=p-sam-ortiz'],
  },
  {
    name: 'group: three questions, then a person',
    recipe: 'change_group',
    say: ['add me to the Foobar group', 'Barfoo', 'Bazqux', 'Quux'],
    questions: 3,
    expected:
      'hand_off: Three questions did not settle it. Still open: I could not find a group called “Quux”. Please write its exact name.',
  },
  {
    name: 'group: the tool is missing',
    recipe: 'change_group',
    say: ['add me to Payroll'],
    setting: { withoutWrites: ['add_group_member'] },
    expected: 'hand_off: The plan would need add_group_member, which may not be used here.',
  },
  {
    name: 'group: groups not offered',
    recipe: 'change_group',
    say: ['add me to Payroll'],
    setting: { without: ['find_groups'] },
    expected: 'hand_off: The groups (find_groups) could not be read: the tool is not offered here.',
  },
  {
    name: 'app: only an application',
    recipe: 'app_access',
    say: ['please give me access to Draw Basic'],
    expected: ['assign_app app=a-draw-basic person=p-dana-reyes'],
  },
  {
    name: 'app: with its licence',
    recipe: 'app_access',
    say: ['I need access to Team Planner'],
    expected: [
      'assign_licence licence=l-planner person=p-dana-reyes',
      'assign_app app=a-planner person=p-dana-reyes',
    ],
  },
  {
    name: 'app: only a licence',
    recipe: 'app_access',
    say: ['Visual Plan 2 licence for Erin Cole please'],
    expected: ['assign_licence licence=l-visual person=p-erin-cole'],
  },
  {
    name: 'app: for a colleague',
    recipe: 'app_access',
    say: ['Can Mia Fontaine get access to Team Planner?'],
    expected: [
      'assign_licence licence=l-planner person=p-mia-fontaine',
      'assign_app app=a-planner person=p-mia-fontaine',
    ],
  },
  {
    name: 'app: no free seat',
    recipe: 'app_access',
    say: ['I need access to Ledger'],
    expected:
      'hand_off: Ledger Pro: 2 of 2 seats are in use; none is free for Dana Reyes. Somebody has to decide about buying one.',
  },
  {
    name: 'app: has it already',
    recipe: 'app_access',
    say: ['I need Office'],
    expected:
      'answer: You have Office already. If it does not open, reply here and a technician looks at it.',
  },
  {
    name: 'app: several of that name',
    recipe: 'app_access',
    say: ['I need access to Draw', 'studio'],
    questions: 1,
    expected: ['assign_app app=a-draw-studio person=p-dana-reyes'],
  },
  {
    name: 'app: unknown, then named',
    recipe: 'app_access',
    say: ['I need photoshop', 'Draw Basic'],
    questions: 1,
    expected: ['assign_app app=a-draw-basic person=p-dana-reyes'],
  },
  {
    name: 'app: taken away with its licence',
    recipe: 'app_access',
    say: ["please remove Alex Petit's Ledger licence"],
    expected: [
      'revoke_app app=a-ledger person=p-alex-petit',
      'remove_licence licence=l-ledger-pro person=p-alex-petit',
    ],
  },
  {
    name: 'app: nothing to take away',
    recipe: 'app_access',
    say: ['please remove my access to Ledger'],
    expected: 'answer: Nothing has to change: you do not have Ledger.',
  },
  {
    name: 'app: licences not offered',
    recipe: 'app_access',
    say: ['I need Office'],
    setting: { without: ['find_licences'] },
    expected: 'hand_off: The licences (find_licences) could not be read: the tool is not offered here.',
  },
];

describe('recipes on access', () => {
  it.each(rows)('$name', async ({ recipe, say, setting, questions = 0, expected }) => {
    const { last, questions: asked } = await talk(recipe, say, setting);
    expect(inShort(last)).toEqual(expected);
    if (last.type !== 'question') expect(asked).toHaveLength(questions);
  });

  it('says what was done and what was so already', async () => {
    const { last } = await talk('change_group', ['add Alex Petit and Sam Ortiz to Finance and Payroll']);
    expect(last).toMatchObject({
      reply:
        'Done. Sam Ortiz is now a member of Finance and Payroll; Alex Petit is now a member of Payroll. Nothing had to change for the rest: Alex Petit is a member of Finance already.',
    });
  });
});
