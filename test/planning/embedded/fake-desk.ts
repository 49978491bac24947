// A made-up company behind the read tools, a planning request, and a conversation that asks and answers.

import { HOUR_MS } from '../../../src/lib/clock.ts';
import type { Json } from '../../../src/lib/json.ts';
import { createEmbeddedPlanner, RECIPES } from '../../../src/planning/embedded/embedded-planner.ts';
import type { PlanningRequest, Proposal, Reads, ToolSummary } from '../../../src/planning/planner.ts';
import type {
  Device,
  DirectoryGroup,
  DirectoryPerson,
  Licence,
  SignIn,
} from '../../../src/ports/directory.ts';
import type { DocumentHit } from '../../../src/ports/documentation.ts';
import { type ArgKind, ToolError } from '../../../src/tools/tool.ts';
import type { MatchedWorkflow } from '../../../src/workflows/workflow.ts';

/** A Wednesday, 10:00 in Paris. */
export const NOW = new Date('2026-11-18T09:00:00Z');
const DOMAIN = 'tidewater.example';

export interface World {
  readonly people: readonly DirectoryPerson[];
  readonly groups: readonly DirectoryGroup[];
  readonly apps: readonly { id: string; name: string }[];
  readonly licences: readonly Licence[];
  readonly software: readonly { id: string; name: string }[];
  readonly devices: readonly Device[];
  readonly signIns: Readonly<Record<string, readonly SignIn[]>>;
  readonly documents: readonly DocumentHit[];
}

export function person(name: string, change: Partial<DirectoryPerson> = {}): DirectoryPerson {
  const local = name.toLowerCase().replaceAll(' ', '.');
  return {
    id: `p-${local.replaceAll('.', '-')}`,
    email: `${local}@${DOMAIN}`,
    name,
    enabled: true,
    locked: false,
    mfa: ['authenticator app'],
    groupIds: ['g-all-staff'],
    appIds: ['a-office'],
    licenceIds: ['l-office'],
    ...change,
  };
}

function group(name: string, kind: DirectoryGroup['kind'] = 'security'): DirectoryGroup {
  return { id: `g-${name.toLowerCase().replaceAll(' ', '-')}`, name, kind, memberCount: 12, admin: false };
}

export function signIn(hoursAgo: number, place: string, outcome: SignIn['outcome'] = 'success'): SignIn {
  return { at: NOW.getTime() - hoursAgo * HOUR_MS, place, ip: '192.0.2.7', app: 'Office', outcome };
}

const usual = [signIn(3, 'Lyon'), signIn(27, 'Lyon'), signIn(75, 'Lyon')];

export const WORLD: World = {
  people: [
    person('Dana Reyes', { title: 'Receptionist', managerId: 'p-mia-fontaine' }),
    person('Mia Fontaine', { title: 'Practice Manager' }),
    person('Sam Ortiz'),
    person('Sam Okafor'),
    person('Erin Cole', { locked: true }),
    person('Hugo Meyer', { enabled: false }),
    person('Alex Petit', {
      groupIds: ['g-all-staff', 'g-finance'],
      licenceIds: ['l-office', 'l-ledger-pro'],
      appIds: ['a-office', 'a-ledger'],
    }),
    person('Break Glass', { protection: 'break_glass' }),
  ],
  groups: [
    group('All Staff', 'distribution'),
    group('Finance'),
    group('Finance EU'),
    group('Sales and Marketing'),
    group('Newsletter', 'distribution'),
    group('Payroll'),
  ],
  apps: [
    { id: 'a-office', name: 'Office' },
    { id: 'a-ledger', name: 'Ledger' },
    { id: 'a-planner', name: 'Team Planner' },
    { id: 'a-draw-basic', name: 'Draw Basic' },
    { id: 'a-draw-studio', name: 'Draw Studio' },
  ],
  licences: [
    { id: 'l-office', name: 'Office Standard', seats: 20, used: 8 },
    { id: 'l-ledger-pro', name: 'Ledger Pro', seats: 2, used: 2 },
    { id: 'l-planner', name: 'Team Planner', seats: 5, used: 1 },
    { id: 'l-visual', name: 'Visual Plan 2', seats: 3, used: 1 },
  ],
  software: [
    { id: 's-zoom', name: 'Zoom' },
    { id: 's-pdf', name: 'PDF Reader' },
    { id: 's-office', name: 'Office' },
  ],
  devices: [
    {
      id: 'd-lt-dana',
      name: 'LT-DANA',
      kind: 'laptop',
      ownerId: 'p-dana-reyes',
      software: ['Office'],
      online: true,
    },
    { id: 'd-lt-erin', name: 'LT-ERIN', kind: 'laptop', ownerId: 'p-erin-cole', software: [], online: true },
    {
      id: 'd-tab-erin',
      name: 'TAB-ERIN',
      kind: 'tablet',
      ownerId: 'p-erin-cole',
      software: [],
      online: false,
    },
    { id: 'd-prn-1', name: 'PRN-LYON-1', kind: 'printer', software: [], online: true },
    { id: 'd-prn-2', name: 'PRN-LYON-2', kind: 'printer', software: [], online: true },
  ],
  signIns: {
    'p-dana-reyes': usual,
    'p-erin-cole': [signIn(1, 'Lyon', 'failure'), signIn(26, 'Lyon')],
    'p-sam-ortiz': usual,
    'p-alex-petit': [
      signIn(2, 'Jakarta'),
      signIn(2.2, 'Jakarta', 'mfa_denied'),
      signIn(2.3, 'Jakarta', 'mfa_denied'),
      signIn(30, 'Lyon'),
    ],
  },
  documents: [
    { id: 'doc-1', title: 'How to connect to the VPN', excerpt: 'Open VPN Client and choose the profile.' },
  ],
};

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** Every word of the query starts a word of the name; an exact name wins alone. */
function byName<T extends { readonly name: string }>(items: readonly T[], query: string): readonly T[] {
  const exact = items.filter(({ name }) => fold(name) === fold(query.trim()));
  if (exact.length > 0) return exact;
  const wanted = fold(query)
    .split(/[^\p{L}\p{N}@._-]+/u)
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  return items.filter(({ name }) =>
    wanted.every((part) =>
      fold(name)
        .split(/[^\p{L}\p{N}]+/u)
        .some((word) => word.startsWith(part)),
    ),
  );
}

