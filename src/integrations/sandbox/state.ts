// The made-up company as it is now: what the file says, in the form that the ports show. Changes are applied next door. Pure.
import { HOUR_MS } from '../../lib/clock.ts';
import type {
  Device,
  DirectoryGroup,
  DirectoryItem,
  DirectoryPerson,
  SignIn,
} from '../../ports/directory.ts';
import type { SourceTicket } from '../../ports/ticket-system.ts';
import type { Change } from './change-log.ts';
import { idOf } from './ids.ts';
import type { SandboxCompany, SandboxPerson } from './sandbox-schema.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface SandboxTicket extends Mutable<SourceTicket> {
  readonly notes: { readonly text: string; readonly audience: 'internal' | 'client' }[];
}

export interface SandboxState {
  readonly people: Map<string, Mutable<DirectoryPerson>>;
  readonly groups: Map<string, Omit<DirectoryGroup, 'memberCount'>>;
  readonly apps: Map<string, DirectoryItem>;
  readonly licences: Map<string, DirectoryItem & { readonly seats: number }>;
  readonly software: Map<string, DirectoryItem>;
  readonly devices: Map<string, Mutable<Device>>;
  readonly signIns: Map<string, readonly SignIn[]>;
  readonly tickets: Map<string, SandboxTicket>;
  /** Every change so far, by its key. */
  readonly done: Map<string, Change>;
}

const BOARD = 'Service Desk';
/** Seats of a licence that does not say how many it has. */
const SEATS = 10;

/** @param now milliseconds since 1970 UTC, for moments given as hours ago */
export function initialState(company: SandboxCompany, now: number): SandboxState {
  const state: SandboxState = {
    people: new Map(),
    groups: new Map(),
    apps: new Map(),
    licences: new Map(),
    software: new Map(),
    devices: new Map(),
    signIns: new Map(),
    tickets: new Map(),
    done: new Map(),
  };
  for (const { name, kind, admin } of company.groups) {
    const id = idOf('grp', name);
    state.groups.set(id, { id, name, kind, admin });
  }
  for (const { name } of company.apps) declare(state.apps, 'app', name);
  for (const { name } of company.software) declare(state.software, 'sw', name);
  for (const { name, seats } of company.licences) addLicence(state, company, name, seats);
  for (const device of company.devices) addDevice(state, device, undefined);
  for (const person of company.people) addPerson(state, company, person, now);
  addTickets(state, company, now);
  return state;
}

/** What a person has is declared by having it. */
function addPerson(state: SandboxState, company: SandboxCompany, person: SandboxPerson, now: number): void {
  for (const name of person.groups) {
    const id = idOf('grp', name);
    if (!state.groups.has(id)) state.groups.set(id, { id, name, kind: 'security', admin: false });
  }
  for (const name of person.apps) declare(state.apps, 'app', name);
  for (const name of person.licences) addLicence(state, company, name, undefined);
  for (const device of person.devices) addDevice(state, device, person.email);
  state.people.set(person.email, {
    id: person.email,
    email: person.email,
    name: person.name,
    title: person.title,
    managerId: person.manager,
    enabled: person.enabled,
    locked: person.locked,
    mfa: person.mfa,
    groupIds: unique(person.groups.map((name) => idOf('grp', name))),
    appIds: unique(person.apps.map((name) => idOf('app', name))),
    licenceIds: unique(person.licences.map((name) => idOf('lic', name))),
    protection: protectionOf(person),
  });
  const signIns = person.sign_ins.map((signIn) => ({ ...signIn, at: momentOf(signIn.at, now) }));
  state.signIns.set(
    person.email,
    signIns.sort((a, b) => b.at - a.at),
  );
}

function protectionOf(person: SandboxPerson): DirectoryPerson['protection'] {
  if (person.break_glass) return 'break_glass';
  if (person.service) return 'service';
  return person.admin ? 'admin' : undefined;
}

function declare(items: Map<string, DirectoryItem>, prefix: 'app' | 'sw', name: string): void {
  const id = idOf(prefix, name);
  if (!items.has(id)) items.set(id, { id, name });
}

function addLicence(
  state: SandboxState,
  company: SandboxCompany,
  name: string,
  seats: number | undefined,
): void {
  const id = idOf('lic', name);
  if (state.licences.has(id)) return;
  const holders = company.people.filter((person) => person.licences.some((held) => idOf('lic', held) === id));
  state.licences.set(id, { id, name, seats: seats ?? Math.max(SEATS, holders.length) });
}

/** A device that the company declared and a person names is that person's. */
function addDevice(
  state: SandboxState,
  device: SandboxPerson['devices'][number],
  ownerId: string | undefined,
): void {
  const id = idOf('dev', device.name);
  const declared = state.devices.get(id);
  for (const name of device.software) declare(state.software, 'sw', name);
  state.devices.set(id, { ...(declared ?? { id, ...device }), ownerId });
}

function addTickets(state: SandboxState, company: SandboxCompany, now: number): void {
  for (const { contact, created, board, ...rest } of company.tickets) {
    const id = rest.id ?? nextTicketId(state);
    const createdAt = momentOf(created, now);
    state.tickets.set(id, {
      ...rest,
      id,
      board: board ?? company.boards[0]?.name ?? BOARD,
      contactEmail: contact,
      createdAt,
      notes: [],
    });
  }
}

/** One more than the highest number there is. */
export function nextTicketId(state: SandboxState): string {
  const numbers = [...state.tickets.keys()].map(Number).filter(Number.isSafeInteger);
  return String(Math.max(1000, ...numbers) + 1);
}

function momentOf(moment: string | number, now: number): number {
  return typeof moment === 'number' ? now - Math.round(moment * HOUR_MS) : Date.parse(moment);
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
