// Who acts, and from where: rights hang on both. A use case is given an actor, never a person alone.
import { isAdmin, mayServe, type Person } from './person.ts';

/** The clients that the place of somebody lets them act for. A place of the MSP narrows nothing. */
export type Reach =
  | { readonly type: 'all' }
  | { readonly type: 'clients'; readonly ids: readonly string[]; readonly names: string };

export interface Actor {
  readonly person: Person;
  readonly reach: Reach;
}

export const EVERYWHERE: Reach = { type: 'all' };

/** @returns why not, in words; undefined if the place of this actor lets them act for the client */
export function outOfReach({ reach }: Actor, clientId: string): string | undefined {
  if (reach.type === 'all' || reach.ids.includes(clientId)) return undefined;
  return `From here you can act for ${reach.names || 'no client'} alone. Use a workspace or tenant of the MSP for this.`;
}

/** @returns why not; undefined for staff who serve this client, from a place that lets them */
export function notServing(by: Actor, clientId: string): string | undefined {
  if (!mayServe(by.person, clientId)) return 'This is for the technicians of that client.';
  return outOfReach(by, clientId);
}

/**
 * @param clientId what the change is about; undefined: the whole desk
 * @returns why not; undefined for an admin, from a place that lets them
 */
export function notAdmin(by: Actor, clientId: string | undefined): string | undefined {
  if (!isAdmin(by.person)) return 'This is for admins.';
  if (clientId !== undefined) return outOfReach(by, clientId);
  if (by.reach.type === 'all') return undefined;
  return 'This is about the whole desk, so it needs a workspace or tenant of the MSP.';
}
