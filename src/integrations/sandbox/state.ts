// The present state of one made-up company: the file's people and things, with every change applied in order. Pure.
import type { Device, DirectoryItem } from '../../integrations/directory.ts';
import type { DirectoryGroup, DirectoryPerson, SignIn } from '../directory.ts';
import type { SourceTicket } from '../ticket-system.ts';
import type { Change } from './change-log.ts';
import type { SandboxCompany, SandboxPerson } from './read-sandbox-file.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface SandboxState {
  readonly people: Map<string, Mutable<DirectoryPerson>>;
  readonly groups: Map<string, Omit<DirectoryGroup, 'memberCount'>>;
  readonly apps: Map<string, DirectoryItem>;
  readonly licences: Map<string, DirectoryItem & { readonly seats: number }>;
  readonly software: Map<string, DirectoryItem>;
  readonly devices: Map<string, Mutable<Device>>;
  readonly signIns: Map<string, readonly SignIn[]>;
  readonly tickets: Map<string, Mutable<SourceTicket> & { notes: string[] }>;
}

export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const item = (prefix: string, name: string): [string, DirectoryItem] => {
  const id = `${prefix}:${slug(name)}`;
  return [id, { id, name }];
};

const HOUR_MS = 3_600_000;

/** @param now milliseconds since 1970 UTC, for sign-ins given as hours ago */
export function initialState(company: SandboxCompany, now: number): SandboxState {
  const groups = new Map<string, Omit<DirectoryGroup, 'memberCount'>>();
  for (const entry of company.groups) {
    const group =
      typeof entry === 'string' ? { name: entry, kind: 'security' as const, admin: false } : entry;
    const id = `grp:${slug(group.name)}`;
    groups.set(id, { id, ...group });
  }
  const state: SandboxState = {
    people: new Map(),
    groups,
    apps: new Map(company.apps.map((name) => item('app', name))),
    licences: new Map(
      company.licences.map(({ name, seats }) => [
        `lic:${slug(name)}`,
        { id: `lic:${slug(name)}`, name, seats },
      ]),
    ),
    software: new Map(company.software.map((name) => item('sw', name))),
    devices: new Map(),
    signIns: new Map(),
    tickets: new Map(),
  };
  for (const entry of company.people) addPerson(state, entry, now);
  for (const device of company.devices) addDevice(state, { ...device, software: [] });
  for (const [index, ticket] of company.tickets.entries()) {
    const id = ticket.id ?? String(index + 1);
    const { contact, ...rest } = ticket;
    state.tickets.set(id, { ...rest, id, contactEmail: contact, createdAt: now, notes: [] });
  }
  return state;
}

function addPerson(state: SandboxState, entry: SandboxPerson, now: number): void {
  for (const name of entry.groups) {
    const id = `grp:${slug(name)}`;
    if (!state.groups.has(id)) state.groups.set(id, { id, name, kind: 'security', admin: false });
  }
  for (const name of entry.apps) state.apps.set(...item('app', name));
  for (const name of entry.licences) {
    const id = `lic:${slug(name)}`;
    if (!state.licences.has(id)) state.licences.set(id, { id, name, seats: 10 });
  }
  const protection = entry.break_glass
    ? 'break_glass'
    : entry.service
      ? 'service'
      : entry.admin
        ? 'admin'
        : undefined;
  state.people.set(entry.email, {
    id: entry.email,
    email: entry.email,
    name: entry.name,
    title: entry.title,
    managerId: entry.manager,
    enabled: entry.enabled,
    locked: entry.locked,
    mfa: entry.mfa,
    groupIds: entry.groups.map((name) => `grp:${slug(name)}`),
    appIds: entry.apps.map((name) => `app:${slug(name)}`),
    licenceIds: entry.licences.map((name) => `lic:${slug(name)}`),
    protection,
  });
  for (const device of entry.devices) {
    const known =
      typeof device === 'string' ? { name: device, kind: 'laptop', software: [], online: true } : device;
    addDevice(state, { ...known, ownerId: entry.email });
  }
  const signIns = entry.sign_ins.map((signIn) => ({
    ...signIn,
    at: typeof signIn.at === 'number' ? now - signIn.at * HOUR_MS : Date.parse(signIn.at),
  }));
  state.signIns.set(
    entry.email,
    signIns.sort((a, b) => b.at - a.at),
  );
}

function addDevice(state: SandboxState, device: Omit<Device, 'id'>): void {
  const id = `dev:${slug(device.name)}`;
  state.devices.set(id, { id, ...device });
}

/** Applies one change. What it names exists: the port checked it before it was logged. */
export function applyChange(state: SandboxState, change: Change): void {
  const arg = (name: string) => String(change.args[name] ?? '');
  const person = state.people.get(arg('person'));
  switch (change.verb) {
    case 'setPassword':
    case 'unlock':
      if (person) person.locked = false;
      break;
    case 'resetMfa':
      if (person) person.mfa = [];
      break;
    case 'disablePerson':
      if (person) person.enabled = false;
      break;
    case 'addMember':
      if (person) person.groupIds = withId(person.groupIds, arg('item'));
      break;
    case 'removeMember':
      if (person) person.groupIds = person.groupIds.filter((id) => id !== arg('item'));
      break;
    case 'assignApp':
      if (person) person.appIds = withId(person.appIds, arg('item'));
      break;
    case 'revokeApp':
      if (person) person.appIds = person.appIds.filter((id) => id !== arg('item'));
      break;
    case 'assignLicence':
      if (person) person.licenceIds = withId(person.licenceIds, arg('item'));
      break;
    case 'removeLicence':
      if (person) person.licenceIds = person.licenceIds.filter((id) => id !== arg('item'));
      break;
    case 'createPerson':
      createPerson(state, change);
      break;
    case 'installSoftware': {
      const device = state.devices.get(arg('device'));
      if (device)
        device.software = withId(
          device.software,
          state.software.get(arg('software'))?.name ?? arg('software'),
        );
      break;
    }
    case 'createTicket': {
      const id = arg('id');
      const ticket = { id, subject: arg('subject'), body: arg('body'), board: arg('board'), status: 'new' };
      state.tickets.set(id, {
        ...ticket,
        contactEmail: arg('contactEmail'),
        createdAt: change.at,
        notes: [],
      });
      break;
    }
    case 'addNote':
      state.tickets.get(arg('id'))?.notes.push(`${arg('audience')}: ${arg('text')}`);
      break;
    case 'updateTicket':
      updateTicket(state, change);
      break;
    default:
      // `revokeSessions` and `restartSpooler` leave no trace but the log itself.
      break;
  }
}

function withId(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}

function createPerson(state: SandboxState, change: Change): void {
  const { email, name, title, managerId } = change.args;
  const id = String(email);
  state.people.set(id, {
    id,
    email: id,
    name: String(name),
    title: title ? String(title) : undefined,
    managerId: managerId ? String(managerId) : undefined,
    enabled: true,
    locked: false,
    mfa: [],
    groupIds: [],
    appIds: [],
    licenceIds: [],
  });
}

function updateTicket(state: SandboxState, change: Change): void {
  const ticket = state.tickets.get(String(change.args.id));
  if (!ticket) return;
  if (change.args.status) ticket.status = String(change.args.status);
  if (change.args.owner) ticket.owner = String(change.args.owner);
}
