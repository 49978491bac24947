// From a chat user to a person: by the stored identity, else by the profile that the platform confirms. A name or address
// that anybody typed plays no part.
import type { ChatAdapter, ChatProfile, ChatUser, Platform } from '../chat.ts';
import { MSP_CLIENT_ID } from '../desk/client.ts';
import type { Desk } from '../desk/desk.ts';
import { type Clock, MINUTE_MS } from '../lib/clock.ts';
import type { Step } from '../store/database.ts';
import type { Unit, Work } from '../work/work.ts';
import { type Actor, EVERYWHERE } from './actor.ts';
import { identify, listedTenants } from './identify.ts';
import { type Person, personOf } from './person.ts';
import { type Identity, type PeopleStore, type PersonRow, upsertIdentity, upsertPerson } from './store.ts';

export type Recognised =
  /** `by`: the person as they act from this place. */
  | { readonly type: 'known'; readonly person: Person; readonly by: Actor }
  | { readonly type: 'unknown'; readonly identity: Identity };

export interface People {
  recognise(user: ChatUser): Promise<Recognised>;
  /** Chat users through whom this person can be reached: linked ones, else found by e-mail in the places the desk trusts. */
  chatUsersOf(email: string): Promise<readonly ChatUser[]>;
  person(id: string): Promise<Person | undefined>;
  byEmail(email: string): Promise<Person | undefined>;
  /** After an admin confirmed or refused a link. */
  forget(user: ChatUser): void;
}

export interface PeopleOptions {
  readonly store: PeopleStore;
  readonly unit: Unit;
  readonly desk: Desk;
  readonly adapters: ReadonlyMap<Platform, ChatAdapter>;
  readonly clock: Clock;
  /** The workspace or tenant that the bot itself belongs to. */
  ownTenant(platform: Platform): string | undefined;
}

/** People who could not be found by e-mail are looked for again after this time. */
const LOOK_AGAIN_MS = 5 * MINUTE_MS;
const KNOWN_USERS = 10_000;

const keyOf = (user: ChatUser) => `${user.platform}\n${user.tenant}\n${user.id}`;

export function createPeople(options: PeopleOptions): People {
  const { store, desk } = options;
  const linked = new Map<string, PersonRow>();
  const reachable = new Map<string, { readonly users: readonly ChatUser[]; readonly until: number }>();
  const remember = (user: ChatUser, row: PersonRow) => {
    if (linked.size >= KNOWN_USERS) linked.clear();
    linked.set(keyOf(user), row);
  };
  return {
    recognise: async (user) => {
      const cached = linked.get(keyOf(user));
      if (cached) return known(desk, cached);
      const identity = await store.identity(user);
      if (identity?.state === 'linked' && identity.personId) {
        const row = await store.person(identity.personId);
        if (row) {
          remember(user, row);
          return known(desk, row);
        }
      }
      if (identity && identity.state !== 'linked' && !isStale(identity, options.clock)) {
        return { type: 'unknown', identity };
      }
      return meet(options, user, remember);
    },
    chatUsersOf: async (email) => {
      const known = reachable.get(email);
      if (known && known.until > options.clock.now().getTime()) return known.users;
      const { users, failed } = await reach(options, email);
      // A platform that did not answer has not said that nobody is there.
      if (failed && users.length === 0) return users;
      const until = options.clock.now().getTime() + (users.length > 0 ? 60 * MINUTE_MS : LOOK_AGAIN_MS);
      reachable.set(email, { users, until });
      return users;
    },
    person: async (id) => {
      const row = await store.person(id);
      return row && personOf(desk, row);
    },
    byEmail: async (email) => {
      const row = await store.personByEmail(email);
      return row && personOf(desk, row);
    },
    forget: (user) => {
      linked.delete(keyOf(user));
      reachable.clear();
    },
  };
}

function known(desk: Desk, row: PersonRow): Recognised {
  const person = personOf(desk, row);
  return { type: 'known', person, by: { person, reach: EVERYWHERE } };
}

/** A stranger may have been given an account since: the profile is read again after a while. A refusal stays. */
function isStale(identity: Identity, clock: Clock): boolean {
  return identity.state === 'stranger' && clock.now().getTime() - identity.seenAt.getTime() > LOOK_AGAIN_MS;
}

