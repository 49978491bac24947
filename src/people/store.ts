// People and their chat identities. A chat user is known by platform, tenant and user id, as the signed payload says.
import type { ChatUser } from '../chat.ts';
import { newId } from '../lib/ids.ts';
import { type Database, type Db, q, type Step, type Writing } from '../store/database.ts';
import { and, eq } from '../store/drizzle.ts';
import { statement } from '../store/statement.ts';
import type { IdentityState } from '../store/tables/people.ts';
import type { Tables } from '../store/tables.ts';

/** What the column may hold stands with it, in store/tables/. */
export type { IdentityState };

export interface Identity {
  readonly id: string;
  readonly user: ChatUser;
  readonly personId: string | undefined;
  readonly state: IdentityState;
  readonly email: string | undefined;
  readonly name: string;
  readonly proposedClientId: string | undefined;
  readonly reason: string | undefined;
  readonly seenAt: Date;
}

export interface PersonRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly clientId: string;
  readonly timeZone: string | undefined;
}

/** Finds or makes the person of an e-mail address (lower case). */
export function* upsertPerson(
  work: Writing,
  person: {
    readonly email: string;
    readonly name: string;
    readonly clientId: string;
    readonly timeZone?: string | undefined;
  },
): Step<PersonRow> {
  const { tx, t, now } = work;
  const email = person.email.toLowerCase();
  const row = {
    id: newId(now.getTime()),
    email,
    name: person.name,
    clientId: person.clientId,
    timeZone: person.timeZone ?? null,
    createdAt: now,
  };
  const [kept] = yield* q(
    tx
      .insert(t.people)
      .values(row)
      .onConflictDoUpdate({
        target: t.people.email,
        set: { name: person.name, clientId: person.clientId, timeZone: row.timeZone },
      })
      .returning(),
  );
  return toPerson(kept ?? row);
}

/** Writes what is known of a chat user; one row per platform, tenant and user. */
export function* upsertIdentity(db: Db, identity: Omit<Identity, 'id'>): Step<Identity> {
  const { tx, t } = db;
  const { user, ...rest } = identity;
  const values = {
    personId: rest.personId ?? null,
    state: rest.state,
    email: rest.email ?? null,
    name: rest.name,
    proposedClientId: rest.proposedClientId ?? null,
    reason: rest.reason ?? null,
    seenAt: rest.seenAt,
  };
  const [row] = yield* q(
    tx
      .insert(t.identities)
      .values({
        id: newId(rest.seenAt.getTime()),
        platform: user.platform,
        tenant: user.tenant,
        userId: user.id,
        ...values,
      })
      .onConflictDoUpdate({
        target: [t.identities.platform, t.identities.tenant, t.identities.userId],
        set: values,
      })
      .returning(),
  );
  if (!row) throw new Error('An upserted identity gave no row');
  return toIdentity(row);
}

const personById = statement((tx, t, person: { id: string }) =>
  tx.select().from(t.people).where(eq(t.people.id, person.id)),
);

export function* selectPerson(db: Db, id: string): Step<PersonRow | undefined> {
  const [row] = yield* q(personById(db, { id }));
  return row ? toPerson(row) : undefined;
}

export function* selectIdentity({ tx, t }: Db, id: string): Step<Identity | undefined> {
  const [row] = yield* q(tx.select().from(t.identities).where(eq(t.identities.id, id)));
  return row ? toIdentity(row) : undefined;
}

export interface PeopleStore {
  identity(user: ChatUser): Promise<Identity | undefined>;
  identityById(id: string): Promise<Identity | undefined>;
  /** Linked identities of a person. */
  identitiesOf(personId: string): Promise<readonly Identity[]>;
  person(id: string): Promise<PersonRow | undefined>;
  personByEmail(email: string): Promise<PersonRow | undefined>;
  /** Identities that wait for an admin. */
  proposed(): Promise<readonly Identity[]>;
}

export function createPeopleStore(database: Database): PeopleStore {
  return {
    identity: (user) =>
      database.read(function* ({ tx, t }) {
        const [row] = yield* q(
          tx
            .select()
            .from(t.identities)
            .where(
              and(
                eq(t.identities.platform, user.platform),
                eq(t.identities.tenant, user.tenant),
                eq(t.identities.userId, user.id),
              ),
            ),
        );
        return row ? toIdentity(row) : undefined;
      }),
    identityById: (id) => database.read((db) => selectIdentity(db, id)),
    identitiesOf: (personId) =>
      database.read(function* ({ tx, t }) {
        const rows = yield* q(
          tx
            .select()
            .from(t.identities)
            .where(and(eq(t.identities.personId, personId), eq(t.identities.state, 'linked'))),
        );
        return rows.map(toIdentity);
      }),
    person: (id) => database.read((db) => selectPerson(db, id)),
    personByEmail: (email) =>
      database.read(function* ({ tx, t }) {
        const [row] = yield* q(tx.select().from(t.people).where(eq(t.people.email, email.toLowerCase())));
        return row ? toPerson(row) : undefined;
      }),
    proposed: () =>
      database.read(function* ({ tx, t }) {
        const rows = yield* q(tx.select().from(t.identities).where(eq(t.identities.state, 'proposed')));
        return rows.map(toIdentity);
      }),
  };
}

function toPerson(row: Omit<PersonRow, 'timeZone'> & { timeZone: string | null }): PersonRow {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    clientId: row.clientId,
    timeZone: row.timeZone ?? undefined,
  };
}

function toIdentity(row: Tables['identities']['$inferSelect']): Identity {
  return {
    id: row.id,
    user: { platform: row.platform, tenant: row.tenant, id: row.userId },
    personId: row.personId ?? undefined,
    state: row.state,
    email: row.email ?? undefined,
    name: row.name,
    proposedClientId: row.proposedClientId ?? undefined,
    reason: row.reason ?? undefined,
    seenAt: row.seenAt,
  };
}
