// People and the accounts they write from.
import type { Platform } from '../../chat.ts';
import type { Kit } from '../kit.ts';

export type IdentityState = 'linked' | 'proposed' | 'refused' | 'stranger';

export const peopleTables = (k: Kit) => {
  const people = k.table(
    'people',
    {
      id: k.text('id').primaryKey(),
      email: k.text('email').notNull(),
      name: k.text('name').notNull(),
      clientId: k.text('client_id').notNull(),
      timeZone: k.text('time_zone'),
      createdAt: k.time('created_at').notNull(),
    },
    (t) => [k.uniqueIndex('people_email').on(t.email)],
  );

  const identities = k.table(
    'identities',
    {
      id: k.text('id').primaryKey(),
      platform: k.text<Platform>('platform').notNull(),
      tenant: k.text('tenant').notNull(),
      userId: k.text('user_id').notNull(),
      personId: k.text('person_id'),
      state: k.text<IdentityState>('state').notNull(),
      email: k.text('email'),
      name: k.text('name').notNull(),
      /** The client that an admin would confirm. */
      proposedClientId: k.text('proposed_client_id'),
      reason: k.text('reason'),
      seenAt: k.time('seen_at').notNull(),
    },
    (t) => [
      k.uniqueIndex('identities_user').on(t.platform, t.tenant, t.userId),
      k.index('identities_person').on(t.personId),
    ],
  );

  return { people, identities };
};