async function meet(
  options: PeopleOptions,
  user: ChatUser,
  remember: (user: ChatUser, row: PersonRow) => void,
): Promise<Recognised> {
  const adapter = options.adapters.get(user.platform);
  if (!adapter) throw new Error(`${user.platform} is not connected`);
  const profile = await adapter.profile(user);
  const found = identify(claimOf(options, user, profile));
  const now = options.clock.now();
  if (found.type === 'staff' || found.type === 'requester') {
    const clientId = found.type === 'staff' ? MSP_CLIENT_ID : found.clientId;
    const email = profile.email ?? '';
    const row = await options.unit((work) =>
      link(work, { user, email, name: profile.name, clientId, timeZone: profile.timeZone }),
    );
    remember(user, row);
    return known(options.desk, row);
  }
  const proposal = found.type === 'propose' ? (found.clientId ?? MSP_CLIENT_ID) : undefined;
  const identity = await options.unit((work) =>
    upsertIdentity(work, {
      user,
      personId: undefined,
      state: proposal ? 'proposed' : 'stranger',
      email: profile.email?.toLowerCase(),
      name: profile.name,
      proposedClientId: proposal,
      reason: found.reason,
      seenAt: now,
    }),
  );
  return { type: 'unknown', identity };
}

/** Joins a chat user to the person of an e-mail address, making the person if need be. */
export function* link(
  work: Work,
  who: {
    readonly user: ChatUser;
    readonly email: string;
    readonly name: string;
    readonly clientId: string;
    readonly timeZone?: string | undefined;
  },
): Step<PersonRow> {
  const { now } = work;
  const row = yield* upsertPerson(work, who);
  yield* upsertIdentity(work, {
    user: who.user,
    personId: row.id,
    state: 'linked',
    email: row.email,
    name: who.name,
    proposedClientId: undefined,
    reason: undefined,
    seenAt: now,
  });
  work.audit({
    actor: 'system',
    verb: 'identity.linked',
    subject: `person:${row.email}`,
    clientId: who.clientId,
    text: `${who.name} (${row.email}) is joined to the ${who.user.platform} account ${who.user.id}.`,
  });
  return row;
}

async function reach(
  options: PeopleOptions,
  email: string,
): Promise<{ readonly users: readonly ChatUser[]; readonly failed: boolean }> {
  const row = await options.store.personByEmail(email);
  const linkedUsers = row ? (await options.store.identitiesOf(row.id)).map((identity) => identity.user) : [];
  const found: ChatUser[] = [...linkedUsers];
  let failed = false;
  const orNone = <T>(work: Promise<T>): Promise<T | undefined> =>
    work.catch(() => {
      failed = true;
      return undefined;
    });
  for (const adapter of options.adapters.values()) {
    if (linkedUsers.some((user) => user.platform === adapter.platform)) continue;
    for (const tenant of trustedTenants(options, adapter.platform, email)) {
      const user = await orNone(adapter.findUser(tenant, email));
      if (!user) continue;
      // The same rules as for somebody who writes: profile, tenant and domain have to fit.
      const profile = await orNone(adapter.profile(user));
      const fits = profile && identify(claimOf(options, user, profile));
      if (profile?.email?.toLowerCase() !== email.toLowerCase()) continue;
      if (fits?.type === 'staff' || fits?.type === 'requester') {
        found.push(user);
        break;
      }
    }
  }
  return { users: found, failed };
}

function claimOf(options: PeopleOptions, user: ChatUser, profile: ChatProfile) {
  const ownTenant = options.ownTenant(user.platform);
  return { platform: user.platform, tenant: user.tenant, profile, desk: options.desk.desk, ownTenant };
}

function trustedTenants(options: PeopleOptions, platform: Platform, email: string): readonly string[] {
  if (platform === 'playground') return ['playground'];
  const { desk } = options;
  const domain = email.split('@')[1] ?? '';
  const client = desk.staff(email)
    ? undefined
    : desk.desk.clients.find((entry) => entry.domains.includes(domain));
  if (client) return listedTenants(client, platform);
  const own = options.ownTenant(platform);
  return [...new Set([...listedTenants(desk.desk.msp, platform), ...(own ? [own] : [])])];
}
