import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDeskFile } from '../../src/desk/default.ts';
import { parseDeskFile } from '../../src/desk/parse.ts';
import { INHERITED_EXAMPLES, INHERITED_NAMES } from '../support/inherited-names.ts';

const SAMPLE = `
msp:
  name: North MSP
  domains: [north-msp.example]
  slack_teams: [T0NORTH]              # workspaces and tenants where its people are trusted
  teams_tenants: [8f1c...]
  default_mode: plan                  # plan | execute
people:
  - { email: ada@north-msp.example, name: Ada Admin, roles: [msp_admin] }
  - { email: Tina@North-MSP.example, name: Tina Technician, roles: [msp_technician], clients: [acme-dental] }
clients:
  - id: acme-dental
    name: Acme Dental
    domains: [acme-dental.example]
    slack_teams: [T0NORTH]
    teams_tenants: []
    mode: execute                     # plan | execute | inherit
    notify: [slack_dm, "slack:C0APPROVE", teams_dm, ticket_note]
    integrations:
      - { id: sandbox, kind: sandbox }
    policies:
      - { tool: reset_password, policy: auto }
      - { tool: add_group_member, policy: approval_needed, manager: true, ticket_type: access, when: { group: "Finance*" } }
    tools:
      - { name: restart_spooler, description: ..., risk: write, args: { device: { type: string } },
          request: { method: POST, url: "https://rmm.example/api/devices/{{device}}/spooler/restart", headers: { authorization: "Bearer {{secrets.RMM_TOKEN}}" } } }
policies: [{ tool: reset_mfa, policy: disabled, locked: true }]
mcp: []
slack: [{ team: T0ACME, bot_token: "{{secrets.SLACK_ACME}}", app_token: "{{secrets.SLACK_ACME_APP}}" }]
`;

function problems(text: string): readonly string[] {
  const parsed = parseDeskFile(text);
  return parsed.ok ? [] : parsed.problems;
}

/** A small right file in which one line is replaced or added. */
function file(change: { msp?: string; client?: string; rest?: string } = {}): string {
  return `
msp: { name: North MSP, domains: [north-msp.example]${change.msp ?? ''} }
clients:
  - { id: acme-dental, name: Acme Dental, domains: [acme-dental.example]${change.client ?? ''} }
${change.rest ?? ''}
`;
}

