import { describe, expect, it } from 'vitest';
import type { MatchedWorkflow } from '../../../src/workflows/workflow.ts';
import { having, INHERITED_NAMES } from '../../support/inherited-names.ts';
import { inShort, type Setting, talk } from './fake-desk.ts';

const steps = [{ tool: 'add_group_member', args: { group: '{{group}}', person: '{{who}}' } }];
const params = {
  who: { description: 'The person to add', required: true },
  group: { description: 'Which group', required: true },
};
const join: Partial<MatchedWorkflow> = {
  recipe: undefined,
  title: 'Join a group',
  steps,
  params,
  reply: 'Done: {{who}} is in {{group}}.',
};
const newcomer = {
  recipe: undefined,
  title: 'Prepare an account',
  steps: [{ tool: 'create_user', args: { email: '{{address}}', name: '{{full_name}}', title: '{{title}}' } }],
  params: {
    address: { description: 'The new address', required: true },
    full_name: { description: 'The full name.', required: true },
    title: { description: 'The job title', required: false },
  },
};

const badge = {
  recipe: undefined,
  title: 'Badge',
  steps: [{ tool: 'print_badge', args: { user: '{{user}}' } }],
  params: { user: { required: true } },
};

interface Row {
  readonly name: string;
  readonly workflow: Partial<MatchedWorkflow>;
  readonly say: readonly string[];
  readonly setting?: Setting;
  readonly expected: string | readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'person and group from the message',
    workflow: join,
    say: ['add Mia Fontaine to the Finance EU group'],
    expected: ['add_group_member group=g-finance-eu person=p-mia-fontaine'],
  },
  {
    name: 'oneself',
    workflow: join,
    say: ['add me to the Payroll group'],
    expected: ['add_group_member group=g-payroll person=p-dana-reyes'],
  },
  {
    name: 'an unsaid person is asked, never assumed',
    workflow: join,
    say: ['the Payroll group please', 'Mia'],
    expected: ['add_group_member group=g-payroll person=p-mia-fontaine'],
  },
  {
    name: 'an unclear person is asked',
    workflow: join,
    say: ['add Sam to the Payroll group', 'Okafor'],
    expected: ['add_group_member group=g-payroll person=p-sam-okafor'],
  },
  {
    name: 'an unknown group is asked',
    workflow: join,
    say: ['add me to the Foobar group', 'Payroll'],
    expected: ['add_group_member group=g-payroll person=p-dana-reyes'],
  },
  {
    name: 'texts by their names',
    workflow: newcomer,
    say: ['address: x.y@tidewater.example\nfull name: X Young\ntitle = "Nurse"'],
    expected: ['create_user email=x.y@tidewater.example name=X Young title=Nurse'],
  },
  {
    name: 'a value ends with its line, also where a line behind it counts for nothing',
    workflow: newcomer,
    say: ['address: x.y@tidewater.example\nfull name: X Young\nDo I have to wait?\nmy flight leaves at six'],
    expected: ['create_user email=x.y@tidewater.example name=X Young'],
  },
  {
    name: 'an optional text is left out',
    workflow: newcomer,
    say: ['address: x.y@tidewater.example, full name: X Young'],
    expected: ['create_user email=x.y@tidewater.example name=X Young'],
  },
  {
    name: 'a required text is asked for',
    workflow: newcomer,
    say: ['address: x.y@tidewater.example', 'X Young'],
    expected: ['create_user email=x.y@tidewater.example name=X Young'],
  },
  {
    name: 'a value is not filled again',
    workflow: newcomer,
    say: ['address: {{full_name}}\nfull name: {{address}}'],
    expected: ['create_user email={{full_name}} name={{address}}'],
  },
  {
    name: 'a device by its label',
    workflow: {
      recipe: undefined,
      title: 'Spooler',
      steps: [{ tool: 'restart_spooler', args: { device: '{{printer}}' } }],
      params: { printer: { required: true } },
    },
    say: ['restart PRN-LYON-2'],
    expected: ['restart_spooler device=d-prn-2'],
  },
  {
    name: 'a result of an earlier step stays open',
    workflow: {
      ...join,
      steps: [{ tool: 'add_group_member', args: { group: 'x {{steps.find.result}}', person: '{{who}}' } }],
      params: { who: params.who },
    },
    say: ['add Mia to the Payroll group'],
    expected:
      'hand_off: The workflow “Join a group” leaves group of add_group_member open: the message does not say it.',
  },
  {
    name: 'a tool that may not be used',
    workflow: { ...join, steps: [{ tool: 'wipe_device', args: {} }] },
    say: ['add Mia to the Payroll group'],
    expected: 'hand_off: The workflow “Join a group” needs wipe_device, which may not be used here.',
  },
  {
    name: 'two people',
    workflow: {
      ...join,
      params: { ...params, manager: { description: 'The person who leads them', required: true } },
    },
    say: ['add Mia to Payroll'],
    expected:
      'hand_off: The workflow “Join a group” names several people; who is who cannot be told without a model.',
  },
  {
    name: 'a tool that takes an address as text',
    workflow: badge,
    say: ['badge for Mia Fontaine'],
    expected: ['print_badge user=mia.fontaine@tidewater.example'],
  },
  {
    name: 'an address as it was written, where there is no directory to look in',
    workflow: badge,
    say: ['badge for Mia.Fontaine@tidewater.example, the old one broke'],
    setting: { without: ['find_people', 'get_person'] },
    expected: ['print_badge user=Mia.Fontaine@tidewater.example'],
  },
  {
    name: 'two addresses and no directory: asked, never chosen',
    workflow: badge,
    say: ['badge for a@tidewater.example or b@tidewater.example', 'b@tidewater.example'],
    setting: { without: ['find_people', 'get_person'] },
    expected: ['print_badge user=b@tidewater.example'],
  },
  {
    name: 'the address of somebody who has no account yet',
    workflow: {
      recipe: undefined,
      title: 'Create',
      steps: [{ tool: 'create_user', args: { email: '{{user_email}}', name: 'X Young' } }],
      params: { user_email: { required: true } },
    },
    say: ['user email: x.young@tidewater.example'],
    expected: ['create_user email=x.young@tidewater.example name=X Young'],
  },
  {
    name: 'no parameters at all',
    workflow: {
      recipe: undefined,
      title: 'Front printer',
      steps: [{ tool: 'restart_spooler', args: { device: 'd-prn-1' } }],
      params: {},
    },
    say: ['front printer'],
    expected: ['restart_spooler device=d-prn-1'],
  },
];

