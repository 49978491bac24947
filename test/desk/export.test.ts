import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDeskFile } from '../../src/desk/default.ts';
import type { DeskClient, DeskFile } from '../../src/desk/desk-file.ts';
import { diffDesk } from '../../src/desk/diff.ts';
import { exportDeskFile } from '../../src/desk/export.ts';
import { parseDeskFile } from '../../src/desk/parse.ts';
import type { PolicyRule } from '../../src/policy/policy.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
/** Texts that YAML could take for something else. */
const words = fc.oneof(
  fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text),
  fc.constantFrom(
    'null',
    'true',
    '12',
    '0x1f',
    '1e3',
    '~',
    '- a',
    'a: b',
    '# x',
    '*a',
    '&a',
    '{{x}}',
    'é\nß',
    '2024-01-01',
  ),
);
const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,10}$/), { maxLength: 3 });

const policy: fc.Arbitrary<PolicyRule> = fc.record({
  tool: fc.constantFrom('reset_password', 'crm.list'),
  policy: fc.constant('approval_needed'),
  manager: maybe(fc.boolean()),
  verify: maybe(fc.boolean()),
  ticket_type: maybe(words),
  when: maybe(
    fc.dictionary(fc.constantFrom('group', 'person', 'yes'), words, { maxKeys: 3, noNullPrototype: true }),
  ),
});

function client(id: string): fc.Arbitrary<DeskClient> {
  return fc.record({
    id: fc.constant(id),
    name: words,
    domains: fc.constant([`${id}.example`]),
    slackTeams: names,
    teamsTenants: names,
    mode: fc.constantFrom('plan', 'execute', 'inherit'),
    timeZone: fc.constantFrom('UTC', 'Europe/Paris', 'America/Chicago'),
    notify: fc.subarray(['slack_dm', 'slack:C0', 'ticket_note']),
    managerFallback: maybe(fc.constant('mia@x.example')),
    protected: fc.array(words, { maxLength: 2 }),
    approvers: maybe(fc.subarray(['ada@x.example'])),
    receipt: fc.boolean(),
    requesterNotices: fc.boolean(),
    integrations: fc.subarray([{ id: 'sandbox', kind: 'sandbox' as const }]),
    policies: fc.array(policy, { maxLength: 3 }),
    tools: fc.subarray([
      {
        name: 'ping',
        description: 'Pings: a device',
        risk: 'read' as const,
        args: { device: { type: 'string' as const, kind: 'device' as const } },
        request: {
          method: 'POST' as const,
          url: 'https://rmm.example/x',
          body: { ratio: 0.5, list: [1, null] },
        },
      },
    ]),
    released: fc.array(words, { maxLength: 2 }),
    agent: fc.record({
      confidence: fc.constantFrom({}, { default: 0.5, password: 0.9 }),
      dailyBudget: maybe(fc.constantFrom({ tokens: 1000 }, { tokens: 5, cost: 0.5 })),
    }),
  });
}

const desk: fc.Arbitrary<DeskFile> = fc.record({
  msp: fc.record({
    name: words,
    domains: fc.constant(['north.example']),
    slackTeams: names,
    teamsTenants: names,
    defaultMode: fc.constantFrom('plan', 'execute'),
    notify: fc.subarray(['teams_dm', 'teams:19']),
  }),
  people: fc.tuple(
    fc.record({
      email: fc.constant('ada@x.example'),
      name: words,
      roles: fc.constantFrom(['msp_admin'], ['msp_technician', 'msp_admin']) as fc.Arbitrary<['msp_admin']>,
      clients: maybe(fc.subarray(['acme', 'birch'])),
      timeZone: maybe(fc.constant('Asia/Tokyo')),
    }),
  ),
  clients: fc.tuple(client('acme'), client('birch')),
  policies: fc.array(
    policy.map((rule) => ({ ...rule, locked: true })),
    { maxLength: 2 },
  ),
  mcp: fc.subarray([
    {
      id: 'crm',
      clients: ['acme'],
      command: 'crm-server',
      args: ['--x'],
      env: { TOKEN: '{{secrets.CRM}}' },
      headers: {},
      reads: ['list'],
      timeout_seconds: 5,
    },
    {
      id: 'wiki',
      url: 'https://wiki.example/mcp',
      args: [],
      env: {},
      headers: { 'x-key': '{{secrets.WIKI}}' },
      reads: [],
      timeout_seconds: 30,
    },
  ]),
  agent: fc.record({
    confidence: fc.constantFrom({}, { offboarding: 1 }),
    dailyBudget: maybe(fc.constantFrom({ cost: 2 }, { tokens: 0 })),
    prices: fc.constantFrom({}, { 'some-model': { prompt: 2.5, cached: 1, completion: 10 } }),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  slack: fc.subarray([{ team: 'T0A', botToken: '{{secrets.A}}', appToken: undefined }]),
});

describe('exportDeskFile', () => {
  it('gives a file that reads as the same desk', () => {
    fc.assert(
      fc.property(desk, (original) => {
        expect(parseDeskFile(exportDeskFile(original))).toEqual({ ok: true, desk: original });
      }),
      { numRuns: 200 },
    );
  });

  it('keeps "nobody may approve" apart from "every technician may"', () => {
    const base = defaultDeskFile();
    const nobody = { ...base, clients: base.clients.map((one) => ({ ...one, approvers: [] })) };
    const again = parseDeskFile(exportDeskFile(nobody));
    expect(again.ok && again.desk.clients.map(({ approvers }) => approvers)).toEqual([[], []]);
  });
});

describe('diffDesk', () => {
  it('finds no difference in the same desk, however it was written', () => {
    fc.assert(
      fc.property(desk, (original) => {
        const again = parseDeskFile(exportDeskFile(original));
        expect(again.ok && diffDesk(original, again.desk)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('names each difference by what people know it by', () => {
    const file = defaultDeskFile();
    const [acme, birch] = file.clients as [DeskClient, DeskClient];
    const now: DeskFile = {
      ...file,
      people: file.people.slice(0, 3),
      clients: [
        {
          ...acme,
          mode: 'plan',
          notify: ['slack_dm'],
          policies: acme.policies.map((rule) =>
            rule.when === undefined ? rule : { ...rule, manager: undefined, verify: true },
          ),
        },
        { ...birch, policies: [...birch.policies, { tool: 'reset_mfa', policy: 'disabled' }] },
      ],
    };
    expect(diffDesk(file, now)).toEqual([
      {
        path: 'people[lee@north-msp.example]',
        file: '{"email":"lee@north-msp.example","name":"Lee Park","roles":["msp_technician"]}',
        now: undefined,
      },
      { path: 'clients[acme-dental].mode', file: '"execute"', now: '"plan"' },
      {
        path: 'clients[acme-dental].policies[add_group_member {"group":"Finance*"}].manager',
        file: 'true',
        now: undefined,
      },
      {
        path: 'clients[acme-dental].policies[add_group_member {"group":"Finance*"}].verify',
        file: undefined,
        now: 'true',
      },
      { path: 'clients[acme-dental].notify', file: undefined, now: '["slack_dm"]' },
      {
        path: 'clients[birch-legal].policies[reset_mfa]',
        file: undefined,
        now: '{"policy":"disabled","tool":"reset_mfa"}',
      },
    ]);
  });
});
