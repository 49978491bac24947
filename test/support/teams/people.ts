// The people of the shipped sandbox and desk as members of three Microsoft 365 tenants: the MSP's and one for each client.
import { createHash } from 'node:crypto';
import { MSP_TENANT } from './login-hosts.ts';

export const ACME_TENANT = '22222222-2222-4222-8222-222222222222';
export const BIRCH_TENANT = '33333333-3333-4333-8333-333333333333';
/** Listed nowhere. */
export const STRANGE_TENANT = '99999999-9999-4999-8999-999999999999';

export interface TeamsMember {
  /** Short, for tests. */
  readonly name: string;
  readonly realName: string;
  readonly email: string;
  readonly tenant: string;
  /** As Teams names a user for one bot. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly guest: boolean;
}

/** Ids look like real ones and are the same in every run. */
export function member(
  name: string,
  realName: string,
  email: string,
  tenant: string,
  more: { readonly guest?: boolean } = {},
): TeamsMember {
  const hash = createHash('sha256').update(`${name} ${tenant}`);
  const bytes = hash.digest();
  const hex = bytes.toString('hex');
  return {
    name,
    realName,
    email,
    tenant,
    id: `29:1${bytes.toString('base64url')}${bytes.subarray(0, 16).toString('base64url')}`,
    aadObjectId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
    guest: more.guest ?? false,
  };
}

export const TEAMS_PEOPLE: readonly TeamsMember[] = [
  member('dana', 'Dana Reyes', 'dana.reyes@acme-dental.example', ACME_TENANT),
  member('mia', 'Mia Fontaine', 'mia.fontaine@acme-dental.example', ACME_TENANT),
  member('sam', 'Sam Ortiz', 'sam.ortiz@acme-dental.example', ACME_TENANT),
  member('erin', 'Erin Cole', 'erin.cole@acme-dental.example', ACME_TENANT),
  member('claire', 'Claire Dubois', 'claire.dubois@acme-dental.example', ACME_TENANT),
  member('paul', 'Paul Laurent', 'paul.laurent@acme-dental.example', ACME_TENANT),
  member('grace', 'Grace Lin', 'grace.lin@birch-legal.example', BIRCH_TENANT),
  member('rosa', 'Rosa Diaz', 'rosa.diaz@birch-legal.example', BIRCH_TENANT),
  member('ada', 'Ada Admin', 'ada@north-msp.example', MSP_TENANT),
  member('noor', 'Noor Admin', 'noor@north-msp.example', MSP_TENANT),
  member('tina', 'Tina Technician', 'tina@north-msp.example', MSP_TENANT),
  member('lee', 'Lee Park', 'lee.park@north-msp.example', MSP_TENANT),
  member('stan', 'Stan Stranger', 'stan@elsewhere.example', STRANGE_TENANT),
];