describe('step workflows', () => {
  it.each(INHERITED_NAMES)('have a parameter named %s', async (name) => {
    const workflow = {
      recipe: undefined,
      title: 'Prepare an account',
      steps: [{ tool: 'create_user', args: { email: 'x@tidewater.example', name: `{{${name}}}` } }],
      params: having(name, { description: 'The full name', required: true }),
    };
    const { last } = await talk('steps', ['prepare it', 'X Young'], { workflow });
    expect(inShort(last)).toEqual(['create_user email=x@tidewater.example name=X Young']);
  });

  it.each(INHERITED_NAMES)('fill an argument named %s, which no tool describes', async (name) => {
    const workflow = {
      ...join,
      steps: [{ tool: 'add_group_member', args: { group: '{{group}}', ...having(name, '{{who}}') } }],
    };
    const { last } = await talk('steps', ['add Mia to the Payroll group'], { workflow });
    expect(inShort(last)).toEqual([`add_group_member group=g-payroll ${name}=p-mia-fontaine`]);
  });

  it.each(rows)('$name', async ({ workflow, say, setting, expected }) => {
    const { last } = await talk('steps', say, { ...setting, workflow });
    expect(inShort(last)).toEqual(expected);
  });

  it('replies with names, not ids, and names the subject', async () => {
    const { last } = await talk('steps', ['add Mia to the Payroll group'], { workflow: join });
    expect(last).toMatchObject({
      reply: 'Done: Mia Fontaine is in Payroll.',
      subject: 'p-mia-fontaine',
      ticketType: 'wf-steps',
    });
  });
});
