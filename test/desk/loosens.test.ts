// What an import loosens, and what it does not.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loosenings } from '../../src/desk/loosens.ts';
import { applyOverrides } from '../../src/desk/overrides.ts';
import { parseDeskFile } from '../../src/desk/parse.ts';

const SHIPPED = readFileSync(new URL('../../src/desk/default-desk.yaml', import.meta.url), 'utf8').replace(
  '    mode: execute\n',
  '    mode: execute\n    protected: ["Finance*"]\n    approvers: [tina@north-msp.example]\n',
);
const TOOLS = [
  { tool: 'reset_password', risk: 'write', fromMcp: false },
  { tool: 'disable_account', risk: 'destructive', fromMcp: false },
] as const;

function desk(text: string) {
  const parsed = parseDeskFile(text);
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return applyOverrides(parsed.desk, []);
}

const AUTO = '      - { tool: reset_password, policy: auto }\n';

test.each([
  { name: 'the same', from: '', to: '', says: [] },
  {
    name: 'a rule',
    from: 'policies: []',
    to: 'policies: [{ tool: disable_account, policy: auto }]',
    says: ['the policy of disable_account'],
  },
  { name: 'a stricter rule', from: AUTO, to: AUTO.replace('auto', 'disabled'), says: [] },
  {
    name: 'new rights',
    from: 'Lee Park, roles: [msp_technician]',
    to: 'Lee Park, roles: [msp_admin]',
    says: ['Lee Park (lee@north-msp.example) becomes msp_admin'],
  },
  {
    name: 'somebody new',
    from: 'people:\n',
    to: 'people:\n  - { email: zoe@north-msp.example, name: Zoe, roles: [msp_technician] }\n',
    says: ['Zoe (zoe@north-msp.example) becomes msp_technician'],
  },
  {
    name: 'rights taken',
    from: 'Noor Admin, roles: [msp_admin]',
    to: 'Noor Admin, roles: [msp_technician]',
    says: [],
  },
  {
    name: 'a protection gone',
    from: '    protected: ["Finance*"]\n',
    to: '',
    says: ['Finance* of Acme Dental is not on the protected list any more'],
  },
  {
    name: 'more approvers',
    from: 'approvers: [tina@north-msp.example]',
    to: 'approvers: [tina@north-msp.example, lee@north-msp.example]',
    says: ['further people may approve for Acme Dental'],
  },
  {
    name: 'everybody approves',
    from: '    approvers: [tina@north-msp.example]\n',
    to: '',
    says: ['further people may approve for Acme Dental'],
  },
  { name: 'nobody approves', from: 'approvers: [tina@north-msp.example]', to: 'approvers: []', says: [] },
  {
    name: 'an admin account released',
    from: '    mode: execute\n',
    to: '    mode: execute\n    released: [p-1]\n',
    says: ['the admin account p-1 of Acme Dental is released'],
  },
])('$name', ({ from, to, says }) => {
  expect(SHIPPED).toContain(from);
  expect(loosenings(desk(SHIPPED), desk(SHIPPED.replace(from, to)), TOOLS)).toEqual(says);
});

test('from plan to execute, also where the client inherits it', () => {
  const plan = SHIPPED.replace('default_mode: execute', 'default_mode: plan').replaceAll(
    '    mode: execute',
    '    mode: inherit',
  );
  const execute = plan.replace('default_mode: plan', 'default_mode: execute');
  expect(loosenings(desk(plan), desk(execute), [])).toEqual([
    'Acme Dental goes from plan to execute',
    'Birch Legal goes from plan to execute',
  ]);
  expect(loosenings(desk(execute), desk(plan), [])).toEqual([]);
});

test('somebody who was limited to some clients and is no more', () => {
  const limited = SHIPPED.replace(
    'roles: [msp_technician] }',
    'roles: [msp_technician], clients: [birch-legal] }',
  );
  expect(loosenings(desk(limited), desk(SHIPPED), [])).toEqual([
    'Tina Technician (tina@north-msp.example) may serve further clients',
  ]);
  expect(loosenings(desk(SHIPPED), desk(limited), [])).toEqual([]);
});