describe('parseDeskFile', () => {
  it('reads the documented format', () => {
    const parsed = parseDeskFile(SAMPLE);
    if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
    expect(parsed.desk.people[1]).toEqual({
      email: 'tina@north-msp.example',
      name: 'Tina Technician',
      roles: ['msp_technician'],
      clients: ['acme-dental'],
    });
    expect(parsed.desk.clients[0]).toMatchObject({
      id: 'acme-dental',
      mode: 'execute',
      timeZone: 'UTC',
      notify: ['slack_dm', 'slack:C0APPROVE', 'teams_dm', 'ticket_note'],
      approvers: undefined,
      receipt: true,
      policies: [
        { tool: 'reset_password', policy: 'auto' },
        {
          tool: 'add_group_member',
          policy: 'approval_needed',
          manager: true,
          ticket_type: 'access',
          when: { group: 'Finance*' },
        },
      ],
    });
    expect(parsed.desk.policies).toEqual([{ tool: 'reset_mfa', policy: 'disabled', locked: true }]);
    expect(parsed.desk.slack[0]?.appToken).toBe('{{secrets.SLACK_ACME_APP}}');
  });

  it('names a key of any text that it does not know, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => {
        // Every key that the file has is of lower-case words.
        fc.pre(!/^[a-z_]+$/.test(name) || INHERITED_NAMES.some((inherited) => inherited === name));
        const key = `${JSON.stringify(name)}: 1`;
        for (const text of [
          file({ msp: `, ${key}` }),
          file({ client: `, ${key}` }),
          file({ rest: `agent: { ${key} }` }),
          file({ rest: `policies: [{ tool: reset_mfa, policy: auto, ${key} }]` }),
          file({ rest: key }),
        ])
          expect(problems(text)).toContainEqual(expect.stringMatching(/unknown key|this key is not allowed/));
      }),
      { examples: INHERITED_EXAMPLES },
    );
  });

  it('takes the shortest file', () => {
    expect(problems(file())).toEqual([]);
  });

  it('reports everything at once', () => {
    expect(
      problems(`
msp: { name: 3, domains: [] }
people:
  - { email: ada, name: Ada, roles: [admin], clients: [acme-dentel] }
clients:
  - { id: acme-dental, name: Acme, polices: [], mode: exec, time_zone: Mars/Base }
  - { id: Acme Dental, domains: [ACME..example] }
polices: []
`),
    ).toEqual([
      'msp.name: must be text, not a number',
      'msp.domains: must name at least one domain',
      'people[0].email: is not an e-mail address',
      'people[0].roles[0]: must be one of msp_technician, msp_admin',
      'clients[0].mode: must be one of plan, execute, inherit',
      'clients[0].time_zone: is not a time zone, e.g. Europe/Paris',
      'clients[0].polices: unknown key, did you mean policies?',
      'clients[1].id: must be lower-case words joined by -, e.g. acme-dental',
      'clients[1].name: is missing',
      'clients[1].domains[0]: is not a domain, e.g. acme-dental.example (letters outside ASCII in their xn-- form)',
      'polices: unknown key, did you mean policies?',
      'people[0].clients[0]: is not a client, did you mean acme-dental?',
    ]);
  });

  it.each([
    { name: 'an empty file', text: '', says: ['the file: is empty'] },
    { name: 'a list', text: '- 1', says: ['the file: must be a group of keys, not a list'] },
    { name: 'a text', text: 'msp', says: ['the file: must be a group of keys, not text'] },
    {
      name: 'a syntax error',
      text: 'msp:\n  name: [North\nclients: []',
      says: [
        'line 3, column 1: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    },
    {
      name: 'a key twice',
      text: 'msp: {}\nmsp: {}',
      says: ['line 2, column 1: Map keys must be unique'],
    },
    {
      name: 'a tag of another language',
      text: 'msp: !!js/function x',
      says: ['line 1, column 6: Unresolved tag: tag:yaml.org,2002:js/function'],
    },
    {
      name: 'two documents',
      text: 'a: 1\n---\nb: 2',
      says: ['line 2, column 1: Source contains multiple documents; please use YAML.parseAllDocuments()'],
    },
    {
      name: 'more than 1 MB',
      text: `# ${'x'.repeat(1024 * 1024)}`,
      says: ['the file: is larger than 1 MB'],
    },
    {
      name: 'deep brackets',
      text: '['.repeat(500_000),
      says: ['the file: is nested deeper than 64 levels'],
    },
    {
      name: 'a line that no person wrote',
      text: 'a: '.repeat(300_000),
      says: ['the file: has a line of more than 10000 characters'],
    },
    {
      name: 'a number and a text for the same key',
      text: '1: a\n"1": b',
      says: ['line 2, column 1: Map keys must be unique'],
    },
    {
      name: 'deep lists',
      text: `a:\n${'- '.repeat(400)}x`,
      says: ['the file: is nested deeper than 64 levels'],
    },
    {
      name: 'an alias bomb',
      text: `a: &a [x, x]\n${[...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array(7).fill(`*${'abcdefg'[at]}`).join(', ')}]`).join('\n')}`,
      says: ['the file: Excessive alias count indicates a resource exhaustion attack'],
    },
    {
      name: 'many aliases',
      text: `a: &a x\nb: [${Array(51).fill('*a').join(', ')}]`,
      says: ['the file: has more than 50 aliases (*name)'],
    },
    {
      name: 'a key that JavaScript would swallow',
      text: file({ client: ', policies: [{ tool: x, policy: auto, when: { __proto__: "a*" } }]' }),
      says: ['clients[0].policies[0].when.__proto__: this key is not allowed'],
    },
    {
      name: 'a kind of integration that is not there yet, with keys of its own',
      text: file({ client: ', integrations: [{ id: psa, kind: connectwise, site: na.example }]' }),
      says: ['clients[0].integrations[0].kind: is not available in this version; available: sandbox'],
    },
    {
      name: 'an unknown key of the sandbox',
      text: file({ client: ', integrations: [{ id: sandbox, kind: sandbox, site: x }]' }),
      says: ['clients[0].integrations[0].site: unknown key'],
    },
    {
      name: 'a domain of two clients',
      text: file({
        rest: '  - { id: birch-legal, name: Birch, domains: [birch-legal.example, ACME-dental.example] }',
      }),
      says: ['clients[1].domains[1]: names a domain a second time, first in clients[0].domains[0]'],
    },
    {
      name: 'the domain of the MSP',
      text: file({ rest: '  - { id: birch-legal, name: Birch, domains: [north-msp.example] }' }),
      says: ['clients[1].domains[0]: names a domain a second time, first in msp.domains[0]'],
    },
    {
      name: 'a client id twice',
      text: file({ rest: '  - { id: acme-dental, name: Other }' }),
      says: ['clients[1].id: names a client a second time, first in clients[0].id'],
    },
    {
      name: 'a reserved id',
      text: file({ rest: '  - { id: msp, name: Other }' }),
      says: ['clients[1].id: "msp" is reserved, take another id'],
    },
    {
      name: 'a person twice',
      text: file({
        rest: 'people: [{ email: ada@x.example, name: A, roles: [msp_admin] }, { email: ADA@x.example, name: B, roles: [msp_admin] }]',
      }),
      says: ['people[1].email: names a person a second time, first in people[0].email'],
    },
    {
      name: 'an approver whom nobody knows',
      text: file({ client: ', approvers: [ada@north-msp.example]' }),
      says: ['clients[0].approvers[0]: is the address of nobody under people'],
    },
    {
      name: 'a client that locks',
      text: file({ client: ', policies: [{ tool: x, policy: disabled, locked: true }]' }),
      says: ['clients[0].policies[0].locked: only rules of the MSP (top-level policies) can be locked'],
    },
    {
      name: 'auto with a manager',
      text: file({ rest: 'policies: [{ tool: x, policy: auto, manager: true }]' }),
      says: ['policies[0].manager: a manager can only be asked with policy: approval_needed'],
    },
    {
      name: 'a slip in the integration of a rule',
      text: file({
        client:
          ', integrations: [{ id: sandbox, kind: sandbox }], policies: [{ tool: x, policy: auto, integration: sandbx }]',
      }),
      says: ['clients[0].policies[0].integration: is not an integration, did you mean sandbox?'],
    },
    {
      name: 'an offset for a time zone',
      text: file({ client: ', time_zone: "+02:00"' }),
      says: ['clients[0].time_zone: is not a time zone, e.g. Europe/Paris'],
    },
    {
      name: 'an unknown notification channel',
      text: file({ client: ', notify: [email]' }),
      says: [
        'clients[0].notify[0]: is not a notification channel: slack_dm, teams_dm, ticket_note, playground_dm, slack:CHANNEL or teams:CHANNEL',
      ],
    },
    {
      name: 'a list where one text is meant',
      text: file({ msp: ', notify: slack_dm' }),
      says: ['msp.notify: must be a list, not text'],
    },
    {
      name: 'an address with a host of its own choosing',
      text: file({
        client:
          ', tools: [{ name: t, description: d, risk: write, request: { method: GET, url: "https://{{host}}/x" } }]',
      }),
      says: [
        'clients[0].tools[0].request.url: must be an http or https address whose host is written out, without {{...}}',
      ],
    },
  ])('refuses $name', ({ text, says }) => {
    expect(problems(text)).toEqual(says);
  });

  it('stops after 200 problems, even of a file that is all wrong', () => {
    const says = problems(Array.from({ length: 60_000 }, (_, at) => `key${at}: 1`).join('\n'));
    expect([says.length, says.at(-1)]).toEqual([201, 'and 59801 more']);
  });

  it('never prints a token that stands in the file', () => {
    const says = problems(
      file({ rest: 'slack: [{ team: T0ACME, bot_token: xoxb-canary-1, app_tokn: canary-2 }]' }),
    );
    expect(says).toEqual([
      'slack[0].bot_token: must name a secret of the vault, as "{{secrets.NAME}}"; tokens do not belong in this file',
      'slack[0].app_tokn: unknown key, did you mean app_token?',
    ]);
  });

  it.each([
    {
      name: 'nothing said, nothing but the sandbox',
      msp: '',
      integrations: true,
      tools: false,
      mode: 'execute',
    },
    { name: 'nothing said, no integration', msp: '', integrations: false, tools: false, mode: 'inherit' },
    {
      name: 'the MSP has a default',
      msp: ', default_mode: plan',
      integrations: true,
      tools: false,
      mode: 'inherit',
    },
    {
      name: 'real tools start in plan mode whatever the MSP says',
      msp: ', default_mode: execute',
      integrations: true,
      tools: true,
      mode: 'plan',
    },
  ])('mode: $name', ({ msp, integrations, tools, mode }) => {
    const parsed = parseDeskFile(
      file({
        msp,
        client: [
          integrations ? ', integrations: [{ id: sandbox, kind: sandbox }]' : '',
          tools
            ? ', tools: [{ name: t, description: d, risk: write, request: { method: GET, url: "https://rmm.example/x" } }]'
            : '',
        ].join(''),
      }),
    );
    expect(parsed.ok && parsed.desk.clients[0]?.mode).toBe(mode);
  });
});

describe('defaultDeskFile', () => {
  it('has two admins, two technicians and two sandbox clients that execute', () => {
    const desk = defaultDeskFile();
    expect(desk.people.map(({ name, roles }) => [name, ...roles])).toEqual([
      ['Ada Admin', 'msp_admin'],
      ['Noor Admin', 'msp_admin'],
      ['Tina Technician', 'msp_technician'],
      ['Lee Park', 'msp_technician'],
    ]);
    expect(desk.clients.map(({ id, mode, timeZone }) => [id, mode, timeZone])).toEqual([
      ['acme-dental', 'execute', 'Europe/Paris'],
      ['birch-legal', 'execute', 'America/Chicago'],
    ]);
  });
});
