// Decides who a chat user is: staff, somebody of a client, a link that an admin must confirm, or a stranger.
// Trusts the platform's profile in workspaces and tenants that the desk lists, and nothing that anybody typed.

import type { ChatProfile, Platform } from '../chat.ts';
import { MSP_CLIENT_ID } from '../desk/client.ts';
import type { DeskClient, DeskFile, DeskPerson } from '../desk/desk-file.ts';
import { isReal } from '../integrations/kinds.ts';
import { isServedFor } from '../integrations/mcp/server-form.ts';
import { parseEmail } from '../lib/email-address.ts';

export interface IdentityClaim {
  readonly platform: Platform;
  /** Slack workspace, Microsoft 365 tenant, or `playground`. */
  readonly tenant: string;
  readonly profile: ChatProfile;
  readonly desk: DeskFile;
  /** The workspace or tenant that the bot itself belongs to; counts as listed for the MSP. */
  readonly ownTenant?: string | undefined;
}

/** E-mail addresses are in lower case. Reasons are for admins. */
export type IdentityDecision =
  | { readonly type: 'staff'; readonly person: DeskPerson }
  | { readonly type: 'requester'; readonly clientId: string; readonly email: string }
  | {
      readonly type: 'propose';
      readonly email: string;
      readonly clientId: string;
      /** Confirming gives these rights. */
      readonly staff?: DeskPerson | undefined;
      readonly reason: string;
    }
  | { readonly type: 'stranger'; readonly reason: string };

/** Whom an e-mail domain belongs to, and where their people are trusted. */
interface Owner {
  readonly clientId: string;
  readonly name: string;
  readonly listed: boolean;
}

export function identify(claim: IdentityClaim): IdentityDecision {
  const { profile, desk } = claim;
  if (profile.bot) return stranger('Bots are not people of the desk');
  if (profile.outsider) return stranger('Belongs to another workspace (a shared channel)');
  if (profile.email === undefined || profile.email === '')
    return stranger('The platform gives no e-mail address');
  const email = parseEmail(profile.email);
  if (email === undefined) return stranger('The e-mail address is not a plain one');
  const member = desk.people.find((person) => person.email.toLowerCase() === email.address);
  const owner = ownerOf(email.domain, claim);
  if (claim.platform === 'playground') return inPlayground(claim, member, owner, email.address);
  if (member !== undefined) return asStaff(claim, member, owner);
  if (owner === undefined) return stranger(`No client has the domain ${email.domain}`);
  if (owner.listed) return { type: 'requester', clientId: owner.clientId, email: email.address };
  if (profile.guest) return stranger(`A guest, in ${place(claim)} that is not listed for ${owner.name}`);
  // Members of the MSP's own workspace were let in by the MSP.
  if (trustedByMsp(claim)) return { type: 'requester', clientId: owner.clientId, email: email.address };
  return {
    type: 'propose',
    email: email.address,
    clientId: owner.clientId,
    reason: `Has an address of ${owner.name}, in ${place(claim)} that is not listed for it`,
  };
}

/** Whoever runs a client's tenant can give its members any address, so an address alone makes nobody staff there. */
function asStaff(claim: IdentityClaim, person: DeskPerson, owner: Owner | undefined): IdentityDecision {
  const trusted = trustedByMsp(claim);
  if (claim.profile.guest && !(trusted && owner?.clientId === MSP_CLIENT_ID))
    return stranger(`A guest with the address of ${person.name}`);
  if (trusted) return { type: 'staff', person };
  return {
    type: 'propose',
    email: person.email,
    clientId: MSP_CLIENT_ID,
    staff: person,
    reason: `Has the address of ${person.name}, in ${place(claim)} that is not listed for the MSP`,
  };
}

/** The local playground lets its user be anybody; so it reaches staff and clients that have nothing but the sandbox. */
function inPlayground(
  claim: IdentityClaim,
  member: DeskPerson | undefined,
  owner: Owner | undefined,
  email: string,
): IdentityDecision {
  if (claim.tenant !== 'playground') return stranger('Not the tenant of the playground');
  if (member !== undefined) return { type: 'staff', person: member };
  if (owner === undefined) return stranger('No client has the domain of the address');
  const client = claim.desk.clients.find(({ id }) => id === owner.clientId);
  const outside = claim.desk.mcp.some((server) => isServedFor(server, owner.clientId));
  if (client !== undefined && (outside || !isSandbox(client)))
    return stranger(`${owner.name} is not a sandbox client, the playground does not reach it`);
  return { type: 'requester', clientId: owner.clientId, email };
}

function isSandbox({ integrations }: DeskClient): boolean {
  return integrations.length > 0 && integrations.every(({ kind }) => !isReal(kind));
}

/** By exact domain: a subdomain is another domain unless it is listed. */
function ownerOf(domain: string, claim: IdentityClaim): Owner | undefined {
  const { msp, clients } = claim.desk;
  if (msp.domains.includes(domain))
    return { clientId: MSP_CLIENT_ID, name: msp.name, listed: trustedByMsp(claim) };
  const client = clients.find(({ domains }) => domains.includes(domain));
  if (client === undefined) return undefined;
  return { clientId: client.id, name: client.name, listed: lists(client, claim) };
}

function trustedByMsp(claim: IdentityClaim): boolean {
  return (
    lists(claim.desk.msp, claim) || (claim.ownTenant !== undefined && same(claim.ownTenant, claim.tenant))
  );
}

type Place = Pick<DeskClient, 'slackTeams' | 'teamsTenants'>;

/** The workspaces or tenants of a platform that the MSP or a client lists as its own. */
export function listedTenants({ slackTeams, teamsTenants }: Place, platform: Platform): readonly string[] {
  const listed: Readonly<Record<Platform, readonly string[]>> = {
    slack: slackTeams,
    teams: teamsTenants,
    playground: [],
  };
  return listed[platform];
}

function lists(owner: Place, { platform, tenant }: IdentityClaim): boolean {
  return listedTenants(owner, platform).some((one) => same(one, tenant));
}

function same(a: string, b: string): boolean {
  return a !== '' && a.toLowerCase() === b.toLowerCase();
}

const PLACE: Readonly<Record<Platform, string>> = {
  slack: 'workspace',
  teams: 'tenant',
  playground: 'tenant',
};

function place({ platform, tenant }: IdentityClaim): string {
  return `${PLACE[platform]} ${tenant}`;
}

function stranger(reason: string): IdentityDecision {
  return { type: 'stranger', reason };
}
