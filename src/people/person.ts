// A person as the core knows them, and what their roles allow.
import { MSP_CLIENT_ID, type Role, servesClient } from '../desk/client.ts';
import type { Desk } from '../desk/desk.ts';
import type { PersonRow } from './store.ts';

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly clientId: string;
  readonly roles: readonly Role[];
  /** Client ids that a technician is limited to; undefined: all. */
  readonly limitedTo?: readonly string[] | undefined;
  readonly timeZone?: string | undefined;
}

export function isStaff(person: Person): boolean {
  return person.roles.length > 0;
}

/** Whether a member of staff may act for this client. Rights are asked for at the click, with the roles of that moment. */
export function mayServe(person: Person, clientId: string): boolean {
  return servesClient(person.roles, person.limitedTo, clientId);
}

export function isAdmin(person: Person): boolean {
  return person.roles.includes('msp_admin');
}

/** A stored person with the roles of this moment. MSP staff belong to a client of their own. */
export function personOf(desk: Desk, row: PersonRow): Person {
  const known = desk.desk.people.find((person) => person.email === row.email);
  return {
    ...row,
    clientId: known ? MSP_CLIENT_ID : row.clientId,
    roles: known?.roles ?? [],
    limitedTo: known?.clients,
    timeZone: known?.timeZone ?? row.timeZone,
  };
}