type Answer = (world: World, args: Readonly<Record<string, string>>) => unknown;

const ANSWERS: Readonly<Record<string, Answer>> = {
  find_people: (world, { query = '' }) =>
    query.includes('@')
      ? world.people.filter(({ email }) => email === query.toLowerCase())
      : byName(world.people, query),
  get_person: (world, { person: id }) => world.people.find((entry) => entry.id === id) ?? null,
  find_groups: (world, { query = '' }) => byName(world.groups, query),
  find_apps: (world, { query = '' }) => byName(world.apps, query),
  find_licences: (world, { query = '' }) => byName(world.licences, query),
  find_software: (world, { query = '' }) => byName(world.software, query),
  list_devices: (world, { person: id }) => world.devices.filter(({ ownerId }) => ownerId === id),
  find_devices: (world, { query = '' }) => {
    const kind = world.devices.filter((device) => device.kind === query.toLowerCase());
    return kind.length > 0 ? kind : byName(world.devices, query);
  },
  list_sign_ins: (world, { person: id = '' }) => world.signIns[id] ?? [],
  search_documents: (world, { query = '' }) =>
    world.documents.filter(({ title }) =>
      fold(query)
        .split(/\s+/)
        .some((word) => word.length > 2 && fold(title).includes(word)),
    ),
};

const PERSON: Readonly<Record<string, ArgKind>> = { person: 'person' };
const WRITE_KINDS: Readonly<Record<string, Readonly<Record<string, ArgKind>>>> = {
  reset_password: PERSON,
  unlock_account: PERSON,
  reset_mfa: PERSON,
  revoke_sessions: PERSON,
  disable_user: PERSON,
  add_group_member: { group: 'group', person: 'person' },
  remove_group_member: { group: 'group', person: 'person' },
  assign_app: { app: 'app', person: 'person' },
  revoke_app: { app: 'app', person: 'person' },
  assign_licence: { licence: 'licence', person: 'person' },
  remove_licence: { licence: 'licence', person: 'person' },
  create_user: { email: 'text', name: 'text', title: 'text', manager: 'person' },
  install_software: { device: 'device', software: 'software' },
  restart_spooler: { device: 'device' },
  // A tool of the desk file: its arguments are plain text.
  print_badge: { user: 'text' },
};

function summary(
  name: string,
  risk: ToolSummary['risk'],
  argKinds: Readonly<Record<string, ArgKind>>,
): ToolSummary {
  return { name, description: name, risk, argKinds, schema: {} };
}

export const WRITES: readonly ToolSummary[] = Object.entries(WRITE_KINDS).map(([name, kinds]) =>
  summary(name, 'write', kinds),
);

export interface Setting {
  readonly world?: Partial<World>;
  /** Read tools that are not offered. */
  readonly without?: readonly string[];
  /** Read tools that throw. */
  readonly broken?: readonly string[];
  /** Write tools that may not be named. */
  readonly withoutWrites?: readonly string[];
  readonly requester?: string;
  readonly timeZone?: string;
  readonly now?: Date;
  readonly workflow?: Partial<MatchedWorkflow>;
}

