// Applies one logged change to the made-up company. The port checked it before it was logged; what the file has lost since
// is passed over, so that an edited file never stops a start; a verb that nobody knows is never passed over. Pure but for the
// state it is given.
import { AppError } from '../../lib/errors.ts';
import type { Json } from '../../lib/json.ts';
import type { Change, WriteVerb } from './change-log.ts';
import type { SandboxState } from './state.ts';

type Person = NonNullable<ReturnType<SandboxState['people']['get']>>;
type Args = Readonly<Record<string, Json>>;

type Apply = (state: SandboxState, args: Args, at: number) => void;

/** The made-up company has nothing that would show it: the log itself is the only trace. */
const leavesNoTrace: Apply = () => {};

const VERBS = {
  // Setting a password lifts the lock that wrong ones caused. The password itself is in no log and no state.
  setPassword: onPerson((person) => {
    person.locked = false;
  }),
  unlock: onPerson((person) => {
    person.locked = false;
  }),
  resetMfa: onPerson((person) => {
    person.mfa = [];
  }),
  revokeSessions: leavesNoTrace,
  disablePerson: onPerson((person) => {
    person.enabled = false;
  }),
  addMember: onPerson((person, item) => {
    person.groupIds = withId(person.groupIds, item);
  }),
  removeMember: onPerson((person, item) => {
    person.groupIds = without(person.groupIds, item);
  }),
  assignApp: onPerson((person, item) => {
    person.appIds = withId(person.appIds, item);
  }),
  revokeApp: onPerson((person, item) => {
    person.appIds = without(person.appIds, item);
  }),
  assignLicence: onPerson((person, item) => {
    person.licenceIds = withId(person.licenceIds, item);
  }),
  removeLicence: onPerson((person, item) => {
    person.licenceIds = without(person.licenceIds, item);
  }),
  createPerson,
  installSoftware: (state, args) => {
    const device = state.devices.get(text(args, 'device'));
    const software = state.software.get(text(args, 'software'));
    if (device && software) device.software = withId(device.software, software.name);
  },
  restartSpooler: leavesNoTrace,
  createTicket: (state, args, at) => {
    const id = text(args, 'id');
    state.tickets.set(id, {
      id,
      subject: text(args, 'subject'),
      body: text(args, 'body'),
      board: text(args, 'board'),
      status: 'new',
      contactEmail: text(args, 'contactEmail'),
      createdAt: at,
      notes: [],
    });
  },
  addNote: (state, args) => {
    const audience = args.audience === 'client' ? 'client' : 'internal';
    state.tickets.get(text(args, 'id'))?.notes.push({ text: text(args, 'text'), audience });
  },
  updateTicket: (state, args) => {
    const ticket = state.tickets.get(text(args, 'id'));
    if (ticket && args.status !== undefined) ticket.status = text(args, 'status');
    if (ticket && args.owner !== undefined) ticket.owner = text(args, 'owner');
  },
} satisfies Readonly<Record<WriteVerb, Apply>>;

/**
 * A key that was applied already changes nothing.
 * @throws AppError `sandbox.unknown_verb` for a change that another version logged: passed over, it would look done
 */
export function applyChange(state: SandboxState, change: Change): void {
  if (!Object.hasOwn(VERBS, change.verb))
    throw new AppError({
      code: 'sandbox.unknown_verb',
      message: `The sandbox's log holds a change "${change.verb}" that this version of Deskhand does not know. Run the version that wrote it.`,
    });
  if (state.done.has(change.key)) return;
  state.done.set(change.key, change);
  VERBS[change.verb](state, change.args, change.at);
}

function onPerson(apply: (person: Person, item: string) => void): Apply {
  return (state, args) => {
    const person = state.people.get(text(args, 'person'));
    if (person) apply(person, text(args, 'item'));
  };
}

function createPerson(state: SandboxState, args: Args): void {
  const id = text(args, 'email');
  if (state.people.has(id)) return;
  state.people.set(id, {
    id,
    email: id,
    name: text(args, 'name'),
    title: args.title === undefined ? undefined : text(args, 'title'),
    managerId: args.managerId === undefined ? undefined : text(args, 'managerId'),
    enabled: true,
    locked: false,
    mfa: [],
    groupIds: [],
    appIds: [],
    licenceIds: [],
  });
}

function text(args: Args, name: string): string {
  return String(args[name] ?? '');
}

function withId(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id];
}

function without(ids: readonly string[], id: string): readonly string[] {
  return ids.filter((entry) => entry !== id);
}