export interface FakeReads extends Reads {
  readonly calls: readonly { readonly tool: string; readonly args: Readonly<Record<string, Json>> }[];
  /** Every id that an answer held. */
  readonly ids: ReadonlySet<string>;
}

export function fakeReads({ world = {}, without = [], broken = [] }: Setting): FakeReads {
  const all: World = { ...WORLD, ...world };
  const calls: { tool: string; args: Readonly<Record<string, Json>> }[] = [];
  const ids = new Set<string>();
  return {
    calls,
    ids,
    offered: Object.keys(ANSWERS)
      .filter((name) => !without.includes(name))
      .map((name) => summary(name, 'read', {})),
    call: async (tool, args) => {
      calls.push({ tool, args });
      const answer = ANSWERS[tool];
      if (!answer || without.includes(tool))
        throw new ToolError('final', `The tool ${tool} is not offered here`);
      if (broken.includes(tool)) throw new ToolError('retry', 'the server did not answer');
      const text = JSON.stringify(answer(all, args as Record<string, string>));
      for (const [, id] of text.matchAll(/"([pgalsd]-[a-z0-9-]+)"/g)) ids.add(id ?? '');
      return JSON.parse(text) as Json;
    },
  };
}

export function requestFor(
  recipe: string,
  messages: readonly string[],
  setting: Setting = {},
): PlanningRequest {
  const requester = (setting.world?.people ?? WORLD.people).find(
    ({ name }) => name === (setting.requester ?? 'Dana Reyes'),
  );
  if (!requester) throw new Error('the requester is not in the made-up company');
  return {
    ticketId: 't-1042',
    ticketNumber: 1042,
    clientId: 'tidewater',
    hints: [],
    messages,
    state: {},
    requester: { id: requester.id, email: requester.email, name: requester.name },
    onBehalf: false,
    clientName: 'Tidewater',
    timeZone: setting.timeZone ?? 'Europe/Paris',
    now: setting.now ?? NOW,
    workflows: [
      {
        id: `wf-${recipe}`,
        title: recipe,
        trigger: 'When it is asked for',
        instructions: '',
        why: 'matched',
        recipe,
        ...setting.workflow,
      },
    ],
  };
}

export interface Talk {
  readonly questions: readonly string[];
  readonly last: Proposal;
  readonly reads: FakeReads;
}

/** Plans the first message; each further one answers the question before it. */
export async function talk(
  recipe: string,
  messages: readonly string[],
  setting: Setting = {},
): Promise<Talk> {
  const writes = WRITES.filter(({ name }) => !setting.withoutWrites?.includes(name));
  const reads = fakeReads(setting);
  const questions: string[] = [];
  let state: Readonly<Record<string, Json>> = {};
  let last: Proposal | undefined;
  for (let said = 1; said <= messages.length; said += 1) {
    const request = { ...requestFor(recipe, messages.slice(0, said), setting), state };
    last = await createEmbeddedPlanner().plan(request, reads, writes, new AbortController().signal);
    if (last.type !== 'question') continue;
    questions.push(last.question);
    // Through JSON, as it is stored.
    state = JSON.parse(JSON.stringify(last.state)) as Readonly<Record<string, Json>>;
  }
  if (!last) throw new Error('nothing was said');
  refuseUndeclared(recipe, last);
  return { questions, last, reads };
}

/** A model is offered what the recipe says it uses, so a plan of anything else could not be made by one. */
function refuseUndeclared(recipe: string, proposal: Proposal): void {
  const declared: readonly string[] | undefined = RECIPES.get(recipe)?.uses.writes;
  if (proposal.type !== 'plan' || !declared) return;
  const others = proposal.steps.map(({ tool }) => tool).filter((tool) => !declared.includes(tool));
  if (others.length > 0)
    throw new Error(`the recipe ${recipe} does not say that it uses ${others.join(', ')}`);
}

/** `tool arg=value ...` for each step of a plan, or the kind of proposal with its text. */
export function inShort(proposal: Proposal): string | readonly string[] {
  switch (proposal.type) {
    case 'plan':
      return proposal.steps.map(({ tool, args }) =>
        [tool, ...Object.entries(args).map(([key, value]) => `${key}=${value}`)].join(' '),
      );
    case 'question':
      return `question: ${proposal.question}`;
    case 'answer':
      return `answer: ${proposal.text}`;
    case 'hand_off':
      return `hand_off: ${proposal.reason}`;
  }
}
